/** bytearray: the type. What it shares with bytes: bytes-search.ts, bytes-shape.ts, bytes-core.ts. */
import { work } from './work.js';
import { cont, NOVALUE, T, andThen, type PyValue, type Result, type VM } from './object.js';
import { checkIndex, checkNew, indexArgs } from './args.js';
import { asBytes, checkExports, PyByteArray, PyBytes, reprOfBytes } from './bytes.js';
import { byteArg, bytesOf, searchMethods } from './bytes-search.js';
import { fromHex, makeTrans, shapeMethods } from './bytes-shape.js';
import {
  bytesFromIterable, bytesIteratorMethods, compareBytes, containsBytes, encodedSource, PyBytesIterator, repeatBytes, slicedBytes, zeroBytes,
} from './bytes-core.js';
import { call, callPrelude, lookupSpecial } from './call.js';
import { index, indexSized } from './convert.js';
import { defineType } from './define.js';
import { error, indexError, typeError, valueError } from './errors.js';
import { asInt, toIndex, toSsize, type Int } from './int.js';
import { isTypeError, itemsSync } from './iterate.js';
import { latin1, percentFormatBytes } from './percent-format.js';
import { NotImplemented } from './singletons.js';
import { asStr } from './str.js';
import { PySlice, resolveSlice, sliceIndices } from './subscript.js';
import { PyTuple } from './tuple.js';
import { typeName, type PyType } from './type.js';

// ---- storage ----

/** Makes room for `n` bytes and sets the length. */
function resize(self: PyByteArray, n: number): void {
  if (n > 0x7fffffff) throw error('MemoryError');
  if (n !== self.length) checkExports(self);
  if (n > self.v.length) {
    const v = new Uint8Array(Math.max(n, self.v.length + (self.v.length >> 1) + 8));
    v.set(self.v.subarray(0, self.length));
    self.v = v;
  }
  self.length = n;
}

const NOTHING = new Uint8Array(0);

/** `self[i:j] = b` */
function splice(self: PyByteArray, i: number, j: number, b: Uint8Array): void {
  const n = self.length;
  work((n - i) >> 4);
  const grow = b.length - (j - i);
  // The source may be a view of self.
  const src = b.buffer === self.v.buffer ? b.slice() : b;
  if (grow > 0) {
    resize(self, n + grow);
    self.v.copyWithin(j + grow, j, n);
  } else if (grow < 0) {
    checkExports(self);
    self.v.copyWithin(j + grow, j, n);
    self.length = n + grow;
  }
  self.v.set(src, i);
}

function setBytes(self: PyByteArray, b: Uint8Array): void {
  work(b.length >> 3);
  resize(self, b.length);
  self.v.set(b);
}

// ---- construction ----

function init(vm: VM, self: PyByteArray, source: PyValue | undefined, encoding: PyValue | undefined, errors: PyValue | undefined): Result {
  // Arguments of the wrong kind leave it as it is.
  const kinds = [encoding, errors].every((v) => v === undefined || asStr(v) !== undefined);
  if (kinds) resize(self, 0);
  const base = vm.frame;
  const text = encodedSource(vm, source, encoding, errors, 'bytearray');
  if (text !== NOVALUE) return andThen(vm, base, text, INIT_BYTES, self);
  if (source === undefined) return null;
  const n = asInt(source);
  if (n !== undefined) {
    setBytes(self, zeroBytes(vm, n, typeName(source)));
    return null;
  }
  if (lookupSpecial(source, '__index__') !== undefined) return andThen(vm, vm.frame, index(vm, source), INIT_COUNT, self, source);
  return initFrom(vm, self, source);
}

function initFrom(vm: VM, self: PyByteArray, source: PyValue): Result {
  const b = asBytes(source);
  if (b !== undefined) {
    setBytes(self, b);
    return null;
  }
  return andThen(vm, vm.frame, bytesFromIterable(vm, source, 'bytearray', 'byte'), INIT_BYTES, self);
}

/** A TypeError of `__index__` does not end it: then it is asked for its items. */
const INIT_COUNT = cont(
  'bytearray.init.count',
  (vm, v, c) => {
    if (v === undefined) {
      if (!isTypeError(vm)) return undefined;
      vm.exc = null;
      return initFrom(vm, c.a, c.b);
    }
    setBytes(c.a, zeroBytes(vm, v as Int, typeName(c.b)));
    return null;
  },
  { catches: true },
);
const INIT_BYTES = cont('bytearray.init', (_vm, v, c) => {
  setBytes(c.a, (v as PyBytes).v);
  return null;
});

