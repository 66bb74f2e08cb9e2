/**
 * int arithmetic without the VM: canonical form, division, powers, parsing, printing, conversion to
 * and from float. An int is a `number` when it is a safe integer (never -0), else a `bigint`.
 *
 * Methods: int-type.ts. Algorithms follow CPython's longobject.c.
 */
import { work } from './work.js';
import { type PyValue, type VM } from './object.js';
import { error, indexError, overflowError, valueError, zeroDivision } from './errors.js';
import { PyIntObj } from './str.js';

/** An int value in canonical form. */
export type Int = number | bigint;

const MAX = BigInt(Number.MAX_SAFE_INTEGER);
const MIN = -MAX;

/** V8 refuses longer BigInts; asking for one is a MemoryError. */
const MAX_BITS = 1 << 30;

/** Canonical form of a BigInt. */
export function norm(b: bigint): Int {
  return b >= MIN && b <= MAX ? Number(b) : b;
}

/** The int value of an int, a bool, or an instance of a subclass; undefined for anything else. */
export function asInt(v: PyValue | undefined): Int | undefined {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return v;
    case 'boolean':
      return v ? 1 : 0;
    default:
      return v instanceof PyIntObj ? v.v : undefined;
  }
}

/** An int that counts something (`list * n`, `str.center(width)`): clipped into the safe range. */
export function clipInt(v: Int): number {
  if (typeof v === 'number') return v;
  return v < 0n ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
}

/** An index given as an int (or a `type`): of those beyond 2**53, which no sequence has, any as large. IndexError beyond 2**63. */
export function toIndex(n: Int, type: string): number {
  if (typeof n === 'number') return n;
  if (n > 0x7fffffffffffffffn || n < -0x8000000000000000n) throw indexError(`cannot fit '${type}' into an index-sized integer`);
  return n < 0n ? -Infinity : Infinity;
}

/** `Py_ssize_t` of an int, or OverflowError as `PyNumber_AsSsize_t(v, PyExc_OverflowError)`. */
export function toSsize(v: Int): number {
  if (typeof v === 'number') return v;
  if (v > 0x7fffffffffffffffn || v < -0x8000000000000000n) throw overflowError("Python int too large to convert to C ssize_t");
  return clipInt(v);
}

/** A C int of `v` (the `i` of argument clinic), or OverflowError. */
export function toCInt(v: Int): number {
  if (v > 0x7fffffff || v < -0x80000000) throw overflowError(`Python int too large to convert to C int`);
  return Number(v);
}

/** An int from a JS number with an integer value of any size. */
export function intFromNumber(v: number): Int {
  return Number.isSafeInteger(v) ? v + 0 : BigInt(v);
}

export function intAdd(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a + b;
    if (Number.isSafeInteger(r)) return r;
  }
  return norm(BigInt(a) + BigInt(b));
}

export function intSub(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a - b;
    if (Number.isSafeInteger(r)) return r;
  }
  return norm(BigInt(a) - BigInt(b));
}

export function intMul(vm: VM, a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a * b;
    if (Number.isSafeInteger(r)) return r + 0;
    return norm(BigInt(a) * BigInt(b));
  }
  if ((typeof a === 'bigint' && !isSmall(a)) || (typeof b === 'bigint' && !isSmall(b))) {
    const n = bitLength(a) + bitLength(b);
    if (n > 4096) charge(vm, n);
    if (n > MAX_BITS) throw error('MemoryError');
  }
  return norm(BigInt(a) * BigInt(b));
}

export function intNeg(a: Int): Int {
  return typeof a === 'number' ? 0 - a : norm(-a);
}

export function intAbs(a: Int): Int {
  return a < 0 ? intNeg(a) : a;
}

/** Texts of ZeroDivisionError. */
export const BY_ZERO = { quotient: 'integer division or modulo by zero', remainder: 'integer modulo by zero', ratio: 'division by zero' } as const;

