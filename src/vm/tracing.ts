/**
 * sys.settrace and sys.setprofile: which events come before an instruction, and calling the trace function
 * for them. It is guest code and runs on frames of its own above the traced frame; when it has returned, the
 * slow loop comes back here for the next event, and executes the instruction when there is none left. The
 * events and their order are CPython 3.11's (ceval.c: maybe_call_line_trace, trace_function_entry/exit,
 * call_exc_trace, C_TRACE); which lines there are follows from the positions of the instructions and from
 * `CodeObject.edges` (statements that leave no instruction in 3.5's bytecode, but a NOP in 3.11's).
 */
import { HAVE_ARGUMENT, Op, opByNumber } from '../bytecode/opcodes.js';
import { cont, Cont, andThen, NOVALUE, PUSHED, T, typeOf, type PyValue, type Result } from '../objects/object.js';
import { PyException, stopIteration } from '../objects/errors.js';
import type { PyBaseException } from '../objects/exception.js';
import { Block, ownLine, type PyFrame } from '../objects/frame.js';
import { FrameTrace } from '../objects/frame-trace.js';
import { call } from '../objects/call.js';
import { truthSync } from '../objects/convert.js';
import { PyGenerator } from '../objects/generator.js';
import { AsyncGenWrapped } from '../objects/async-gen.js';
import { PyTraceback } from '../objects/traceback.js';
import { NativeFunction } from '../objects/native.js';
import { PyCell } from '../objects/function.js';
import { PyTuple } from '../objects/tuple.js';
import { CO } from '../bytecode/code.js';
import type { Thread } from './thread.js';
import { plainOp, Quick } from './quick.js';
import './jump.js';

/** An exception between having been raised and looking for its handler. */
export interface Raising {
  readonly frame: PyFrame;
  readonly exc: PyBaseException;
  /** Raised again as it was: no exception event. */
  readonly again: boolean;
  stage: number;
  /** Thrown into a generator that has not run yet. */
  unstarted: boolean;
  /** Everything has been told. */
  ready: boolean;
}

// ---- switching on and off -------------------------------------------------------------------------------

const RESUME = cont('trace.set', () => null);

/** sys.settrace and sys.setprofile. Leaves the run loop, so that the one that traces (or does not) goes on. */
export function setTracing(vm: Thread, trace: PyValue, profile: PyValue): Result {
  const before = vm.tracePeriod;
  vm.setTrace(trace, profile);
  if (vm.tracePeriod !== before) {
    // Frames that run already are not announced.
    for (let f = vm.frame; f !== null; f = f.back) {
      if (!f.isPython || f.code.hidden) continue;
      const info = (f.tracing = new FrameTrace(vm.tracePeriod));
      info.entered = true;
      info.previous = f.lasti;
      info.line = f.lasti < 0 ? -1 : ownLine(f.code, f.lasti);
      f.captured = true;
    }
  }
  const c = new Cont(RESUME, null, null, null, null);
  c.back = vm.frame;
  vm.frame = c;
  return PUSHED;
}

// ---- telling --------------------------------------------------------------------------------------------

function infoOf(vm: Thread, f: PyFrame): FrameTrace {
  const known = f.tracing;
  if (known !== null && known.period === vm.tracePeriod) return known;
  return (f.tracing = new FrameTrace(vm.tracePeriod));
}

/** Calls `callback(f, event, arg)`. PUSHED, or NOVALUE when it is over, or undefined when it raised. */
function tell(vm: Thread, f: PyFrame, callback: PyValue, event: string, arg: PyValue, profile = false): Result {
  const info = f.tracing!;
  vm.inTrace = true;
  f.captured = true;
  info.localsRead = false;
  info.event = event;
  const base = vm.frame;
  let r: Result;
  try {
    r = call(vm, callback, [f, event, arg]);
  } catch (e) {
    if (!(e instanceof PyException)) throw e;
    vm.exc = e.value;
    r = undefined;
  }
  return andThen(vm, base, r, TOLD, f, event, profile);
}

