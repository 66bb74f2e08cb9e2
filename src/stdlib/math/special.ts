/** Functions of real numbers that JavaScript's Math lacks: gamma, erf, fsum, nextafter, exact scaling. */
import { cos, exp, log, sin } from '../../objects/elementary.js';
import { pow } from '../../bytecode/float-pow.js';
import { overflowError, valueError } from '../../objects/errors.js';

const buffer = new DataView(new ArrayBuffer(8));

/** `m, e` with v = m * 2**e and 0.5 <= |m| < 1. */
export function frexp(v: number): [m: number, e: number] {
  if (v === 0 || !Number.isFinite(v)) return [v, 0];
  let e = 0;
  let x = v;
  if (Math.abs(x) < 2.2250738585072014e-308) {
    x *= 2 ** 54;
    e = -54;
  }
  buffer.setFloat64(0, x);
  const hi = buffer.getUint32(0);
  e += ((hi >>> 20) & 0x7ff) - 1022;
  buffer.setUint32(0, (hi & 0x800fffff) | 0x3fe00000);
  return [buffer.getFloat64(0), e];
}

/** v * 2**e, rounded once; Infinity on overflow. */
export function scale(v: number, e: number): number {
  if (v === 0 || !Number.isFinite(v)) return v;
  const [m, k] = frexp(v);
  const t = k + e;
  if (t > 1024) return v < 0 ? -Infinity : Infinity;
  if (t >= -1021) return t === 1024 ? m * 2 * 2 ** 1023 : m * 2 ** t;
  if (t < -1100) return v < 0 ? -0 : 0;
  return m * 2 ** (t + 1000) * 2 ** -1000 === 0 ? (v < 0 ? -0 : 0) : subnormal(m, t);
}

/** m * 2**t below the normal range: one rounding. */
function subnormal(m: number, t: number): number {
  const bits = t + 1074; // how many bits of m stay
  const whole = m * 2 ** 53;
  const drop = 53 - bits;
  const unit = 2 ** drop;
  let q = Math.floor(whole / unit);
  const rest = whole - q * unit;
  if (rest > unit / 2 || (rest === unit / 2 && q % 2 !== 0)) q += 1;
  return q * 5e-324;
}

export function nextafter(x: number, y: number): number {
  if (x !== x || y !== y) return NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 5e-324 : -5e-324;
  buffer.setFloat64(0, x);
  const bits = buffer.getBigInt64(0);
  buffer.setBigInt64(0, x < y === x > 0 ? bits + 1n : bits - 1n);
  return buffer.getFloat64(0);
}

export function ulp(x: number): number {
  if (x !== x) return x;
  x = Math.abs(x);
  if (x === Infinity) return x;
  const next = nextafter(x, Infinity);
  return next === Infinity ? x - nextafter(x, -Infinity) : next - x;
}

/** Exact sum of floats, rounded once (Shewchuk's partials). */
export class ExactSum {
  private partials: number[] = [];
  private special = 0;
  private infs = 0;
  add(v: number): void {
    const p = this.partials;
    const original = v;
    let n = 0;
    let x = v;
    for (let j = 0; j < p.length; j++) {
      let y = p[j]!;
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const hi = x + y;
      const lo = y - (hi - x);
      if (lo !== 0) p[n++] = lo;
      x = hi;
    }
    p.length = n;
    if (x === 0) return;
    if (!Number.isFinite(x)) {
      if (Number.isFinite(original)) throw overflowError('intermediate overflow in fsum');
      if (!Number.isNaN(original)) this.infs += original;
      this.special += original;
      p.length = 0;
    } else p.push(x);
  }
  result(): number {
    if (this.special !== 0) {
      if (Number.isNaN(this.infs)) throw valueError('-inf + inf in fsum');
      return this.special;
    }
    const p = this.partials;
    let n = p.length;
    let hi = 0;
    if (n > 0) {
      hi = p[--n]!;
      let lo = 0;
      while (n > 0) {
        const x = hi;
        const y = p[--n]!;
        hi = x + y;
        lo = y - (hi - x);
        if (lo !== 0) break;
      }
      // Half-even: a further partial of lo's sign decides a tie.
      if (n > 0 && ((lo < 0 && p[n - 1]! < 0) || (lo > 0 && p[n - 1]! > 0))) {
        const y = lo * 2;
        const x = hi + y;
        if (y === x - hi) hi = x;
      }
    }
    return hi;
  }
}

