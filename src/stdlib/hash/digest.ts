/** Hash algorithms as streams of blocks, and the primes' roots their constants are made of. */

/** A running hash. */
export interface Digest {
  readonly blockSize: number;
  update(data: Uint8Array): void;
  /** The digest so far; the stream may go on. */
  digest(): Uint8Array;
  copy(): Digest;
}

/** Collects bytes into blocks (Merkle-Damgard): the length goes into the padding. */
export abstract class BlockDigest implements Digest {
  protected readonly block: Uint8Array;
  protected view: DataView;
  protected used = 0;
  protected length = 0;
  constructor(
    readonly blockSize: number,
    /** Bytes of the length field, and its order. */
    private readonly lengthBytes: 8 | 16,
    private readonly little: boolean,
  ) {
    this.block = new Uint8Array(blockSize);
    this.view = new DataView(this.block.buffer);
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
      this.block.set(data.subarray(0, n), this.used);
      this.used += n;
      at = n;
      if (this.used < this.blockSize) return;
      this.compress(this.view, 0);
      this.used = 0;
    }
    if (at + this.blockSize <= data.length) {
      const d = new DataView(data.buffer, data.byteOffset, data.byteLength);
      for (; at + this.blockSize <= data.length; at += this.blockSize) this.compress(d, at);
    }
    this.block.set(data.subarray(at), 0);
    this.used = data.length - at;
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
    // The padding is worked off here, then all is put back: cheaper than a copy of the whole.
    const { block, view, blockSize, used } = this;
    const kept = block.slice();
    const state = this.state();
    const before = state.map((s) => s.slice());
    let n = used;
    block[n++] = 0x80;
    if (n > blockSize - this.lengthBytes) {
      block.fill(0, n);
      this.compress(view, 0);
      n = 0;
    }
    block.fill(0, n);
    // The length in bits, in two halves: it stays far below 2 ** 53.
    const bits = this.length * 8;
    const at = this.little ? blockSize - this.lengthBytes : blockSize - 8;
    view.setUint32(this.little ? at : at + 4, bits % 4294967296, this.little);
    view.setUint32(this.little ? at + 4 : at, Math.floor(bits / 4294967296), this.little);
    this.compress(view, 0);
    const out = this.result();
    block.set(kept);
    state.forEach((s, i) => s.set(before[i]!));
    return out;
  }
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
