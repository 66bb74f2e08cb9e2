/** memoryview: views of bytes-like objects, of any number of dimensions that casting can make. */
import { work } from './work.js';
import { andThen, cont, AnyFloat, PyFloat, PyObject, T, type PyValue, type Result, type VM } from './object.js';
import { error, indexError, typeError, valueError } from './errors.js';
import { defineType } from './define.js';
import { address, index, indexSync, truthSync } from './convert.js';
import { lookupSpecial } from './call.js';
import { eqSync } from './compare.js';
import { indexArgs } from './args.js';
import { asBytes, asExporter, bufferHooks, type Exporter, PyBytes } from './bytes.js';
import { hexOf } from './bytes-shape.js';
import { asDouble } from './float.js';
import { hashBytes } from './hash.js';
import { encodeError } from './codecs.js';
import { asInt, clipInt, norm, toCInt, type Int } from './int.js';
import { asJS, strFromJS } from './str.js';
import { rootsOf, walk } from './reachable.js';
import { Ellipsis, NotImplemented } from './singletons.js';
import { PySlice, resolveSlice, sliceIndices } from './subscript.js';
import { PyList, PyTuple } from './tuple.js';
import { argTypeName, typeName } from './type.js';

interface Format {
  readonly size: number;
  readonly read: (d: DataView, at: number) => PyValue;
  readonly write: (vm: VM, d: DataView, at: number, v: PyValue) => void;
}

const badType = (f: string): unknown => typeError(`memoryview: invalid type for format '${f}'`);
const badValue = (f: string): unknown => valueError(`memoryview: invalid value for format '${f}'`);

/** A row of FORMATS for an integer type of `bits` bits. */
function integer(f: string, bits: number, signed: boolean, read: Format['read'], put: (d: DataView, at: number, n: Int) => void): Format {
  const lo = signed ? -(2n ** BigInt(bits - 1)) : 0n;
  const hi = signed ? 2n ** BigInt(bits - 1) : 2n ** BigInt(bits);
  return {
    size: bits / 8,
    read,
    write: (_vm, d, at, v) => {
      const n = asInt(v);
      if (n === undefined) throw badType(f);
      if (n < lo || n >= hi) throw badValue(f);
      put(d, at, n);
    },
  };
}

function real(f: string, size: number, read: Format['read'], put: (d: DataView, at: number, x: number) => void): Format {
  return {
    size,
    read,
    write: (_vm, d, at, v) => {
      const x = asDouble(v);
      if (x === undefined) throw badType(f);
      put(d, at, x);
    },
  };
}

const long = (f: string, signed: boolean): Format =>
  integer(f, 64, signed, (d, i) => norm(signed ? d.getBigInt64(i, true) : d.getBigUint64(i, true)), (d, i, n) => d.setBigInt64(i, BigInt.asIntN(64, BigInt(n)), true));

/** The native element formats, with the sizes of 64-bit Linux. */
const FORMATS: Readonly<Record<string, Format>> = {
  B: integer('B', 8, false, (d, i) => d.getUint8(i), (d, i, n) => d.setUint8(i, Number(n))),
  b: integer('b', 8, true, (d, i) => d.getInt8(i), (d, i, n) => d.setInt8(i, Number(n))),
  H: integer('H', 16, false, (d, i) => d.getUint16(i, true), (d, i, n) => d.setUint16(i, Number(n), true)),
  h: integer('h', 16, true, (d, i) => d.getInt16(i, true), (d, i, n) => d.setInt16(i, Number(n), true)),
  I: integer('I', 32, false, (d, i) => d.getUint32(i, true), (d, i, n) => d.setUint32(i, Number(n), true)),
  i: integer('i', 32, true, (d, i) => d.getInt32(i, true), (d, i, n) => d.setInt32(i, Number(n), true)),
  L: long('L', false),
  l: long('l', true),
  Q: long('Q', false),
  q: long('q', true),
  N: long('N', false),
  n: long('n', true),
  P: long('P', false),
  f: real('f', 4, (d, i) => new PyFloat(d.getFloat32(i, true)), (d, i, x) => d.setFloat32(i, x, true)),
  d: real('d', 8, (d, i) => new PyFloat(d.getFloat64(i, true)), (d, i, x) => d.setFloat64(i, x, true)),
  c: {
    size: 1,
    read: (d, i) => new PyBytes(Uint8Array.of(d.getUint8(i))),
    write: (_vm, d, i, v) => {
      if (!(v instanceof PyBytes)) throw badType('c');
      if (v.v.length !== 1) throw badValue('c');
      d.setUint8(i, v.v[0]!);
    },
  },
  '?': {
    size: 1,
    read: (d, i) => d.getUint8(i) !== 0,
    write: (vm, d, i, v) => d.setUint8(i, (truthSync(vm, v) ?? true) ? 1 : 0),
  },
};