const TOLD = cont(
  'trace.told',
  (t, v, c) => {
    const vm = t as Thread;
    const f = c.a as PyFrame;
    const info = f.tracing ?? infoOf(vm, f);
    vm.inTrace = false;
    info.event = '';
    info.settable = false;
    if (info.localsRead) localsBack(f);
    if (v !== undefined) {
      if (c.c !== true && v !== null) f.trace = v;
      return NOVALUE;
    }
    // A trace function that fails is taken off; its exception goes on from the traced frame.
    if (c.c === true) vm.setTrace(vm.traceFunc, null);
    else {
      vm.setTrace(null, vm.profileFunc);
      f.trace = null;
    }
    info.stage = 0;
    info.shown = -1;
    info.lines = null;
    info.entered = true;
    vm.raising = null;
    if (c.b === 'call' || c.b === 'return') f.blocks.length = 0;
    if (c.b === 'return') vm.raising = { frame: f, exc: vm.exc!, again: true, stage: 0, unstarted: false, ready: true };
    return undefined;
  },
  { catches: true },
);

/** PyFrame_LocalsToFast: what the trace function did to f_locals. */
function localsBack(f: PyFrame): void {
  const d = f.localsDict;
  if (d === null || !(f.code.flags & CO.OPTIMIZED)) return;
  const { co, nlocals } = f.code;
  co.varnames.forEach((name, i) => {
    f.st[i] = d.getStr(name);
  });
  [...co.cellvars, ...co.freevars].forEach((name, i) => {
    const cell = f.st[nlocals + i] as PyCell | undefined;
    if (cell instanceof PyCell) cell.v = d.getStr(name);
  });
}

/** Who is told of events in `f` other than calls, or null. */
const tracer = (vm: Thread, f: PyFrame): PyValue => (vm.traceFunc === null ? null : f.trace);

// ---- before an instruction ------------------------------------------------------------------------------

const enum Stage {
  CALL,
  PROFILE_CALL,
  ENTERED,
  NATIVE_RETURN,
  STOP,
  FIND_LINES,
  LINES,
  OPCODE,
  LEAVE,
  PROFILE_LEAVE,
  NATIVE_CALL,
  DONE,
}

/** 0: execute the instruction at `f.pc`; 2: a trace function was pushed; 3: raise `vm.exc`. */
export function traceInstruction(vm: Thread, f: PyFrame): 0 | 2 | 3 {
  const { raising } = vm;
  if (raising !== null && raising.frame === f) return tellRaising(vm, f, raising);
  if (!vm.traced || vm.inTrace || f.code.hidden) return 0;
  const info = infoOf(vm, f);
  // On the way back that decode() makes a test take, nothing is told.
  if (isHop(f, info.previous) && f.code.ops![info.previous + 1] === f.pc && (f.pc !== info.previous + 3 || info.taken)) return 0;
  while (info.stage !== Stage.DONE) {
    const r = step(vm, f, info);
    if (r === PUSHED) return 2;
    if (r === undefined) return 3;
    if (!vm.traced) break;
  }
  info.stage = Stage.CALL;
  info.previous = f.pc;
  info.taken = takesShortJump(vm, f);
  info.delegate = delegateOf(f);
  vm.lastStop = null;
  vm.stopValue = null;
  return 0;
}

/** A conditional jump to the instruction behind it (`if a: pass`): whether it will be taken, as far as that can be told. */
function takesShortJump(vm: Thread, f: PyFrame): boolean {
  const op = f.code.co.code[f.pc];
  if ((op !== Op.POP_JUMP_IF_FALSE && op !== Op.POP_JUMP_IF_TRUE) || f.code.ops![f.pc + 1] !== f.pc + 3) return false;
  const t = truthSync(vm, f.st[f.sp - 1] as PyValue);
  return t === (op === Op.POP_JUMP_IF_TRUE);
}