/** Floor division. */
export function intFloorDiv(vm: VM, a: Int, b: Int): Int {
  if (b == 0) throw zeroDivision(BY_ZERO.quotient);
  if (typeof a === 'number' && typeof b === 'number') {
    const m = a % b;
    const q = (a - m) / b;
    return (m !== 0 && m < 0 !== b < 0 ? q - 1 : q) + 0;
  }
  chargeDivision(vm, a, b);
  const x = BigInt(a);
  const y = BigInt(b);
  const short = shortQuotient(x, y);
  if (short >= 0) return short;
  const q = x / y;
  return norm(x < 0n !== y < 0n && q * y !== x ? q - 1n : q);
}

/**
 * `x // y` of large positive numbers where the quotient is below 2**44, else -1. V8 divides in full length whatever the
 * quotient; the leading digits give it to within one, and one short multiplication says which it is.
 */
function shortQuotient(x: bigint, y: bigint): number {
  if (y < LARGE || x < y) return -1;
  const s = shiftToFloat(y);
  const estimate = Number(x >> s) / Number(y >> s);
  if (!(estimate < 0x100000000000)) return -1;
  const q = Math.floor(estimate);
  const r = x - BigInt(q) * y;
  return r < 0n ? q - 1 : r >= y ? q + 1 : q;
}

/** A shift that leaves between 64 and 1,024 leading bits of `v`, a number of more than that. Comparing numbers of different length is cheap. */
function shiftToFloat(v: bigint): bigint {
  let s = 0n;
  while (v >= POWERS[1]!) {
    let k = 1;
    for (; v >= (POWERS[k + 1] ??= 1n << (512n << BigInt(k + 1))); k++);
    const by = (512n << BigInt(k)) - 64n;
    v >>= by;
    s += by;
  }
  return s;
}
/** `2 ** (512 * 2 ** k)`, as far as they were needed. */
const POWERS = [1n << 512n, 1n << 1024n];

/** Remainder with the sign of the divisor. */
export function intMod(vm: VM, a: Int, b: Int): Int {
  if (b == 0) throw zeroDivision(BY_ZERO.remainder);
  if (typeof a === 'number' && typeof b === 'number') {
    const m = a % b;
    return (m !== 0 && m < 0 !== b < 0 ? m + b : m) + 0;
  }
  chargeDivision(vm, a, b);
  const y = BigInt(b);
  const x = BigInt(a);
  const short = shortQuotient(x, y);
  if (short >= 0) return norm(x - BigInt(short) * y);
  const m = x % y;
  return norm(m !== 0n && m < 0n !== y < 0n ? m + y : m);
}

export function intDivmod(vm: VM, a: Int, b: Int): [Int, Int] {
  if (b == 0) throw zeroDivision(BY_ZERO.quotient);
  if (typeof a === 'number' && typeof b === 'number') return [intFloorDiv(vm, a, b), intMod(vm, a, b)];
  chargeDivision(vm, a, b);
  const x = BigInt(a);
  const y = BigInt(b);
  const short = shortQuotient(x, y);
  let q = short >= 0 ? BigInt(short) : x / y;
  let m = x - q * y;
  if (m !== 0n && m < 0n !== y < 0n) {
    q -= 1n;
    m += y;
  }
  return [norm(q), norm(m)];
}

/** `a ** b` for b >= 0. */
export function intPow(vm: VM, a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    let r = 1;
    let base = a;
    for (let e = b; ; ) {
      if (e % 2 === 1) r *= base;
      e = Math.floor(e / 2);
      if (e === 0) {
        if (Number.isSafeInteger(r)) return r + 0;
        break;
      }
      if (!Number.isSafeInteger(r)) break;
      base *= base;
      if (!Number.isSafeInteger(base)) break;
    }
  }
  if (a === 0 || a === 1) return b == 0 ? 1 : a;
  if (a === -1) return isOdd(b) ? -1 : 1;
  const size = (bitLength(a) - 1) * Number(b);
  if (size > MAX_BITS) throw error('MemoryError');
  if (size > 4096) charge(vm, size);
  try {
    return norm(BigInt(a) ** BigInt(b));
  } catch {
    throw error('MemoryError');
  }
}

