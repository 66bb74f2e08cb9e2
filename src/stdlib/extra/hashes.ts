/** _md5 (RFC 1321), _sha1, _sha256 (FIPS 180-4), _sha3 (FIPS 202). */
import { PyObject, type PyValue } from '../../objects/object.js';
import { typeError, valueError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { PyBytes } from '../../objects/bytes.js';
import { asInt } from '../../objects/int.js';
import { typeName, type PyType } from '../../objects/type.js';
import { BlockDigest, bytesOf, type Digest } from '../hash/digest.js';
import { feed, hashModule, hex } from '../hash/hash-module.js';
import { Sha256 } from '../hash/sha2.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

const K5 = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 4294967296) | 0);
const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

class Md5 extends BlockDigest {
  private readonly h = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  constructor() {
    super(64, 8, true);
  }
  protected fresh(): Md5 {
    return new Md5();
  }
  protected state(): Int32Array[] {
    return [this.h];
  }
  protected compress(v: DataView, at: number): void {
    const { h } = this;
    let a = h[0]!, b = h[1]!, c = h[2]!, d = h[3]!;
    for (let i = 0; i < 64; i++) {
      const r = i >> 4;
      const f = r === 0 ? (b & c) | (~b & d) : r === 1 ? (d & b) | (~d & c) : r === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const g = r === 0 ? i : r === 1 ? (5 * i + 1) & 15 : r === 2 ? (3 * i + 5) & 15 : (7 * i) & 15;
      const s = SHIFTS[r * 4 + (i & 3)]!;
      const x = (a + f + K5[i]! + v.getInt32(at + g * 4, true)) | 0;
      a = d;
      d = c;
      c = b;
      b = (b + ((x << s) | (x >>> (32 - s)))) | 0;
    }
    h[0]! += a;
    h[1]! += b;
    h[2]! += c;
    h[3]! += d;
  }
  protected result(): Uint8Array {
    return bytesOf(this.h, 16, true);
  }
}

