/** zlib: our deflate, whose bytes are zlib's, and our inflater. */
import { PyObject, T, type PyValue } from '../../objects/object.js';
import { overflowError, PyException, typeError, valueError, error } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { defineException } from '../../objects/define-exception.js';
import { PyBaseException } from '../../objects/exception.js';
import { asBytes, PyBytes } from '../../objects/bytes.js';
import { asInt, clipInt } from '../../objects/int.js';
import { typeName } from '../../objects/type.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';
import { adler32, crc32 } from './checksums.js';
import { BitWriter } from './deflate/bits.js';
import { Deflate, Flush, Strategy } from './deflate/deflate.js';
import { Inflater, ZlibError, type Wrapper } from './inflate.js';

const ERROR = defineException('zlib.error', T.Exception!);
const fail = (message: string): PyException => new PyException(new PyBaseException(ERROR, [message]));

function dataOf(v: PyValue): Uint8Array {
  const b = asBytes(v);
  if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
  return b;
}
function intOf(v: PyValue): number {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  if (typeof n === 'bigint' || n > 2 ** 62) throw overflowError('Python int too large to convert to C int');
  return n;
}
function unsigned(v: PyValue): number {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  return Number(BigInt.asUintN(32, BigInt(n)));
}

function wrapper(wbits: number): Wrapper | null {
  if (wbits >= -15 && wbits <= -8) return 'raw';
  if (wbits === 0 || (wbits >= 8 && wbits <= 15)) return 'zlib';
  if (wbits >= 24 && wbits <= 31) return 'gzip';
  return wbits >= 40 && wbits <= 47 ? 'auto' : null;
}

/** A running compression: header, deflate, trailer. */
class Compressor {
  private readonly out: BitWriter;
  private readonly deflate: Deflate;
  private check: number;
  private total = 0;
  private started = false;
  /** The last flush, and -2 before anything was asked. */
  private lastFlush = -2;
  constructor(
    private level: number,
    private readonly bits: number,
    private readonly memLevel: number,
    private readonly strategy: Strategy,
    private readonly kind: Wrapper,
    private readonly dictionary: Uint8Array | null,
    from?: Compressor,
  ) {
    this.out = from === undefined ? new BitWriter() : from.out.copy();
    this.check = from === undefined ? (kind === 'gzip' ? 0 : 1) : from.check;
    if (from === undefined) {
      this.deflate = new Deflate(this.out, level, bits, memLevel, strategy);
      if (dictionary !== null) this.deflate.setDictionary(dictionary);
    } else {
      this.deflate = from.deflate.copy(this.out);
      this.total = from.total;
      this.started = from.started;
      this.lastFlush = from.lastFlush;
    }
  }
  copy(): Compressor {
    return new Compressor(this.level, this.bits, this.memLevel, this.strategy, this.kind, this.dictionary, this);
  }
  /** As if it were new; without a dictionary. */
  restart(level: number): void {
    this.level = level;
    this.deflate.restart(level);
    this.check = this.kind === 'gzip' ? 0 : 1;
    this.total = 0;
    this.started = false;
    this.lastFlush = -2;
  }
  private header(): void {
    if (this.started) return;
    this.started = true;
    const { level, out } = this;
    const plain = this.strategy >= Strategy.HuffmanOnly || level < 2;
    if (this.kind === 'zlib') {
      const cmf = 8 | ((this.bits - 8) << 4);
      let flg = (plain ? 0 : level < 6 ? 1 : level === 6 ? 2 : 3) << 6;
      if (this.dictionary !== null) flg |= 32;
      flg += 31 - (((cmf << 8) | flg) % 31);
      out.bytes(Uint8Array.of(cmf, flg));
      if (this.dictionary !== null) out.bytes(bigEndian(adler32(this.dictionary)));
    } else if (this.kind === 'gzip') out.bytes(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, level === 9 ? 2 : plain ? 4 : 0, 3));
  }
  push(data: Uint8Array, flush: Flush): void {
    const before = this.lastFlush;
    this.lastFlush = flush;
    // Nothing new to do.
    if (data.length === 0 && rank(flush) <= rank(before) && flush !== Flush.Finish) return;
    this.header();
    this.check = this.kind === 'gzip' ? crc32(data, this.check) : adler32(data, this.check);
    this.total += data.length;
    this.deflate.push(data, flush);
    if (flush !== Flush.Finish) return;
    if (this.kind === 'zlib') this.out.bytes(bigEndian(this.check));
    else if (this.kind === 'gzip') this.out.bytes(Uint8Array.of(...bigEndian(this.check).reverse(), ...bigEndian(this.total % 2 ** 32).reverse()));
  }
  take(): Uint8Array {
    return this.out.take();
  }
}
const rank = (flush: number): number => flush * 2 - (flush > 4 ? 9 : 0);
const bigEndian = (n: number): Uint8Array => Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n);
function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

