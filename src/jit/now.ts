/** Calls of compiled code by natives, which want the result at once: what follows when the code did not just return. */
import { InternalError } from '../objects/errors.js';
import { PUSHED, type AnyFrame, type Result } from '../objects/object.js';
import type { PyFrame } from '../objects/frame.js';
import type { Thread } from '../vm/thread.js';
import * as ops from '../vm/ops/index.js';
import { Done } from './code.js';
import { Left } from './drive.js';

/** `k` is the answer of the code of the frame on `base`. The result, or PUSHED with all that is to be run in frames. */
export function answerNow(vm: Thread, base: AnyFrame | null, k: number): Result {
  if (k === Done.RAISE || k === Done.RERAISE) {
    const f = vm.frame as PyFrame;
    if (vm.exc === null) ops.noException(vm);
    return ops.unwindException(vm, f, f.lasti, k === Done.RERAISE) ? PUSHED : undefined;
  }
  if (k === (Left.STOP as number)) {
    // The host is to be asked: the run loop does that, as soon as it looks at the budget.
    vm.bounced = false;
    vm.endSlice();
  }
  if (k === Done.DELIVER || vm.frame === base) throw new InternalError('compiled code left no frame');
  return PUSHED;
}
