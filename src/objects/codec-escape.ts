/** unicode_escape and raw_unicode_escape. */
import { backslash, decodeHandler, characterByName } from './codecs.js';
import { codeAt, strFromCodePoints, strLength, type Str } from './str.js';

export function encodeUnicodeEscape(s: Str, raw: boolean): Uint8Array {
  let out = '';
  const n = strLength(s);
  for (let i = 0; i < n; i++) {
    const c = codeAt(s, i);
    if (raw) {
      out += c < 256 ? String.fromCharCode(c) : backslash(c);
    } else if (c === 92) out += '\\\\';
    else if (c === 9) out += '\\t';
    else if (c === 10) out += '\\n';
    else if (c === 13) out += '\\r';
    else if (c >= 32 && c < 127) out += String.fromCharCode(c);
    else out += backslash(c);
  }
  const b = new Uint8Array(out.length);
  for (let i = 0; i < out.length; i++) b[i] = out.charCodeAt(i);
  return b;
}

const SIMPLE: Record<string, number> = { '\\': 92, "'": 39, '"': 34, b: 8, f: 12, t: 9, n: 10, r: 13, v: 11, a: 7 };

export function decodeUnicodeEscape(b: Uint8Array, errors: string, raw: boolean): Str {
  const encoding = raw ? 'rawunicodeescape' : 'unicodeescape';
  const out: number[] = [];
  const n = b.length;
  let i = 0;
  const bad = (from: number, to: number, reason: string): void => {
    const [text, next] = decodeHandler(errors, encoding, b, from, to, reason);
    for (const c of text) out.push(c);
    i = next;
  };
  while (i < n) {
    const c = b[i]!;
    if (c !== 92) {
      out.push(c);
      i++;
      continue;
    }
    const from = i++;
    if (raw) {
      const k = i < n ? b[i]! : -1;
      if (k !== 117 && k !== 85) {
        // Any other escape, and the backslash before it, stand for themselves.
        out.push(92);
        if (k >= 0) {
          out.push(k);
          i++;
        }
        continue;
      }
    }
    if (i >= n) {
      bad(from, n, '\\ at end of string');
      continue;
    }
    const k = String.fromCharCode(b[i++]!);
    const simple = SIMPLE[k];
    if (!raw && simple !== undefined) out.push(simple);
    else if (!raw && k === '\n') continue;
    else if (!raw && k >= '0' && k <= '7') {
      let v = k.charCodeAt(0) - 48;
      for (let d = 0; d < 2 && i < n && b[i]! >= 48 && b[i]! <= 55; d++) v = v * 8 + b[i++]! - 48;
      out.push(v);
    } else if ((!raw && k === 'x') || k === 'u' || k === 'U') {
      const count = k === 'x' ? 2 : k === 'u' ? 4 : 8;
      let v = 0;
      let d = 0;
      for (; d < count && i < n; d++) {
        const h = parseInt(String.fromCharCode(b[i]!), 16);
        if (Number.isNaN(h)) break;
        v = v * 16 + h;
        i++;
      }
      if (d < count) bad(from, i, `truncated \\${k}${'X'.repeat(count)} escape`);
      else if (v > 0x10ffff) bad(from, i, raw ? '\\Uxxxxxxxx out of range' : 'illegal Unicode character');
      else out.push(v);
    } else if (!raw && k === 'N') {
      let end = i;
      if (b[i] === 123) while (end < n && b[end] !== 125) end++;
      if (b[i] === 123 && end < n) {
        const cp = characterByName(String.fromCharCode(...b.subarray(i + 1, end)));
        if (cp !== undefined) {
          out.push(cp);
          i = end + 1;
          continue;
        }
      }
      bad(from, b[i] === 123 && end < n ? end + 1 : end, b[i] === 123 && end < n && end > i + 1 ? 'unknown Unicode character name' : 'malformed \\N character escape');
    } else {
      out.push(92);
      out.push(k.charCodeAt(0));
    }
  }
  return strFromCodePoints(out);
}