/** `pow(a, b, m)`. */
export function intPowMod(vm: VM, a: Int, b: Int, m: Int): Int {
  if (m == 0) throw valueError('pow() 3rd argument cannot be 0');
  const neg = m < 0;
  const mod = BigInt(neg ? intNeg(m) : m);
  let base = BigInt(a);
  let e = BigInt(b);
  if (e < 0n) {
    base = inverse(vm, base, mod);
    e = -e;
  }
  if (mod === 1n) return 0;
  base %= mod;
  if (base < 0n) base += mod;
  const words = bitLength(mod) / 64 + 1;
  let r = 1n;
  // Left to right over the bits of the exponent: its hexadecimal digits, four at a time.
  const digits = e.toString(16);
  const cost = Math.ceil(4 * words * words);
  const table: bigint[] = [1n];
  if (digits.length > 4) for (let i = 1; i < 16; i++) table.push((table[i - 1]! * base) % mod);
  for (let i = 0; i < digits.length; i++) {
    if ((i & 15) === 0) vm.charge(cost);
    const d = parseInt(digits[i]!, 16);
    if (table.length > 1) {
      if (i > 0) {
        r = (r * r) % mod;
        r = (r * r) % mod;
        r = (r * r) % mod;
        r = (r * r) % mod;
      }
      if (d !== 0) r = (r * table[d]!) % mod;
    } else {
      for (let bit = 8; bit !== 0; bit >>= 1) {
        r = (r * r) % mod;
        if (d & bit) r = (r * base) % mod;
      }
    }
  }
  if (neg && r !== 0n) r -= mod;
  return norm(r);
}

function inverse(vm: VM, a: bigint, n: bigint): bigint {
  let b = 1n;
  let c = 0n;
  let m = n;
  let x = a;
  while (m !== 0n) {
    vm.charge(1);
    let q = x / m;
    let r = x - q * m;
    if (r < 0n) {
      q -= 1n;
      r += m;
    }
    x = m;
    m = r;
    [b, c] = [c, b - q * c];
  }
  if (x !== 1n && x !== -1n) throw valueError('base is not invertible for the given modulus');
  if (x === -1n) b = -b;
  return b;
}

export function intShl(vm: VM, a: Int, b: Int): Int {
  if (b < 0) throw valueError('negative shift count');
  if (a === 0) return 0;
  if (typeof b !== 'number') throw b < 30n << 61n ? error('MemoryError') : overflowError('too many digits in integer');
  if (typeof a === 'number' && b < 53) {
    const r = a * POWERS_OF_2[b]!;
    if (Number.isSafeInteger(r)) return r;
  }
  const size = bitLength(a) + b;
  if (size > MAX_BITS) throw error('MemoryError');
  if (size > 4096) charge(vm, size / 64);
  return norm(BigInt(a) << BigInt(b));
}

export function intShr(a: Int, b: Int): Int {
  if (b < 0) throw valueError('negative shift count');
  if (typeof a === 'number') {
    if (b >= 53) return a < 0 ? -1 : 0;
    if (a >= -0x80000000 && a <= 0x7fffffff && b < 32) return a >> (b as number);
    return Math.floor(a / POWERS_OF_2[b as number]!);
  }
  if (typeof b !== 'number' || b > MAX_BITS) return a < 0n ? -1 : 0;
  return norm(a >> BigInt(b));
}

const LARGE = 1n << 4096n;

/** 2**0 to 2**127: a load, where `2 ** n` is a call of the C library's pow. */
export const POWERS_OF_2: readonly number[] = Array.from({ length: 128 }, (_, i) => 2 ** i);

/** Upper bits of a safe int, as floor division by 2**32 gives them; its lower ones are `a >>> 0`. */
const upper = (a: number): number => Math.floor(a / 0x100000000);

