/** _lzma: LZMACompressor and LZMADecompressor. */
import { PyObject, T, type PyValue, type VM } from '../../../objects/object.js';
import { asBytes, PyBytes } from '../../../objects/bytes.js';
import { defineType } from '../../../objects/define.js';
import { defineException } from '../../../objects/define-exception.js';
import { PyDict } from '../../../objects/dict.js';
import { error, PyException, typeError, valueError } from '../../../objects/errors.js';
import { PyBaseException } from '../../../objects/exception.js';
import { asInt, clipInt } from '../../../objects/int.js';
import { itemsSync } from '../../../objects/iterate.js';
import { typeName, type PyType } from '../../../objects/type.js';
import { defineModule } from '../../define-module.js';
import type { NativeModuleMaker } from '../../registry.js';
import { OutputQueue } from '../output-queue.js';
import { supported } from './check.js';
import { propertiesByte, propertiesOf } from './model.js';
import { AloneReader, DICTIONARY, dictionaryByte, dictionaryOf, FILTER, LzmaFailure, RawReader, writeAlone, writeRaw, writeXz, XzReader, type Filter, type Reader } from './streams.js';

const ERROR = defineException('_lzma.LZMAError', T.Exception!, 'Call to liblzma failed.');
const fail = (message: string): PyException => new PyException(new PyBaseException(ERROR, [message]));
const OPTIONS = 'Invalid or unsupported options';
const MESSAGES: Readonly<Record<LzmaFailure['kind'], string>> = {
  format: 'Input format not supported by decoder', options: OPTIONS, data: 'Corrupt input data', 'memory limit': 'Memory usage limit exceeded',
};

const FORMAT = { Auto: 0, Xz: 1, Alone: 2, Raw: 3 } as const;
const EXTREME = 0x80000000;
/** LZMA1's id as it is: 2**62 + 1. */
const LZMA1_ID = 0x4000000000000001n;

function int(v: PyValue): number {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  return clipInt(n);
}
function unsigned(v: PyValue): number {
  const n = int(v);
  if (n < 0) throw error('OverflowError', "can't convert negative int to unsigned");
  if (n > 0xffffffff) throw error('OverflowError', 'Value too large for uint32_t type');
  return n;
}
function bytes(v: PyValue): Uint8Array {
  const b = asBytes(v);
  if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
  return b;
}

/** The filter of a preset. `easy`: liblzma makes the chain of it. */
function preset(n: number, easy = false): Filter {
  const level = n >= EXTREME ? n - EXTREME : n;
  if (level < 0 || level > 9) throw fail(easy ? OPTIONS : `Invalid compression preset: ${n}`);
  return { id: FILTER.Lzma2, properties: { lc: 3, lp: 0, pb: 2 }, dictionary: DICTIONARY[level]!, distance: 1 };
}

/** Options a filter of LZMA may have; those of the match finder change nothing here. */
const LZMA_OPTIONS = new Set(['id', 'preset', 'dict_size', 'lc', 'lp', 'pb', 'mode', 'nice_len', 'mf', 'depth']);

function filterOf(spec: PyValue): Filter {
  if (!(spec instanceof PyDict)) throw typeError('Filter specifier must be a dict or dict-like object');
  const idValue = spec.getStr('id');
  if (idValue === undefined) throw valueError('Filter specifier must have an "id" entry');
  const id = asInt(idValue);
  if (id === undefined) throw typeError(`'${typeName(idValue)}' object cannot be interpreted as an integer`);
  const option = (name: string, dflt: number): number => {
    const v = spec.getStr(name);
    return v === undefined ? dflt : int(v);
  };
  const names = [...spec.entries()].map(([k]) => k as string);
  if (id === LZMA1_ID || id === FILTER.Lzma2) {
    if (names.some((k) => !LZMA_OPTIONS.has(k))) throw valueError('Invalid filter specifier for LZMA filter');
    const f = preset(option('preset', 6));
    const { lc, lp, pb } = f.properties;
    f.id = id === FILTER.Lzma2 ? FILTER.Lzma2 : FILTER.Lzma1;
    f.properties = { lc: option('lc', lc), lp: option('lp', lp), pb: option('pb', pb) };
    f.dictionary = option('dict_size', f.dictionary);
    return f;
  }
  if (id === FILTER.Delta) {
    if (names.some((k) => k !== 'id' && k !== 'dist')) throw valueError('Invalid filter specifier for delta filter');
    return { ...preset(6), id: FILTER.Delta, distance: option('dist', 1) };
  }
  if (id >= 4 && id <= 9) throw fail(OPTIONS);
  throw valueError(`Invalid filter ID: ${id}`);
}

