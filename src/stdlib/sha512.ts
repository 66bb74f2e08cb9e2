/** _sha512: SHA-384 and SHA-512 (FIPS 180-4). */
import { PyObject, type PyValue } from '../objects/object.js';
import { typeError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { asBytes, PyBytes } from '../objects/bytes.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

const MASK = (1n << 64n) - 1n;

/** First 64 bits of the fractional part of the k-th root (2 or 3) of a prime: what the constants are made of. */
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
  return lo & MASK;
}

let constants: bigint[] | null = null;
const primes: bigint[] = [];
function roundConstants(): bigint[] {
  if (constants !== null) return constants;
  for (let n = 2n; primes.length < 80; n++) if (primes.every((p) => n % p !== 0n)) primes.push(n);
  return (constants = primes.map((p) => rootBits(p, 3)));
}

const rotr = (x: bigint, n: bigint): bigint => ((x >> n) | (x << (64n - n))) & MASK;

export function sha512(data: Uint8Array, size: 48 | 64): Uint8Array {
  const K = roundConstants();
  const h = primes.slice(size === 64 ? 0 : 8, size === 64 ? 8 : 16).map((p) => rootBits(p, 2));
  const padded = new Uint8Array(Math.ceil((data.length + 17) / 128) * 128);
  padded.set(data);
  padded[data.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(data.length) * 8n);
  const w = new BigUint64Array(80);
  for (let at = 0; at < padded.length; at += 128) {
    for (let i = 0; i < 16; i++) w[i] = view.getBigUint64(at + i * 8);
    for (let i = 16; i < 80; i++) {
      const a = w[i - 15]!;
      const b = w[i - 2]!;
      w[i] = w[i - 16]! + (rotr(a, 1n) ^ rotr(a, 8n) ^ (a >> 7n)) + w[i - 7]! + (rotr(b, 19n) ^ rotr(b, 61n) ^ (b >> 6n));
    }
    let [a, b, c, d, e, f, g, z] = h as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let i = 0; i < 80; i++) {
      const t1 = z + (rotr(e, 14n) ^ rotr(e, 18n) ^ rotr(e, 41n)) + ((e & f) ^ (~e & MASK & g)) + K[i]! + w[i]!;
      const t2 = (rotr(a, 28n) ^ rotr(a, 34n) ^ rotr(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      z = g;
      g = f;
      f = e;
      e = (d + t1) & MASK;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) & MASK;
    }
    [a, b, c, d, e, f, g, z].forEach((v, i) => (h[i] = (h[i]! + v) & MASK));
  }
  const out = new DataView(new ArrayBuffer(64));
  h.forEach((v, i) => out.setBigUint64(i * 8, v));
  return new Uint8Array(out.buffer, 0, size);
}

class Hash extends PyObject {
  data: Uint8Array = new Uint8Array(0);
  constructor(readonly size: 48 | 64) {
    super();
  }
  update(v: PyValue): void {
    const b = asBytes(v);
    if (b === undefined) throw typeError(typeof v === 'string' ? 'Strings must be encoded before hashing' : 'object supporting the buffer API required');
    const all = new Uint8Array(this.data.length + b.length);
    all.set(this.data);
    all.set(b, this.data.length);
    this.data = all;
  }
}

defineType({
  name: '_sha512.sha512',
  instance: Hash,
  methods: {
    'update(self, obj, /)': (_vm, self: Hash, v) => {
      self.update(v);
      return null;
    },
    'digest(self, /)': (_vm, self: Hash) => new PyBytes(sha512(self.data, self.size)),
    'hexdigest(self, /)': (_vm, self: Hash) => Array.from(sha512(self.data, self.size), (c) => c.toString(16).padStart(2, '0')).join(''),
    'copy(self, /)': (_vm, self: Hash) => {
      const h = new Hash(self.size);
      h.data = self.data;
      return h;
    },
  },
  getset: { name: (_vm, self: Hash) => `sha${self.size * 8}`, digest_size: (_vm, self: Hash) => self.size, block_size: () => 128 },
});

const make = (size: 48 | 64) => (_vm: unknown, data: PyValue) => {
  const h = new Hash(size);
  h.update(data);
  return h;
};
const EMPTY = (): PyBytes => new PyBytes(new Uint8Array(0));

export const makeSha512: NativeModuleMaker = () =>
  defineModule({
    name: '_sha512',
    functions: {
      'sha512(string=<unset>, *, usedforsecurity=True)': (vm, data) => make(64)(vm, data ?? EMPTY()),
      'sha384(string=<unset>, *, usedforsecurity=True)': (vm, data) => make(48)(vm, data ?? EMPTY()),
    },
  });
