/**
 * Decimal text of floats: the shortest that reads back (`repr`), and any number of correctly rounded
 * digits. JS's toFixed and toExponential round ties up and end at 100 digits, so ties and longer
 * requests are computed exactly with BigInt.
 */
import { POWERS_OF_2 } from './int.js';

/** A decimal: 0.d1d2d3... * 10**point. */
export interface Digits {
  readonly digits: string;
  readonly point: number;
}

/** `repr` of a float. */
export function floatRepr(v: number): string {
  if (Number.isInteger(v) && v < 1e16 && v > -1e16) return v === 0 && 1 / v < 0 ? '-0.0' : v + '.0';
  const a = Math.abs(v);
  if (a < 1e16 && a >= 1e-4) return String(v);
  if (v !== v) return 'nan';
  if (a === Infinity) return v > 0 ? 'inf' : '-inf';
  return fixExponent(v.toExponential());
}

/** JS writes `1e-5`, C `1e-05`. */
function fixExponent(s: string): string {
  const at = s.indexOf('e') + 2;
  return s.length - at === 1 ? s.slice(0, at) + '0' + s.slice(at) : s;
}

/** The value of a finite float as `m * 2**e`, exactly. */
export function decompose(v: number): [m: bigint, e: number] {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, v);
  const hi = bits.getUint32(0);
  const exp = (hi >>> 20) & 0x7ff;
  let m = (BigInt(hi & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  if (exp !== 0) m |= 1n << 52n;
  return [m, (exp === 0 ? 1 : exp) - 1075];
}

/** round-half-even(|v| * 10**places) as text, exactly. */
function scaled(v: number, places: number): string {
  let [num, e] = decompose(v);
  let den = 1n;
  if (places >= 0) num *= 10n ** BigInt(places);
  else den = 10n ** BigInt(-places);
  if (e >= 0) num <<= BigInt(e);
  else den <<= BigInt(-e);
  let q = num / den;
  const twice = (num - q * den) * 2n;
  if (twice > den || (twice === den && (q & 1n) === 1n)) q += 1n;
  return q.toString();
}

/** |v| with `places` digits after the point (may be 0), half to even. `v` is finite. */
export function toFixed(v: number, places: number): string {
  v = Math.abs(v);
  if (places >= 0 && places <= 100 && v < 1e21) {
    // A tie has exactly places + 1 fractional bits.
    const t = v * POWERS_OF_2[places + 1]!;
    if (t % 2 !== 1) return v.toFixed(places);
  }
  const s = scaled(v, places);
  if (places <= 0) return s;
  const padded = s.padStart(places + 1, '0');
  return padded.slice(0, -places) + '.' + padded.slice(-places);
}

/** The first `n` >= 1 significant digits of |v|, half to even. `v` is finite. */
export function significant(v: number, n: number): Digits {
  v = Math.abs(v);
  if (v === 0) return { digits: '0'.repeat(n), point: 1 };
  const s = v.toExponential(Math.min(n - 1, 100));
  const at = s.indexOf('e');
  const exp = Number(s.slice(at + 1));
  if (n <= 101) {
    const places = n - 1 - exp;
    const tie = places >= 0 ? places > 1000 || (v * 2 ** (places + 1)) % 2 === 1 : places < -22 || ((v * 2) / 10 ** -places) % 2 === 1;
    if (!tie) return { digits: n === 1 ? s.slice(0, 1) : s[0]! + s.slice(2, at), point: exp + 1 };
  }
  // 100 digits round to the same power of ten or the next one; find out which.
  let point = exp + 1;
  let digits = scaled(v, n - point);
  if (digits.length < n) {
    point -= 1;
    digits = scaled(v, n - point);
  }
  if (digits.length > n) {
    digits = digits.slice(0, n);
    point += 1;
  }
  return { digits, point };
}

/** The shortest digits that read back as |v|. */
function shortest(v: number): Digits {
  v = Math.abs(v);
  if (v === 0) return { digits: '0', point: 1 };
  const s = v.toExponential();
  const at = s.indexOf('e');
  return { digits: s[0]! + s.slice(2, at), point: Number(s.slice(at + 1)) + 1 };
}

function exponential(digits: string, exp: number, alt: boolean): string {
  const mantissa = digits.length > 1 ? digits[0]! + '.' + digits.slice(1) : alt ? digits + '.' : digits;
  const a = Math.abs(exp);
  return mantissa + (exp < 0 ? 'e-' : 'e+') + (a < 10 ? '0' + a : a);
}

function positional(digits: string, point: number, alt: boolean): string {
  if (point <= 0) return '0.' + '0'.repeat(-point) + digits;
  if (digits.length > point) return digits.slice(0, point) + '.' + digits.slice(point);
  return digits.padEnd(point, '0') + (alt ? '.' : '');
}

/**
 * |v| as C's `%e`, `%f`, `%g` write it, or `r`: repr. `alt` is the `#` flag; `dot0` adds `.0` to what
 * would look like an int (and lets `g` use an exponent one digit earlier), as `str.format` without a type does.
 * Capital letters and inf/nan are the caller's.
 */
export function formatDouble(v: number, type: 'e' | 'f' | 'g' | 'r', precision: number, alt = false, dot0 = false): string {
  if (v !== v) return 'nan';
  if (v === Infinity || v === -Infinity) return 'inf';
  if (type === 'f') {
    const s = toFixed(v, precision);
    return alt && precision === 0 ? s + '.' : s;
  }
  if (type === 'e') {
    const d = significant(v, precision + 1);
    return exponential(d.digits, v === 0 ? 0 : d.point - 1, alt);
  }
  let d: Digits;
  let limit: number;
  if (type === 'r') {
    d = shortest(v);
    limit = 16;
  } else {
    const n = precision === 0 ? 1 : precision;
    d = significant(v, n);
    limit = dot0 ? Math.max(n - 1, 0) : n;
    if (dot0 && n === 1) limit = 0;
  }
  let { digits } = d;
  if (type === 'g' && !alt) {
    let n = digits.length;
    while (n > 1 && digits.charCodeAt(n - 1) === 48) n--;
    digits = digits.slice(0, n);
  }
  if (d.point <= -4 || d.point > limit) return exponential(digits, d.point - 1, alt);
  const s = positional(digits, d.point, alt);
  if (!dot0) return s;
  return !s.includes('.') ? s + '.0' : s.endsWith('.') ? s + '0' : s;
}
