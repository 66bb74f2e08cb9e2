/** Names: globals with their caches, class and module namespaces, cells. */
import { cont, NOVALUE, andThen, T, type PyValue, type Result } from '../../objects/object.js';
import { error, nameError } from '../../objects/errors.js';
import { PyDict } from '../../objects/dict.js';
import { OddBuiltins } from '../../objects/odd-builtins.js';
import { delitem, getitem, setitem } from '../../objects/subscript.js';
import { strFromJS } from '../../objects/str.js';
import type { PyFrame } from '../../objects/frame.js';
import type { PyCell } from '../../objects/function.js';
import type { LazyNames } from '../lazy-names.js';
import type { Thread } from '../thread.js';
import { discard } from './arithmetic.js';

/** Where LOAD_GLOBAL found a name: an index in the globals' or the builtins' table. */
export class GlobalCache {
  /** `layout` of the globals that hold the name at `index`; -1: they do not. */
  layout = -1;
  /** Else `version` of globals without the name, and `layout` of the builtins that hold it at `index`. */
  version = -1;
  builtins = -1;
  index = 0;
}

function remember(f: PyFrame, pc: number): GlobalCache {
  const c = (f.code.caches[pc] ??= new GlobalCache()) as GlobalCache;
  c.layout = c.version = c.builtins = -1;
  return c;
}

export function loadGlobal(vm: Thread, f: PyFrame, pc: number, name: string): Result {
  const g = f.globals;
  let i = g.findPrim(name);
  if (i >= 0) {
    if (g.keys[i] === name) {
      const c = remember(f, pc);
      c.layout = g.layout;
      c.index = i;
    }
    return g.vals[i];
  }
  const later = pending(vm, g, name);
  if (later !== NOVALUE) return later;
  if (g.cls !== T.dict) {
    // globals() of exec() may be a subclass with __missing__; CPython asks it too.
    const base = vm.frame;
    return andThen(vm, base, getitem(vm, g, strFromJS(name)), FROM_BUILTINS, f, name);
  }
  const b = f.builtins;
  i = b.findPrim(name);
  if (i < 0) return noBuiltin(vm, f, name);
  if (b.keys[i] === name) {
    const c = remember(f, pc);
    c.version = g.version;
    c.builtins = b.layout;
    c.index = i;
  }
  return b.vals[i];
}

/** The value of a name that the program has imported and `g`, its globals, will have from now on; NOVALUE: there is none. */
function pending(vm: Thread, g: PyDict, name: string): Result {
  const names = vm.state.pendingNames as LazyNames | undefined;
  return names !== undefined && names.globals === g ? names.load(vm, name) : NOVALUE;
}

/** Whether such a name is deleted. */
function forget(vm: Thread, g: PyValue, name: string): boolean {
  const names = vm.state.pendingNames as LazyNames | undefined;
  return names !== undefined && names.globals === g && names.forget(name);
}

/** STORE_GLOBAL, and where the name is from now on. */
export function storeGlobal(f: PyFrame, pc: number, name: string, v: PyValue): void {
  const g = f.globals;
  g.setStr(name, v);
  const i = g.findPrim(name);
  if (g.keys[i] !== name) return;
  const c = remember(f, pc);
  c.layout = g.layout;
  c.index = i;
}

const missing = (name: string): ReturnType<typeof nameError> => nameError(name === '__build_class__' ? '__build_class__ not found' : `name '${name}' is not defined`, name);

/** A name that the builtins do not have. */
function noBuiltin(vm: Thread, f: PyFrame, name: string): Result {
  const b = f.builtins;
  if (b instanceof OddBuiltins) return andThen(vm, vm.frame, getitem(vm, b.value, strFromJS(name)), FROM_ODD, name);
  return vm.raise(missing(name));
}
const FROM_ODD = cont(
  'name.odd',
  (vm, v, c) => {
    if (v !== undefined || !vm.exc!.cls.isSubtype(T.KeyError!)) return v;
    vm.exc = null;
    return vm.raise(missing(c.a));
  },
  { catches: true },
);

const FROM_BUILTINS = cont(
  'name.builtins',
  (vm, v, c) => {
    if (v !== undefined) return v;
    if (!vm.exc!.cls.isSubtype(T.KeyError!)) return undefined;
    vm.exc = null;
    const found = (c.a as PyFrame).builtins.getStr(c.b);
    return found !== undefined ? found : noBuiltin(vm as Thread, c.a, c.b);
  },
  { catches: true },
);

const FROM_GLOBALS = cont(
  'name.globals',
  (vm, v, c) => {
    if (v !== undefined) return v;
    if (!vm.exc!.cls.isSubtype(T.KeyError!)) return undefined;
    vm.exc = null;
    return globalOrBuiltin(vm as Thread, c.a, c.b);
  },
  { catches: true },
);

function globalOrBuiltin(vm: Thread, f: PyFrame, name: string): Result {
  const v = f.globals.getStr(name);
  if (v !== undefined) return v;
  const later = pending(vm, f.globals, name);
  if (later !== NOVALUE) return later;
  if (f.globals.cls !== T.dict) {
    const base = vm.frame;
    return andThen(vm, base, getitem(vm, f.globals, strFromJS(name)), FROM_BUILTINS, f, name);
  }
  const b = f.builtins.getStr(name);
  return b !== undefined ? b : noBuiltin(vm, f, name);
}

