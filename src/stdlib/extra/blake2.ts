/** _blake2: BLAKE2b and BLAKE2s (RFC 7693) with keys, salt, personalisation and tree parameters. */
import { PyObject, type PyValue } from '../../objects/object.js';
import { overflowError, typeError, valueError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { asBytes, PyBytes } from '../../objects/bytes.js';
import { asInt } from '../../objects/int.js';
import { typeName, type PyType } from '../../objects/type.js';
import { feed, hex } from '../hash/hash-module.js';
import { rootsOfPrimes, type Digest } from '../hash/digest.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

const SIGMA = '0123456789abcdef ea489fd61c02b753 b8c052fdae367194 7931dcbe265a40f8 905724afe1bc683d 2c6a0b834d75fe19 c51fed4a0763928b db7ec13950f4862a 6fe9b308c2d714a5 a2847615fb9e3cd0'
  .split(' ')
  .map((row) => Array.from(row, (c) => parseInt(c, 16)));

/** One of the two widths; words of BLAKE2b are bigints, of BLAKE2s numbers, both kept as bigints of `bits`. */
interface Kind {
  readonly bits: bigint;
  readonly rounds: number;
  readonly rotations: readonly [bigint, bigint, bigint, bigint];
  readonly block: number;
  readonly out: number;
  readonly salt: number;
}
const B: Kind = { bits: 64n, rounds: 12, rotations: [32n, 24n, 16n, 63n], block: 128, out: 64, salt: 16 };
const S: Kind = { bits: 32n, rounds: 10, rotations: [16n, 12n, 8n, 7n], block: 64, out: 32, salt: 8 };

const iv = (k: Kind): bigint[] => rootsOfPrimes(2, 0, 8).map((b) => (k === B ? b : b >> 32n));

class Blake2 implements Digest {
  h: bigint[];
  readonly buffer: Uint8Array;
  used = 0;
  length = 0n;
  readonly blockSize: number;
  constructor(
    readonly kind: Kind,
    readonly size: number,
    params: Uint8Array | null,
    readonly lastNode: boolean,
  ) {
    this.blockSize = kind.block;
    this.buffer = new Uint8Array(kind.block);
    this.h = iv(kind);
    if (params !== null) {
      const w = words(params, kind);
      this.h = this.h.map((x, i) => x ^ w[i]!);
    }
  }
  update(data: Uint8Array): void {
    let at = 0;
    while (at < data.length) {
      // The last block is kept: it is compressed with the final flag.
      if (this.used === this.blockSize) {
        this.length += BigInt(this.blockSize);
        this.compress(false);
        this.used = 0;
      }
      const n = Math.min(this.blockSize - this.used, data.length - at);
      this.buffer.set(data.subarray(at, at + n), this.used);
      this.used += n;
      at += n;
    }
  }
  copy(): Blake2 {
    const b = new Blake2(this.kind, this.size, null, this.lastNode);
    b.h = this.h.slice();
    b.buffer.set(this.buffer);
    b.used = this.used;
    b.length = this.length;
    return b;
  }
  digest(): Uint8Array {
    const b = this.copy();
    b.length += BigInt(b.used);
    b.buffer.fill(0, b.used);
    b.compress(true);
    const out = new Uint8Array(64);
    const wordBytes = Number(this.kind.bits) / 8;
    b.h.forEach((x, i) => {
      for (let k = 0; k < wordBytes; k++) out[i * wordBytes + k] = Number((x >> BigInt(8 * k)) & 255n);
    });
    return out.slice(0, this.size);
  }
  private compress(last: boolean): void {
    const { bits, rounds, rotations } = this.kind;
    const mask = (1n << bits) - 1n;
    const m = words(this.buffer, this.kind);
    const v = [...this.h, ...iv(this.kind)];
    v[12]! ^= this.length & mask;
    v[13]! ^= (this.length >> bits) & mask;
    if (last) {
      v[14]! ^= mask;
      if (this.lastNode) v[15]! ^= mask;
    }
    const rot = (x: bigint, n: bigint): bigint => ((x >> n) | (x << (bits - n))) & mask;
    const g = (a: number, b: number, c: number, d: number, x: bigint, y: bigint): void => {
      v[a] = (v[a]! + v[b]! + x) & mask;
      v[d] = rot(v[d]! ^ v[a]!, rotations[0]);
      v[c] = (v[c]! + v[d]!) & mask;
      v[b] = rot(v[b]! ^ v[c]!, rotations[1]);
      v[a] = (v[a]! + v[b]! + y) & mask;
      v[d] = rot(v[d]! ^ v[a]!, rotations[2]);
      v[c] = (v[c]! + v[d]!) & mask;
      v[b] = rot(v[b]! ^ v[c]!, rotations[3]);
    };
    for (let r = 0; r < rounds; r++) {
      const s = SIGMA[r % 10]!;
      g(0, 4, 8, 12, m[s[0]!]!, m[s[1]!]!);
      g(1, 5, 9, 13, m[s[2]!]!, m[s[3]!]!);
      g(2, 6, 10, 14, m[s[4]!]!, m[s[5]!]!);
      g(3, 7, 11, 15, m[s[6]!]!, m[s[7]!]!);
      g(0, 5, 10, 15, m[s[8]!]!, m[s[9]!]!);
      g(1, 6, 11, 12, m[s[10]!]!, m[s[11]!]!);
      g(2, 7, 8, 13, m[s[12]!]!, m[s[13]!]!);
      g(3, 4, 9, 14, m[s[14]!]!, m[s[15]!]!);
    }
    this.h = this.h.map((x, i) => x ^ v[i]! ^ v[i + 8]!);
  }
}

function words(b: Uint8Array, k: Kind): bigint[] {
  const d = new DataView(b.buffer, b.byteOffset, b.byteLength);
  const size = Number(k.bits) / 8;
  return Array.from({ length: b.length / size }, (_, i) => (k === B ? d.getBigUint64(i * 8, true) : BigInt(d.getUint32(i * 4, true))));
}

class Hash extends PyObject {
  constructor(
    cls: PyType,
    readonly d: Blake2,
  ) {
    super();
    this.cls = cls;
  }
}

function make(name: 'blake2b' | 'blake2s', k: Kind): PyType {
  const small = (v: PyValue, what: string, lo: number, hi: number): number => {
    const n = asInt(v);
    if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
    if (n < lo || n > hi) throw valueError(`${what} must be between ${lo} and ${hi}`);
    return Number(n);
  };
  const buffer = (v: PyValue): Uint8Array => {
    const b = asBytes(v);
    if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
    return b;
  };
  const t: PyType = defineType({
    name: `_blake2.${name}`,
    instance: class extends Hash {},
    flags: { basetype: true },
    doc: `Return a new BLAKE2${name === 'blake2b' ? 'b' : 's'} hash object.`,
    new: [
      `__new__(cls, data=<unset>, /, *, digest_size=${k.out}, key=<unset>, salt=<unset>, person=<unset>, fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)`,
      (vm, cls: PyType, data, size, key, salt, person, fanout, depth, leaf, offset, nodeDepth, inner, last) => {
        const p = new Uint8Array(k.out);
        const n = asInt(size);
        if (n === undefined) throw typeError(`'${typeName(size)}' object cannot be interpreted as an integer`);
        if (n <= 0 || n > k.out) throw valueError(`digest_size must be between 1 and ${k.out} bytes`);
        const part = (v: PyValue | undefined, what: string, at: number): void => {
          if (v === undefined) return;
          const b = buffer(v);
          if (b.length > k.salt) throw valueError(`maximum ${what} length is ${k.salt} bytes`);
          p.set(b, at);
        };
        const keyBytes = key === undefined ? new Uint8Array(0) : buffer(key);
        if (keyBytes.length > k.out) throw valueError(`maximum key length is ${k.out} bytes`);
        p[0] = Number(n);
        p[1] = keyBytes.length;
        part(salt, 'salt', k.out - 2 * k.salt);
        part(person, 'person', k.out - k.salt);
        p[2] = small(fanout, 'fanout', 0, 255);
        p[3] = small(depth, 'depth', 1, 255);
        const d = new DataView(p.buffer);
        const leafSize = asInt(leaf)!;
        if (leafSize < 0) throw overflowError("can't convert negative value to unsigned int");
        if (leafSize > 0xffffffff) throw overflowError('leaf_size is too large');
        d.setUint32(4, Number(leafSize), true);
        const off = BigInt(asInt(offset)!);
        if (off < 0n) throw overflowError("can't convert negative value to unsigned int");
        if (k === B) d.setBigUint64(8, off, true);
        else {
          if (off > 0xffffffffffffn) throw overflowError('node_offset is too large');
          d.setUint32(8, Number(off & 0xffffffffn), true);
          d.setUint16(12, Number(off >> 32n), true);
        }
        const depthAt = k === B ? 16 : 14;
        p[depthAt] = small(nodeDepth, 'node_depth', 0, 255);
        p[depthAt + 1] = small(inner, 'inner_size', 0, k.out);
        const h = new Hash(cls, new Blake2(k, Number(n), p, last === true || (typeof last === 'number' && last !== 0)));
        if (keyBytes.length > 0) {
          const block = new Uint8Array(k.block);
          block.set(keyBytes);
          h.d.update(block);
        }
        if (data !== undefined) feed(vm, h.d, data);
        return h;
      },
    ],
    methods: {
      'update(self, data, /)': (vm, self: Hash, v) => {
        feed(vm, self.d, v);
        return null;
      },
      'digest(self, /)': (_vm, self: Hash) => new PyBytes(self.d.digest()),
      'hexdigest(self, /)': (_vm, self: Hash) => hex(self.d.digest()),
      'copy(self, /)': (_vm, self: Hash) => new Hash(self.cls, self.d.copy()),
    },
    getset: { name: () => name, block_size: () => k.block, digest_size: (_vm, self: Hash) => self.d.size },
    attrs: { SALT_SIZE: k.salt, PERSON_SIZE: k.salt, MAX_KEY_SIZE: k.out, MAX_DIGEST_SIZE: k.out },
  });
  return t;
}

const BLAKE2B = make('blake2b', B);
const BLAKE2S = make('blake2s', S);

export const makeBlake2: NativeModuleMaker = () => defineModule({ name: '_blake2', values: { blake2b: BLAKE2B, blake2s: BLAKE2S } });
