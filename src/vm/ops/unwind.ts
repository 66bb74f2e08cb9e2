/**
 * Leaving: unwinding the block stack for an exception, return, break or continue; leaving a frame; handing
 * a result to the frame below. CPython 3.5's block machinery (bytecode-35: "Run time"), with 3.11's rules
 * for exception context.
 */
import { Op } from '../../bytecode/opcodes.js';
import { NOVALUE, PUSHED, T, typeOf, type Cont, type PyValue, type Result } from '../../objects/object.js';
import { error, InternalError, PyException, stopIteration, typeError } from '../../objects/errors.js';
import { PyBaseException } from '../../objects/exception.js';
import { PyTraceback } from '../../objects/traceback.js';
import { Block, type PyFrame } from '../../objects/frame.js';
import { PyType, typeName, typeRepr } from '../../objects/type.js';
import type { PyGenerator } from '../../objects/generator.js';
import { call } from '../../objects/call.js';
import { instantiate } from '../../objects/fast-call.js';
import { cont, andThen } from '../../objects/object.js';
import { aboutAttribute } from '../../objects/attribute.js';
import { Quick } from '../quick.js';
import { raiseStop } from '../../objects/iterate.js';
import type { Thread } from '../thread.js';
import { STOP } from '../thread.js';
import { LimitError } from '../limits.js';
import { mustTell } from '../tracing.js';
import { Why } from '../why.js';

/**
 * Looks for a handler of `vm.exc` in `f`, which raised at `pc`. True: `f.pc`, `f.sp` are at the handler.
 * False: `f` was left, the exception is still in flight. `again`: no new traceback entry.
 */
export function unwindException(vm: Thread, f: PyFrame, pc: number, again: boolean): boolean {
  if (!(vm.exc instanceof PyBaseException)) vm.exc = error('SystemError', 'bad bytecode: raised what is no exception').value;
  let exc = vm.exc;
  if (f.virtual !== 0) realBlocks(f, pc);
  if (vm.raising !== null && vm.raising.ready && vm.raising.frame === f) vm.raising = null;
  else {
    if (!again) {
      const handled = vm.handled;
      if (handled !== null && handled !== exc) {
        // throw(): the context is what the generators on the way handle themselves, not what the caller does.
        if (exc.thrown !== false) {
          if (exc.thrown === true && f.gen !== null && handled !== f.savedHandled) setContext(exc, handled);
        } else if (exc.traceback === null && exc.context === null) setContext(exc, handled);
      }
      if (exc.thrown === 'out' || (exc.thrown && f.gen === null)) exc.thrown = false;
      if (!f.code.hidden) {
        exc.traceback = new PyTraceback(exc.traceback, f, pc);
        f.captured = true;
      }
    }
    if (vm.traced && mustTell(vm, f, pc, again)) return true;
  }
  const { blocks, st } = f;
  while (blocks.length > 0) {
    const n = blocks.length - 3;
    const type = blocks[n]!;
    const level = blocks[n + 2]! | 0;
    if (type === Block.EXCEPT_HANDLER) {
      popHandler(vm, f);
      continue;
    }
    const handler = blocks[n + 1]! | 0;
    cut(blocks, n);
    f.sp = level;
    if (type === Block.LOOP) continue;
    // EXCEPT or FINALLY
    exc = vm.exc!;
    if (exc.cls.isSubtype(T.StopAsyncIteration!) && storesTarget(f.code.co.code, pc, handler)) continue;
    let sp = level;
    blocks.push(Block.EXCEPT_HANDLER, -1, sp);
    const old = vm.handled;
    if (old === null) {
      st[sp++] = null;
      st[sp++] = null;
      st[sp++] = null;
    } else {
      st[sp++] = old.traceback;
      st[sp++] = old;
      st[sp++] = old.cls;
    }
    st[sp++] = exc.traceback;
    st[sp++] = exc;
    st[sp++] = exc.cls;
    f.sp = sp;
    f.pc = handler;
    vm.handled = exc;
    exc.thrown = false;
    vm.exc = null;
    return true;
  }
  if (again && isCleanup(f.code.co.code, pc) && exc.traceback instanceof PyTraceback && exc.traceback.frame === f) f.lasti = exc.traceback.lasti;
  // What `except*` made of several was raised without a context: the caller's is none either.
  if (again && exc.traceback === null) exc.thrown = 'out';
  leaveRaising(vm, f);
  return false;
}