function step(vm: Thread, f: PyFrame, info: FrameTrace): Result {
  switch (info.stage++ as Stage) {
    case Stage.CALL:
      if (info.entered) {
        info.stage = Stage.NATIVE_RETURN;
        return NOVALUE;
      }
      return tellCall(vm, f, info);
    case Stage.PROFILE_CALL:
      return vm.profileFunc === null ? NOVALUE : tell(vm, f, vm.profileFunc, 'call', null, true);
    case Stage.ENTERED:
      entered(f, info);
      return NOVALUE;
    case Stage.NATIVE_RETURN: {
      const { native } = info;
      info.native = undefined;
      return native === undefined || vm.profileFunc === null ? NOVALUE : tell(vm, f, vm.profileFunc, 'c_return', native, true);
    }
    case Stage.STOP: {
      if (tracer(vm, f) === null || !endedBy(f, info.previous)) return NOVALUE;
      const stop = stopOf(vm, f, info);
      return stop === null ? NOVALUE : tell(vm, f, f.trace, 'exception', exceptionArg(stop));
    }
    case Stage.FIND_LINES:
      info.lines = linesBefore(f, info);
      return NOVALUE;
    case Stage.LINES:
      return nextLine(vm, f, info);
    case Stage.OPCODE:
      f.lasti = f.pc;
      return f.traceOpcodes && tracer(vm, f) !== null ? tell(vm, f, f.trace, 'opcode', null) : NOVALUE;
    case Stage.LEAVE: {
      const v = leaving(f);
      if (v === undefined) {
        info.stage = Stage.NATIVE_CALL;
        return NOVALUE;
      }
      return tellReturns(vm, f, v);
    }
    case Stage.PROFILE_LEAVE:
      left(f, info);
      info.stage = Stage.DONE;
      return NOVALUE;
    case Stage.NATIVE_CALL:
      if (vm.profileFunc === null) return NOVALUE;
      info.native = nativeCalled(f);
      return info.native === undefined ? NOVALUE : tell(vm, f, vm.profileFunc, 'c_call', info.native, true);
    default:
      return NOVALUE;
  }
}

function tellCall(vm: Thread, f: PyFrame, info: FrameTrace): Result {
  // 3.11's line of a module's and a comprehension's beginning, which is not 3.5's co_firstlineno.
  if (f.lasti < 0) {
    const { name, positions } = f.code.co;
    if (name === '<module>' && !(f.code.flags & CO.OPTIMIZED)) info.shown = 0;
    else if (name.endsWith('comp>') || name === '<genexpr>') info.shown = positions[1] ?? -1;
  }
  return vm.traceFunc === null ? NOVALUE : tell(vm, f, vm.traceFunc, 'call', null);
}

function entered(f: PyFrame, info: FrameTrace): void {
  info.shown = -1;
  info.entered = true;
  info.native = undefined;
  info.previous = f.lasti < 0 ? -1 : f.lasti;
  info.line = f.lasti < 0 ? -1 : ownLine(f.code, f.pc === f.lasti + 1 && f.code.co.code[f.pc] === Op.YIELD_FROM ? f.pc : f.lasti);
}

/**
 * The StopIteration with which the iterator of FOR_ITER or YIELD_FROM ended, if CPython made one: one raised by Python
 * code; a generator's only when it carries a value or answers a send().
 */
function stopOf(vm: Thread, f: PyFrame, info: FrameTrace): PyBaseException | null {
  if (vm.lastStop !== null && vm.lastStop.traceback !== null) return vm.lastStop;
  const value = f.code.co.code[info.previous] === Op.FOR_ITER ? vm.stopValue : (f.st[f.sp - 1] as PyValue);
  if (info.delegate === 'send' || (info.delegate === 'next' && value !== null)) return stopIteration(value).value;
  return null;
}

/** How the generator that FOR_ITER or YIELD_FROM at `f.pc` resumes is asked. */
function delegateOf(f: PyFrame): FrameTrace['delegate'] {
  const op = f.code.co.code[f.pc];
  if (op === Op.FOR_ITER) return f.st[f.sp - 1] instanceof PyGenerator ? 'next' : null;
  if (op !== Op.YIELD_FROM) return null;
  const it = f.st[f.sp - 2] as PyValue;
  if (!(it instanceof PyGenerator)) return typeOf(it).name.startsWith('async_generator_') ? 'send' : null;
  return it.cls === T.coroutine || f.st[f.sp - 1] !== null ? 'send' : 'next';
}

/** The frame's next instruction stands where FOR_ITER or YIELD_FROM at `previous` goes on after the end. */
function endedBy(f: PyFrame, previous: number): boolean {
  const op = f.code.co.code[previous];
  if (op === Op.FOR_ITER) return f.code.ops![previous + 1] === f.pc;
  return op === Op.YIELD_FROM && f.pc === previous + 1;
}

