/** float arithmetic without the VM: division, modulo, rounding, parsing, hexadecimal. Methods: float-type.ts. */
import { work } from './work.js';
import { AnyFloat, PyFloat, type PyValue } from './object.js';
import { error, overflowError, valueError, zeroDivision } from './errors.js';
import { decompose, formatDouble, toFixed } from './float-format.js';
import { asInt, intToFloat, norm, type Int } from './int.js';
import { complexPow } from './complex-math.js';
import { pow } from '../bytecode/float-pow.js';
import type { PyComplex } from './complex.js';

/** The float value of a float or int (or instance of a subclass); undefined for anything else. OverflowError for a large int. */
export function asDouble(v: PyValue): number | undefined {
  if (typeof v === 'number') return v;
  if (v instanceof AnyFloat) return v.v;
  const n = asInt(v);
  return n === undefined ? undefined : intToFloat(n);
}

/** Texts of ZeroDivisionError. */
export const BY_ZERO = { quotient: 'float floor division by zero', remainder: 'float modulo', ratio: 'float division by zero' } as const;

export function floatMod(a: number, b: number): number {
  if (b === 0) throw zeroDivision(BY_ZERO.remainder);
  const m = a % b;
  if (m === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return m < 0 !== b < 0 ? m + b : m;
}

/** Floor quotient and remainder as CPython's float_divmod. */
export function floatDivmod(a: number, b: number): [number, number] {
  let m = a % b;
  let div = (a - m) / b;
  if (m !== 0) {
    if (b < 0 !== m < 0) {
      m += b;
      div -= 1;
    }
  } else m = b < 0 ? -0 : 0;
  let floor: number;
  if (div !== 0) {
    floor = Math.floor(div);
    if (div - floor > 0.5) floor += 1;
  } else floor = a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  return [floor, m];
}

export function floatFloorDiv(a: number, b: number): number {
  if (b === 0) throw zeroDivision(BY_ZERO.quotient);
  return floatDivmod(a, b)[0];
}

export function floatTrueDiv(a: number, b: number): number {
  if (b === 0) throw zeroDivision(BY_ZERO.ratio);
  return a / b;
}

/** `a ** b`: a float, or a complex number for a negative base and a fractional exponent. */
export function floatPow(a: number, b: number): PyFloat | PyComplex {
  if (b === 0) return new PyFloat(1);
  if (a !== a) return new PyFloat(a);
  if (b !== b) return new PyFloat(a === 1 ? 1 : b);
  if (b === Infinity || b === -Infinity) {
    const x = Math.abs(a);
    return new PyFloat(x === 1 ? 1 : b > 0 === x > 1 ? Infinity : 0);
  }
  if (a === Infinity || a === -Infinity) return new PyFloat(a ** b);
  if (a === 0) {
    if (b < 0) throw zeroDivision('0.0 cannot be raised to a negative power');
    return new PyFloat(a ** b);
  }
  if (a < 0 && !Number.isInteger(b)) return complexPow(a, 0, b, 0);
  const r = pow(a, b);
  if (r === Infinity || r === -Infinity) throw error('OverflowError', 34, 'Numerical result out of range');
  return new PyFloat(r);
}

/** `round(v, n)`: correctly rounded decimal, half to even. */
export function roundFloat(v: number, n: Int): number {
  if (v !== v || v === Infinity || v === -Infinity || v === 0) return v;
  if (n > 323) return v;
  if (n < -308) return v < 0 ? -0 : 0;
  const places = Number(n);
  let r: number;
  if (places >= 0) r = Number(toFixed(v, places));
  else r = Number(toFixed(v, places) + 'e' + -places);
  if (r === Infinity) throw overflowError('rounded value too large to represent');
  return v < 0 ? -r : r;
}

/** Nearest integer, half to even. */
export function roundHalfEven(v: number): number {
  const f = Math.floor(v);
  const d = v - f;
  if (d < 0.5) return f;
  if (d > 0.5) return f + 1;
  return f % 2 === 0 ? f : f + 1;
}

export function floatRatio(v: number): [Int, Int] {
  if (v !== v) throw valueError('cannot convert NaN to integer ratio');
  if (v === Infinity || v === -Infinity) throw overflowError('cannot convert Infinity to integer ratio');
  if (Number.isSafeInteger(v)) return [v + 0, 1];
  let [m, e] = decompose(v);
  if (m === 0n) return [0, 1];
  while (e < 0 && (m & 1n) === 0n) {
    m >>= 1n;
    e++;
  }
  let d = 1n;
  if (e >= 0) m <<= BigInt(e);
  else d <<= BigInt(-e);
  return [norm(v < 0 ? -m : m), norm(d)];
}

const DECIMAL = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const SPECIAL = /^([+-]?)(inf|infinity|nan)$/i;

/** The value of ASCII text as `float()` reads it (already stripped); undefined: malformed. */
export function parseFloatText(text: string): number | undefined {
  work(16 * text.length);
  if (DECIMAL.test(text)) return Number(text.includes('_') ? text.replaceAll('_', '') : text);
  const m = SPECIAL.exec(text);
  if (m === null) return undefined;
  const v = m[2]!.length === 3 && m[2]!.toLowerCase() === 'nan' ? NaN : Infinity;
  return m[1] === '-' ? -v : v;
}

// ---- hexadecimal ----

export function floatHex(v: number): string {
  if (v !== v || v === Infinity || v === -Infinity) return v !== v ? 'nan' : v < 0 ? '-inf' : 'inf';
  const sign = v < 0 || Object.is(v, -0) ? '-' : '';
  if (v === 0) return sign + '0x0.0p+0';
  const [m, e] = decompose(v);
  const normal = m >= 1n << 52n;
  const digits = (m & ((1n << 52n) - 1n)).toString(16).padStart(13, '0');
  const exp = e + 52;
  return `${sign}0x${normal ? 1 : 0}.${digits}p${exp < 0 ? '-' : '+'}${Math.abs(exp)}`;
}

const HEXFLOAT = /^([+-]?)(?:0[xX])?([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?\d+))?$/;

/** `float.fromhex` of text stripped of white space. */
export function floatFromHex(text: string): number {
  const special = SPECIAL.exec(text);
  if (special !== null) return parseFloatText(text)!;
  const m = HEXFLOAT.exec(text);
  if (m === null || (m[2]! + (m[3] ?? '')) === '') throw valueError('invalid hexadecimal floating-point string');
  const neg = m[1] === '-';
  const frac = m[3] ?? '';
  const digits = (m[2]! + frac).replace(/^0+/, '');
  if (digits === '') return neg ? -0 : 0;
  const tooLarge = (): unknown => overflowError('hexadecimal value too large to represent as a float');
  const expText = Number(m[4] ?? 0);
  // Bits of the value before the point, to settle extreme exponents first.
  const top = 32 - Math.clz32(parseInt(digits[0]!, 16));
  const magnitude = top + 4 * (digits.length - 1) - 4 * frac.length + expText;
  if (magnitude > 1025) throw tooLarge();
  if (magnitude < -1080) return neg ? -0 : 0;
  let mant = BigInt('0x' + digits);
  let e = expText - 4 * frac.length;
  // Keep the bits a double has at this magnitude and round the rest half to even.
  const bits = top + 4 * (digits.length - 1);
  const keep = Math.min(53, magnitude + 1074);
  if (keep < bits) {
    const drop = BigInt(bits - keep);
    const half = 1n << (drop - 1n);
    const low = mant & ((1n << drop) - 1n);
    mant >>= drop;
    if (low > half || (low === half && (mant & 1n) === 1n)) mant += 1n;
    e += bits - keep;
  }
  const f = Number(mant);
  const r = e > 900 ? f * 2 ** (e - 100) * 2 ** 100 : e < -1000 ? f * 2 ** (e + 100) * 2 ** -100 : f * 2 ** e;
  if (r === Infinity) throw tooLarge();
  return neg ? -r : r;
}

export { formatDouble };