/**
 * Whether `pc` assigns the target of an `async for` whose end is looked for at `handler`. 3.5's code does that inside the `try`
 * which waits for StopAsyncIteration; one that the assignment raises does not end the loop (since 3.7).
 */
function storesTarget(code: Uint8Array, pc: number, handler: number): boolean {
  for (let i = Math.min(pc, handler) - 8; i >= 0; i--) {
    if (code[i] === Op.SETUP_EXCEPT && code[i + 3] === Op.GET_ANEXT && i + 3 + code[i + 1]! + 256 * code[i + 2]! === handler) return true;
  }
  return false;
}

/**
 * Whether the END_FINALLY at `pc` ends a `with`, or the part that deletes the name of `except ... as`: what goes on there is where it was
 * raised, in 3.11 also to `f_lineno`.
 */
function isCleanup(code: Uint8Array, pc: number): boolean {
  if (code[pc] !== Op.END_FINALLY) return false;
  if (code[pc - 1] === Op.WITH_CLEANUP_FINISH) return true;
  const store = code[pc - 6]!;
  return code[pc - 9] === Op.LOAD_CONST && CLEARED.get(store) === code[pc - 3] && code[pc - 5] === code[pc - 2] && code[pc - 4] === code[pc - 1];
}
const CLEARED = new Map([[Op.STORE_FAST, Op.DELETE_FAST], [Op.STORE_NAME, Op.DELETE_NAME], [Op.STORE_GLOBAL, Op.DELETE_GLOBAL], [Op.STORE_DEREF, Op.DELETE_DEREF]]);

/**
 * The same for compiled code that has a handler of its own, which it goes to by itself: false where something is not as usual (nothing has
 * happened then).
 */
export function caught(vm: Thread, f: PyFrame, again: number): boolean {
  const { exc } = vm;
  if (!(exc instanceof PyBaseException) || exc.thrown !== false || vm.raising !== null || vm.traceFunc !== null || vm.profileFunc !== null) return false;
  if (again === 0) {
    const { handled } = vm;
    if (handled !== null && handled !== exc && exc.traceback === null && exc.context === null) setContext(exc, handled);
    if (!f.code.hidden) {
      exc.traceback = new PyTraceback(exc.traceback, f, f.lasti);
      f.captured = true;
    }
  }
  vm.handled = exc;
  vm.exc = null;
  return true;
}

/** Compiled code keeps no block stack: puts the one of offset `pc` into the frame. */
export function realBlocks(f: PyFrame, pc: number): void {
  const copy = f.virtual - 1;
  f.virtual = 0;
  const { blocks } = f;
  cut(blocks, 0);
  const at = (f.code.jit as { blocksAt(pc: number, copy: number, size: number, base: number): readonly number[] }).blocksAt(pc, copy, f.code.co.code.length, f.code.nfixed);
  for (let i = 0; i < at.length; i++) blocks.push(at[i]!);
}

/** `blocks.length = n`, which V8 does in its runtime; popping is inlined. */
function cut(blocks: number[], n: number): void {
  while (blocks.length > n) blocks.pop();
}

/** `exc.__context__ = context`, without making a cycle (_PyErr_SetObject). */
export function setContext(exc: PyBaseException, context: PyBaseException): void {
  if (exc === context) return;
  let o: PyBaseException = context;
  // Floyd's algorithm, as in CPython: a chain may already have a cycle.
  let slow: PyBaseException = context;
  let step = false;
  for (;;) {
    const c = o.context;
    if (c === null) break;
    if (c === exc) {
      o.context = null;
      break;
    }
    o = c;
    if (o === slow) break;
    if (step) slow = slow.context!;
    step = !step;
  }
  exc.context = context;
}

/** Pops an EXCEPT_HANDLER block: cuts the stack, restores the exception that was being handled before. */
export function popHandler(vm: Thread, f: PyFrame): void {
  const { blocks, st } = f;
  const n = blocks.length - 3;
  const level = blocks[n + 2]! | 0;
  cut(blocks, n);
  const old = st[level + 1];
  // The outermost handler of a frame gives back what was handled outside (a generator may have moved).
  let outermost = true;
  for (let i = n - 3; i >= 0; i -= 3) {
    if (blocks[i] === Block.EXCEPT_HANDLER) {
      outermost = false;
      break;
    }
  }
  vm.handled = outermost ? f.savedHandled : ((old as PyBaseException | null) ?? null);
  f.sp = level;
}

export function popExcept(vm: Thread, f: PyFrame): void {
  if (f.blocks[f.blocks.length - 3] !== Block.EXCEPT_HANDLER) throw new InternalError('popped block is not an except handler');
  popHandler(vm, f);
}

