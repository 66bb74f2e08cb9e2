/**
 * Decimal arithmetic on coefficients of up to 28 digits (what the default context gives), without bigints: 15 digits and fewer
 * are done on numbers, the others on limbs of seven digits, whose products a number holds exactly. Rounding and conditions
 * are those of number.ts's `fix`, which takes over where a result is near the ends of the exponents, or longer.
 */
import { countDigits, fix, fromLimbs, num, Num, S, TEN, type Ctx, type Rounding } from './number.js';

const BASE = 1e7;
const PART = 1e14;
/** Shifts to the left of more digits than that are left to bigints. */
const MAX_SHIFT = 60;
/** Numbers up to this one add and multiply exactly. */
const SAFE = Number.MAX_SAFE_INTEGER;

// Limbs, least first. Their users do not call each other.
const U = new Float64Array(24);
const V = new Float64Array(24);
const W = new Float64Array(24);

/** Puts a's coefficient times 10**shift into `w`; the number of limbs, at least one. */
function load(w: Float64Array, a: Num, shift: number): number {
  const skip = Math.floor(shift / 7);
  const r = shift - 7 * skip;
  for (let i = 0; i < skip; i++) w[i] = 0;
  const l1 = Math.floor(a.lo / BASE);
  const l3 = Math.floor(a.hi / BASE);
  w[skip] = a.lo - l1 * BASE;
  w[skip + 1] = l1;
  w[skip + 2] = a.hi - l3 * BASE;
  w[skip + 3] = l3;
  let n = skip + 4;
  if (r > 0) {
    const m = TEN[r]!;
    let carry = 0;
    for (let i = skip; i < n; i++) {
      const t = w[i]! * m + carry;
      carry = Math.floor(t / BASE);
      w[i] = t - carry * BASE;
    }
    w[n++] = carry;
  }
  while (n > 1 && w[n - 1] === 0) n--;
  return n;
}

const digitsOf = (w: Float64Array, n: number): number => 7 * (n - 1) + countDigits(w[n - 1]!);

function pack(w: Float64Array, n: number, s: number, e: number): Num {
  return Num.few(s, n > 2 ? (n > 3 ? w[3]! * BASE : 0) + w[2]! : 0, (n > 1 ? w[1]! * BASE : 0) + w[0]!, e);
}

const UNITS = Int32Array.from({ length: 8 }, (_, i) => (i === 0 ? BASE : 10 ** i));

/** Whether the digits that `drop` took away were not all zero. */
let inexact = false;

/** Takes away the last `count` > 0 digits, rounding; the new number of limbs. */
function drop(w: Float64Array, n: number, count: number, s: number, mode: Rounding): number {
  const k = Math.floor(count / 7);
  const r = count - 7 * k;
  for (let i = n; i <= k; i++) w[i] = 0;
  const unit = UNITS[r]!;
  // Limbs are integers of 24 bits: with other numbers `%` is a call of the C library's fmod.
  const rest = r > 0 ? (w[k]! | 0) % unit : w[k - 1]! | 0;
  let more = false;
  for (let i = r > 0 ? k - 1 : k - 2; i >= 0 && !more; i--) more = w[i] !== 0;
  let m = 0;
  if (r === 0) for (let i = k; i < n; i++) w[m++] = w[i]!;
  else {
    const up = UNITS[7 - r]!;
    let high = ((k < n ? w[k]! : 0) / unit) | 0;
    for (let i = k + 1; i < n; i++) {
      const limb = w[i]! | 0;
      const q = (limb / unit) | 0;
      w[m++] = high + (limb - q * unit) * up;
      high = q;
    }
    if (k < n) w[m++] = high;
  }
  if (m === 0) w[m++] = 0;
  while (m > 1 && w[m - 1] === 0) m--;
  inexact = rest !== 0 || more;
  if (inexact && roundsAway(w[0]!, rest * 2 - unit, more, s, mode)) {
    let i = 0;
    while (i < m && w[i] === BASE - 1) w[i++] = 0;
    if (i === m) w[m++] = 1;
    else w[i] = w[i]! + 1;
  }
  return m;
}

/** `half`: what goes, in excess of half a unit, but for lower digits (`more`: they are not all zero). `last`: ends in the last digit that stays. */
function roundsAway(last: number, half: number, more: boolean, s: number, mode: Rounding): boolean {
  switch (mode) {
    case 'ROUND_HALF_EVEN':
      return half > 0 || (half === 0 && (more || (last & 1) === 1));
    case 'ROUND_HALF_UP':
      return half >= 0;
    case 'ROUND_HALF_DOWN':
      return half > 0 || (half === 0 && more);
    case 'ROUND_UP':
      return true;
    case 'ROUND_DOWN':
      return false;
    case 'ROUND_CEILING':
      return s === 0;
    case 'ROUND_FLOOR':
      return s === 1;
    default:
      return last % 5 === 0;
  }
}

