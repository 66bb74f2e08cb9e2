/**
 * Lists that grow item by item. V8 ends the whole process when an array would outgrow what one allocation may hold (some
 * 110 million items), so a list that gets near it is a MemoryError before.
 */
import { error } from './errors.js';
import type { PyValue } from './object.js';

export let MAX_ITEMS = 2 ** 26;

/** Fewer where the heap may have few `bytes`: a list that grows is copied into one half as long again. */
export function limitItems(bytes: number): void {
  MAX_ITEMS = Math.min(2 ** 26, Math.floor(bytes / 32));
}

/** Appends `v`. @throws PyException MemoryError */
export function append(items: PyValue[], v: PyValue): void {
  if (items.push(v) > MAX_ITEMS) tooLong(items);
}

/** Takes back the item that was too much. @throws PyException MemoryError */
export function tooLong(items: PyValue[]): never {
  items.pop();
  throw error('MemoryError');
}
