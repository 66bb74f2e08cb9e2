/**
 * Frames live long (a loop's, and those that are used again and again), so V8 soon counts their value stacks among its old
 * objects, and notes each new object that is stored in an old one: a call of its runtime for every float that is computed
 * (RecordWrite, 10 to 15 % of the time of programs that compute with floats). An array that was made lately is stored in
 * without that. So the frames that run get new ones at the end of a slice, which is more often than V8 looks through its young objects.
 */
import type { PyFrame } from '../objects/frame.js';
import type { AnyFrame } from '../objects/object.js';

/** Frames from the top of the stack, and frames of each one's code that wait to be used again. */
const DEEP = 12;
const POOLED = 4;

/** Only where no compiled code runs, which keeps the array in a variable of its own. */
export function renewStacks(top: AnyFrame | null): void {
  let n = 0;
  for (let f = top; f !== null && n < DEEP; f = f.back, n++) {
    if (!f.isPython) continue;
    f.st = f.st.slice();
    let g = f.code.pool;
    for (let k = 0; g !== null && k < POOLED; k++) {
      g.st = g.st.slice();
      g = g.back as PyFrame | null;
    }
  }
}