const bad = (f: Filter): boolean =>
  f.id === FILTER.Delta ? f.distance < 1 || f.distance > 256 : f.properties.lc < 0 || f.properties.lp < 0 || f.properties.lc + f.properties.lp > 4 || f.properties.pb < 0 || f.properties.pb > 4 || f.dictionary < 4096 || f.dictionary > 1536 * 2 ** 20;

function chainOf(filters: PyValue): Filter[] {
  const items = itemsSync(filters);
  if (items === undefined) throw typeError(`object of type '${typeName(filters)}' has no len()`);
  if (items.length > 4) throw valueError('Too many filters - liblzma supports a maximum of 4');
  const chain = items.map(filterOf);
  const last = chain[chain.length - 1];
  if (last === undefined || last.id === FILTER.Delta || chain.slice(0, -1).some((f) => f.id !== FILTER.Delta) || chain.some(bad)) throw fail(OPTIONS);
  return chain;
}

class Compressor extends PyObject {
  readonly parts = new OutputQueue();
  flushed = false;
  constructor(
    cls: PyType,
    readonly finish: (b: Uint8Array) => Uint8Array,
  ) {
    super();
    this.cls = cls;
  }
}

const COMPRESSOR = defineType({
  name: '_lzma.LZMACompressor',
  instance: Compressor,
  flags: { basetype: true },
  new: ['__new__(cls, format=1, check=-1, preset=None, filters=None)', (_vm, cls: PyType, format, check, level, filters) => {
    const f = int(format);
    let c = int(check);
    if (level !== null && filters !== null) throw valueError('Cannot specify both preset and filter chain');
    if (f !== FORMAT.Xz && c !== -1 && c !== 0) throw valueError('Integrity checks are only supported by FORMAT_XZ');
    const chain = filters === null ? [preset(level === null ? 6 : unsigned(level), f === FORMAT.Xz)] : null;
    switch (f) {
      case FORMAT.Xz: {
        const used = chain ?? chainOf(filters);
        if (c === -1) c = 4;
        if (!supported(c)) throw fail('Unsupported integrity check');
        if (used[used.length - 1]!.id !== FILTER.Lzma2) throw fail(OPTIONS);
        return new Compressor(cls, (b) => writeXz(b, used, c));
      }
      case FORMAT.Alone: {
        const used = chain ?? chainOf(filters);
        if (filters !== null && (used.length !== 1 || used[0]!.id !== FILTER.Lzma1)) throw valueError('Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter');
        return new Compressor(cls, (b) => writeAlone(b, { ...used[0]!, id: FILTER.Lzma1 }));
      }
      case FORMAT.Raw: {
        if (filters === null) throw valueError('Must specify filters for FORMAT_RAW');
        const used = chainOf(filters);
        return new Compressor(cls, (b) => writeRaw(b, used));
      }
      default:
        throw valueError(`Invalid container format: ${f}`);
    }
  }],
  methods: {
    'compress(self, data, /)': (vm: VM, self: Compressor, data) => {
      if (self.flushed) throw valueError('Compressor has been flushed');
      const b = bytes(data);
      vm.charge(b.length * 4);
      self.parts.push(b.slice());
      return new PyBytes(new Uint8Array(0));
    },
    'flush(self, /)': (_vm, self: Compressor) => {
      if (self.flushed) throw valueError('Repeated call to flush()');
      self.flushed = true;
      return new PyBytes(self.finish(self.parts.take(-1)));
    },
  },
});

class Decompressor extends PyObject {
  readonly out = new OutputQueue();
  reader: Reader | null = null;
  needsInput = true;
  constructor(
    cls: PyType,
    readonly open: (first: number, give: (b: Uint8Array) => void) => Reader,
  ) {
    super();
    this.cls = cls;
  }
  get eof(): boolean {
    return this.reader !== null && this.reader.done && this.out.length === 0;
  }
}

