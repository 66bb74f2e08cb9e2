/**
 * Hashes. Numbers hash as in CPython (modulo 2**61 - 1, so that equal numbers of any type hash
 * alike); str and bytes hash by a function of our own, the same in every run; tuples combine as in
 * CPython (xxHash). Also what the hash tables need to know about keys (`keyHooks`).
 */
import { work } from './work.js';
import { AstralStr, idOf, AnyFloat, PyFloat, T, typeOf, type PyValue, type VM } from './object.js';
import { keyHooks, keyOf } from './hashtable.js';
import { PyBytes } from './bytes.js';
import { PyComplex } from './complex.js';
import { InternalError } from './errors.js';
import { orderHooks, PySet } from './set.js';
import { parts } from './set-order.js';
import { PyTuple } from './tuple.js';
import { bitLength, norm, type Int } from './int.js';
import { NativeFunction } from './native.js';
import { PyIntObj, PyStrObj, strEquals, strLength, type Str } from './str.js';
import { PyInstance, type PyType } from './type.js';
import { PyFunction } from './function.js';

const P = (1n << 61n) - 1n;
const HASH_INF = 314159;

/** Hash of an int: its remainder with its sign, -2 for -1. */
export function hashNumber(a: Int): Int {
  if (typeof a === 'number') return a === -1 ? -2 : a;
  const r = norm(a % P);
  work(bitLength(a) >> 4);
  return r === -1 ? -2 : r;
}

/** Hash of a float: of its exact value as a fraction, modulo 2**61 - 1. `id` is for nan. */
export function hashFloat(v: number, id: () => number = () => 0): Int {
  if (Number.isSafeInteger(v)) return v === -1 ? -2 : v + 0;
  if (v !== v) return id();
  if (v === Infinity) return HASH_INF;
  if (v === -Infinity) return -HASH_INF;
  let m = Math.abs(v);
  let e = 0;
  // m * 2**e with m an odd integer: scale by exact powers of two.
  while (!Number.isInteger(m)) {
    const step = m < 2 ** -100 ? 100 : 1;
    m *= step === 1 ? 2 : 2 ** 100;
    e -= step;
  }
  let big = BigInt(m);
  e = ((e % 61) + 61) % 61;
  big = (big << BigInt(e)) % P;
  const h = norm(v < 0 ? -big : big);
  return h === -1 ? -2 : h;
}

const wrap64 = (b: bigint): Int => norm(BigInt.asIntN(64, b));

export function hashComplex(re: number, im: number, id: () => number = () => 0): Int {
  const a = hashFloat(re, id);
  const b = hashFloat(im, id);
  if (b === 0) return a;
  const h = wrap64(BigInt(a) + 1000003n * BigInt(b));
  return h === -1 ? -2 : h;
}

/** 32-bit hash of code points (Murmur-like mixing); equal for equal strs in both representations. */
function mix(h: number, c: number): number {
  h = Math.imul(h ^ c, 0x5bd1e995);
  return h ^ (h >>> 15);
}

/** Hash of a str: 53 bits, the same in every run. */
export function hashStr(s: Str): number {
  work(strLength(s) >> 2);
  let h1 = 0x2f1b9c3d;
  let h2 = 0x7a3f51e7;
  if (typeof s === 'string') {
    if (s === '') return 0;
    for (let i = 0; i < s.length; i++) {
      const c = s.charCodeAt(i);
      h1 = mix(h1, c);
      h2 = Math.imul(h2, 31) + c + (h2 >>> 11);
    }
  } else {
    for (const c of s.cps) {
      h1 = mix(h1, c);
      h2 = Math.imul(h2, 31) + c + (h2 >>> 11);
    }
  }
  const low = (h1 ^ (h1 >>> 13)) >>> 0;
  const h = (mix(h2, 0x9e37) >> 11) * 0x100000000 + low;
  return h === -1 ? -2 : h;
}

export function hashBytes(b: Uint8Array): number {
  work(b.length >> 2);
  let h1 = 0x2f1b9c3d;
  let h2 = 0x7a3f51e7;
  if (b.length === 0) return 0;
  for (let i = 0; i < b.length; i++) {
    const c = b[i]!;
    h1 = mix(h1, c);
    h2 = Math.imul(h2, 31) + c + (h2 >>> 11);
  }
  const h = (mix(h2, 0x9e37) >> 11) * 0x100000000 + ((h1 ^ (h1 >>> 13)) >>> 0);
  return h === -1 ? -2 : h;
}