const native = (format: string): string => (format.length === 2 && format[0] === '@' ? format[1]! : format);
const rowOf = (format: string): Format | undefined => (Object.hasOwn(FORMATS, native(format)) ? FORMATS[native(format)]! : undefined);
const BYTE_FORMATS = new Set(['B', 'b', 'c']);
const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

export class PyMemoryView extends PyObject {
  released = false;
  private entered = false;
  /** Kept: it may be asked for after release(). */
  hash: Int | null = null;
  constructor(
    /** The object whose memory it is. */
    readonly of: PyValue,
    readonly format: string,
    readonly itemsize: number,
    readonly start: number,
    readonly shape: readonly number[],
    readonly strides: readonly number[],
    readonly readonly: boolean,
  ) {
    super();
    const exporter = asExporter(of);
    if (exporter !== undefined) exporter.views++;
  }

  /** `__enter__`: until it is released, it is in use. */
  enter(): void {
    const of = asExporter(this.of);
    if (this.entered || of === undefined) return;
    this.entered = true;
    of.exports++;
  }

  release(): void {
    const of = asExporter(this.of);
    if (!this.released && of !== undefined) {
      if (of.views > 0) of.views--;
      if (this.entered) of.exports--;
    }
    this.released = true;
  }

  check(): void {
    if (this.released) throw valueError('operation forbidden on released memoryview object');
  }
  get nbytes(): number {
    return product(this.shape) * this.itemsize;
  }
  /** Whether the elements lie one after the other, the last index (or, for Fortran, the first) running fastest. */
  contiguous(fortran: boolean): boolean {
    const { shape, strides } = this;
    const n = shape.length;
    if (n > 1 && shape.includes(0)) return true;
    if (n === 1) return shape[0] === 1 || strides[0] === this.itemsize;
    let want = this.itemsize;
    for (let k = 0; k < n; k++) {
      const i = fortran ? k : n - 1 - k;
      if (shape[i] !== 1 && strides[i] !== want) return false;
      want *= shape[i]!;
    }
    return true;
  }
  /** Offsets of the elements in the order of C, or of Fortran. */
  offsets(fortran = false): number[] {
    work(4 * this.nbytes);
    let out = [this.start];
    const n = this.shape.length;
    for (let k = 0; k < n; k++) {
      const i = fortran ? n - 1 - k : k;
      const next: number[] = [];
      for (const base of out) for (let j = 0; j < this.shape[i]!; j++) next.push(base + j * this.strides[i]!);
      out = next;
    }
    return out;
  }
  /** The bytes, gathered in the order of C. A contiguous view gives the memory itself. */
  bytes(fortran = false): Uint8Array {
    this.check();
    const all = asBytes(this.of)!;
    if (this.contiguous(fortran)) return all.subarray(this.start, this.start + this.nbytes);
    const { itemsize } = this;
    const out = new Uint8Array(this.nbytes);
    this.offsets(fortran).forEach((from, i) => out.set(all.subarray(from, from + itemsize), i * itemsize));
    return out;
  }
  get row(): Format {
    const r = rowOf(this.format);
    if (r === undefined) throw error('NotImplementedError', `memoryview: format ${this.format} not supported`);
    return r;
  }
  view(): DataView {
    const all = asBytes(this.of)!;
    // Where no search found this view, the object may have become smaller.
    let end = this.start + this.itemsize;
    for (let i = 0; i < this.shape.length; i++) end += this.shape[i] === 0 ? -Infinity : Math.max(0, (this.shape[i]! - 1) * this.strides[i]!);
    if (end > all.length) throw error('BufferError', 'the memory of the view is gone');
    return new DataView(all.buffer, all.byteOffset, all.length);
  }
  /** The elements in the order of C. */
  items(): PyValue[] {
    this.check();
    work(16 * this.nbytes);
    const { read } = this.row;
    const d = this.view();
    return this.offsets().map((at) => read(d, at));
  }
}

