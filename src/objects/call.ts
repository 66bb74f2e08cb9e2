/**
 * Calling: what `f(...)` does for every kind of callable. A Python function's call makes a frame, binds
 * the arguments and pushes it; nothing here runs Python code.
 */
import { HAVE_ARGUMENT, Op } from '../bytecode/opcodes.js';
import { CO, type CodeObject } from '../bytecode/code.js';
import { cont, NOVALUE, PUSHED, andThen, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import { attributeError, error, InternalError, typeError, PyException } from './errors.js';
import { bindArguments, bindPositional } from './signature.js';
import { NativeFunction } from './native.js';
import { PyCell, PyFunction, PyMethod } from './function.js';
import { PyFrame, lineOf } from './frame.js';
import { PyGenerator } from './generator.js';
import { PyClassMethod, PyProperty } from './descriptors.js';
import { PyStaticMethod } from './define.js';
import { emptyTuple, PyTuple } from './tuple.js';
import { PyDict } from './dict.js';
import { classOf, PyInstance, PyType, typeName } from './type.js';
import { asJS, strFromJS } from './str.js';
import { bindError, nativeWords, tooManyPositional } from './call-errors.js';
import type { PyCode } from './code.js';

export type Kwargs = Map<string, PyValue> | null;

/** A frame for `code`, from its pool when there is one. */
export function newFrame(code: PyCode, globals: PyDict, builtins: PyDict): PyFrame {
  const f = code.pool;
  if (f === null) return new PyFrame(code, globals, builtins);
  code.pool = f.back as PyFrame | null;
  f.globals = globals;
  f.builtins = builtins;
  f.pc = 0;
  f.lasti = -1;
  f.sp = code.nfixed;
  f.finished = false;
  return f;
}

/** Makes `f` the running frame. RecursionError at the limit. */
export function pushFrame(vm: VM, f: PyFrame): Result {
  if (vm.depth >= vm.recursionLimit) return vm.raise(error('RecursionError', 'maximum recursion depth exceeded'));
  vm.depth++;
  f.back = vm.frame;
  f.savedHandled = vm.handled;
  vm.frame = f;
  return PUSHED;
}

/** Cells of own variables, then of the closure. Called after the arguments are in place. */
export function setupCells(code: PyCode, st: any[], closure: PyTuple | null): void {
  let at = code.nlocals;
  const { ncells, cellArgs } = code;
  for (let i = 0; i < ncells; i++) {
    const arg = cellArgs === null ? -1 : cellArgs[i]!;
    st[at++] = new PyCell(arg < 0 ? undefined : st[arg]);
  }
  if (closure !== null) for (const c of closure.items) st[at++] = c;
}

/** `cr_origin`: where the coroutine is made, as (file, line, function) of the innermost frames. */
function originOf(vm: VM, depth: number): PyValue {
  const out: PyValue[] = [];
  for (let f = vm.frame; f !== null && out.length < depth; f = f.back) {
    if (f.isPython && !f.code.hidden) out.push(new PyTuple([strFromJS(f.code.co.filename), lineOf(f.code, f.lasti), strFromJS(f.code.co.name)]));
  }
  return out.length === 0 ? null : new PyTuple(out);
}

/** Whether code yields inside `with`, `try ... finally` or where GeneratorExit is caught: a generator of it that is left half-way has something to do. */
function yieldsGuarded({ code, names }: CodeObject): boolean {
  const catches = names.includes('GeneratorExit') || names.includes('BaseException');
  let end = -1;
  for (let i = 0; i < code.length; i += code[i]! < HAVE_ARGUMENT ? 1 : 3) {
    const op = code[i];
    if (op === Op.SETUP_FINALLY || op === Op.SETUP_WITH || op === Op.SETUP_ASYNC_WITH || op === Op.SETUP_EXCEPT) {
      const to = i + 3 + code[i + 1]! + 256 * code[i + 2]!;
      // `except:` begins with what it catches being dropped.
      if (op !== Op.SETUP_EXCEPT || catches || code[to] === Op.POP_TOP) end = Math.max(end, to);
    }
    else if ((op === Op.YIELD_VALUE || op === Op.YIELD_FROM) && i < end) return true;
  }
  return false;
}

/** `gen` is closed when it goes, if its code has something to do then, or a finalizer of the program's wants to hear of it. */
export function watchGuarded(vm: VM, gen: PyGenerator): void {
  const { code } = gen;
  if (!(code.guarded ??= yieldsGuarded(code.co)) && !(vm.state.ownFinalizer === true && gen.cls === T.async_generator)) return;
  (vm.state.watchGenerator as ((vm: VM, g: PyGenerator) => void) | undefined)?.(vm, gen);
}

/** Starts a bound frame: pushes it, or wraps it into a generator object. */
export function startFrame(vm: VM, fn: PyFunction, f: PyFrame): Result {
  const { code } = f;
  f.func = fn;
  if (!code.isGenerator) return pushFrame(vm, f);
  const cls = code.flags & CO.COROUTINE ? T.coroutine : code.flags & CO.ASYNC_GENERATOR ? T.async_generator : T.generator;
  const gen = new PyGenerator(cls, f, fn.name, fn.qualname);
  const depth = vm.state.originDepth as number | undefined;
  if (depth !== undefined && cls !== T.generator) gen.origin = originOf(vm, depth);
  // A coroutine that is awaited ends: those that the program drives itself are watched from their first send().
  if (cls !== T.coroutine) watchGuarded(vm, gen);
  f.gen = gen;
  f.captured = true;
  f.special = true;
  if (vm.state.watching !== 'new') return gen;
  // The first that is watched: Python code that is called makes the run loop look up.
  vm.state.watching = true;
  return callPrelude(vm, 'as_it_is', gen);
}

export function callFunction(vm: VM, fn: PyFunction, args: readonly PyValue[], kwargs: Kwargs, newObject?: PyValue): Result {
  const { code } = fn;
  const f = newFrame(code, fn.globals, fn.builtins);
  const st = f.st;
  const n = args.length;
  if (code.simpleArgs && kwargs === null && n === code.argcount) {
    for (let i = 0; i < n; i++) st[i] = args[i];
  } else bindParameters(vm, fn, st, args, kwargs);
  if (code.ncells + code.nfrees > 0) setupCells(code, st, fn.closure);
  if (newObject !== undefined) {
    f.newObject = newObject;
    f.special = true;
  }
  return startFrame(vm, fn, f);
}

/** A call by a native that goes on with the result: compiled code runs right here. */
function callNow(vm: VM, fn: PyFunction, args: readonly PyValue[], kwargs: Kwargs): Result {
  const { leaf } = fn.code;
  if (leaf !== null && vm.budget > 0 && kwargs === null && args.length === fn.code.fastArgs) {
    const r = args.length === 1 ? leaf.call(vm, fn, args[0]!) : args.length === 2 ? leaf.call(vm, fn, args[0]!, args[1]!) : leaf.call(vm, fn, ...args);
    if (r !== NOVALUE) return r;
  }
  const r = callFunction(vm, fn, args, kwargs);
  return r === PUSHED ? vm.runNow() : r;
}

/** PyEval's argument binding: fills the parameters' slots or throws CPython's TypeErrors. */
function bindParameters(vm: VM, fn: PyFunction, st: any[], args: readonly PyValue[], kwargs: Kwargs): void {
  const { code } = fn;
  const { co, argcount } = code;
  const total = argcount + co.kwonlyargcount;
  const varargs = (code.flags & CO.VARARGS) !== 0;
  const varkw = (code.flags & CO.VARKEYWORDS) !== 0;
  const n = args.length;
  const npos = n < argcount ? n : argcount;
  for (let i = 0; i < npos; i++) st[i] = args[i];
  for (let i = npos; i < total; i++) st[i] = undefined;
  if (varargs) st[total] = n > argcount ? new PyTuple(args.slice(argcount)) : emptyTuple();
  let kwdict: PyDict | null = null;
  if (varkw) st[total + (varargs ? 1 : 0)] = kwdict = new PyDict();
  if (kwargs !== null) {
    const { varnames } = co;
    for (const [name, v] of kwargs) {
      let at = -1;
      for (let i = co.posonlyargcount; i < total; i++) {
        if (varnames[i] === name) {
          at = i;
          break;
        }
      }
      if (at < 0) {
        if (kwdict === null) throw nativeWords(fn, args, kwargs) ?? bindError.unexpectedKeyword(fn, name, kwargs);
        kwdict.setStr(name, v);
      } else if (st[at] !== undefined) throw nativeWords(fn, args, kwargs) ?? bindError.multipleValues(fn, name);
      else st[at] = v;
    }
  }
  if (n > argcount && !varargs) throw nativeWords(fn, args, kwargs) ?? tooManyPositional(fn, n, st);
  if (n < argcount) {
    const defaults = fn.defaults === null ? [] : fn.defaults.items;
    const firstDefault = argcount - defaults.length;
    let missing = false;
    for (let i = n; i < argcount; i++) {
      if (st[i] !== undefined) continue;
      if (i >= firstDefault) st[i] = defaults[i - firstDefault];
      else missing = true;
    }
    if (missing) throw nativeWords(fn, args, kwargs) ?? bindError.missingPositional(fn, st);
  }
  if (co.kwonlyargcount > 0) {
    let missing = false;
    for (let i = argcount; i < total; i++) {
      if (st[i] !== undefined) continue;
      st[i] = fn.kwdefaults === null ? undefined : fn.kwdefaults.getStr(co.varnames[i]!);
      if (st[i] === undefined) missing = true;
    }
    if (missing) throw nativeWords(fn, args, kwargs) ?? bindError.missingKeywordOnly(fn, st);
  }
  void vm;
}

export function callNative(vm: VM, f: NativeFunction, args: readonly PyValue[], kwargs: Kwargs): Result {
  const { def } = f;
  const { sig } = def;
  let a = args as PyValue[];
  if (f.bound) a = [f.self as PyValue, ...args];
  else if (f.self === undefined) checkReceiver(f, a);
  else if (def.name === '__new__') checkNewCall(f, a);
  if (kwargs !== null && kwargs.size === 0) kwargs = null;
  if (kwargs === null && sig.simple && a.length === sig.npos) {
    switch (a.length) {
      case 0:
        return def.fn(vm);
      case 1:
        return def.fn(vm, a[0]);
      case 2:
        return def.fn(vm, a[0], a[1]);
      case 3:
        return def.fn(vm, a[0], a[1], a[2]);
      default:
        return def.fn(vm, ...a);
    }
  }
  const bound = (kwargs === null ? bindPositional(sig, a) : null) ?? bindArguments(f.callee(vm.frame), a, kwargs);
  return def.fn(vm, ...bound);
}

/** tp_new_wrapper: a `__new__` is called with a class whose instances it can make. */
function checkNewCall(f: NativeFunction, args: readonly PyValue[]): void {
  const of = f.self;
  const cls = args[0];
  if (!(of instanceof PyType) || cls === of) return;
  const name = typeShown(of);
  if (cls === undefined) throw typeError(`${name}.__new__(): not enough arguments`);
  if (!(cls instanceof PyType)) throw typeError(`${name}.__new__(X): X is not a type object (${typeName(cls)})`);
  if (builtinBase(cls) === of) return;
  const shown = typeShown(cls);
  if (!cls.isSubtype(of)) throw typeError(`${name}.__new__(${shown}): ${shown} is not a subtype of ${name}`);
  // The nearest builtin class has to have the same one: int.__new__(bool) is not safe.
  const s = nearestNew(cls);
  if (slotNew(s) !== slotNew(nearestNew(of))) throw typeError(`${name}.__new__(${shown}) is not safe, use ${typeShown(s)}.__new__()`);
}

/** The first class on the line of bases that is not made by a class statement. */
function builtinBase(cls: PyType): PyType {
  let s = cls;
  while (s.flags.heap && s.base !== null) s = s.base;
  return s;
}

/** The nearest class of `cls` and its bases that takes its `__new__` from a builtin class. */
function nearestNew(cls: PyType): PyType {
  let s = cls;
  while (s.base !== null && slotNew(s) === undefined) s = s.base;
  return s;
}
const typeShown = (t: PyType): string => t.messageName ?? t.name;

/** `list.append(5)`: the first argument of an unbound method must be of its class. */
function checkReceiver(f: NativeFunction, args: readonly PyValue[]): void {
  const owner = f.owner!;
  if (args.length === 0) {
    throw typeError(
      f.cls === T.wrapper_descriptor
        ? `descriptor '${f.def.name}' of '${owner.name}' object needs an argument`
        : `unbound method ${owner.name}.${f.def.name}() needs an argument`,
    );
  }
  if (!typeOf(args[0]!).isSubtype(owner)) {
    throw typeError(
      f.cls === T.wrapper_descriptor
        ? `descriptor '${f.def.name}' requires a '${owner.name}' object but received a '${typeName(args[0]!)}'`
        : `descriptor '${f.def.name}' for '${owner.messageName ?? owner.name}' objects doesn't apply to a '${typeName(args[0]!)}' object`,
    );
  }
}

/** Calls anything callable. */
export function call(vm: VM, f: PyValue, args: readonly PyValue[], kwargs: Kwargs = null): Result {
  if (f instanceof PyFunction) return callNow(vm, f, args, kwargs);
  if (f instanceof NativeFunction) return callNative(vm, f, args, kwargs);
  if (f instanceof PyMethod) return call(vm, f.func, [f.self, ...args], kwargs);
  if (f instanceof PyType) return callType(vm, f, args, kwargs);
  const m = typeOf(f).lookup('__call__');
  if (m === undefined) return vm.raise(typeError(`'${typeName(f)}' object is not callable`));
  if (m instanceof PyFunction) return callNow(vm, m, [f, ...args], kwargs);
  if (m instanceof NativeFunction && m.self === undefined) return callNative(vm, m, [f, ...args], kwargs);
  if (m === null) return vm.raise(typeError(`'NoneType' object is not callable`));
  const base = vm.frame;
  if (++callDepth > 200) {
    callDepth = 0;
    return vm.raise(error('RecursionError', 'maximum recursion depth exceeded while calling a Python object'));
  }
  const r = andThen(vm, base, bindDescriptor(vm, m, f, typeOf(f)), CALL_BOUND, args, kwargs);
  callDepth--;
  return r;
}
/** Nesting of `__call__` attributes that are objects with a `__call__` themselves. */
let callDepth = 0;

const CALL_BOUND = cont('call.bound', (vm, m, c) => call(vm, m!, c.a, c.b));

/** `d.__get__(obj, cls)` for an attribute found on a class; `obj` undefined: looked up on the class itself. */
export function bindDescriptor(vm: VM, d: PyValue, obj: PyValue | undefined, cls: PyType): Result {
  if (d instanceof PyFunction) return obj === undefined ? d : new PyMethod(d, obj);
  if (d instanceof NativeFunction) {
    if (d.self !== undefined) return d;
    if (d.cls === T.classmethod_descriptor) return d.bind(cls);
    if (obj === undefined) return d;
    if (d.owner !== null && d.owner !== T.object && !typeOf(obj).isSubtype(d.owner)) {
      return vm.raise(typeError(`descriptor '${d.def.name}' for '${d.owner.name}' objects doesn't apply to a '${typeName(obj)}' object`));
    }
    return d.bind(obj);
  }
  if (d instanceof PyStaticMethod) return d.func;
  if (d instanceof PyClassMethod) {
    const inner = d.func;
    // 3.9-3.12: a descriptor wrapped by classmethod is bound to the class.
    if (inner !== null && typeof inner === 'object' && !(inner instanceof PyFunction) && typeOf(inner).lookup('__get__') !== undefined) {
      return bindDescriptor(vm, inner, cls, cls.cls);
    }
    return new PyMethod(inner, cls);
  }
  if (d instanceof PyProperty && d.cls === T.property) {
    if (obj === undefined) return d;
    if (d.fget === null) return vm.raise(noGetter(d, obj));
    return call(vm, d.fget, [obj]);
  }
  if (d === null || typeof d !== 'object') return d;
  const dcls = d.cls;
  const get = dcls.lookup('__get__');
  if (get === undefined) return d;
  return callUnbound(vm, get, d, [obj === undefined ? null : obj, cls]);
}

export function noGetter(p: PyProperty, obj: PyValue): ReturnType<typeof error> {
  const name = p.name === null ? '' : ` '${asJS(p.name) ?? ''}'`;
  return error('AttributeError', `property${name} of '${typeOf(obj).qualname}' object has no getter`);
}

/** Calls an attribute found on a class with `self` first, binding it as the class would. */
export function callUnbound(vm: VM, m: PyValue, self: PyValue, args: readonly PyValue[], kwargs: Kwargs = null): Result {
  if (m instanceof PyFunction) {
    const { code } = m;
    if (kwargs !== null || !code.simpleArgs || code.isGenerator || code.argcount !== args.length + 1) return callNow(vm, m, [self, ...args], kwargs);
    if (code.leaf !== null && vm.budget > 0 && args.length + 1 === code.fastArgs) {
      const r = args.length === 0 ? code.leaf.call(vm, m, self) : args.length === 1 ? code.leaf.call(vm, m, self, args[0]!) : code.leaf.call(vm, m, self, ...args);
      if (r !== NOVALUE) return r;
    }
    const f = newFrame(code, m.globals, m.builtins);
    const { st } = f;
    st[0] = self;
    for (let i = 0; i < args.length; i++) st[i + 1] = args[i];
    if (code.nfixed !== code.nlocals) setupCells(code, st, m.closure);
    f.func = m;
    const r = pushFrame(vm, f);
    return r === PUSHED ? vm.runNow() : r;
  }
  if (m instanceof NativeFunction && m.self === undefined && m.cls !== T.classmethod_descriptor) return callNative(vm, m, [self, ...args], kwargs);
  const base = vm.frame;
  return andThen(vm, base, bindDescriptor(vm, m, self, typeOf(self)), CALL_BOUND, args, kwargs);
}

/**
 * A special method from a slot that ignores what its lookup raises (a property's error, say): `instead` is the answer then, or raised.
 */
export function callSlot(vm: VM, m: PyValue, self: PyValue, args: readonly PyValue[], instead: PyValue | PyException): Result {
  if (m instanceof PyFunction || m instanceof NativeFunction) return callUnbound(vm, m, self, args);
  return andThen(vm, vm.frame, bindDescriptor(vm, m, self, typeOf(self)), CALL_SLOT, args, instead);
}
const CALL_SLOT = cont(
  'call.slot',
  (vm, m, c) => {
    if (m !== undefined) return call(vm, m, c.a);
    vm.exc = null;
    return c.b instanceof PyException ? vm.raise(c.b) : c.b;
  },
  { catches: true },
);

/** The special method of `o`'s class (never of the instance), or undefined. */
export function lookupSpecial(o: PyValue, name: string): PyValue | undefined {
  return typeOf(o).lookup(name);
}

/** Calls special method `name` of `o`'s class; undefined with `vm.exc === null` when it has none. */
export function callSpecial(vm: VM, o: PyValue, name: string, args: readonly PyValue[]): Result {
  const m = typeOf(o).lookup(name);
  if (m === undefined) {
    vm.exc = null;
    return undefined;
  }
  return callUnbound(vm, m, o, args);
}

/** `o.name(*args)`: an attribute of the instance may be the method. `attribute` is attribute.ts's getattr. */
export function callMethod(vm: VM, o: PyValue, name: string, args: readonly PyValue[], kwargs: Kwargs = null): Result {
  const base = vm.frame;
  return andThen(vm, base, attributeHook.getattr(vm, o, name), CALL_BOUND, args, kwargs);
}

/** attribute.ts imports this file; its getattr is installed here. */
export const attributeHook = {} as { getattr: (vm: VM, o: PyValue, name: string) => Result };

export function callPrelude(vm: VM, name: string, ...args: PyValue[]): Result {
  return call(vm, vm.prelude(name), args);
}

/** type.__call__ unless the metaclass overrides it. */
export function callType(vm: VM, cls: PyType, args: readonly PyValue[], kwargs: Kwargs): Result {
  const meta = cls.cls;
  if (meta !== T.type) {
    const m = meta.lookup('__call__');
    if (m !== undefined && !(m instanceof NativeFunction && m.owner === T.type)) return callUnbound(vm, m, cls, args, kwargs);
  }
  return typeCall(vm, cls, args, kwargs);
}

/** `type.__call__(cls, *args)`: `__new__`, then `__init__` if an instance came out. */
export function typeCall(vm: VM, cls: PyType, args: readonly PyValue[], kwargs: Kwargs): Result {
  if (cls === T.type && args.length === 1 && (kwargs === null || kwargs.size === 0)) return classOf(args[0]!);
  if (cls === T.type && args.length === 1) throw typeError('type() takes no keyword arguments');
  if (cls === T.type && args.length !== 3) throw typeError('type() takes 1 or 3 arguments');
  let make = cls.lookup('__new__');
  if (make === undefined || cls.flags.noNew) return vm.raise(typeError(`cannot create '${cls.name}' instances`));
  if (make instanceof PyStaticMethod) make = make.func;
  else if (!(make instanceof NativeFunction || make instanceof PyFunction)) {
    const base = vm.frame;
    return andThen(vm, base, bindDescriptor(vm, make, undefined, cls), BOUND_NEW, cls, args, kwargs);
  }
  else if (make instanceof NativeFunction && make !== layoutBase(cls).lookup('__new__')) make = slotNew(cls) ?? make;
  const base = vm.frame;
  if (make instanceof NativeFunction && make.owner === T.object) {
    const o = objectNew(cls, args, kwargs);
    if (cls.unborn) return andThen(vm, base, firstBorn(vm, cls, o), AFTER_NEW, cls, args, kwargs);
    return initialise(vm, o, cls, args, kwargs);
  }
  const o = call(vm, make, [cls, ...args], kwargs);
  if (o === PUSHED || o === undefined) return andThen(vm, base, o, AFTER_NEW, cls, args, kwargs);
  return typeOf(o).isSubtype(cls) ? initialise(vm, o, cls, args, kwargs) : o;
}

/**
 * CPython's tp_new: of a class for which a builtin's `__new__` is found, that is the one of its base, whichever was found
 * (`class C(list): __new__ = object.__new__` makes lists). undefined: `__new__` is looked up when the class is called.
 */
export function slotNew(cls: PyType): NativeFunction | undefined {
  for (let s: PyType = cls; ; s = s.base) {
    const make = s.lookup('__new__');
    // Natives of classes that are made like a program's stand for Python functions of the library.
    if (!(make instanceof NativeFunction && make.self instanceof PyType) || make.self.flags.heap) return undefined;
    if (!s.flags.heap || s.base === null) return make;
  }
}

/** A `__new__` that is another descriptor (a classmethod) was bound to the class. */
const BOUND_NEW = cont('type.call.bound', (vm, make, c) => {
  const base = vm.frame;
  return andThen(vm, base, call(vm, make!, [c.a, ...c.b], c.c), AFTER_NEW, c.a, c.b, c.c);
});

/** What a call of `cls` with `args` comes to, behind its `__new__`, which was called with `base` on top and gave `o`. */
export const afterNew = (vm: VM, base: VM['frame'], o: Result, cls: PyType, args: readonly PyValue[]): Result => andThen(vm, base, o, AFTER_NEW, cls, args, null);

const AFTER_NEW = cont('type.call.new', (vm, o, c) => {
  const cls = c.a as PyType;
  if (!typeOf(o!).isSubtype(cls)) return o;
  return initialise(vm, o!, cls, c.b, c.c);
});

function initialise(vm: VM, o: PyValue, cls: PyType, args: readonly PyValue[], kwargs: Kwargs): Result {
  const init = typeOf(o).lookup('__init__');
  if (init === undefined) return o;
  if (init instanceof PyFunction) {
    const r = callFunction(vm, init, [o, ...args], kwargs, o);
    if (r === PUSHED || r === undefined) return r;
    throw typeError(`__init__() should return None, not '${typeName(r)}'`); // a generator function
  }
  if (init instanceof NativeFunction && init.owner === T.object) {
    objectInitCheck(cls, args, kwargs);
    return o;
  }
  const base = vm.frame;
  const r = callUnbound(vm, init, o, args, kwargs);
  return r === null ? o : andThen(vm, base, r, AFTER_INIT, o);
}

const AFTER_INIT = cont('type.call.init', (_vm, v, c) => {
  if (v !== null) throw typeError(`__init__() should return None, not '${typeName(v!)}'`);
  return c.a;
});

const hasArgs = (args: readonly PyValue[], kwargs: Kwargs): boolean => args.length > 0 || (kwargs !== null && kwargs.size > 0);

const isObjects = (v: PyValue | undefined): boolean => v instanceof NativeFunction && v.owner === T.object;

/** object.__new__ with CPython's rule about excess arguments. */
export function objectNew(cls: PyType, args: readonly PyValue[], kwargs: Kwargs): PyValue {
  if (hasArgs(args, kwargs)) {
    if (!isObjects(slotNew(cls))) throw typeError('object.__new__() takes exactly one argument (the type to instantiate)');
    if (isObjects(cls.lookup('__init__'))) throw typeError(`${cls.name}() takes no arguments`);
  }
  if (cls.flags.abstract) throw abstractError(cls);
  if (cls.layout.instance !== null && cls.layout.instance !== PyInstance) {
    throw typeError(`object.__new__(${cls.name}) is not safe, use ${typeShown(nearestNew(cls))}.__new__()`);
  }
  return new PyInstance(cls);
}

/** The first instance of a class with `__del__` was made, or an object became one. Python code that is called makes the run loop look up. Result: `o`. */
export function firstBorn(vm: VM, cls: PyType, o: PyValue): Result {
  cls.unborn = false;
  cls.modified();
  (vm.state.watchInstances as ((vm: VM, o: PyValue) => void) | undefined)?.(vm, o);
  return callPrelude(vm, 'as_it_is', o);
}

/** The builtin class whose instances those of `cls` are made like. */
function layoutBase(cls: PyType): PyType {
  let c = cls;
  while (c.flags.heap && c.base !== null) c = c.base;
  return c;
}

function abstractError(cls: PyType): ReturnType<typeof typeError> {
  const set = cls.dict.getStr('__abstractmethods__');
  const names = set instanceof Object && 'keys' in set ? (set as { keys: PyValue[] }).keys.filter((k) => k !== undefined).map((k) => asJS(k) ?? '').sort() : [];
  return typeError(`Can't instantiate abstract class ${cls.name} with abstract method${names.length === 1 ? '' : 's'} ${names.join(', ')}`);
}

/** object.__init__ with CPython's rule about excess arguments. */
export function objectInitCheck(cls: PyType, args: readonly PyValue[], kwargs: Kwargs): void {
  if (!hasArgs(args, kwargs)) return;
  if (!isObjects(cls.lookup('__init__'))) throw typeError('object.__init__() takes exactly one argument (the instance to initialize)');
  if (!cls.flags.noNew && isObjects(slotNew(cls))) throw typeError(`${cls.name}.__init__() takes exactly one argument (the instance to initialize)`);
}

/** Keyword arguments of a guest mapping (`**kw`) as a Map. The keys must be str. */
export function kwargsFromDict(d: PyDict): Map<string, PyValue> {
  const out = new Map<string, PyValue>();
  for (const [k, v] of d.entries()) {
    const name = asJS(k);
    if (name === undefined) throw typeError('keywords must be strings');
    out.set(name, v);
  }
  return out;
}

export function dictFromKwargs(kw: Kwargs): PyDict {
  const d = new PyDict();
  if (kw !== null) for (const [k, v] of kw) d.setStr(k, v);
  return d;
}

export { InternalError, strFromJS };
