/** The operations of the General Decimal Arithmetic that are exact up to one rounding. */
import { abs, adjusted, compare, digits, dropDigits, etiny, etop, fix, half, inf, invalid, isNaN_, isZero, K, NAN, nanResult, negate, num, pow10, S, whole, type Ctx, type Num, type Rounding } from './number.js';
import * as few from './limbs.js';

/** Two finite numbers, not zero, of up to 28 digits. */
const areFew = (a: Num, b: Num): boolean => (a.k | b.k) === K.Finite && a.isFew && b.isFew && !a.zero && !b.zero;

export function add(a: Num, b: Num, x: Ctx): Num {
  if (areFew(a, b)) {
    const r = few.add(a, b, 0, x);
    if (r !== null) return r;
  }
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  if (a.k === K.Inf) return b.k === K.Inf && a.s !== b.s ? invalid(x) : a;
  if (b.k === K.Inf) return b;
  return fix(addExact(a, b, x), x);
}

function addExact(a: Num, b: Num, x: Ctx): Num {
  const e = Math.min(a.e, b.e);
  const negativeZero = x.rounding === 'ROUND_FLOOR' && a.s !== b.s ? 1 : 0;
  if (a.zero && b.zero) return num(a.s === b.s ? a.s : negativeZero, 0n, e);
  if (a.zero || b.zero) {
    const n = a.zero ? b : a;
    const to = Math.max(e, n.e - x.prec - 1);
    return n.e <= to ? n : num(n.s, n.c * pow10(n.e - to), to);
  }
  let hi = a.e >= b.e ? a : b;
  let lo = a.e >= b.e ? b : a;
  // A number far below the other's last digit only tells how to round.
  const lowest = hi.e + Math.min(-1, hi.digits - x.prec - 2);
  if (adjusted(lo) < lowest) lo = num(lo.s, 1n, lowest);
  if (hi.e > lo.e) hi = num(hi.s, hi.c * pow10(hi.e - lo.e), lo.e);
  const sum = (hi.s ? -hi.c : hi.c) + (lo.s ? -lo.c : lo.c);
  if (sum === 0n) return num(negativeZero, 0n, lo.e);
  return sum < 0n ? num(1, -sum, lo.e) : num(0, sum, lo.e);
}

export function subtract(a: Num, b: Num, x: Ctx): Num {
  if (areFew(a, b)) {
    const r = few.add(a, b, 1, x);
    if (r !== null) return r;
  }
  return nanResult(x, a, b) ?? add(a, negate(b), x);
}

export function multiply(a: Num, b: Num, x: Ctx): Num {
  if (areFew(a, b)) return few.multiply(a, b, x);
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  const s = a.s ^ b.s;
  if (a.k === K.Inf || b.k === K.Inf) return isZero(a) || isZero(b) ? invalid(x) : inf(s);
  return fix(num(s, a.c * b.c, a.e + b.e), x);
}

export function fma(a: Num, b: Num, c: Num, x: Ctx): Num {
  const signaling = [a, b, c].some((n) => n.k === K.SNaN);
  if (signaling || isNaN_(a) || isNaN_(b)) return nanResult(x, a, b, c)!;
  const s = a.s ^ b.s;
  let p: Num;
  if (a.k === K.Inf || b.k === K.Inf) {
    if (isZero(a) || isZero(b)) return invalid(x);
    p = inf(s);
  } else p = num(s, a.c * b.c, a.e + b.e);
  return add(p, c, x);
}