// ---- exported bytearrays and arrays ----

/** Objects that all searches of one VM for views that found nothing have looked at. */
const MOST_IN_VAIN = 500_000;
const spent = new WeakMap<VM, number>();

/** Whether a view of `b` that was not released is in use. */
function isExported(b: Exporter): boolean {
  if (b.exports > 0) return true;
  const vm = b.viewedBy;
  if (vm === null || b.views === 0) return false;
  const before = spent.get(vm) ?? 0;
  if (before > MOST_IN_VAIN) return false;
  const seen = walk(vm, rootsOf(vm), false, (v) => v instanceof PyMemoryView && (v.of as unknown) === b && !v.released);
  if (seen < 0) return true;
  spent.set(vm, before + seen);
  vm.charge(seen);
  b.views = 0;
  return false;
}
bufferHooks.isExported = isExported;

bufferHooks.scattered = (v) => v instanceof PyMemoryView && !v.contiguous(false);
bufferHooks.view = (v) => (v instanceof PyMemoryView ? v.bytes() : undefined);

/** A view of all of `o`, or undefined when it is not bytes-like. */
function viewOf(o: PyValue): PyMemoryView | undefined {
  if (o instanceof PyMemoryView) {
    o.check();
    return new PyMemoryView(o.of, o.format, o.itemsize, o.start, o.shape, o.strides, o.readonly);
  }
  const b = asBytes(o);
  if (b === undefined) return undefined;
  const [format, itemsize] = bufferHooks.format?.(o) ?? ['B', 1];
  const shape = [...(bufferHooks.shape?.(o) ?? [b.length / itemsize])];
  const strides = shape.map((_, i) => shape.slice(i + 1).reduce((n, k) => n * k, itemsize));
  return new PyMemoryView(o, format, itemsize, 0, shape, strides, o instanceof PyBytes || bufferHooks.readonly?.(o) === true);
}

const multi = (): unknown => error('NotImplementedError', 'sub-views are not implemented');

/** Offset of the element at `ks`. */
function offsetOf(self: PyMemoryView, ks: readonly Int[]): number {
  let at = self.start;
  ks.forEach((k, i) => {
    if (typeof k === 'bigint' && (k >= 1n << 63n || k < -(1n << 63n))) throw indexError(`cannot fit 'int' into an index-sized integer`);
    let n = clipInt(k);
    if (n < 0) n += self.shape[i]!;
    if (n < 0 || n >= self.shape[i]!) throw indexError(`index out of bounds on dimension ${i + 1}`);
    at += n * self.strides[i]!;
  });
  return at;
}

const isIndex = (v: PyValue): boolean => indexSync(v) !== undefined || lookupSpecial(v, '__index__') !== undefined;
const fits = (n: Int): Int => {
  if (typeof n === 'bigint' && (n >= 2n ** 63n || n < -(2n ** 63n))) throw indexError("cannot fit 'int' into an index-sized integer");
  return n;
};

/** Does `row` with the key's ints, `__index__` called: for an index or a tuple of them an array of ints, else the key. */
function withKey(vm: VM, self: PyMemoryView, k: PyValue, then: ReturnType<typeof cont>, value: PyValue | undefined): Result {
  const base = vm.frame;
  if (k instanceof PySlice) return andThen(vm, base, resolveSlice(vm, k), then, self, value);
  const at = k instanceof PyTuple && k.items.every(isIndex) ? k.items.findIndex((x) => indexSync(x) === undefined) : -1;
  if (at >= 0) return andThen(vm, base, index(vm, (k as PyTuple).items[at]!), INDEXED, self, value, [k, at, then]);
  if (!(k instanceof PyTuple) && isIndex(k)) return andThen(vm, base, index(vm, k), then, self, value);
  return andThen(vm, base, k, then, self, value);
}

const INDEXED = cont('memoryview.key', (vm, n, c) => {
  const [k, at, then] = c.c as [PyTuple, number, ReturnType<typeof cont>];
  return withKey(vm, c.a, new PyTuple(k.items.map((x, i) => (i === at ? n! : x))), then, c.b);
});