const INSERT = cont('bytearray.insert', (_vm, v, c) => {
  insert(c.a, c.b, v as Int);
  return null;
});
function insert(self: PyByteArray, at: number, item: Int): void {
  const c = byteArg(item);
  const i = Math.min(at < 0 ? Math.max(0, at + self.length) : at, self.length);
  splice(self, i, i, Uint8Array.of(c));
}

// ---- items ----

const KEY = 'bytearray indices must be integers or slices, not ';

/** An index in range. */
function at(self: PyByteArray, n: Int, type: string): number {
  const k = toIndex(n, type);
  const i = k < 0 ? k + self.length : k;
  if (i < 0 || i >= self.length) throw indexError('bytearray index out of range');
  return i;
}

/** Runs `row` again with the key as int or plain slice. */
function resolveKey(vm: VM, self: PyValue, k: PyValue, row: ReturnType<typeof cont>, extra?: PyValue): Result {
  if (k instanceof PySlice) return andThen(vm, vm.frame, resolveSlice(vm, k), row, self, extra);
  if (lookupSpecial(k, '__index__') === undefined) throw typeError(KEY + (k === null ? 'NoneType' : typeName(k)));
  return andThen(vm, vm.frame, index(vm, k), row, self, extra);
}

function getitem(vm: VM, self: PyByteArray, k: PyValue): Result {
  const n = asInt(k);
  if (n !== undefined) return self.v[at(self, n, typeName(k))]!;
  const ix = k instanceof PySlice ? sliceIndices(k, self.length) : undefined;
  if (ix === undefined) return resolveKey(vm, self, k, GETITEM);
  return new PyByteArray(slicedBytes(bytesOf(self), ix.start, ix.step, ix.count));
}
const GETITEM = cont('bytearray.getitem', (vm, k, c) => getitem(vm, c.a, k instanceof PySlice ? k : checkIndex(k!)));

function setitem(vm: VM, self: PyByteArray, k: PyValue, v: PyValue): Result {
  const n = asInt(k);
  if (n !== undefined) {
    const c = asInt(v);
    if (typeof n === 'bigint') at(self, n, typeName(k));
    if (c === undefined) {
      if (lookupSpecial(v, '__index__') === undefined) throw typeError(`'${v === null ? 'NoneType' : typeName(v)}' object cannot be interpreted as an integer`);
      return andThen(vm, vm.frame, index(vm, v), SETITEM_VALUE, self, n);
    }
    const byte = byteArg(c);
    self.v[at(self, n, typeName(k))] = byte;
    return null;
  }
  const ix = k instanceof PySlice ? sliceIndices(k, self.length) : undefined;
  if (ix === undefined) return resolveKey(vm, self, k, SETITEM, v);
  const b = asBytes(v);
  if (b === undefined) {
    if (asInt(v) !== undefined || asStr(v) !== undefined) throw typeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
    return andThen(vm, vm.frame, sliceSource(vm, v), SETITEM, self, undefined, k);
  }
  if (ix.step === 1) {
    splice(self, ix.start, Math.max(ix.start, ix.start + ix.count), b);
    return null;
  }
  if (b.length !== ix.count) {
    if (b.length === 0) return delSlice(self, ix.start, ix.step, ix.count);
    throw valueError(`attempt to assign bytes of size ${b.length} to extended slice of size ${ix.count}`);
  }
  const src = b.slice();
  for (let i = 0, p = ix.start; i < ix.count; i++, p += ix.step) self.v[p] = src[i]!;
  return null;
}

function sliceSource(vm: VM, v: PyValue): Result {
  if (itemsSync(v) === undefined && lookupSpecial(v, '__iter__') === undefined && lookupSpecial(v, '__getitem__') === undefined) {
    throw typeError(`cannot convert '${v === null ? 'NoneType' : typeName(v)}' object to bytearray`);
  }
  return bytesFromIterable(vm, v, 'bytearray', 'byte');
}

/** The key is resolved (c.b: the value), or the value is (c.c: the key). */
const SETITEM = cont('bytearray.setitem', (vm, r, c) => (c.c !== undefined ? setitem(vm, c.a, c.c, r!) : setitem(vm, c.a, r instanceof PySlice ? r : checkIndex(r!), c.b)));
const SETITEM_VALUE = cont('bytearray.setitem.value', (vm, v, c) => setitem(vm, c.a, c.b, checkIndex(v!)));