const isJump: readonly boolean[] = opByNumber.map((row) => row?.operand === 'jrel' || row?.operand === 'jabs');

/** Lines to tell before the instruction at `f.pc`: those of statements without code on the way here, then its own. */
function linesBefore(f: PyFrame, info: FrameTrace): number[] | null {
  const { code } = f;
  const { pc } = f;
  const { previous } = info;
  let out: number[] | null = null;
  const add = (line: number): void => {
    (out ??= []).push(line);
  };
  const { edges } = code.co;
  if (edges.length > 0) {
    const way = wayHere(f, previous);
    for (let i = 0; i < edges.length; i += 3) {
      if (edges[i] !== way.from || edges[i + 1] !== way.kind) continue;
      const line = edges[i + 2]!;
      if (line !== info.line) add(-2 - line);
      info.line = line;
    }
  }
  const line = ownLine(code, pc);
  if (line >= 0) {
    const bytes = code.co.code;
    let back = pc < previous && bytes[pc] !== Op.YIELD_FROM;
    // 3.11 repeats the test of a while loop at its end: what is jumped back to there is the loop's body.
    if (back && line === info.line && bytes[pc - 3] === Op.SETUP_LOOP && !edges.includes(line)) {
      back = false;
      info.toBody = true;
    } else if (info.toBody && (bytes[previous] === Op.POP_JUMP_IF_FALSE || bytes[previous] === Op.POP_JUMP_IF_TRUE)) {
      back = pc === previous + 3;
      info.toBody = false;
    }
    if (line !== info.line || back) add(line);
    info.line = line;
  }
  return out;
}

const isConditional: ReadonlySet<number> = new Set([Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE, Op.JUMP_IF_FALSE_OR_POP, Op.JUMP_IF_TRUE_OR_POP]);

/** The conditional jump at `at` goes through a JUMP_BACK that its bytes do not name (decode.ts, countBackJumps). */
function isHop(f: PyFrame, at: number): boolean {
  if (at < 0 || !isConditional.has(f.code.co.code[at]!)) return false;
  const via = f.code.ops![at + 1]!;
  return plainOp(f.code.ops!, f.code.co.code, via) === Quick.JUMP_BACK && ((f.code.co.code[at + 1]! | (f.code.co.code[at + 2]! << 8)) & 0xffff) !== (via & 0xffff);
}

/** How `f.pc` was reached: by falling on (0) or jumping (1) from an instruction; by unwinding: jumping from its SETUP. */
function wayHere(f: PyFrame, previous: number): { from: number; kind: 0 | 1 } {
  if (previous < 0) return { from: -1, kind: 0 };
  const bytes = f.code.co.code;
  const op = bytes[previous]!;
  const next = previous + (op < HAVE_ARGUMENT ? 1 : 3);
  if (next === f.pc) {
    // A conditional jump to the very next instruction: which way it went shows in the value that it took.
    const always = op === Op.JUMP_FORWARD || op === Op.JUMP_ABSOLUTE;
    const jumps = always || (isJump[op] === true && f.code.ops![previous + 1] === f.pc && op !== Op.FOR_ITER && !setups.has(op) && f.tracing!.taken);
    return { from: previous, kind: jumps ? 1 : 0 };
  }
  let target = f.code.ops![previous + 1]!;
  if (isHop(f, previous)) target = f.code.ops![target + 1]!;
  if (isJump[op] === true && !setups.has(op) && target === f.pc) return { from: previous, kind: 1 };
  for (let i = 0; i < bytes.length; i += bytes[i]! < HAVE_ARGUMENT ? 1 : 3) {
    if (setups.has(bytes[i]!) && f.code.ops![i + 1] === f.pc) return { from: i, kind: 1 };
  }
  return { from: previous, kind: 1 };
}
const setups: ReadonlySet<number> = new Set([Op.SETUP_LOOP, Op.SETUP_EXCEPT, Op.SETUP_FINALLY, Op.SETUP_WITH, Op.SETUP_ASYNC_WITH]);

