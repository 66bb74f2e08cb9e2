/**
 * The running machine: frame stack, exception state, budget. One Thread per VM; it implements the `VM`
 * interface natives see.
 */
import { cont, PUSHED, PyObject, type AnyFrame, type Cont, type PyValue, type Result, type VM, type VMState } from '../objects/object.js';
import { error, InternalError, type PyException } from '../objects/errors.js';
import type { PyBaseException } from '../objects/exception.js';
import type { PyCode } from '../objects/code.js';
import { CODE, Place } from './code-space.js';
import { Quick } from './quick.js';
import type { PyFrame } from '../objects/frame.js';
import { call } from '../objects/call.js';
import { LimitError, type Limits } from './limits.js';
import { limitItems } from '../objects/list-growth.js';
import { compile } from '../jit/tier1.js';
import { Done, Tier1Code } from '../jit/code.js';
import { MAX_STACK, warm } from '../jit/drive.js';
import { answerNow } from '../jit/now.js';
import type { Finalizers } from './finalizers.js';
import type { StepRequest } from './slow-hooks.js';
import { SIGNALLED, type SignalTimers } from './signal-timers.js';
import { renewStacks } from './young-stacks.js';
import type { Raising } from './tracing.js';

class Stop extends PyObject {}
/** What the continuation at the bottom of a host call returns to the run loop: it is done. */
export const STOP: PyObject = new Stop();

/** Calls by natives that run compiled code at once, inside each other. */
const MAX_NESTED = 8;

/** Bytes of JS stack that such code is told are used, so that it leaves after 24 KB of its own. */
const NESTED_DEPTH = MAX_STACK - 24_000;

/** Asking how much memory is in use takes some 10 microseconds. */
const MEMORY_LOOK_MS = 2;

/** Calls and back-edges between two looks at the clock and the limits. */
const SLICE = 4096;

/**
 * Under a time limit slices are as long as the steps are short: they begin with FIRST_SLICE and grow while one takes less
 * than SHORT_MS; one that took longer than LONG_MS makes the next ones shorter.
 */
const FIRST_SLICE = 128;
const SHORT_MS = 1;
const LONG_MS = 4;

/** Bottom of every run started by the host: keeps the outcome, stops the loop. */
export const HOST_RETURN = cont(
  'host.return',
  (vm, v, c) => {
    c.a = v;
    c.b = v === undefined ? vm.exc : null;
    c.c = true;
    vm.exc = null;
    return STOP;
  },
  { catches: true, iter: true },
);

/** A native waiting for the host (a promise, input): on top of the stack while suspended. */
export const HOST_WAIT = cont('host.wait', (vm, _v, c) => {
  if (c.b !== null) {
    vm.exc = c.b;
    return undefined;
  }
  return c.a;
}, { catches: true });

/** Bytes. */
const SMALL_HEAP = 2 ** 30;

/** Called with true when a native begins to work for long, with false when the slice it began in ends: the command lets V8 replace loops meanwhile. */
export const nativeWork: { call: ((on: boolean) => void) | null } = { call: null };

