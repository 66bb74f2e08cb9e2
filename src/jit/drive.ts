/**
 * The driver of compiled code. Compiled code writes its whole state into its frame before it calls Python
 * code; the callee may then run at once, nested on the JavaScript stack (`drive`), or later: whenever
 * something is not as usual (slice used up, JS stack deep enough, tracing, a frame that is not compiled, a
 * wait for the host) every nested activation just returns `LEFT`, and the frames on the heap are all there is.
 */
import { Op } from '../bytecode/opcodes.js';
import { NOVALUE, PUSHED, T, type PyValue, type Result } from '../objects/object.js';
import { raiseStop } from '../objects/iterate.js';
import type { PyCode } from '../objects/code.js';
import type { PyFrame } from '../objects/frame.js';
import { STOP, type Thread } from '../vm/thread.js';
import * as ops from '../vm/ops/index.js';
import { Done, Tier1Code } from './code.js';
import { feedbackOf, recording } from './feedback.js';

/** Answer of `drive`: the frame that asked is not on the JS stack any more; `vm.left` says how to go on. */
export const LEFT = Symbol('left');

/** What `vm.left` holds. */
export const enum Left {
  /** The frame on top is to be run. */
  ENTER = 0,
  /** Tier 0 goes on with the frame on top. */
  TIER0 = 1,
  /** The run loop returns to the host. */
  STOP = 4,
  /** The frame below, for which the run loop was called, has its result. */
  FLOOR = 5,
}

/** Bytes of JS stack that compiled code may take; V8's default stack has 984 KB. */
export const MAX_STACK = 260_000;

/** Compiled code that calls a function this often compiles it too. */
const CALLS = 200;

/** tier1.ts and the run loop import this file; what it needs of them is installed here. */
export const driverHooks = {} as {
  compile: (code: PyCode) => void;
  /** Makes the form of compiled code that needs no frame, where it has one. */
  leaf: (code: PyCode) => void;
  run: (vm: Thread, floor: PyFrame, depth: number) => boolean;
};

/** Bytes of JS stack that an activation of the run loop takes. */
const LOOP_STACK = 4000;

/**
 * Tier 0 runs the frames above `f0`, on top of the compiled code that waits for its result. When it cannot go on
 * (slice used up, waiting for the host), the run loop below returns too.
 */
function tier0(vm: Thread, f0: PyFrame, depth: number, how: Left): Result | typeof LEFT {
  // Near the end of the JS stack everything is left: the run loop at the bottom goes on.
  if (depth + LOOP_STACK > MAX_STACK) return left(vm, how);
  if (!driverHooks.run(vm, f0, depth + LOOP_STACK)) return left(vm, Left.STOP);
  const r = vm.delivered;
  return r === undefined ? failed(vm, f0) : r;
}

/** Calls of `code` from compiled code, while it is not compiled itself. */
export function warm(vm: Thread, code: PyCode): void {
  if (++code.calls >= CALLS && vm.jitThreshold !== Infinity && code.heat >= 0 && code.ops !== null) driverHooks.compile(code);
}

/** Frames came back to `pc` without finding an entry: after enough of them the code is compiled again with one. */
function miss(code: PyCode, j: Tier1Code, pc: number, sp: number): void {
  const cold = j.leftOut(pc, sp, code.nfixed);
  if (cold >= 0) {
    come(code, cold);
    return;
  }
  const n = (j.missed.get(pc) ?? 0) + 1;
  j.missed.set(pc, n);
  if (n >= 200 && j.widened < WIDENINGS) {
    j.widened++;
    for (const [at, count] of j.missed) {
      if (count < 20) continue;
      j.extra.add(at);
      // Also where it was recorded before it began a segment.
      feedbackOf(code).reached[at] = 1;
    }
    j.missed.clear();
    driverHooks.compile(code);
  }
}

/** Versions made for places that frames came back to. */
const WIDENINGS = 4;

/** Wrong assumptions after which code is compiled again without them. */
const BAILS = 10;

/** Compiles anew, after too many times without any assumption that could be wrong. */
function recompile(code: PyCode, j: Tier1Code): void {
  if (j.corrected >= LAST) return;
  if (j.corrected++ >= VERSIONS) feedbackOf(code).forget();
  driverHooks.compile(code);
}

/** An assumption that compiled `code` was made with was wrong, which is noted already. */
function wrong(code: PyCode): void {
  const j = code.jit as Tier1Code;
  if (++j.bails >= BAILS) recompile(code, j);
}

/** At `pc` of `f` something was not what it had been: tier 0 goes on there; after some times the code is made anew. */
export function bail(f: PyFrame, pc: number): Done {
  feedbackOf(f.code).general.add(pc);
  wrong(f.code);
  return Done.TIER0;
}

/** The operation at `pc` pushed frames, as it did not while it was recorded. They are run now, and tier 0 goes on with `f`. */
export function pushed(f: PyFrame, pc: number): Done {
  feedbackOf(f.code).pushes[pc] = 1;
  wrong(f.code);
  return Done.PUSHED;
}

/** What is iterated over or tested at `pc` is not quick, as all was while it was recorded: tier 0 goes on there. */
export function notQuick(f: PyFrame, pc: number): Done {
  feedbackOf(f.code).pushes[pc] = 1;
  wrong(f.code);
  return Done.TIER0;
}

/** Enough was recorded: the code is compiled for good, and `f` run in it. */
export function seen(f: PyFrame): Done {
  driverHooks.compile(f.code);
  return Done.PUSHED;
}

/** Times that left-out code is come to before it is recorded and compiled too. */
const FRESH = 2;

