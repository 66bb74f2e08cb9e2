/**
 * Calls whose arguments are still on the caller's value stack (or are one or two values): frames and
 * instances are made from there, without argument arrays. Everything else goes the way of call.ts.
 * `null` as an answer: not a case for here.
 */
import { CO } from '../bytecode/code.js';
import { NOVALUE, PUSHED, PyFloat, PyObject, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import { afterNew, call, slotNew, newFrame, setupCells, startFrame, pushFrame } from './call.js';
import { NativeFunction } from './native.js';
import { PyFunction, PyMethod } from './function.js';
import { PyDict } from './dict.js';
import { emptyTuple, PyTuple } from './tuple.js';
import { warnDropped } from './unawaited.js';
import { PyStaticMethod } from './define.js';
import { PyBaseException, exceptionTable } from './exception.js';
import { exceptionInits } from './exception-inits.js';
import { PyInstance, PyType } from './type.js';

/** Fills the parameters of `fn` from `self` (if any) and `n` values at `st[at]`; defaults fill the rest. */
export function pushPython(vm: VM, fn: PyFunction, self: PyValue | undefined, st: readonly any[], at: number, n: number, made?: PyValue): Result | null {
  const { code } = fn;
  if (!code.simpleArgs) return null;
  const first = self === undefined ? 0 : 1;
  const total = n + first;
  const missing = code.argcount - total;
  if (missing !== 0 && (missing < 0 || fn.defaults === null || fn.defaults.items.length < missing)) return null;
  const f = newFrame(code, fn.globals, fn.builtins);
  const to = f.st;
  if (self !== undefined) to[0] = self;
  for (let i = 0; i < n; i++) to[first + i] = st[at + i];
  if (missing > 0) {
    const d = fn.defaults!.items;
    for (let i = total, j = d.length - missing; j < d.length; i++, j++) to[i] = d[j];
  }
  if (code.nfixed !== code.nlocals) setupCells(code, to, fn.closure);
  if (made !== undefined) {
    f.newObject = made;
    f.special = true;
  }
  if (code.isGenerator) return warnDropped(vm, startFrame(vm, fn, f));
  f.func = fn;
  return pushFrame(vm, f);
}

/**
 * A call with `n` positional and `nkw` keyword arguments (name and value in turn) at `st[at]`. null: it does not fit,
 * or is wrong. `made`: the new object whose `__init__` it is.
 */
export function pushKeywords(vm: VM, fn: PyFunction, self: PyValue | undefined, st: readonly any[], at: number, n: number, nkw: number, made?: PyValue): Result | null {
  const { code } = fn;
  const { co, argcount } = code;
  const varargs = (code.flags & CO.VARARGS) !== 0;
  const first = self === undefined ? 0 : 1;
  if (first > argcount || (n + first > argcount && !varargs)) return null;
  const npos = Math.min(n, argcount - first);
  const total = argcount + co.kwonlyargcount;
  const { varnames } = co;
  const f = newFrame(code, fn.globals, fn.builtins);
  const to = f.st;
  if (self !== undefined) to[0] = self;
  for (let i = 0; i < npos; i++) to[first + i] = st[at + i];
  let kwdict: PyDict | null = null;
  if (code.flags & (CO.VARARGS | CO.VARKEYWORDS)) {
    if (varargs) to[total] = n > npos ? new PyTuple(st.slice(at + npos, at + n)) : emptyTuple();
    if (code.flags & CO.VARKEYWORDS) to[total + (varargs ? 1 : 0)] = kwdict = new PyDict();
  }
  let ok = true;
  for (let k = 0, p = at + n; k < nkw && ok; k++, p += 2) {
    const name = st[p];
    const i = varnames.indexOf(name);
    if (i >= co.posonlyargcount && i < total) {
      ok = to[i] === undefined;
      to[i] = st[p + 1];
    } else if (kwdict === null || typeof name !== 'string' || kwdict.findPrim(name) >= 0) ok = false;
    else kwdict.setStr(name, st[p + 1]);
  }
  const d = fn.defaults === null ? [] : fn.defaults.items;
  for (let i = npos + first; i < argcount && ok; i++) {
    if (to[i] !== undefined) continue;
    const v = d[i - argcount + d.length];
    if (v === undefined) ok = false;
    else to[i] = v;
  }
  for (let i = argcount; i < total && ok; i++) {
    if (to[i] !== undefined) continue;
    const v = fn.kwdefaults === null ? undefined : fn.kwdefaults.getStr(varnames[i]!);
    if (v === undefined) ok = false;
    else to[i] = v;
  }
  if (!ok) {
    for (let i = 0; i < code.nfixed; i++) to[i] = undefined;
    f.back = code.pool;
    code.pool = f;
    return null;
  }
  if (code.nfixed !== code.nlocals) setupCells(code, to, fn.closure);
  if (made !== undefined) {
    f.newObject = made;
    f.special = true;
  }
  return code.isGenerator ? warnDropped(vm, startFrame(vm, fn, f)) : startFrame(vm, fn, f);
}

/** `fn(self)` for a method found on a class; null when it is not a plain Python function. */
export function pushMethod0(vm: VM, fn: PyFunction, self: PyValue): Result | null {
  const { code } = fn;
  if (!code.simpleArgs || code.argcount !== 1 || code.isGenerator) return null;
  if (code.leaf !== null && vm.budget > 0 && code.fastArgs === 1) {
    const quick = code.leaf.call(vm, fn, self);
    if (quick !== NOVALUE) return quick;
  }
  const f = newFrame(code, fn.globals, fn.builtins);
  f.st[0] = self;
  if (code.nfixed !== code.nlocals) setupCells(code, f.st, fn.closure);
  f.func = fn;
  return pushFrame(vm, f);
}

/** `fn(self, arg)` for a method found on a class; null when it is not a plain Python function. */
export function pushMethod1(vm: VM, fn: PyValue, self: PyValue, arg: PyValue): Result | null {
  if (!(fn instanceof PyFunction)) return null;
  const { code } = fn;
  if (!code.simpleArgs || code.argcount !== 2 || code.isGenerator) return null;
  const f = newFrame(code, fn.globals, fn.builtins);
  f.st[0] = self;
  f.st[1] = arg;
  if (code.nfixed !== code.nlocals) setupCells(code, f.st, fn.closure);
  f.func = fn;
  return pushFrame(vm, f);
}

/** `f(a, b)` by a native that goes on with the result: compiled code runs right here, without an array of arguments. */
export function call2(vm: VM, f: PyValue, a: PyValue, b: PyValue): Result {
  if (f instanceof PyFunction && f.code.leaf !== null && vm.budget > 0 && f.code.fastArgs === 2) {
    const quick = f.code.leaf.call(vm, f, a, b);
    if (quick !== NOVALUE) return quick;
  }
  if (f instanceof NativeFunction) {
    const { sig } = f.def;
    if (f.self === undefined) {
      if (sig.simple && sig.npos === 2 && typeOf(a).isSubtype(f.owner!)) return f.def.fn(vm, a, b);
    } else if (sig.simple) {
      if (!f.bound) {
        if (sig.npos === 2 && f.def.name !== '__new__') return f.def.fn(vm, a, b);
      } else if (sig.npos === 3) return f.def.fn(vm, f.self, a, b);
    }
  }
  const r = pushMethod1(vm, f, a, b);
  return r === null ? call(vm, f, [a, b]) : r === PUSHED ? vm.runNow() : r;
}

/** `m(a)` where `m` has a leaf that changes nothing, so that it may be called once more in the ordinary way; NOVALUE: it has none, or that could not tell. */
export const pureCall1 = (vm: VM, m: PyValue | undefined, a: PyValue): PyValue => (m instanceof PyFunction && vm.budget > 0 && m.code.fastArgs === 1 && m.code.leaf?.pure === true ? m.code.leaf.call(vm, m, a) : NOVALUE);
export const pureCall2 = (vm: VM, m: PyValue | undefined, a: PyValue, b: PyValue): PyValue => (m instanceof PyFunction && vm.budget > 0 && m.code.fastArgs === 2 && m.code.leaf?.pure === true ? m.code.leaf.call(vm, m, a, b) : NOVALUE);

/** `int(a)`, `str(a)`, `float(a)` of what they take in passing; undefined: ask the class. */
function convert(cls: PyType, a: PyValue): PyValue | undefined {
  if (cls === T.int) return typeof a === 'number' ? a : a instanceof PyFloat && a.cls === T.float && Math.abs(a.v) < 2 ** 53 ? Math.trunc(a.v) + 0 : undefined;
  if (cls === T.str) return typeof a === 'string' ? a : typeof a === 'number' ? String(a) : undefined;
  if (cls === T.float) return typeof a === 'number' ? new PyFloat(a) : a instanceof PyFloat && a.cls === T.float ? a : undefined;
  return undefined;
}

/** `f(a)` likewise. */
export function call1(vm: VM, f: PyValue, a: PyValue): Result {
  if (!(f instanceof PyFunction)) {
    if (f instanceof NativeFunction) {
      const { sig } = f.def;
      if (f.self === undefined) {
        // A method of a builtin class (`key=str.lower`).
        if (sig.simple && sig.required === 1 && sig.npos <= 2 && typeOf(a).isSubtype(f.owner!)) return sig.npos === 1 ? f.def.fn(vm, a) : f.def.fn(vm, a, sig.params[1]!.default);
      } else if (sig.simple) {
        if (!f.bound) {
          if (sig.npos === 1) return f.def.fn(vm, a);
        } else if (sig.required <= 2) {
          if (sig.npos === 2) return f.def.fn(vm, f.self, a);
          if (sig.npos === 3) return f.def.fn(vm, f.self, a, sig.params[2]!.default);
        }
      }
      return call(vm, f, [a]);
    }
    const args = [a];
    if (f instanceof PyMethod) {
      const r = f.func instanceof PyFunction ? pushMethod1(vm, f.func, f.self, a) : null;
      return r === null ? call(vm, f, args) : r === PUSHED ? vm.runNow() : r;
    }
    if (f instanceof PyType) return convert(f, a) ?? instantiate(vm, f, args, 0, 1) ?? call(vm, f, args);
    const quick = f instanceof PyObject ? f.callAt(vm, args, 0, 1) : NOVALUE;
    return quick === NOVALUE ? call(vm, f, args) : quick === PUSHED ? vm.runNow() : quick;
  }
  const { code } = f;
  if (!code.simpleArgs || code.argcount !== 1 || code.isGenerator) return call(vm, f, [a]);
  if (code.leaf !== null && vm.budget > 0) {
    const quick = code.leaf.call(vm, f, a);
    if (quick !== NOVALUE) return quick;
  }
  const g = newFrame(code, f.globals, f.builtins);
  g.st[0] = a;
  if (code.nfixed !== code.nlocals) setupCells(code, g.st, f.closure);
  g.func = f;
  const r = pushFrame(vm, g);
  return r === PUSHED ? vm.runNow() : r;
}

const enum Kind {
  GENERIC,
  INSTANCE,
  INSTANCE_INIT,
  EXCEPTION,
  EXCEPTION_INIT,
  /** A builtin type whose `__new__` does it all. */
  NATIVE,
  /** A class whose `__new__` has a way of its own (NativeDef.make). */
  MADE,
  /** A Python `__init__` behind a `__new__` that looks at the class only. */
  BARE_INIT,
  /** A Python `__new__`, and no `__init__` behind it. */
  PYTHON_NEW,
}

/** What calling a class comes to; forgotten when the class changes (PyType.callCache). */
class ClassCall {
  constructor(
    readonly kind: Kind,
    readonly init: PyFunction | null,
    readonly make: NativeFunction | null = null,
  ) {}
}

const GENERIC = new ClassCall(Kind.GENERIC, null);
const INSTANCE = new ClassCall(Kind.INSTANCE, null);
const EXCEPTION = new ClassCall(Kind.EXCEPTION, null);

function classify(cls: PyType): ClassCall {
  // The first instance is made by typeCall; then the class is classified again.
  if (cls.cls !== T.type || cls.flags.noNew || cls.unborn) return GENERIC;
  let make = cls.lookup('__new__');
  if (make instanceof PyStaticMethod) make = make.func;
  if (make instanceof PyFunction) {
    const init = cls.lookup('__init__');
    return make.code.simpleArgs && !make.code.isGenerator && init instanceof NativeFunction && init.owner === T.object ? new ClassCall(Kind.PYTHON_NEW, make) : GENERIC;
  }
  if (!(make instanceof NativeFunction)) return GENERIC;
  const slot = cls.flags.heap && cls.lookup('__new__') === make ? slotNew(cls) : make;
  if (slot !== make && (slot !== undefined || make.owner === T.object)) return GENERIC;
  const init = cls.lookup('__init__');
  // Of a builtin type itself it does what `__init__` does too.
  if (make.def.bare !== null && cls.flags.heap && cls.layout.instance === make.owner!.layout.instance && init instanceof PyFunction) return init.code.isGenerator ? GENERIC : new ClassCall(Kind.BARE_INIT, init, make);
  if (make.def.make !== null && (!cls.flags.heap || (init instanceof NativeFunction && (init.owner === T.object || init.owner === make.owner)))) return new ClassCall(Kind.MADE, null, make);
  if (make.owner === T.object) {
    if (cls.layout.instance !== null && cls.layout.instance !== PyInstance) return GENERIC;
    if (!cls.flags.heap) return GENERIC;
    if (init instanceof PyFunction) return init.code.isGenerator ? GENERIC : new ClassCall(Kind.INSTANCE_INIT, init);
    return init instanceof NativeFunction && init.owner === T.object ? INSTANCE : GENERIC;
  }
  if (make.def.sig.simple && make.owner !== T.type && !make.owner!.isSubtype(T.BaseException) && make.def.sig.npos <= 3 && init instanceof NativeFunction && init.owner === T.object) return new ClassCall(Kind.NATIVE, null, make);
  if (cls.layout.instance !== PyBaseException || !make.owner!.isSubtype(T.BaseException)) return GENERIC;
  if (cls.isSubtype(T.OSError!) || cls.isSubtype(T.BaseExceptionGroup!)) return GENERIC;
  if (init instanceof PyFunction) return init.code.isGenerator ? GENERIC : new ClassCall(Kind.EXCEPTION_INIT, init);
  if (!(init instanceof NativeFunction) || init.owner === null || !(init.owner.name in exceptionTable)) return GENERIC;
  for (const c of cls.mro) if (!c.flags.heap && c.name in exceptionInits) return GENERIC;
  return EXCEPTION;
}

function values(st: readonly any[], at: number, n: number): PyValue[] {
  const out: PyValue[] = [];
  for (let i = at; i < at + n; i++) out.push(st[i]);
  return out;
}

/** The `__init__` that is all there is to calling `cls`, besides making a plain instance; else null. */
export function plainInit(cls: PyType): PyFunction | null {
  const c = (cls.callCache ??= classify(cls)) as ClassCall;
  return c.kind === Kind.INSTANCE_INIT && !cls.flags.abstract ? c.init : null;
}

/** `cls(...)` with `n` positional and `nkw` keyword arguments (name and value in turn) at `st[at]`. */
export function instantiateKeywords(vm: VM, cls: PyType, st: readonly any[], at: number, n: number, nkw: number): Result | null {
  const c = (cls.callCache ??= classify(cls)) as ClassCall;
  const o = c.kind === Kind.INSTANCE_INIT && !cls.flags.abstract ? new PyInstance(cls) : c.kind === Kind.BARE_INIT ? c.make!.def.bare!(cls) : c.kind === Kind.EXCEPTION_INIT ? new PyBaseException(cls, values(st, at, n)) : null;
  return o === null ? null : pushKeywords(vm, c.init!, o, st, at, n, nkw, o);
}

/** Runs the `__init__` of `o`, which is new. */
const initialise = (vm: VM, init: PyFunction, o: PyValue, st: readonly any[], at: number, n: number): Result | null =>
  init.code.simpleArgs ? pushPython(vm, init, o, st, at, n, o) : pushKeywords(vm, init, o, st, at, n, 0, o);

/** Whether calling `cls` makes an exception of its arguments, and nothing else. */
export const isPlainException = (cls: PyType): boolean => ((cls.callCache ??= classify(cls)) as ClassCall).kind === Kind.EXCEPTION;

/** `cls(...)` with `n` positional arguments at `st[at]`. */
export function instantiate(vm: VM, cls: PyType, st: readonly any[], at: number, n: number): Result | null {
  const c = (cls.callCache ??= classify(cls)) as ClassCall;
  switch (c.kind) {
    case Kind.INSTANCE:
      return n === 0 && !cls.flags.abstract ? new PyInstance(cls) : null;
    case Kind.INSTANCE_INIT: {
      if (cls.flags.abstract) return null;
      const o = new PyInstance(cls);
      return initialise(vm, c.init!, o, st, at, n);
    }
    case Kind.EXCEPTION:
      return new PyBaseException(cls, values(st, at, n));
    case Kind.EXCEPTION_INIT: {
      const e = new PyBaseException(cls, values(st, at, n));
      return initialise(vm, c.init!, e, st, at, n);
    }
    case Kind.NATIVE: {
      const { def } = c.make!;
      const { sig } = def;
      if (n + 1 > sig.npos || n + 1 < sig.required) return null;
      const p = sig.params;
      if (sig.npos === 1) return def.fn(vm, cls);
      const a = n > 0 ? st[at] : p[1]!.default;
      return sig.npos === 2 ? def.fn(vm, cls, a) : def.fn(vm, cls, a, n > 1 ? st[at + 1] : p[2]!.default);
    }
    case Kind.BARE_INIT: {
      const o = c.make!.def.bare!(cls);
      return initialise(vm, c.init!, o, st, at, n);
    }
    case Kind.PYTHON_NEW: {
      const base = vm.frame;
      const pushed = pushPython(vm, c.init!, cls, st, at, n);
      if (pushed === null) return null;
      const o = pushed === PUSHED ? vm.runNow() : pushed;
      // Of another class it may have an `__init__`.
      return o instanceof PyObject && o.cls === cls ? o : afterNew(vm, base, o, cls, values(st, at, n));
    }
    case Kind.MADE:
      return c.make!.def.make!(vm, cls, st, at, n);
    default:
      return null;
  }
}

export { PUSHED };