/** The number a context makes of the limbs, which are not zero. */
function finish(w: Float64Array, n: number, s: number, e: number, x: Ctx): Num {
  const length = digitsOf(w, n);
  const { prec } = x;
  const top = e + length - 1;
  if (top < x.emin || top >= x.emax || x.clamp !== 0 || (length > 28 && prec > 28)) return fix(num(s, fromLimbs(w, n), e), x);
  if (length <= prec) return pack(w, n, s, e);
  let gone = length - prec;
  n = drop(w, n, gone, s, x.rounding);
  x.status |= inexact ? S.Inexact | S.Rounded : S.Rounded;
  if (digitsOf(w, n) > prec) {
    // Rounded up to the next power of ten.
    n = drop(w, n, 1, s, 'ROUND_DOWN');
    gone++;
  }
  return pack(w, n, s, e + gone);
}

/** The number a context makes of `c` > 0, a safe integer. */
function small(s: number, c: number, e: number, x: Ctx): Num {
  const n = countDigits(c);
  const top = e + n - 1;
  if (n <= x.prec && top >= x.emin && top < x.emax && x.clamp === 0) {
    if (c < 1e14) return Num.few(s, 0, c, e);
    const hi = Math.floor(c / 1e14);
    return Num.few(s, hi, c - hi * 1e14, e);
  }
  const hi = Math.floor(c / 1e14);
  const a = Num.few(s, hi, c - hi * 1e14, e);
  return finish(W, load(W, a, 0), s, e, x);
}

/** `p * 10**d + q`, with these signs, at exponent `e`, by parts of 14 digits; null: left to limbs. */
function addParts(p: Num, ps: number, q: Num, qs: number, d: number, e: number, x: Ctx): Num | null {
  let { hi, lo } = p;
  let top = 0;
  if (d >= 14) {
    top = hi;
    hi = lo;
    lo = 0;
  }
  const shift = d >= 14 ? d - 14 : d;
  if (shift > 0) {
    const up = TEN[shift]!;
    const unit = TEN[14 - shift]!;
    const overLo = Math.floor(lo / unit);
    const overHi = Math.floor(hi / unit);
    lo = (lo - overLo * unit) * up;
    hi = (hi - overHi * unit) * up + overLo;
    top = top * up + overHi;
    if (top >= PART) return null;
  }
  if (ps === qs) {
    hi += q.hi;
    lo += q.lo;
    if (lo >= PART) {
      lo -= PART;
      hi++;
    }
    if (hi >= PART) {
      hi -= PART;
      top++;
    }
  } else {
    hi -= q.hi;
    lo -= q.lo;
    if (top === 0 && (hi < 0 || (hi === 0 && lo < 0))) {
      hi = 0 - hi;
      lo = 0 - lo;
      ps = qs;
    }
    if (lo < 0) {
      lo += PART;
      hi--;
    }
    if (hi < 0) {
      hi += PART;
      top--;
    }
    if (top === 0 && hi === 0 && lo === 0) return fix(num(x.rounding === 'ROUND_FLOOR' ? 1 : 0, 0n, e), x);
  }
  const n = top > 0 ? 28 + countDigits(top) : hi === 0 ? countDigits(lo) : 14 + countDigits(hi);
  const last = e + n - 1;
  const gone = n - x.prec;
  if (last < x.emin || last >= x.emax || x.clamp !== 0 || gone > 13 || x.prec > 28) return null;
  if (gone <= 0) return Num.few(ps, hi, lo, e);
  const unit = TEN[gone]!;
  const up = TEN[14 - gone]!;
  const keptHi = Math.floor(hi / unit);
  const keptLo = Math.floor(lo / unit);
  const rest = lo - keptLo * unit;
  lo = keptLo + (hi - keptHi * unit) * up;
  hi = keptHi + top * up;
  return rounded(ps, hi, lo, e + gone, rest, unit, x);
}

/** The number of `x.prec` digits that is left when `rest` of a unit of `unit` has been taken away. */
function rounded(s: number, hi: number, lo: number, e: number, rest: number, unit: number, x: Ctx): Num {
  x.status |= rest !== 0 ? S.Inexact | S.Rounded : S.Rounded;
  if (rest !== 0 && roundsAway(lo - Math.floor(lo / 10) * 10, rest * 2 - unit, false, s, x.rounding)) {
    lo++;
    if (lo === PART) {
      lo = 0;
      hi++;
    }
    if ((hi === 0 ? countDigits(lo) : 14 + countDigits(hi)) > x.prec) {
      // The next power of ten.
      const kept = Math.floor(hi / 10);
      lo = Math.floor(lo / 10) + (hi - kept * 10) * 1e13;
      hi = kept;
      e++;
    }
  }
  return Num.few(s, hi, lo, e);
}

