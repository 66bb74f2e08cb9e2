/** bytes: the type record and its iterator. Methods it shares with bytearray: bytes-search.ts, bytes-shape.ts. */
import { work } from './work.js';
import { inherit, cont, NOVALUE, PyObject, T, typeOf, andThen, type PyValue, type Result, type VM } from './object.js';
import { checkIndex, checkNew } from './args.js';
import { asBytes, concatBytes, FEW, joined, oneByte, PyByteArray, PyBytes, reprOfBytes } from './bytes.js';
import { byteArg, bytesFind, bytesOf, searchMethods } from './bytes-search.js';
import { fromHex, makeTrans, shapeMethods } from './bytes-shape.js';
import { call, callPrelude, callSpecial, lookupSpecial } from './call.js';
import { index, sizeArg } from './convert.js';
import { encode } from './codecs.js';
import { defineType } from './define.js';
import { error, indexError, overflowError, typeError, valueError } from './errors.js';
import { hashBytes } from './hash.js';
import { asInt, toIndex, type Int } from './int.js';
import { hasHint, isTypeError, iterElse, itemsSync } from './iterate.js';
import { percentFormatBytes } from './percent-format.js';
import { NotImplemented } from './singletons.js';
import { asStr, PyStrObj } from './str.js';
import { PySlice, resolveSlice, sliceIndices } from './subscript.js';
import { PyList, PyTuple } from './tuple.js';
import { argTypeName, typeName, type PyType } from './type.js';
import type { NativeFn } from './native.js';
import { warn } from './warn.js';

const MAX_SIZE = 0x7fffffff;

/** Zeros, as `bytes(n)`. */
export function zeroBytes(vm: VM, n: Int, type: string): Uint8Array {
  if (typeof n === 'bigint' && (n > 0x7fffffffffffffffn || n < -0x8000000000000000n)) throw overflowError(`cannot fit '${type}' into an index-sized integer`);
  if (n < 0) throw valueError('negative count');
  if (n > MAX_SIZE) throw error('MemoryError');
  vm.charge(Number(n) >> 4);
  return new Uint8Array(Number(n));
}

/**
 * Bytes of the ints of an array, or of a list that guest `__index__` methods may change while we go,
 * waiting for those methods. `what`: 'bytes' or 'byte', for the ValueError.
 */
function bytesFromItems(vm: VM, source: readonly PyValue[] | PyList, out: number[], what: string): Result {
  const live = (): readonly PyValue[] => (source instanceof PyList ? source.items : source);
  for (let items = live(); out.length < items.length; items = live()) {
    const v = items[out.length]!;
    const n = asInt(v);
    if (n === undefined) {
      if (lookupSpecial(v, '__index__') === undefined) throw typeError(`'${v === null ? 'NoneType' : typeName(v)}' object cannot be interpreted as an integer`);
      return andThen(vm, vm.frame, index(vm, v), ITEM_INDEX, source, out, what);
    }
    if (n < 0 || n > 255) throw valueError(`${what} must be in range(0, 256)`);
    out.push(Number(n));
  }
  vm.charge(out.length >> 2);
  return new PyBytes(Uint8Array.from(out));
}

const ITEM_INDEX = cont('bytes.item.index', (vm, v, c) => {
  const n = checkIndex(v!);
  if (n < 0 || n > 255) throw valueError(`${c.c} must be in range(0, 256)`);
  (c.b as number[]).push(Number(n));
  return bytesFromItems(vm, c.a, c.b, c.c);
});

const FROM_ITER = cont('bytes.from.iter', (vm, it, c) =>
  c.b === undefined ? callPrelude(vm, 'bytes_from', it!, c.a) : andThen(vm, vm.frame, callPrelude(vm, 'length_hint', c.b, 64), FROM_HINTED, it, c.a));
const FROM_HINTED = cont('bytes.from.hinted', (vm, _n, c) => callPrelude(vm, 'bytes_from', c.a, c.b));

/** A bytes object from an iterable of ints. TypeError with `name` when it is no iterable. `hint`: its length is asked for. */
export function bytesFromIterable(vm: VM, v: PyValue, name: string, what: string, hint = false): Result {
  if (v instanceof PyList && v.cls === T.list) return bytesFromItems(vm, v, [], what);
  const items = itemsSync(v);
  if (items !== undefined) return bytesFromItems(vm, items, [], what);
  return andThen(vm, vm.frame, iterElse(vm, v, `cannot convert '${typeName(v)}' object to ${name}`), FROM_ITER, what, hint && hasHint(v) ? v : undefined);
}

/** An instance of `cls` (bytes or a guest subclass). */
const makeBytes = (cls: PyType, b: Uint8Array): PyBytes => new PyBytes(b, cls);