const w1 = new Int32Array(80);
class Sha1 extends BlockDigest {
  private readonly h = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  constructor() {
    super(64, 8, false);
  }
  protected fresh(): Sha1 {
    return new Sha1();
  }
  protected state(): Int32Array[] {
    return [this.h];
  }
  protected compress(v: DataView, at: number): void {
    const { h } = this;
    const w = w1;
    for (let i = 0; i < 16; i++) w[i] = v.getInt32(at + i * 4);
    for (let i = 16; i < 80; i++) {
      const x = w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!;
      w[i] = (x << 1) | (x >>> 31);
    }
    let a = h[0]!, b = h[1]!, c = h[2]!, d = h[3]!, e = h[4]!;
    // Five steps at a time: the variables change their parts instead of their values.
    for (let i = 0; i < 20; i += 5) {
      e = (e + ((a << 5) | (a >>> 27)) + (d ^ (b & (c ^ d))) + 0x5a827999 + w[i]!) | 0;
      b = (b << 30) | (b >>> 2);
      d = (d + ((e << 5) | (e >>> 27)) + (c ^ (a & (b ^ c))) + 0x5a827999 + w[i + 1]!) | 0;
      a = (a << 30) | (a >>> 2);
      c = (c + ((d << 5) | (d >>> 27)) + (b ^ (e & (a ^ b))) + 0x5a827999 + w[i + 2]!) | 0;
      e = (e << 30) | (e >>> 2);
      b = (b + ((c << 5) | (c >>> 27)) + (a ^ (d & (e ^ a))) + 0x5a827999 + w[i + 3]!) | 0;
      d = (d << 30) | (d >>> 2);
      a = (a + ((b << 5) | (b >>> 27)) + (e ^ (c & (d ^ e))) + 0x5a827999 + w[i + 4]!) | 0;
      c = (c << 30) | (c >>> 2);
    }
    for (let i = 20; i < 40; i += 5) {
      e = (e + ((a << 5) | (a >>> 27)) + (b ^ c ^ d) + 0x6ed9eba1 + w[i]!) | 0;
      b = (b << 30) | (b >>> 2);
      d = (d + ((e << 5) | (e >>> 27)) + (a ^ b ^ c) + 0x6ed9eba1 + w[i + 1]!) | 0;
      a = (a << 30) | (a >>> 2);
      c = (c + ((d << 5) | (d >>> 27)) + (e ^ a ^ b) + 0x6ed9eba1 + w[i + 2]!) | 0;
      e = (e << 30) | (e >>> 2);
      b = (b + ((c << 5) | (c >>> 27)) + (d ^ e ^ a) + 0x6ed9eba1 + w[i + 3]!) | 0;
      d = (d << 30) | (d >>> 2);
      a = (a + ((b << 5) | (b >>> 27)) + (c ^ d ^ e) + 0x6ed9eba1 + w[i + 4]!) | 0;
      c = (c << 30) | (c >>> 2);
    }
    for (let i = 40; i < 60; i += 5) {
      e = (e + ((a << 5) | (a >>> 27)) + ((b & c) | (d & (b | c))) + (0x8f1bbcdc | 0) + w[i]!) | 0;
      b = (b << 30) | (b >>> 2);
      d = (d + ((e << 5) | (e >>> 27)) + ((a & b) | (c & (a | b))) + (0x8f1bbcdc | 0) + w[i + 1]!) | 0;
      a = (a << 30) | (a >>> 2);
      c = (c + ((d << 5) | (d >>> 27)) + ((e & a) | (b & (e | a))) + (0x8f1bbcdc | 0) + w[i + 2]!) | 0;
      e = (e << 30) | (e >>> 2);
      b = (b + ((c << 5) | (c >>> 27)) + ((d & e) | (a & (d | e))) + (0x8f1bbcdc | 0) + w[i + 3]!) | 0;
      d = (d << 30) | (d >>> 2);
      a = (a + ((b << 5) | (b >>> 27)) + ((c & d) | (e & (c | d))) + (0x8f1bbcdc | 0) + w[i + 4]!) | 0;
      c = (c << 30) | (c >>> 2);
    }
    for (let i = 60; i < 80; i += 5) {
      e = (e + ((a << 5) | (a >>> 27)) + (b ^ c ^ d) + (0xca62c1d6 | 0) + w[i]!) | 0;
      b = (b << 30) | (b >>> 2);
      d = (d + ((e << 5) | (e >>> 27)) + (a ^ b ^ c) + (0xca62c1d6 | 0) + w[i + 1]!) | 0;
      a = (a << 30) | (a >>> 2);
      c = (c + ((d << 5) | (d >>> 27)) + (e ^ a ^ b) + (0xca62c1d6 | 0) + w[i + 2]!) | 0;
      e = (e << 30) | (e >>> 2);
      b = (b + ((c << 5) | (c >>> 27)) + (d ^ e ^ a) + (0xca62c1d6 | 0) + w[i + 3]!) | 0;
      d = (d << 30) | (d >>> 2);
      a = (a + ((b << 5) | (b >>> 27)) + (c ^ d ^ e) + (0xca62c1d6 | 0) + w[i + 4]!) | 0;
      c = (c << 30) | (c >>> 2);
    }
    h[0]! += a;
    h[1]! += b;
    h[2]! += c;
    h[3]! += d;
    h[4]! += e;
  }
  protected result(): Uint8Array {
    return bytesOf(this.h, 20);
  }
}

/** Round constants of Keccak-f[1600], by its linear feedback shift register, as pairs high, low. */
const RC = ((): Int32Array => {
  const out = new Int32Array(48);
  let r = 1;
  for (let i = 0; i < 24; i++) {
    for (let j = 0; j < 7; j++) {
      if (r & 1) {
        const bit = (1 << j) - 1;
        if (bit >= 32) out[2 * i]! |= 1 << (bit - 32);
        else out[2 * i + 1]! |= 1 << bit;
      }
      r = r & 0x80 ? ((r << 1) ^ 0x171) & 0xff : r << 1;
    }
  }
  return out;
})();

