/** str: its two forms and moving between them. Methods: str-type.ts. */
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

/** A str from UTF-16 text in which a surrogate pair is one character. */
export function strFromJS(s: string): Str {
  if (!SURROGATE.test(s) || !PAIR.test(s)) return s;
  const cps = new Uint32Array(s.length);
  let n = 0;
  for (const ch of s) cps[n++] = ch.codePointAt(0)!;
  return new AstralStr(cps.slice(0, n), s);
}

/** A str from code points; lone surrogates stay what they are. */
export function strFromCodePoints(cps: ArrayLike<number>): Str {
  let simple = true;
  let s = '';
  for (let i = 0; i < cps.length; i++) {
    const c = cps[i]!;
    if (c > 0xffff) simple = false;
    else if (simple && c >= 0xdc00 && c <= 0xdfff && i > 0 && (cps[i - 1]! & 0xfc00) === 0xd800) simple = false;
    s += String.fromCodePoint(c);
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
  cps.set(x);
  cps.set(y, x.length);
  return strFromCodePoints(cps);
}

export function codePoints(s: Str): Uint32Array {
  if (typeof s !== 'string') return s.cps;
  const cps = new Uint32Array(s.length);
  for (let i = 0; i < s.length; i++) cps[i] = s.charCodeAt(i);
  return cps;
}

export function strLength(s: Str): number {
  return typeof s === 'string' ? s.length : s.cps.length;
}
