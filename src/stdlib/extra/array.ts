/** array: the `array` type over a byte buffer (Modules/arraymodule.c). */
import { work } from '../../objects/work.js';
import { andThen, cont, PyFloat, PyObject, type PyValue, type Result, type VM } from '../../objects/object.js';
import { error, indexError, overflowError, typeError, valueError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { callMethod } from '../../objects/call.js';
import { getattrOptional } from '../../objects/attribute.js';
import { asBytes, bufferHooks, checkExports, type Exporter, PyByteArray, PyBytes } from '../../objects/bytes.js';
import { eqSync } from '../../objects/compare.js';
import { asDouble } from '../../objects/float.js';
import { asInt, clipInt, norm, type Int } from '../../objects/int.js';
import { iter, listFrom } from '../../objects/iterate.js';
import { NotImplemented } from '../../objects/singletons.js';
import { asStr, codePoints, strFromCode, strFromCodePoints, strLength } from '../../objects/str.js';
import { PySlice, sliceIndices } from '../../objects/subscript.js';
import { PyDict } from '../../objects/dict.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import { jsStr } from '../../objects/str.js';
import { reprSync } from '../../objects/convert.js';
import { argTypeName, typeName, type PyType } from '../../objects/type.js';
import { aliasHook } from '../../objects/generator-type.js';
import { ltSync } from '../less-than.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

interface Kind {
  readonly size: number;
  get(d: DataView, at: number): PyValue;
  set(d: DataView, at: number, v: PyValue): void;
}

function integer(v: PyValue): Int {
  const n = asInt(v);
  if (n === undefined) throw typeError(v instanceof PyFloat ? `'float' object cannot be interpreted as an integer` : `'${typeName(v)}' object cannot be interpreted as an integer`);
  return n;
}

const tooLong = 'Python int too large to convert to C long';
/** C types the interpreter converts through: name, least, greatest. */
type Range = readonly [name: string, lo: number, hi: number];
/** Converts as PyArg_Parse does: to a C long, then through each of the types. */
function ranged(...steps: readonly Range[]): (v: PyValue) => number {
  return (v) => {
    const n = integer(v);
    if (typeof n === 'bigint' && (n < -(2n ** 63n) || n >= 2n ** 63n)) throw overflowError(tooLong);
    for (const [name, lo, hi] of steps) {
      if (n < lo) throw overflowError(`${name} is less than minimum`);
      if (n > hi) throw overflowError(`${name} is greater than maximum`);
    }
    return Number(n);
  };
}
const long = (v: PyValue): bigint => {
  const n = BigInt(integer(v));
  if (n < -(2n ** 63n) || n >= 2n ** 63n) throw overflowError(tooLong);
  return n;
};
const unsignedLong = (v: PyValue): bigint => {
  const n = BigInt(integer(v));
  if (n < 0n) throw overflowError("can't convert negative value to unsigned int");
  if (n >= 2n ** 64n) throw overflowError('Python int too large to convert to C unsigned long');
  return n;
};
const longLong = (v: PyValue): bigint => {
  const n = BigInt(integer(v));
  if (n < -(2n ** 63n) || n >= 2n ** 63n) throw overflowError('int too big to convert');
  return n;
};
const unsignedLongLong = (v: PyValue): bigint => {
  const n = BigInt(integer(v));
  if (n < 0n) throw overflowError("can't convert negative int to unsigned");
  if (n >= 2n ** 64n) throw overflowError('int too big to convert');
  return n;
};
const real = (v: PyValue): number => {
  const x = asDouble(v);
  if (x === undefined) throw typeError(`must be real number, not ${typeName(v)}`);
  return x;
};

const SHORT: Range = ['signed short integer', -32768, 32767];
const INT: Range = ['signed integer', -2147483648, 2147483647];
const byte = ranged(SHORT, ['signed char', -128, 127]);
const ubyte = ranged(['unsigned byte integer', 0, 255]);
const short = ranged(SHORT);
const ushort = ranged(INT, ['unsigned short', 0, 65535]);
const int = ranged(INT);
const uint = (v: PyValue): number => {
  const n = unsignedLong(v);
  if (n > 4294967295n) throw overflowError('unsigned int is greater than maximum');
  return Number(n);
};

/** Type codes, with the sizes of 64-bit Linux. */
const KINDS: Readonly<Record<string, Kind>> = {
  b: { size: 1, get: (d, i) => d.getInt8(i), set: (d, i, v) => d.setInt8(i, byte(v)) },
  B: { size: 1, get: (d, i) => d.getUint8(i), set: (d, i, v) => d.setUint8(i, ubyte(v)) },
  u: {
    size: 4,
    get: (d, i) => strFromCode(d.getUint32(i, true)),
    set: (d, i, v) => {
      const s = asStr(v);
      if (s === undefined) throw typeError(`array item must be unicode character`);
      if (strLength(s) !== 1) throw typeError('array item must be unicode character');
      d.setUint32(i, codePoints(s)[0]!, true);
    },
  },
  h: { size: 2, get: (d, i) => d.getInt16(i, true), set: (d, i, v) => d.setInt16(i, short(v), true) },
  H: { size: 2, get: (d, i) => d.getUint16(i, true), set: (d, i, v) => d.setUint16(i, ushort(v), true) },
  i: { size: 4, get: (d, i) => d.getInt32(i, true), set: (d, i, v) => d.setInt32(i, int(v), true) },
  I: { size: 4, get: (d, i) => d.getUint32(i, true), set: (d, i, v) => d.setUint32(i, uint(v), true) },
  l: { size: 8, get: (d, i) => norm(d.getBigInt64(i, true)), set: (d, i, v) => d.setBigInt64(i, long(v), true) },
  L: { size: 8, get: (d, i) => norm(d.getBigUint64(i, true)), set: (d, i, v) => d.setBigUint64(i, unsignedLong(v), true) },
  q: { size: 8, get: (d, i) => norm(d.getBigInt64(i, true)), set: (d, i, v) => d.setBigInt64(i, longLong(v), true) },
  Q: { size: 8, get: (d, i) => norm(d.getBigUint64(i, true)), set: (d, i, v) => d.setBigUint64(i, unsignedLongLong(v), true) },
  f: { size: 4, get: (d, i) => new PyFloat(d.getFloat32(i, true)), set: (d, i, v) => d.setFloat32(i, real(v), true) },
  d: { size: 8, get: (d, i) => new PyFloat(d.getFloat64(i, true)), set: (d, i, v) => d.setFloat64(i, real(v), true) },
};
const CODES = 'bBuhHiIlLqQfd';

class PyArray extends PyObject implements Exporter {
  dict: PyDict | null = null;
  exports = 0;
  views = 0;
  viewedBy: VM | null = null;
  /** Room for items; `length` of them are there. */
  bytes = new Uint8Array(0);
  view = new DataView(this.bytes.buffer);
  length = 0;
  readonly kind: Kind;
  constructor(
    cls: PyType,
    readonly code: string,
  ) {
    super();
    this.cls = cls;
    this.kind = KINDS[code]!;
  }
  get size(): number {
    return this.kind.size;
  }
  used(): Uint8Array {
    return this.bytes.subarray(0, this.length * this.size);
  }
  at(i: number): PyValue {
    return this.kind.get(this.view, i * this.size);
  }
  put(i: number, v: PyValue): void {
    this.kind.set(this.view, i * this.size, v);
  }
  /** Before any change of size. */
  checkResize(): void {
    checkExports(this, 'cannot resize an array that is exporting buffers');
  }
  reserve(n: number): void {
    const want = n * this.size;
    if (want <= this.bytes.length) return;
    if (want > 2 ** 31) throw error('MemoryError');
    const b = new Uint8Array(Math.max(16, Math.floor(want * 1.5)));
    b.set(this.used());
    this.bytes = b;
    this.view = new DataView(b.buffer);
  }
  push(v: PyValue): void {
    this.checkResize();
    this.reserve(this.length + 1);
    this.put(this.length, v);
    this.length++;
  }
  items(): PyValue[] {
    work(8 * this.length);
    return Array.from({ length: this.length }, (_, i) => this.at(i));
  }
  /** Replaces items `from` to `to` by raw bytes. */
  splice(from: number, to: number, b: Uint8Array): void {
    work((b.length + (this.length - from) * this.size) >> 4);
    const src = b.slice();
    const { size } = this;
    const grow = src.length / size - (to - from);
    if (grow !== 0) this.checkResize();
    this.reserve(this.length + grow);
    this.bytes.copyWithin(from * size + src.length, to * size, this.length * size);
    this.bytes.set(src, from * size);
    this.length += grow;
  }
}

const previous = bufferHooks.view;
bufferHooks.view = (v) => (v instanceof PyArray ? v.used() : previous === null ? undefined : previous(v));
bufferHooks.format = (v) => (v instanceof PyArray ? [v.code === 'u' ? 'w' : v.code, v.size] : undefined);

const like = (a: PyArray, b: Uint8Array): PyArray => {
  const r = new PyArray(ARRAY, a.code);
  r.splice(0, 0, b);
  return r;
};

function indexOf(self: PyArray, k: PyValue, what: string): number {
  const n = asInt(k);
  if (n === undefined) throw typeError('array indices must be integers');
  let i = clipInt(n);
  if (i < 0) i += self.length;
  if (i < 0 || i >= self.length) throw indexError(`array ${what}index out of range`);
  return i;
}

/** Appends every item of an iterable; a list's items are checked before any is taken. */
function extendFrom(vm: VM, self: PyArray, items: PyValue[]): null {
  vm.charge(items.length);
  self.reserve(self.length + items.length);
  for (const v of items) self.push(v);
  return null;
}
const EXTEND = cont('array.extend', (vm, list, c) => {
  extendFrom(vm, c.a, (list as PyList).items);
  return c.b;
});

function extend(vm: VM, self: PyArray, o: PyValue, answer: PyValue): Result {
  if (o instanceof PyArray) {
    if (o.code !== self.code) throw typeError('can only extend with array of same kind');
    vm.charge(o.length >> 4);
    self.splice(self.length, self.length, o.used());
    return answer;
  }
  const base = vm.frame;
  return andThen(vm, base, listFrom(vm, o, false), EXTEND, self, answer);
}

function fromBytes(self: PyArray, v: PyValue): null {
  const b = asBytes(v);
  if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
  if (b.length % self.size !== 0) throw valueError('bytes length not a multiple of item size');
  self.splice(self.length, self.length, b);
  return null;
}

function fromUnicode(self: PyArray, v: PyValue): null {
  const s = asStr(v);
  if (s === undefined) throw typeError(`fromunicode() argument must be str, not ${argTypeName(v)}`);
  if (self.code !== 'u') throw valueError('fromunicode() may only be called on unicode type arrays');
  const cps = codePoints(s);
  self.splice(self.length, self.length, new Uint8Array(cps.buffer, cps.byteOffset, cps.byteLength));
  return null;
}

const find = (vm: VM, self: PyArray, v: PyValue, from = 0, to = self.length): number => {
  for (let i = from; i < to; i++) {
    if ((i & 1023) === 1023) work(4096);
    if (eqSync(vm, self.at(i), v) === true) return i;
  }
  return -1;
};

function compare(vm: VM, a: PyArray, b: PyValue, op: '<' | '<=' | '==' | '!=' | '>' | '>='): PyValue {
  if (!(b instanceof PyArray)) return NotImplemented;
  if (a.length !== b.length && (op === '==' || op === '!=')) return op === '!=';
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    if ((i & 1023) === 1023) work(8192);
    const x = a.at(i);
    const y = b.at(i);
    if (eqSync(vm, x, y) === true) continue;
    if (op === '==' || op === '!=') return op === '!=';
    const less = ltSync(vm, x, y) === true;
    const more = ltSync(vm, y, x) === true;
    return op === '<' || op === '<=' ? less : more;
  }
  const d = a.length - b.length;
  return op === '<' ? d < 0 : op === '<=' ? d <= 0 : op === '>' ? d > 0 : op === '>=' ? d >= 0 : op === '==' ? d === 0 : d !== 0;
}
const comparison = (op: '<' | '<=' | '==' | '!=' | '>' | '>=') => (vm: VM, a: PyArray, b: PyValue) => compare(vm, a, b, op);

