/** exp, ln, log10 (correctly rounded) and power (libmpdec's working precisions), by fixed-point arithmetic on bigints. */
import { divide, multiply } from './arithmetic.js';
import { adjusted, compare, digits, etiny, fix, half, inf, invalid, isZero, K, nanResult, num, pow10, S, withPrec, type Ctx, type Num } from './number.js';

/** atanh(1/n) times `unit`. */
function atanhInverse(n: bigint, unit: bigint): bigint {
  let term = unit / n;
  let sum = term;
  const n2 = n * n;
  for (let k = 3n; term !== 0n; k += 2n) {
    term /= n2;
    sum += term / k;
  }
  return sum;
}

let ln10Cache: { places: number; value: bigint } = { places: 0, value: 0n };
/** ln 10 with `places` decimals, as an integer (the last digits may be off by a few units). */
function ln10(places: number): bigint {
  if (ln10Cache.places < places) {
    const p = places + 20;
    const unit = pow10(p + 10);
    const v = 46n * atanhInverse(31n, unit) + 34n * atanhInverse(49n, unit) + 20n * atanhInverse(161n, unit);
    ln10Cache = { places: p, value: v / pow10(10) };
  }
  return ln10Cache.value / pow10(ln10Cache.places - places);
}

/** exp of v / 10**places, for |v / 10**places| below about 3; same scale. */
function expFixed(v: bigint, places: number): bigint {
  const extra = 10 + Math.ceil(Math.sqrt(places));
  const k = Math.ceil(Math.sqrt(places) * 1.5) + 4;
  const p = places + extra + Math.ceil(k * 0.302);
  const unit = pow10(p);
  const r = (v * pow10(p - places)) >> BigInt(k);
  let sum = unit;
  let term = unit;
  for (let i = 1n; term !== 0n; i++) {
    term = (term * r) / (unit * i);
    sum += term;
    if (i > 100000n) break;
  }
  for (let i = 0; i < k; i++) sum = (sum * sum) / unit;
  return sum / pow10(p - places);
}

/** ln of c * 10**e, times 10**places. */
function lnFixed(c: bigint, e: number, places: number): bigint {
  const p = places + 10;
  const n = digits(c);
  // c * 10**e = m * 10**(e + n - 1), 1 <= m < 10.
  const unit = pow10(p);
  const m = n - 1 <= p ? c * pow10(p - n + 1) : c / pow10(n - 1 - p);
  const shift = BigInt(e + n - 1);
  // Newton: z += 2 (m - exp z) / (m + exp z), which triples the digits each time.
  let z = BigInt(Math.round(Math.log(Number(m / pow10(Math.max(0, p - 17))) / 10 ** Math.min(p, 17)) * 1e15)) * (p >= 15 ? pow10(p - 15) : 1n);
  if (p < 15) z /= pow10(15 - p);
  for (let good = 14; ; good *= 3) {
    const ez = expFixed(z, p);
    z += (2n * (m - ez) * unit) / (m + ez);
    if (good > p) break;
  }
  const extra = ln10(p + 20);
  return (z + (shift * extra) / pow10(20)) / pow10(10);
}

/** Rounds `value / 10**places` (an approximation with a few wrong digits at the end) once it is known well enough. */
function settle(x: Ctx, compute: (places: number) => { c: bigint; e: number; s: number }): Num {
  for (let extra = 6; ; extra += 6 + (extra >> 1)) {
    const { c, e, s } = compute(x.prec + extra);
    const n = digits(c);
    const drop = n - x.prec;
    if (drop > 3) {
      const unit = pow10(drop - 1);
      const rest = c % (5n * unit);
      // Not near a half or a whole: the wrong digits cannot matter.
      const margin = 1000n;
      if (rest > margin && rest < 5n * unit - margin) return num(s, c, e);
    }
    if (extra > 10000) return num(s, c, e);
  }
}