// Lanczos approximation, g = 6.024680040776729583740234375, N = 13 (Boost's rational form).
const G = 6.024680040776729583740234375;
const NUM = [
  23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
  35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
  6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
  248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
  2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
  8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
  2.5066282746310002701649081771338373386264310793408,
];
const DEN = [0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1];

function lanczos(x: number): number {
  let num = 0;
  let den = 0;
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      num = num * x + NUM[i]!;
      den = den * x + DEN[i]!;
    }
  } else {
    for (let i = 0; i < 13; i++) {
      num = num / x + NUM[i]!;
      den = den / x + DEN[i]!;
    }
  }
  return num / den;
}

function sinpi(x: number): number {
  const y = Math.abs(x) % 2;
  const n = Math.round(2 * y);
  let r: number;
  switch (n) {
    case 0:
      r = sin(Math.PI * y);
      break;
    case 1:
      r = cos(Math.PI * (y - 0.5));
      break;
    case 2:
      r = sin(Math.PI * (1 - y));
      break;
    case 3:
      r = -cos(Math.PI * (y - 1.5));
      break;
    default:
      r = sin(Math.PI * (y - 2));
  }
  return x < 0 ? -r : r;
}

const SMALL_FACTORIALS: number[] = [1];
for (let i = 1; i < 23; i++) SMALL_FACTORIALS.push(SMALL_FACTORIALS[i - 1]! * i);

/** NaN for a domain error, Infinity for overflow. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x !== x || x > 0 ? x : NaN;
  if (x === 0) return NaN;
  if (x === Math.floor(x)) {
    if (x < 0) return NaN;
    if (x <= 23) return SMALL_FACTORIALS[x - 1]!;
  }
  const a = Math.abs(x);
  if (a < 1e-20) return 1 / x;
  if (a > 200) return x < 0 ? 0 / sinpi(x) : Infinity;
  const y = a + (G - 0.5);
  let z: number;
  if (a > G - 0.5) {
    const q = y - a;
    z = q - (G - 0.5);
  } else {
    const q = y - (G - 0.5);
    z = q - a;
  }
  z = (z * G) / y;
  let r: number;
  if (x < 0) {
    r = ((-Math.PI / sinpi(a) / a) * exp(y)) / lanczos(a);
    r -= z * r;
    if (a < 140) r /= pow(y, a - 0.5);
    else {
      const p = pow(y, a / 2 - 0.25);
      r /= p;
      r /= p;
    }
  } else {
    r = lanczos(a) / exp(y);
    r += z * r;
    if (a < 140) r *= pow(y, a - 0.5);
    else {
      const p = pow(y, a / 2 - 0.25);
      r *= p;
      r *= p;
    }
  }
  return r;
}

export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return x !== x ? x : Infinity;
  if (x === Math.floor(x) && x <= 2) return x <= 0 ? NaN : 0;
  const a = Math.abs(x);
  if (a < 1e-20) return -log(a);
  let r = log(lanczosScaled(a)) - G;
  r += (a - 0.5) * (log(a + G - 0.5) - 1);
  if (x < 0) r = log(Math.PI) - log(Math.abs(sinpi(a))) - log(a) - r;
  return r;
}
const lanczosScaled = lanczos;

// erf and erfc: fdlibm's rational approximations (Sun Microsystems, 1993), as in every C library.
/** By pairs of terms, as glibc does: the order of operations shows in the last digit. */
const poly = (x: number, c: readonly number[]): number => {
  const x2 = x * x;
  const x4 = x2 * x2;
  const powers = [1, x2, x4, x4 * x2, x4 * x4];
  let r = c[0]! + x * c[1]!;
  for (let i = 2; i < c.length; i += 2) r += powers[i >> 1]! * (i + 1 < c.length ? c[i]! + x * c[i + 1]! : c[i]!);
  return r;
};
const ERX = 8.45062911510467529297e-1;
const EFX = 1.28379167095512586316e-1;
const PP = [1.28379167095512558561e-1, -3.25042107247001499370e-1, -2.84817495755985104766e-2, -5.77027029648944159157e-3, -2.37630166566501626084e-5];
const QQ = [1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3, 1.32494738004321644526e-4, -3.96022827877536812320e-6];
const PA = [-2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1, 3.18346619901161753674e-1, -1.10894694282396677476e-1, 3.54783043256182359371e-2, -2.16637559486879084300e-3];
const QA = [1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2, 1.26171219808761642112e-1, 1.36370839120290507362e-2, 1.19844998467991074170e-2];
const RA = [-9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1, -6.23753324503260060396e1, -1.62396669462573470355e2, -1.84605092906711035994e2, -8.12874355063065934246e1, -9.81432934416914548592];
const SA = [1, 1.96512716674392571292e1, 1.37657754143519042600e2, 4.34565877475229228821e2, 6.45387271733267880336e2, 4.29008140027567833386e2, 1.08635005541779435134e2, 6.57024977031928170135, -6.04244152148580987438e-2];
const RB = [-9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1, -1.60636384855821916062e2, -6.37566443368389627722e2, -1.02509513161107724954e3, -4.83519191608651397019e2];
const SB = [1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3, 3.19985821950859553908e3, 2.55305040643316442583e3, 4.74528541206955367215e2, -2.24409524465858183362e1];