/** `a + b`, with the sign of b turned where `turn` is 1; both have few digits and are not zero. null: left to bigints. */
export function add(a: Num, b: Num, turn: number, x: Ctx): Num | null {
  const bs = b.s ^ turn;
  const d = a.e - b.e;
  const e = d < 0 ? a.e : b.e;
  if (a.hi === 0 && b.hi === 0 && d < 15 && d > -15) {
    const p = d > 0 ? a.lo * TEN[d]! : a.lo;
    const q = d < 0 ? b.lo * TEN[-d]! : b.lo;
    if (p < SAFE / 2 && q < SAFE / 2) {
      const sum = a.s === bs ? p + q : p - q;
      if (sum === 0) return fix(num(x.rounding === 'ROUND_FLOOR' ? 1 : 0, 0n, e), x);
      return sum < 0 ? small(a.s ^ 1, -sum, e, x) : small(a.s, sum, e, x);
    }
  }
  if (d < 28 && d > -28) {
    const r = d < 0 ? addParts(b, bs, a, a.s, -d, e, x) : addParts(a, a.s, b, bs, d, e, x);
    if (r !== null) return r;
  }
  if (d > MAX_SHIFT || d < -MAX_SHIFT) return null;
  let n = load(W, a, d > 0 ? d : 0);
  const m = load(V, b, d < 0 ? -d : 0);
  for (let i = n; i < m; i++) W[i] = 0;
  if (n < m) n = m;
  for (let i = m; i < n; i++) V[i] = 0;
  let { s } = a as { s: number };
  if (s === bs) {
    let carry = 0;
    for (let i = 0; i < n; i++) {
      let t = W[i]! + V[i]! + carry;
      carry = t >= BASE ? 1 : 0;
      if (carry) t -= BASE;
      W[i] = t;
    }
    if (carry) W[n++] = 1;
  } else {
    let i = n - 1;
    while (i >= 0 && W[i] === V[i]) i--;
    if (i < 0) return fix(num(x.rounding === 'ROUND_FLOOR' ? 1 : 0, 0n, e), x);
    n = i + 1;
    const less = W[i]! < V[i]!;
    if (less) s ^= 1;
    let borrow = 0;
    for (i = 0; i < n; i++) {
      let t = (less ? V[i]! - W[i]! : W[i]! - V[i]!) - borrow;
      borrow = t < 0 ? 1 : 0;
      if (borrow) t += BASE;
      W[i] = t;
    }
    while (W[n - 1] === 0) n--;
  }
  return finish(W, n, s, e, x);
}

/** `a * b`, both of few digits and not zero. */
export function multiply(a: Num, b: Num, x: Ctx): Num {
  const s = a.s ^ b.s;
  const e = a.e + b.e;
  if (a.hi === 0 && b.hi === 0) {
    const p = a.lo * b.lo;
    if (p <= SAFE) return small(s, p, e, x);
  }
  const n = load(U, a, 0);
  const m = load(V, b, 0);
  for (let i = 0; i < n + m; i++) W[i] = 0;
  for (let i = 0; i < n; i++) {
    const u = U[i]!;
    let carry = 0;
    for (let k = 0; k < m; k++) {
      const t = u * V[k]! + W[i + k]! + carry;
      carry = Math.floor(t / BASE);
      W[i + k] = t - carry * BASE;
    }
    W[i + m] = carry;
  }
  let length = n + m;
  while (W[length - 1] === 0) length--;
  return finish(W, length, s, e, x);
}

