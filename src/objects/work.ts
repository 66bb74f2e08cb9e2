/**
 * Long work of natives is charged against the limits where it is done, also where no VM is at hand: by the machine whose run
 * loop is on the JavaScript stack. `maxTimeMs` is looked at only when steps are counted, so whatever takes longer with
 * its argument counts.
 */
import type { VM } from './object.js';

interface Meter extends Pick<VM, 'charge'> {
  /** @throws PyException MemoryError where the heap has no room for `bytes` at once */
  room(bytes: number): void;
}

let meter: Meter | null = null;

/** The machine that runs from now on (null: none); result: the one before. */
export function meterBy(m: Meter | null): Meter | null {
  const before = meter;
  meter = m;
  return before;
}

/** Shorter work than this is part of the call. */
const SHORT = 1024;

/**
 * Charges `n` elementary operations of a native (an item looked at, a few nanoseconds each): a step for sixteen of them.
 * To be called where nothing is half done: it throws LimitError.
 */
export function work(n: number): void {
  if (n >= SHORT && meter !== null) meter.charge(n >> 4);
}

/**
 * To be called before a table or an array of `bytes` is made: V8 ends the process when it cannot have a large object.
 * @throws PyException MemoryError
 */
export function room(bytes: number): void {
  if (bytes >= LARGE && meter !== null) meter.room(bytes);
}

const LARGE = 2 ** 23;