/** RETURN_VALUE with blocks open. True: a finally block runs first (`f.pc`, `f.sp`). */
export function unwindReturn(vm: Thread, f: PyFrame, v: PyValue): boolean {
  return unwindWhy(vm, f, Why.RETURN, v);
}

export function unwindBreak(vm: Thread, f: PyFrame): void {
  if (!unwindWhy(vm, f, Why.BREAK, null)) throw new InternalError('break outside a loop');
}

export function unwindContinue(vm: Thread, f: PyFrame, target: number): void {
  // A way back to a loop's start that the run loop does not count.
  vm.charge(1);
  if (!unwindWhy(vm, f, Why.CONTINUE, target)) throw new InternalError('continue outside a loop');
}

function unwindWhy(vm: Thread, f: PyFrame, why: number, v: PyValue): boolean {
  const { blocks, st } = f;
  while (blocks.length > 0) {
    const n = blocks.length - 3;
    const type = blocks[n]!;
    const level = blocks[n + 2]! | 0;
    if (type === Block.LOOP && why === Why.CONTINUE) {
      const target = v as number;
      const at = f.code.co.code[target];
      const next = f.code.co.code[target + 3];
      const keep = at === Op.FOR_ITER || (at === Op.SETUP_EXCEPT && next === Op.GET_ANEXT) ? 1 : 0;
      f.sp = level + keep;
      f.pc = target;
      return true;
    }
    if (type === Block.EXCEPT_HANDLER) {
      popHandler(vm, f);
      continue;
    }
    const handler = blocks[n + 1]! | 0;
    cut(blocks, n);
    f.sp = level;
    if (type === Block.LOOP) {
      if (why === Why.BREAK) {
        f.pc = handler;
        return true;
      }
    } else if (type === Block.FINALLY) {
      if (why === Why.RETURN || why === Why.CONTINUE) st[f.sp++] = v;
      st[f.sp++] = why;
      f.pc = handler;
      return true;
    }
  }
  return false;
}

/**
 * END_FINALLY with a status other than None. 0: goes on at `f.pc`; 1: `vm.exc` is to be raised again;
 * 2: `vm.returning` is on its way out of the frame.
 */
export function endFinally(vm: Thread, f: PyFrame, status: PyValue): 0 | 1 | 2 {
  if (typeof status === 'number') {
    if (status === Why.SILENCED) {
      popHandler(vm, f);
      return 0;
    }
    const v = status === Why.RETURN || status === Why.CONTINUE ? f.st[--f.sp] : null;
    if (unwindWhy(vm, f, status, v)) return 0;
    vm.returning = v;
    return 2;
  }
  if (!(status instanceof PyType)) throw new InternalError("'finally' pops bad exception");
  const exc = f.st[f.sp - 1] as PyBaseException;
  f.sp -= 2;
  vm.exc = exc;
  return 1;
}

/** A frame that someone keeps is done: `f_back` stays valid, so the frame below may not be pooled either. */
export function finishCaptured(f: PyFrame): void {
  f.finished = true;
  let b = f.back;
  while (b !== null && !b.isPython) b = b.back;
  if (b !== null) b.captured = true;
}

/** Takes `f` off the frame stack because of `vm.exc`. */
function leaveRaising(vm: Thread, f: PyFrame): void {
  vm.depth--;
  vm.frame = f.back;
  vm.handled = f.savedHandled;
  f.newObject = undefined;
  const gen = f.gen;
  if (gen !== null) {
    gen.running = false;
    gen.frame = null;
    f.finished = true;
    stopEscapes(vm, gen);
    return;
  }
  f.special = false;
  if (f.captured) finishCaptured(f);
}

/** `vm.exc` leaves the body of `gen`: PEP 479. */
export function stopEscapes(vm: Thread, gen: PyGenerator): void {
  const exc = vm.exc!;
  const isAsyncGen = gen.cls === T.async_generator;
  if (exc.cls.isSubtype(T.StopIteration!)) replaceStop(vm, `${isAsyncGen ? 'async generator' : gen.cls === T.coroutine ? 'coroutine' : 'generator'} raised StopIteration`);
  else if (isAsyncGen && exc.cls.isSubtype(T.StopAsyncIteration!)) replaceStop(vm, 'async generator raised StopAsyncIteration');
}

/** A StopIteration that leaves a generator's body becomes a RuntimeError. */
function replaceStop(vm: Thread, msg: string): void {
  const old = vm.exc!;
  const e = error('RuntimeError', msg).value;
  e.cause = old;
  e.context = old;
  e.suppressContext = true;
  vm.exc = e;
}

