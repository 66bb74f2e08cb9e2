/**
 * `pow` of doubles, correctly rounded in nearly every case: V8's is off by one in the last digit too
 * often to print what CPython prints. log and exp are computed as sums of two doubles (about 100 bits).
 */

const SPLIT = 134217729; // 2**27 + 1

let hi = 0;
let lo = 0;

function twoSum(a: number, b: number): void {
  hi = a + b;
  const t = hi - a;
  lo = a - (hi - t) + (b - t);
}

function twoProd(a: number, b: number): void {
  hi = a * b;
  const ca = SPLIT * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = SPLIT * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  lo = ah * bh - hi + ah * bl + al * bh + al * bl;
}

/** Double-double: [high, low]. */
export type DD = readonly [number, number];

function add(a: DD, b: DD): DD {
  twoSum(a[0], b[0]);
  const h = hi;
  const l = lo;
  twoSum(a[1], b[1]);
  const h2 = hi;
  const l2 = lo;
  twoSum(h, l + h2);
  twoSum(hi, lo + l2);
  return [hi, lo];
}

function mul(a: DD, b: DD): DD {
  twoProd(a[0], b[0]);
  const h = hi;
  const l = lo + (a[0] * b[1] + a[1] * b[0]);
  twoSum(h, l);
  return [hi, lo];
}

function div(a: DD, b: DD): DD {
  const q1 = a[0] / b[0];
  let r = add(a, neg(mul(b, [q1, 0])));
  const q2 = r[0] / b[0];
  r = add(r, neg(mul(b, [q2, 0])));
  const q3 = r[0] / b[0];
  return add(add([q1, 0], [q2, 0]), [q3, 0]);
}

const neg = (a: DD): DD => [-a[0], -a[1]];

export const LN2: DD = [0.6931471805599453, 2.3190468138462996e-17];

/** Natural logarithm of a positive normal double. */
export function logDD(x: number): DD {
  // x = m * 2**k with m near 1; log m = 2 atanh((m - c) / (m + c)) + log c for c = 1 + j/64.
  let k = 0;
  let m = x;
  if (m < 2.2250738585072014e-308) {
    m *= 2 ** 54;
    k = -54;
  }
  const view = scratch;
  view.setFloat64(0, m);
  const exp = ((view.getUint32(0) >>> 20) & 0x7ff) - 1023;
  view.setUint32(0, (view.getUint32(0) & 0x800fffff) | (1023 << 20));
  m = view.getFloat64(0);
  k += exp;
  if (m > 1.4142135623730951) {
    m /= 2;
    k += 1;
  }
  const j = Math.round((m - 1) * 64);
  const c = 1 + j / 64;
  twoSum(m, c);
  const den: DD = [hi, lo];
  const s = div([m - c, 0], den);
  const s2 = mul(s, s);
  // s is below 1/180: atanh's series to s**15 has more than 110 bits.
  let p: DD = [1 / 15, 0];
  for (const d of ODD) p = add(mul(p, s2), d);
  const logm = mul([2 * s[0], 2 * s[1]], p);
  const kl = mul([k, 0], LN2);
  return add(add(kl, logC(j)), logm);
}
const scratch = new DataView(new ArrayBuffer(8));

const inverse = (n: number): DD => div([1, 0], [n, 0]);
const ODD: DD[] = [13, 11, 9, 7, 5, 3, 1].map(inverse);

const logTable = new Map<number, DD>();
/** log(1 + j/64) by its atanh series. */
function logC(j: number): DD {
  let v = logTable.get(j);
  if (v === undefined) {
    const s = div([j, 0], [128 + j, 0]);
    const s2 = mul(s, s);
    let p: DD = [0, 0];
    for (let n = 59; n >= 1; n -= 2) p = add(mul(p, s2), inverse(n));
    v = mul([2 * s[0], 2 * s[1]], p);
    logTable.set(j, v);
  }
  return v;
}

const FACT: DD[] = [];
{
  let f: DD = [1, 0];
  for (let n = 1; n <= 14; n++) {
    f = mul(f, [n, 0]);
    FACT.push(div([1, 0], f));
  }
}

/** exp(r) of a double-double with |r| <= 0.35. */
export function expNearZero(x: DD): DD {
  // Halve six times, then square back.
  const r: DD = [x[0] / 64, x[1] / 64];
  let p: DD = FACT[12]!;
  for (let n = 11; n >= 0; n--) p = add(mul(p, r), FACT[n]!);
  p = mul(p, r); // exp(r) - 1
  for (let i = 0; i < 6; i++) p = add([2 * p[0], 2 * p[1]], mul(p, p));
  return add([1, 0], p);
}

/** e ** x for any finite x. */
export const exp = (x: number): number => expDD([x, 0]);

/** exp of a double-double, rounded to a double; the power of two is applied with care for subnormals. */
function expDD(x: DD): number {
  const k = Math.round(x[0] / LN2[0]);
  const p = expNearZero(add(x, neg(mul([k, 0], LN2))));
  if (k > 1025) return Infinity;
  if (k < -1080) return 0;
  if (k > 1000) return p[0] * 2 ** (k - 100) * 2 ** 100;
  if (k < -1020) {
    // One rounding at the subnormal's last bit: with the low part as a sticky nudge.
    const scale = 2 ** (k + 1074);
    const a = p[0] * scale;
    let n = Math.floor(a);
    const rest = a - n + p[1] * scale;
    if (rest > 0.5 || (rest === 0.5 && n % 2 === 1)) n += 1;
    return n * 2 ** -1074;
  }
  return p[0] * 2 ** k;
}

/** x ** n by multiplication in two doubles, without their arrays: the common small powers. */
function powSmall(x: number, n: number): number {
  let h = x;
  let l = 0;
  for (let i = 1; i < n; i++) {
    twoProd(h, x);
    const rest = lo + l * x;
    const sum = hi + rest;
    l = rest - (sum - hi);
    h = sum;
  }
  return h;
}

/** x ** n for n a multiple of 1/2, of either sign: square root, product and quotient in two doubles. */
function powHalf(x: number, n: number): number {
  const m = Math.abs(n);
  let h = 1;
  let l = 0;
  if (m % 1 !== 0) {
    h = Math.sqrt(x);
    twoProd(h, h);
    l = (x - hi - lo) / (2 * h);
  }
  for (let i = 1; i <= m; i++) {
    twoProd(h, x);
    const rest = lo + l * x;
    const sum = hi + rest;
    l = rest - (sum - hi);
    h = sum;
  }
  if (n > 0) return h + l;
  const q = 1 / h;
  twoProd(q, h);
  return q + (1 - hi - lo - q * l) / h;
}

/** `a ** b` for finite a != 0 and finite b; a < 0 only with an integer b. */
export function pow(a: number, b: number): number {
  if (b === 1) return a;
  if (b === 2) return a * a;
  if (a === 1) return 1;
  if (b === 0.5 && a > 0) return Math.sqrt(a);
  const x = Math.abs(a);
  const sign = a < 0 && Math.abs(b % 2) === 1 ? -1 : 1;
  if (x === 1) return sign;
  if (b >= 3 && b <= 32 && x > 1e-9 && x < 1e9 && Number.isInteger(b)) return sign * powSmall(x, b);
  const twice = b * 2;
  if (twice === Math.trunc(twice) && b > -32 && b <= 32 && x > 1e-8 && x < 1e8) return sign * powHalf(x, b);
  const l = logDD(x);
  const rough = l[0] * b;
  if (rough > 710) return sign * Infinity;
  if (rough < -760) return sign * 0;
  return sign * expDD(mul(l, [b, 0]));
}