const DECOMPRESSOR = defineType({
  name: '_lzma.LZMADecompressor',
  instance: Decompressor,
  flags: { basetype: true },
  new: ['__new__(cls, format=0, memlimit=None, filters=None)', (_vm, cls: PyType, format, memlimit, filters) => {
    const f = int(format);
    if (memlimit !== null && f === FORMAT.Raw) throw valueError('Cannot specify memory limit with FORMAT_RAW');
    const limit = memlimit === null ? -1 : int(memlimit);
    if (f === FORMAT.Raw && filters === null) throw valueError('Must specify filters for FORMAT_RAW');
    if (f !== FORMAT.Raw && filters !== null) throw valueError('Cannot specify filters except with FORMAT_RAW');
    if (f < 0 || f > 3) throw valueError(`Invalid container format: ${f}`);
    if (f === FORMAT.Raw) {
      const chain = chainOf(filters);
      return new Decompressor(cls, (_first, give) => new RawReader(give, chain));
    }
    return new Decompressor(cls, (first, give) => (f === FORMAT.Xz || (f === FORMAT.Auto && first === 0xfd) ? new XzReader(give, limit) : new AloneReader(give, f === FORMAT.Auto, limit)));
  }],
  methods: {
    'decompress(self, /, data, max_length=-1)': (vm, self: Decompressor, data, max) => {
      if (self.eof) throw error('EOFError', 'Already at end of stream');
      const b = bytes(data);
      const limit = int(max);
      vm.charge(b.length * 4);
      try {
        if (self.reader === null && b.length > 0) self.reader = self.open(b[0]!, (part) => self.out.push(part));
        if (self.reader !== null && !self.reader.done) self.reader.write(b);
      } catch (e) {
        if (!(e instanceof LzmaFailure)) throw e;
        throw fail(MESSAGES[e.kind]);
      }
      const out = self.out.take(limit);
      self.needsInput = !(self.reader?.done ?? false) && self.out.length === 0;
      return new PyBytes(out);
    },
  },
  members: {
    check: (_vm, self: Decompressor) => self.reader?.check ?? 16,
    eof: (_vm, self: Decompressor) => self.eof,
    needs_input: (_vm, self: Decompressor) => self.needsInput,
    unused_data: (_vm, self: Decompressor) => new PyBytes(self.eof ? self.reader!.rest.slice() : new Uint8Array(0)),
  },
});

const CONSTANTS: Record<string, PyValue> = {
  FORMAT_AUTO: 0, FORMAT_XZ: 1, FORMAT_ALONE: 2, FORMAT_RAW: 3, CHECK_NONE: 0, CHECK_CRC32: 1, CHECK_CRC64: 4, CHECK_SHA256: 10, CHECK_ID_MAX: 15, CHECK_UNKNOWN: 16,
  FILTER_LZMA1: LZMA1_ID, FILTER_LZMA2: 0x21, FILTER_DELTA: 3, FILTER_X86: 4, FILTER_POWERPC: 5, FILTER_IA64: 6, FILTER_ARM: 7, FILTER_ARMTHUMB: 8, FILTER_SPARC: 9,
  MF_HC3: 3, MF_HC4: 4, MF_BT2: 18, MF_BT3: 19, MF_BT4: 20, MODE_FAST: 1, MODE_NORMAL: 2, PRESET_DEFAULT: 6, PRESET_EXTREME: EXTREME,
};

export const makeLzma: NativeModuleMaker = () =>
  defineModule({
    name: '_lzma',
    functions: {
      'is_check_supported(check_id, /)': (_v, check) => supported(int(check)),
      '_encode_filter_properties(filter, /)': (_v, spec) => {
        const f = filterOf(spec);
        if (bad(f)) throw fail(OPTIONS);
        if (f.id === FILTER.Delta) return new PyBytes(Uint8Array.of(f.distance - 1));
        if (f.id === FILTER.Lzma2) return new PyBytes(Uint8Array.of(dictionaryByte(f.dictionary)));
        const out = new Uint8Array(5);
        out[0] = propertiesByte(f.properties);
        new DataView(out.buffer).setUint32(1, f.dictionary, true);
        return new PyBytes(out);
      },
      '_decode_filter_properties(filter_id, encoded_props, /)': (_v, id, props) => {
        const b = bytes(props);
        const n = asInt(id);
        const d = new PyDict();
        d.setStr('id', id);
        if (n === LZMA1_ID) {
          const p = b.length === 5 ? propertiesOf(b[0]!) : null;
          if (p === null) throw fail(OPTIONS);
          for (const k of ['lc', 'lp', 'pb'] as const) d.setStr(k, p[k]);
          d.setStr('dict_size', new DataView(b.buffer, b.byteOffset).getUint32(1, true));
        } else if (n === FILTER.Lzma2) {
          if (b.length !== 1 || b[0]! > 40) throw fail(OPTIONS);
          d.setStr('dict_size', dictionaryOf(b[0]!));
        } else if (n === FILTER.Delta) {
          if (b.length !== 1) throw fail(OPTIONS);
          d.setStr('dist', b[0]! + 1);
        } else throw fail(OPTIONS);
        return d;
      },
    },
    values: { LZMACompressor: COMPRESSOR, LZMADecompressor: DECOMPRESSOR, LZMAError: ERROR, ...CONSTANTS },
  });