class ArrayIterator extends PyObject {
  i = 0;
  constructor(public array: PyArray | null) {
    super();
  }
}
defineType({
  name: 'array.arrayiterator',
  instance: ArrayIterator,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '__next__(self, /)': (vm, self: ArrayIterator) => {
      if (self.array !== null && self.i < self.array.length) return self.array.at(self.i++);
      self.array = null;
      vm.exc = null;
      return undefined;
    },
    '__reduce__(self, /)': (vm, self: ArrayIterator) => {
      const iterFunction = vm.state.builtins.getStr('iter')!;
      return self.array === null ? new PyTuple([iterFunction, new PyTuple([new PyTuple([])])]) : new PyTuple([iterFunction, new PyTuple([self.array]), self.i]);
    },
    '__setstate__(self, state, /)': (_vm, self: ArrayIterator, n) => {
      self.i = Math.max(0, Math.min(Number(asInt(n) ?? 0), self.array?.length ?? 0));
      return null;
    },
  },
});

function kindOf(v: PyValue): string {
  const s = asStr(v);
  if (s === undefined || strLength(s) !== 1) throw typeError(`array() argument 1 must be a unicode character, not ${argTypeName(v)}`);
  return jsStr(s);
}

const MADE_ITER = cont('array.made.iter', (vm, it, c) => andThen(vm, vm.frame, listFrom(vm, it!, false), MADE, c.a));
const MADE = cont('array.new', (vm, list, c) => {
  extendFrom(vm, c.a, (list as PyList).items);
  return c.a;
});