const XX1 = 11400714785074694791n;
const XX2 = 14029467366897019727n;
const XX5 = 2870177450012600261n;
const low32 = (x: bigint): number => Number(BigInt.asIntN(32, x));
const [XX1_LO, XX1_HI, XX2_LO, XX2_HI, XX5_LO, XX5_HI] = [XX1, XX2, XX5].flatMap((x) => [low32(x), low32(x >> 32n)]) as [number, number, number, number, number, number];
const LENGTH_LO = XX5_LO ^ 3527539;

/** Puts `h` into `parts`. */
function split(h: Int): void {
  if (typeof h === 'number') {
    parts.hi = Math.floor(h / 0x100000000) | 0;
    parts.lo = h | 0;
  } else {
    parts.hi = low32(h >> 32n);
    parts.lo = low32(h);
  }
}

/** Hash of a tuple from the hashes of its items, into `parts`: CPython's xxHash variant. */
function splitTuple(items: readonly Int[]): void {
  // Numbers of 64 bits as two of 32: a BigInt each time would cost twenty times as much.
  let hi = XX5_HI;
  let lo = XX5_LO;
  for (const h of items) {
    split(h);
    const hh = parts.hi;
    const hl = parts.lo;
    // acc += h * XX2
    const pl = Math.imul(hl, XX2_LO);
    const ph = (highProduct(hl, XX2_LO) + Math.imul(hl, XX2_HI) + Math.imul(hh, XX2_LO)) | 0;
    const sum = (lo >>> 0) + (pl >>> 0);
    hi = (hi + ph + (sum > 0xffffffff ? 1 : 0)) | 0;
    lo = sum | 0;
    // acc = rotate left by 31
    const r = (hi << 31) | (lo >>> 1);
    lo = (lo << 31) | (hi >>> 1);
    hi = r;
    // acc *= XX1
    hi = (highProduct(lo, XX1_LO) + Math.imul(lo, XX1_HI) + Math.imul(hi, XX1_LO)) | 0;
    lo = Math.imul(lo, XX1_LO);
  }
  // acc += len ^ (XX5 ^ 3527539)
  const sum = (lo >>> 0) + ((items.length ^ LENGTH_LO) >>> 0);
  hi = (hi + XX5_HI + (sum > 0xffffffff ? 1 : 0)) | 0;
  lo = sum | 0;
  const isError = hi === -1 && lo === -1;
  parts.hi = isError ? 0 : hi;
  parts.lo = isError ? 1546275796 : lo;
}

export function hashTupleOf(items: readonly Int[]): Int {
  splitTuple(items);
  const { hi } = parts;
  const lo = parts.lo >>> 0;
  return hi >= -0x200000 && hi < 0x200000 ? hi * 0x100000000 + lo : norm(BigInt(hi) * 0x100000000n + BigInt(lo));
}

/** High 32 bits of the product of two unsigned numbers of 32 bits. */
function highProduct(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const t = a1 * b0 + ((a0 * b0) >>> 16);
  const u = a0 * b1 + (t & 0xffff);
  return (a1 * b1 + (t >>> 16) + (u >>> 16)) | 0;
}

/** Hash of a frozenset from its elements' hashes: CPython's frozenset_hash. */
export function hashFrozenset(hashes: readonly Int[]): Int {
  const M = (1n << 64n) - 1n;
  let h = 0n;
  work(64 * hashes.length);
  for (const x of hashes) {
    const u = BigInt.asUintN(64, BigInt(x));
    h ^= ((u ^ 89869747n ^ ((u << 16n) & M)) * 3644798167n) & M;
  }
  h ^= ((BigInt(hashes.length) + 1n) * 1927868237n) & M;
  h ^= (h >> 11n) ^ (h >> 25n);
  h = (h * 69069n + 907133923n) & M;
  if (h === M) h = 590923713n;
  const s = BigInt.asIntN(64, h);
  const n = Number(s);
  return Number.isSafeInteger(n) ? n : s;
}

// ---- keys of dicts and sets ----

const enum KeyKind {
  /** Python code is needed, or the class's `structKey`. */
  OTHER,
  IDENTITY,
  STR,
  INT,
  TUPLE,
}

const isOf = (v: PyValue | undefined, t: PyType): boolean => v instanceof NativeFunction && v.owner === t;
/** Enum members hash by their name, which is no other than the member's. */
const isEnumHash = (v: PyValue | undefined): boolean => v instanceof PyFunction && v.code.co.qualname === 'Enum.__hash__' && v.code.co.filename === '<frozen>/enum.py';

function kindOf(cls: PyType): KeyKind {
  if (cls.keyVersion !== cls.version) {
    const eq = cls.lookup('__eq__');
    const hash = cls.lookup('__hash__');
    const both = (t: PyType): boolean => isOf(eq, t) && isOf(hash, t);
    cls.keyKind = isOf(eq, T.object) && (isOf(hash, T.object) || isEnumHash(hash)) ? KeyKind.IDENTITY : both(T.str) ? KeyKind.STR : both(T.int) ? KeyKind.INT : both(T.tuple) ? KeyKind.TUPLE : KeyKind.OTHER;
    cls.keyVersion = cls.version;
  }
  return cls.keyKind;
}

