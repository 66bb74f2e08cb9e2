/** _struct: Struct objects and the module's functions. Formats: struct/format.ts; values: struct/values.ts. */
import { andThen, cont, PyObject, T, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { typeError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { defineException } from '../objects/define-exception.js';
import { callSpecial } from '../objects/call.js';
import { index, truth } from '../objects/convert.js';
import { asBytes, PyByteArray, PyBytes } from '../objects/bytes.js';
import { asInt, clipInt } from '../objects/int.js';
import { PyMemoryView } from '../objects/memoryview-type.js';
import { encodeError } from '../objects/codecs.js';
import { asStr, jsStr } from '../objects/str.js';
import { PyTuple } from '../objects/tuple.js';
import { argTypeName, typeName, type PyType } from '../objects/type.js';
import { defineModule } from './define-module.js';
import { fail, knownFormat, parseFormat, structError, type Format } from './struct/format.js';
import { NeedsPython, pack, unpack } from './struct/values.js';
import type { NativeModuleMaker } from './registry.js';

export class PyStruct extends PyObject {
  constructor(
    cls: PyType,
    public text: string,
    public format: Format,
  ) {
    super();
    this.cls = cls;
  }
}

function formatText(v: PyValue): string {
  const s = asStr(v);
  const b = s === undefined ? (v instanceof PyBytes || v instanceof PyByteArray ? asBytes(v) : undefined) : undefined;
  if (s === undefined && b === undefined) throw typeError(`Struct() argument 1 must be a str or bytes object, not ${typeName(v)}`);
  const text = s !== undefined ? jsStr(s) : String.fromCharCode(...b!);
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127 && s !== undefined) throw encodeError('ascii', s, i, i + 1, 'ordinal not in range(128)');
  if (text.includes('\0')) throw fail('embedded null character');
  return text;
}
/** The format of a module function's argument, which is a key of a cache in CPython. */
function formatOf(v: PyValue): Format {
  const known = typeof v === 'string' ? knownFormat(v) : undefined;
  if (known !== undefined) return known;
  if (typeOf(v).lookup('__hash__') === null) throw typeError(`unhashable type: '${typeName(v)}'`);
  return parseFormat(formatText(v));
}

/** Small values are put together here: a DataView of their own bytes costs more than copying them. */
const SCRATCH = new Uint8Array(256);
const SCRATCH_VIEW = new DataView(SCRATCH.buffer);

const viewOf = (b: Uint8Array): DataView => new DataView(b.buffer, b.byteOffset, b.byteLength);

function readable(v: PyValue): Uint8Array {
  const b = asBytes(v);
  if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
  return b;
}

/** Packs into `bytes` at `base`, converting values by Python code first where that is needed. Result: `answer`. */
function packValues(vm: VM, f: Format, bytes: Uint8Array, base: number, args: PyValue[], answer: PyValue): Result {
  try {
    pack(vm, f, viewOf(bytes), base, args);
    return answer;
  } catch (e) {
    if (!(e instanceof NeedsPython)) throw e;
    const at = args.indexOf(e.value);
    const frame = vm.frame;
    const r = e.method === '__bool__' ? truth(vm, e.value) : e.method === '__index__' ? index(vm, e.value) : callSpecial(vm, e.value, '__float__', []);
    return andThen(vm, frame, r, CONVERTED, [f, bytes, base, answer], args, at);
  }
}
const CONVERTED = cont('struct.converted', (vm, v, c) => {
  const args = (c.b as PyValue[]).slice();
  args[c.c as number] = v!;
  const [f, bytes, base, answer] = c.a as [Format, Uint8Array, number, PyValue];
  return packValues(vm, f, bytes, base, args, answer);
});

/** The values are `args` from `from` on. */
function packNew(vm: VM, f: Format, args: PyValue[], from: number): Result {
  const given = args.length - from;
  if (given !== f.values) throw fail(`pack expected ${f.values} items for packing (got ${given})`);
  vm.charge(f.size >> 6);
  const bytes = new Uint8Array(f.size);
  if (f.size <= SCRATCH.length) {
    SCRATCH.fill(0, 0, f.size);
    try {
      pack(vm, f, SCRATCH_VIEW, 0, args, from);
      for (let i = 0; i < bytes.length; i++) bytes[i] = SCRATCH[i]!;
      return new PyBytes(bytes);
    } catch (e) {
      if (!(e instanceof NeedsPython)) throw e;
    }
  }
  return packValues(vm, f, bytes, 0, args.slice(from), new PyBytes(bytes));
}

function unpackAll(f: Format, data: PyValue): PyValue {
  const b = readable(data);
  if (b.length !== f.size) throw fail(`unpack requires a buffer of ${f.size} bytes`);
  if (b.length <= SCRATCH.length) {
    for (let i = 0; i < b.length; i++) SCRATCH[i] = b[i]!;
    return new PyTuple(unpack(f, SCRATCH_VIEW, 0));
  }
  return new PyTuple(unpack(f, viewOf(b), 0));
}

function offsetOf(v: PyValue): number {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  return clipInt(n);
}

function place(f: Format, length: number, at: number, what: 'unpack' | 'pack'): number {
  const { size } = f;
  if (at < 0) {
    if (at + size > 0) throw fail(what === 'pack' ? `no space to pack ${size} bytes at offset ${at}` : `not enough data to unpack ${size} bytes at offset ${at}`);
    if (at + length < 0) throw fail(`offset ${at} out of range for ${length}-byte buffer`);
    at += length;
  }
  if (length - at < size) throw fail(`${what === 'pack' ? 'pack_into' : 'unpack_from'} requires a buffer of at least ${at + size} bytes for ${what}ing ${size} bytes at offset ${at} (actual buffer size is ${length})`);
  return at;
}

function unpackFrom(f: Format, data: PyValue, offset: PyValue): PyValue {
  const b = readable(data);
  return new PyTuple(unpack(f, viewOf(b), place(f, b.length, offsetOf(offset), 'unpack')));
}

function packInto(vm: VM, f: Format, args: PyValue[]): Result {
  if (args.length === 0) throw fail('pack_into expected buffer argument');
  if (args.length === 1) throw fail('pack_into expected offset argument');
  if (args.length - 2 !== f.values) throw fail(`pack_into expected ${f.values} items for packing (got ${args.length - 2})`);
  const [target, offset, ...values] = args as [PyValue, PyValue, ...PyValue[]];
  const b = asBytes(target);
  if (b === undefined || target instanceof PyBytes || (target instanceof PyMemoryView && target.readonly)) {
    throw typeError(`argument must be read-write bytes-like object, not ${argTypeName(target)}`);
  }
  const at = place(f, b.length, offsetOf(offset), 'pack');
  b.fill(0, at, at + f.size);
  return packValues(vm, f, b, at, values, null);
}

class UnpackIterator extends PyObject {
  at = 0;
  private view: DataView | null = null;
  constructor(
    readonly format: Format,
    public data: Uint8Array | null,
  ) {
    super();
  }
  override quickNext(): PyValue | undefined {
    const { data, at } = this;
    if (data === null || at >= data.length) {
      this.data = this.view = null;
      return undefined;
    }
    this.at = at + this.format.size;
    return new PyTuple(unpack(this.format, (this.view ??= viewOf(data)), at));
  }
}

defineType({
  name: '_struct.unpack_iterator',
  instance: UnpackIterator,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '__next__(self, /)': (vm, self: UnpackIterator) => {
      if (self.data === null || self.at >= self.data.length) {
        self.data = null;
        vm.exc = null;
        return undefined;
      }
      const items = unpack(self.format, viewOf(self.data), self.at);
      self.at += self.format.size;
      return new PyTuple(items);
    },
    '__length_hint__(self, /)': (_vm, self: UnpackIterator) => (self.data === null ? 0 : Math.max(0, (self.data.length - self.at) / self.format.size)),
  },
});