function make(vm: VM, cls: PyType, args: PyValue[], kw: Map<string, PyValue>): Result {
  if (cls === ARRAY && kw.size > 0) throw typeError('array.array() takes no keyword arguments');
  if (args.length < 1) throw typeError('array() takes at least 1 argument (0 given)');
  if (args.length > 2) throw typeError(`array() takes at most 2 arguments (${args.length} given)`);
  const code = kindOf(args[0]!);
  const init = args[1];
  if (init !== undefined && code !== 'u') {
    if (asStr(init) !== undefined) throw typeError(`cannot use a str to initialize an array with typecode '${code}'`);
    if (init instanceof PyArray && init.code === 'u') throw typeError(`cannot use a unicode array to initialize an array with typecode '${code}'`);
  }
  if (!CODES.includes(code)) throw valueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)');
  const a = new PyArray(cls, code);
  if (init === undefined) return a;
  if (code === 'u' && asStr(init) !== undefined) fromUnicode(a, init);
  else if (init instanceof PyBytes || init instanceof PyByteArray) fromBytes(a, init);
  else if (init instanceof PyArray && init.code === code) a.splice(0, 0, init.used());
  else {
    const base = vm.frame;
    return andThen(vm, base, iter(vm, init), MADE_ITER, a);
  }
  return a;
}