keyHooks.objectKey = (v) => {
  switch (kindOf(v.cls)) {
    case KeyKind.IDENTITY:
      return v;
    case KeyKind.STR:
      return v instanceof PyStrObj ? keyOf(v.v) : undefined;
    case KeyKind.INT:
      return v instanceof PyIntObj ? v.v : undefined;
    default:
      // A function of a module; methods compare their objects.
      return v instanceof NativeFunction && !v.bound && v.cls === T.builtin_function_or_method ? v : undefined;
  }
};

const to32 = (h: Int): number => (typeof h === 'number' ? (h ^ Math.floor(h / 0x100000000)) | 0 : Number(BigInt.asIntN(32, h ^ (h >> 32n))));

keyHooks.structHash = structHash;
keyHooks.structEq = structEq;
keyHooks.pyHash = (v) => Number(nativeHash(v));

/** `hash(v)` of a value whose class hashes natively. */
export function nativeHash(v: PyValue): Int {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return hashNumber(v);
    case 'string':
      return hashStr(v);
    case 'boolean':
      return v ? 1 : 0;
    default:
      break;
  }
  if (v === null) return 0x1d5a8e3f;
  if (v instanceof PyTuple) return hashTupleOf(v.items.map(nativeHash));
  const { structKey } = v.cls;
  if (structKey !== null) return structKey.pyHash(v);
  if (v instanceof PySet) return v.cls === T.frozenset ? (v.hashed ??= hashFrozenset(v.items().map(nativeHash))) : hashFrozenset(v.items().map(nativeHash));
  const m = typeOf(v).lookup('__hash__');
  if (v instanceof PyInstance && isEnumHash(m)) return nativeHash(v.getOwn('_name_') ?? null);
  if (!(m instanceof NativeFunction) || m.def.pushes) throw new InternalError(`no native hash of ${typeOf(v).name}`);
  return m.def.fn(null as unknown as VM, v) as Int;
}

/** 32-bit hash of a key made of builtin values; undefined when Python code is needed or it is unhashable. */
function structHash(v: PyValue): number | undefined {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return to32(hashNumber(v));
    case 'string':
      return to32(hashStr(v));
    case 'boolean':
      return v ? 1 : 0;
    default:
      break;
  }
  if (v === null) return 0x4d2;
  if (v instanceof AstralStr) return to32(hashStr(v));
  if (v instanceof PyFloat) return v.cls === T.float ? to32(hashFloat(v.v, () => 0x7ff8)) : undefined;
  if (v instanceof PyTuple) {
    if (v.cls !== T.tuple && kindOf(v.cls) !== KeyKind.TUPLE) return undefined;
    work(v.items.length);
    let h = 0x345678;
    const { items } = v;
    for (let i = 0; i < items.length; i++) {
      const x = items[i]!;
      const hx = typeof x === 'number' && (x | 0) === x && x !== -1 ? (x < 0 ? ~x : x) : structHash(x);
      if (hx === undefined) return undefined;
      h = mix(Math.imul(h, 31) + 7, hx);
    }
    return h;
  }
  if (v instanceof PyBytes) return v.cls === T.bytes ? to32(hashBytes(v.v)) ^ 0x55 : undefined;
  // complex(1, 0) is the key 1: leave those to the general path.
  if (v instanceof PyComplex) return v.cls === T.complex && v.im !== 0 ? to32(hashComplex(v.re, v.im)) : undefined;
  if (v instanceof PySet) return v.cls === T.frozenset && v.hashes === null ? setHash(v) : undefined;
  const { structKey } = v.cls;
  if (structKey !== null) return structKey.hash(v);
  const k = keyHooks.objectKey(v);
  return k === undefined ? undefined : k === v ? identityHash(v) : structHash(k as PyValue);
}

/** Of a frozenset: the same in any order. */
function setHash(s: PySet): number | undefined {
  // Kept: nested frozensets would be walked again and again.
  if (s.structHashed !== null) return s.structHashed;
  let h = s.used;
  work(s.keys.length);
  for (const k of s.keys) {
    if (k === undefined) continue;
    const hk = structHash(k);
    if (hk === undefined) return undefined;
    h = (h + mix(0x1234567, hk)) | 0;
  }
  return (s.structHashed = h);
}

let nextIdentity = 1;
const identities = new WeakMap<object, number>();
function identityHash(v: object): number {
  let h = identities.get(v);
  if (h === undefined) {
    h = Math.imul(nextIdentity++, 0x9e3779b1) | 0;
    identities.set(v, h);
  }
  return h;
}