/** A return out of a frame that is more than a plain call. Result: what to deliver. */
export function leaveSpecial(vm: Thread, f: PyFrame, v: PyValue): Result {
  vm.depth--;
  vm.frame = f.back;
  const gen = f.gen;
  if (gen !== null) {
    gen.running = false;
    gen.frame = null;
    f.finished = true;
    vm.handled = f.savedHandled;
    if (gen.cls === T.async_generator) {
      gen.closed = true;
      return vm.raise(error('StopAsyncIteration'));
    }
    vm.exc = null;
    vm.stopValue = v;
    f.back = null;
    return undefined;
  }
  const made = f.newObject;
  f.newObject = undefined;
  f.special = false;
  const poolable = !f.captured;
  if (poolable) {
    for (let i = 0; i < f.code.nfixed; i++) f.st[i] = undefined;
    f.back = f.code.pool;
    f.code.pool = f;
  } else finishCaptured(f);
  if (made === undefined) return v;
  if (v !== null) return vm.raise(typeError(`__init__() should return None, not '${typeName(v)}'`));
  return made;
}

/** RETURN that went through finally blocks. */
export function leaveFrame(vm: Thread, f: PyFrame, v: PyValue): Result {
  if (f.special) return leaveSpecial(vm, f, v);
  vm.depth--;
  vm.frame = f.back;
  if (f.captured) finishCaptured(f);
  else {
    for (let i = 0; i < f.code.nfixed; i++) f.st[i] = undefined;
    f.back = f.code.pool;
    f.code.pool = f;
  }
  return v;
}

/**
 * Hands `r` to the continuations on top of the frame stack, until a Python frame is on top. PUSHED: new
 * frames are to run; STOP: the host's continuation was reached.
 */
export function resumeConts(vm: Thread, r: Result): Result {
  for (;;) {
    const c = vm.frame as Cont;
    vm.frame = c.back;
    const { row } = c;
    if (r === undefined) {
      if (vm.exc === null) {
        if (!row.iter) raiseStop(vm);
      } else if (row.iter && !row.catches && vm.exc.cls.isSubtype(T.StopIteration!)) {
        // A StopIteration that came up through other continuations is exhaustion to whom asked for an item.
        vm.stopValue = vm.exc.field('value');
        vm.exc = null;
      }
    }
    if (r !== undefined || (vm.exc === null ? row.iter : row.catches)) {
      try {
        r = row.fn(vm, r, c);
      } catch (e) {
        if (!(e instanceof PyException)) throw e;
        vm.exc = e.value;
        r = undefined;
      }
    }
    if (r === PUSHED || r === STOP) return r;
    if (vm.frame!.isPython) return r;
  }
}

/**
 * `f`'s operation failed or was exhausted. Where FOR_ITER or YIELD_FROM takes exhaustion (or a
 * StopIteration) as its end: the offset to go on at; else -1, and `vm.exc` is to be raised in `f`.
 */
export function deliverFailure(vm: Thread, f: PyFrame): number {
  const op = f.code.co.code[f.lasti];
  // A property's getter failed (the object still stands where it was popped from).
  if (op === Op.LOAD_ATTR && vm.exc !== null && f.code.ops![f.lasti] !== Quick.LOAD_METHOD) aboutAttribute(vm, f.st[f.sp] as PyValue, f.code.names[f.code.ops![f.lasti + 1]!]!);
  if (vm.exc !== null && vm.exc.thrown === 'here') {
    vm.exc.thrown = true;
    return -1;
  }
  const stop = vm.exc === null || vm.exc.cls.isSubtype(T.StopIteration!);
  if (stop && (op === Op.FOR_ITER || op === Op.YIELD_FROM)) {
    if (vm.exc !== null) {
      vm.stopValue = vm.exc.field('value');
      vm.exc = null;
    }
    if (op === Op.FOR_ITER) {
      f.sp--;
      return f.code.ops![f.lasti + 1]!;
    }
    f.st[f.sp - 1] = vm.stopValue;
    vm.stopValue = null;
    return f.lasti + 1;
  }
  if (vm.exc === null) raiseStop(vm);
  return -1;
}

