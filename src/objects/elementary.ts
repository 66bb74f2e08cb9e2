/**
 * exp, sin, cos, tan and their inverses, rounded correctly in nearly every case, as the C library's are that CPython
 * prints: V8's are off by one in the last digit in 3 to 20 of a hundred cases. Each value is worked out as a sum of
 * two doubles, from tables in steps of 1/128 (exp) and 1/64 (sin, cos) and short series; inverse functions take
 * V8's value and one step of Newton's method. The tables are made at the first call.
 */
import { type DD, exp as slowExp, expNearZero, LN2, logDD } from '../bytecode/float-pow.js';

const SPLIT = 134217729; // 2**27 + 1

/** The low part of the last `product`. */
let low = 0;

/** a * b; what is lost by rounding is in `low`. */
function product(a: number, b: number): number {
  const p = a * b;
  const ca = SPLIT * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = SPLIT * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  low = ah * bh - p + ah * bl + al * bh + al * bl;
  return p;
}

/** The low part of a + b, whose high part is `s`. */
function lost(a: number, b: number, s: number): number {
  const t = s - a;
  return a - (s - t) + (b - t);
}

// ---- exp ----

const STEPS = 128;
const PER_LN2 = STEPS / LN2[0];
/** ln 2 / 128: 35 bits, so that a product with a step number is exact, and the rest. */
const STEP_HIGH = Math.floor((LN2[0] / STEPS) * 2 ** 42) / 2 ** 42;
const STEP_LOW = LN2[0] / STEPS - STEP_HIGH + LN2[1] / STEPS;

let powers: Float64Array | null = null;

/** Puts 2**(i/128) into the table in two doubles, i counted from -64 on. Each when it is first asked for. */
function makePower(table: Float64Array, i: number): void {
  const f = (i - STEPS / 2) / STEPS;
  const p = product(f, LN2[0]);
  const [h, l] = expNearZero([p, low + f * LN2[1]]);
  table[2 * i] = h;
  table[2 * i + 1] = l;
}

/** What `expParts` leaves: exp is (expH + expL) * 2**expM. */
let expH = 0;
let expL = 0;
let expM = 0;

/** 2**(k/128) * exp(h + l), where h is less than ln 2 / 128. */
function expParts(k: number, h: number, l: number): void {
  powers ??= new Float64Array(2 * STEPS);
  const m = Math.floor((k + STEPS / 2) / STEPS);
  const i = k - m * STEPS + STEPS / 2;
  if (powers[2 * i] === 0) makePower(powers, i);
  const th = powers[2 * i]!;
  const tl = powers[2 * i + 1]!;
  const p = l + h * h * (0.5 + h * (1 / 6 + h * (1 / 24 + h * (1 / 120 + h / 720))));
  const a = product(th, h);
  const al = low;
  const s = th + a;
  const t = a - (s - th) + (al + (th * p + tl + tl * h));
  expM = m;
  expH = s + t;
  expL = t - (expH - s);
}

/** Takes multiples of ln 2 / 128 off x, then `expParts`. */
function expReduced(x: number): void {
  const k = Math.round(x * PER_LN2);
  const a = x - k * STEP_HIGH;
  const b = -k * STEP_LOW;
  const h = a + b;
  expParts(k, h, lost(a, b, h));
}

const scaled = (y: number, m: number): number => (m > 1023 ? y * 2 ** 1023 * 2 : y * 2 ** m);

/** e**x. */
export function exp(x: number): number {
  if (!(x > -708 && x < 709.782712893384)) return x > 0 && x <= 709.782712893384 ? slowExp(x) : x <= -708 && x > -746 ? slowExp(x) : Math.exp(x);
  expReduced(x);
  return scaled(expH, expM);
}

/** 2**x. */
export function exp2(x: number): number {
  if (!(x > -1021 && x < 1024)) return Math.pow(2, x);
  const k = Math.round(x * STEPS);
  const f = x - k / STEPS;
  const p = product(f, LN2[0]);
  expParts(k, p, low + f * LN2[1]);
  return scaled(expH, expM);
}

/** Natural logarithm. */
export function log(x: number): number {
  if (!(x > 2.2250738585072014e-308 && x < Infinity) || x === 1) return Math.log(x);
  if (x > 0.96875 && x < 1.03125) {
    const [h, l] = logDD(x);
    return h + l;
  }
  const y = Math.log(x);
  expReduced(-y);
  // x * e**-y is nearly 1: what it is more goes on top of y.
  const s = expM < -1000 ? x * 2 ** -1000 * 2 ** (expM + 1000) : x * 2 ** expM;
  const p = product(s, expH);
  return y + (p - 1 + (low + s * expL));
}

