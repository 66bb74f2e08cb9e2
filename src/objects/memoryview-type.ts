/** memoryview of bytes-like objects: one dimension. */
import { PyFloat, PyObject, T, type PyValue, type VM } from './object.js';
import { indexError, typeError, valueError } from './errors.js';
import { defineType } from './define.js';
import { address } from './convert.js';
import { asBytes, bufferHooks, PyByteArray, PyBytes } from './bytes.js';
import { hashBytes } from './hash.js';
import { asInt, clipInt, norm } from './int.js';
import { asJS } from './str.js';
import { NotImplemented } from './singletons.js';
import { PySlice, sliceIndices } from './subscript.js';
import { PyList, PyTuple } from './tuple.js';
import { typeName } from './type.js';

/** Sizes and readers of the element formats a view can be cast to. */
const FORMATS: Readonly<Record<string, readonly [size: number, read: (d: DataView, at: number) => PyValue]>> = {
  B: [1, (d, i) => d.getUint8(i)],
  b: [1, (d, i) => d.getInt8(i)],
  c: [1, (d, i) => new PyBytes(Uint8Array.of(d.getUint8(i)))],
  '?': [1, (d, i) => d.getUint8(i) !== 0],
  H: [2, (d, i) => d.getUint16(i, true)],
  h: [2, (d, i) => d.getInt16(i, true)],
  I: [4, (d, i) => d.getUint32(i, true)],
  i: [4, (d, i) => d.getInt32(i, true)],
  L: [8, (d, i) => norm(d.getBigUint64(i, true))],
  l: [8, (d, i) => norm(d.getBigInt64(i, true))],
  Q: [8, (d, i) => norm(d.getBigUint64(i, true))],
  q: [8, (d, i) => norm(d.getBigInt64(i, true))],
  f: [4, (d, i) => new PyFloat(d.getFloat32(i, true))],
  d: [8, (d, i) => new PyFloat(d.getFloat64(i, true))],
};

export class PyMemoryView extends PyObject {
  released = false;
  /** Element format, of a key of FORMATS. Views of others than bytes are contiguous and read-only here. */
  format = 'B';

  items(): PyValue[] {
    const b = this.bytes();
    if (this.format === 'B') return Array.from(b);
    const [size, read] = FORMATS[this.format]!;
    const d = new DataView(b.buffer, b.byteOffset, b.length);
    return Array.from({ length: b.length / size }, (_, i) => read(d, i * size));
  }
  constructor(
    readonly of: PyValue,
    readonly start: number,
    readonly size: number,
    readonly step: number,
    readonly readonly: boolean,
  ) {
    super();
  }

  /** The bytes, gathered. */
  bytes(): Uint8Array {
    if (this.released) throw valueError('operation forbidden on released memoryview object');
    const all = asBytes(this.of)!;
    if (this.step === 1) return all.subarray(this.start, this.start + this.size);
    return Uint8Array.from({ length: this.size }, (_, i) => all[this.start + i * this.step]!);
  }
}

bufferHooks.view = (v) => (v instanceof PyMemoryView ? v.bytes() : undefined);

function at(self: PyMemoryView, k: PyValue): number {
  const n = asInt(k);
  if (n === undefined) throw typeError('memoryview: invalid slice key');
  let i = clipInt(n);
  if (i < 0) i += self.size;
  if (i < 0 || i >= self.size) throw indexError('index out of bounds on dimension 1');
  return self.start + i * self.step;
}

function slice(self: PyMemoryView, k: PySlice): PyMemoryView {
  const r = sliceIndices(k, self.size);
  if (r === undefined) throw typeError('slice indices must be integers or None or have an __index__ method');
  return new PyMemoryView(self.of, self.start + r.start * self.step, r.count, self.step * r.step, self.readonly);
}

function set(_vm: VM, self: PyMemoryView, k: PyValue, v: PyValue): null {
  self.bytes();
  if (self.readonly) throw typeError('cannot modify read-only memory');
  const buffer = (self.of as PyByteArray).v;
  if (k instanceof PySlice) {
    const part = slice(self, k);
    const src = asBytes(v);
    if (src === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
    if (src.length !== part.size) throw valueError('memoryview assignment: lvalue and rvalue have different structures');
    const copy = src.slice();
    for (let i = 0; i < copy.length; i++) buffer[part.start + i * part.step] = copy[i]!;
    return null;
  }
  const i = at(self, k);
  const n = asInt(v);
  if (n === undefined) throw typeError(`memoryview: invalid type for format 'B'`);
  if (n < 0 || n > 255) throw valueError(`memoryview: invalid value for format 'B'`);
  buffer[i] = Number(n);
  return null;
}

const hex = (b: Uint8Array): string => Array.from(b, (c) => c.toString(16).padStart(2, '0')).join('');

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
      if (self.view === null) return undefined;
      self.view.bytes();
      const { view } = self;
      const i = self.index++;
      const v = view.format !== 'B' ? view.items()[i] : i < view.size ? asBytes(view.of)![view.start + i * view.step] : undefined;
      if (v === undefined) self.view = null;
      return v;
    },
  },
});