export class Thread implements VM {
  frame: AnyFrame | null = null;
  exc: PyBaseException | null = null;
  stopValue: PyValue = null;
  handled: PyBaseException | null = null;
  depth = 0;
  recursionLimit = 1000;
  /** Depth from which on no call goes without a frame (jit/leaf.ts): the limit, or none while the slice is to end at once. */
  leafDepth = 1000;
  budget = SLICE;
  /** Exception to raise in the frame about to be entered (generator.throw). */
  throwing: PyBaseException | null = null;
  /** Value of a return that ran its finally blocks. */
  returning: PyValue = null;
  /** LOAD_METHOD's answer. */
  method: PyValue = null;
  /** Whether code is decoded with fused instructions. */
  fuse = true;
  /** sys.settrace / setprofile functions. */
  traceFunc: PyValue = null;
  profileFunc: PyValue = null;
  /** Events are sent: one of them is set, and the slow loop runs. */
  traced = false;
  /** A trace function is running: it is not traced itself. */
  inTrace = false;
  /** How often tracing was switched on: see FrameTrace.period. */
  tracePeriod = 0;
  /** An exception on its way, between the events that tell of it (vm/tracing.ts). */
  raising: Raising | null = null;
  /** StopIteration that ended the `next` just made: a for loop tells the trace function. */
  lastStop: PyBaseException | null = null;
  private slow = false;
  /** A native that works for long is running, or ran in this slice. */
  private working = false;
  /** There is no place for a code that this run runs (code-space.ts): the slow loop needs none. */
  private longCode = false;
  /** When there was none before: Place.AGE. */
  private lackedAt = 0;
  /** Once a class with `__del__` was defined. */
  finalizers: Finalizers | null = null;
  limits: Limits = {};
  /** Bytes in use, where the host can tell (`maxMemoryBytes`). */
  memoryUsed: (() => number) | undefined = undefined;
  /** See `Host.heapFull`. */
  heapFull: (() => boolean) | undefined = undefined;
  heapLimit: (() => number) | undefined = undefined;
  heapHas: ((bytes: number) => boolean) | undefined = undefined;
  private slices = 0;
  private memoryAtStart = 0;
  private nextMemoryLook = 0;
  /** Steps used by the run, as far as counted. */
  steps = 0;
  /** Calls and back-edges between two looks at the clock. */
  sliceSteps = SLICE;
  /** How many times as long slices of compiled code are: not longer where what it makes in one might fill a small heap. */
  private compiledSlices = 8;
  private slice = SLICE;
  private unevenness = 0;
  /** Longest slice that the time limit allows at present, and when the one under way began. */
  private longest = Infinity;
  private sliceBegan = 0;
  private deadline = Infinity;
  /** Milliseconds left of `maxTimeMs` when the clock stands. */
  private timeLeft = Infinity;
  /** A run loop is on the JavaScript stack. */
  private running = false;
  /** Tier 1: what generated code hands to the run loop (code 3). */
  delivered: Result = undefined;
  /** What `interpret` left: the frame it is about, and a result for the frame on top. */
  leftFrame: PyFrame | null = null;
  answer: Result = undefined;
  /** Calls by natives under way that run compiled code at once, and how many there have been. */
  private nested = 0;
  private nows = 0;
  /** The host waits for promises (runAsync): sleeping need not block it. */
  mayWait = false;
  /** How the run loop goes on when compiled code answers LEFT (see jit/drive.ts). */
  left = 0;
  /** Samples of a code object before it is compiled; Infinity: tier 0 only, 0: at once. */
  jitThreshold = Infinity;
  /** Tests: chance of not entering compiled code where that is possible. */
  jitExits = 0;
  /** The loop returned only because its slice was used up: it is to be called again (see Machine.resume). */
  bounced = false;
  /** Set from outside (another task, a signal): looked at between slices. */
  interruptRequested = false;
  /** What the program does on an interrupt instead of KeyboardInterrupt: its handler, or nothing (null). */
  onInterrupt: PyValue | undefined = undefined;
  /** Signals that the program asked for by time. */
  timers: SignalTimers | null = null;
  /** What the slow loop is to stop for; null when the fast one runs. */
  step: StepRequest | null = null;
  paused = false;
  /** Promise a HOST_WAIT waits for. */
  pending: PromiseLike<unknown> | null = null;
  preludeLookup: (name: string) => PyValue = (name) => {
    throw new InternalError(`prelude function ${name}`);
  };

  constructor(readonly state: VMState) {
    // Both kinds of values that V8 tells apart, as for Cont.
    for (const v of [0, null]) this.stopValue = this.returning = this.method = this.delivered = this.answer = v;
    this.delivered = this.answer = undefined;
  }

  raise(e: PyException): undefined {
    this.exc = e.value;
    return undefined;
  }

  prelude(name: string): PyValue {
    return this.preludeLookup(name);
  }

  charge(n: number): void {
    this.budget -= n;
    if (this.budget < -SLICE || (this.budget < 0 && this.longest < SLICE)) this.longWork(n);
  }

  room(bytes: number): void {
    if (this.heapHas?.(bytes) === false) throw error('MemoryError');
  }

  private longWork(n: number): void {
    if (!this.working) {
      this.working = true;
      nativeWork.call?.(true);
    }
    // What a single operation is certain to take, at a hundred steps a microsecond.
    if (n > 1e7 && this.remaining < n * 1e-5) throw new LimitError('maxTimeMs', this.limits.maxTimeMs!, 'ms');
    this.settle();
    if (this.memoryIsFull()) throw error('MemoryError');
  }

  /** Calls deeper than `depth` raise RecursionError. */
  limitRecursion(depth: number): void {
    this.recursionLimit = this.leafDepth = depth;
  }

  /** The run loop has no place for a code; `fits`: it has when everything else is dropped. */
  lackPlace(fits: boolean): void {
    const age = CODE[Place.AGE]!;
    // The second time nothing was dropped in between: a host function's run is on the JS stack and stays there.
    if (!fits || this.lackedAt === age) this.longCode = true;
    this.lackedAt = age;
    this.endSlice();
  }