/** Where the words go in the step that turns and moves them, from word 1 on, and how far each is turned. */
const PI = new Uint8Array(24);
const RHO = new Uint8Array(24);
for (let t = 0, x = 1, y = 0; t < 24; t++) {
  [x, y] = [y, (2 * x + 3 * y) % 5];
  PI[t] = (y * 5 + x) * 2;
  RHO[t] = (((t + 1) * (t + 2)) / 2) % 64;
}
const column = new Int32Array(10);

function keccak(s: Int32Array): void {
  const c = column;
  for (let round = 0; round < 48; round += 2) {
    for (let x = 0; x < 10; x++) c[x] = s[x]! ^ s[x + 10]! ^ s[x + 20]! ^ s[x + 30]! ^ s[x + 40]!;
    for (let x = 0; x < 10; x += 2) {
      const p = x === 0 ? 8 : x - 2;
      const n = x === 8 ? 0 : x + 2;
      const nh = c[n]!, nl = c[n + 1]!;
      const dh = c[p]! ^ ((nh << 1) | (nl >>> 31));
      const dl = c[p + 1]! ^ ((nl << 1) | (nh >>> 31));
      for (let y = x; y < 50; y += 10) {
        s[y]! ^= dh;
        s[y + 1]! ^= dl;
      }
    }
    // One word after the other goes to where the next one is taken from.
    let h = s[2]!;
    let l = s[3]!;
    for (let t = 0; t < 24; t++) {
      const r = RHO[t]!;
      const to = PI[t]!;
      const a = r < 32 ? h : l;
      const b = r < 32 ? l : h;
      const k = r & 31;
      h = s[to]!;
      l = s[to + 1]!;
      s[to] = k === 0 ? a : (a << k) | (b >>> (32 - k));
      s[to + 1] = k === 0 ? b : (b << k) | (a >>> (32 - k));
    }
    for (let row = 0; row < 50; row += 10) {
      const a0 = s[row]!, a1 = s[row + 1]!, b0 = s[row + 2]!, b1 = s[row + 3]!, c0 = s[row + 4]!, c1 = s[row + 5]!, d0 = s[row + 6]!, d1 = s[row + 7]!, e0 = s[row + 8]!, e1 = s[row + 9]!;
      s[row] = a0 ^ (~b0 & c0);
      s[row + 1] = a1 ^ (~b1 & c1);
      s[row + 2] = b0 ^ (~c0 & d0);
      s[row + 3] = b1 ^ (~c1 & d1);
      s[row + 4] = c0 ^ (~d0 & e0);
      s[row + 5] = c1 ^ (~d1 & e1);
      s[row + 6] = d0 ^ (~e0 & a0);
      s[row + 7] = d1 ^ (~e1 & a1);
      s[row + 8] = e0 ^ (~a0 & b0);
      s[row + 9] = e1 ^ (~a1 & b1);
    }
    s[0]! ^= RC[round]!;
    s[1]! ^= RC[round + 1]!;
  }
}