/** erfc of x >= 1.25 (before the sign is seen to). */
function tail(a: number): number {
  const s = 1 / (a * a);
  const [r, q] = a < 1 / 0.35 ? [poly(s, RA), poly(s, SA)] : [poly(s, RB), poly(s, SB)];
  buffer.setFloat64(0, a);
  buffer.setUint32(4, 0);
  const z = buffer.getFloat64(0);
  return (exp(-z * z - 0.5625) * exp((z - a) * (z + a) + r / q)) / a;
}

export function erf(x: number): number {
  if (x !== x) return x;
  const a = Math.abs(x);
  if (a === Infinity) return Math.sign(x);
  if (a < 0.84375) {
    if (a < 2 ** -28) return x + EFX * x;
    const z = x * x;
    return x + x * (poly(z, PP) / poly(z, QQ));
  }
  let r: number;
  if (a < 1.25) r = ERX + poly(a - 1, PA) / poly(a - 1, QA);
  else if (a >= 6) r = 1;
  else r = 1 - tail(a);
  return x < 0 ? -r : r;
}

export function erfc(x: number): number {
  if (x !== x) return x;
  if (x === Infinity) return 0;
  if (x === -Infinity) return 2;
  const a = Math.abs(x);
  if (a < 0.84375) {
    if (a < 2 ** -56) return 1 - x;
    const z = x * x;
    const y = poly(z, PP) / poly(z, QQ);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
  }
  if (a < 1.25) {
    const q = poly(a - 1, PA) / poly(a - 1, QA);
    return x >= 0 ? 1 - ERX - q : 1 + ERX + q;
  }
  if (a < 28) {
    if (x < -6) return 2;
    const t = tail(a);
    return x > 0 ? t : 2 - t;
  }
  return x > 0 ? 0 : 2;
}

/** IEEE 754 remainder. */
export function remainder(x: number, y: number): number {
  if (x !== x || y !== y) return x + y;
  if (!Number.isFinite(x) || y === 0) return NaN;
  if (!Number.isFinite(y)) return x;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const m = ax % ay;
  const c = ay - m;
  let r: number;
  if (m < c) r = m;
  else if (m > c) r = -c;
  else r = m - 2 * ((0.5 * (ax - m)) % ay);
  return Object.is(x, Math.abs(x)) ? r : -r;
}

