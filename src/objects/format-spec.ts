/**
 * The format mini-language: `format(value, spec)` of int, float, complex and str. Structure and words
 * follow CPython's Python/formatter_unicode.c.
 */
import { error, overflowError, valueError } from './errors.js';
import { formatDouble } from './float-format.js';
import { intToBase, intToFloat, intToStr, type Int } from './int.js';
import { codeAt, strConcat, strFromCode, strJoin, strLength, strRepeat, strSlice, type Str } from './str.js';
import { decimalValue } from './unicode.js';
import type { VM } from './object.js';

interface Spec {
  fill: Str;
  align: string;
  alt: boolean;
  noNegZero: boolean;
  sign: string;
  width: number;
  thousands: '' | ',' | '_';
  precision: number;
  /** '' when absent; a str because it may be any character. */
  type: string;
}

const ALIGN = '<>=^';
/** Digits of any script count. */
const digit = (c: number): number => (c < 128 ? (isDigit(c) ? c - 48 : -1) : decimalValue(c));
const isDigit = (c: number): boolean => c >= 48 && c <= 57;

function codeName(type: string): string {
  const c = type.codePointAt(0)!;
  return c > 32 && c < 128 ? type : `\\x${c.toString(16)}`;
}

function unknownCode(type: string, typeName: string): unknown {
  return valueError(`Unknown format code '${codeName(type)}' for object of type '${typeName}'`);
}

/** The last specs that were parsed: programs use few of them, again and again. */
const cache = new Map<string, Spec>();

function parseSpec(spec: Str, typeName: string, defaultAlign: '<' | '>'): Spec {
  if (typeof spec !== 'string') return parse(spec, typeName, defaultAlign);
  const key = defaultAlign + spec;
  let r = cache.get(key);
  if (r === undefined) {
    r = parse(spec, typeName, defaultAlign);
    if (cache.size > 500) cache.clear();
    cache.set(key, r);
  }
  return r;
}

function parse(spec: Str, typeName: string, defaultAlign: '<' | '>'): Spec {
  const r: Spec = { fill: ' ', align: defaultAlign, alt: false, noNegZero: false, sign: '', width: -1, thousands: '', precision: -1, type: '' };
  const n = strLength(spec);
  const at = (i: number): number => (i < n ? codeAt(spec, i) : -1);
  const isAlign = (c: number): boolean => c > 0 && c < 128 && ALIGN.includes(String.fromCharCode(c));
  let i = 0;
  let fillGiven = false;
  let alignGiven = false;
  if (isAlign(at(1))) {
    r.fill = strSlice(spec, 0, 1);
    r.align = String.fromCharCode(at(1));
    fillGiven = alignGiven = true;
    i = 2;
  } else if (isAlign(at(0))) {
    r.align = String.fromCharCode(at(0));
    alignGiven = true;
    i = 1;
  }
  const c = at(i);
  if (c === 32 || c === 43 || c === 45) {
    r.sign = String.fromCharCode(c);
    i++;
  }
  if (at(i) === 122) {
    r.noNegZero = true;
    i++;
  }
  if (at(i) === 35) {
    r.alt = true;
    i++;
  }
  if (!fillGiven && at(i) === 48) {
    r.fill = '0';
    if (!alignGiven && defaultAlign === '>') r.align = '=';
    i++;
  }
  const integer = (): number => {
    let v = -1;
    for (let d = digit(at(i)); d >= 0; d = digit(at(i))) {
      v = (v < 0 ? 0 : v) * 10 + d;
      if (v >= 2 ** 63) throw valueError('Too many decimal digits in format string');
      i++;
    }
    return v;
  };
  r.width = integer();
  if (at(i) === 44) {
    r.thousands = ',';
    i++;
  }
  if (at(i) === 95) {
    if (r.thousands !== '') throw valueError("Cannot specify both ',' and '_'.");
    r.thousands = '_';
    i++;
  }
  if (at(i) === 44 && r.thousands === '_') throw valueError("Cannot specify both ',' and '_'.");
  if (at(i) === 46) {
    i++;
    r.precision = integer();
    if (r.precision < 0) throw valueError('Format specifier missing precision');
  }
  if (n - i > 1) throw valueError(`Invalid format specifier '${typeof spec === 'string' ? spec : spec.s}' for object of type '${typeName}'`);
  if (n - i === 1) r.type = String.fromCodePoint(at(i));
  if (r.thousands !== '' && !(r.type === '' ? defaultAlign === '>' : 'defgEG%F'.includes(r.type)) && !(r.type !== '' && r.thousands === '_' && 'boxX'.includes(r.type))) {
    // Without a type a str is formatted as 's'.
    throw valueError(`Cannot specify '${r.thousands}' with '${r.type === '' ? 's' : codeName(r.type)}'.`);
  }
  return r;
}