/** Checks `encoding` and `errors` of bytes() and bytearray(); a bytes object when the source is text (NOVALUE: it is none). */
export function encodedSource(vm: VM, source: PyValue | undefined, encoding: PyValue | undefined, errors: PyValue | undefined, name: string): Result {
  const text = (v: PyValue | undefined, which: string): string | undefined => {
    if (v === undefined) return undefined;
    const s = asStr(v);
    if (s === undefined) throw typeError(`${name}() argument '${which}' must be str, not ${argTypeName(v)}`);
    return typeof s === 'string' ? s : s.s;
  };
  const enc = text(encoding, 'encoding');
  const err = text(errors, 'errors');
  const s = source === undefined ? undefined : asStr(source);
  if (s === undefined) {
    if (enc !== undefined) throw typeError('encoding without a string argument');
    if (err !== undefined) throw typeError('errors without a string argument');
    return NOVALUE;
  }
  if (enc === undefined) throw typeError('string argument without an encoding');
  return encode(vm, s, enc, err ?? 'strict');
}

/** The bytes of ints below 256; undefined where there is something else. */
function plainBytes(items: readonly PyValue[]): Uint8Array | undefined {
  const out = new Uint8Array(items.length);
  for (let i = 0; i < items.length; i++) {
    const x = items[i];
    if (typeof x !== 'number' || x < 0 || x > 255) return undefined;
    out[i] = x;
  }
  return out;
}

function bytesNew(vm: VM, clsArg: PyValue, source: PyValue | undefined, encoding: PyValue | undefined, errors: PyValue | undefined): Result {
  const cls = checkNew(clsArg, T.bytes);
  if (cls === T.bytes && encoding === undefined && errors === undefined && (source instanceof PyList || source instanceof PyTuple) && (source.cls === T.list || source.cls === T.tuple)) {
    const b = plainBytes(source.items);
    if (b !== undefined) {
      vm.charge(b.length >> 4);
      return new PyBytes(b);
    }
  }
  const hasBytes = source instanceof PyStrObj && encoding === undefined && errors === undefined && lookupSpecial(source, '__bytes__') !== undefined;
  if (!hasBytes) {
    const base = vm.frame;
    const text = encodedSource(vm, source, encoding, errors, 'bytes');
    if (text !== NOVALUE) return andThen(vm, base, text, NEW_BYTES, cls);
  }
  if (source === undefined) return makeBytes(cls, new Uint8Array(0));
  if (source instanceof PyBytes && source.cls === T.bytes) return cls === T.bytes ? source : makeBytes(cls, source.v);
  if (!(source instanceof PyBytes && source.cls.lookup('__bytes__') === T.bytes.dict.getStr('__bytes__')) && lookupSpecial(source, '__bytes__') !== undefined) {
    return andThen(vm, vm.frame, callSpecial(vm, source, '__bytes__', []), NEW_BYTES, cls);
  }
  const n = asInt(source);
  if (n !== undefined) return makeBytes(cls, zeroBytes(vm, n, typeName(source)));
  if (lookupSpecial(source, '__index__') !== undefined) return andThen(vm, vm.frame, index(vm, source), NEW_COUNT, cls, source);
  return fromSource(vm, cls, source);
}

function fromSource(vm: VM, cls: PyType, source: PyValue): Result {
  const b = asBytes(source);
  if (b !== undefined) return makeBytes(cls, b.slice());
  return andThen(vm, vm.frame, bytesFromIterable(vm, source, 'bytes', 'bytes', true), NEW_BYTES, cls);
}

const NEW_BYTES = cont('bytes.new', (_vm, v, c) => {
  if (!(v instanceof PyBytes)) throw typeError(`__bytes__ returned non-bytes (type ${typeName(v!)})`);
  return c.a === T.bytes ? v : makeBytes(c.a, v.v);
});
/** A TypeError of `__index__` does not end it: then it is asked for its items. */
const NEW_COUNT = cont(
  'bytes.new.count',
  (vm, v, c) => {
    if (v !== undefined) return makeBytes(c.a, zeroBytes(vm, v as Int, typeName(c.b)));
    if (!isTypeError(vm)) return undefined;
    vm.exc = null;
    return fromSource(vm, c.a, c.b);
  },
  { catches: true },
);

/** `exact`: bytes compares with bytes only and leaves other buffers to their own methods. */
export const compareBytes = (f: (c: number) => boolean, exact = false): NativeFn => (_vm, self, other) => {
  const b = exact && !(other instanceof PyBytes) ? undefined : asBytes(other);
  if (b === undefined) return NotImplemented;
  const a = bytesOf(self);
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    if ((i & 4095) === 4095) work(4096 >> 2);
    if (a[i] !== b[i]) return f(a[i]! - b[i]!);
  }
  return f(a.length - b.length);
};