function nextLine(vm: Thread, f: PyFrame, info: FrameTrace): Result {
  f.lasti = f.pc;
  const line = info.lines?.shift();
  if (line === undefined) {
    info.shown = -1;
    info.lines = null;
    return NOVALUE;
  }
  info.stage = Stage.LINES;
  if (!f.traceLines || tracer(vm, f) === null) return NOVALUE;
  info.shown = line < 0 ? -2 - line : -1;
  info.settable = true;
  return tell(vm, f, f.trace, 'line', null);
}

/** What the instruction about to run returns or yields out of the frame; undefined: it stays. */
function leaving(f: PyFrame): PyValue | undefined {
  const { st, sp } = f;
  switch (f.code.co.code[f.pc]) {
    case Op.YIELD_VALUE:
      return f.gen?.cls === T.async_generator ? new AsyncGenWrapped(st[sp - 1]) : (st[sp - 1] as PyValue);
    case Op.RETURN_VALUE:
      return passesFinally(f) ? undefined : (st[sp - 1] as PyValue);
    case Op.END_FINALLY:
      return st[sp - 1] === 8 && !passesFinally(f) ? (st[sp - 2] as PyValue) : undefined;
    default:
      return undefined;
  }
}

function passesFinally(f: PyFrame): boolean {
  for (let i = 0; i < f.blocks.length; i += 3) if (f.blocks[i] === Block.FINALLY) return true;
  return false;
}

/** A frame that is being left: what is to be told when it is entered again. */
function left(f: PyFrame, info: FrameTrace): void {
  info.entered = false;
  info.lines = null;
  if (f.gen === null) f.tracing = null;
}

/** Return events of `f` and of the generators that delegate to it (if it yields), innermost first. */
function tellReturns(vm: Thread, f: PyFrame, v: PyValue): Result {
  const queue: PyFrame[] = [f];
  if (f.code.co.code[f.pc] === Op.YIELD_VALUE) queue.push(...delegators(f));
  return sendReturns(vm, queue, 0, v);
}

/** Generators that wait in `yield from` for `f`, innermost first. */
function delegators(f: PyFrame): PyFrame[] {
  const out: PyFrame[] = [];
  for (let b = f.back; b !== null && b.isPython && b.gen !== null && b.code.co.code[b.lasti] === Op.YIELD_FROM; b = b.back) out.push(b);
  return out;
}

/** Each frame of `queue` has two events: to its f_trace, to the profiler. `at` counts them. */
function sendReturns(vm: Thread, queue: readonly PyFrame[], at: number, v: PyValue): Result {
  for (let i = at; i < 2 * queue.length; i++) {
    const b = queue[i >> 1]!;
    const info = b.tracing;
    if (info === null || info.period !== vm.tracePeriod || !info.entered) continue;
    const profile = (i & 1) === 1;
    const callback = profile ? vm.profileFunc : tracer(vm, b);
    if (profile) {
      if (i > 1) left(b, info);
    }
    if (callback === null) continue;
    if (b.tracing === null) b.tracing = info;
    const base = vm.frame;
    const r = andThen(vm, base, tell(vm, b, callback, 'return', v, profile), RETURN_TOLD, queue, i + 1, v);
    return r;
  }
  return NOVALUE;
}
const RETURN_TOLD = cont('trace.returns', (vm, _v, c) => sendReturns(vm as Thread, c.a, c.b, c.c));

/**
 * A delegate that is no generator gave `v` to generator `f`: its return events and those of the generators that
 * delegate to it. NOVALUE when there are none (left), or PUSHED.
 */
export function tellYieldFrom(vm: Thread, f: PyFrame, v: PyValue): Result {
  const queue = [f, ...delegators(f)];
  const base = vm.frame;
  return andThen(vm, base, sendReturns(vm, queue, 0, v), YIELD_TOLD, f);
}
const YIELD_TOLD = cont('trace.yielded', (_vm, v, c) => {
  const f = c.a as PyFrame;
  if (f.tracing !== null) {
    left(f, f.tracing);
    f.tracing.stage = Stage.CALL;
  }
  return v;
});