function iterUnpack(f: Format, data: PyValue): PyValue {
  if (f.size === 0) throw fail('cannot iteratively unpack with a struct of length 0');
  const b = readable(data);
  if (b.length % f.size !== 0) throw fail(`iterative unpacking requires a buffer of a multiple of ${f.size} bytes`);
  return new UnpackIterator(f, b);
}

const STRUCT: PyType = defineType({
  name: '_struct.Struct',
  instance: PyStruct,
  flags: { basetype: true, hasWeakref: true },
  doc: 'Struct(fmt) --> compiled struct object\n\n',
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls: PyType, args: PyValue[], kw: Map<string, PyValue>) => {
    const given = args[0] !== undefined ? args[0] : kw.get('format');
    if (args.length + kw.size > 1 && cls === STRUCT) throw typeError(`Struct() takes at most 1 argument (${args.length + kw.size} given)`);
    if (given === undefined && typeOf(cls.lookup('__init__') ?? null) !== T.function) throw typeError("Struct() missing required argument 'format' (pos 1)");
    // A subclass may give the format to __init__ only.
    const text = given === undefined || typeOf(cls.lookup('__init__') ?? null) === T.function ? '' : formatText(given);
    return new PyStruct(cls, text, parseFormat(text));
  }],
  methods: {
    '__init__(self, format)': (_vm, self: PyStruct, format) => {
      self.text = formatText(format);
      self.format = parseFormat(self.text);
      return null;
    },
    '!pack(self, /, *values)': (vm, self: PyStruct, args: PyValue[]) => packNew(vm, self.format, args, 0),
    '!pack_into(self, /, *args)': (vm, self: PyStruct, args: PyValue[]) => packInto(vm, self.format, args),
    'unpack(self, buffer, /)': (_vm, self: PyStruct, b) => unpackAll(self.format, b),
    'unpack_from(self, buffer, offset=0)': (_vm, self: PyStruct, b, o) => unpackFrom(self.format, b, o),
    'iter_unpack(self, buffer, /)': (_vm, self: PyStruct, b) => iterUnpack(self.format, b),
    '__sizeof__(self, /)': (_vm, self: PyStruct) => 56 + 32 * (self.format.fields.length + 1),
  },
  getset: { format: (_vm, self: PyStruct) => self.text, size: (_vm, self: PyStruct) => self.format.size },
});
T['_struct.Struct'] = STRUCT;