/** The offset that a resolved key means; undefined when it is none of an element. */
function elementAt(self: PyMemoryView, k: PyValue, storing: boolean): number | undefined {
  const dims = self.shape.length;
  if (dims === 0) {
    if (k instanceof PyTuple && k.items.length === 0) return self.start;
    return undefined;
  }
  const n = indexSync(k);
  if (n !== undefined) {
    if (dims > 1) throw storing ? multi() : error('NotImplementedError', 'multi-dimensional sub-views are not implemented');
    return offsetOf(self, [fits(n)]);
  }
  if (k instanceof PyTuple && k.items.every((x) => indexSync(x) !== undefined)) {
    if (k.items.length < dims) throw multi();
    if (k.items.length > dims) throw typeError(`cannot index ${dims}-dimension view with ${k.items.length}-element tuple`);
    return offsetOf(self, k.items.map((x) => fits(indexSync(x)!)));
  }
  return undefined;
}

const allSlices = (k: PyValue): boolean => k instanceof PyTuple && k.items.length > 0 && k.items.every((x) => x instanceof PySlice);

function sliceOf(self: PyMemoryView, k: PySlice): PyMemoryView {
  const r = sliceIndices(k, self.shape[0]!);
  if (r === undefined) throw typeError('slice indices must be integers or None or have an __index__ method');
  const [, ...shape] = self.shape;
  const [stride, ...strides] = self.strides;
  return new PyMemoryView(self.of, self.format, self.itemsize, self.start + r.start * stride!, [r.count, ...shape], [stride! * r.step, ...strides], self.readonly);
}

const GET = cont('memoryview.getitem', (_vm, k, c) => {
  const self = c.a as PyMemoryView;
  self.check();
  const at = elementAt(self, k!, false);
  if (at !== undefined) return self.row.read(self.view(), at);
  if (self.shape.length === 0) {
    if (k === Ellipsis) return self;
    throw typeError('invalid indexing of 0-dim memory');
  }
  if (k instanceof PySlice) return sliceOf(self, k);
  if (allSlices(k!)) throw error('NotImplementedError', 'multi-dimensional slicing is not implemented');
  throw typeError('memoryview: invalid slice key');
});

