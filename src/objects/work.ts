/**
 * Long work of natives is charged against the limits where it is done, also where no VM is at hand: by the machine whose run
 * loop is on the JavaScript stack. `maxTimeMs` is looked at only when steps are counted, so whatever takes longer with
 * its argument counts.
 */
import type { VM } from './object.js';

type Meter = Pick<VM, 'charge'>;

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
