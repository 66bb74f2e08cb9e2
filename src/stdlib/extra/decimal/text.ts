/** Decimal numbers as text: parsing, to-scientific-string, and the format mini-language. */
import { valueError } from '../../../objects/errors.js';
import { abs, adjusted, compare, inf, isNaN_, K, Num, num, whole as small, type Ctx } from './number.js';
import { rescale } from './arithmetic.js';

const NUMBER = /^([-+])?(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([-+]?\d+))?$/i;
const SPECIAL = /^([-+])?(?:(inf(?:inity)?)|(s)?nan(\d*))$/i;

/** The number a text stands for; null: none. Trimmed, underscores gone, digits ASCII. */
export function parseDecimal(text: string): Num | null {
  const m = NUMBER.exec(text);
  if (m !== null) {
    const whole = m[2] ?? '';
    const frac = m[3] ?? m[4] ?? '';
    let e = Number(m[5] ?? 0) - frac.length;
    if (!Number.isSafeInteger(e)) e = e > 0 ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER;
    const sign = m[1] === '-' ? 1 : 0;
    return whole.length + frac.length <= 15 ? small(sign, Number(whole + frac), e) : num(sign, BigInt(whole + frac), e);
  }
  const s = SPECIAL.exec(text);
  if (s === null) return null;
  const sign = s[1] === '-' ? 1 : 0;
  if (s[2] !== undefined) return inf(sign);
  return Num.of(sign, BigInt(s[4] === '' || s[4] === undefined ? 0 : s[4]), 0, s[3] === undefined ? K.QNaN : K.SNaN);
}

/** Whether the exponent of a number's text is beyond what libmpdec can hold (the largest exponent, or the smallest digit's place). */
export function isBeyond(text: string): boolean {
  const m = NUMBER.exec(text);
  if (m === null || Number.isSafeInteger(Number(m[5] ?? 0))) return false;
  const last = BigInt(m[5]!) - BigInt((m[3] ?? m[4] ?? '').length);
  const digits = `${m[2] ?? ''}${m[3] ?? m[4] ?? ''}`.replace(/^0+/, '').length;
  return last < -1999999999999999997n || last + BigInt(Math.max(digits - 1, 0)) > 999999999999999999n;
}

export function toText(a: Num, capitals: boolean, engineering = false): string {
  const sign = a.s ? '-' : '';
  if (a.k === K.Inf) return `${sign}Infinity`;
  if (isNaN_(a)) return `${sign}${a.k === K.SNaN ? 'sNaN' : 'NaN'}${a.zero ? '' : a.text}`;
  const text = a.text;
  const left = a.e + text.length;
  let dot: number;
  if (a.e <= 0 && left > -6) dot = left;
  else if (!engineering) dot = 1;
  else if (a.zero) dot = mod(left + 1, 3) - 1;
  else dot = mod(left - 1, 3) + 1;
  let whole: string;
  let frac: string;
  if (dot <= 0) {
    whole = '0';
    frac = `.${'0'.repeat(-dot)}${text}`;
  } else if (dot >= text.length) {
    whole = text + '0'.repeat(dot - text.length);
    frac = '';
  } else {
    whole = text.slice(0, dot);
    frac = `.${text.slice(dot)}`;
  }
  const e = left - dot;
  return sign + whole + frac + (e === 0 ? '' : `${capitals ? 'E' : 'e'}${e < 0 ? '' : '+'}${e}`);
}
const mod = (a: number, n: number): number => ((a % n) + n) % n;

const SPEC = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(0)?(?!0)(\d+)?(,)?(?:\.(\d+))?([eEfFgGn%])?$/su;

export interface Locale {
  readonly point: string;
  readonly separator: string;
  readonly grouping: readonly number[];
}

