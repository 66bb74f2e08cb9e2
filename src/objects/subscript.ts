/** `o[k]`, `o[k] = v`, `del o[k]`; slices. */
import { inherit, cont, PyObject, andThen, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import { error, indexError, typeError, valueError } from './errors.js';
import { call, callUnbound } from './call.js';
import { pushMethod1 } from './fast-call.js';
import { NativeFunction } from './native.js';
import { PyType, Special, typeName } from './type.js';
import { index, indexSized, indexSync } from './convert.js';

export class PySlice {
  constructor(
    readonly start: PyValue,
    readonly stop: PyValue,
    readonly step: PyValue,
  ) {
    this.cls = T.slice;
  }
}
export interface PySlice extends PyObject {}
inherit(PySlice, PyObject);

/** `o[k]` */
export function getitem(vm: VM, o: PyValue, k: PyValue): Result {
  const m = typeOf(o).special(Special.GETITEM);
  if (m instanceof NativeFunction && m.self === undefined) return m.def.fn(vm, o, k);
  if (m !== undefined) {
    const r = pushMethod1(vm, m, o, k);
    return r !== null ? r : callUnbound(vm, m, o, [k]);
  }
  if (o instanceof PyType) {
    const meta = o.lookup('__class_getitem__');
    if (o === T.type) return callClassGetitem(vm, o, k, undefined);
    if (meta !== undefined && meta !== null) return callClassGetitem(vm, o, k, meta);
    // A metaclass may give the attribute: by __getattr__, or for one of its own.
    if (o.cls !== T.type && meta === undefined) {
      const base = vm.frame;
      return andThen(vm, base, attributeHook.getattr(vm, o, '__class_getitem__'), META_GETITEM, o, k);
    }
    return vm.raise(typeError(`type '${o.name}' is not subscriptable`));
  }
  return vm.raise(typeError(`'${typeName(o)}' object is not subscriptable`));
}

/** Makes `type[int]`; installed by generic-alias.ts. */
export const subscriptHooks: { typeAlias: (vm: VM, origin: PyType, k: PyValue) => Result } = {
  typeAlias: (vm, o) => vm.raise(typeError(`type '${o.name}' is not subscriptable`)),
};

function callClassGetitem(vm: VM, o: PyType, k: PyValue, m: PyValue | undefined): Result {
  if (m === undefined) return subscriptHooks.typeAlias(vm, o, k);
  const base = vm.frame;
  return andThen(vm, base, bind(vm, m, o), CLASS_GETITEM, k);
}

const META_GETITEM = cont(
  'getitem.meta',
  (vm, m, c) => {
    if (m !== undefined) return call(vm, m, [c.b]);
    if (vm.exc === null || !vm.exc.cls.isSubtype(T.AttributeError!)) return undefined;
    vm.exc = null;
    return vm.raise(typeError(`type '${(c.a as PyType).name}' is not subscriptable`));
  },
  { catches: true },
);

import { attributeHook, bindDescriptor } from './call.js';
const bind = (vm: VM, m: PyValue, o: PyType): Result => bindDescriptor(vm, m, undefined, o);
const CLASS_GETITEM = cont('class_getitem', (vm, m, c) => call(vm, m!, [c.a]));

/** `o[k] = v`. Result: None (or what Python code returned; callers drop it). */
export function setitem(vm: VM, o: PyValue, k: PyValue, v: PyValue): Result {
  const m = typeOf(o).special(Special.SETITEM);
  if (m instanceof NativeFunction && m.self === undefined) return m.def.fn(vm, o, k, v);
  if (m === undefined) return typeOf(o).lookup('__delitem__') !== undefined ? halfSlot(vm, '__setitem__') : noItems(vm, o, k, 'does not support item assignment');
  return callUnbound(vm, m, o, [k, v]);
}

/** `del o[k]` */
export function delitem(vm: VM, o: PyValue, k: PyValue): Result {
  const m = typeOf(o).lookup('__delitem__');
  if (m instanceof NativeFunction && m.self === undefined) return m.def.fn(vm, o, k);
  if (m === undefined && typeOf(o).special(Special.SETITEM) !== undefined) return halfSlot(vm, '__delitem__');
  if (m === undefined) return noItems(vm, o, k, `${isSequenceLike(o) && typeOf(k).lookup('__index__') !== undefined ? "doesn't" : 'does not'} support item deletion`);
  return callUnbound(vm, m, o, [k]);
}

/** A class with one of the two methods has CPython's slot for both, which then looks for this one. */
function halfSlot(vm: VM, method: '__setitem__' | '__delitem__'): Result {
  return vm.raise(error('AttributeError', method));
}

/** `o` has no items to set; in a sequence the index is looked at first. */
function noItems(vm: VM, o: PyValue, k: PyValue, what: string): Result {
  const message = `'${typeName(o)}' object ${what}`;
  if (!isSequenceLike(o) || typeOf(k).lookup('__index__') === undefined) return vm.raise(typeError(message));
  return andThen(vm, vm.frame, index(vm, k), NO_ITEMS, message, typeName(k));
}
const NO_ITEMS = cont('subscript.none', (vm, n, c) => {
  if (typeof n === 'bigint' && (n >= 2n ** 63n || n < -(2n ** 63n))) return vm.raise(indexError(`cannot fit '${c.b}' into an index-sized integer`));
  return vm.raise(typeError(c.a));
});

/** CPython says it differently for sequences (sq_ass_item) and others. */
function isSequenceLike(o: PyValue): boolean {
  const t = typeOf(o);
  return (t.flags.heap && t.messageName === null) || t.isSubtype(T.str) || t.isSubtype(T.tuple) || t.isSubtype(T.bytes) || t.isSubtype(T.range) || t.isSubtype(T.set) || t.isSubtype(T.frozenset) || /^((dict|odict)_(keys|values|items)|mappingproxy)$/.test(t.name);
}

export interface SliceIndices {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  /** Items selected. */
  readonly count: number;
}

const clampInt = (n: number | bigint): number => (typeof n === 'number' ? n : n > 0n ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER);

/** PySlice_Unpack + AdjustIndices for bounds that are ints or None; undefined when one needs `__index__`. */
export function sliceIndices(s: PySlice, length: number): SliceIndices | undefined {
  let step = 1;
  if (s.step !== null) {
    const n = indexSync(s.step);
    if (n === undefined) return undefined;
    step = clampInt(n);
    if (step === 0) throw valueError('slice step cannot be zero');
  }
  let start: number;
  if (s.start === null) start = step < 0 ? length - 1 : 0;
  else {
    const n = indexSync(s.start);
    if (n === undefined) return undefined;
    start = clampInt(n);
    if (start < 0) start = Math.max(start + length, step < 0 ? -1 : 0);
    else if (start >= length) start = step < 0 ? length - 1 : length;
  }
  let stop: number;
  if (s.stop === null) stop = step < 0 ? -1 : length;
  else {
    const n = indexSync(s.stop);
    if (n === undefined) return undefined;
    stop = clampInt(n);
    if (stop < 0) stop = Math.max(stop + length, step < 0 ? -1 : 0);
    else if (stop >= length) stop = step < 0 ? length - 1 : length;
  }
  let count = 0;
  if (step < 0) count = stop < start ? Math.floor((start - stop - 1) / -step) + 1 : 0;
  else count = start < stop ? Math.floor((stop - start - 1) / step) + 1 : 0;
  return { start, stop, step, count };
}

/** A slice whose bounds are ints or None, calling `__index__` of guest objects: a PySlice. */
export function resolveSlice(vm: VM, s: PySlice): Result {
  // The step comes first (PySlice_Unpack), and must not be zero.
  const parts = [s.step, s.start, s.stop];
  const at = parts.findIndex((p) => p !== null && indexSync(p) === undefined);
  if (at < 0) return s;
  if (s.step !== null && indexSync(s.step) === 0) return vm.raise(valueError('slice step cannot be zero'));
  const p = parts[at]!;
  if (typeOf(p).lookup('__index__') === undefined) return vm.raise(typeError('slice indices must be integers or None or have an __index__ method'));
  const base = vm.frame;
  return andThen(vm, base, index(vm, p), RESOLVED, s, at);
}
const RESOLVED = cont('slice.index', (vm, n, c) => {
  const s = c.a as PySlice;
  const at = c.b as number;
  return resolveSlice(vm, new PySlice(at === 1 ? n! : s.start, at === 2 ? n! : s.stop, at === 0 ? n! : s.step));
});

/**
 * Runs `row` with the key resolved: an index as int value, a slice as a PySlice of ints and Nones. The
 * continuation gets it as value and (self, extra) as state. `what`: 'list', for the TypeError.
 */
export function withIndex(vm: VM, k: PyValue, row: ReturnType<typeof cont>, self: PyValue, extra: PyValue | undefined, what: string): Result {
  const base = vm.frame;
  if (k instanceof PySlice) return andThen(vm, base, resolveSlice(vm, k), row, self, extra);
  if (indexSync(k) === undefined && typeOf(k).lookup('__index__') === undefined) {
    return vm.raise(typeError(`${what} indices must be integers or slices, not ${typeName(k)}`));
  }
  return andThen(vm, base, what === 'range' ? index(vm, k) : indexSized(vm, k, 'IndexError'), row, self, extra);
}
