/** str: its two forms and moving between them. Methods: str-type.ts and the files it names. */
import { work } from './work.js';
import { AstralStr, PyObject, type PyValue } from './object.js';
import type { PyDict } from './dict.js';
import type { PyType } from './type.js';

/** A str value: a JS string, or code points where UTF-16 units are not code points. */
export type Str = string | AstralStr;

/** Instance of a guest subclass of str. */
export class PyStrObj extends PyObject {
  dict: PyDict | null = null;
  constructor(
    readonly v: Str,
    cls: PyType,
  ) {
    super();
    this.cls = cls;
  }
}

/** Instance of a guest subclass of int. */
export class PyIntObj extends PyObject {
  dict: PyDict | null = null;
  constructor(
    readonly v: number | bigint,
    cls: PyType,
  ) {
    super();
    this.cls = cls;
  }
}

const SURROGATE = /[\ud800-\udfff]/;
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** Whether a short text (names mostly) has no surrogates, found out without the engine's regular expressions. */
function isPlain(s: string): boolean {
  if (s.length > 24) return false;
  for (let i = 0; i < s.length; i++) if (s.charCodeAt(i) >= 0xd800) return false;
  return true;
}

/** Whether it has no lone surrogates and nothing beyond the BMP. */
export const hasNoSurrogate = (s: Str): boolean => typeof s === 'string' && (isPlain(s) || !SURROGATE.test(s));

/** A str from UTF-16 text in which a surrogate pair is one character. */
export function strFromJS(s: string): Str {
  if (isPlain(s)) return s;
  work(s.length >> 3);
  if (!SURROGATE.test(s) || !PAIR.test(s)) return s;
  const cps = new Uint32Array(s.length);
  let n = 0;
  for (const ch of s) cps[n++] = ch.codePointAt(0)!;
  return new AstralStr(cps.slice(0, n), s);
}

/** A name that was taken from code as it is. */
export const known = (v: PyValue): PyValue => (typeof v === 'string' ? strFromJS(v) : v);

/** A str from code points; lone surrogates stay what they are. */
export function strFromCodePoints(cps: ArrayLike<number>): Str {
  const n = cps.length;
  work(n);
  let simple = true;
  for (let i = 0; i < n; i++) {
    const c = cps[i]!;
    if (c > 0xffff || (c >= 0xdc00 && c <= 0xdfff && i > 0 && (cps[i - 1]! & 0xfffffc00) === 0xd800)) {
      simple = false;
      break;
    }
  }
  let s = '';
  if (n <= 4096) s = simple ? String.fromCharCode.apply(null, cps as number[]) : String.fromCodePoint.apply(null, cps as number[]);
  else {
    for (let i = 0; i < n; i += 4096) {
      const part = Array.prototype.slice.call(cps, i, i + 4096) as number[];
      s += simple ? String.fromCharCode.apply(null, part) : String.fromCodePoint.apply(null, part);
    }
  }
  return simple ? s : new AstralStr(Uint32Array.from(cps), s);
}

/** The str value of a str or an instance of a subclass; undefined for anything else. */
export function asStr(v: PyValue): Str | undefined {
  if (typeof v === 'string') return v;
  if (v instanceof AstralStr) return v;
  if (v instanceof PyStrObj) return v.v;
  return undefined;
}

/** UTF-16 text of a str, for the host (names, output). */
export function jsStr(v: Str): string {
  return typeof v === 'string' ? v : v.s;
}

/** UTF-16 text of any str object; undefined for anything else. */
export function asJS(v: PyValue): string | undefined {
  if (typeof v === 'string') return v;
  const s = asStr(v);
  return s === undefined ? undefined : jsStr(s);
}

/** Joins two str values; surrogates that meet stay two characters. */
export function strConcat(a: Str, b: Str): Str {
  if (typeof a === 'string' && typeof b === 'string') {
    const c = b.charCodeAt(0);
    if ((c & 0xfc00) !== 0xdc00 || a === '' || (a.charCodeAt(a.length - 1) & 0xfc00) !== 0xd800) return a + b;
  }
  const x = codePoints(a);
  const y = codePoints(b);
  const cps = new Uint32Array(x.length + y.length);
  work(cps.length >> 2);
  cps.set(x);
  cps.set(y, x.length);
  return new AstralStr(cps, jsStr(a) + jsStr(b));
}

export function codePoints(s: Str): Uint32Array {
  if (typeof s !== 'string') return s.cps;
  work(s.length >> 1);
  const cps = new Uint32Array(s.length);
  for (let i = 0; i < s.length; i++) cps[i] = s.charCodeAt(i);
  return cps;
}

export function strLength(s: Str): number {
  return typeof s === 'string' ? s.length : s.cps.length;
}

// ---- code-point operations on both forms ----

/** A str from a JS string in which every UTF-16 unit is a character of its own. */
export function strFromUnits(s: string): Str {
  work(s.length >> 3);
  if (!SURROGATE.test(s) || !PAIR.test(s)) return s;
  return new AstralStr(codePoints(s), s);
}

