/** with statements: entering, and calling `__exit__` at the end. */
import { cont, NOVALUE, andThen, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { typeError } from '../../objects/errors.js';
import { bindDescriptor, call, callUnbound } from '../../objects/call.js';
import { PyFunction, PyMethod } from '../../objects/function.js';
import { pushPython } from '../../objects/fast-call.js';
import { NativeFunction } from '../../objects/native.js';
import { truth } from '../../objects/convert.js';
import { specialId, typeName } from '../../objects/type.js';
import { Block, type PyFrame } from '../../objects/frame.js';
import { PyType } from '../../objects/type.js';
import type { PyBaseException } from '../../objects/exception.js';
import type { Thread } from '../thread.js';

const ENTER = specialId('__enter__');
const EXIT = specialId('__exit__');

/** Pushes the bound `__exit__`, calls `__enter__`; its block is pushed when that has returned. */
export function setupWith(vm: Thread, f: PyFrame, mgr: PyValue, handler: number): Result {
  const cls = typeOf(mgr);
  const enter = cls.special(ENTER);
  if (enter === undefined) return vm.raise(typeError(`'${typeName(mgr)}' object does not support the context manager protocol`));
  if (!(enter instanceof PyFunction || enter instanceof NativeFunction)) return andThen(vm, vm.frame, bindDescriptor(vm, enter, mgr, cls), WITH_ENTER, f, handler, mgr);
  return bindExit(vm, f, mgr, handler, enter, false);
}

/** `enter`: as it stands in the class, or bound. */
function bindExit(vm: VM, f: PyFrame, mgr: PyValue, handler: number, enter: PyValue, bound: boolean): Result {
  const cls = typeOf(mgr);
  const exit = cls.special(EXIT);
  if (exit === undefined) {
    return vm.raise(typeError(`'${typeName(mgr)}' object does not support the context manager protocol (missed __exit__ method)`));
  }
  const base = vm.frame;
  if (exit instanceof PyFunction && !bound) {
    f.st[f.sp++] = new PyMethod(exit, mgr);
    return andThen(vm, base, callUnbound(vm, enter, mgr, []), WITH_ENTERED, f, handler, f.sp);
  }
  return andThen(vm, base, bindDescriptor(vm, exit, mgr, cls), WITH_EXIT, f, handler, bound ? undefined : mgr, enter);
}

const WITH_ENTER = cont('with.enter', (vm, enter, c) => bindExit(vm, c.a, c.c, c.b, enter!, true));

const WITH_EXIT = cont('with.exit', (vm, bound, c) => {
  const f = c.a as PyFrame;
  f.st[f.sp++] = bound;
  const base = vm.frame;
  return andThen(vm, base, c.c === undefined ? call(vm, c.d, []) : callUnbound(vm, c.d, c.c, []), WITH_ENTERED, f, c.b, f.sp);
});

const WITH_ENTERED = cont('with.entered', (_vm, v, c) => {
  const f = c.a as PyFrame;
  f.blocks.push(Block.FINALLY, c.b, c.c);
  return v;
});

export function beforeAsyncWith(vm: Thread, f: PyFrame, mgr: PyValue): Result {
  const cls = typeOf(mgr);
  const enter = cls.lookup('__aenter__');
  const exit = cls.lookup('__aexit__');
  if (enter === undefined) return vm.raise(typeError(`'${typeName(mgr)}' object does not support the asynchronous context manager protocol`));
  if (exit === undefined) {
    return vm.raise(typeError(`'${typeName(mgr)}' object does not support the asynchronous context manager protocol (missed __aexit__ method)`));
  }
  const base = vm.frame;
  return andThen(vm, base, bindDescriptor(vm, exit, mgr, cls), ASYNC_WITH_EXIT, f, mgr, enter);
}

const ASYNC_WITH_EXIT = cont('with.aexit', (vm, bound, c) => {
  const f = c.a as PyFrame;
  f.st[f.sp++] = bound;
  return callUnbound(vm, c.c, c.b, []);
});

/**
 * Takes `__exit__` out from under the status and calls it. Leaves the exception (or None) on the stack;
 * the result of the call is pushed above it.
 */
export function withCleanupStart(vm: Thread, f: PyFrame): Result {
  const { st } = f;
  const status = st[f.sp - 1] as PyValue;
  let exit: PyValue;
  if (status === null) {
    exit = st[f.sp - 2];
    st[f.sp - 2] = null;
    f.sp--;
  } else if (typeof status === 'number') {
    const n = status === 8 || status === 32 ? 3 : 2;
    exit = st[f.sp - n];
    for (let i = f.sp - n; i < f.sp - 1; i++) st[i] = st[i + 1];
    f.sp--;
  } else {
    // exit, 3 old, 3 new: move the old ones down over exit, leave a hole under the new ones.
    const top = f.sp;
    exit = st[top - 7];
    const [type, value, tb] = [st[top - 1], st[top - 2], st[top - 3]];
    st[top - 7] = st[top - 6];
    st[top - 6] = st[top - 5];
    st[top - 5] = st[top - 4];
    st[top - 4] = undefined;
    const b = f.blocks;
    b[b.length - 1]!--;
    st[f.sp++] = type;
    return call(vm, exit, [type, value, (value as PyBaseException).traceback ?? tb]);
  }
  st[f.sp++] = null;
  const quick = exit instanceof PyMethod && exit.func instanceof PyFunction && !exit.func.code.isGenerator ? pushPython(vm, exit.func, exit.self, NONES, 0, 3) : null;
  return quick ?? call(vm, exit, [null, null, null]);
}

/** What `__exit__` is called with when nothing was raised. */
const NONES = [null, null, null];

/** The exception was real: a true result of `__exit__` silences it. */
export function withCleanupFinish(vm: Thread, res: PyValue): Result {
  const base = vm.frame;
  return andThen(vm, base, truth(vm, res), SILENCE);
}

const SILENCED = 128;
const SILENCE = cont('with.silence', (_vm, t) => (t === true ? SILENCED : NOVALUE));

export { PyType };