/** The native that the call about to run calls, as the profiler is told of it. */
function nativeCalled(f: PyFrame): PyValue | undefined {
  const { st, sp, pc } = f;
  const ops = f.code.ops!;
  const arg = ops[pc + 1]!;
  let at: number;
  switch (ops[pc]) {
    case Op.CALL_FUNCTION:
      at = sp - (arg & 255) - 2 * (arg >> 8) - 1;
      break;
    case Quick.CALL_METHOD:
      at = sp - arg - 2;
      if (st[at] === undefined) at++;
      break;
    case Op.CALL_FUNCTION_VAR:
    case Op.CALL_FUNCTION_KW:
      at = sp - (arg & 255) - 2 * ((arg >> 8) & 255) - 2;
      break;
    case Op.CALL_FUNCTION_VAR_KW:
      at = sp - (arg & 255) - 2 * ((arg >> 8) & 255) - 3;
      break;
    default:
      return undefined;
  }
  const fn = st[at] as PyValue;
  if (!(fn instanceof NativeFunction)) return undefined;
  if (fn.cls === T.builtin_function_or_method) return fn;
  const self = st[at + 1] as PyValue | undefined;
  return fn.cls === T.method_descriptor && self !== undefined && at + 1 < sp ? fn.bind(self) : undefined;
}

// ---- exceptions -----------------------------------------------------------------------------------------

function exceptionArg(exc: PyBaseException): PyTuple {
  return new PyTuple([exc.cls, exc, exc.traceback]);
}

/** `vm.exc` was raised at `pc` in `f`: true when events are to be told before its handler is looked for. */
export function mustTell(vm: Thread, f: PyFrame, pc: number, again: boolean): boolean {
  if (!vm.traced || vm.inTrace || f.code.hidden) return false;
  vm.raising = { frame: f, exc: vm.exc!, again, stage: 0, unstarted: false, ready: false };
  vm.exc = null;
  f.pc = pc;
  return true;
}

function tellRaising(vm: Thread, f: PyFrame, raising: Raising): 0 | 2 | 3 {
  const info = infoOf(vm, f);
  const leaves = !f.blocks.some((type, i) => i % 3 === 0 && (type === Block.EXCEPT || type === Block.FINALLY));
  while (!raising.ready && vm.raising === raising) {
    const r = vm.traced ? raisingStep(vm, f, info, raising, leaves) : ready(raising);
    if (r === PUSHED) return 2;
    if (r === undefined) return 3;
  }
  info.previous = f.pc;
  info.stage = Stage.CALL;
  info.shown = -1;
  info.lines = null;
  if (leaves) left(f, info);
  vm.exc = raising.exc;
  return 3;
}

function ready(raising: Raising): Result {
  raising.ready = true;
  return NOVALUE;
}

function raisingStep(vm: Thread, f: PyFrame, info: FrameTrace, raising: Raising, leaves: boolean): Result {
  switch (raising.stage++) {
    case 0:
      raising.unstarted = !info.entered && f.pc === 0;
      if (raising.unstarted) {
        const { firstlineno } = f.code.co;
        const tb = raising.exc.traceback;
        info.shown = firstlineno;
        if (tb !== null && tb.frame === f) raising.exc.traceback = new PyTraceback(tb.next, f, -1);
      }
      return info.entered ? NOVALUE : tellCall(vm, f, info);
    case 1:
      return info.entered || vm.profileFunc === null ? NOVALUE : tell(vm, f, vm.profileFunc, 'call', null, true);
    case 2:
      if (!info.entered) entered(f, info);
      if (raising.unstarted) info.shown = f.code.co.firstlineno;
      return NOVALUE;
    case 3: {
      const { native } = info;
      info.native = undefined;
      return native === undefined || vm.profileFunc === null ? NOVALUE : tell(vm, f, vm.profileFunc, 'c_exception', native, true);
    }
    case 4:
      vm.lastStop = null;
      f.lasti = f.pc;
      return raising.again || tracer(vm, f) === null ? NOVALUE : tell(vm, f, f.trace, 'exception', exceptionArg(raising.exc));
    case 5:
      if (raising.again) info.shown = f.code.co.code[f.pc - 1] === Op.WITH_CLEANUP_FINISH && raising.exc.traceback?.frame === f ? raising.exc.traceback.lineno : -1;
      return leaves && tracer(vm, f) !== null ? tell(vm, f, f.trace, 'return', null) : NOVALUE;
    case 6:
      return leaves && vm.profileFunc !== null ? tell(vm, f, vm.profileFunc, 'return', null, true) : NOVALUE;
    default:
      return ready(raising);
  }
}