export function exp(a: Num, x: Ctx): Num {
  const nan = nanResult(x, a);
  if (nan !== null) return nan;
  if (a.k === K.Inf) return a.s ? num(0, 0n, 0) : a;
  if (a.zero) return num(0, 1n, 0);
  const y = half(x);
  const adj = adjusted(a);
  if (a.s === 0 && adj > digits(BigInt((x.emax + 1) * 3))) return fix(num(0, 1n, x.emax + 1), y);
  if (a.s === 1 && adj > digits(BigInt((-etiny(x) + 1) * 3))) return fix(num(0, 1n, etiny(x) - 1), y);
  if (adj < (a.s ? -x.prec - 1 : -x.prec)) {
    // 1 plus or minus next to nothing.
    const r = a.s === 0 ? num(0, pow10(x.prec) * 10n + 1n, -x.prec - 1) : num(0, pow10(x.prec + 1) - 1n, -x.prec - 1);
    return fix(r, y);
  }
  const r = settle(x, (places) => {
    const p = places + 4 + Math.max(0, adj);
    const v = (a.e + p >= 0 ? a.c * pow10(a.e + p) : a.c / pow10(-a.e - p)) * (a.s ? -1n : 1n);
    const l = ln10(p + 5);
    let q = (v * pow10(5)) / l;
    let rest = v - (q * l) / pow10(5);
    if (rest < 0n) {
      q--;
      rest = v - (q * l) / pow10(5);
    }
    return { c: expFixed(rest, p), e: Number(q) - p, s: 0 };
  });
  return fix(r, y);
}

export function ln(a: Num, x: Ctx): Num {
  const nan = nanResult(x, a);
  if (nan !== null) return nan;
  if (isZero(a)) return inf(1);
  if (a.s === 1) return invalid(x);
  if (a.k === K.Inf) return a;
  if (compare(a, num(0, 1n, 0)) === 0) return num(0, 0n, 0);
  return fix(settle(x, lnPlaces(a)), half(x));
}

/** ln as `settle` wants it: enough places for the leading zeros of a result near 0. */
function lnPlaces(a: Num): (places: number) => { c: bigint; e: number; s: number } {
  const adj = adjusted(a);
  let near = 0;
  if (adj === 0 || adj === -1) {
    const d = a.e >= 0 ? a.c * pow10(a.e) - 1n : a.c - pow10(-a.e);
    near = Math.max(0, -a.e - digits(d < 0n ? -d : d) + 1);
  }
  return (places) => {
    const p = places + near + 2;
    const v = lnFixed(a.c, a.e, p);
    return { c: v < 0n ? -v : v, e: -p, s: v < 0n ? 1 : 0 };
  };
}

export function log10(a: Num, x: Ctx): Num {
  const nan = nanResult(x, a);
  if (nan !== null) return nan;
  if (isZero(a)) return inf(1);
  if (a.s === 1) return invalid(x);
  if (a.k === K.Inf) return a;
  if (/^10*$/.test(String(a.c))) {
    const n = a.e + a.digits - 1;
    return fix(num(n < 0 ? 1 : 0, BigInt(Math.abs(n)), 0), half(x));
  }
  const natural = lnPlaces(a);
  const r = settle(x, (places) => {
    const l = natural(places + 4);
    const p = -l.e;
    return { c: (l.c * pow10(p)) / ln10(p), e: -p, s: l.s };
  });
  return fix(r, half(x));
}

const isInteger = (a: Num): boolean => a.k === K.Finite && (a.e >= 0 || a.c % pow10(Math.min(-a.e, a.digits + 1)) === 0n);
const intValue = (a: Num): bigint => (a.e >= 0 ? a.c * pow10(a.e) : a.c / pow10(-a.e));