const SET = cont('memoryview.setitem', (vm, k, c) => {
  const self = c.a as PyMemoryView;
  const v = c.b as PyValue;
  self.check();
  const at = self.shape.length === 0 && k === Ellipsis ? self.start : elementAt(self, k!, true);
  if (at !== undefined) {
    if (indexSync(v) === undefined && !(v instanceof AnyFloat) && lookupSpecial(v, '__index__') !== undefined && self.row.size > 0 && !'c?fd'.includes(native(self.format))) {
      const base = vm.frame;
      return andThen(vm, base, index(vm, v), STORE, self, at);
    }
    self.row.write(vm, self.view(), at, v);
    return null;
  }
  if (self.shape.length === 0) throw typeError('invalid indexing of 0-dim memory');
  if (k instanceof PySlice && self.shape.length === 1) {
    const src = viewOf(v);
    if (src === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
    const part = sliceOf(self, k);
    if (native(src.format) !== native(part.format) || src.shape.length !== 1 || src.shape[0] !== part.shape[0]) throw valueError('memoryview assignment: lvalue and rvalue have different structures');
    const data = src.bytes().slice();
    const all = asBytes(self.of)!;
    part.offsets().forEach((to, i) => all.set(data.subarray(i * self.itemsize, (i + 1) * self.itemsize), to));
    return null;
  }
  if (k instanceof PySlice || allSlices(k!)) throw error('NotImplementedError', 'memoryview slice assignments are currently restricted to ndim = 1');
  throw typeError('memoryview: invalid slice key');
});

const STORE = cont('memoryview.store', (vm, v, c) => {
  const self = c.a as PyMemoryView;
  self.row.write(vm, self.view(), c.b as number, v!);
  return null;
});

function cast(self: PyMemoryView, formatArg: PyValue, shapeArg: PyValue | undefined): PyMemoryView {
  const format = asJS(formatArg);
  if (format === undefined) throw typeError(`cast() argument 'format' must be str, not ${argTypeName(formatArg)}`);
  self.check();
  if (!self.contiguous(false)) throw typeError('memoryview: casts are restricted to C-contiguous views');
  const shaped = shapeArg !== undefined && shapeArg !== null;
  if ((shaped || self.shape.length !== 1) && self.shape.includes(0)) throw typeError('memoryview: cannot cast view with zeros in shape or strides');
  let dims: readonly PyValue[] | null = null;
  if (shaped) {
    if (!(shapeArg instanceof PyList || shapeArg instanceof PyTuple)) throw typeError('shape must be a list or a tuple');
    dims = shapeArg.items;
    if (dims.length > 64) throw valueError('memoryview: number of dimensions must not exceed 64');
    if (self.shape.length !== 1 && dims.length !== 1) throw typeError('memoryview: cast must be 1D -> ND or ND -> 1D');
  }
  // A view of bytes may be made of any format.
  if (rowOf(self.format) === undefined && !BYTE_FORMATS.has(native(format))) throw valueError("memoryview: source format must be a native single character format prefixed with an optional '@'");
  const row = rowOf(format);
  const wide = /[^\x00-\x7f]+/u.exec(format);
  if (wide !== null) throw encodeError('ascii', strFromJS(format), wide.index, wide.index + [...wide[0]].length, 'ordinal not in range(128)');
  if (row === undefined) throw valueError("memoryview: destination format must be a native single character format prefixed with an optional '@'");
  if (!BYTE_FORMATS.has(native(self.format)) && !BYTE_FORMATS.has(native(format))) throw typeError('memoryview: cannot cast between two non-byte formats');
  const bytes = self.nbytes;
  if (bytes % row.size !== 0) throw typeError('memoryview: length is not a multiple of itemsize');
  let shape = [bytes / row.size];
  if (dims !== null) {
    shape = dims.map((d) => {
      const n = asInt(d);
      if (n === undefined) throw typeError('memoryview.cast(): elements of shape must be integers');
      if (n <= 0) throw valueError('memoryview.cast(): elements of shape must be integers > 0');
      return clipInt(n);
    });
    if (product(shape) > Number.MAX_SAFE_INTEGER) throw valueError('memoryview.cast(): product(shape) > SSIZE_MAX');
    if (product(shape) * row.size !== bytes) throw typeError('memoryview: product(shape) * itemsize != buffer size');
  }
  const strides = shape.map((_, i) => product(shape.slice(i + 1)) * row.size);
  return new PyMemoryView(self.of, format, row.size, self.start, shape, strides, self.readonly);
}

function equal(vm: VM, a: PyMemoryView, b: PyMemoryView): boolean {
  if (a.shape.length !== b.shape.length || a.shape.some((n, i) => n !== b.shape[i])) return false;
  if (native(a.format) === native(b.format) && BYTE_FORMATS.has(native(a.format))) {
    const x = a.bytes();
    const y = b.bytes();
    work(x.length);
    return x.every((c, i) => c === y[i]);
  }
  const y = b.items();
  return a.items().every((v, i) => eqSync(vm, v, y[i]!) === true);
}

/** The elements as nested lists. */
function nested(self: PyMemoryView): PyValue {
  let row: PyValue[] = self.items();
  for (let i = self.shape.length - 1; i > 0; i--) {
    const n = self.shape[i]!;
    const count = product(self.shape.slice(0, i));
    row = Array.from({ length: count }, (_, j) => new PyList(row.slice(j * n, (j + 1) * n)));
  }
  return self.shape.length === 0 ? row[0]! : new PyList(row);
}

class MemoryIterator extends PyObject {
  index = 0;
  constructor(public view: PyMemoryView | null) {
    super();
  }
}

defineType({
  name: 'memory_iterator',
  instance: MemoryIterator,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '__next__(self, /)': (_vm, self: MemoryIterator) => {
      const { view } = self;
      if (view === null) return undefined;
      view.check();
      if (self.index >= view.shape[0]!) {
        self.view = null;
        return undefined;
      }
      return view.row.read(view.view(), view.start + self.index++ * view.strides[0]!);
    },
  },
});

const getter = (get: (self: PyMemoryView) => PyValue) => (_vm: VM, self: PyMemoryView): PyValue => {
  self.check();
  return get(self);
};

