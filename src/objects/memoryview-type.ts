/** memoryview of bytes-like objects: one dimension of bytes (format 'B'). */
import { PyObject, T, type PyValue, type VM } from './object.js';
import { error, indexError, typeError, valueError } from './errors.js';
import { defineType } from './define.js';
import { address } from './convert.js';
import { asBytes, bufferHooks, PyByteArray, PyBytes } from './bytes.js';
import { hashBytes } from './hash.js';
import { asInt, clipInt } from './int.js';
import { NotImplemented } from './singletons.js';
import { PySlice, sliceIndices } from './subscript.js';
import { PyList, PyTuple } from './tuple.js';
import { typeName } from './type.js';

export class PyMemoryView extends PyObject {
  released = false;
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
  if (r === undefined) throw typeError('memoryview: invalid slice key');
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
    '__len__(self, /)': (_vm, self: PyMemoryView) => self.bytes().length,
    '__getitem__(self, key, /)': (_vm, self: PyMemoryView, k) => {
      self.bytes();
      return k instanceof PySlice ? slice(self, k) : asBytes(self.of)![at(self, k)]!;
    },
    '__setitem__(self, key, value, /)': set,
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
    'tobytes(self, order=None)': (_vm, self: PyMemoryView) => new PyBytes(self.bytes().slice()),
    'tolist(self, /)': (_vm, self: PyMemoryView) => new PyList(Array.from(self.bytes())),
    'hex(self, sep=<unset>, bytes_per_sep=1)': (_vm, self: PyMemoryView) => hex(self.bytes()),
    'toreadonly(self, /)': (_vm, self: PyMemoryView) => new PyMemoryView(self.of, self.start, self.size, self.step, true),
    'cast(self, format, shape=<unset>)': (_vm, self: PyMemoryView, format) => {
      if (format !== 'B' && format !== 'b' && format !== 'c') throw error('NotImplementedError', `memoryview: format ${String(format)} not supported`);
      return new PyMemoryView(self.of, self.start, self.size, self.step, self.readonly);
    },
  },
  getset: {
    obj: (_vm, self: PyMemoryView) => self.of,
    nbytes: (_vm, self: PyMemoryView) => self.size,
    itemsize: () => 1,
    format: () => 'B',
    ndim: () => 1,
    readonly: (_vm, self: PyMemoryView) => self.readonly,
    shape: (_vm, self: PyMemoryView) => new PyTuple([self.size]),
    strides: (_vm, self: PyMemoryView) => new PyTuple([self.step]),
    suboffsets: () => new PyTuple([]),
    c_contiguous: (_vm, self: PyMemoryView) => self.step === 1,
    f_contiguous: (_vm, self: PyMemoryView) => self.step === 1,
    contiguous: (_vm, self: PyMemoryView) => self.step === 1,
  },
});
