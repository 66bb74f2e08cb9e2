/** `repr` of str, and the escapes it shares with `ascii()` and the unicode_escape codec. */
import { work } from './work.js';
import { isPrintable } from './unicode.js';
import type { PyValue } from './object.js';
import { asStr, codeAt, jsStr, strFromJS, strLength, type Str } from './str.js';

const PLAIN = /^[ -&(-[\]-~]*$/;

const hex = (c: number, width: number): string => c.toString(16).padStart(width, '0');

/** `\xe9`, `\u20ac`, `\U0001f600` */
export function escapeCode(c: number): string {
  return c < 0x100 ? '\\x' + hex(c, 2) : c < 0x10000 ? '\\u' + hex(c, 4) : '\\U' + hex(c, 8);
}

/** `repr(s)` as JS text. */
export function reprStr(s: Str, asciiOnly = false): string {
  work(strLength(s) >> 2);
  if (typeof s === 'string' && PLAIN.test(s)) return "'" + s + "'";
  const t = jsStr(s);
  work(strLength(s));
  const quote = t.includes("'") && !t.includes('"') ? '"' : "'";
  const q = quote.charCodeAt(0);
  let out = quote;
  const n = typeof s === 'string' ? s.length : s.cps.length;
  for (let i = 0; i < n; i++) {
    const c = typeof s === 'string' ? s.charCodeAt(i) : s.cps[i]!;
    if (c === q || c === 92) out += '\\' + String.fromCharCode(c);
    else if (c >= 32 && c < 127) out += String.fromCharCode(c);
    else if (c === 10) out += '\\n';
    else if (c === 13) out += '\\r';
    else if (c === 9) out += '\\t';
    else if (c < 128 || asciiOnly || !isPrintable(c)) out += escapeCode(c);
    else out += String.fromCodePoint(c);
  }
  return out + quote;
}

/** `repr(s)` as a str value. */
export function reprOfStr(s: Str): Str {
  return typeof s === 'string' ? reprStr(s) : strFromJS(reprStr(s));
}

/** `ascii()` of a repr: its other characters escaped. */
export function asciiOf(s: Str): Str {
  if (typeof s === 'string' && !/[^\x00-\x7f]/.test(s)) return s;
  let out = '';
  const n = strLength(s);
  for (let i = 0; i < n; i++) {
    const c = codeAt(s, i);
    out += c < 128 ? String.fromCharCode(c) : escapeCode(c);
  }
  return out;
}

/** `ascii()` of what `repr` gave: that object where there is nothing to escape. */
export function asciiObject(v: PyValue): PyValue {
  const s = asStr(v)!;
  const text = asciiOf(s);
  return text === s ? v : text;
}