T.memoryview = defineType({
  name: 'memoryview',
  instance: PyMemoryView,
  flags: { hasWeakref: true, sequence: true },
  new: ['__new__(cls, object)', (vm, _cls, o) => {
    const v = viewOf(o);
    if (v === undefined) throw typeError(`memoryview: a bytes-like object is required, not '${typeName(o)}'`);
    const of = asExporter(v.of);
    if (of !== undefined) of.viewedBy = vm;
    return v;
  }],
  methods: {
    '__repr__(self, /)': (_vm, self: PyMemoryView) => `<${self.released ? 'released memory' : 'memory'} at ${address(self)}>`,
    '__len__(self, /)': (_vm, self: PyMemoryView) => {
      self.check();
      return self.shape[0] ?? 1;
    },
    '!__getitem__(self, key, /)': (vm, self: PyMemoryView, k) => {
      self.check();
      return withKey(vm, self, k, GET, undefined);
    },
    '!__setitem__(self, key, value, /)': (vm, self: PyMemoryView, k, v) => {
      self.check();
      if (self.readonly) throw typeError('cannot modify read-only memory');
      if (k instanceof PySlice && self.shape.length === 1 && viewOf(v) === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
      return withKey(vm, self, k, SET, v);
    },
    '__delitem__(self, key, /)': (_vm, self: PyMemoryView) => {
      self.check();
      throw typeError(self.readonly ? 'cannot modify read-only memory' : 'cannot delete memory');
    },
    '__iter__(self, /)': (_vm, self: PyMemoryView) => {
      self.check();
      if (self.shape.length === 0) throw typeError('invalid indexing of 0-dim memory');
      if (self.shape.length > 1) throw error('NotImplementedError', 'multi-dimensional sub-views are not implemented');
      return new MemoryIterator(self);
    },
    '__eq__(self, value, /)': (vm, self: PyMemoryView, o) => {
      if (self.released || (o instanceof PyMemoryView && o.released)) return self === o;
      const b = viewOf(o);
      return b === undefined ? NotImplemented : equal(vm, self, b);
    },
    '__ne__(self, value, /)': (vm, self: PyMemoryView, o) => {
      if (self.released || (o instanceof PyMemoryView && o.released)) return self !== o;
      const b = viewOf(o);
      return b === undefined ? NotImplemented : !equal(vm, self, b);
    },
    '__hash__(self, /)': (_vm, self: PyMemoryView) => {
      if (self.hash !== null) return self.hash;
      self.check();
      if (!self.readonly) throw valueError('cannot hash writable memoryview object');
      if (!BYTE_FORMATS.has(native(self.format))) throw valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
      return (self.hash = hashBytes(self.bytes()));
    },
    '__enter__(self, /)': (_vm, self: PyMemoryView) => {
      self.check();
      self.enter();
      return self;
    },
    '__exit__(self, /, *args)': (_vm, self: PyMemoryView) => {
      self.release();
      return null;
    },
    'release(self, /)': (_vm, self: PyMemoryView) => {
      self.release();
      return null;
    },
    'tobytes(self, order=None)': (_vm, self: PyMemoryView, order) => {
      const o = order === null ? 'C' : asJS(order);
      if (o === undefined) throw typeError(`tobytes() argument 'order' must be str or None, not ${typeName(order)}`);
      self.check();
      if (o !== 'C' && o !== 'F' && o !== 'A') throw valueError("order must be 'C', 'F' or 'A'");
      return new PyBytes(self.bytes(o === 'F' || (o === 'A' && self.contiguous(true))).slice());
    },
    'tolist(self, /)': (_vm, self: PyMemoryView) => nested(self),
    '!hex(self, /, sep=<unset>, bytes_per_sep=1)': indexArgs('memoryview.hex', [2], (vm, self: PyMemoryView, sep, group: Int) => {
      toCInt(group);
      return hexOf(vm, self.bytes(), sep, group);
    }),
    'toreadonly(self, /)': (_vm, self: PyMemoryView) => {
      self.check();
      return new PyMemoryView(self.of, self.format, self.itemsize, self.start, self.shape, self.strides, true);
    },
    'cast(self, format, shape=<unset>)': (_vm, self: PyMemoryView, format, shape) => cast(self, format, shape),
  },
  getset: {
    obj: getter((v) => v.of),
    nbytes: getter((v) => v.nbytes),
    itemsize: getter((v) => v.itemsize),
    format: getter((v) => v.format),
    ndim: getter((v) => v.shape.length),
    readonly: getter((v) => v.readonly),
    shape: getter((v) => new PyTuple([...v.shape])),
    strides: getter((v) => new PyTuple([...v.strides])),
    suboffsets: getter(() => new PyTuple([])),
    c_contiguous: getter((v) => v.contiguous(false)),
    f_contiguous: getter((v) => v.contiguous(true)),
    contiguous: getter((v) => v.contiguous(false) || v.contiguous(true)),
  },
});