/** The namespace of names. A function made of a module's code by FunctionType has its globals. */
const localsOf = (f: PyFrame): PyValue => (f.locals ??= f.globals);

/** LOAD_NAME. In a module, where the locals are the globals, its cache is that of LOAD_GLOBAL. */
export function loadName(vm: Thread, f: PyFrame, pc: number, name: string): Result {
  const d = localsOf(f);
  if (d instanceof PyDict && d.cls === T.dict) {
    if (d === f.globals) return loadGlobal(vm, f, pc, name);
    const v = d.getStr(name);
    return v !== undefined ? v : globalOrBuiltin(vm, f, name);
  }
  const base = vm.frame;
  return andThen(vm, base, getitem(vm, d, strFromJS(name)), FROM_GLOBALS, f, name);
}

/** STORE_NAME; see `loadName`. */
export function storeName(vm: Thread, f: PyFrame, pc: number, name: string, v: PyValue): Result {
  const d = localsOf(f);
  if (d instanceof PyDict && d.cls === T.dict) {
    if (vm.state.pendingNames?.takes(name, v) === true) return NOVALUE;
    if (d === f.globals) storeGlobal(f, pc, name, v);
    else d.setStr(name, v);
    return NOVALUE;
  }
  return discard(vm, vm.frame, setitem(vm, d, strFromJS(name), v));
}

export function deleteName(vm: Thread, f: PyFrame, name: string): Result {
  const d = f.locals;
  if (d instanceof PyDict && d.cls === T.dict) {
    const waits = forget(vm, d, name);
    return d.delStr(name) || waits ? NOVALUE : vm.raise(nameError(`name '${name}' is not defined`, name));
  }
  if (d === null) return vm.raise(error('SystemError', `no locals when deleting '${name}'`));
  const base = vm.frame;
  return andThen(vm, base, delitem(vm, d, strFromJS(name)), DELETED, name);
}

const DELETED = cont(
  'name.deleted',
  (vm, v, c) => {
    if (v !== undefined) return NOVALUE;
    return vm.raise(missing(c.a));
  },
  { catches: true },
);

export function deleteGlobal(vm: Thread, f: PyFrame, name: string): Result {
  const waits = forget(vm, f.globals, name);
  return f.globals.delStr(name) || waits ? NOVALUE : vm.raise(nameError(`name '${name}' is not defined`, name));
}

export function unboundLocal(vm: Thread, f: PyFrame, i: number): Result {
  const name = f.code.co.varnames[i]!;
  return vm.raise(error('UnboundLocalError', `cannot access local variable '${name}' where it is not associated with a value`));
}

export function unboundCell(vm: Thread, f: PyFrame, i: number): Result {
  const { cellvars, freevars } = f.code.co;
  if (i < cellvars.length) {
    const name = cellvars[i]!;
    return vm.raise(error('UnboundLocalError', `cannot access local variable '${name}' where it is not associated with a value`));
  }
  const name = freevars[i - cellvars.length]!;
  return vm.raise(nameError(`cannot access free variable '${name}' where it is not associated with a value in enclosing scope`, name));
}

export function loadClassDeref(vm: Thread, f: PyFrame, i: number): Result {
  const { cellvars, freevars } = f.code.co;
  const name = i < cellvars.length ? cellvars[i]! : freevars[i - cellvars.length]!;
  const d = f.locals;
  if (d instanceof PyDict && d.cls === T.dict) {
    const v = d.getStr(name);
    return v !== undefined ? v : derefCell(vm, f, i);
  }
  const base = vm.frame;
  return andThen(vm, base, getitem(vm, d!, strFromJS(name)), CLASS_DEREF, f, i);
}

function derefCell(vm: Thread, f: PyFrame, i: number): Result {
  const v = (f.st[f.code.nlocals + i] as PyCell).v;
  return v !== undefined ? v : unboundCell(vm, f, i);
}

const CLASS_DEREF = cont(
  'name.classderef',
  (vm, v, c) => {
    if (v !== undefined) return v;
    if (!vm.exc!.cls.isSubtype(T.KeyError!)) return undefined;
    vm.exc = null;
    return derefCell(vm as Thread, c.a, c.b);
  },
  { catches: true },
);

export function loadBuildClass(vm: Thread, f: PyFrame): Result {
  const v = f.builtins.getStr('__build_class__');
  return v !== undefined ? v : noBuiltin(vm, f, '__build_class__');
}

export function setupAnnotations(vm: Thread, f: PyFrame): Result {
  const d = f.locals;
  if (d instanceof PyDict && d.cls === T.dict) {
    if (d.getStr('__annotations__') === undefined) d.setStr('__annotations__', new PyDict());
    return NOVALUE;
  }
  const base = vm.frame;
  return andThen(vm, base, getitem(vm, d!, '__annotations__'), ANNOTATIONS, d);
}

const ANNOTATIONS = cont(
  'name.annotations',
  (vm, v, c) => {
    if (v !== undefined) return NOVALUE;
    if (!vm.exc!.cls.isSubtype(T.KeyError!)) return undefined;
    vm.exc = null;
    return discard(vm as Thread, vm.frame, setitem(vm, c.a, '__annotations__', new PyDict()));
  },
  { catches: true },
);