function delSlice(self: PyByteArray, start: number, step: number, count: number): null {
  if (count === 0) return null;
  checkExports(self);
  const b = bytesOf(self);
  work(16 * b.length);
  const drop = new Set<number>();
  for (let i = 0, p = start; i < count; i++, p += step) drop.add(p);
  const kept = b.filter((_, i) => !drop.has(i));
  self.v.set(kept);
  self.length = kept.length;
  return null;
}

function delitem(vm: VM, self: PyByteArray, k: PyValue): Result {
  const n = asInt(k);
  if (n !== undefined) {
    const i = at(self, n, typeName(k));
    splice(self, i, i + 1, NOTHING);
    return null;
  }
  const ix = k instanceof PySlice ? sliceIndices(k, self.length) : undefined;
  if (ix === undefined) return resolveKey(vm, self, k, DELITEM);
  if (ix.step === 1) {
    splice(self, ix.start, ix.start + ix.count, new Uint8Array(0));
    return null;
  }
  return delSlice(self, ix.start, ix.step, ix.count);
}
const DELITEM = cont('bytearray.delitem', (vm, k, c) => delitem(vm, c.a, k instanceof PySlice ? k : checkIndex(k!)));

// ---- growing ----

function extend(vm: VM, self: PyByteArray, v: PyValue): Result {
  const b = asBytes(v);
  if (b !== undefined) {
    splice(self, self.length, self.length, b);
    return null;
  }
  if (itemsSync(v) === undefined && lookupSpecial(v, '__iter__') === undefined && lookupSpecial(v, '__getitem__') === undefined) {
    throw typeError(`can't extend bytearray with ${v === null ? 'NoneType' : typeName(v)}`);
  }
  return andThen(vm, vm.frame, bytesFromIterable(vm, v, 'bytearray', 'byte', true), EXTEND, self);
}
const EXTEND = cont('bytearray.extend', (_vm, v, c) => {
  const self = c.a as PyByteArray;
  splice(self, self.length, self.length, (v as PyBytes).v);
  return null;
});

function add(_vm: VM, self: PyValue, other: PyValue): Result {
  const b = asBytes(other);
  if (b === undefined) return NotImplemented;
  const a = bytesOf(self);
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return new PyByteArray(out);
}

function repeat(vm: VM, self: PyByteArray, by: PyValue): Result {
  const n = asInt(by);
  if (n !== undefined) return new PyByteArray(repeatBytes(vm, bytesOf(self), n, typeName(by)));
  if (lookupSpecial(by, '__index__') === undefined) return NotImplemented;
  return andThen(vm, vm.frame, indexSized(vm, by, 'OverflowError'), REPEAT, self);
}
const REPEAT = cont('bytearray.repeat', (vm, v, c) => repeat(vm, c.a, checkIndex(v!)));

function imul(vm: VM, self: PyByteArray, by: PyValue): Result {
  const n = asInt(by);
  if (n !== undefined) {
    setBytes(self, repeatBytes(vm, bytesOf(self), n, typeName(by)));
    return self;
  }
  if (lookupSpecial(by, '__index__') === undefined) return NotImplemented;
  return andThen(vm, vm.frame, indexSized(vm, by, 'OverflowError'), IMUL, self);
}
const IMUL = cont('bytearray.imul', (vm, v, c) => imul(vm, c.a, checkIndex(v!)));

function reduce(vm: VM, self: PyByteArray, protocol: number): Result {
  const b = bytesOf(self);
  const args = protocol < 3 ? (b.length > 0 ? [latin1(b), 'latin-1'] : []) : b.length > 0 ? [new PyBytes(b.slice())] : [];
  const made = new PyTuple(args);
  return self.cls.flags.heap ? callPrelude(vm, 'bytearray_reduce', self, made) : new PyTuple([self.cls, made, null]);
}

const make = (b: Uint8Array): PyValue => new PyByteArray(b);