class Keccak implements Digest {
  private readonly s = new Int32Array(50);
  private at = 0;
  constructor(
    readonly blockSize: number,
    private readonly suffix: number,
    private readonly size: number,
  ) {}
  private xor(i: number, byte: number): void {
    const word = (i >> 3) * 2 + ((i & 7) >= 4 ? 0 : 1);
    this.s[word]! ^= byte << ((i & 3) * 8);
  }
  update(data: Uint8Array): void {
    const { s, blockSize } = this;
    let i = 0;
    const bytes = (to: number): void => {
      for (; i < to; i++) {
        this.xor(this.at, data[i]!);
        if (++this.at === blockSize) {
          keccak(s);
          this.at = 0;
        }
      }
    };
    if (this.at > 0) bytes(Math.min(data.length, blockSize - this.at));
    if (data.length - i >= blockSize) {
      const d = new DataView(data.buffer, data.byteOffset, data.byteLength);
      for (; data.length - i >= blockSize; i += blockSize) {
        for (let k = 0; k < blockSize; k += 8) {
          s[k >> 2]! ^= d.getInt32(i + k + 4, true);
          s[(k >> 2) + 1]! ^= d.getInt32(i + k, true);
        }
        keccak(s);
      }
    }
    bytes(data.length);
  }
  copy(): Keccak {
    const k = new Keccak(this.blockSize, this.suffix, this.size);
    k.s.set(this.s);
    k.at = this.at;
    return k;
  }
  digest(): Uint8Array {
    return this.squeeze(this.size);
  }
  squeeze(n: number): Uint8Array {
    const k = this.copy();
    k.xor(k.at, this.suffix);
    k.xor(k.blockSize - 1, 0x80);
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      if (i % k.blockSize === 0) keccak(k.s);
      const j = i % k.blockSize;
      out[i] = k.s[(j >> 3) * 2 + ((j & 7) >= 4 ? 0 : 1)]! >>> ((j & 3) * 8);
    }
    return out;
  }
}

class Sha3 extends PyObject {
  constructor(
    cls: PyType,
    readonly name: string,
    readonly size: number,
    readonly k: Keccak,
    readonly bits: number,
  ) {
    super();
    this.cls = cls;
  }
}

const SHA3: readonly (readonly [name: string, capacity: number, size: number])[] = [
  ['sha3_224', 448, 28], ['sha3_256', 512, 32], ['sha3_384', 768, 48], ['sha3_512', 1024, 64], ['shake_128', 256, 0], ['shake_256', 512, 0],
];

const sha3Types: Record<string, PyType> = {};
for (const [name, capacity, size] of SHA3) {
  const xof = size === 0;
  const rate = (1600 - capacity) / 8;
  const length = (n: PyValue): number => {
    const v = asInt(n);
    if (v === undefined) throw typeError(`'${typeName(n)}' object cannot be interpreted as an integer`);
    if (v < 0) throw valueError("value must be positive");
    if (v >= 2 ** 29) throw valueError('length is too large');
    return Number(v);
  };
  const params = xof ? 'length, /' : '/';
  const t: PyType = (sha3Types[name] = defineType({
    name: `_sha3.${name}`,
    instance: class extends Sha3 {},
    new: ['__new__(cls, data=<unset>, /, *, usedforsecurity=True)', (vm, _cls, data) => {
      const h = new Sha3(t, name, size, new Keccak(rate, xof ? 0x1f : 0x06, size), capacity);
      if (data !== undefined) feed(vm, h.k, data);
      return h;
    }],
    methods: {
      'update(self, data, /)': (vm, self: Sha3, v) => {
        feed(vm, self.k, v);
        return null;
      },
      [`digest(self, ${params})`]: (_vm, self: Sha3, n) => new PyBytes(self.k.squeeze(xof ? length(n) : size)),
      [`hexdigest(self, ${params})`]: (_vm, self: Sha3, n) => hex(self.k.squeeze(xof ? length(n) : size)),
      'copy(self, /)': (_vm, self: Sha3) => new Sha3(self.cls, name, size, self.k.copy(), capacity),
    },
    getset: {
      name: () => name, digest_size: () => size, block_size: () => rate,
      _capacity_bits: () => capacity, _rate_bits: () => rate * 8, _suffix: () => new PyBytes(Uint8Array.of(xof ? 0x1f : 0x06)),
    },
  }));
}

export const makeMd5: NativeModuleMaker = () => hashModule('_md5', { md5: () => new Md5() });
export const makeSha1: NativeModuleMaker = () => hashModule('_sha1', { sha1: () => new Sha1() });
export const makeSha256: NativeModuleMaker = () => hashModule('_sha256', { sha224: () => new Sha256(28), sha256: () => new Sha256(32) });
export const makeSha3: NativeModuleMaker = () => defineModule({ name: '_sha3', values: { ...sha3Types, implementation: 'generic' } });