export function divide(a: Num, b: Num, x: Ctx): Num {
  if (areFew(a, b)) {
    const r = few.divide(a, b, x);
    if (r !== null) return r;
  }
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  const s = a.s ^ b.s;
  if (a.k === K.Inf) return b.k === K.Inf ? invalid(x) : inf(s);
  if (b.k === K.Inf) {
    x.status |= S.Clamped;
    return num(s, 0n, etiny(x));
  }
  if (b.zero) {
    if (a.zero) return invalid(x, S.DivisionUndefined);
    x.status |= S.DivisionByZero;
    return inf(s);
  }
  if (a.zero) return fix(num(s, 0n, a.e - b.e), x);
  const shift = b.digits - a.digits + x.prec + 1;
  const short = shift > LONG_QUOTIENT ? exactQuotient(a, b) : null;
  if (short !== null) return fix(short, x);
  let e = a.e - b.e - shift;
  const top = shift >= 0 ? a.c * pow10(shift) : a.c;
  const bottom = shift >= 0 ? b.c : b.c * pow10(-shift);
  let q = top / bottom;
  if (q * bottom !== top) {
    // Inexact: the last digit must not look like an exact half or an exact result.
    if (q % 5n === 0n) q++;
  } else {
    const ideal = a.e - b.e;
    while (e < ideal && q % 10n === 0n) {
      q /= 10n;
      e++;
    }
  }
  return fix(num(s, q, e), x);
}

/** A precision of so many digits asks for exact quotients: those that end are looked for first. */
const LONG_QUOTIENT = 100_000;

/** The quotient where it has an end, that is where nothing but twos and fives is left of the divisor. */
function exactQuotient(a: Num, b: Num): Num | null {
  let [g, rest] = [a.c, b.c];
  while (rest !== 0n) [g, rest] = [rest, g % rest];
  rest = b.c / g;
  const count = (p: bigint): number => {
    let n = 0;
    for (; rest % p === 0n; rest /= p) n++;
    return n;
  };
  const places = Math.max(count(2n), count(5n));
  return rest === 1n ? num(a.s ^ b.s, (a.c * pow10(places)) / b.c, a.e - b.e - places) : null;
}

/** Quotient and remainder as integers; null when the quotient has too many digits. */
function integerDivision(a: Num, b: Num, x: Ctx): [Num, Num] | null {
  const s = a.s ^ b.s;
  const ideal = b.k === K.Inf ? a.e : Math.min(a.e, b.e);
  const d = adjusted(a) - adjusted(b);
  if (a.zero || b.k === K.Inf || d <= -2) return [num(s, 0n, 0), rescale(a, ideal, x.rounding)];
  if (d <= x.prec) {
    const quick = x.prec >= 16 && a.isFew && b.isFew ? few.divideWhole(a, b) : undefined;
    if (quick !== undefined) return [whole(s, quick[0], 0), whole(a.s, quick[1], ideal)];
    const p = a.e >= b.e ? a.c * pow10(a.e - b.e) : a.c;
    const q = a.e >= b.e ? b.c : b.c * pow10(b.e - a.e);
    const quotient = p / q;
    if (quotient < pow10(x.prec)) return [num(s, quotient, 0), num(a.s, p - quotient * q, ideal)];
  }
  return null;
}

export function divideInt(a: Num, b: Num, x: Ctx): Num {
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  const s = a.s ^ b.s;
  if (a.k === K.Inf) return b.k === K.Inf ? invalid(x) : inf(s);
  if (isZero(b)) {
    if (isZero(a)) return invalid(x, S.DivisionUndefined);
    x.status |= S.DivisionByZero;
    return inf(s);
  }
  const r = integerDivision(a, b, x);
  return r === null ? invalid(x, S.DivisionImpossible) : b.k === K.Inf ? r[0] : fix(r[0], x);
}

export function remainder(a: Num, b: Num, x: Ctx): Num {
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  if (a.k === K.Inf) return invalid(x);
  if (isZero(b)) return invalid(x, isZero(a) ? S.DivisionUndefined : S.InvalidOperation);
  const r = integerDivision(a, b, x);
  return r === null ? invalid(x, S.DivisionImpossible) : fix(r[1], x);
}