T.bytearray = defineType({
  name: 'bytearray',
  instance: PyByteArray,
  flags: { basetype: true },
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls) => new PyByteArray(new Uint8Array(0), checkNew(cls, T.bytearray))],
  methods: {
    '!__init__(self, source=<unset>, encoding=<unset>, errors=<unset>)': init,
    '__repr__(self, /)': (_vm, self: PyByteArray) => `${self.cls.name}(${reprOfBytes(bytesOf(self), true)})`,
    '__str__(self, /)': (_vm, self: PyByteArray) => `${self.cls.name}(${reprOfBytes(bytesOf(self), true)})`,
    '__lt__(self, value, /)': compareBytes((c) => c < 0),
    '__le__(self, value, /)': compareBytes((c) => c <= 0),
    '__eq__(self, value, /)': compareBytes((c) => c === 0),
    '__ne__(self, value, /)': compareBytes((c) => c !== 0),
    '__gt__(self, value, /)': compareBytes((c) => c > 0),
    '__ge__(self, value, /)': compareBytes((c) => c >= 0),
    '__iter__(self, /)': (_vm, self) => new PyBytesIterator(self, T.bytearray_iterator!),
    '!__mod__(self, value, /)': (vm, self, value) => percentFormatBytes(vm, bytesOf(self), value, 'bytearray'),
    '!__rmod__(self, value, /)': (vm, self, value) => (value instanceof PyByteArray ? percentFormatBytes(vm, bytesOf(value), self, 'bytearray') : NotImplemented),
    '__len__(self, /)': (_vm, self: PyByteArray) => self.length,
    '!__getitem__(self, key, /)': getitem,
    '!__setitem__(self, key, value, /)': setitem,
    '!__delitem__(self, key, /)': delitem,
    '__add__(self, value, /)': add,
    '!__mul__(self, value, /)': repeat,
    '!__rmul__(self, value, /)': repeat,
    '!__contains__(self, key, /)': containsBytes,
    '__iadd__(self, value, /)': (_vm, self: PyByteArray, other) => {
      const b = asBytes(other);
      if (b === undefined) throw typeError(`can't concat ${other === null ? 'NoneType' : typeName(other)} to ${self.cls.name}`);
      splice(self, self.length, self.length, b);
      return self;
    },
    '!__imul__(self, value, /)': imul,
    '__alloc__(self, /)': (_vm, self: PyByteArray) => (self.length === 0 ? 0 : self.length + 1),
    '!__reduce__(self, /)': (vm, self: PyByteArray) => reduce(vm, self, 2),
    '!__reduce_ex__(self, proto=0, /)': indexArgs('bytearray.__reduce_ex__', [1], (vm, self: PyByteArray, p: Int) => reduce(vm, self, Number(p))),
    '__sizeof__(self, /)': (_vm, self: PyByteArray) => 56 + (self.length === 0 ? 0 : self.length + 1),
    '!append(self, item, /)': indexArgs('bytearray.append', [1], (_vm, self: PyByteArray, item: Int) => {
      const c = byteArg(item);
      const n = self.length;
      resize(self, n + 1);
      self.v[n] = c;
      return null;
    }),
    'clear(self, /)': (_vm, self: PyByteArray) => {
      resize(self, 0);
      self.v = new Uint8Array(0);
      return null;
    },
    'copy(self, /)': (_vm, self) => new PyByteArray(bytesOf(self).slice()),
    '!extend(self, iterable_of_ints, /)': extend,
    '!insert(self, index, item, /)': indexArgs('bytearray.insert', [1], (vm, self: PyByteArray, where: Int, item: PyValue) => {
      const at = toSsize(where);
      const n = asInt(item);
      if (n === undefined) return andThen(vm, vm.frame, index(vm, item), INSERT, self, at);
      insert(self, at, n);
      return null;
    }),
    '!pop(self, index=-1, /)': indexArgs('bytearray.pop', [1], (_vm, self: PyByteArray, index: Int) => {
      let i = toSsize(index);
      if (self.length === 0) throw indexError('pop from empty bytearray');
      if (i < 0) i += self.length;
      if (i < 0 || i >= self.length) throw indexError('pop index out of range');
      checkExports(self);
      const c = self.v[i]!;
      if (i === self.length - 1) self.length--;
      else splice(self, i, i + 1, NOTHING);
      return c;
    }),
    '!remove(self, value, /)': indexArgs('bytearray.remove', [1], (_vm, self: PyByteArray, value: Int) => {
      const i = bytesOf(self).indexOf(byteArg(value));
      if (i < 0) throw valueError('value not found in bytearray');
      splice(self, i, i + 1, new Uint8Array(0));
      return null;
    }),
    'reverse(self, /)': (_vm, self) => {
      bytesOf(self).reverse();
      return null;
    },
    ...searchMethods('bytearray', make),
    ...shapeMethods('bytearray', make),
  },
  classMethods: {
    '!fromhex(type, string, /)': (vm, cls: PyType, text) => {
      const b = fromHex(text);
      return cls === T.bytearray ? new PyByteArray(b) : call(vm, cls, [new PyByteArray(b)]);
    },
  },
  staticMethods: {
    'maketrans(frm, to, /)': (_vm, from, to) => makeTrans(from, to),
  },
  attrs: { __hash__: null },
});
defineType({ name: 'bytearray_iterator', instance: PyBytesIterator, methods: bytesIteratorMethods });