/** Machine format code of `_array_reconstructor` (PEP 3118-like table of arraymodule.c), little-endian. */
const MFORMAT: Readonly<Record<string, number>> = { b: 1, B: 0, u: 20, h: 4, H: 2, i: 8, I: 6, l: 12, L: 10, q: 12, Q: 10, f: 14, d: 16 };
const READERS: readonly ((d: DataView, i: number) => PyValue)[] = [
  (d, i) => d.getUint8(i), (d, i) => d.getInt8(i),
  (d, i) => d.getUint16(i, true), (d, i) => d.getUint16(i), (d, i) => d.getInt16(i, true), (d, i) => d.getInt16(i),
  (d, i) => d.getUint32(i, true), (d, i) => d.getUint32(i), (d, i) => d.getInt32(i, true), (d, i) => d.getInt32(i),
  (d, i) => norm(d.getBigUint64(i, true)), (d, i) => norm(d.getBigUint64(i)), (d, i) => norm(d.getBigInt64(i, true)), (d, i) => norm(d.getBigInt64(i)),
  (d, i) => new PyFloat(d.getFloat32(i, true)), (d, i) => new PyFloat(d.getFloat32(i)), (d, i) => new PyFloat(d.getFloat64(i, true)), (d, i) => new PyFloat(d.getFloat64(i)),
  (d, i) => strFromCode(d.getUint16(i, true)), (d, i) => strFromCode(d.getUint16(i)), (d, i) => strFromCode(d.getUint32(i, true)), (d, i) => strFromCode(d.getUint32(i)),
];
const READ_SIZES = [1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 8, 8, 8, 8, 4, 4, 8, 8, 2, 2, 4, 4];

const REDUCED = cont('array.reduce', (_vm, d, c) => {
  const [self, proto] = [c.a as PyArray, c.b as number];
  const state = d === undefined ? null : d;
  if (proto < 3) {
    const list: PyValue = self.code === 'u' ? strFromCodePoints(self.items().map((x) => codePoints(asStr(x)!)[0]!)) : new PyList(self.items());
    return new PyTuple([self.cls, new PyTuple([self.code, list]), state!]);
  }
  return new PyTuple([reconstructor!, new PyTuple([self.cls, self.code, MFORMAT[self.code]!, new PyBytes(self.used().slice())]), state!]);
});
let reconstructor: PyValue | null = null;