/** As in fdlibm, from exp and expm1. */
export function cosh(x: number): number {
  const a = Math.abs(x);
  if (a < 0.34657359027997264) {
    const t = Math.expm1(a);
    return 1 + (t * t) / (2 * (1 + t));
  }
  if (a < 22) {
    const t = exp(a);
    return 0.5 * t + 0.5 / t;
  }
  if (a < 709.782712893384) return 0.5 * exp(a);
  const w = exp(0.5 * a);
  return 0.5 * w * w;
}

// ---- sin and cos ----

/** pi/2: two parts of 33 bits and a double. */
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487959506e-21;
/** Beyond this a product of the quadrant's number with a part of pi/2 is not exact. */
const LARGE = 1e6;

const TABLE = 53;
let sines: Float64Array | null = null;

/** sin and cos of i/64, each in two doubles: by their series, over a common denominator, in whole numbers. */
function makeSines(): Float64Array {
  const table = new Float64Array(4 * TABLE);
  const one = 1n << 140n;
  for (let i = 0; i < TABLE; i++) {
    const x = (one * BigInt(i)) / 64n;
    const x2 = (x * x) / one;
    let sin = 0n;
    let cos = 0n;
    let s = x;
    let c = one;
    for (let n = 1n; s !== 0n || c !== 0n; n += 2n) {
      sin += s;
      cos += c;
      s = (-s * x2) / one / ((n + 1n) * (n + 2n));
      c = (-c * x2) / one / (n * (n + 1n));
    }
    const at = 4 * i;
    [table[at], table[at + 1]] = twoDoubles(sin, 140);
    [table[at + 2], table[at + 3]] = twoDoubles(cos, 140);
  }
  return table;
}

/** n / 2**bits as a sum of two doubles. */
function twoDoubles(n: bigint, bits: number): DD {
  if (n === 0n) return [0, 0];
  const abs = n < 0n ? -n : n;
  // 60 bits of it are enough for the high part and to know how it was rounded.
  const spare = Math.max(0, abs.toString(2).length - 60);
  const h = Number(abs >> BigInt(spare));
  const rest = abs - (BigInt(h) << BigInt(spare));
  const sign = n < 0n ? -1 : 1;
  return [sign * h * 2 ** (spare - bits), sign * Number(rest) * 2 ** -bits];
}

/** What `reduce` and `sincos` leave: the angle in two doubles, sin and cos of it in two doubles each. */
let angleH = 0;
let angleL = 0;
let sinH = 0;
let sinL = 0;
let cosH = 0;
let cosL = 0;

/** Takes multiples of pi/2 off x. Result: their number modulo 4; the rest is in `angle`. */
function reduce(x: number): number {
  if (Math.abs(x) <= 0.7853981633974483) {
    angleH = x;
    angleL = 0;
    return 0;
  }
  if (Math.abs(x) > LARGE) return reduceLarge(x);
  const k = Math.round(x / 1.5707963267948966);
  const a = x - k * HALF_PI_1;
  const b = -k * HALF_PI_2;
  const h = a + b;
  const l = lost(a, b, h) - k * HALF_PI_3;
  angleH = h + l;
  angleL = lost(h, l, angleH);
  return k & 3;
}

let piBits: bigint | null = null;
/** Bits behind the point of pi/2 as a whole number. */
const PI_BITS = 1280;

/** pi/2 by Machin's formula. */
function halfPi(): bigint {
  const one = 1n << BigInt(PI_BITS + 32);
  const inverseTan = (n: bigint): bigint => {
    let sum = 0n;
    let t = one / n;
    for (let k = 1n; t !== 0n; k += 2n) {
      sum += (k & 2n) === 0n ? t / k : -(t / k);
      t /= n * n;
    }
    return sum;
  };
  return (2n * (4n * inverseTan(5n) - inverseTan(239n))) >> 32n;
}

function reduceLarge(x: number): number {
  piBits ??= halfPi();
  // x is m * 2**e.
  const e = Math.abs(x) < 2 ** 53 ? -52 : Math.floor(Math.log2(Math.abs(x))) - 53;
  const m = BigInt(x / 2 ** e);
  const n = m << BigInt(PI_BITS + e);
  let k = n / piBits;
  let r = n - k * piBits;
  if (r * 2n > piBits) {
    r -= piBits;
    k += 1n;
  } else if (r * 2n < -piBits) {
    r += piBits;
    k -= 1n;
  }
  // 140 bits of the rest are enough.
  [angleH, angleL] = twoDoubles(r >> BigInt(PI_BITS - 240), 240);
  return Number(k & 3n);
}

