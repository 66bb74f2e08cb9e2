/** _codecs_native: the functions of CPython's _codecs that work on whole values; the registry is lib/_codecs.py. */
import { andThen, cont, type PyValue, type Result, type VM } from '../objects/object.js';
import { typeError } from '../objects/errors.js';
import { asBytes, PyByteArray, PyBytes } from '../objects/bytes.js';
import { canonicalEncoding, codecHooks, decode, decodeError, decodeHandler, encode, encodeError, encodeHandler } from '../objects/codecs.js';
import { callPrelude } from '../objects/call.js';
import { PyDict } from '../objects/dict.js';
import { asInt } from '../objects/int.js';
import type { NativeFn } from '../objects/native.js';
import { asJS, asStr, codeAt, codePoints, strFromCodePoints, strFromJS, strLength } from '../objects/str.js';
import { PyTuple } from '../objects/tuple.js';
import { argTypeName, typeName } from '../objects/type.js';
import { flag } from '../objects/args.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

const STANDARD = new Set(['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'surrogatepass']);
const handlerName = (v: PyValue): string => (v === null || v === undefined ? 'strict' : (asJS(v) ?? 'strict'));

function bytesArg(fname: string, v: PyValue): Uint8Array {
  const b = asBytes(v);
  if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
  void fname;
  return b;
}

const WITH_LENGTH = cont('codecs.length', (_vm, v, c) => new PyTuple([v!, c.a]));
const encoder = (name: string, fname: string): NativeFn => (vm: VM, v: PyValue, errors: PyValue): Result => {
  const s = asStr(v);
  if (s === undefined) throw typeError(`${fname}() argument 1 must be str, not ${argTypeName(v)}`);
  const base = vm.frame;
  return andThen(vm, base, encode(vm, s, name, handlerName(errors)), WITH_LENGTH, strLength(s));
};

/** How many bytes at the end are the beginning of a character. */
type Tail = (b: Uint8Array) => number;
const utf8Tail: Tail = (b) => {
  for (let k = 1; k <= 3 && k <= b.length; k++) {
    const c = b[b.length - k]!;
    if ((c & 0xc0) === 0x80) continue;
    const need = c >= 0xf0 && c <= 0xf4 ? 4 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xc2 && c < 0xe0 ? 2 : 1;
    if (k >= need) return 0;
    // A second byte that can never follow makes it wrong now, not incomplete.
    const d = k > 1 ? b[b.length - k + 1]! : -1;
    if (d >= 0 && ((c === 0xe0 && d < 0xa0) || (c === 0xed && d > 0x9f) || (c === 0xf0 && d < 0x90) || (c === 0xf4 && d > 0x8f))) return 0;
    return k;
  }
  return 0;
};
const utf16Tail = (big: boolean): Tail => (b) => {
  const odd = b.length % 2;
  const n = b.length - odd;
  const hi = n >= 2 ? b[big ? n - 2 : n - 1]! : 0;
  return (hi & 0xfc) === 0xd8 ? odd + 2 : odd;
};
const utf32Tail: Tail = (b) => b.length % 4;
const noTail: Tail = () => 0;
const escapeTail: Tail = (b) => {
  const text = String.fromCharCode(...b.subarray(Math.max(0, b.length - 12)));
  const m = /(?:^|[^\\])(?:\\\\)*(\\(?:|[0-7]{1,2}|x[0-9a-fA-F]?|u[0-9a-fA-F]{0,3}|U[0-9a-fA-F]{0,7}|N(?:\{[^}]*)?))$/.exec(text);
  return m === null ? 0 : m[1]!.length;
};

const decoder = (name: string, tail: Tail): NativeFn => (vm: VM, v: PyValue, errors: PyValue, final: PyValue = true): Result => {
  const b = bytesArg(name, v);
  const cut = flag(vm, final) ? 0 : tail(b);
  const part = cut === 0 ? b : b.subarray(0, b.length - cut);
  const base = vm.frame;
  return andThen(vm, base, decode(vm, part, name, handlerName(errors)), WITH_LENGTH, part.length);
};

/** utf-16 and utf-32 with a byte order that is 0 until a mark was seen. Result: text, bytes used, order. */
const exDecoder = (width: 2 | 4): NativeFn => (vm, v, errors, order = 0, final = false) => {
  const b = bytesArg('utf_ex_decode', v);
  let o = Number(asInt(order) ?? 0);
  let start = 0;
  if (o === 0 && b.length >= width) {
    if (width === 2 ? b[0] === 0xff && b[1] === 0xfe : b[0] === 0xff && b[1] === 0xfe && b[2] === 0 && b[3] === 0) [o, start] = [-1, width];
    else if (width === 2 ? b[0] === 0xfe && b[1] === 0xff : b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff) [o, start] = [1, width];
  }
  if (o === 0 && b.length < width && !flag(vm, final)) return new PyTuple(['', 0, 0]);
  const rest = b.subarray(start);
  const cut = flag(vm, final) ? 0 : width === 2 ? utf16Tail(o > 0)(rest) : utf32Tail(rest);
  const base = vm.frame;
  const name = `utf-${width * 8}-${o > 0 ? 'be' : 'le'}`;
  return andThen(vm, base, decode(vm, rest.subarray(0, rest.length - cut), name, handlerName(errors)), EX_DECODED, b.length - cut, o);
};
const EX_DECODED = cont('codecs.ex', (_vm, s, c) => new PyTuple([s!, c.a, c.b]));

// ---- charmap ----

function charmapDecode(vm: VM, data: PyValue, errors: PyValue, mapping: PyValue): Result {
  const b = bytesArg('charmap_decode', data);
  const handler = handlerName(errors);
  if (mapping === null || mapping === undefined) return decoder('latin-1', noTail)(vm, data, errors);
  const table = asStr(mapping);
  if (!STANDARD.has(handler) || (table === undefined && !(mapping instanceof PyDict))) return callPrelude(vm, 'charmap_decode', data, errors, mapping);
  const out: number[] = [];
  for (let i = 0; i < b.length; ) {
    const c = b[i]!;
    let cp = -1;
    if (table !== undefined) cp = c < strLength(table) ? codeAt(table, c) : -1;
    else {
      const at = (mapping as PyDict).find(c);
      if (at < -1) return callPrelude(vm, 'charmap_decode', data, errors, mapping);
      const v = at < 0 ? null : (mapping as PyDict).vals[at]!;
      const text = asStr(v);
      if (text !== undefined && !(strLength(text) === 1 && codeAt(text, 0) === 0xfffe)) {
        out.push(...codePoints(text));
        i++;
        continue;
      }
      const n = text === undefined ? asInt(v) : undefined;
      if (v !== null && n === undefined && text === undefined) throw typeError('character mapping must return integer, None or str');
      if (n !== undefined) {
        if (n < 0 || n > 0x10ffff) throw typeError('character mapping must be in range(0x110000)');
        cp = Number(n);
      }
    }
    if (cp >= 0 && cp !== 0xfffe) {
      out.push(cp);
      i++;
      continue;
    }
    if (handler === 'strict') throw decodeError('charmap', b, i, i + 1, 'character maps to <undefined>');
    const [text, next] = decodeHandler(handler, 'charmap', b, i, i + 1, 'character maps to <undefined>');
    out.push(...text);
    i = next;
  }
  return new PyTuple([strFromCodePoints(out), b.length]);
}

function charmapEncode(vm: VM, v: PyValue, errors: PyValue, mapping: PyValue): Result {
  const s = asStr(v);
  if (s === undefined) throw typeError(`charmap_encode() argument 1 must be str, not ${argTypeName(v)}`);
  const handler = handlerName(errors);
  if (mapping === null || mapping === undefined) return encoder('latin-1', 'charmap_encode')(vm, v, errors);
  if (!STANDARD.has(handler) || !(mapping instanceof PyDict)) return callPrelude(vm, 'charmap_encode', v, errors, mapping);
  const out: number[] = [];
  const put = (c: number): boolean => {
    const at = mapping.find(c);
    const x = at < 0 ? null : mapping.vals[at]!;
    if (x === null) return false;
    const n = asInt(x);
    if (n !== undefined) {
      if (n < 0 || n > 255) throw typeError('character mapping must be in range(256)');
      out.push(Number(n));
    } else {
      const bytes = x instanceof PyBytes ? x.v : undefined;
      if (bytes === undefined) throw typeError(`character mapping must return integer, bytes or None, not ${typeName(x)}`);
      out.push(...bytes);
    }
    return true;
  };
  const n = strLength(s);
  for (let i = 0; i < n; ) {
    if (put(codeAt(s, i))) {
      i++;
      continue;
    }
    let j = i + 1;
    const mark = out.length;
    while (j < n && !put(codeAt(s, j))) j++;
    out.length = mark;
    const reason = 'character maps to <undefined>';
    if (handler === 'strict') throw encodeError('charmap', s, i, j, reason);
    const r = encodeHandler(handler, 'charmap', s, i, j, reason);
    if (r instanceof Uint8Array) out.push(...r);
    else for (let k = 0; k < strLength(r); k++) if (!put(codeAt(r, k))) throw encodeError('charmap', s, i, j, reason);
    i = j;
  }
  return new PyTuple([new PyBytes(Uint8Array.from(out)), n]);
}

// ---- utf-7 (RFC 2152) ----

const B64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIRECT = /[A-Za-z0-9'(),\-./:? \t\n\r!"#$%&*;<=>@[\]^_`{|}]/;

function utf7Encode(v: PyValue): PyValue {
  const s = asStr(v);
  if (s === undefined) throw typeError(`utf_7_encode() argument 1 must be str, not ${argTypeName(v)}`);
  let out = '';
  let shifted = false;
  let bits = 0;
  let n = 0;
  const units: number[] = [];
  for (const c of codePoints(s)) {
    if (c > 0xffff) units.push(0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
    else units.push(c);
  }
  for (const u of units) {
    const ch = String.fromCharCode(u);
    const direct = u < 128 && DIRECT.test(ch);
    if (shifted && direct) {
      if (n > 0) out += B64[(bits << (6 - n)) & 63];
      bits = n = 0;
      shifted = false;
      // A character of the base 64 alphabet, or '-', ends the run by '-'.
      if (B64.includes(ch) || ch === '-') out += '-';
      out += ch;
      continue;
    }
    if (!shifted) {
      if (ch === '+') {
        out += '+-';
        continue;
      }
      if (direct) {
        out += ch;
        continue;
      }
      out += '+';
      shifted = true;
    }
    bits = (bits << 16) | u;
    n += 16;
    while (n >= 6) {
      out += B64[(bits >>> (n - 6)) & 63];
      n -= 6;
      bits &= (1 << n) - 1;
    }
  }
  if (n > 0) out += B64[(bits << (6 - n)) & 63];
  if (shifted) out += '-';
  return new PyTuple([new PyBytes(Uint8Array.from(out, (c) => c.charCodeAt(0))), strLength(s)]);
}

function utf7Decode(vm: VM, v: PyValue, errors: PyValue, final: PyValue = true): Result {
  const b = bytesArg('utf_7_decode', v);
  const handler = handlerName(errors);
  const out: number[] = [];
  let shifted = false;
  let bits = 0;
  let n = 0;
  let high = 0;
  let start = 0;
  let outAtShift = 0;
  const unit = (u: number): void => {
    if (high !== 0) {
      if ((u & 0xfc00) === 0xdc00) {
        out.push(0x10000 + ((high & 0x3ff) << 10) + (u & 0x3ff));
        high = 0;
        return;
      }
      out.push(high);
      high = 0;
    }
    if ((u & 0xfc00) === 0xd800) high = u;
    else out.push(u);
  };
  const bad = (i: number, reason: string): number => {
    if (!STANDARD.has(handler) || handler === 'strict') throw decodeError('utf7', b, start, i, reason);
    const [text, next] = decodeHandler(handler, 'utf7', b, start, i, reason);
    out.push(...text);
    return next;
  };
  for (let i = 0; i < b.length; ) {
    const c = b[i]!;
    const ch = String.fromCharCode(c);
    if (shifted) {
      const x = c < 128 ? B64.indexOf(ch) : -1;
      if (x >= 0) {
        bits = (bits << 6) | x;
        n += 6;
        i++;
        if (n >= 16) {
          unit((bits >>> (n - 16)) & 0xffff);
          n -= 16;
          bits &= (1 << n) - 1;
        }
        continue;
      }
      shifted = false;
      if (n >= 6) {
        i = bad(i + 1, 'partial character in base64 sequence');
        continue;
      }
      if (n > 0 && bits !== 0) {
        i = bad(i + 1, 'non-zero padding bits in base64 sequence');
        continue;
      }
      if (high !== 0) {
        out.push(high);
        high = 0;
      }
      if (ch === '-') i++;
      continue;
    }
    if (ch === '+') {
      start = i++;
      if (i < b.length && b[i] === 45) {
        out.push(43);
        i++;
      } else if (i < b.length && B64.indexOf(String.fromCharCode(b[i]!)) < 0) i = bad(i + 1, 'ill-formed sequence');
      else {
        shifted = true;
        outAtShift = out.length;
        bits = n = 0;
      }
      continue;
    }
    if (c < 128) {
      out.push(c);
      i++;
    } else {
      start = i;
      i = bad(i + 1, 'unexpected special character');
    }
  }
  if (shifted) {
    if (!flag(vm, final)) {
      out.length = outAtShift;
      return new PyTuple([strFromCodePoints(out), start]);
    }
    if (high !== 0 || n >= 6 || (n > 0 && bits !== 0)) bad(b.length, 'unterminated shift sequence');
  }
  return new PyTuple([strFromCodePoints(out), b.length]);
}

const CODECS: readonly (readonly [fname: string, name: string, tail: Tail])[] = [
  ['utf_8', 'utf-8', utf8Tail], ['utf_16', 'utf-16', utf16Tail(false)], ['utf_16_le', 'utf-16-le', utf16Tail(false)], ['utf_16_be', 'utf-16-be', utf16Tail(true)],
  ['utf_32', 'utf-32', utf32Tail], ['utf_32_le', 'utf-32-le', utf32Tail], ['utf_32_be', 'utf-32-be', utf32Tail],
];

export const makeCodecsNative: NativeModuleMaker = () => {
  const functions: Record<string, NativeFn> = {
    '!utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)': exDecoder(2),
    '!utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)': exDecoder(4),
    '!latin_1_encode(str, errors=None, /)': encoder('latin-1', 'latin_1_encode'),
    '!latin_1_decode(data, errors=None, /)': decoder('latin-1', noTail),
    '!ascii_encode(str, errors=None, /)': encoder('ascii', 'ascii_encode'),
    '!ascii_decode(data, errors=None, /)': decoder('ascii', noTail),
    '!unicode_escape_encode(str, errors=None, /)': encoder('unicode_escape', 'unicode_escape_encode'),
    '!raw_unicode_escape_encode(str, errors=None, /)': encoder('raw_unicode_escape', 'raw_unicode_escape_encode'),
    '!charmap_decode(data, errors=None, mapping=None, /)': charmapDecode,
    '!charmap_encode(str, errors=None, mapping=None, /)': charmapEncode,
    'charmap_build(map, /)': (_vm, map) => {
      const s = asStr(map);
      if (s === undefined) throw typeError(`charmap_build() argument must be str, not ${argTypeName(map)}`);
      const d = new PyDict();
      codePoints(s).forEach((c, i) => {
        if (c !== 0xfffe) d.setFast(c, i);
      });
      return d;
    },
    'utf_7_encode(str, errors=None, /)': (_vm, s) => utf7Encode(s),
    'utf_7_decode(data, errors=None, final=False, /)': utf7Decode,
    'readbuffer_encode(data, errors=None, /)': (_vm, data) => {
      const s = asStr(data);
      const b = s === undefined ? bytesArg('readbuffer_encode', data) : new TextEncoder().encode(asJS(data)!);
      return new PyTuple([new PyBytes(b.slice()), b.length]);
    },
  };
  for (const escape of ['unicode_escape', 'raw_unicode_escape']) {
    const d = decoder(escape, escapeTail);
    functions[`!${escape}_decode(data, errors=None, final=True, /)`] = (vm, data, errors, final) => {
      const s = asJS(data);
      return d(vm, s === undefined ? data : new PyByteArray(new TextEncoder().encode(s)), errors, final);
    };
  }
  for (const [fname, name, tail] of CODECS) {
    functions[`!${fname}_encode(str, errors=None${fname === 'utf_16' || fname === 'utf_32' ? ', byteorder=0' : ''}, /)`] = (vm, s, errors, order) => {
      const o = order === undefined ? 0 : Number(asInt(order) ?? 0);
      return encoder(o === 0 ? name : `${name}-${o < 0 ? 'le' : 'be'}`, `${fname}_encode`)(vm, s, errors);
    };
    functions[`!${fname}_decode(data, errors=None, final=False, /)`] = decoder(name, tail);
  }
  return defineModule({ name: '_codecs_native', of: '_codecs', functions });
};