/** Pads `text` to the width. */
function pad(vm: VM, text: Str, spec: Spec, align: string): Str {
  const n = spec.width - strLength(text);
  if (n <= 0) return text;
  if (n > 4096) checkSize(vm, n);
  if (align === '<') return strConcat(text, strRepeat(spec.fill, n));
  if (align === '^') return strJoin([strRepeat(spec.fill, n >> 1), text, strRepeat(spec.fill, n - (n >> 1))]);
  return strConcat(strRepeat(spec.fill, n), text);
}

function checkSize(vm: VM, n: number): void {
  if (n > 0x1fffff00) throw error('MemoryError');
  vm.charge(n >> 4);
}

/** Digits with separators, zeros in front up to `minWidth` characters (_PyUnicode_InsertThousandsGrouping). */
function group(digits: string, sep: string, size: number, minWidth: number): string {
  if (sep === '') return minWidth > digits.length ? '0'.repeat(minWidth - digits.length) + digits : digits;
  let rest = digits.length;
  let need = minWidth;
  const parts: string[] = [];
  for (;;) {
    const l = Math.min(size, Math.max(rest, need, 1));
    const take = Math.max(0, Math.min(rest, l));
    parts.push('0'.repeat(Math.max(0, l - rest)) + digits.slice(rest - take, rest));
    rest -= take;
    need -= l;
    if (rest <= 0 && need <= 0) break;
    need -= sep.length;
  }
  return parts.reverse().join(sep);
}

/** Puts a number together: sign, prefix, grouped digits, the rest, padding. */
function number(vm: VM, negative: boolean, prefix: string, digits: string, rest: string, spec: Spec): Str {
  const sign = negative ? '-' : spec.sign === '+' ? '+' : spec.sign === ' ' ? ' ' : '';
  let grouped = digits;
  if (spec.thousands !== '' || spec.width > 0) {
    const min = spec.fill === '0' && spec.align === '=' ? spec.width - sign.length - prefix.length - rest.length : 0;
    if (min > 4096) checkSize(vm, min);
    if (digits !== '') grouped = group(digits, spec.thousands, 'boxX'.includes(spec.type) && spec.type !== '' ? 4 : 3, min);
  }
  const body = grouped + rest;
  const n = spec.width - sign.length - prefix.length - body.length;
  if (n <= 0) return sign + prefix + body;
  if (n > 4096) checkSize(vm, n);
  switch (spec.align) {
    case '<':
      return strConcat(sign + prefix + body, strRepeat(spec.fill, n));
    case '^':
      return strJoin([strRepeat(spec.fill, n >> 1), sign + prefix + body, strRepeat(spec.fill, n - (n >> 1))]);
    case '=':
      return strJoin([sign + prefix, strRepeat(spec.fill, n), body]);
    default:
      return strConcat(strRepeat(spec.fill, n), sign + prefix + body);
  }
}

export function formatInt(vm: VM, v: Int, specText: Str, typeName: string): Str {
  const spec = parseSpec(specText, typeName, '>');
  let prefix = '';
  let digits: string;
  const magnitude = (): Int => (v < 0 ? -v : v);
  switch (spec.type) {
    case '':
    case 'd':
    case 'n':
      checkInt(spec);
      digits = intToStr(vm, magnitude());
      break;
    case 'b':
      checkInt(spec);
      digits = intToBase(magnitude(), 2);
      if (spec.alt) prefix = '0b';
      break;
    case 'o':
      checkInt(spec);
      digits = intToBase(magnitude(), 8);
      if (spec.alt) prefix = '0o';
      break;
    case 'x':
      checkInt(spec);
      digits = intToBase(magnitude(), 16);
      if (spec.alt) prefix = '0x';
      break;
    case 'X':
      checkInt(spec);
      digits = intToBase(magnitude(), 16).toUpperCase();
      if (spec.alt) prefix = '0X';
      break;
    case 'c': {
      checkInt(spec);
      if (spec.sign !== '') throw valueError("Sign not allowed with integer format specifier 'c'");
      if (spec.alt) throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
      if (v > 0x7fffffffffffffffn || v < -0x8000000000000000n) throw overflowError('Python int too large to convert to C long');
      if (v < 0 || v > 0x10ffff) throw overflowError('%c arg not in range(0x110000)');
      return pad(vm, strFromCode(Number(v)), spec, spec.align);
    }
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%':
      return floatWith(vm, intToFloat(v), spec);
    default:
      throw unknownCode(spec.type, typeName);
  }
  return number(vm, v < 0, prefix, digits, '', spec);
}

