/**
 * Long loops of natives in parts. V8 makes a function faster between two of its calls; in the midst of one it does not where
 * the command keeps it from replacing loops (decision 0014). A native that is called once for a million items would run all
 * of them as it began.
 */

const ITEMS = 1024;

/** Calls `part` for the parts of 0 to `n`, until one answers false: then so does this. */
export function inChunks(n: number, part: (from: number, to: number) => boolean): boolean {
  for (let from = 0; from < n; from += ITEMS) if (!part(from, Math.min(from + ITEMS, n))) return false;
  return true;
}