  /** A run of the host's begins, with all that the limits allow. One made by the run that is under way shares its. */
  startRun(): void {
    if (this.running) return;
    const { maxSteps, maxTimeMs } = this.limits;
    this.steps = 0;
    this.longCode = false;
    this.longest = maxTimeMs === undefined ? Infinity : FIRST_SLICE;
    this.slice = this.budget = Math.min(this.sliceSteps, this.longest, maxSteps ?? Infinity);
    this.timeLeft = maxTimeMs ?? Infinity;
    if (this.limits.maxMemoryBytes !== undefined) this.memoryAtStart = this.memoryUsed?.() ?? 0;
  }

  /** The clock of `maxTimeMs` goes on; false: it does already, for an outer run, which is to stop it. */
  startClock(): boolean {
    if (this.running) return false;
    this.running = true;
    this.deadline = this.timeLeft === Infinity ? Infinity : (this.sliceBegan = performance.now()) + this.timeLeft;
    return true;
  }

  /** Milliseconds of `maxTimeMs` that are left to the run under way. */
  get remaining(): number {
    return this.deadline === Infinity ? Infinity : Math.max(0, this.deadline - performance.now());
  }

  /** `ms` went by in a wait for which the clock stood, or none (0): looks whether there is time left. */
  spend(ms: number): void {
    if (this.deadline !== Infinity) {
      this.deadline -= ms;
      this.sliceBegan = performance.now();
    }
    this.settle();
  }

  /** The loop was left: what the host does now does not count. */
  stopClock(): void {
    this.running = false;
    if (this.timeLeft !== Infinity) this.timeLeft = this.deadline - performance.now();
  }

  /** Books the steps of the slice that ends now and checks the limits. */
  private settle(): void {
    this.steps += this.slice - this.budget;
    this.leafDepth = this.recursionLimit;
    const { maxSteps } = this.limits;
    if (this.deadline !== Infinity) this.lookAtClock();
    // Compiled code is asked less often: every slice ends its nested activations.
    const { frame } = this;
    this.slice = frame !== null && frame.isPython && frame.code.jit !== null ? this.sliceSteps * this.compiledSlices : this.sliceSteps;
    // Not always the same: a loop whose steps go into a slice exactly would have the same code looked at (`sample`) each time.
    this.unevenness = (this.unevenness * 21 + 13) & 127;
    if (this.slice >= SLICE) this.slice -= this.unevenness;
    if (this.slice > this.longest) this.slice = this.longest;
    if (maxSteps !== undefined) {
      const left = maxSteps - this.steps;
      if (left < 0) throw new LimitError('maxSteps', maxSteps, 'steps');
      if (left < this.slice) this.slice = left;
    }
    this.budget = this.slice;
    if (this.limits.maxMemoryBytes !== undefined) this.lookAtMemory(this.limits.maxMemoryBytes);
  }

  private lookAtClock(): void {
    const now = performance.now();
    if (now > this.deadline) throw new LimitError('maxTimeMs', this.limits.maxTimeMs!, 'ms');
    const took = now - this.sliceBegan;
    this.sliceBegan = now;
    if (took < SHORT_MS) this.longest = Math.min(this.longest * 2, SLICE * 8);
    else if (took > LONG_MS) this.longest = Math.max(1, Math.floor((Math.min(this.longest, this.slice) * SHORT_MS) / took));
  }

  private lookAtMemory(limit: number): void {
    const now = performance.now();
    if (this.memoryUsed === undefined || now < this.nextMemoryLook) return;
    this.nextMemoryLook = now + MEMORY_LOOK_MS;
    if (this.memoryUsed() - this.memoryAtStart > limit) throw new LimitError('maxMemoryBytes', limit, 'bytes');
  }

  /** Makes the slice end at the next call or back-edge. */
  endSlice(): void {
    this.leafDepth = -1;
    if (this.budget <= 0) return;
    this.slice -= this.budget;
    this.budget = 0;
  }

  /** sys.settrace, sys.setprofile: the run loop is left at the next chance, for the one that fits. */
  setTrace(trace: PyValue, profile: PyValue): void {
    if (this.traceFunc === null && this.profileFunc === null && (trace !== null || profile !== null)) this.tracePeriod++;
    this.traceFunc = trace;
    this.profileFunc = profile;
    const on = trace !== null || profile !== null;
    this.traced = this.slow && on;
    if (on !== this.slow) this.endSlice();
  }

  /** Whether the run needs the slow loop for its own sake. */
  get needsSlowLoop(): boolean {
    return this.traceFunc !== null || this.profileFunc !== null || this.raising !== null || this.longCode || (this.finalizers !== null && this.finalizers.active);
  }

  /** Whether compiled code may run while the slow loop does. */
  get jitInSlowLoop(): boolean {
    return this.step === null && !this.needsSlowLoop;
  }