/** RAISE_VARARGS. NOVALUE: re-raise `vm.exc` as it is. */
export function raiseVarargs(vm: Thread, n: number, exc: PyValue, cause: PyValue): Result {
  if (n === 0) {
    if (vm.handled === null) return vm.raise(error('RuntimeError', 'No active exception to reraise'));
    vm.exc = vm.handled;
    return NOVALUE;
  }
  if (exc instanceof PyBaseException) return raiseWith(vm, exc, n === 2 ? cause : undefined);
  if (exc instanceof PyType && exc.isSubtype(T.BaseException)) {
    const base = vm.frame;
    return andThen(vm, base, (exc.cls === T.type ? instantiate(vm, exc, [], 0, 0) : null) ?? call(vm, exc, []), RAISE_MADE, exc, n === 2 ? cause : undefined);
  }
  return vm.raise(typeError('exceptions must derive from BaseException'));
}

const RAISE_MADE = cont('raise.made', (vm, e, c) => {
  if (!(e instanceof PyBaseException)) {
    return vm.raise(typeError(`calling ${typeRepr(c.a)} should have returned an instance of BaseException, not ${typeRepr(typeOf(e!))}`));
  }
  return raiseWith(vm as Thread, e, c.b);
});

function raiseWith(vm: Thread, exc: PyBaseException, cause: PyValue | undefined): Result {
  if (cause !== undefined) {
    if (cause === null) exc.cause = null;
    else if (cause instanceof PyBaseException) exc.cause = cause;
    else if (cause instanceof PyType && cause.isSubtype(T.BaseException)) {
      const base = vm.frame;
      return andThen(vm, base, call(vm, cause, []), RAISE_CAUSE, exc, cause);
    } else return vm.raise(typeError('exception causes must derive from BaseException'));
    exc.suppressContext = true;
  }
  return raiseNow(vm, exc);
}

const RAISE_CAUSE = cont('raise.cause', (vm, made, c) => {
  if (!(made instanceof PyBaseException)) return vm.raise(typeError('exception causes must derive from BaseException'));
  c.a.cause = made;
  c.a.suppressContext = true;
  return raiseNow(vm as Thread, c.a);
});

function raiseNow(vm: Thread, exc: PyBaseException): undefined {
  if (vm.handled !== null && vm.handled !== exc) setContext(exc, vm.handled);
  vm.exc = exc;
  return undefined;
}

/** What a JS exception out of a native is: a Python exception, a host limit, or a bug of ours. */
export function nativeThrew(vm: Thread, e: unknown, f: PyFrame, pc: number): void {
  if (e instanceof PyException) {
    vm.exc = e.value;
    return;
  }
  if (e instanceof LimitError) throw e;
  if (e instanceof RangeError) {
    const mapped = mapRangeError(e);
    if (mapped !== null) {
      vm.exc = mapped.value;
      return;
    }
  }
  if (vm.state.untrustedCode === true) {
    // A program that made code of its own: what the verifier could not see shows here.
    vm.exc = error('SystemError', `bad bytecode: ${e instanceof Error ? e.message : String(e)}`).value;
    return;
  }
  if (e instanceof InternalError) throw e;
  throw internal(e, f, pc);
}

/** JS limits that guest programs can reach: stack overflow in a native, string, array or BigInt too long. */
function mapRangeError(e: RangeError): PyException | null {
  const m = e.message;
  if (m.includes('call stack')) return error('RecursionError', 'maximum recursion depth exceeded');
  if (m.includes('string length') || m.includes('array length') || m.includes('Array buffer') || m.includes('Map maximum') || m.includes('Set maximum') || m.includes('typed array length')) {
    return error('MemoryError');
  }
  if (m.includes('BigInt')) return error('MemoryError');
  return null;
}

function internal(e: unknown, f: PyFrame, pc: number): InternalError {
  const where = f === null ? '' : ` in ${f.code.co.name} at ${f.code.co.filename}, offset ${pc} (opcode ${f.code.co.code[pc]})`;
  const err = new InternalError(`${e instanceof Error ? e.message : String(e)}${where}; this is a bug in pyvm, please report it`);
  if (e instanceof Error) err.cause = e;
  return err;
}

/** A native had nothing to give and Python code called it by name (`it.__next__()`): that is a StopIteration. */
export function noException(vm: Thread): void {
  vm.raise(stopIteration(null));
}

export function unknownOpcode(f: PyFrame, pc: number, op: number): never {
  throw new InternalError(`unknown opcode ${op} at ${pc} in ${f.code.co.name}`);
}

export function rotN(st: any[], sp: number, n: number): void {
  const top = st[sp - 1];
  for (let i = sp - 1; i > sp - n; i--) st[i] = st[i - 1];
  st[sp - n] = top;
}

export { stopIteration };