/** `x in b`: a bytes-like object or one byte. */
export const containsBytes: NativeFn = (vm, self, key) => {
  const b = bytesOf(self);
  const n = asInt(key);
  if (n !== undefined) return bytesFind(b, Uint8Array.of(byteArg(n)), 0, b.length) >= 0;
  const x = asBytes(key);
  if (x !== undefined) return bytesFind(b, x, 0, b.length) >= 0;
  if (lookupSpecial(key, '__index__') !== undefined) return andThen(vm, vm.frame, index(vm, key), CONTAINS, self);
  throw typeError(`a bytes-like object is required, not '${key === null ? 'NoneType' : typeName(key)}'`);
};
const CONTAINS = cont('bytes.contains', (_vm, v, c) => bytesOf(c.a).includes(byteArg(checkIndex(v!))));

/** The bytes a slice selects. */
export function slicedBytes(b: Uint8Array, start: number, step: number, count: number): Uint8Array {
  if (step === 1 && count > FEW) return b.slice(start, start + count);
  if (step !== 1) work(count);
  const out = new Uint8Array(count);
  for (let i = 0, at = start; i < count; i++, at += step) out[i] = b[at]!;
  return out;
}

function getitem(vm: VM, self: PyValue, k: PyValue): Result {
  const b = bytesOf(self);
  if (typeof k === 'number') {
    const i = k < 0 ? k + b.length : k;
    if (i < 0 || i >= b.length) return vm.raise(indexError('index out of range'));
    return b[i]!;
  }
  if (k instanceof PySlice) {
    const ix = sliceIndices(k, b.length);
    if (ix === undefined) return andThen(vm, vm.frame, resolveSlice(vm, k), GETITEM, self);
    if (ix.count === 1) return oneByte(b[ix.start]!);
    if (ix.count === b.length && ix.step === 1 && self instanceof PyBytes && self.cls === T.bytes) return self;
    return new PyBytes(slicedBytes(b, ix.start, ix.step, ix.count));
  }
  const n = asInt(k);
  if (n !== undefined) {
    return getitem(vm, self, toIndex(n, typeName(k)));
  }
  if (lookupSpecial(k, '__index__') === undefined) throw typeError(`byte indices must be integers or slices, not ${k === null ? 'NoneType' : typeName(k)}`);
  return andThen(vm, vm.frame, index(vm, k), GETITEM_INDEX, self, typeName(k));
}
const GETITEM = cont('bytes.getitem', (vm, k, c) => getitem(vm, c.a, k!));
const GETITEM_INDEX = cont('bytes.getitem.index', (vm, k, c) => getitem(vm, c.a, toIndex(checkIndex(k!), c.b)));

/** `b * n` */
export function repeatBytes(vm: VM, b: Uint8Array, n: Int, type: string): Uint8Array {
  if (typeof n === 'bigint' && (n > 0x7fffffffffffffffn || n < -0x8000000000000000n)) throw overflowError(`cannot fit '${type}' into an index-sized integer`);
  if (n <= 0 || b.length === 0) return new Uint8Array(0);
  const total = Number(n) * b.length;
  if (total > 2 ** 63) throw overflowError('repeated bytes are too long');
  if (total > MAX_SIZE) throw error('MemoryError');
  vm.charge(total >> 4);
  const out = new Uint8Array(total);
  if (b.length === 1) return out.fill(b[0]!);
  for (let i = 0; i < total; i += b.length) out.set(b, i);
  return out;
}

function repeat(vm: VM, self: PyValue, by: PyValue): Result {
  const n = asInt(by);
  if (n === 1 && self instanceof PyBytes && self.cls === T.bytes) return self;
  if (n !== undefined) return new PyBytes(repeatBytes(vm, bytesOf(self), n, typeName(by)));
  if (lookupSpecial(by, '__index__') === undefined) return NotImplemented;
  return andThen(vm, vm.frame, index(vm, by), REPEAT, self, typeName(by));
}
const REPEAT = cont('bytes.repeat', (vm, v, c) => new PyBytes(repeatBytes(vm, bytesOf(c.a), checkIndex(v!), c.b)));

// ---- iterators ----

/** Iterator of bytes and of bytearray (which may change while it runs). */
export class PyBytesIterator {
  i = 0;
  constructor(
    /** null once exhausted. */
    public o: PyBytes | PyByteArray | null,
    cls: PyType,
  ) {
    this.cls = cls;
  }