function checkInt(spec: Spec): void {
  if (spec.precision >= 0) throw valueError('Precision not allowed in integer format specifier');
  if (spec.noNegZero) throw valueError('Negative zero coercion (z) not allowed in integer format specifier');
}

/** The text of |v| under a spec's type and precision, and its sign. */
function double(v: number, spec: Spec, type: string, precision: number, dot0: boolean): [negative: boolean, text: string] {
  if (precision > 0x7fffffff) throw valueError('precision too big');
  const lower = type.toLowerCase() as 'e' | 'f' | 'g' | 'r';
  let text = formatDouble(v, lower, precision, spec.alt, dot0);
  let negative = v < 0 || Object.is(v, -0);
  if (negative && spec.noNegZero && !/[1-9in]/.test(text.split('e')[0]!)) negative = false;
  if (type !== lower) text = text.toUpperCase();
  return [negative, text];
}

/** Splits a float's text into the digits before the point and the rest. */
function splitDigits(text: string): [string, string] {
  let i = 0;
  while (i < text.length && isDigit(text.charCodeAt(i))) i++;
  return [text.slice(0, i), text.slice(i)];
}

function floatWith(vm: VM, v: number, spec: Spec): Str {
  let { type, precision } = spec;
  let dot0 = false;
  let fallback = 6;
  let percent = '';
  if (type === '') {
    dot0 = true;
    type = 'r';
    fallback = 0;
  } else if (type === 'n') type = 'g';
  else if (type === '%') {
    type = 'f';
    v *= 100;
    percent = '%';
  }
  if (precision < 0) precision = fallback;
  else if (type === 'r') type = 'g';
  if (precision > 0x7fffffff) throw valueError('precision too big');
  if (precision > 1000) checkSize(vm, precision * 8);
  const [negative, text] = double(v, spec, type, precision, dot0);
  const [digits, rest] = splitDigits(text);
  return number(vm, negative, '', digits, rest + percent, spec);
}

/** Of floats, CPython takes the type '\\0' for none. */
const noType = (spec: Spec): Spec => (spec.type === '\0' ? { ...spec, type: '' } : spec);

export function formatFloat(vm: VM, v: number, specText: Str, typeName: string): Str {
  const spec = noType(parseSpec(specText, typeName, '>'));
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) throw unknownCode(spec.type, typeName);
  return floatWith(vm, v, spec);
}

export function formatComplex(vm: VM, re: number, im: number, specText: Str, typeName: string): Str {
  const spec = noType(parseSpec(specText, typeName, '>'));
  let { type, precision } = spec;
  if (type !== '' && !'eEfFgGn'.includes(type)) throw unknownCode(type, typeName);
  if (spec.fill === '0') throw valueError('Zero padding is not allowed in complex format specifier');
  if (spec.align === '=') throw valueError("'=' alignment flag is not allowed in complex format specifier");
  let fallback = 6;
  let skipRe = false;
  let parens = false;
  if (type === '') {
    type = 'r';
    fallback = 0;
    if (re === 0 && !Object.is(re, -0)) skipRe = true;
    else parens = true;
  } else if (type === 'n') type = 'g';
  if (precision < 0) precision = fallback;
  else if (type === 'r') type = 'g';
  const part = (v: number, sign: string): string => {
    const [negative, text] = double(v, spec, type, precision, false);
    const [digits, rest] = splitDigits(text);
    return number(vm, negative, '', digits, rest, { ...spec, sign, width: -1, fill: ' ', align: '<' }) as string;
  };
  const text = (skipRe ? '' : part(re, spec.sign)) + part(im, skipRe ? spec.sign : '+') + 'j';
  return pad(vm, parens ? `(${text})` : text, spec, spec.align);
}

export function formatStr(vm: VM, s: Str, specText: Str, typeName: string): Str {
  const spec = parseSpec(specText, typeName, '<');
  if (spec.type !== '' && spec.type !== 's') throw unknownCode(spec.type, typeName);
  if (spec.sign !== '') throw valueError(spec.sign === ' ' ? 'Space not allowed in string format specifier' : 'Sign not allowed in string format specifier');
  if (spec.noNegZero) throw valueError('Negative zero coercion (z) not allowed in string format specifier');
  if (spec.alt) throw valueError('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') throw valueError("'=' alignment not allowed in string format specifier");
  if (spec.precision >= 0 && strLength(s) > spec.precision) s = strSlice(s, 0, spec.precision);
  return pad(vm, s, spec, spec.align);
}