const dataError = (e: ZlibError, doing: string): PyException =>
  fail(e.code === 2 ? `Error 2 ${doing}` : `Error ${e.code} ${doing}${e.message === '' ? '' : `: ${e.message}`}`);

class CompressObj extends PyObject {
  finished = false;
  constructor(readonly c: Compressor) {
    super();
  }
}
class DecompressObj extends PyObject {
  unused: Uint8Array = new Uint8Array(0);
  tail: Uint8Array = new Uint8Array(0);
  constructor(public d: Inflater) {
    super();
  }
}

defineType({
  name: 'zlib.Compress',
  instance: CompressObj,
  methods: {
    'compress(self, data, /)': (vm, self: CompressObj, d) => {
      const b = dataOf(d);
      vm.charge(b.length >> 4);
      self.c.push(b, Flush.None);
      return new PyBytes(self.c.take());
    },
    'flush(self, mode=4, /)': (_vm, self: CompressObj, mode) => {
      const m = intOf(mode);
      if (m === 0) return new PyBytes(new Uint8Array(0));
      if (m === 4) {
        if (self.finished) throw fail('Error -2 while flushing: inconsistent stream state');
        self.finished = true;
      }
      self.c.push(NOTHING, m);
      return new PyBytes(self.c.take());
    },
    'copy(self, /)': (_vm, self: CompressObj) => {
      if (self.finished) throw valueError('Inconsistent stream state');
      return new CompressObj(self.c.copy());
    },
  },
});

const decompress = (self: DecompressObj, data: Uint8Array, max: number): Uint8Array => {
  if (self.d.eof) {
    self.unused = concat([self.unused, data]);
    return new Uint8Array(0);
  }
  let out: Uint8Array;
  try {
    out = self.d.push(data, max);
  } catch (e) {
    if (e instanceof ZlibError) throw dataError(e, 'while decompressing data');
    throw e;
  }
  if (self.d.eof) {
    self.unused = self.d.rest.slice();
    self.tail = new Uint8Array(0);
  } else if (max !== Infinity) {
    // What was not used goes back to the caller, who gives it again.
    self.tail = self.d.rest.slice();
  }
  return out;
};

defineType({
  name: 'zlib.Decompress',
  instance: DecompressObj,
  methods: {
    'decompress(self, data, /, max_length=0)': (vm, self: DecompressObj, d, max) => {
      // A length of any size: sys.maxsize asks for everything.
      const n = max === 0 ? 0 : clipInt(asInt(max) ?? intOf(max));
      if (n < 0) throw valueError('max_length must be non-negative');
      const b = dataOf(d);
      vm.charge(b.length >> 2);
      // The tail is kept inside: the caller's copy of it is not fed twice.
      const kept = self.tail;
      const fresh = kept.length > 0 && b.length >= kept.length && kept.every((x, i) => x === b[i]) ? b.subarray(kept.length) : b;
      self.tail = new Uint8Array(0);
      return new PyBytes(decompress(self, fresh, n === 0 ? Infinity : n));
    },
    'flush(self, length=16384, /)': (_vm, self: DecompressObj, length) => {
      if (intOf(length) <= 0) throw valueError('length must be greater than zero');
      self.tail = new Uint8Array(0);
      return new PyBytes(decompress(self, new Uint8Array(0), Infinity));
    },
    'copy(self, /)': (_vm, self: DecompressObj) => {
      const c = new DecompressObj(self.d.copy());
      c.unused = self.unused;
      c.tail = self.tail;
      return c;
    },
  },
  members: {
    unused_data: (_vm, self: DecompressObj) => new PyBytes(self.unused),
    unconsumed_tail: (_vm, self: DecompressObj) => new PyBytes(self.tail),
    eof: (_vm, self: DecompressObj) => self.d.eof,
  },
});

function levelOf(v: PyValue): number {
  const n = intOf(v);
  if (n < -1 || n > 9) throw fail('Bad compression level');
  return n < 0 ? 6 : n;
}

