/** complex arithmetic and text without the VM. Methods: complex-type.ts. */
import { atan2, cos, exp, log, sin } from './elementary.js';
import { overflowError, zeroDivision } from './errors.js';
import { PyComplex } from './complex.js';
import { formatDouble } from './float-format.js';
import { pow } from '../bytecode/float-pow.js';

export function complexMul(a: number, b: number, c: number, d: number): PyComplex {
  return new PyComplex(a * c - b * d, a * d + b * c);
}

/** Smith's method, as CPython's _Py_c_quot. */
export function complexDiv(ar: number, ai: number, br: number, bi: number): PyComplex {
  const x = Math.abs(br);
  const y = Math.abs(bi);
  if (x >= y) {
    if (x === 0) throw zeroDivision('complex division by zero');
    const ratio = bi / br;
    const denom = br + bi * ratio;
    return new PyComplex((ar + ai * ratio) / denom, (ai - ar * ratio) / denom);
  }
  if (y >= x) {
    const ratio = br / bi;
    const denom = br * ratio + bi;
    return new PyComplex((ar * ratio + ai) / denom, (ai * ratio - ar) / denom);
  }
  return new PyComplex(NaN, NaN);
}

/** By repeated squaring, for exponents -100..100. */
function powInt(re: number, im: number, n: number): PyComplex {
  if (n < 0) {
    const p = powUnsigned(re, im, -n);
    return complexDiv(1, 0, p.re, p.im);
  }
  return powUnsigned(re, im, n);
}

function powUnsigned(re: number, im: number, n: number): PyComplex {
  let r = new PyComplex(1, 0);
  let p = new PyComplex(re, im);
  for (let mask = 1; mask > 0 && n >= mask; mask *= 2) {
    if (n & mask) r = complexMul(r.re, r.im, p.re, p.im);
    p = complexMul(p.re, p.im, p.re, p.im);
  }
  return r;
}

/** `hypot` as glibc computes it (Borges, "An improved algorithm for hypot(a, b)", 2019). */
export function hypot(x: number, y: number): number {
  let ax = Math.abs(x);
  let ay = Math.abs(y);
  if (ax === Infinity || ay === Infinity) return Infinity;
  if (ax !== ax || ay !== ay) return NaN;
  if (ax < ay) [ax, ay] = [ay, ax];
  if (ay <= ax * 2 ** -54) return ax + ay;
  if (ax > 2 ** 511) return corrected(ax * 2 ** -600, ay * 2 ** -600) * 2 ** 600;
  if (ay < 2 ** -459) return corrected(ax * 2 ** 600, ay * 2 ** 600) * 2 ** -600;
  return corrected(ax, ay);
}

function corrected(ax: number, ay: number): number {
  const h = Math.sqrt(ax * ax + ay * ay);
  let t1: number;
  let t2: number;
  if (h <= 2 * ay) {
    const delta = h - ay;
    t1 = ax * (2 * delta - ax);
    t2 = (delta - 2 * (ax - ay)) * delta;
  } else {
    const delta = h - ax;
    t1 = 2 * delta * (ax - 2 * ay);
    t2 = (4 * delta - ay) * ay + delta * delta;
  }
  return h - (t1 + t2) / (2 * h);
}

export function complexPow(ar: number, ai: number, br: number, bi: number): PyComplex {
  // CPython takes small real integer exponents by multiplication.
  let r: PyComplex;
  if (ar === 0 && ai === 0 && br < 0 && bi === 0) throw zeroDivision('0.0 to a negative or complex power');
  if (bi === 0 && br === Math.floor(br) && Math.abs(br) <= 100) r = powInt(ar, ai, br);
  else r = powGeneral(ar, ai, br, bi);
  if (!Number.isFinite(r.re) || !Number.isFinite(r.im)) {
    if (Math.abs(r.re) === Infinity || Math.abs(r.im) === Infinity) throw overflowError('complex exponentiation');
  }
  return r;
}

function powGeneral(ar: number, ai: number, br: number, bi: number): PyComplex {
  if (br === 0 && bi === 0) return new PyComplex(1, 0);
  if (ar === 0 && ai === 0) {
    if (bi !== 0 || br < 0) throw zeroDivision('0.0 to a negative or complex power');
    return new PyComplex(0, 0);
  }
  const vabs = hypot(ar, ai);
  let len = vabs === 1 || br === 0 ? 1 : pow(vabs, br);
  const at = atan2(ai, ar);
  let phase = at * br;
  if (bi !== 0) {
    len /= exp(at * bi);
    phase += bi * log(vabs);
  }
  // The cosine of an infinity is a domain error, for which CPython has this one text.
  if (Math.abs(phase) === Infinity) throw zeroDivision('0.0 to a negative or complex power');
  return new PyComplex(len * cos(phase), len * sin(phase));
}

export function complexAbs(re: number, im: number): number {
  if (!Number.isFinite(re) || !Number.isFinite(im)) {
    if (Math.abs(re) === Infinity) return Infinity;
    if (Math.abs(im) === Infinity) return Infinity;
    return NaN;
  }
  const r = hypot(re, im);
  if (r === Infinity) throw overflowError('absolute value too large');
  return r;
}

const part = (v: number, plus: boolean): string => {
  const s = formatDouble(v, 'r', 0);
  return v < 0 || Object.is(v, -0) ? '-' + s : plus ? '+' + s : s;
};

export function complexRepr(re: number, im: number): string {
  if (re === 0 && !Object.is(re, -0)) return part(im, false) + 'j';
  return `(${part(re, false)}${part(im, true)}j)`;
}

const NUMBER = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|inf(?:inity)?|nan)/i;

const toNumber = (s: string): number => {
  const t = s.replace(/^[+-]/, '').toLowerCase();
  const v = t.startsWith('inf') ? Infinity : t === 'nan' ? NaN : Number(t);
  return s[0] === '-' ? -v : v;
};

/** Whether underscores stand anywhere but between digits. */
export const badUnderscores = (text: string): boolean => text.includes('_') && /^_|_$|__|[^0-9]_|_[^0-9]/.test(text);

/** The value of text as `complex()` reads it (stripped, ASCII digits, underscores checked); undefined: malformed. */
export function parseComplexText(text: string): PyComplex | undefined {
  let s = text.includes('_') ? text.replaceAll('_', '') : text;
  if (s.startsWith('(')) {
    if (!s.endsWith(')')) return undefined;
    s = s.slice(1, -1).trim();
  }
  const isJ = (c: string | undefined): boolean => c === 'j' || c === 'J';
  const m = NUMBER.exec(s);
  if (m !== null) {
    const rest = s.slice(m[0].length);
    const v = toNumber(m[0]);
    if (rest === '') return new PyComplex(v, 0);
    if (isJ(rest)) return new PyComplex(0, v);
    if (rest[0] === '+' || rest[0] === '-') {
      const m2 = NUMBER.exec(rest);
      if (m2 !== null) return isJ(rest.slice(m2[0].length)) ? new PyComplex(v, toNumber(m2[0])) : undefined;
      return isJ(rest.slice(1)) ? new PyComplex(v, rest[0] === '-' ? -1 : 1) : undefined;
    }
    return undefined;
  }
  // j, +j, -j
  if (isJ(s)) return new PyComplex(0, 1);
  if ((s[0] === '+' || s[0] === '-') && isJ(s.slice(1))) return new PyComplex(0, s[0] === '-' ? -1 : 1);
  return undefined;
}

