/** BLAKE2b and BLAKE2s (RFC 7693) on 32-bit words: those of BLAKE2b are pairs, low before high, as they stand in the data. */
import { rootsOfPrimes, type Digest } from './digest.js';

const SIGMA = Uint8Array.from(
  '0123456789abcdefea489fd61c02b753b8c052fdae3671947931dcbe265a40f8905724afe1bc683d2c6a0b834d75fe19c51fed4a0763928bdb7ec13950f4862a6fe9b308c2d714a5a2847615fb9e3cd0',
  (c) => parseInt(c, 16),
);

/** One of the two widths. */
export interface Blake2Kind {
  readonly wide: boolean;
  readonly block: number;
  readonly out: number;
  readonly salt: number;
}
export const BLAKE2B: Blake2Kind = { wide: true, block: 128, out: 64, salt: 16 };
export const BLAKE2S: Blake2Kind = { wide: false, block: 64, out: 32, salt: 8 };

const starts = new Map<Blake2Kind, Int32Array>();
function start(k: Blake2Kind): Int32Array {
  let iv = starts.get(k);
  if (iv === undefined) {
    const roots = rootsOfPrimes(2, 0, 8);
    iv = k.wide ? Int32Array.from(roots.flatMap((b) => [Number(b & 0xffffffffn) | 0, Number(b >> 32n) | 0])) : Int32Array.from(roots, (b) => Number(b >> 32n) | 0);
    starts.set(k, iv);
  }
  return iv;
}

/** The working words and the block's, of whichever hash is at work: no compression calls another. */
const v = new Int32Array(32);
const m = new Int32Array(32);

/** The two halves of BLAKE2b's mixing: words at a, b, c, d (pairs), the message's word at x; rotations by 32 and 24, and by 16 and 63. */
function halfB1(a: number, b: number, c: number, d: number, x: number): void {
  let bl = v[b]!, bh = v[b + 1]!;
  let l = (v[a]! >>> 0) + (bl >>> 0) + (m[x]! >>> 0);
  const ah = (v[a + 1]! + bh + m[x + 1]! + ((l / 0x100000000) | 0)) | 0;
  const al = l | 0;
  v[a] = al;
  v[a + 1] = ah;
  // By 32: the halves change places.
  const dl = v[d + 1]! ^ ah, dh = v[d]! ^ al;
  v[d] = dl;
  v[d + 1] = dh;
  l = (v[c]! >>> 0) + (dl >>> 0);
  const ch = (v[c + 1]! + dh + ((l / 0x100000000) | 0)) | 0;
  const cl = l | 0;
  v[c] = cl;
  v[c + 1] = ch;
  bl ^= cl;
  bh ^= ch;
  v[b] = (bl >>> 24) | (bh << 8);
  v[b + 1] = (bh >>> 24) | (bl << 8);
}
function halfB2(a: number, b: number, c: number, d: number, x: number): void {
  let bl = v[b]!, bh = v[b + 1]!;
  let l = (v[a]! >>> 0) + (bl >>> 0) + (m[x]! >>> 0);
  const ah = (v[a + 1]! + bh + m[x + 1]! + ((l / 0x100000000) | 0)) | 0;
  const al = l | 0;
  v[a] = al;
  v[a + 1] = ah;
  const xl = v[d]! ^ al, xh = v[d + 1]! ^ ah;
  const dl = (xl >>> 16) | (xh << 16), dh = (xh >>> 16) | (xl << 16);
  v[d] = dl;
  v[d + 1] = dh;
  l = (v[c]! >>> 0) + (dl >>> 0);
  const ch = (v[c + 1]! + dh + ((l / 0x100000000) | 0)) | 0;
  const cl = l | 0;
  v[c] = cl;
  v[c + 1] = ch;
  bl ^= cl;
  bh ^= ch;
  v[b] = (bl << 1) | (bh >>> 31);
  v[b + 1] = (bh << 1) | (bl >>> 31);
}

function mixB(a: number, b: number, c: number, d: number, at: number): void {
  halfB1(a, b, c, d, SIGMA[at]! * 2);
  halfB2(a, b, c, d, SIGMA[at + 1]! * 2);
}

function mixS(a: number, b: number, c: number, d: number, at: number): void {
  let va = v[a]!, vb = v[b]!, vc = v[c]!, vd = v[d]!;
  va = (va + vb + m[SIGMA[at]!]!) | 0;
  vd ^= va;
  vd = (vd >>> 16) | (vd << 16);
  vc = (vc + vd) | 0;
  vb ^= vc;
  vb = (vb >>> 12) | (vb << 20);
  va = (va + vb + m[SIGMA[at + 1]!]!) | 0;
  vd ^= va;
  vd = (vd >>> 8) | (vd << 24);
  vc = (vc + vd) | 0;
  vb ^= vc;
  v[b] = (vb >>> 7) | (vb << 25);
  v[a] = va;
  v[c] = vc;
  v[d] = vd;
}