/** The window of a compression; null: there is no such one. */
function windowBits(kind: Wrapper | null, wbits: number): number | null {
  if (kind === null || kind === 'auto' || wbits === 0) return null;
  const bits = kind === 'gzip' ? wbits - 16 : Math.abs(wbits);
  // Windows of 256 bytes are a zlib stream's only, and made as one of 512.
  return bits > 8 ? bits : kind === 'zlib' ? 9 : null;
}
/** The largest window of what is decompressed. */
const inflateBits = (wbits: number): number => (wbits === 0 ? 15 : wbits >= 40 ? wbits - 32 : wbits > 15 ? 15 : Math.abs(wbits));
const NOTHING = new Uint8Array(0);
/** What `compress` used last: its tables are large. */
let spare: Compressor | null = null;

export const makeZlib: NativeModuleMaker = () =>
  defineModule({
    name: 'zlib',
    doc: 'The functions in this module allow compression and decompression using the\nzlib library, which is based on GNU zip.\n',
    functions: {
      'adler32(data, value=1, /)': (_vm, d, v) => adler32(dataOf(d), unsigned(v)),
      'crc32(data, value=0, /)': (_vm, d, v) => crc32(dataOf(d), unsigned(v)),
      'compress(data, /, level=-1, wbits=15)': (vm, d, level, wbits) => {
        const b = dataOf(d);
        vm.charge(b.length >> 4);
        const kind = wrapper(intOf(wbits));
        const n = levelOf(level);
        const bits = windowBits(kind, wbits as number);
        if (bits === null) throw fail('Bad compression level');
        const usual = bits === 15 && kind === 'zlib';
        const c = (usual ? spare : null) ?? new Compressor(n, bits, 8, Strategy.Default, kind!, null);
        if (c === spare) c.restart(n);
        if (usual) spare = c;
        c.push(b, Flush.Finish);
        return new PyBytes(c.take());
      },
      'decompress(data, /, wbits=15, bufsize=16384)': (vm, d, wbits, bufsize) => {
        const b = dataOf(d);
        vm.charge(b.length >> 2);
        if (intOf(bufsize) < 0) throw valueError('bufsize must be non-negative');
        const kind = wrapper(intOf(wbits));
        if (kind === null) throw fail('Error -2 while preparing to decompress data: inconsistent stream state');
        try {
          const i = new Inflater(kind, null, inflateBits(wbits as number));
          const out = i.push(b);
          if (!i.eof) throw fail('Error -5 while decompressing data: incomplete or truncated stream');
          return new PyBytes(out);
        } catch (e) {
          if (e instanceof ZlibError) throw dataError(e, 'while decompressing data');
          throw e;
        }
      },
      'compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=<unset>)': (_vm, level, method, wbits, mem, strategy, zdict) => {
        for (const v of [level, method, wbits, mem, strategy]) intOf(v);
        if (intOf(strategy) < 0 || intOf(strategy) > 4) throw valueError('Invalid initialization option');
        const kind = wrapper(intOf(wbits));
        const bits = windowBits(kind, intOf(wbits));
        if (bits === null || intOf(method) !== 8 || intOf(mem) < 1 || intOf(mem) > 9 || intOf(level) < -1 || intOf(level) > 9) throw valueError('Invalid initialization option');
        return new CompressObj(new Compressor(intOf(level) < 0 ? 6 : intOf(level), bits, intOf(mem), intOf(strategy), kind!, zdict === undefined ? null : dataOf(zdict)));
      },
      'decompressobj(wbits=15, zdict=<unset>)': (_vm, wbits, zdict) => {
        const kind = wrapper(intOf(wbits));
        if (zdict !== undefined && asBytes(zdict) === undefined) throw typeError('zdict argument must support the buffer protocol');
        if (kind === null) throw valueError('Invalid initialization option');
        return new DecompressObj(new Inflater(kind, zdict === undefined ? null : dataOf(zdict), inflateBits(wbits as number)));
      },
    },
    values: {
      error: ERROR, __version__: '1.0', ZLIB_VERSION: '1.2.13', ZLIB_RUNTIME_VERSION: '1.2.13', MAX_WBITS: 15, DEFLATED: 8, DEF_MEM_LEVEL: 8, DEF_BUF_SIZE: 16384,
      Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1, Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4,
      Z_DEFAULT_STRATEGY: 0, Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5, Z_TREES: 6,
    },
  });