export function divmod(a: Num, b: Num, x: Ctx): [Num, Num] {
  const nan = nanResult(x, a, b);
  if (nan !== null) return [nan, nan];
  const s = a.s ^ b.s;
  if (a.k === K.Inf) {
    if (b.k === K.Inf) return [invalid(x), NAN];
    return [inf(s), invalid(x)];
  }
  if (isZero(b)) {
    if (isZero(a)) return [invalid(x, S.DivisionUndefined), NAN];
    x.status |= S.DivisionByZero | S.InvalidOperation;
    return [inf(s), NAN];
  }
  const r = integerDivision(a, b, x);
  if (r === null) return [invalid(x, S.DivisionImpossible), NAN];
  return [b.k === K.Inf ? r[0] : fix(r[0], x), fix(r[1], x)];
}

export function remainderNear(a: Num, b: Num, x: Ctx): Num {
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  if (a.k === K.Inf) return invalid(x);
  if (isZero(b)) return invalid(x, isZero(a) ? S.DivisionUndefined : S.InvalidOperation);
  if (b.k === K.Inf) return fix(a, x);
  const ideal = Math.min(a.e, b.e);
  if (a.zero) return fix(num(a.s, 0n, ideal), x);
  const d = adjusted(a) - adjusted(b);
  if (d >= x.prec + 1) return invalid(x, S.DivisionImpossible);
  if (d <= -2) return fix(rescale(a, ideal, x.rounding), x);
  const p = a.e >= b.e ? a.c * pow10(a.e - b.e) : a.c;
  const m = a.e >= b.e ? b.c : b.c * pow10(b.e - a.e);
  let q = p / m;
  let r = p - q * m;
  if (2n * r + (q & 1n) > m) {
    r -= m;
    q++;
  }
  if (q >= pow10(x.prec)) return invalid(x, S.DivisionImpossible);
  const s = r < 0n ? a.s ^ 1 : a.s;
  return fix(num(s, r < 0n ? -r : r, ideal), x);
}

/** The number with exponent `e`, rounded where digits go. */
export function rescale(a: Num, e: number, rounding: Rounding): Num {
  if (a.k !== K.Finite) return a;
  if (a.zero) return num(a.s, 0n, e);
  const quick = a.isFew ? few.rescale(a, e, rounding) : null;
  if (quick !== null) return quick;
  if (a.e >= e) return num(a.s, a.c * pow10(a.e - e), e);
  return num(a.s, dropDigits(a.c, e - a.e, a.s, rounding).c, e);
}

export function quantize(a: Num, b: Num, x: Ctx, rounding: Rounding): Num {
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  if (a.k === K.Inf || b.k === K.Inf) return a.k === K.Inf && b.k === K.Inf ? a : invalid(x);
  if (b.e < etiny(x) || b.e > x.emax) return invalid(x);
  if (a.zero) return fix(num(a.s, 0n, b.e), x);
  const top = adjusted(a);
  if (top > x.emax || top - b.e + 1 > x.prec) return invalid(x);
  const r = rescale(a, b.e, rounding);
  if (adjusted(r) > x.emax || r.digits > x.prec) return invalid(x);
  if (!r.zero && adjusted(r) < x.emin) x.status |= S.Subnormal;
  if (r.e > a.e) {
    if (compare(r, a) !== 0) x.status |= S.Inexact;
    x.status |= S.Rounded;
  }
  return fix(r, x);
}

export function toIntegral(a: Num, x: Ctx, rounding: Rounding, exact: boolean): Num {
  const nan = nanResult(x, a);
  if (nan !== null) return nan;
  if (a.k === K.Inf || a.e >= 0) return a;
  if (a.zero) return num(a.s, 0n, 0);
  const r = rescale(a, 0, rounding);
  if (exact) {
    if (compare(r, a) !== 0) x.status |= S.Inexact;
    x.status |= S.Rounded;
  }
  return r;
}

export function normalize(a: Num, x: Ctx): Num {
  const nan = nanResult(x, a);
  if (nan !== null) return nan;
  const r = fix(a, x);
  if (r.k === K.Inf) return r;
  if (r.zero) return num(r.s, 0n, 0);
  const most = x.clamp ? etop(x) : x.emax;
  let { c, e } = r;
  while (c % 10n === 0n && e < most) {
    c /= 10n;
    e++;
  }
  return num(r.s, c, e);
}

