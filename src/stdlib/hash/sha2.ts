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
  protected compress(d: DataView, at: number): void {
    const { h, k } = this;
    const w = w256;
    for (let i = 0; i < 16; i++) w[i] = d.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
    }
    let a = h[0]!, b = h[1]!, c = h[2]!, e4 = h[3]!, e = h[4]!, f = h[5]!, g = h[6]!, z = h[7]!;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (z + s1 + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      z = g;
      g = f;
      f = e;
      e = (e4 + t1) | 0;
      e4 = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    h[0]! += a;
    h[1]! += b;
    h[2]! += c;
    h[3]! += e4;
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
      w[i] = (w[i - 32]! + s0h + w[i - 14]! + s1h + Math.floor(l / 4294967296)) | 0;
    }
    let ah = h[0]!, al = h[1]!, bh = h[2]!, bl = h[3]!, ch = h[4]!, cl = h[5]!, dh = h[6]!, dl = h[7]!;
    let eh = h[8]!, el = h[9]!, fh = h[10]!, fl = h[11]!, gh = h[12]!, gl = h[13]!, zh = h[14]!, zl = h[15]!;
    for (let i = 0; i < 160; i += 2) {
      const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
      const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
      const chh = (eh & fh) ^ (~eh & gh), chl = (el & fl) ^ (~el & gl);
      let l = (zl >>> 0) + (s1l >>> 0) + (chl >>> 0) + (k[i + 1]! >>> 0) + (w[i + 1]! >>> 0);
      const t1l = l | 0;
      const t1h = (zh + s1h + chh + k[i]! + w[i]! + Math.floor(l / 4294967296)) | 0;
      const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
      const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
      const mh = (ah & bh) ^ (ah & ch) ^ (bh & ch), ml = (al & bl) ^ (al & cl) ^ (bl & cl);
      l = (s0l >>> 0) + (ml >>> 0);
      const t2l = l | 0;
      const t2h = (s0h + mh + Math.floor(l / 4294967296)) | 0;
      zh = gh;
      zl = gl;
      gh = fh;
      gl = fl;
      fh = eh;
      fl = el;
      l = (dl >>> 0) + (t1l >>> 0);
      el = l | 0;
      eh = (dh + t1h + Math.floor(l / 4294967296)) | 0;
      dh = ch;
      dl = cl;
      ch = bh;
      cl = bl;
      bh = ah;
      bl = al;
      l = (t1l >>> 0) + (t2l >>> 0);
      al = l | 0;
      ah = (t1h + t2h + Math.floor(l / 4294967296)) | 0;
    }
    const add = (i: number, hi: number, lo: number): void => {
      const l = (h[i + 1]! >>> 0) + (lo >>> 0);
      h[i + 1] = l | 0;
      h[i] = (h[i]! + hi + Math.floor(l / 4294967296)) | 0;
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