/** `format(decimal, spec)` */
export function formatDecimal(a: Num, spec: string, x: Ctx, capitals: boolean, locale: Locale): string {
  const m = SPEC.exec(spec);
  if (m === null) throw valueError('invalid format string');
  const zero = m[5] !== undefined;
  if (zero && (m[1] !== undefined || m[2] !== undefined)) throw valueError('invalid format string');
  const fill = zero ? '0' : (m[1] ?? ' ');
  const align = zero ? '=' : (m[2] ?? '>');
  const signMode = m[3] ?? '-';
  const width = m[6] === undefined ? 0 : Number(m[6]);
  let type = m[9] ?? (capitals ? 'G' : 'g');
  let precision = m[8] === undefined ? null : Number(m[8]);
  if (precision === 0 && 'gGn'.includes(m[9] ?? 'g')) precision = 1;
  const comma = m[7] !== undefined;
  let loc: Locale = { point: '.', separator: comma ? ',' : '', grouping: comma ? [3] : [] };
  if (type === 'n') {
    if (comma) throw valueError('invalid format string');
    type = 'g';
    loc = locale;
  }
  const signText = (negative: boolean): string => (negative ? '-' : signMode === '-' ? '' : signMode);
  const pad = (sign: string, body: string): string => {
    const missing = width - Array.from(sign + body).length;
    if (missing <= 0) return sign + body;
    if (align === '<') return sign + body + fill.repeat(missing);
    if (align === '>') return fill.repeat(missing) + sign + body;
    if (align === '=') return sign + fill.repeat(missing) + body;
    const left = missing >> 1;
    return fill.repeat(left) + sign + body + fill.repeat(missing - left);
  };
  if (a.k !== K.Finite) {
    const body = toText(abs(a), capitals) + (type === '%' ? '%' : '');
    if (zero) return (signText(a.s === 1) + body).padStart(width, ' ');
    return pad(signText(a.s === 1), body);
  }
  if (type === '%') a = a.with(a.s, a.e + 2);
  if (precision !== null) {
    if ('eE'.includes(type)) a = roundTo(a, precision + 1, x);
    else if ('fF%'.includes(type)) a = rescale(a, -precision, x.rounding);
    else if (a.digits > precision) a = roundTo(a, precision, x);
  }
  if (a.zero && a.e > 0 && 'fF%'.includes(type)) a = rescale(a, 0, x.rounding);
  let negative = a.s === 1;
  if (negative && m[4] !== undefined && a.zero) negative = false;
  const text = a.text;
  const left = a.e + text.length;
  let dot: number;
  if ('eE'.includes(type)) dot = a.zero && precision !== null ? 1 - precision : 1;
  else if ('fF%'.includes(type)) dot = left;
  else dot = a.e <= 0 && left > -6 ? left : 1;
  let whole: string;
  let frac: string;
  if (dot < 0) {
    whole = '0';
    frac = '0'.repeat(-dot) + text;
  } else if (dot > text.length) {
    whole = text + '0'.repeat(dot - text.length);
    frac = '';
  } else {
    whole = text.slice(0, dot) || '0';
    frac = text.slice(dot);
  }
  const e = left - dot;
  const sign = signText(negative);
  let tail = frac === '' ? '' : loc.point + frac;
  if (e !== 0 || 'eE'.includes(type)) tail += `${'EG'.includes(type) ? 'E' : 'e'}${e < 0 ? '-' : '+'}${Math.abs(e)}`;
  if (type === '%') tail += '%';
  const least = zero ? width - tail.length - sign.length : 0;
  return pad(sign, grouped(whole, loc, least) + tail);
}

/** Rounds to `places` digits (also up: zeros are added). */
function roundTo(a: Num, places: number, x: Ctx): Num {
  if (a.zero) return a;
  const r = rescale(a, adjusted(a) + 1 - places, x.rounding);
  // Rounding up may have made one digit more.
  return adjusted(r) !== adjusted(a) && compare(r, a) !== 0 ? rescale(r, adjusted(r) + 1 - places, x.rounding) : r;
}

function grouped(whole: string, loc: Locale, least: number): string {
  const { separator, grouping } = loc;
  if (separator === '') return whole.padStart(least, '0');
  const groups: string[] = [];
  let rest = whole;
  let min = least;
  let size = 3;
  for (let i = 0; ; i++) {
    // As in C's lconv: 0 or the end repeats the size before, CHAR_MAX ends the grouping.
    const next = grouping[i] ?? 0;
    if (next >= 127) size = Infinity;
    else if (next > 0 && size !== Infinity) size = next;
    const n = Math.min(Math.max(rest.length, min, 1), size);
    groups.unshift('0'.repeat(Math.max(0, n - rest.length)) + rest.slice(-n));
    rest = rest.slice(0, Math.max(0, rest.length - n));
    min -= n;
    if (rest === '' && min <= 0) break;
    min -= separator.length;
  }
  return groups.join(separator);
}

