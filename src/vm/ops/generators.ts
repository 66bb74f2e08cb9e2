/**
 * Generators and coroutines in the run loop: yielding, `yield from`, await; send, throw and close as the
 * natives of their types use them. A suspended generator is a frame on nobody's stack.
 */
import { CO } from '../../bytecode/code.js';
import { Op } from '../../bytecode/opcodes.js';
import { Cont, cont, insertCont, NOVALUE, PUSHED, andThen, T, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { error, PyException, runtimeError, typeError } from '../../objects/errors.js';
import { PyBaseException } from '../../objects/exception.js';
import { PyGenerator } from '../../objects/generator.js';
import { PyTraceback } from '../../objects/traceback.js';
import { realBlocks, setContext, stopEscapes } from './unwind.js';
import { generatorKind, iter, next, resumeGenerator } from '../../objects/iterate.js';
import { call, callPrelude, callUnbound, pushFrame } from '../../objects/call.js';
import { getattr, getattrOptional } from '../../objects/attribute.js';
import { typeName } from '../../objects/type.js';
import { AsyncGenWrapped } from '../../objects/async-gen.js';
import { tellYieldFrom } from '../tracing.js';
import { Block, type PyFrame } from '../../objects/frame.js';
import type { Thread } from '../thread.js';

/** Suspends `f` (its pc, lasti and sp are set) and takes it off the frame stack. */
function suspend(vm: Thread, f: PyFrame): void {
  const gen = f.gen!;
  gen.running = false;
  if (vm.handled !== f.savedHandled || (vm.handled !== null && handles(f))) {
    gen.handled = vm.handled;
    vm.handled = f.savedHandled;
  }
  vm.depth--;
  vm.frame = f.back;
  f.back = null;
}

/** Whether `f` is inside an except or finally handler (what it handles may be what its caller handles too). */
function handles(f: PyFrame): boolean {
  // Not `lasti`: of a frame that delegates it stands before the instruction.
  if (f.virtual !== 0) realBlocks(f, f.pc);
  for (let i = 0; i < f.blocks.length; i += 3) if (f.blocks[i] === Block.EXCEPT_HANDLER) return true;
  return false;
}

const delegates = (f: PyFrame): boolean => f.lasti >= 0 && f.code.co.code[f.lasti] === Op.YIELD_FROM;

/**
 * A value leaves generator frame `f`, and every generator that delegates to it with `yield from`: to
 * whoever resumed the outermost. Result: the value to deliver there.
 */
export function yieldValue(vm: Thread, f: PyFrame, v: PyValue): Result {
  const back = f.back!;
  const wrapped = f.gen!.cls === T.async_generator && f.code.co.code[f.lasti] === Op.YIELD_VALUE ? new AsyncGenWrapped(v) : v;
  suspend(vm, f);
  let b = back;
  while (b.isPython && b.gen !== null && delegates(b)) {
    const up = b.back!;
    // CPython 3.5: the instruction will run again on resume, so f_lasti stands one before it.
    b.pc = b.lasti;
    b.lasti -= 1;
    suspend(vm, b);
    b = up;
  }
  return wrapped;
}

/** YIELD_FROM: hands `v` to the delegate. A value: to be delivered below; PUSHED; undefined: ended or raised. */
export function yieldFrom(vm: Thread, f: PyFrame, it: PyValue, v: PyValue): Result {
  if (it instanceof PyGenerator && it.cls !== T.async_generator) {
    const r = resumeChain(vm, it, v);
    return r;
  }
  const base = vm.frame;
  let r: Result;
  if (v === null) r = next(vm, it);
  else r = andThen(vm, base, getattrCall(vm, it, 'send', v), STOP_TO_END);
  if (r === PUSHED) return insertCont(vm, base, new Cont(YIELD_DELEGATED, f, null, null, null));
  if (r === undefined) return undefined;
  return yieldDelegated(vm, f, r);
}

function getattrCall(vm: Thread, o: PyValue, name: string, v: PyValue): Result {
  const base = vm.frame;
  const m = typeOf(o).lookup(name);
  if (m !== undefined) return callUnbound(vm, m, o, [v]);
  return andThen(vm, base, getattr(vm, o, name), CALL_METHOD, v);
}

const CALL_METHOD = cont('yieldfrom.send', (vm, m, c) => call(vm, m!, [c.a]), { iter: true });

const STOP_TO_END = cont(
  'yieldfrom.stop',
  (vm, v) => {
    if (v === undefined && vm.exc !== null && vm.exc.cls.isSubtype(T.StopIteration!)) {
      vm.stopValue = vm.exc.field('value');
      vm.exc = null;
    }
    return v;
  },
  { catches: true, iter: true },
);

/** A delegate that is no generator gave a value: `f` yields it. */
function yieldDelegated(vm: Thread, f: PyFrame, v: PyValue): Result {
  if (vm.traced && !vm.inTrace && !f.code.hidden) {
    const base = vm.frame;
    return andThen(vm, base, tellYieldFrom(vm, f, v), YIELD_TOLD, f, v);
  }
  return suspendDelegators(vm, f, v);
}
const YIELD_TOLD = cont('yieldfrom.told', (vm, _v, c) => suspendDelegators(vm as Thread, c.a, c.b));

function suspendDelegators(vm: Thread, f: PyFrame, v: PyValue): Result {
  // f is on top; its lasti is at YIELD_FROM.
  f.pc = f.lasti;
  f.lasti -= 1;
  const back = f.back!;
  suspend(vm, f);
  let b = back;
  while (b.isPython && b.gen !== null && delegates(b)) {
    const up = b.back!;
    b.pc = b.lasti;
    b.lasti -= 1;
    suspend(vm, b);
    b = up;
  }
  return v;
}

const YIELD_DELEGATED = cont('yieldfrom.value', (vm, v, c) => yieldDelegated(vm as Thread, c.a, v!));

/**
 * Resumes `gen`; while it is suspended in a `yield from` to another generator, goes on to that one at
 * once: a chain of n delegations is walked here and not through n instructions.
 */
function resumeChain(vm: Thread, gen: PyGenerator, v: PyValue): Result {
  // Under a trace function every generator of the chain is entered, one by one.
  while (!vm.traced) {
    const f = gen.frame;
    // Suspended in YIELD_FROM: lasti is one before it, pc on it.
    if (f === null || gen.running || f.lasti < 0 || f.pc !== f.lasti + 1 || f.code.co.code[f.pc] !== Op.YIELD_FROM) break;
    const it = f.st[f.sp - 1] as PyValue;
    if (!(it instanceof PyGenerator) || it.cls === T.async_generator || it.running || it.frame === null) break;
    if (enter(vm, gen) === undefined) return undefined;
    f.lasti = f.pc;
    gen = it;
  }
  return resumeGenerator(vm, gen, v);
}

/** send() of generators and coroutines. */
export function send(vm: Thread, gen: PyGenerator, v: PyValue): Result {
  return resumeChain(vm, gen, v);
}

/** The object a suspended generator delegates to, or null. */
export function yieldFromTarget(gen: PyGenerator): PyValue {
  const f = gen.frame;
  if (f === null || f.lasti < 0) return null;
  if (gen.running) return null;
  return f.code.co.code[f.lasti + 1] === Op.YIELD_FROM && f.pc === f.lasti + 1 ? (f.st[f.sp - 1] as PyValue) : null;
}

/** Puts `gen`'s frame on the stack without giving it a value. */
function enter(vm: Thread, gen: PyGenerator): Result {
  const f = gen.frame!;
  const r = pushFrame(vm, f);
  if (r === undefined) return r;
  gen.running = true;
  if (gen.handled !== null) {
    vm.handled = gen.handled;
    gen.handled = null;
  }
  return r;
}

/** throw(exc) into a generator or coroutine, through its `yield from` chain. */
export function throwInto(vm: Thread, gen: PyGenerator, exc: PyBaseException, raw: readonly PyValue[] = [exc]): Result {
  if (gen.running) return vm.raise(error('ValueError', `${generatorKind(gen)} already executing`));
  const f = gen.frame;
  if (f === null) {
    if (gen.cls === T.coroutine) return vm.raise(runtimeError('cannot reuse already awaited coroutine'));
    // It comes out as it went in: what the caller handles is not its context.
    exc.thrown = 'out';
    vm.exc = exc;
    return undefined;
  }
  const target = yieldFromTarget(gen);
  if (target === null) return throwHere(vm, gen, exc);
  if (exc.cls.isSubtype(T.GeneratorExit!)) {
    // The delegate is closed first; what its close() raises replaces exc.
    if (enter(vm, gen) === undefined) return undefined;
    f.lasti += 1;
    const base = vm.frame;
    const r = target instanceof PyGenerator && target.cls !== T.async_generator ? closeGenerator(vm, target) : closeOther(vm, target);
    if (r === undefined) return failIn(vm, f);
    if (r === PUSHED) return insertCont(vm, base, new Cont(THEN_THROW, f, exc, null, null));
    return failWith(vm, f, exc);
  }
  if (!(target instanceof PyGenerator) || target.cls === T.async_generator) {
    // What the lookup raises is not the generator's: it stays where it is.
    return andThen(vm, vm.frame, getattrOptional(vm, target, 'throw'), THROW_METHOD, gen, exc, raw);
  }
  if (enter(vm, gen) === undefined) return undefined;
  f.lasti += 1; // at YIELD_FROM: the delegate is running
  const base = vm.frame;
  return settle(vm, f, base, throwInto(vm, target, exc, raw));
}

const THROW_METHOD = cont(
  'throw.method',
  (vm, m, c) => {
    if (m === undefined && vm.exc !== null) return undefined;
    const f = (c.a as PyGenerator).frame!;
    if (enter(vm as Thread, c.a) === undefined) return undefined;
    f.lasti += 1;
    const base = vm.frame;
    if (m !== undefined) return settle(vm as Thread, f, base, call(vm, m, c.c as readonly PyValue[]));
    // No throw(): the exception is raised at the yield from itself, where a StopIteration is not the delegate's end.
    vm.exc = c.b as PyBaseException;
    vm.exc.thrown = 'here';
    return settle(vm as Thread, f, base, undefined);
  },
  { iter: true },
);

/** The delegate's throw() answered at once, or frames were pushed for it. `f` stands at YIELD_FROM, on top. */
function settle(vm: Thread, f: PyFrame, base: PyFrame | Cont | null, r: Result): Result {
  if (r === PUSHED) {
    const top = vm.frame;
    // A generator delegate delivers its values through yieldValue; anything else yields through us.
    if (top !== f && !(top !== null && top.isPython && top.gen !== null && top.back === f)) {
      return insertCont(vm, base, new Cont(SETTLED, f, null, null, null));
    }
    return PUSHED;
  }
  if (r === undefined) return failIn(vm, f);
  return yieldDelegated(vm, f, r);
}

const SETTLED = cont('throw.settled', (vm, v, c) => yieldDelegated(vm as Thread, c.a, v!));
const THEN_THROW = cont('throw.closed', (vm, _v, c) => failWith(vm as Thread, c.a, c.b));

/** Makes `f` (on top, at YIELD_FROM) see `vm.exc` (or exhaustion) when it is entered. */
function failIn(vm: Thread, f: PyFrame): Result {
  const exc = vm.exc;
  const stop = vm.stopValue;
  vm.exc = null;
  if (exc !== null && vm.handled !== null && vm.handled !== f.savedHandled) setContext(exc, vm.handled);
  return push(vm, new Cont(FAIL, exc, stop, null, null));
}

function failWith(vm: Thread, f: PyFrame, exc: PyBaseException): Result {
  void f;
  return push(vm, new Cont(FAIL, exc, null, null, null));
}

function push(vm: Thread, c: Cont): Result {
  c.back = vm.frame;
  vm.frame = c;
  return PUSHED;
}

/** A Cont that, when it is run, fails with its state (see the run loop's ENTER). */
const FAIL = cont('fail', (vm, _v, c) => {
  vm.exc = c.a;
  vm.stopValue = c.b;
  return undefined;
});

/** Resumes `gen` (not delegating) by raising `exc` where it is suspended. */
function throwHere(vm: Thread, gen: PyGenerator, exc: PyBaseException): Result {
  const f = gen.frame!;
  // A trace function sees even a generator that never started.
  if (f.lasti < 0 && !vm.traced) {
    // Never started: finished by the exception, its body never runs.
    gen.frame = null;
    f.finished = true;
    vm.exc = exc;
    exc.traceback = new PyTraceback(exc.traceback, f, f.lasti);
    f.captured = true;
    stopEscapes(vm, gen);
    return undefined;
  }
  const own = gen.handled;
  if (enter(vm, gen) === undefined) return undefined;
  exc.thrown = true;
  if (own !== null) setContext(exc, own);
  vm.throwing = exc;
  return PUSHED;
}

/** close() of a generator or coroutine. Result: None. */
export function closeGenerator(vm: Thread, gen: PyGenerator): Result {
  if (gen.running) return vm.raise(error('ValueError', `${generatorKind(gen)} already executing`));
  const f = gen.frame;
  if (f === null) return null;
  if (f.lasti < 0 && !vm.traced) {
    gen.frame = null;
    f.finished = true;
    return null;
  }
  const base = vm.frame;
  return andThen(vm, base, throwInto(vm, gen, error('GeneratorExit').value), CLOSED, gen);
}

const CLOSED = cont(
  'generator.closed',
  (vm, v, c) => {
    if (v !== undefined) return vm.raise(runtimeError(`${generatorKind(c.a)} ignored GeneratorExit`));
    const e = vm.exc;
    if (e === null || e.cls.isSubtype(T.GeneratorExit!) || e.cls.isSubtype(T.StopIteration!)) {
      vm.exc = null;
      return null;
    }
    return undefined;
  },
  { catches: true, iter: true },
);

function closeOther(vm: Thread, o: PyValue): Result {
  const base = vm.frame;
  return andThen(vm, base, getattrOptional(vm, o, 'close'), CLOSE_OTHER, o);
}
const CLOSE_OTHER = cont(
  'close.other',
  (vm, m, c) => {
    if (m === undefined) {
      const e = vm.exc;
      if (e === null) return null;
      // An attribute lookup that fails is reported and forgotten (gen_close_iter).
      vm.exc = null;
      return callPrelude(vm, 'write_unraisable', e, c.a, null);
    }
    return call(vm, m, []);
  },
  { catches: true, iter: true },
);

export function getYieldFromIter(vm: Thread, f: PyFrame, v: PyValue): Result {
  if (v instanceof PyGenerator) {
    if (v.cls === T.generator) return v;
    if (v.cls === T.coroutine) {
      if (f.code.flags & (CO.COROUTINE | CO.ITERABLE_COROUTINE)) return v;
      return vm.raise(typeError("cannot 'yield from' a coroutine object in a non-coroutine generator"));
    }
  }
  return iter(vm, v);
}

/** `await v`: its iterator. */
export function getAwaitable(vm: Thread, f: PyFrame, v: PyValue): Result {
  const prev = f.code.co.code[f.lasti - 1];
  if (v instanceof PyGenerator) {
    if (v.cls === T.coroutine) {
      if (yieldFromTarget(v) !== null) return vm.raise(runtimeError('coroutine is being awaited already'));
      return v;
    }
    if (v.cls === T.generator && (v.frame?.code.flags ?? 0) & CO.ITERABLE_COROUTINE) return v;
  }
  const m = typeOf(v).lookup('__await__');
  if (m === undefined) {
    if (prev === Op.BEFORE_ASYNC_WITH || f.code.co.code[f.lasti - 1] === Op.WITH_CLEANUP_START) {
      const method = prev === Op.BEFORE_ASYNC_WITH ? '__aenter__' : '__aexit__';
      return vm.raise(typeError(`'async with' received an object from ${method} that does not implement __await__: ${typeName(v)}`));
    }
    return vm.raise(typeError(`object ${typeName(v)} can't be used in 'await' expression`));
  }
  const base = vm.frame;
  return andThen(vm, base, callUnbound(vm, m, v, []), AWAIT_CHECK);
}

/** What `__await__` returned, if it is an iterator and no coroutine. */
function awaitedBy(it: PyValue): PyValue {
  if (it instanceof PyGenerator && (it.cls === T.coroutine || (it.frame?.code.flags ?? 0) & CO.ITERABLE_COROUTINE)) throw typeError('__await__() returned a coroutine');
  if (typeOf(it).lookup('__next__') === undefined) throw typeError(`__await__() returned non-iterator of type '${typeName(it)}'`);
  return it;
}
const AWAIT_CHECK = cont('await.check', (_vm, it) => awaitedBy(it!));

/**
 * GET_AITER: `__aiter__()` of v. 3.5's code awaits the result (LOAD_CONST None; YIELD_FROM follow), 3.11
 * does not, so it is wrapped into something that is exhausted at once with the iterator as value.
 */
export function getAiter(vm: Thread, v: PyValue): Result {
  const m = typeOf(v).lookup('__aiter__');
  if (m === undefined) return vm.raise(typeError(`'async for' requires an object with __aiter__ method, got ${typeName(v)}`));
  const base = vm.frame;
  return andThen(vm, base, callUnbound(vm, m, v, []), AITER_CHECK);
}

const AITER_CHECK = cont('aiter.check', (vm, it) => {
  if (typeOf(it!).lookup('__anext__') === undefined) {
    return vm.raise(typeError(`'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(it!)}`));
  }
  return new Ready(it!);
});

/** An awaitable that has its value already. */
import { Ready } from '../../objects/async-gen.js';

export function getAnext(vm: Thread, it: PyValue): Result {
  const m = typeOf(it).lookup('__anext__');
  if (m === undefined) return vm.raise(typeError(`'async for' requires an iterator with __anext__ method, got ${typeName(it)}`));
  const base = vm.frame;
  return andThen(vm, base, callUnbound(vm, m, it, []), ANEXT_AWAIT);
}

const ANEXT_AWAIT = cont('anext.await', (vm, aw) => {
  const v = aw!;
  if (v instanceof PyGenerator && (v.cls === T.coroutine || (v.frame?.code.flags ?? 0) & CO.ITERABLE_COROUTINE)) return v;
  const m = typeOf(v).lookup('__await__');
  if (m === undefined) return invalidAnext(vm, v, typeError(`object ${typeName(v)} can't be used in 'await' expression`).value);
  const base = vm.frame;
  return andThen(vm, base, callUnbound(vm, m, v, []), ANEXT_ITERATOR, v);
});
const ANEXT_ITERATOR = cont(
  'anext.iterator',
  (vm, it, c) => {
    try {
      if (it !== undefined) return awaitedBy(it);
    } catch (e) {
      if (!(e instanceof PyException)) throw e;
      vm.raise(e);
    }
    return invalidAnext(vm, c.a, vm.exc!);
  },
  { catches: true },
);

/** _PyErr_FormatFromCause: what went wrong with the awaitable is the cause. */
function invalidAnext(vm: VM, v: PyValue, cause: PyBaseException): undefined {
  const e = typeError(`'async for' received an invalid object from __anext__: ${typeName(v)}`);
  e.value.cause = cause;
  e.value.context = cause;
  e.value.suppressContext = true;
  return vm.raise(e);
}

export { NOVALUE };