export const makeStruct: NativeModuleMaker = () => {
  structError.type = defineException('struct.error', T.Exception!);
  return defineModule({
    name: '_struct',
    doc: 'Functions to convert between Python values and C structs.\nPython bytes objects are used to hold the data representing the C struct\nand also as format strings (explained below) to describe the layout of data\nin the C struct.',
    functions: {
      'calcsize(format, /)': (_vm, f) => formatOf(f).size,
      '!pack(*args)': (vm, args: PyValue[]) => {
        if (args.length === 0) throw typeError('missing format argument');
        return packNew(vm, formatOf(args[0]!), args, 1);
      },
      '!pack_into(*args)': (vm, args: PyValue[]) => {
        if (args.length === 0) throw typeError('missing format argument');
        return packInto(vm, formatOf(args[0]!), args.slice(1));
      },
      'unpack(format, buffer, /)': (_vm, f, b) => unpackAll(formatOf(f), b),
      'unpack_from(format, /, buffer, offset=0)': (_vm, f, b, o) => unpackFrom(formatOf(f), b, o),
      'iter_unpack(format, buffer, /)': (_vm, f, b) => iterUnpack(formatOf(f), b),
      '_clearcache()': () => null,
    },
    values: { Struct: STRUCT, error: structError.type },
  });
};

