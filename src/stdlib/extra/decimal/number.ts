/** Decimal numbers and rounding: the General Decimal Arithmetic's model (http://speleotrove.com/decimal/), on bigints; limbs.ts has the common operations on short numbers. */
import { work } from '../../../objects/work.js';
import { order } from './limbs.js';


/** Conditions, with libmpdec's bits: their order shows in a context's repr. */
export const S = {
  Clamped: 0x1, ConversionSyntax: 0x2, DivisionByZero: 0x4, DivisionImpossible: 0x8, DivisionUndefined: 0x10, Inexact: 0x40, InvalidContext: 0x80,
  InvalidOperation: 0x100, FloatOperation: 0x400, Overflow: 0x800, Rounded: 0x1000, Subnormal: 0x2000, Underflow: 0x4000,
} as const;
/** Everything that is an InvalidOperation. */
export const INVALID = S.ConversionSyntax | S.DivisionImpossible | S.DivisionUndefined | S.InvalidContext | S.InvalidOperation;

export const ROUNDINGS = ['ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN', 'ROUND_05UP'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** What arithmetic needs of a context; `status` collects the conditions of one operation. */
export interface Ctx {
  prec: number;
  rounding: Rounding;
  emin: number;
  emax: number;
  clamp: number;
  status: number;
}

export const enum K {
  Finite, Inf, QNaN, SNaN,
}

/** Powers of ten that numbers hold exactly. */
export const TEN: readonly number[] = Array.from({ length: 16 }, (_, i) => 10 ** i);
const E14 = 10n ** 14n;
const E28 = 10n ** 28n;

/** Where the coefficient is (Num.hi): not looked at; longer than 28 digits. */
const UNKNOWN = -2;
const LONG = -1;

/** sign, coefficient (payload of a NaN), exponent, kind. */
export class Num {
  constructor(
    readonly s: 0 | 1,
    readonly k: K,
    readonly e: number,
    /** The coefficient is hi * 1e14 + lo where `isFew`. */
    public hi: number,
    public lo: number,
    private big: bigint | null,
  ) {}
  static few(s: number, hi: number, lo: number, e: number): Num {
    return new Num((s & 1) as 0 | 1, K.Finite, e, hi, lo, null);
  }
  static of(s: number, c: bigint, e: number, k: K): Num {
    return new Num((s & 1) as 0 | 1, k, e, UNKNOWN, 0, c);
  }
  get c(): bigint {
    return (this.big ??= this.hi === 0 ? BigInt(this.lo) : BigInt(this.hi) * E14 + BigInt(this.lo));
  }
  /** The coefficient has up to 28 digits, which are in `hi` and `lo`. */
  get isFew(): boolean {
    return this.hi >= 0 || (this.hi === UNKNOWN && this.split());
  }
  private split(): boolean {
    const c = this.big!;
    if (c >= E28) {
      this.hi = LONG;
      return false;
    }
    const hi = c < E14 ? 0 : Number(c / E14);
    this.lo = hi === 0 ? Number(c) : Number(c % E14);
    this.hi = hi;
    return true;
  }
  /** The coefficient is zero. */
  get zero(): boolean {
    return this.lo === 0 && (this.hi === 0 || (this.hi === UNKNOWN && this.big === 0n));
  }
  /** Number of digits; 1 for zero. */
  get digits(): number {
    return this.isFew ? (this.hi === 0 ? countDigits(this.lo) : 14 + countDigits(this.hi)) : digits(this.big!);
  }
  /** The coefficient in decimal. */
  get text(): string {
    return !this.isFew ? String(this.big!) : this.hi === 0 ? String(this.lo) : this.hi + String(this.lo).padStart(14, '0');
  }
  /** With another sign, exponent or kind. */
  with(s: number, e = this.e, k = this.k): Num {
    return new Num((s & 1) as 0 | 1, k, e, this.hi, this.lo, this.big);
  }
}

export const num = (s: number, c: bigint, e: number): Num => Num.of(s, c, e, K.Finite);
export const inf = (s: number): Num => Num.of(s, 0n, 0, K.Inf);
export const NAN: Num = Num.of(0, 0n, 0, K.QNaN);

/** Decimal digits of a safe integer; 1 for zero. */
export function countDigits(x: number): number {
  if (x < 1e7) return x < 1e3 ? (x < 10 ? 1 : x < 100 ? 2 : 3) : x < 1e5 ? (x < 1e4 ? 4 : 5) : x < 1e6 ? 6 : 7;
  if (x < 1e11) return x < 1e9 ? (x < 1e8 ? 8 : 9) : x < 1e10 ? 10 : 11;
  return x < 1e13 ? (x < 1e12 ? 12 : 13) : x < 1e15 ? (x < 1e14 ? 14 : 15) : 16;
}

/** A safe integer that is not negative. */
export const whole = (s: number, c: number, e: number): Num => {
  if (c < 1e14) return Num.few(s, 0, c, e);
  const hi = Math.floor(c / 1e14);
  return Num.few(s, hi, c - hi * 1e14, e);
};

/** Limbs of seven digits, least first (limbs.ts). */
export function fromLimbs(w: Float64Array, n: number): bigint {
  let c = 0n;
  for (let i = n - 1; i >= 0; i--) c = c * 10000000n + BigInt(w[i]!);
  return c;
}

const POWERS: bigint[] = [1n];
export function pow10(n: number): bigint {
  if (n < 64) {
    while (POWERS.length <= n) POWERS.push(POWERS[POWERS.length - 1]! * 10n);
    return POWERS[n]!;
  }
  return 10n ** BigInt(n);
}

/** Decimal digits of a bigint; 1 for zero. */
export function digits(c: bigint): number {
  if (c < 10n) return 1;
  const x = Number(c);
  if (x < 1e300) {
    // The logarithm may be off by one where c is next to a power of ten: settle by comparison.
    let n = Math.max(1, Math.floor(Math.log10(x)));
    while (c >= pow10(n)) n++;
    return n;
  }
  const bits = c.toString(16).length * 4;
  work((bits * bits) / 1024);
  // Between the estimates for the top hex digit's 1 to 4 bits: settle by comparison.
  let n = Math.max(1, Math.floor((bits - 4) * 0.30102999566398114));
  while (c >= pow10(n)) n++;
  return n;
}

export const isNaN_ = (a: Num): boolean => a.k >= K.QNaN;
export const isZero = (a: Num): boolean => a.k === K.Finite && a.zero;
export const adjusted = (a: Num): number => a.e + a.digits - 1;
export const etiny = (x: Ctx): number => x.emin - x.prec + 1;
export const etop = (x: Ctx): number => x.emax - x.prec + 1;
export const negate = (a: Num): Num => a.with(a.s ^ 1);
export const abs = (a: Num): Num => (a.s === 0 ? a : a.with(0));

/** Whether dropping `rest` (of a unit of `unit`) from `q` rounds away from zero. */
function roundsUp(q: bigint, rest: bigint, unit: bigint, sign: number, mode: Rounding): boolean {
  if (rest === 0n) return false;
  switch (mode) {
    case 'ROUND_UP':
      return true;
    case 'ROUND_DOWN':
      return false;
    case 'ROUND_CEILING':
      return sign === 0;
    case 'ROUND_FLOOR':
      return sign === 1;
    case 'ROUND_HALF_UP':
      return rest * 2n >= unit;
    case 'ROUND_HALF_DOWN':
      return rest * 2n > unit;
    case 'ROUND_05UP':
      return q % 5n === 0n;
    default: {
      const twice = rest * 2n;
      return twice > unit || (twice === unit && q % 2n === 1n);
    }
  }
}

/** The coefficient without its last `drop` digits. */
export function dropDigits(c: bigint, drop: number, sign: number, mode: Rounding): { c: bigint; inexact: boolean } {
  // More digits than there are: all of it is the rest of a unit that is larger.
  if (drop > digits(c) + 1) drop = digits(c) + 1;
  const unit = pow10(drop);
  const q = c / unit;
  const rest = c - q * unit;
  return { c: roundsUp(q, rest, unit, sign, mode) ? q + 1n : q, inexact: rest !== 0n };
}

function overflowed(s: number, x: Ctx): Num {
  x.status |= S.Overflow | S.Inexact | S.Rounded;
  const away = x.rounding === 'ROUND_UP' || x.rounding.startsWith('ROUND_HALF') || (x.rounding === 'ROUND_CEILING' ? s === 0 : x.rounding === 'ROUND_FLOOR' && s === 1);
  return away ? inf(s) : num(s, pow10(x.prec) - 1n, etop(x));
}

/** The number a context makes of an exact result. */
export function fix(a: Num, x: Ctx): Num {
  if (a.k !== K.Finite) return isNaN_(a) ? fixNaN(a, x) : a;
  const tiny = etiny(x);
  const top = etop(x);
  if (a.zero) {
    const e = Math.min(Math.max(a.e, tiny), x.clamp ? top : x.emax);
    if (e === a.e) return a;
    x.status |= S.Clamped;
    return num(a.s, 0n, e);
  }
  const n = a.digits;
  let e = n + a.e - x.prec;
  if (e > top) return overflowed(a.s, x);
  const subnormal = e < tiny;
  if (subnormal) e = tiny;
  if (a.e < e) {
    const r = dropDigits(a.c, e - a.e, a.s, x.rounding);
    let { c } = r;
    if (digits(c) > x.prec) {
      c /= 10n;
      e++;
    }
    if (e > top) return overflowed(a.s, x);
    if (subnormal) x.status |= r.inexact ? S.Underflow | S.Subnormal : S.Subnormal;
    if (r.inexact) x.status |= S.Inexact;
    x.status |= S.Rounded;
    if (c === 0n) x.status |= S.Clamped;
    return num(a.s, c, e);
  }
  if (subnormal) x.status |= S.Subnormal;
  if (x.clamp && a.e > top) {
    x.status |= S.Clamped;
    return num(a.s, a.c * pow10(a.e - top), top);
  }
  return a;
}

function fixNaN(a: Num, x: Ctx): Num {
  const most = x.prec - x.clamp;
  if (!a.zero && a.digits > most) return Num.of(a.s, a.c % pow10(most), a.e, a.k);
  return a;
}

/** The result when an operand is a NaN; null when none is. Signaling ones are invalid. */
export function nanResult(x: Ctx, a: Num, b: Num | null = null, c: Num | null = null): Num | null {
  if (a.k < K.QNaN && (b === null || b.k < K.QNaN) && (c === null || c.k < K.QNaN)) return null;
  const all = [a, b, c].filter((n): n is Num => n !== null && isNaN_(n));
  const signaling = all.find((n) => n.k === K.SNaN);
  if (signaling !== undefined) {
    x.status |= S.InvalidOperation;
    return fixNaN(signaling.with(signaling.s, signaling.e, K.QNaN), x);
  }
  return fixNaN(all[0]!, x);
}

export function invalid(x: Ctx, condition: number = S.InvalidOperation): Num {
  x.status |= condition;
  return NAN;
}

/** Order of two numbers that are no NaNs. */
export function compare(a: Num, b: Num): number {
  if (a.k === K.Inf || b.k === K.Inf) {
    const x = a.k === K.Inf ? (a.s ? -1 : 1) : 0;
    const y = b.k === K.Inf ? (b.s ? -1 : 1) : 0;
    return Math.sign(x - y);
  }
  if (a.zero) return b.zero ? 0 : b.s ? 1 : -1;
  if (b.zero) return a.s ? -1 : 1;
  if (a.s !== b.s) return a.s ? -1 : 1;
  const x = adjusted(a);
  const y = adjusted(b);
  const sign = a.s ? -1 : 1;
  if (x !== y) return x > y ? sign : -sign;
  const d = a.e - b.e;
  const quick = a.isFew && b.isFew ? order(a, b) : undefined;
  if (quick !== undefined) return sign * quick + 0;
  const p = d > 0 ? a.c * pow10(d) : a.c;
  const q = d < 0 ? b.c * pow10(-d) : b.c;
  return p === q ? 0 : p > q ? sign : -sign;
}

const WIDE = 999999999999999999;
/** A context in which everything is exact. */
export const exactCtx = (): Ctx => ({ prec: WIDE, rounding: 'ROUND_HALF_EVEN', emin: -WIDE, emax: WIDE, clamp: 0, status: 0 });
export const withPrec = (x: Ctx, prec: number, rounding: Rounding = 'ROUND_HALF_EVEN'): Ctx => ({ ...x, prec, rounding, clamp: 0, status: 0 });

/** The same context, rounding half to even; conditions go to the original. */
export const half = (x: Ctx): Ctx => ({
  ...x,
  rounding: 'ROUND_HALF_EVEN',
  get status() {
    return x.status;
  },
  set status(v) {
    x.status = v;
  },
});