/** Equality of two keys with one struct hash. */
function structEq(a: PyValue, b: PyValue): boolean {
  if (a === b) return true;
  // The most frequent first: each question goes up the prototypes.
  if (a instanceof PyTuple) {
    if (!(b instanceof PyTuple) || a.items.length !== b.items.length) return false;
    work(a.items.length);
    for (let i = 0; i < a.items.length; i++) if (!structEq(a.items[i]!, b.items[i]!)) return false;
    return true;
  }
  if (a instanceof PyBytes) {
    if (!(b instanceof PyBytes) || a.v.length !== b.v.length) return false;
    work(a.v.length >> 2);
    for (let i = 0; i < a.v.length; i++) if (a.v[i] !== b.v[i]) return false;
    return true;
  }
  if (a instanceof PyStrObj || a instanceof PyIntObj) return structEq(a.v, b);
  if (b instanceof PyStrObj || b instanceof PyIntObj) return structEq(a, b.v);
  if (typeof a !== 'object' || a === null) {
    if (typeof b === 'object' && b !== null) return typeof a === 'string' || a === null ? false : structEq(b, a);
    if (typeof a === 'boolean') return typeof b === 'number' && b === (a ? 1 : 0);
    return typeof b === 'boolean' && typeof a === 'number' && a === (b ? 1 : 0);
  }
  if (a instanceof AnyFloat) {
    if (b instanceof AnyFloat) return a.v === b.v;
    return typeof b === 'number' ? a.v === b : typeof b === 'bigint' ? (a.v as unknown) == b : typeof b === 'boolean' && a.v === (b ? 1 : 0);
  }
  if (a instanceof AstralStr) return b instanceof AstralStr && strEquals(a, b);
  if (a instanceof PyComplex) return b instanceof PyComplex && a.re === b.re && a.im === b.im;
  if (a instanceof PySet) return b instanceof PySet && a.used === b.used && a.keys.every((k) => k === undefined || b.find(k) >= 0);
  const { structKey } = a.cls;
  return structKey !== null && typeof b === 'object' && b !== null && b.cls === a.cls && structKey.same(a, b);
}


const isTuple = (v: PyTuple): boolean => v.cls === T.tuple || kindOf(v.cls) === KeyKind.TUPLE;

/** The hashes of the items, as `orderHooks.hash` has them. */
function orderHashes(v: PyTuple): Int[] | undefined {
  const out: Int[] = [];
  for (const x of v.items) {
    const h = orderHooks.hash(x);
    if (h === undefined) return undefined;
    out.push(h);
  }
  return out;
}

orderHooks.split = (v) => {
  if (v instanceof PyTuple && isTuple(v)) {
    const hs = orderHashes(v);
    if (hs !== undefined) splitTuple(hs);
    return hs !== undefined;
  }
  const h = orderHooks.hash(v);
  if (h !== undefined) split(h);
  return h !== undefined;
};

orderHooks.hash = (v) => {
  if (typeof v === 'number') return v === -1 ? -2 : v;
  if (typeof v === 'bigint') return hashNumber(v);
  if (typeof v === 'boolean') return v ? 1 : 0;
  // Of texts, only the empty ones have the same hash in every run.
  if (v === '') return 0;
  if (v === null || typeof v !== 'object') return undefined;
  if (v instanceof PyBytes) return v.cls === T.bytes && v.v.length === 0 ? 0 : undefined;
  if (v instanceof PyFloat) return v.cls === T.float && v.v === v.v ? hashFloat(v.v) : undefined;
  if (v instanceof PyComplex) return v.cls === T.complex ? hashComplex(v.re, v.im) : undefined;
  if (v instanceof PyIntObj) return kindOf(v.cls) === KeyKind.INT ? hashNumber(v.v) : undefined;
  const { structKey } = v.cls;
  if (structKey !== null) return structKey.hash(v) !== undefined && structKey.ordered(v) ? structKey.pyHash(v) : undefined;
  if (v instanceof PyTuple && isTuple(v)) {
    const hs = orderHashes(v);
    return hs === undefined ? undefined : hashTupleOf(hs);
  }
  if (v instanceof PySet && v.cls === T.frozenset) {
    if (v.hashed !== null) return v.hashed;
    const hs = v.items().map((x) => orderHooks.hash(x));
    return hs.includes(undefined) ? undefined : (v.hashed = hashFrozenset(hs as Int[]));
  }
  return undefined;
};

/** Default hash of an object: from its identity (`_Py_HashPointer`). */
export function hashPointer(v: PyValue): number {
  return Math.floor(idOf(v) / 16);
}