export function sqrt(a: Num, x: Ctx): Num {
  const nan = nanResult(x, a);
  if (nan !== null) return nan;
  if (a.k === K.Inf && a.s === 0) return a;
  if (isZero(a)) return fix(num(a.s, 0n, Math.floor(a.e / 2)), x);
  if (a.s === 1) return invalid(x);
  const prec = x.prec + 1;
  let e: number = Math.floor(a.e / 2);
  let { c } = a;
  let length: number;
  if (a.e & 1) {
    c *= 10n;
    length = (a.digits >> 1) + 1;
  } else length = (a.digits + 1) >> 1;
  const shift = prec - length;
  let exact: boolean;
  if (shift >= 0) {
    c *= pow10(2 * shift);
    exact = true;
  } else {
    const unit = pow10(-2 * shift);
    const q = c / unit;
    exact = q * unit === c;
    c = q;
  }
  e -= shift;
  let n = isqrt(c);
  exact = exact && n * n === c;
  if (exact) {
    if (shift >= 0) n /= pow10(shift);
    else n *= pow10(-shift);
    e += shift;
  } else if (n % 5n === 0n) n++;
  return fix(num(0, n, e), half(x));
}

/** Integer square root by Newton's iteration. */
export function isqrt(n: bigint): bigint {
  if (n < 2n) return n;
  let r = 1n << BigInt((n.toString(16).length * 4 + 1) >> 1);
  for (;;) {
    const next = (r + n / r) >> 1n;
    if (next >= r) return r;
    r = next;
  }
}

/** compare(): -1, 0, 1 as a number, or a NaN. */
export function compareOp(a: Num, b: Num, x: Ctx, signal = false): Num {
  if (signal && (isNaN_(a) || isNaN_(b))) {
    const nan = nanResult(x, a, b)!;
    x.status |= S.InvalidOperation;
    return nan;
  }
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  const r = compare(a, b);
  return num(r < 0 ? 1 : 0, BigInt(Math.abs(r)), 0);
}

/** The total order: -0 < 0, 1.0 < 1, NaNs at the ends. */
export function compareTotal(a: Num, b: Num): number {
  if (a.s !== b.s) return a.s ? -1 : 1;
  const sign = a.s ? -1 : 1;
  const rank = (n: Num): number => (n.k === K.QNaN ? 2 : n.k === K.SNaN ? 1 : 0);
  if (isNaN_(a) || isNaN_(b)) {
    if (rank(a) !== rank(b)) return rank(a) > rank(b) ? sign : -sign;
    return a.c === b.c ? 0 : a.c > b.c ? sign : -sign;
  }
  const r = compare(a, b);
  if (r !== 0) return r;
  return a.e === b.e ? 0 : a.e > b.e ? sign : -sign;
}

export function extreme(a: Num, b: Num, x: Ctx, max: boolean, magnitude: boolean): Num {
  if (isNaN_(a) || isNaN_(b)) {
    // A quiet NaN loses against a number.
    const an = a.k === K.QNaN;
    const bn = b.k === K.QNaN;
    if (bn && !isNaN_(a)) return fix(a, x);
    if (an && !isNaN_(b)) return fix(b, x);
    return nanResult(x, a, b)!;
  }
  let c = magnitude ? compare(abs(a), abs(b)) : compare(a, b);
  if (c === 0) c = compareTotal(a, b);
  const first = max ? c >= 0 : c < 0;
  return fix(first ? a : b, x);
}

export function nextTo(a: Num, up: boolean, x: Ctx): Num {
  const nan = nanResult(x, a);
  if (nan !== null) return nan;
  const s = up ? 1 : 0;
  if (a.k === K.Inf) return a.s === s ? num(s, pow10(x.prec) - 1n, etop(x)) : a;
  const y: Ctx = { ...x, rounding: up ? 'ROUND_CEILING' : 'ROUND_FLOOR', status: 0 };
  const r = fix(a, y);
  if (compare(r, a) !== 0 || r.k !== K.Finite) return r;
  return add(a, num(up ? 0 : 1, 1n, etiny(x) - 1), y);
}