/** sin and cos of the reduced angle. */
function sincos(): void {
  sines ??= makeSines();
  const negative = angleH < 0;
  const h = negative ? -angleH : angleH;
  const l = negative ? -angleL : angleL;
  const i = Math.round(h * 64);
  const d = h - i / 64;
  const d2 = d * d;
  const sd = l + d * d2 * (-1 / 6 + d2 * (1 / 120 - d2 / 5040));
  const cd = d2 * (-0.5 + d2 * (1 / 24 - d2 / 720)) - d * l;
  const sh = sines[4 * i]!;
  const sl = sines[4 * i + 1]!;
  const ch = sines[4 * i + 2]!;
  const cl = sines[4 * i + 3]!;
  if (i === 0) {
    sinH = d + sd;
    sinL = sd - (sinH - d);
  } else {
    const p = product(ch, d);
    const rest = low + (sl + (ch * sd + cl * d + sh * cd));
    const s = sh + p;
    const t = lost(sh, p, s) + rest;
    sinH = s + t;
    sinL = t - (sinH - s);
  }
  const p = -product(sh, d);
  const rest = -low + (cl - (sh * sd + sl * d) + ch * cd);
  const s = ch + p;
  const t = lost(ch, p, s) + rest;
  cosH = s + t;
  cosL = t - (cosH - s);
  if (negative) {
    sinH = -sinH;
    sinL = -sinL;
  }
}

/** Turns sin and cos by `quadrant` right angles. */
function turn(quadrant: number): void {
  if (quadrant & 1) [sinH, sinL, cosH, cosL] = [cosH, cosL, -sinH, -sinL];
  if (quadrant & 2) [sinH, sinL, cosH, cosL] = [-sinH, -sinL, -cosH, -cosL];
}

export function sin(x: number): number {
  if (!Number.isFinite(x) || x === 0) return Math.sin(x);
  const quadrant = reduce(x);
  sincos();
  const r = quadrant & 1 ? cosH : sinH;
  return quadrant & 2 ? -r : r;
}

export function cos(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  const quadrant = reduce(x);
  sincos();
  const r = quadrant & 1 ? sinH : cosH;
  return quadrant === 1 || quadrant === 2 ? -r : r;
}

export function tan(x: number): number {
  if (!Number.isFinite(x) || x === 0) return Math.tan(x);
  const quadrant = reduce(x);
  sincos();
  if (quadrant & 1) turn(1);
  const q = sinH / cosH;
  const p = product(q, cosH);
  return q + (sinH - p - low + (sinL - q * cosL)) / cosH;
}

// ---- inverse functions: y is V8's value ----

function sincosOf(y: number): void {
  const quadrant = reduce(y);
  sincos();
  turn(quadrant);
}

export function asin(x: number): number {
  const y = Math.asin(x);
  if (!(Math.abs(x) < 1) || Math.abs(x) < 1e-8) return y;
  sincosOf(y);
  return y + (x - sinH - sinL) / cosH;
}

export function acos(x: number): number {
  const y = Math.acos(x);
  if (!(Math.abs(x) < 1)) return y;
  sincosOf(y);
  return y + (cosH - x + cosL) / sinH;
}

export function atan(x: number): number {
  const y = Math.atan(x);
  const a = Math.abs(x);
  if (!(a > 1e-8 && a < 1e16)) return y;
  sincosOf(y);
  const p = product(x, cosH);
  return y + (p - sinH + (low + (x * cosL - sinL))) / (cosH + x * sinH);
}

export function atan2(y: number, x: number): number {
  const r = Math.atan2(y, x);
  const ay = Math.abs(y);
  const ax = Math.abs(x);
  // Where one of them does not count, or products would leave the range of doubles.
  if (!(ay > 1e-140 && ay < 1e140 && ax > 1e-140 && ax < 1e140)) return r;
  if (x > 0 && ay < ax * 1e-8) return r;
  sincosOf(r);
  const p = product(y, cosH);
  const pl = low;
  const q = product(x, sinH);
  return r + (p - q + (pl - low + (y * cosL - x * sinL))) / (x * cosH + y * sinH);
}