T.memoryview = defineType({
  name: 'memoryview',
  instance: PyMemoryView,
  flags: { hasWeakref: true, sequence: true },
  doc: 'Create a new memoryview object which references the given object.',
  new: ['__new__(cls, object)', (_vm, _cls, o) => {
    if (o instanceof PyMemoryView) return new PyMemoryView(o.of, o.start, o.bytes().length, o.step, o.readonly);
    const b = asBytes(o);
    if (b === undefined) throw typeError(`memoryview: a bytes-like object is required, not '${typeName(o)}'`);
    return new PyMemoryView(o, 0, b.length, 1, !(o instanceof PyByteArray));
  }],
  methods: {
    '__repr__(self, /)': (_vm, self: PyMemoryView) => `<${self.released ? 'released memory' : 'memory'} at ${address(self)}>`,
    '__len__(self, /)': (_vm, self: PyMemoryView) => self.bytes().length / FORMATS[self.format]![0],
    '__getitem__(self, key, /)': (_vm, self: PyMemoryView, k) => {
      self.bytes();
      if (self.format !== 'B' && !(k instanceof PySlice)) {
        const n = asInt(k);
        if (n === undefined) throw typeError('memoryview: invalid slice key');
        const v = self.items().at(clipInt(n));
        if (v === undefined) throw indexError('index out of bounds on dimension 1');
        return v;
      }
      return k instanceof PySlice ? slice(self, k) : asBytes(self.of)![at(self, k)]!;
    },
    '__setitem__(self, key, value, /)': set,
    '__delitem__(self, key, /)': (_vm, self: PyMemoryView) => {
      self.bytes();
      throw typeError(self.readonly ? 'cannot modify read-only memory' : 'cannot delete memory');
    },
    '__iter__(self, /)': (_vm, self: PyMemoryView) => {
      self.bytes();
      return new MemoryIterator(self);
    },
    '__eq__(self, value, /)': (_vm, self: PyMemoryView, o) => {
      const b = asBytes(o);
      if (b === undefined) return NotImplemented;
      const a = self.bytes();
      return a.length === b.length && a.every((c, i) => c === b[i]);
    },
    '__hash__(self, /)': (_vm, self: PyMemoryView) => {
      if (!self.readonly) throw valueError('cannot hash writable memoryview object');
      return hashBytes(self.bytes());
    },
    '__enter__(self, /)': (_vm, self) => self,
    '__exit__(self, /, *args)': (_vm, self: PyMemoryView) => {
      self.released = true;
      return null;
    },
    'release(self, /)': (_vm, self: PyMemoryView) => {
      self.released = true;
      return null;
    },
    'tobytes(self, order=None)': (_vm, self: PyMemoryView, order) => {
      const o = order === null ? 'C' : asJS(order);
      if (o === undefined) throw typeError(`tobytes() argument 'order' must be str or None, not ${typeName(order)}`);
      if (o !== 'C' && o !== 'F' && o !== 'A') throw valueError("order must be 'C', 'F' or 'A'");
      return new PyBytes(self.bytes().slice());
    },
    'tolist(self, /)': (_vm, self: PyMemoryView) => new PyList(self.items()),
    'hex(self, sep=<unset>, bytes_per_sep=1)': (_vm, self: PyMemoryView) => hex(self.bytes()),
    'toreadonly(self, /)': (_vm, self: PyMemoryView) => new PyMemoryView(self.of, self.start, self.size, self.step, true),
    'cast(self, format, shape=<unset>)': (_vm, self: PyMemoryView, format) => {
      const name = asJS(format)?.replace(/^@/, '') ?? '';
      const row = Object.hasOwn(FORMATS, name) ? FORMATS[name]! : undefined;
      if (row === undefined) throw valueError("memoryview: destination format must be a native single character format prefixed with an optional '@'");
      if (self.size % row[0] !== 0) throw typeError('memoryview: length is not a multiple of itemsize');
      const v = new PyMemoryView(self.of, self.start, self.size, self.step, self.readonly || row[0] > 1);
      v.format = name;
      return v;
    },
  },
  getset: {
    obj: (_vm, self: PyMemoryView) => self.of,
    nbytes: (_vm, self: PyMemoryView) => self.size,
    itemsize: (_vm, self: PyMemoryView) => FORMATS[self.format]![0],
    format: (_vm, self: PyMemoryView) => self.format,
    ndim: () => 1,
    readonly: (_vm, self: PyMemoryView) => self.readonly,
    shape: (_vm, self: PyMemoryView) => new PyTuple([self.size / FORMATS[self.format]![0]]),
    strides: (_vm, self: PyMemoryView) => new PyTuple([self.step * FORMATS[self.format]![0]]),
    suboffsets: () => new PyTuple([]),
    c_contiguous: (_vm, self: PyMemoryView) => self.step === 1,
    f_contiguous: (_vm, self: PyMemoryView) => self.step === 1,
    contiguous: (_vm, self: PyMemoryView) => self.step === 1,
  },
});
