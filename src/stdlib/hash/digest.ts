/** Hash algorithms as streams of blocks, and the primes' roots their constants are made of. */

/** A running hash. */
export interface Digest {
  readonly blockSize: number;
  update(data: Uint8Array): void;
  /** The digest so far; the stream may go on. */
  digest(): Uint8Array;
  copy(): Digest;
}

/** Where the last block is padded, and what the state was before: no digest calls another. */
const padded = new Uint8Array(128);
const paddedView = new DataView(padded.buffer);
const saved = new Int32Array(32);

/** Copies a few bytes: a typed array made for `set` costs more. */
function copyBytes(from: Uint8Array, at: number, n: number, to: Uint8Array, where: number): void {
  if (n > 64) to.set(from.subarray(at, at + n), where);
  else for (let i = 0; i < n; i++) to[where + i] = from[at + i]!;
}

/** Collects bytes into blocks (Merkle-Damgard): the length goes into the padding. */
export abstract class BlockDigest implements Digest {
  protected readonly block: Uint8Array;
  /** Over `block`, once it was filled in parts. */
  private view: DataView | null = null;
  protected used = 0;
  protected length = 0;
  constructor(
    readonly blockSize: number,
    /** Bytes of the length field, and its order. */
    private readonly lengthBytes: 8 | 16,
    private readonly little: boolean,
  ) {
    this.block = new Uint8Array(blockSize);
  }
  protected abstract compress(d: DataView, at: number): void;
  protected abstract result(): Uint8Array;
  protected abstract fresh(): BlockDigest;
  protected abstract state(): Int32Array[];

  update(data: Uint8Array): void {
    this.length += data.length;
    let at = 0;
    if (this.used > 0) {
      const n = Math.min(this.blockSize - this.used, data.length);
      copyBytes(data, 0, n, this.block, this.used);
      this.used += n;
      at = n;
      if (this.used < this.blockSize) return;
      this.compress((this.view ??= new DataView(this.block.buffer)), 0);
      this.used = 0;
    }
    if (at + this.blockSize <= data.length) {
      const d = new DataView(data.buffer, data.byteOffset, data.byteLength);
      for (; at + this.blockSize <= data.length; at += this.blockSize) this.compress(d, at);
    }
    this.used = data.length - at;
    copyBytes(data, at, this.used, this.block, 0);
  }

  copy(): BlockDigest {
    const d = this.fresh();
    d.block.set(this.block);
    d.used = this.used;
    d.length = this.length;
    const mine = this.state();
    d.state().forEach((s, i) => s.set(mine[i]!));
    return d;
  }

  digest(): Uint8Array {
    // The padding is worked off beside the block, then the state is put back: cheaper than a copy of the whole.
    const { blockSize, used } = this;
    copyBytes(this.block, 0, used, padded, 0);
    let k = 0;
    for (const s of this.state()) for (let i = 0; i < s.length; i++) saved[k++] = s[i]!;
    let n = used;
    padded[n++] = 0x80;
    if (n > blockSize - this.lengthBytes) {
      padded.fill(0, n, blockSize);
      this.compress(paddedView, 0);
      n = 0;
    }
    padded.fill(0, n, blockSize);
    // The length in bits, in two halves: it stays far below 2 ** 53.
    const bits = this.length * 8;
    const at = this.little ? blockSize - this.lengthBytes : blockSize - 8;
    paddedView.setUint32(this.little ? at : at + 4, bits % 4294967296, this.little);
    paddedView.setUint32(this.little ? at + 4 : at, Math.floor(bits / 4294967296), this.little);
    this.compress(paddedView, 0);
    const out = this.result();
    k = 0;
    for (const s of this.state()) for (let i = 0; i < s.length; i++) s[i] = saved[k++]!;
    return out;
  }
}

/** The words of a state as bytes. */
export function bytesOf(words: Int32Array, size: number, little = false): Uint8Array {
  const out = new Uint8Array(size);
  for (let i = 0; i < size; i++) out[i] = words[i >> 2]! >>> (little ? (i & 3) * 8 : 24 - (i & 3) * 8);
  return out;
}

/** First 64 bits of the fractional part of the k-th root (2 or 3) of a prime: what the constants of SHA-2 are made of. */
function rootBits(p: bigint, k: 2 | 3): bigint {
  // floor(p ** (1/k) * 2**64) by bisection on integers.
  const n = p << BigInt(64 * k);
  let lo = 0n;
  let hi = 1n << 70n;
  while (lo < hi) {
    const mid = (lo + hi + 1n) >> 1n;
    if ((k === 2 ? mid * mid : mid * mid * mid) <= n) lo = mid;
    else hi = mid - 1n;
  }
  return lo & ((1n << 64n) - 1n);
}

const primes: bigint[] = [];
/** Roots of the first `n` primes from the `from`-th, as 64-bit fractions. */
export function rootsOfPrimes(k: 2 | 3, from: number, n: number): bigint[] {
  for (let p = primes.length === 0 ? 2n : primes[primes.length - 1]! + 1n; primes.length < from + n; p++) if (primes.every((q) => p % q !== 0n)) primes.push(p);
  return primes.slice(from, from + n).map((p) => rootBits(p, k));
}
