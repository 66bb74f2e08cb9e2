/** zlib: pako's port of it, whose bytes and words are zlib's. */
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
import { Compressor, FINISH, joined, NO_FLUSH } from './compressor.js';
import { Inflater, SETTING_ZDICT, type ZlibError } from './inflate.js';

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

const dataError = ({ code, message, doing }: ZlibError): PyException => fail(`Error ${code} ${doing}${code === 2 || message === '' ? '' : `: ${message}`}`);

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
      return pushed(self, b, NO_FLUSH, 'compressing data');
    },
    'flush(self, mode=4, /)': (_vm, self: CompressObj, mode) => {
      const m = intOf(mode);
      if (m === 0) return new PyBytes(new Uint8Array(0));
      const out = pushed(self, NOTHING, m, 'flushing');
      if (m === FINISH) self.finished = true;
      return out;
    },
    'copy(self, /)': (_vm, self: CompressObj) => {
      if (self.finished) throw valueError('Inconsistent stream state');
      return new CompressObj(self.c.copy());
    },
  },
});

function pushed(self: CompressObj, data: Uint8Array, flush: number, doing: string): PyBytes {
  const out = self.finished ? undefined : self.c.push(data, flush);
  if (out === undefined) throw fail(`Error -2 while ${doing}: inconsistent stream state`);
  return new PyBytes(out);
}

/** `data` has what was left over in front. `last`: flush(), which tells nothing of bad data. */
function decompress(self: DecompressObj, data: Uint8Array, max: number, last: boolean): Uint8Array {
  const { d } = self;
  const out = d.push(data, max, last);
  const { rest, failed } = d;
  if (failed?.doing === SETTING_ZDICT) throw dataError(failed);
  const ended = d.eof && failed === null;
  if (ended && rest.length > 0) self.unused = joined([self.unused, rest]);
  if ((!ended && rest.length > 0) || self.tail.length > 0) self.tail = rest.slice();
  if (last && d.eof) d.closed = true;
  if (failed !== null && !last) throw dataError(failed);
  return out;
}

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
      return new PyBytes(decompress(self, b, n === 0 ? Infinity : n, false));
    },
    'flush(self, length=16384, /)': (_vm, self: DecompressObj, length) => {
      if (intOf(length) <= 0) throw valueError('length must be greater than zero');
      return new PyBytes(decompress(self, self.tail, Infinity, true));
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

const NOTHING = new Uint8Array(0);

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
        const out = Compressor.whole(b, levelOf(level), intOf(wbits));
        if (out === null) throw fail('Bad compression level');
        return new PyBytes(out);
      },
      'decompress(data, /, wbits=15, bufsize=16384)': (vm, d, wbits, bufsize) => {
        const b = dataOf(d);
        vm.charge(b.length >> 2);
        if (intOf(bufsize) < 0) throw valueError('bufsize must be non-negative');
        const i = Inflater.make(intOf(wbits));
        if (i === null) throw fail('Error -2 while preparing to decompress data: inconsistent stream state');
        const out = i.push(b, Infinity, true);
        if (i.failed !== null) throw dataError(i.failed);
        if (!i.eof) throw fail('Error -5 while decompressing data: incomplete or truncated stream');
        return new PyBytes(out);
      },
      'compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=<unset>)': (_vm, level, method, wbits, mem, strategy, zdict) => {
        const [n, how, bits, memory, plan] = [level, method, wbits, mem, strategy].map(intOf) as [number, number, number, number, number];
        const c = how === 8 ? Compressor.make(n, bits, memory, plan) : null;
        if (c === null) throw valueError('Invalid initialization option');
        if (zdict !== undefined && !c.setDictionary(dataOf(zdict))) throw valueError('Invalid dictionary');
        return new CompressObj(c);
      },
      'decompressobj(wbits=15, zdict=<unset>)': (_vm, wbits, zdict) => {
        const bits = intOf(wbits);
        if (zdict !== undefined && asBytes(zdict) === undefined) throw typeError('zdict argument must support the buffer protocol');
        const i = Inflater.make(bits, zdict === undefined ? null : dataOf(zdict));
        if (i === null) throw valueError('Invalid initialization option');
        return new DecompressObj(i);
      },
    },
    values: {
      error: ERROR, __version__: '1.0', ZLIB_VERSION: '1.2.13', ZLIB_RUNTIME_VERSION: '1.2.13', MAX_WBITS: 15, DEFLATED: 8, DEF_MEM_LEVEL: 8, DEF_BUF_SIZE: 16384,
      Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1, Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4,
      Z_DEFAULT_STRATEGY: 0, Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5, Z_TREES: 6,
    },
  });