/** Divides the `n` limbs of W by the `m` of V in place (Knuth's algorithm D); the limbs of the quotient are in U. Whether nothing is left. */
function divideLimbs(n: number, m: number): boolean {
  if (m === 1) {
    const v = V[0]!;
    let r = 0;
    for (let i = n - 1; i >= 0; i--) {
      const t = r * BASE + W[i]!;
      const q = Math.floor(t / v);
      U[i] = q;
      r = t - q * v;
    }
    return r === 0;
  }
  // So that the divisor's first limb is at least half of the base.
  const f = Math.floor(BASE / (V[m - 1]! + 1));
  W[n] = 0;
  if (f > 1) {
    scale(W, n, f);
    scale(V, m, f);
  }
  const v1 = V[m - 1]!;
  const v2 = V[m - 2]!;
  for (let j = n - m; j >= 0; j--) {
    const top = W[j + m]! * BASE + W[j + m - 1]!;
    let q = Math.floor(top / v1);
    let r = top - q * v1;
    while (q >= BASE || q * v2 > r * BASE + W[j + m - 2]!) {
      q--;
      r += v1;
      if (r >= BASE) break;
    }
    let borrow = 0;
    for (let i = 0; i < m; i++) {
      const t = W[i + j]! - q * V[i]! - borrow;
      borrow = t < 0 ? Math.ceil(-t / BASE) : 0;
      W[i + j] = t + borrow * BASE;
    }
    let left = W[j + m]! - borrow;
    if (left < 0) {
      q--;
      let carry = 0;
      for (let i = 0; i < m; i++) {
        let t = W[i + j]! + V[i]! + carry;
        carry = t >= BASE ? 1 : 0;
        if (carry) t -= BASE;
        W[i + j] = t;
      }
      left += carry;
    }
    W[j + m] = left;
    U[j] = q;
  }
  for (let i = 0; i < m; i++) if (W[i] !== 0) return false;
  return true;
}

/** Multiplies `n` limbs; the carry goes into one more, which is there. */
function scale(w: Float64Array, n: number, f: number): void {
  let carry = 0;
  for (let i = 0; i < n; i++) {
    const t = w[i]! * f + carry;
    carry = Math.floor(t / BASE);
    w[i] = t - carry * BASE;
  }
  if (carry > 0) w[n] = carry;
}

/** `a / b`, both of few digits and not zero. null: left to bigints. */
export function divide(a: Num, b: Num, x: Ctx): Num | null {
  const s = a.s ^ b.s;
  const ideal = a.e - b.e;
  if (a.hi === 0 && b.hi === 0) {
    const q = Math.floor(a.lo / b.lo);
    if (q * b.lo === a.lo) return small(s, q, ideal, x);
  }
  const shift = b.digits - a.digits + x.prec + 1;
  if (shift < 0 || shift > MAX_SHIFT) return null;
  const m = load(V, b, 0);
  const n = load(W, a, shift);
  const exact = divideLimbs(n, m);
  let length = m === 1 ? n : n - m + 1;
  while (length > 1 && U[length - 1] === 0) length--;
  let e = ideal - shift;
  if (exact) {
    while (e < ideal && (U[0]! | 0) % 10 === 0) {
      length = drop(U, length, 1, s, 'ROUND_DOWN');
      e++;
    }
  } else if ((U[0]! | 0) % 5 === 0) U[0] = U[0]! + 1; // The last digit must not look like an exact half or an exact result.
  return finish(U, length, s, e, x);
}

/** Order of the coefficients of numbers of few digits that have the same first digit's place; undefined: left to bigints. */
export function order(a: Num, b: Num): number | undefined {
  const d = a.e - b.e;
  if (d === 0) return a.hi !== b.hi ? (a.hi < b.hi ? -1 : 1) : a.lo === b.lo ? 0 : a.lo < b.lo ? -1 : 1;
  if (d > MAX_SHIFT || d < -MAX_SHIFT) return undefined;
  const n = load(U, a, d > 0 ? d : 0);
  const m = load(V, b, d < 0 ? -d : 0);
  if (n !== m) return n < m ? -1 : 1;
  for (let i = n - 1; i >= 0; i--) if (U[i] !== V[i]) return U[i]! < V[i]! ? -1 : 1;
  return 0;
}

/** The number, of few digits, with exponent `e`, rounded where digits go. null: left to bigints. */
export function rescale(a: Num, e: number, mode: Rounding): Num | null {
  const d = a.e - e;
  if (d >= 0) return a.digits + d > 28 ? null : pack(U, load(U, a, d), a.s, e);
  if (d < -MAX_SHIFT) return null;
  if (a.hi === 0 && d > -15) {
    const unit = TEN[-d]!;
    const rest = a.lo % unit;
    const q = (a.lo - rest) / unit;
    return Num.few(a.s, 0, rest !== 0 && roundsAway(q, rest * 2 - unit, false, a.s, mode) ? q + 1 : q, e);
  }
  return pack(U, drop(U, load(U, a, 0), -d, a.s, mode), a.s, e);
}

/** Quotient and remainder of the coefficients of two numbers of the same exponent or nearly so; undefined: left to bigints. */
export function divideWhole(a: Num, b: Num): readonly [q: number, r: number] | undefined {
  const d = a.e - b.e;
  if (a.hi !== 0 || b.hi !== 0 || d > 14 || d < -14) return undefined;
  const p = d > 0 ? a.lo * TEN[d]! : a.lo;
  const q = d < 0 ? b.lo * TEN[-d]! : b.lo;
  if (p > SAFE || q > SAFE) return undefined;
  const r = p % q;
  return [(p - r) / q, r];
}
