/** SHA-224, SHA-256, SHA-384, SHA-512 (FIPS 180-4). */
import { BlockDigest, bytesOf, rootsOfPrimes } from './digest.js';

let k256: Int32Array | null = null;
const K256 = (): Int32Array => (k256 ??= Int32Array.from(rootsOfPrimes(3, 0, 64), (b) => Number(b >> 32n) | 0));
const w256 = new Int32Array(64);

const starts256 = new Map<number, Int32Array>();
/** What the state begins with; SHA-224 takes the second halves of the roots of the 9th to 16th primes. */
function start256(size: 28 | 32): Int32Array {
  let h = starts256.get(size);
  if (h === undefined) starts256.set(size, (h = Int32Array.from(rootsOfPrimes(2, size === 32 ? 0 : 8, 8), (b) => Number(size === 32 ? b >> 32n : b & 0xffffffffn) | 0)));
  return h;
}

export class Sha256 extends BlockDigest {
  private readonly h = new Int32Array(8);
  private readonly k = K256();
  constructor(private readonly size: 28 | 32) {
    super(64, 8, false);
    this.h.set(start256(size));
  }
  protected fresh(): Sha256 {
    return new Sha256(this.size);
  }
  protected state(): Int32Array[] {
    return [this.h];
  }
  protected compress(v: DataView, at: number): void {
    const { h, k } = this;
    const w = w256;
    for (let i = 0; i < 16; i++) w[i] = v.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
    }
    let a = h[0]!, b = h[1]!, c = h[2]!, d = h[3]!, e = h[4]!, f = h[5]!, g = h[6]!, z = h[7]!;
    // Eight rounds at a time: the variables change their parts instead of their values.
    for (let i = 0; i < 64; i += 8) {
      z = (z + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + (g ^ (e & (f ^ g))) + k[i]! + w[i]!) | 0;
      d = (d + z) | 0;
      z = (z + (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) | (c & (a | b)))) | 0;
      g = (g + (((d >>> 6) | (d << 26)) ^ ((d >>> 11) | (d << 21)) ^ ((d >>> 25) | (d << 7))) + (f ^ (d & (e ^ f))) + k[i + 1]! + w[i + 1]!) | 0;
      c = (c + g) | 0;
      g = (g + (((z >>> 2) | (z << 30)) ^ ((z >>> 13) | (z << 19)) ^ ((z >>> 22) | (z << 10))) + ((z & a) | (b & (z | a)))) | 0;
      f = (f + (((c >>> 6) | (c << 26)) ^ ((c >>> 11) | (c << 21)) ^ ((c >>> 25) | (c << 7))) + (e ^ (c & (d ^ e))) + k[i + 2]! + w[i + 2]!) | 0;
      b = (b + f) | 0;
      f = (f + (((g >>> 2) | (g << 30)) ^ ((g >>> 13) | (g << 19)) ^ ((g >>> 22) | (g << 10))) + ((g & z) | (a & (g | z)))) | 0;
      e = (e + (((b >>> 6) | (b << 26)) ^ ((b >>> 11) | (b << 21)) ^ ((b >>> 25) | (b << 7))) + (d ^ (b & (c ^ d))) + k[i + 3]! + w[i + 3]!) | 0;
      a = (a + e) | 0;
      e = (e + (((f >>> 2) | (f << 30)) ^ ((f >>> 13) | (f << 19)) ^ ((f >>> 22) | (f << 10))) + ((f & g) | (z & (f | g)))) | 0;
      d = (d + (((a >>> 6) | (a << 26)) ^ ((a >>> 11) | (a << 21)) ^ ((a >>> 25) | (a << 7))) + (c ^ (a & (b ^ c))) + k[i + 4]! + w[i + 4]!) | 0;
      z = (z + d) | 0;
      d = (d + (((e >>> 2) | (e << 30)) ^ ((e >>> 13) | (e << 19)) ^ ((e >>> 22) | (e << 10))) + ((e & f) | (g & (e | f)))) | 0;
      c = (c + (((z >>> 6) | (z << 26)) ^ ((z >>> 11) | (z << 21)) ^ ((z >>> 25) | (z << 7))) + (b ^ (z & (a ^ b))) + k[i + 5]! + w[i + 5]!) | 0;
      g = (g + c) | 0;
      c = (c + (((d >>> 2) | (d << 30)) ^ ((d >>> 13) | (d << 19)) ^ ((d >>> 22) | (d << 10))) + ((d & e) | (f & (d | e)))) | 0;
      b = (b + (((g >>> 6) | (g << 26)) ^ ((g >>> 11) | (g << 21)) ^ ((g >>> 25) | (g << 7))) + (a ^ (g & (z ^ a))) + k[i + 6]! + w[i + 6]!) | 0;
      f = (f + b) | 0;
      b = (b + (((c >>> 2) | (c << 30)) ^ ((c >>> 13) | (c << 19)) ^ ((c >>> 22) | (c << 10))) + ((c & d) | (e & (c | d)))) | 0;
      a = (a + (((f >>> 6) | (f << 26)) ^ ((f >>> 11) | (f << 21)) ^ ((f >>> 25) | (f << 7))) + (z ^ (f & (g ^ z))) + k[i + 7]! + w[i + 7]!) | 0;
      e = (e + a) | 0;
      a = (a + (((b >>> 2) | (b << 30)) ^ ((b >>> 13) | (b << 19)) ^ ((b >>> 22) | (b << 10))) + ((b & c) | (d & (b | c)))) | 0;
    }
    h[0]! += a;
    h[1]! += b;
    h[2]! += c;
    h[3]! += d;
    h[4]! += e;
    h[5]! += f;
    h[6]! += g;
    h[7]! += z;
  }
  protected result(): Uint8Array {
    return bytesOf(this.h, this.size);
  }
}