/** Bitwise operators on safe ints, in two's complement, half by half. The result may be -(2 ** 53), which is none. */
export const andInts = (a: number, b: number): number => (upper(a) & upper(b)) * 0x100000000 + ((a & b) >>> 0);
export const orInts = (a: number, b: number): number => (upper(a) | upper(b)) * 0x100000000 + ((a | b) >>> 0);
export const xorInts = (a: number, b: number): number => (upper(a) ^ upper(b)) * 0x100000000 + ((a ^ b) >>> 0);

export function intAnd(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = andInts(a, b);
    if (Number.isSafeInteger(r)) return r;
  }
  return norm(BigInt(a) & BigInt(b));
}

export function intOr(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = orInts(a, b);
    if (Number.isSafeInteger(r)) return r;
  }
  return norm(BigInt(a) | BigInt(b));
}

export function intXor(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = xorInts(a, b);
    if (Number.isSafeInteger(r)) return r;
  }
  return norm(BigInt(a) ^ BigInt(b));
}

export function intInvert(a: Int): Int {
  return intSub(-1, a);
}

export function isOdd(a: Int): boolean {
  return typeof a === 'number' ? a % 2 !== 0 : (a & 1n) === 1n;
}

/** Bits of the absolute value. */
export function bitLength(a: Int): number {
  if (typeof a === 'number') {
    const v = Math.abs(a);
    if (v < 0x100000000) return 32 - Math.clz32(v);
    return 64 - Math.clz32(Math.floor(v / 0x100000000));
  }
  const v = a < 0n ? -a : a;
  const shift = shiftToFloat(v);
  const top = v >> shift;
  FLOAT[0] = Number(top);
  // The exponent, unless rounding carried into a further bit.
  const n = ((BITS[1]! >>> 20) & 2047) - 1022;
  return Number(shift) + (top >> BigInt(n - 1) === 0n ? n - 1 : n);
}
const FLOAT = new Float64Array(1);
const BITS = new Uint32Array(FLOAT.buffer);
const SMALL = 1n << 1000n;
/** Small enough that nobody counts what multiplying it costs. */
const isSmall = (a: bigint): boolean => a < SMALL && a > -SMALL;

export function bitCount(a: Int): number {
  const hex = (a < 0 ? -BigInt(a) : BigInt(a)).toString(16);
  let n = 0;
  work(2 * hex.length);
  for (let i = 0; i < hex.length; i++) n += '0112122312232334'.charCodeAt(parseInt(hex[i]!, 16)) - 48;
  return n;
}

/** Charges an operation on numbers of `bits` bits: about quadratic below V8's fast algorithms. */
function charge(vm: VM, bits: number): void {
  const words = bits / 64;
  vm.charge(Math.ceil(words < 512 ? (words * words) / 16 : words * 32));
}

function chargeDivision(vm: VM, a: Int, b: Int): void {
  if (typeof a !== 'bigint' || typeof b !== 'bigint') return;
  if (a < LARGE && a > -LARGE) return;
  charge(vm, bitLength(a));
}

// ---- float ----

/** Nearest float; OverflowError when there is none. */
export function intToFloat(a: Int): number {
  if (typeof a === 'number') return a;
  const v = Number(a);
  if (v === Infinity || v === -Infinity) throw overflowError('int too large to convert to float');
  return v;
}

/** The int a float truncates to. */
export function intFromFloat(v: number): Int {
  if (v !== v) throw valueError('cannot convert float NaN to integer');
  if (v === Infinity || v === -Infinity) throw overflowError('cannot convert float infinity to integer');
  return intFromNumber(Math.trunc(v));
}