  enterSlowLoop(): void {
    this.slow = true;
    this.traced = this.traceFunc !== null || this.profileFunc !== null;
  }

  enterFastLoop(): void {
    this.slow = this.traced = false;
  }

  /** Asked rarely, as it takes two microseconds; the slices of compiled code are long enough to be asked in each. */
  private memoryIsFull(): boolean {
    if ((++this.slices & 1) !== 0 && this.slice <= this.sliceSteps) return false;
    if (this.slices === 4) {
      const limit = this.heapLimit?.() ?? Infinity;
      limitItems(limit);
      if (limit < SMALL_HEAP) this.compiledSlices = 1;
    }
    return this.heapFull?.() === true;
  }

  /** The slice is used up: the loop must return to the host after this. */
  outOfBudget(): void {
    if (this.working) {
      this.working = false;
      nativeWork.call?.(false);
    }
    this.settle();
    const name = this.interruptRequested ? 'KeyboardInterrupt' : this.memoryIsFull() ? 'MemoryError' : null;
    if (name === 'KeyboardInterrupt' && this.onInterrupt !== undefined) {
      if (this.throwing === null) this.handleInterrupt(this.onInterrupt);
    } else if (name !== null) {
      this.interruptRequested = false;
      this.exc = null;
      this.frame = interruptFrame(this, name);
    }
    if (this.timers !== null && this.timers.next <= performance.now() && this.throwing === null) {
      const due = this.timers.due();
      if (due !== null) this.pushHandler(due.handler, due.signal);
    }
    if (this.jitThreshold === Infinity) renewStacks(this.frame);
    else this.sample();
    this.bounced = true;
  }

  private handleInterrupt(handler: PyValue): void {
    this.interruptRequested = false;
    if (handler !== null) this.pushHandler(handler, 2);
  }

  private pushHandler(handler: PyValue, signal: number): void {
    const c = new ContClass(SIGNALLED, handler, signal, null, null);
    c.back = this.frame;
    this.frame = c;
  }

  /** Whoever runs when a slice ends is likely hot, and its caller (which may be seen on top never, its callees being long); so is a loop it is called from. */
  private sample(): void {
    let f = this.frame;
    for (let n = 0; f !== null && n < 6; f = f.back) {
      if (!f.isPython) continue;
      const { code } = f;
      if (code.jit === null && ((n <= 1 && code.isFunction) || hasLoop(code)) && ++code.heat >= this.jitThreshold * worth(code)) compile(code);
      n++;
    }
  }

  runNow(): Result {
    const g = this.frame as PyFrame;
    const { code } = g;
    if (!(code.jit instanceof Tier1Code)) {
      if (code.jit === null) warm(this, code);
      return PUSHED;
    }
    // Now and then the way over the run loop is taken: natives that call each other for every item do not fill the JS stack.
    if (this.nested >= MAX_NESTED || --this.budget < 0 || (++this.nows & 127) === 0 || this.jitExits !== 0 || this.step !== null || this.traceFunc !== null || this.profileFunc !== null || this.throwing !== null || this.finalizers?.active === true) return PUSHED;
    const base = g.back;
    this.nested++;
    try {
      const k = code.jit.go(this, g, NESTED_DEPTH);
      return k === Done.DELIVER && this.frame === base ? this.delivered : answerNow(this, base, k);
    } finally {
      this.nested--;
    }
  }

  /** True when `c`, on top of the stack, waits for the host. */
  suspended(c: Cont): boolean {
    return c.row === HOST_WAIT && !c.c;
  }
}

/**
 * Compiling costs in proportion to the code's size, so does what has to be seen of it first: a large function that runs
 * for some milliseconds (the regex parser while modules are imported) is done before its compiled form would pay.
 */
function worth(code: PyCode): number {
  return 1 + ((code.ops?.length ?? 0) >> 9);
}

function hasLoop(code: PyCode): boolean {
  const { ops } = code;
  return ops !== null && ((ops as Int32Array).includes(Quick.JUMP_BACK) || (ops as Int32Array).includes(Quick.JUMP_BACK_FOR));
}

/** Raises its `a`, the name of an exception, in the frame below it. */
const INTERRUPT = cont('interrupt', (vm, _v, c) => vm.raise(error(c.a as 'KeyboardInterrupt' | 'MemoryError')));

function interruptFrame(vm: Thread, name: string): AnyFrame {
  vm.throwing = null;
  const c = new ContClass(INTERRUPT, name, null, null, null);
  c.back = vm.frame;
  return c;
}

import { Cont as ContClass } from '../objects/object.js';
export { PUSHED };
export type { Result };