function roundsB(): void {
  for (let r = 0; r < 12; r++) {
    const s = (r % 10) * 16;
    mixB(0, 8, 16, 24, s);
    mixB(2, 10, 18, 26, s + 2);
    mixB(4, 12, 20, 28, s + 4);
    mixB(6, 14, 22, 30, s + 6);
    mixB(0, 10, 20, 30, s + 8);
    mixB(2, 12, 22, 24, s + 10);
    mixB(4, 14, 16, 26, s + 12);
    mixB(6, 8, 18, 28, s + 14);
  }
}

function roundsS(): void {
  for (let s = 0; s < 160; s += 16) {
    mixS(0, 4, 8, 12, s);
    mixS(1, 5, 9, 13, s + 2);
    mixS(2, 6, 10, 14, s + 4);
    mixS(3, 7, 11, 15, s + 6);
    mixS(0, 5, 10, 15, s + 8);
    mixS(1, 6, 11, 12, s + 10);
    mixS(2, 7, 8, 13, s + 12);
    mixS(3, 4, 9, 14, s + 14);
  }
}

export class Blake2 implements Digest {
  private readonly h: Int32Array;
  private readonly buffer: Uint8Array;
  private used = 0;
  /** Bytes in the blocks before `buffer`. */
  private length = 0;
  readonly blockSize: number;
  constructor(
    readonly kind: Blake2Kind,
    readonly size: number,
    /** The parameter block; null: `copy` fills the state in. */
    params: Uint8Array | null,
    private readonly lastNode: boolean,
  ) {
    this.blockSize = kind.block;
    this.buffer = new Uint8Array(kind.block);
    this.h = start(kind).slice();
    if (params === null) return;
    const d = new DataView(params.buffer, params.byteOffset, params.byteLength);
    for (let i = 0; i < this.h.length; i++) this.h[i]! ^= d.getInt32(i * 4, true);
  }

  update(data: Uint8Array): void {
    const { blockSize, buffer } = this;
    let at = 0;
    while (at < data.length) {
      // The last block is kept: it is compressed with the final flag.
      if (this.used === blockSize) {
        this.length += blockSize;
        this.compress(new DataView(buffer.buffer), 0, false);
        this.used = 0;
      }
      if (this.used === 0 && data.length - at > blockSize) {
        const d = new DataView(data.buffer, data.byteOffset, data.byteLength);
        for (; data.length - at > blockSize; at += blockSize) {
          this.length += blockSize;
          this.compress(d, at, false);
        }
      }
      const n = Math.min(blockSize - this.used, data.length - at);
      buffer.set(data.subarray(at, at + n), this.used);
      this.used += n;
      at += n;
    }
  }

  copy(): Blake2 {
    const b = new Blake2(this.kind, this.size, null, this.lastNode);
    b.h.set(this.h);
    b.buffer.set(this.buffer);
    b.used = this.used;
    b.length = this.length;
    return b;
  }

  digest(): Uint8Array {
    const b = this.copy();
    b.length += b.used;
    b.buffer.fill(0, b.used);
    b.compress(new DataView(b.buffer.buffer), 0, true);
    const out = new Uint8Array(this.size);
    for (let i = 0; i < this.size; i++) out[i] = b.h[i >> 2]! >>> ((i & 3) * 8);
    return out;
  }

  private compress(d: DataView, at: number, last: boolean): void {
    const { h } = this;
    const { wide } = this.kind;
    const n = h.length;
    const iv = start(this.kind);
    for (let i = 0; i < n; i++) {
      v[i] = h[i]!;
      v[n + i] = iv[i]!;
    }
    for (let i = 0; i < n * 2; i++) m[i] = d.getInt32(at + i * 4, true);
    const low = this.length | 0;
    const high = Math.floor(this.length / 0x100000000) | 0;
    if (wide) {
      v[24]! ^= low;
      v[25]! ^= high;
      if (last) {
        v[28] = ~v[28]!;
        v[29] = ~v[29]!;
        if (this.lastNode) {
          v[30] = ~v[30]!;
          v[31] = ~v[31]!;
        }
      }
      roundsB();
    } else {
      v[12]! ^= low;
      v[13]! ^= high;
      if (last) {
        v[14] = ~v[14]!;
        if (this.lastNode) v[15] = ~v[15]!;
      }
      roundsS();
    }
    for (let i = 0; i < n; i++) h[i]! ^= v[i]! ^ v[n + i]!;
  }
}