/** Length of a vector, scaled against overflow, with the error of the squares carried along. */
export function vectorNorm(v: readonly number[]): number {
  let max = 0;
  let nan = false;
  for (const x of v) {
    if (x !== x) nan = true;
    const a = Math.abs(x);
    if (a > max) max = a;
  }
  if (max === Infinity) return max;
  if (nan) return NaN;
  if (max === 0 || v.length === 0) return 0;
  if (v.length === 1) return max;
  const e = exponentOf(max);
  if (e < -1023) return tinyNorm(v, max);
  const k = 2 ** -Math.min(e, 1023) * (e > 1023 ? 2 ** -(e - 1023) : 1);
  let sum = 1;
  let f1 = 0;
  let f2 = 0;
  for (let i = 0; i < v.length; i++) {
    const x = Math.abs(v[i]!) * k;
    // x*x as hi + lo (Veltkamp/Dekker), added with Fast2Sum.
    const t = x * 134217729;
    const hi = t - (t - x);
    const lo = x - hi;
    const q = 2 * hi * lo;
    const p = hi * hi + q;
    const old = sum;
    sum += p;
    f1 += old - sum + p;
    f2 += hi * hi - p + q + lo * lo;
  }
  let h = Math.sqrt(sum - 1 + (f1 + f2));
  // One correction step: h += (exact - h*h) / (2h).
  const t = h * 134217729;
  const hi = t - (t - h);
  const lo = h - hi;
  let old = sum;
  sum -= hi * hi;
  f1 += old - sum - hi * hi;
  old = sum;
  sum -= 2 * hi * lo;
  f1 += old - sum - 2 * hi * lo;
  old = sum;
  sum -= lo * lo;
  f1 += old - sum - lo * lo;
  h += (sum - 1 + (f1 + f2)) / (2 * h);
  return h / k;
}

/** The norm of subnormal numbers, for which there is no power of two to scale by. */
function tinyNorm(v: readonly number[], max: number): number {
  let sum = 1;
  let rest = 0;
  for (let x of v) {
    x /= max;
    x *= x;
    const old = sum;
    sum += x;
    rest += old - sum + x;
  }
  return max * Math.sqrt(sum - 1 + rest);
}

/** `frexp(x)[1]`, for x above 0. */
function exponentOf(x: number): number {
  buffer.setFloat64(0, x);
  const e = buffer.getUint16(0) >> 4;
  return e === 0 ? frexp(x)[1] : e - 1022;
}

// ---- as glibc has them: not rounded better, but the same ----

export function asinh(x: number): number {
  const a = Math.abs(x);
  if (!(a > 3.725290298461914e-9 && a < Infinity)) return x;
  let w: number;
  if (a > 268435456) w = log(a) + Math.LN2;
  else if (a > 2) w = log(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
  else {
    const t = a * a;
    w = Math.log1p(a + t / (1 + Math.sqrt(1 + t)));
  }
  return x < 0 ? -w : w;
}

export function acosh(x: number): number {
  if (!(x > 1 && x < Infinity)) return Math.acosh(x);
  if (x > 268435456) return log(x) + Math.LN2;
  if (x > 2) {
    const t = x * x;
    return log(2 * x - 1 / (x + Math.sqrt(t - 1)));
  }
  const t = x - 1;
  return Math.log1p(t + Math.sqrt(2 * t + t * t));
}

const LOG10_2_HIGH = 3.01029995663611771306e-1;
const LOG10_2_LOW = 3.69423907715893078616e-13;
const LOG10_E = 4.34294481903251816668e-1;

export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return Math.log10(x);
  const [m, e] = frexp(x);
  // m is in [0.5, 1): wanted is a factor in [1, 2), or in [0.5, 1) for x below 1.
  const k = e - 1;
  const y = k < 0 ? k + 1 : k;
  return y * LOG10_2_LOW + LOG10_E * log(k < 0 ? m : 2 * m) + y * LOG10_2_HIGH;
}