/** Correctly rounded `n / d` of BigInts with d > 0 and n >= 0, half to even, subnormals included. */
export function divideToFloat(n: bigint, d: bigint): number {
  if (n === 0n) return 0;
  const shift = bitLength(norm(n)) - bitLength(norm(d));
  if (shift > 1025) return Infinity;
  if (shift < -1077) return 0;
  // A quotient of at least 55 bits, but not more precision than a subnormal has.
  const e = Math.max(shift - 55, -1076);
  let q: bigint;
  let rest: boolean;
  if (e >= 0) {
    const dd = d << BigInt(e);
    q = n / dd;
    rest = q * dd !== n;
  } else {
    const nn = n << BigInt(-e);
    q = nn / d;
    rest = q * d !== nn;
  }
  if (rest) q |= 1n; // sticky: two or more extra bits stand below the result's last one
  // Number() rounds a 55..57-bit value half to even; a subnormal needs its own rounding.
  const bits = bitLength(norm(q));
  const keep = Math.min(53, bits + e + 1074);
  if (keep < 53) {
    const drop = BigInt(bits - keep);
    if (keep < 0) return 0;
    const half = 1n << (drop - 1n);
    const low = q & ((1n << drop) - 1n);
    let m = q >> drop;
    if (low > half || (low === half && (m & 1n) === 1n)) m += 1n;
    return Number(m) * 2 ** -1074;
  }
  const f = Number(q);
  return e < -1022 ? f * 2 ** (e + 100) * 2 ** -100 : f * 2 ** e;
}

/** `a / b` of ints, correctly rounded. */
export function intTrueDiv(a: Int, b: Int): number {
  if (b == 0) throw zeroDivision(BY_ZERO.ratio);
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const neg = a < 0 !== b < 0;
  const x = BigInt(a);
  const y = BigInt(b);
  const r = divideToFloat(x < 0n ? -x : x, y < 0n ? -y : y);
  if (r === Infinity) throw overflowError('integer division result too large for a float');
  return neg ? -r : r;
}

/** Order of an int and a float: negative, zero, positive; NaN for nan. Exact for any size. */
export function compareIntFloat(a: Int, f: number): number {
  if (f !== f) return NaN;
  return a < f ? -1 : a > f ? 1 : 0;
}

// ---- text ----

/** Default of `sys.set_int_max_str_digits`. */
export const DEFAULT_MAX_STR_DIGITS = 4300;

function maxStrDigits(vm: VM): number {
  const n = vm.state.intMaxStrDigits;
  return typeof n === 'number' ? n : DEFAULT_MAX_STR_DIGITS;
}

/** Decimal text, subject to the digits limit. */
export function intToStr(vm: VM, a: Int): string {
  if (typeof a === 'number') return String(a);
  const max = maxStrDigits(vm);
  const bits = bitLength(a);
  if (bits > 10000) {
    if (max > 0 && bits > max * 3.33) throw tooManyDigits(max);
    charge(vm, bits);
  }
  const s = a.toString();
  if (max > 0 && s.length - (a < 0n ? 1 : 0) > max) throw tooManyDigits(max);
  return s;
}

function tooManyDigits(max: number): unknown {
  return valueError(`Exceeds the limit (${max} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`);
}

/** Text in base 2, 8 or 16, without prefix. */
export function intToBase(a: Int, base: number): string {
  const s = a.toString(base);
  work(s.length);
  return s;
}

/** Value of a character as a digit in bases up to 36, or 99. */
export function digitValue(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  if (c >= 97 && c <= 122) return c - 87;
  if (c >= 65 && c <= 90) return c - 55;
  return 99;
}

/**
 * Parses the text of an int literal as `int(text, base)` does, `text` being ASCII already stripped.
 * undefined: malformed. Throws ValueError past the digits limit.
 */