export function strEquals(a: Str, b: Str): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if (a.s !== b.s || a.cps.length !== b.cps.length) return false;
  work(a.cps.length >> 2);
  for (let i = 0; i < a.cps.length; i++) if (a.cps[i] !== b.cps[i]) return false;
  return true;
}

/** Order by code points: negative, zero, positive. */
export function strCompare(a: Str, b: Str): number {
  work(Math.min(strLength(a), strLength(b)) >> 4);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  const x = codePoints(a);
  const y = codePoints(b);
  const n = Math.min(x.length, y.length);
  for (let i = 0; i < n; i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
  return x.length - y.length;
}

/** Code point at `i`, which must be in range. */
export function codeAt(s: Str, i: number): number {
  return typeof s === 'string' ? s.charCodeAt(i) : s.cps[i]!;
}

/** The one-character str at `i`. */
export function charAt(s: Str, i: number): Str {
  if (typeof s === 'string') return s.charAt(i);
  return strFromCode(s.cps[i]!);
}

/** The one-character str of a code point: `chr()`. */
export function strFromCode(cp: number): Str {
  return cp < 0x10000 ? String.fromCharCode(cp) : new AstralStr(Uint32Array.of(cp), String.fromCodePoint(cp));
}

/** `s[i:j]` for 0 <= i <= j <= length. */
export function strSlice(s: Str, i: number, j: number): Str {
  if (typeof s === 'string') return s.slice(i, j);
  if (i === 0 && j >= s.cps.length) return s;
  return strFromCodePoints(s.cps.subarray(i, j));
}

/** First index of `sub` in `s[from:to]`, or -1. `to` is at most the length. */
export function strFind(s: Str, sub: Str, from: number, to: number): number {
  if (typeof s === 'string') {
    if (typeof sub !== 'string') return -1;
    if (to - from < sub.length) return -1;
    // indexOf would search past `to`: cut first when that is likely to be far.
    const i = s.length - to > 256 ? s.slice(0, to).indexOf(sub, from) : s.indexOf(sub, from);
    work((i < 0 ? to - from : i - from) >> 3);
    return i < 0 || i + sub.length > to ? -1 : i;
  }
  return findCodes(s.cps, codePoints(sub), from, to);
}

function findCodes(h: Uint32Array, n: Uint32Array, from: number, to: number): number {
  const last = to - n.length;
  if (from > last) return -1;
  if (n.length === 0) return from;
  const first = n[0]!;
  for (let i = h.indexOf(first, from); i >= 0 && i <= last; i = h.indexOf(first, i + 1)) {
    let k = 1;
    while (k < n.length && h[i + k] === n[k]) k++;
    if (k === n.length) {
      work((i - from) >> 1);
      return i;
    }
  }
  work((to - from) >> 1);
  return -1;
}

/** Last index of `sub` in `s[from:to]`, or -1. */
export function strRfind(s: Str, sub: Str, from: number, to: number): number {
  if (typeof s === 'string') {
    if (typeof sub !== 'string') return -1;
    const last = to - sub.length;
    if (last < from) return -1;
    const i = (s.length - to > 256 ? s.slice(0, to) : s).lastIndexOf(sub, last);
    work((i < 0 ? to - from : to - i) >> 1);
    return i < from ? -1 : i;
  }
  const h = s.cps;
  const n = codePoints(sub);
  for (let i = to - n.length; i >= from; i--) {
    let k = 0;
    while (k < n.length && h[i + k] === n[k]) k++;
    if (k === n.length) {
      work(to - i);
      return i;
    }
  }
  work(to - from);
  return -1;
}

/** Concatenation of many. */
export function strJoin(parts: readonly Str[], sep: Str = ''): Str {
  let simple = typeof sep === 'string';
  if (simple) {
    for (let i = 0; i < parts.length; i++) {
      if (typeof parts[i] !== 'string') {
        simple = false;
        break;
      }
    }
  }
  if (simple) return strFromUnits((parts as string[]).join(sep as string));
  const gap = codePoints(sep);
  let n = Math.max(parts.length - 1, 0) * gap.length;
  for (const p of parts) n += strLength(p);
  const cps = new Uint32Array(n);
  let at = 0;
  parts.forEach((p, i) => {
    if (i > 0) {
      cps.set(gap, at);
      at += gap.length;
    }
    if (typeof p === 'string') for (let k = 0; k < p.length; k++) cps[at++] = p.charCodeAt(k);
    else {
      cps.set(p.cps, at);
      at += p.cps.length;
    }
  });
  return strFromCodePoints(cps);
}

/** `s * n` */
export function strRepeat(s: Str, n: number): Str {
  if (n <= 0) return '';
  if (typeof s === 'string') return strFromUnits(s.repeat(n));
  const cps = new Uint32Array(s.cps.length * n);
  for (let i = 0; i < n; i++) cps.set(s.cps, i * s.cps.length);
  return new AstralStr(cps, s.s.repeat(n));
}

/** True when every character is below 128. */
export function isAsciiStr(s: Str): boolean {
  if (typeof s !== 'string') return false;
  work(s.length >> 3);
  return !/[^\x00-\x7f]/.test(s);
}