const FILE_READ = cont('array.fromfile', (_vm, data, c) => {
  const self = c.a as PyArray;
  if (!(data instanceof PyBytes)) throw typeError("read() didn't return bytes");
  const want = (c.b as number) * self.size;
  const whole = data.v.subarray(0, data.v.length - (data.v.length % self.size));
  if (data.v.length === want) fromBytes(self, data);
  else {
    if (data.v.length % self.size !== 0) throw valueError('bytes length not a multiple of item size');
    self.splice(self.length, self.length, whole);
    throw error('EOFError', 'read() didn\'t return enough bytes');
  }
  return null;
});
const WRITTEN = cont('array.tofile', () => null);

const ARRAY: PyType = defineType({
  name: 'array.array',
  instance: PyArray,
  flags: { basetype: true, hasWeakref: true, sequence: true },
  new: ['__new__(cls, *args, **kwargs)', (vm, cls: PyType, args: PyValue[], kw: Map<string, PyValue>) => make(vm, cls, args, kw)],
  methods: {
    'append(self, v, /)': (_vm, self: PyArray, v) => {
      self.push(v);
      return null;
    },
    'buffer_info(self, /)': (_vm, self: PyArray) => new PyTuple([0, self.length]),
    'byteswap(self, /)': (_vm, self: PyArray) => {
      work(16 * self.length);
      for (let i = 0; i < self.length; i++) self.bytes.subarray(i * self.size, (i + 1) * self.size).reverse();
      return null;
    },
    'count(self, v, /)': (vm, self: PyArray, v) => {
      let n = 0;
      work(8 * self.length);
      for (let i = 0; i < self.length; i++) if (eqSync(vm, self.at(i), v) === true) n++;
      return n;
    },
    '!extend(self, bb, /)': (vm, self: PyArray, o) => extend(vm, self, o, null),
    '!fromfile(self, f, n, /)': (vm, self: PyArray, f, n) => {
      const k = clipInt(integer(n));
      if (k < 0) throw valueError('negative count');
      const base = vm.frame;
      return andThen(vm, base, callMethod(vm, f, 'read', [k * self.size]), FILE_READ, self, k);
    },
    '!tofile(self, f, /)': (vm, self: PyArray, f) => {
      const base = vm.frame;
      return andThen(vm, base, callMethod(vm, f, 'write', [new PyBytes(self.used().slice())]), WRITTEN);
    },
    'fromlist(self, list, /)': (_vm, self: PyArray, list) => {
      if (!(list instanceof PyList)) throw typeError('arg must be list');
      const { length } = self;
      work(8 * list.items.length);
      try {
        for (const v of list.items) self.push(v);
      } catch (e) {
        self.length = length;
        throw e;
      }
      return null;
    },
    'frombytes(self, buffer, /)': (_vm, self: PyArray, b) => fromBytes(self, b),
    'fromunicode(self, ustr, /)': (_vm, self: PyArray, s) => fromUnicode(self, s),
    'tounicode(self, /)': (_vm, self: PyArray) => {
      if (self.code !== 'u') throw valueError('tounicode() may only be called on unicode type arrays');
      return strFromCodePoints(Array.from({ length: self.length }, (_, i) => self.view.getUint32(i * 4, true)));
    },
    'index(self, v, start=0, stop=9223372036854775807, /)': (vm, self: PyArray, v, start, stop) => {
      const bound = (n: PyValue): number => {
        const i = clipInt(integer(n));
        return i < 0 ? Math.max(0, i + self.length) : Math.min(i, self.length);
      };
      const i = find(vm, self, v, bound(start), bound(stop));
      if (i < 0) throw valueError('array.index(x): x not in array');
      return i;
    },
    'insert(self, i, v, /)': (_vm, self: PyArray, at, v) => {
      let i = clipInt(integer(at));
      if (i < 0) i = Math.max(0, i + self.length);
      if (i > self.length) i = self.length;
      const one = new PyArray(ARRAY, self.code);
      one.push(v);
      self.splice(i, i, one.used());
      return null;
    },
    'pop(self, i=-1, /)': (_vm, self: PyArray, at) => {
      if (self.length === 0) throw indexError('pop from empty array');
      let i = clipInt(integer(at));
      if (i < 0) i += self.length;
      if (i < 0 || i >= self.length) throw indexError('pop index out of range');
      const v = self.at(i);
      self.splice(i, i + 1, new Uint8Array(0));
      return v;
    },
    'remove(self, v, /)': (vm, self: PyArray, v) => {
      const i = find(vm, self, v);
      if (i < 0) throw valueError('array.remove(x): x not in array');
      self.splice(i, i + 1, new Uint8Array(0));
      return null;
    },
    'reverse(self, /)': (_vm, self: PyArray) => {
      const n = self.used().slice();
      work(16 * self.length);
      for (let i = 0; i < self.length; i++) self.bytes.set(n.subarray(i * self.size, (i + 1) * self.size), (self.length - 1 - i) * self.size);
      return null;
    },
    'tobytes(self, /)': (_vm, self: PyArray) => new PyBytes(self.used().slice()),
    'tolist(self, /)': (_vm, self: PyArray) => new PyList(self.items()),
    '__copy__(self, /)': (_vm, self: PyArray) => like(self, self.used()),
    '__deepcopy__(self, unused, /)': (_vm, self: PyArray) => like(self, self.used()),
    '!__reduce_ex__(self, protocol, /)': (vm, self: PyArray, proto) => {
      const base = vm.frame;
      return andThen(vm, base, getattrOptional(vm, self, '__dict__'), REDUCED_ANY, self, Number(asInt(proto) ?? 0));
    },
    '__len__(self, /)': (_vm, self: PyArray) => self.length,
    '__getitem__(self, key, /)': (_vm, self: PyArray, k) => {
      if (typeof k === 'number' && k >= 0 && k < self.length) return self.at(k);
      if (k instanceof PySlice) {
        const r = sliceIndices(k, self.length);
        if (r === undefined) throw typeError('slice indices must be integers or None or have an __index__ method');
        const out = new PyArray(ARRAY, self.code);
        if (r.step === 1) out.splice(0, 0, self.bytes.subarray(r.start * self.size, (r.start + r.count) * self.size));
        else {
          work(8 * r.count);
          for (let i = 0; i < r.count; i++) out.push(self.at(r.start + i * r.step));
        }
        return out;
      }
      return self.at(indexOf(self, k, ''));
    },
    '__setitem__(self, key, value, /)': (_vm, self: PyArray, k, v) => {
      if (!(k instanceof PySlice)) {
        self.put(indexOf(self, k, 'assignment '), v);
        return null;
      }
      if (!(v instanceof PyArray)) throw typeError(`can only assign array (not "${typeName(v)}") to array slice`);
      if (v.code !== self.code) throw typeError('bad argument type for built-in operation');
      const r = sliceIndices(k, self.length)!;
      if (r.step === 1) self.splice(r.start, r.start + r.count, v.used());
      else {
        if (v.length !== r.count) throw valueError(`attempt to assign array of size ${v.length} to extended slice of size ${r.count}`);
        const items = v.items();
        items.forEach((x, i) => self.put(r.start + i * r.step, x));
      }
      return null;
    },
    '__delitem__(self, key, /)': (_vm, self: PyArray, k) => {
      if (!(k instanceof PySlice)) {
        const i = indexOf(self, k, 'assignment ');
        self.splice(i, i + 1, new Uint8Array(0));
        return null;
      }
      const r = sliceIndices(k, self.length)!;
      work(32 * r.count);
      if (r.count > 0) self.checkResize();
      const gone = new Set(Array.from({ length: r.count }, (_, i) => r.start + i * r.step));
      const keep = self.items().filter((_, i) => !gone.has(i));
      self.length = 0;
      for (const x of keep) self.push(x);
      return null;
    },
    '__contains__(self, key, /)': (vm, self: PyArray, v) => find(vm, self, v) >= 0,
    '__iter__(self, /)': (_vm, self: PyArray) => new ArrayIterator(self),
    '__repr__(self, /)': (vm, self: PyArray) => {
      const { name } = self.cls;
      const short = name.slice(name.lastIndexOf('.') + 1);
      if (self.length === 0) return `${short}('${self.code}')`;
      const shown = self.code === 'u' ? strFromCodePoints(Array.from({ length: self.length }, (_, i) => self.view.getUint32(i * 4, true))) : new PyList(self.items());
      return `${short}('${self.code}', ${jsStr(reprSync(vm, shown)!)})`;
    },
    '__eq__(self, value, /)': comparison('=='),
    '__ne__(self, value, /)': comparison('!='),
    '__lt__(self, value, /)': comparison('<'),
    '__le__(self, value, /)': comparison('<='),
    '__gt__(self, value, /)': comparison('>'),
    '__ge__(self, value, /)': comparison('>='),
    '__add__(self, value, /)': (_vm, self: PyArray, o) => {
      if (!(o instanceof PyArray)) throw typeError(`can only append array (not "${typeName(o)}") to array`);
      if (o.code !== self.code) throw typeError('bad argument type for built-in operation');
      const r = like(self, self.used());
      r.splice(r.length, r.length, o.used());
      return r;
    },
    '__iadd__(self, value, /)': (vm, self: PyArray, o) => {
      if (!(o instanceof PyArray)) throw typeError(`can only extend with array (not "${typeName(o)}")`);
      return extend(vm, self, o, self);
    },
    '__mul__(self, value, /)': (vm, self: PyArray, n) => repeat(vm, self, n, new PyArray(ARRAY, self.code)),
    '__rmul__(self, value, /)': (vm, self: PyArray, n) => repeat(vm, self, n, new PyArray(ARRAY, self.code)),
    '__imul__(self, value, /)': (vm, self: PyArray, n) => {
      const r = repeat(vm, self, n, new PyArray(ARRAY, self.code));
      if (r instanceof PyArray && r.length !== self.length) {
        self.checkResize();
        self.length = 0;
        self.splice(0, 0, r.used());
      }
      return self;
    },
    '__sizeof__(self, /)': (_vm, self: PyArray) => 64 + self.bytes.length,
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
  getset: { typecode: (_vm, self: PyArray) => self.code, itemsize: (_vm, self: PyArray) => self.size },
  attrs: { __hash__: null },
});

const REDUCED_ANY = cont(
  'array.reduced',
  (vm, d, c) => {
    if (d === undefined) vm.exc = null;
    return REDUCED.fn(vm, d === undefined ? null : d, c);
  },
  { catches: true, iter: true },
);

function repeat(vm: VM, self: PyArray, n: PyValue, out: PyArray): PyValue {
  const k = asInt(n);
  if (k === undefined) throw typeError(`can't multiply sequence by non-int of type '${typeName(n)}'`);
  const times = Math.max(0, clipInt(k));
  if (times * self.length * self.size > 2 ** 31) throw error('MemoryError');
  vm.charge((times * self.length) >> 4);
  out.reserve(times * self.length);
  for (let i = 0; i < times; i++) out.splice(out.length, out.length, self.used());
  return out;
}

function reconstruct(cls: PyValue, code: PyValue, format: PyValue, data: PyValue): PyValue {
  if (typeof cls !== 'object' || cls === null || !('mro' in cls)) throw typeError(`first argument must be a type object, not ${typeName(cls)}`);
  if (!(cls as PyType).isSubtype(ARRAY)) throw typeError(`${(cls as PyType).name} is not a subtype of array.array`);
  const s = asStr(code);
  if (s === undefined || strLength(s) !== 1 || !CODES.includes(jsStr(s))) throw valueError('second argument must be a valid type code');
  const f = Number(asInt(format) ?? -1);
  const read = READERS[f];
  if (read === undefined) throw valueError('third argument must be a valid machine format code.');
  if (!(data instanceof PyBytes)) throw typeError(`fourth argument should be bytes, not ${typeName(data)}`);
  const a = new PyArray(cls as PyType, jsStr(s));
  const size = READ_SIZES[f]!;
  if (data.v.length % size !== 0) throw valueError('string length not a multiple of item size');
  const d = new DataView(data.v.buffer, data.v.byteOffset, data.v.byteLength);
  for (let i = 0; i < data.v.length; i += size) a.push(read(d, i));
  return a;
}

export const makeArray: NativeModuleMaker = () => {
  const m = defineModule({
    name: 'array',
    doc: 'This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating point\nnumbers.',
    functions: { '_array_reconstructor(arraytype, typecode, mformat_code, items, /)': (_vm, cls, code, format, data) => reconstruct(cls, code, format, data) },
    values: { array: ARRAY, ArrayType: ARRAY, typecodes: CODES },
  });
  reconstructor = m.dict.getStr('_array_reconstructor')!;
  return m;
};