export function parseInt_(vm: VM, text: string, base: number): Int | undefined {
  let i = 0;
  const n = text.length;
  let neg = false;
  const c0 = text.charCodeAt(0);
  if (c0 === 45 || c0 === 43) {
    neg = c0 === 45;
    i = 1;
  }
  let zeroOnly = false;
  const prefix = text.charCodeAt(i) === 48 && i + 1 < n ? text.charCodeAt(i + 1) | 32 : 0;
  const prefixBase = prefix === 120 ? 16 : prefix === 111 ? 8 : prefix === 98 ? 2 : 0;
  if (base === 0) {
    if (text.charCodeAt(i) !== 48) base = 10;
    else if (prefixBase !== 0) base = prefixBase;
    else {
      base = 10;
      zeroOnly = true; // "010" is no literal, "000" is
    }
  }
  if (prefixBase === base && prefixBase !== 0) {
    i += 2;
    if (text.charCodeAt(i) === 95) i++;
  }
  if (i >= n || text.charCodeAt(i) === 95) return undefined;
  const digits = i;
  let hasUnderscore = false;
  let v = 0;
  let prev = 0;
  for (let j = i; j < n; j++) {
    const c = text.charCodeAt(j);
    if (c === 95) {
      if (prev === 95) return undefined;
      hasUnderscore = true;
    } else {
      const d = digitValue(c);
      if (d >= base) return undefined;
      v = v * base + d;
    }
    prev = c;
  }
  if (prev === 95) return undefined;
  if (zeroOnly && v !== 0) return undefined;
  if (v <= Number.MAX_SAFE_INTEGER) return neg ? 0 - v : v;
  let body = text.slice(digits);
  if (hasUnderscore) body = body.replaceAll('_', '');
  const pow2 = (base & (base - 1)) === 0;
  if (!pow2) {
    const max = maxStrDigits(vm);
    if (max > 0 && body.length > max) {
      throw valueError(
        `Exceeds the limit (${max} digits) for integer string conversion: value has ${body.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
      );
    }
  }
  if (body.length > 1000) charge(vm, body.length * 4);
  const big = base === 10 ? BigInt(body) : bigFromDigits(body, base);
  return norm(neg ? -big : big);
}

/** A BigInt from digits in any base: powers of two through hexadecimal, others by halves. */
function bigFromDigits(s: string, base: number): bigint {
  if (base === 16) return BigInt('0x' + s);
  if (base === 8) return BigInt('0o' + s);
  if (base === 2) return BigInt('0b' + s);
  if (s.length <= 10) return BigInt(parseInt(s, base));
  const half = s.length >> 1;
  return bigFromDigits(s.slice(0, s.length - half), base) * BigInt(base) ** BigInt(half) + bigFromDigits(s.slice(s.length - half), base);
}

/** Greatest common divisor of the absolute values. */
export function intGcd(vm: VM, a: Int, b: Int): Int {
  a = intAbs(a);
  b = intAbs(b);
  while (b != 0) {
    const r = intMod(vm, a, b);
    a = b;
    b = r;
  }
  return a;
}

// ---- bytes ----

/** Two's complement bytes; undefined when `a` does not fit. */
export function intToBytes(a: Int, length: number, little: boolean): Uint8Array | undefined {
  work(64 * length);
  const out = new Uint8Array(length);
  if (typeof a === 'number') {
    let v = a;
    for (let i = 0; i < length; i++) {
      const low = ((v % 256) + 256) % 256;
      out[i] = low;
      v = (v - low) / 256;
    }
    if (v !== 0 && v !== -1) return undefined;
  } else {
    const bits = BigInt(length * 8);
    if (bitLength(a) > length * 8) return undefined;
    const hex = BigInt.asUintN(Number(bits), a).toString(16).padStart(length * 2, '0');
    for (let i = 0; i < length; i++) out[i] = parseInt(hex.slice((length - 1 - i) * 2, (length - i) * 2), 16);
  }
  return little ? out : out.reverse();
}

export function intFromBytes(b: Uint8Array, little: boolean, signed: boolean): Int {
  const n = b.length;
  work(64 * n);
  if (n === 0) return 0;
  const at = (i: number): number => b[little ? n - 1 - i : i]!;
  const top = signed && at(0) >= 128;
  if (n <= 6) {
    let v = 0;
    for (let i = 0; i < n; i++) v = v * 256 + at(i);
    return top ? v - 256 ** n : v;
  }
  // In pieces: as one, a long text is put together in a tree that takes many times its room.
  const pieces: string[] = [];
  for (let from = 0; from < n; from += 16384) {
    const digits: string[] = [];
    for (let i = from; i < Math.min(n, from + 16384); i++) digits.push(at(i) < 16 ? '0' + at(i).toString(16) : at(i).toString(16));
    pieces.push(digits.join(''));
  }
  const v = BigInt('0x' + pieces.join(''));
  return norm(top ? v - (1n << BigInt(n * 8)) : v);
}