  quickNext(): PyValue | undefined {
    const { o } = this;
    if (o === null) return undefined;
    if (this.i < lengthOf(o)) return o.v[this.i++]!;
    this.o = null;
    return undefined;
  }
}
export interface PyBytesIterator extends PyObject {}
inherit(PyBytesIterator, PyObject);

const lengthOf = (o: PyBytes | PyByteArray): number => (o instanceof PyBytes ? o.v.length : o.length);

export const bytesIteratorMethods: Record<string, NativeFn> = {
  '__iter__(self, /)': (_vm, self) => self,
  '__next__(self, /)': (_vm, self: PyBytesIterator) => self.quickNext(),
  '__length_hint__(self, /)': (_vm, self: PyBytesIterator) => (self.o === null ? 0 : Math.max(0, lengthOf(self.o) - self.i)),
  '__reduce__(self, /)': (vm, self: PyBytesIterator) => {
    const iter = vm.state.builtins.getStr('iter')!;
    if (self.o === null) return new PyTuple([iter, new PyTuple([new PyTuple([])])]);
    return new PyTuple([iter, new PyTuple([self.o]), self.i]);
  },
  '__setstate__(self, state, /)': (_vm, self: PyBytesIterator, state) => {
    const n = asInt(state);
    if (n === undefined) throw typeError('an integer is required');
    if (self.o !== null) self.i = Math.min(Math.max(sizeArg(n), 0), lengthOf(self.o));
    return null;
  },
};

const make = (b: Uint8Array): PyValue => new PyBytes(b);

T.bytes = defineType({
  name: 'bytes',
  instance: PyBytes,
  flags: { basetype: true },
  new: ['!__new__(cls, source=<unset>, encoding=<unset>, errors=<unset>)', bytesNew],
  make: (vm, cls, st, at, n) => (n > 3 ? null : bytesNew(vm, cls, n > 0 ? st[at] : undefined, n > 1 ? st[at + 1] : undefined, n > 2 ? st[at + 2] : undefined)),
  methods: {
    '__repr__(self, /)': (_vm, self) => reprOfBytes(bytesOf(self)),
    '!__str__(self, /)': (vm, self) => {
      const text = reprOfBytes(bytesOf(self));
      return vm.state.bytesWarning === true ? warn(vm, T.BytesWarning!, `str() on a ${typeOf(self).isSubtype(T.bytes) ? 'bytes' : 'bytearray'} instance`, text) : text;
    },
    '__hash__(self, /)': (_vm, self) => hashBytes(bytesOf(self)),
    '__lt__(self, value, /)': compareBytes((c) => c < 0, true),
    '__le__(self, value, /)': compareBytes((c) => c <= 0, true),
    '__eq__(self, value, /)': compareBytes((c) => c === 0, true),
    '__ne__(self, value, /)': compareBytes((c) => c !== 0, true),
    '__gt__(self, value, /)': compareBytes((c) => c > 0, true),
    '__ge__(self, value, /)': compareBytes((c) => c >= 0, true),
    '__iter__(self, /)': (_vm, self) => new PyBytesIterator(self, T.bytes_iterator!),
    '!__mod__(self, value, /)': (vm, self, value) => percentFormatBytes(vm, bytesOf(self), value, 'bytes'),
    '!__rmod__(self, value, /)': (vm, self, value) => (value instanceof PyBytes ? percentFormatBytes(vm, value.v, self, 'bytes') : NotImplemented),
    '__len__(self, /)': (_vm, self) => bytesOf(self).length,
    '!__getitem__(self, key, /)': getitem,
    '__add__(self, value, /)': (_vm, self, other) => {
      const b = asBytes(other);
      if (b === undefined) return NotImplemented;
      if (other instanceof PyBytes) return concatBytes(self as PyBytes, other);
      return new PyBytes(joined(bytesOf(self), b));
    },
    '!__mul__(self, value, /)': repeat,
    '!__rmul__(self, value, /)': repeat,
    '!__contains__(self, key, /)': containsBytes,
    '__getnewargs__(self, /)': (_vm, self) => new PyTuple([new PyBytes(bytesOf(self))]),
    '__bytes__(self, /)': (_vm, self) => (self.cls === T.bytes ? self : new PyBytes(bytesOf(self))),
    ...searchMethods('bytes', make),
    ...shapeMethods('bytes', make),
  },
  classMethods: {
    '!fromhex(type, string, /)': (vm, cls: PyType, text) => {
      const b = new PyBytes(fromHex(text));
      return cls === T.bytes ? b : call(vm, cls, [b]);
    },
  },
  staticMethods: {
    'maketrans(frm, to, /)': (_vm, from, to) => makeTrans(from, to),
  },
});
defineType({ name: 'bytes_iterator', instance: PyBytesIterator, methods: bytesIteratorMethods });