/** 64-bit words as pairs: high, low. */
const split = (words: bigint[]): Int32Array => {
  const out = new Int32Array(words.length * 2);
  words.forEach((b, i) => {
    out[2 * i] = Number(b >> 32n) | 0;
    out[2 * i + 1] = Number(b & 0xffffffffn) | 0;
  });
  return out;
};
let k512: Int32Array | null = null;
const K512 = (): Int32Array => (k512 ??= split(rootsOfPrimes(3, 0, 80)));
const w512 = new Int32Array(160);

const starts512 = new Map<number, Int32Array>();
function start512(size: 48 | 64): Int32Array {
  let h = starts512.get(size);
  if (h === undefined) starts512.set(size, (h = split(rootsOfPrimes(2, size === 64 ? 0 : 8, 8))));
  return h;
}

export class Sha512 extends BlockDigest {
  private readonly h: Int32Array;
  private readonly k = K512();
  constructor(private readonly size: 48 | 64) {
    super(128, 16, false);
    this.h = start512(size).slice();
  }
  protected fresh(): Sha512 {
    return new Sha512(this.size);
  }
  protected state(): Int32Array[] {
    return [this.h];
  }
  protected compress(d: DataView, at: number): void {
    const { h, k } = this;
    const w = w512;
    for (let i = 0; i < 32; i++) w[i] = d.getInt32(at + i * 4);
    for (let i = 32; i < 160; i += 2) {
      const xh = w[i - 30]!, xl = w[i - 29]!, yh = w[i - 4]!, yl = w[i - 3]!;
      const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
      const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
      const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
      const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
      const l = (w[i - 31]! >>> 0) + (s0l >>> 0) + (w[i - 13]! >>> 0) + (s1l >>> 0);
      w[i + 1] = l | 0;
      w[i] = (w[i - 32]! + s0h + w[i - 14]! + s1h + ((l / 4294967296) | 0)) | 0;
    }
    let ah = h[0]!, al = h[1]!, bh = h[2]!, bl = h[3]!, ch = h[4]!, cl = h[5]!, dh = h[6]!, dl = h[7]!;
    let eh = h[8]!, el = h[9]!, fh = h[10]!, fl = h[11]!, gh = h[12]!, gl = h[13]!, zh = h[14]!, zl = h[15]!;
    for (let i = 0; i < 160; i += 2) {
      const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
      const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
      const chh = (eh & fh) ^ (~eh & gh), chl = (el & fl) ^ (~el & gl);
      let l = (zl >>> 0) + (s1l >>> 0) + (chl >>> 0) + (k[i + 1]! >>> 0) + (w[i + 1]! >>> 0);
      const t1l = l | 0;
      const t1h = (zh + s1h + chh + k[i]! + w[i]! + ((l / 4294967296) | 0)) | 0;
      const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
      const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
      const mh = (ah & bh) ^ (ah & ch) ^ (bh & ch), ml = (al & bl) ^ (al & cl) ^ (bl & cl);
      l = (s0l >>> 0) + (ml >>> 0);
      const t2l = l | 0;
      const t2h = (s0h + mh + ((l / 4294967296) | 0)) | 0;
      zh = gh;
      zl = gl;
      gh = fh;
      gl = fl;
      fh = eh;
      fl = el;
      l = (dl >>> 0) + (t1l >>> 0);
      el = l | 0;
      eh = (dh + t1h + ((l / 4294967296) | 0)) | 0;
      dh = ch;
      dl = cl;
      ch = bh;
      cl = bl;
      bh = ah;
      bl = al;
      l = (t1l >>> 0) + (t2l >>> 0);
      al = l | 0;
      ah = (t1h + t2h + ((l / 4294967296) | 0)) | 0;
    }
    const add = (i: number, hi: number, lo: number): void => {
      const l = (h[i + 1]! >>> 0) + (lo >>> 0);
      h[i + 1] = l | 0;
      h[i] = (h[i]! + hi + ((l / 4294967296) | 0)) | 0;
    };
    add(0, ah, al);
    add(2, bh, bl);
    add(4, ch, cl);
    add(6, dh, dl);
    add(8, eh, el);
    add(10, fh, fl);
    add(12, gh, gl);
    add(14, zh, zl);
  }
  protected result(): Uint8Array {
    return bytesOf(this.h, this.size);
  }
}