export function power(a: Num, b: Num, x: Ctx): Num {
  const nan = nanResult(x, a, b);
  if (nan !== null) return nan;
  const whole = isInteger(b);
  const odd = whole && adjusted(b) < 40 && intValue(b) % 2n === 1n;
  if (a.s === 1 && a.k === K.Finite && !a.zero && !whole) return invalid(x);
  if (a.k === K.Inf && a.s === 1 && b.k === K.Inf) return invalid(x);
  if (a.k === K.Inf && a.s === 1 && !whole) return invalid(x);
  const s = a.s === 1 && odd ? 1 : 0;
  if (isZero(b)) return isZero(a) ? invalid(x) : num(0, 1n, 0);
  if (isZero(a)) return b.s ? inf(s) : num(s, 0n, 0);
  if (a.k === K.Inf) return b.s ? num(s, 0n, 0) : inf(s);
  const base = num(0, a.c, a.e);
  const one = compare(base, num(0, 1n, 0));
  if (one === 0) {
    if (b.k === K.Inf || !whole) {
      x.status |= S.Inexact | S.Rounded;
      return num(s, pow10(x.prec - 1), -(x.prec - 1));
    }
    if (b.s) return num(s, 1n, 0);
    let shift = adjusted(b) > 18 ? Infinity : Number(intValue(b)) * -a.e;
    if (a.e === 0) shift = 0;
    if (shift > x.prec - 1) {
      shift = x.prec - 1;
      x.status |= S.Rounded;
    }
    return num(s, pow10(shift), -shift);
  }
  if (b.k === K.Inf) return b.s === 0 === one > 0 ? inf(s) : num(s, 0n, 0);
  // Far out of range: decided by lower bounds of the exponents of the logarithm and of b, as libmpdec does.
  const over = (b.s === 0) === one > 0;
  const omega = digits(BigInt(over ? x.emax : -etiny(x)));
  if (omega < zeta(base) + adjusted(b)) return fix(num(s, 1n, over ? x.emax + 1 : etiny(x) - 1), x);
  return whole ? integerPower(base, b, s, x) : realPower(base, b, x);
}

/** A lower bound of the decimal exponent of |log10 a|. */
function zeta(a: Num): number {
  const t = adjusted(a);
  if (t > 0) return digits(BigInt(t)) - 1;
  if (t < -1) return digits(BigInt(-t - 1)) - 1;
  const d = a.e >= 0 ? a.c * pow10(a.e) - 1n : a.c - pow10(-a.e);
  const u = Math.min(a.e, 0) + digits(d < 0n ? -d : d) - 1;
  return t === 0 ? u - 2 : u - 1;
}

function integerPower(base: Num, b: Num, s: number, x: Ctx): Num {
  const w = withPrec(x, x.prec + b.digits + Math.max(b.e, -b.digits + 1) + 2);
  let t = base;
  if (b.s) {
    w.prec++;
    t = divide(num(0, 1n, 0), base, w);
  }
  const n = intValue(b).toString(2);
  let r = t;
  for (let i = 1; i < n.length; i++) {
    r = multiply(r, r, w);
    if (n[i] === '1') r = multiply(r, t, w);
    if (r.k !== K.Finite || (r.zero && w.status & S.Clamped)) break;
  }
  x.status |= w.status & ~S.Clamped;
  if (r.k === K.Inf) return fix(num(s, 1n, x.emax + 1), x);
  return fix(r.with(s), x);
}

function realPower(base: Num, b: Num, x: Ctx): Num {
  const w = withPrec({ ...x, emin: -999999999999999999, emax: 999999999999999999 }, Math.max(base.digits, x.prec) + 23);
  const l = ln(base, w);
  const p = multiply(l, b, w);
  const y: Ctx = { ...withPrec(x, w.prec), emax: 999999999999999999, emin: -999999999999999999 };
  const limit = Math.max(x.emax, -etiny(x)) * 3;
  if (adjusted(p) > digits(BigInt(limit))) return fix(num(0, 1n, p.s ? etiny(x) - 1 : x.emax + 1), x);
  const r = exp(p, y);
  x.status |= S.Inexact | S.Rounded;
  return fix(r, x);
}

/** pow(a, b, m) of integers. */
export function powerMod(a: Num, b: Num, m: Num, x: Ctx): Num {
  const nan = nanResult(x, a, b, m);
  if (nan !== null) return nan;
  if (!isInteger(a) || !isInteger(b) || !isInteger(m) || b.s === 1 && !b.zero || isZero(m) || adjusted(m) >= x.prec || (isZero(a) && isZero(b))) return invalid(x);
  const odd = intValue(b) % 2n === 1n;
  const s = a.s === 1 && odd ? 1 : 0;
  const mod = intValue(m);
  let base = ((a.c % mod) * (a.e >= 0 ? modPow(10n, BigInt(a.e), mod) : 1n)) % mod;
  if (a.e < 0) base = intValue(a) % mod;
  return num(s, modPow(base, intValue(b), mod), 0);
}

function modPow(base: bigint, e: bigint, m: bigint): bigint {
  let r = 1n % m;
  for (base %= m; e > 0n; e >>= 1n) {
    if (e & 1n) r = (r * base) % m;
    base = (base * base) % m;
  }
  return r;
}
