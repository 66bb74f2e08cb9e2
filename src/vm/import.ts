/**
 * The import statement in the usual case: plain names, modules that are there or are found by the built-in search, strings
 * in `from` lists. Everything else is left to prelude/imports.py, before anything has happened, and that owns the semantics.
 */
import { andThen, cont, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { callPrelude } from '../objects/call.js';
import { setattr } from '../objects/attribute.js';
import { PyDict } from '../objects/dict.js';
import { PyModule } from '../objects/function.js';
import { asJS, strFromJS } from '../objects/str.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { findModule, isLibrary } from './import-natives.js';
import { isWaiting, mayWait, putOff, type Importer } from './lazy-modules.js';
import type { LazyNames } from './lazy-names.js';
import type { Machine } from './machine.js';
import { runModule } from './run-module.js';

type Vm = Machine['thread'];

/** `__import__(name, globals, None, fromlist, level)`. */
export function importName(vm: Vm, m: Machine, name: string, globals: PyValue, fromlist: PyValue, level: number | bigint): Result {
  const asked = [strFromJS(name), globals, fromlist, level];
  const full = absoluteName(name, globals, level);
  if (full === null) return slowly(vm, asked);
  const library = isLibrary(globals);
  const names = fromlist === null ? NONE : fromlist instanceof PyTuple || fromlist instanceof PyList ? fromlist.items : null;
  if (names === null || (names.length === 0 && level !== 0)) return slowly(vm, asked);
  const later = names.length === 0 || bindsLater(vm, globals, full, names);
  const importer: Importer = library ? 'library' : later && !vm.needsSlowLoop && vm.step === null ? 'program' : 'at once';
  const base = vm.frame;
  return andThen(vm, base, load(vm, m, full, importer), FINISH, m, names, asked, full);
}
const slowly = (vm: VM, asked: PyValue[]): Result => callPrelude(vm, 'import_name', ...asked);
const NONE: PyValue[] = [];

/** Whether a program imports names that may be bound later. */
function bindsLater(vm: Vm, globals: PyValue, full: string, names: readonly PyValue[]): boolean {
  const pending = vm.state.pendingNames as LazyNames | undefined;
  return pending !== undefined && pending.globals === globals && pending.defines(full, names);
}

/** The whole name of what is imported; null: it is not as simple as that. */
function absoluteName(name: string, globals: PyValue, level: number | bigint): string | null {
  if (name !== '' && level === 0) return name;
  if (!(globals instanceof PyDict) || typeof level !== 'number' || level < 1) return null;
  let parent = asJS(globals.getStr('__package__') ?? null);
  if (parent === undefined || parent === '') return null;
  for (let n = 1; n < level; n++) {
    const dot = parent.lastIndexOf('.');
    if (dot < 0) return null;
    parent = parent.slice(0, dot);
  }
  return name === '' ? parent : `${parent}.${name}`;
}

const FINISH = cont('import.finish', (vm, v, c) => {
  const names = c.b as PyValue[];
  const m = c.a as Machine;
  const full = c.d as string;
  if (names.length === 0) {
    const dot = full.indexOf('.');
    return dot < 0 ? v : (m.modules.getStr(full.slice(0, dot)) ?? slowly(vm, c.c));
  }
  if (v instanceof PyModule && (v.cls === T.module || isWaiting(v))) {
    if (v.dict.getStr('__path__') === undefined) {
      if (v.dict.getStr('__getattr__') === undefined) return v;
    } else if (isWaiting(v)) {
      if ((vm.state.pendingNames as LazyNames | undefined)?.defines(full, names) === true) return v;
    } else if (names.every((n) => typeof n === 'string' && n !== '*' && v.dict.getStr(n) !== undefined)) return v;
  }
  // Submodules, perhaps.
  return slowly(vm, c.c);
});

/** The module of that name; its body has run, or waits. */
function load(vm: Vm, m: Machine, full: string, importer: Importer): Result {
  const known = m.modules.getStr(full);
  if (known !== undefined && known !== null) return known;
  if (known === null || !m.plainSearch()) return slowLoad(vm, full, importer);
  const dot = full.lastIndexOf('.');
  if (dot < 0) return find(vm, m, full, null, importer);
  const base = vm.frame;
  const parent = full.slice(0, dot);
  const owner = m.modules.getStr(parent);
  // What is imported from it, it may have to put into sys.modules itself.
  if (owner instanceof PyModule && isWaiting(owner) && (owner.dict.getStr('__path__') === undefined || parent === 'collections')) return slowLoad(vm, full, importer);
  return andThen(vm, base, load(vm, m, parent, 'at once'), PARENT, m, full, importer);
}

const slowLoad = (vm: Vm, full: string, importer: Importer): Result => callPrelude(vm, 'find_or_load', strFromJS(full), importer);

const PARENT = cont('import.parent', (vm0, owner, c) => {
  const vm = vm0 as Vm;
  const m = c.a as Machine;
  const full = c.b as string;
  const known = m.modules.getStr(full);
  if (known !== undefined && known !== null) return known;
  const path = owner instanceof PyModule ? owner.dict.getStr('__path__') : undefined;
  if (known === null || !(path instanceof PyList)) return slowLoad(vm, full, c.c);
  return find(vm, m, full, path, c.c);
});

function find(vm: Vm, m: Machine, full: string, path: PyValue, importer: Importer): Result {
  const found = findModule(m, full, path);
  // An archive, perhaps; or there is none.
  if (found === null || found.asksForSpec === true) return slowLoad(vm, full, importer);
  const { module, code } = found;
  m.modules.setStr(full, module);
  const base = vm.frame;
  if (code === null || (found.frozen && mayWait(full, importer))) {
    if (code !== null) putOff(m, module, code);
    return LOADED.fn(vm, module, { a: m, b: full, c: module } as never);
  }
  return andThen(vm, base, runModule(vm, m, code, module), LOADED, m, full, module);
}

const LOADED = cont(
  'import.loaded',
  (vm0, v, c) => {
    const vm = vm0 as Vm;
    const m = c.a as Machine;
    const full = c.b as string;
    if (v === undefined) {
      m.modules.delStr(full);
      return undefined;
    }
    const module = m.modules.getStr(full) ?? (c.c as PyModule);
    const dot = full.lastIndexOf('.');
    if (dot < 0) return module;
    const owner = m.modules.getStr(full.slice(0, dot)) ?? null;
    if (owner instanceof PyModule && owner.cls === T.module) {
      owner.dict.setStr(full.slice(dot + 1), module);
      return module;
    }
    const base = vm.frame;
    return andThen(vm, base, setattr(vm, owner, full.slice(dot + 1), module), OWNED, module);
  },
  { catches: true },
);
const OWNED = cont(
  'import.owned',
  (vm, v, c) => {
    if (v === undefined && vm.exc !== null && !vm.exc.cls.isSubtype(T.AttributeError!)) return undefined;
    vm.exc = null;
    return c.a;
  },
  { catches: true },
);