/** Times that recording begins again because of left-out code, of short and of long code; from then on nothing is left out. */
const SESSIONS = 14;
const FEW_SESSIONS = 4;
/** Bytes. */
const LONG = 3000;

/** Versions made because an assumption was wrong, after which one is made that assumes nothing. */
const VERSIONS = 12;

/** Those after which none is made any more: what is still wrong then, tier 0 does. */
const LAST = VERSIONS + 5;

/** `f` came to a segment that was not run while it was recorded: tier 0 goes on there. */
export function fresh(f: PyFrame, id: number): Done {
  come(f.code, id);
  return Done.TIER0;
}

function come(code: PyCode, id: number): void {
  const fb = feedbackOf(code);
  fb.reached[id] = 1;
  if (++fb.fresh < FRESH || fb.whole) return;
  fb.fresh = 0;
  if (fb.sessions++ < (code.ops!.length < LONG ? SESSIONS : FEW_SESSIONS)) fb.pending = recording.steps;
  else fb.whole = true;
  driverHooks.compile(code);
}

/** A frame came to an entry with other types than the code was made for. */
export function bad(f: PyFrame): Done {
  const j = f.code.jit as Tier1Code;
  if (++j.bails >= 50 && j.corrected < LAST) {
    j.corrected++;
    feedbackOf(f.code).forget();
    driverHooks.compile(f.code);
  }
  return Done.TIER0;
}

function left(vm: Thread, how: Left): typeof LEFT {
  vm.left = how;
  return LEFT;
}

/** `f0`'s operation failed or was exhausted: what deliverFailure does, as an answer to compiled code. */
function failed(vm: Thread, f0: PyFrame): undefined {
  const op = f0.code.co.code[f0.lasti];
  if (op === Op.FOR_ITER || op === Op.YIELD_FROM) {
    if (vm.exc !== null && vm.exc.cls.isSubtype(T.StopIteration!)) {
      vm.stopValue = vm.exc.field('value');
      vm.exc = null;
    }
  } else if (vm.exc === null) raiseStop(vm);
  return undefined;
}

/**
 * Runs the frames on top until the one below them, `f0`, has the result of its operation: a value, or
 * undefined (an exception in `vm.exc`; at FOR_ITER and YIELD_FROM null for the end). LEFT: not now. `fromLoop`: the
 * run loop called, and does itself what is for tier 0.
 */
export function drive(vm: Thread, f0: PyFrame | null, depth: number, fromLoop = false): Result | typeof LEFT {
  for (;;) {
    const top = vm.frame!;
    if (!top.isPython || vm.budget < 0 || depth > MAX_STACK || vm.throwing !== null || vm.traceFunc !== null || vm.profileFunc !== null) return left(vm, Left.ENTER);
    const { jit } = top.code;
    if (!(jit instanceof Tier1Code)) {
      if (f0 === null || fromLoop) return left(vm, Left.ENTER);
      warm(vm, top.code);
      if (top.code.jit !== null) continue;
      return tier0(vm, f0, depth, Left.ENTER);
    }
    if (jit.entry[top.pc] !== top.sp && !jit.enters(top.pc, top.sp)) {
      miss(top.code, jit, top.pc, top.sp);
      // Made anew: what comes now is to be recorded, and would not be seen again soon where loops inside it are long.
      if (jit.enters(top.pc, top.sp)) continue;
      return f0 === null || fromLoop ? left(vm, Left.TIER0) : tier0(vm, f0, depth, Left.TIER0);
    }
    if (vm.jitExits !== 0 && Math.random() < vm.jitExits) return left(vm, Left.TIER0);
    const k = jit.go(vm, top, depth + jit.size);
    if (k === Done.PUSHED) {
      vm.budget--;
      continue;
    }
    const r = settle(vm, f0, k, depth, fromLoop);
    if (r !== PUSHED) return r;
  }
}

/**
 * After compiled code ended with `k`. PUSHED: the frame on top is to be run; LEFT; else the result of `f0`'s
 * operation.
 */
export function settle(vm: Thread, f0: PyFrame | null, k: number, depth: number, fromLoop = false): Result | typeof LEFT {
  for (;;) {
    if (k === Done.DELIVER) {
      let r = vm.delivered;
      if (!vm.frame!.isPython) {
        r = ops.resumeConts(vm, r);
        if (r === PUSHED) return PUSHED;
        if (r === STOP) return left(vm, Left.STOP);
      }
      const f = vm.frame as PyFrame;
      if (f === f0) return r === undefined ? failed(vm, f) : r;
      if (r !== undefined) {
        if (r !== NOVALUE) f.st[f.sp++] = r as PyValue;
        return PUSHED;
      }
      const to = ops.deliverFailure(vm, f);
      if (to >= 0) {
        f.pc = to;
        return PUSHED;
      }
    } else if (k !== Done.RAISE && k !== Done.RERAISE) return f0 === null || fromLoop || k !== Done.TIER0 ? left(vm, k as unknown as Left) : tier0(vm, f0, depth, Left.TIER0);
    // An exception in the frame on top, at its lasti.
    const f = vm.frame as PyFrame;
    if (vm.exc === null) ops.noException(vm);
    if (ops.unwindException(vm, f, f.lasti, k === Done.RERAISE)) return PUSHED;
    vm.delivered = undefined;
    k = Done.DELIVER;
  }
}

/** After an operation of compiled frame `f0` pushed frames; `f0` is written back. */
export function again(vm: Thread, f0: PyFrame, depth: number): Result | typeof LEFT {
  vm.budget--;
  return drive(vm, f0, depth);
}
