/** zlib: our inflater; compression by fflate (a small, well-kept deflate; its output is not zlib's byte for byte). */
import { deflateSync } from 'fflate';
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

/**
 * A running compression: header, deflate, trailer. What was given is compressed at the end in one piece (fflate's
 * streaming class makes wrong matches of data that begins with zeros); a flush on the way stores it as it is.
 */
class Compressor {
  private readonly parts: Uint8Array[] = [];
  private pending: Uint8Array[] = [];
  private check: number;
  private total = 0;
  private started = false;
  constructor(
    private readonly level: number,
    private readonly kind: Wrapper,
    private readonly dictionary: Uint8Array | null,
  ) {
    this.check = kind === 'gzip' ? 0 : 1;
  }
  private header(): void {
    if (this.started) return;
    this.started = true;
    const level = this.level < 0 ? 6 : this.level;
    if (this.kind === 'zlib') {
      let flg = (level < 2 ? 0 : level < 6 ? 1 : level === 6 ? 2 : 3) << 6;
      if (this.dictionary !== null) flg |= 32;
      flg += 31 - (((0x78 << 8) | flg) % 31);
      this.parts.push(Uint8Array.of(0x78, flg));
      if (this.dictionary !== null) this.parts.push(bigEndian(adler32(this.dictionary)));
    } else if (this.kind === 'gzip') this.parts.push(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, level === 9 ? 2 : level === 1 ? 4 : 0, 3));
  }
  push(data: Uint8Array): void {
    this.header();
    if (data.length === 0) return;
    this.check = this.kind === 'gzip' ? crc32(data, this.check) : adler32(data, this.check);
    this.total += data.length;
    this.pending.push(data.slice());
  }
  sync(): void {
    this.header();
    const data = concat(this.pending);
    this.pending = [];
    for (let at = 0; at < data.length; at += 65535) this.stored(data.subarray(at, at + 65535));
    this.stored(new Uint8Array(0));
  }
  /** A block that is not compressed, and not the last. */
  private stored(b: Uint8Array): void {
    const n = b.length;
    this.parts.push(Uint8Array.of(0, n & 255, n >> 8, ~n & 255, (~n >> 8) & 255), b);
  }
  finish(): void {
    this.header();
    const level = (this.level < 0 ? 6 : this.level) as 6;
    this.parts.push(deflateSync(concat(this.pending), this.dictionary === null ? { level } : { level, dictionary: this.dictionary }));
    this.pending = [];
    if (this.kind === 'zlib') this.parts.push(bigEndian(this.check));
    else if (this.kind === 'gzip') this.parts.push(bigEndian(this.check).reverse(), bigEndian(this.total % 2 ** 32).reverse());
  }
  take(): Uint8Array {
    const out = concat(this.parts);
    this.parts.length = 0;
    return out;
  }
}
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
      self.c.push(b);
      return new PyBytes(self.c.take());
    },
    'flush(self, mode=4, /)': (_vm, self: CompressObj, mode) => {
      const m = intOf(mode);
      if (m === 0) return new PyBytes(new Uint8Array(0));
      if (m === 4) {
        if (self.finished) throw fail('Error -2 while flushing: inconsistent stream state');
        self.finished = true;
        self.c.finish();
      } else self.c.sync();
      return new PyBytes(self.c.take());
    },
    'copy(self, /)': () => {
      throw valueError('Cannot copy a compression stream here');
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
  return n;
}

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
        if (kind === null || kind === 'auto') throw error('ValueError', 'Invalid initialization option');
        const c = new Compressor(levelOf(level), kind, null);
        c.push(b);
        c.finish();
        return new PyBytes(c.take());
      },
      'decompress(data, /, wbits=15, bufsize=16384)': (vm, d, wbits, bufsize) => {
        const b = dataOf(d);
        vm.charge(b.length >> 2);
        if (intOf(bufsize) < 0) throw valueError('bufsize must be non-negative');
        const kind = wrapper(intOf(wbits));
        if (kind === null) throw fail('Error -2 while preparing to decompress data: inconsistent stream state');
        try {
          const i = new Inflater(kind);
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
        if (kind === null || kind === 'auto' || intOf(method) !== 8 || intOf(mem) < 1 || intOf(mem) > 9 || intOf(level) < -1 || intOf(level) > 9) throw valueError('Invalid initialization option');
        return new CompressObj(new Compressor(intOf(level), kind, zdict === undefined ? null : dataOf(zdict)));
      },
      'decompressobj(wbits=15, zdict=<unset>)': (_vm, wbits, zdict) => {
        const kind = wrapper(intOf(wbits));
        if (zdict !== undefined && asBytes(zdict) === undefined) throw typeError('zdict argument must support the buffer protocol');
        if (kind === null) throw valueError('Invalid initialization option');
        return new DecompressObj(new Inflater(kind, zdict === undefined ? null : dataOf(zdict)));
      },
    },
    values: {
      error: ERROR, __version__: '1.0', ZLIB_VERSION: '1.2.13', ZLIB_RUNTIME_VERSION: '1.2.13', MAX_WBITS: 15, DEFLATED: 8, DEF_MEM_LEVEL: 8, DEF_BUF_SIZE: 16384,
      Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1, Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4,
      Z_DEFAULT_STRATEGY: 0, Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5, Z_TREES: 6,
    },
  });