export function nextToward(a: Num, b: Num, x: Ctx): Num {
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  const c = compare(a, b);
  if (c === 0) return a.with(b.s);
  const r = nextTo(a, c < 0, x);
  if (r.k === K.Inf) x.status |= S.Overflow | S.Inexact | S.Rounded;
  else if (adjusted(r) < x.emin) {
    x.status |= S.Underflow | S.Subnormal | S.Inexact | S.Rounded;
    if (r.zero) x.status |= S.Clamped;
  }
  return r;
}

/** Value of an integral number in -limit..limit, or null. */
export function smallInt(a: Num, limit: number): number | null {
  if (a.k !== K.Finite || (a.e < 0 && a.c % pow10(Math.min(-a.e, a.digits + 1)) !== 0n)) return null;
  if (!a.zero && adjusted(a) > 18) return null;
  const v = a.e >= 0 ? a.c * pow10(Math.min(a.e, 40)) : a.c / pow10(-a.e);
  if (v > BigInt(limit)) return null;
  return a.s ? -Number(v) : Number(v);
}

export function scaleb(a: Num, b: Num, x: Ctx): Num {
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  if (b.e !== 0 || b.k !== K.Finite) return invalid(x);
  const n = smallInt(b, 2 * (x.emax + x.prec));
  if (n === null) return invalid(x);
  return a.k === K.Inf ? a : fix(num(a.s, a.c, a.e + n), x);
}

export function shift(a: Num, b: Num, x: Ctx, rotate: boolean): Num {
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  if (b.e !== 0 || b.k !== K.Finite) return invalid(x);
  const n = smallInt(b, x.prec);
  if (n === null) return invalid(x);
  if (a.k === K.Inf) return a;
  const unit = pow10(x.prec);
  const c = a.c % unit;
  if (!rotate) return num(a.s, n < 0 ? c / pow10(-n) : (c * pow10(n)) % unit, a.e);
  const k = n < 0 ? x.prec + n : n;
  const t = c * pow10(k);
  return num(a.s, (t % unit) + t / unit, a.e);
}

export function logb(a: Num, x: Ctx): Num {
  const nan = nanResult(x, a);
  if (nan !== null) return nan;
  if (a.k === K.Inf) return inf(0);
  if (a.zero) {
    x.status |= S.DivisionByZero;
    return inf(1);
  }
  const n = adjusted(a);
  return fix(num(n < 0 ? 1 : 0, BigInt(Math.abs(n)), 0), x);
}

/** and, or, xor on coefficients of zeros and ones. */
export function logical(a: Num, b: Num | null, x: Ctx, f: (p: number, q: number) => number): Num {
  const ok = (n: Num): boolean => n.k === K.Finite && n.s === 0 && n.e === 0 && /^[01]+$/.test(String(n.c));
  if (!ok(a) || (b !== null && !ok(b))) return invalid(x);
  const cut = (n: Num): string => String(n.c).padStart(x.prec, '0').slice(-x.prec);
  const p = cut(a);
  const q = b === null ? p : cut(b);
  let out = '';
  for (let i = 0; i < x.prec; i++) out += f(Number(p[i]), Number(q[i]));
  return num(0, BigInt(out), 0);
}

export function numberClass(a: Num, x: Ctx): string {
  if (a.k === K.SNaN) return 'sNaN';
  if (a.k === K.QNaN) return 'NaN';
  const sign = a.s ? '-' : '+';
  if (a.k === K.Inf) return `${sign}Infinity`;
  if (a.zero) return `${sign}Zero`;
  return `${sign}${adjusted(a) < x.emin ? 'Subnormal' : 'Normal'}`;
}
