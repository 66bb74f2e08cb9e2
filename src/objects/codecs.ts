/**
 * Text to bytes and back: the codecs CPython has built in, with its error handlers. `encode` and
 * `decode` work on whole values; a handler is a function of the bad range, native for the standard ones.
 */
import { type PyValue, type Result, type VM } from './object.js';
import { PyBytes } from './bytes.js';
import { error, PyException, typeError } from './errors.js';
import { asStr, codeAt, strFromCodePoints, strLength, type Str } from './str.js';
import { argTypeName } from './type.js';
import { cp1252Table } from './codec-tables.js';
import { decodeUnicodeEscape, encodeUnicodeEscape } from './codec-escape.js';

/** Canonical name of an encoding known here, or undefined. */
export function canonicalEncoding(name: string): string | undefined {
  if (name === 'utf-8' || name === 'ascii' || name === 'latin-1') return name;
  const key = name.toLowerCase().replace(/[^a-z0-9.]+/g, '_').replace(/^_+|_+$/g, '');
  return ALIASES.get(key);
}

const ALIASES = new Map<string, string>();
for (const [canonical, names] of Object.entries({
  'utf-8': 'utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001',
  'utf-8-sig': 'utf_8_sig utf8_sig',
  'utf-16': 'utf_16 utf16 u16',
  'utf-16-le': 'utf_16_le utf_16le unicodelittleunmarked utf16_le utf16le',
  'utf-16-be': 'utf_16_be utf_16be unicodebigunmarked utf16_be utf16be',
  'utf-32': 'utf_32 utf32 u32',
  'utf-32-le': 'utf_32_le utf_32le utf32_le utf32le',
  'utf-32-be': 'utf_32_be utf_32be utf32_be utf32be',
  'utf-7': 'utf_7 utf7 u7 unicode_1_1_utf_7',
  'latin-1': 'latin_1 iso_8859_1 iso8859_1 8859 cp819 iso_ir_100 iso_8859_1_1987 iso8859 ibm819 latin latin1 l1 csisolatin1',
  ascii: 'ascii us_ascii us 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6',
  'windows-1252': 'cp1252 1252 windows_1252',
  unicode_escape: 'unicode_escape unicodeescape',
  raw_unicode_escape: 'raw_unicode_escape rawunicodeescape',
})) {
  for (const n of names.split(' ')) ALIASES.set(n, canonical);
}

/** Checks the `encoding` and `errors` arguments of `fname`. */
export function encodingArgs(fname: string, encoding: PyValue, errors: PyValue): [encoding: string, errors: string] {
  const check = (v: PyValue, which: string): string => {
    const s = asStr(v);
    if (s === undefined) throw typeError(`${fname}() argument '${which}' must be str, not ${argTypeName(v)}`);
    return typeof s === 'string' ? s : s.s;
  };
  const enc = check(encoding, 'encoding');
  return [enc, check(errors, 'errors')];
}

export function encodeError(encoding: string, object: Str, start: number, end: number, reason: string): PyException {
  return unicodeError('UnicodeEncodeError', encoding, object, start, end, reason);
}

export function decodeError(encoding: string, object: Uint8Array, start: number, end: number, reason: string): PyException {
  return unicodeError('UnicodeDecodeError', encoding, new PyBytes(object.slice()), start, end, reason);
}

function unicodeError(name: 'UnicodeEncodeError' | 'UnicodeDecodeError', encoding: string, object: PyValue, start: number, end: number, reason: string): PyException {
  const e = error(name, encoding, object, start, end, reason);
  e.value.setField('encoding', encoding);
  e.value.setField('object', object);
  e.value.setField('start', start);
  e.value.setField('end', end);
  e.value.setField('reason', reason);
  return e;
}

function unknownHandler(name: string): PyException {
  return error('LookupError', `unknown error handler name '${name}'`);
}

/** Names of characters, for namereplace and `\\N{...}`; the file with the names fills it in. */
export const characterNames = {
  /** Loads the file with the names, which installs the two functions; set by the machine. */
  load: null as (() => void) | null,
  nameOf: null as ((cp: number) => string | undefined) | null,
  codeOf: null as ((name: string) => number | undefined) | null,
};

export function characterName(cp: number): string | undefined {
  if (characterNames.nameOf === null) characterNames.load?.();
  return characterNames.nameOf?.(cp);
}

/** Code point of a character's name or alias. */
export function characterByName(name: string): number | undefined {
  if (characterNames.codeOf === null) characterNames.load?.();
  return characterNames.codeOf?.(name);
}

/** What replaces `s[start:end]`: text to be encoded, or bytes as they are. */
export function encodeHandler(errors: string, encoding: string, s: Str, start: number, end: number, reason: string): Str | Uint8Array {
  const each = (f: (c: number) => string): string => {
    let out = '';
    for (let i = start; i < end; i++) out += f(codeAt(s, i));
    return out;
  };
  switch (errors) {
    case 'strict':
      throw encodeError(encoding, s, start, end, reason);
    case 'ignore':
      return '';
    case 'replace':
      return '?'.repeat(end - start);
    case 'backslashreplace':
      return each(backslash);
    case 'xmlcharrefreplace':
      return each((c) => `&#${c};`);
    case 'namereplace':
      return each((c) => {
        const name = characterName(c);
        return name === undefined ? backslash(c) : `\\N{${name}}`;
      });
    case 'surrogateescape': {
      // Single bytes are no units of these.
      if (encoding.startsWith('utf-16') || encoding.startsWith('utf-32')) throw encodeError(encoding, s, start, end, reason);
      const out = new Uint8Array(end - start);
      for (let i = start; i < end; i++) {
        const c = codeAt(s, i);
        if (c < 0xdc80 || c > 0xdcff) throw encodeError(encoding, s, start, end, reason);
        out[i - start] = c - 0xdc00;
      }
      return out;
    }
    case 'surrogatepass': {
      const unit = encoding.startsWith('utf-16') ? 2 : encoding.startsWith('utf-32') ? 4 : encoding === 'utf-8' ? 3 : 0;
      if (unit === 0) throw encodeError(encoding, s, start, end, reason);
      const out = new Uint8Array((end - start) * unit);
      for (let i = start; i < end; i++) {
        const c = codeAt(s, i);
        if (c < 0xd800 || c > 0xdfff) throw encodeError(encoding, s, start, end, reason);
        const at = (i - start) * unit;
        if (unit === 3) out.set([0xe0 | (c >> 12), 0x80 | ((c >> 6) & 0x3f), 0x80 | (c & 0x3f)], at);
        else if (encoding.endsWith('be')) out.set([c >> 8, c & 0xff], at + unit - 2);
        else out.set([c & 0xff, c >> 8], at);
      }
      return out;
    }
    default:
      throw unknownHandler(errors);
  }
}

export function backslash(c: number): string {
  return c < 0x100 ? '\\x' + c.toString(16).padStart(2, '0') : c < 0x10000 ? '\\u' + c.toString(16).padStart(4, '0') : '\\U' + c.toString(16).padStart(8, '0');
}

/** What replaces `b[start:end]`, as text, and where to go on. */
export function decodeHandler(errors: string, encoding: string, b: Uint8Array, start: number, end: number, reason: string): [text: number[], next: number] {
  switch (errors) {
    case 'strict':
      throw decodeError(encoding, b, start, end, reason);
    case 'ignore':
      return [[], end];
    case 'replace':
      return [[0xfffd], end];
    case 'backslashreplace': {
      const out: number[] = [];
      for (let i = start; i < end; i++) for (const ch of '\\x' + b[i]!.toString(16).padStart(2, '0')) out.push(ch.charCodeAt(0));
      return [out, end];
    }
    case 'surrogateescape': {
      const out: number[] = [];
      let i = start;
      for (; i < end && i - start < 4; i++) {
        if (b[i]! < 128) break;
        out.push(0xdc00 + b[i]!);
      }
      if (i === start) throw decodeError(encoding, b, start, end, reason);
      return [out, i];
    }
    case 'surrogatepass': {
      let c = -1;
      let n = 0;
      if (encoding === 'utf-8') {
        n = 3;
        if (start + 3 <= b.length && (b[start]! & 0xf0) === 0xe0 && (b[start + 1]! & 0xc0) === 0x80 && (b[start + 2]! & 0xc0) === 0x80) {
          c = ((b[start]! & 0x0f) << 12) | ((b[start + 1]! & 0x3f) << 6) | (b[start + 2]! & 0x3f);
        }
      } else if (encoding.startsWith('utf-16') || encoding.startsWith('utf-32')) {
        n = encoding.startsWith('utf-16') ? 2 : 4;
        if (start + n <= b.length) {
          c = 0;
          for (let i = 0; i < n; i++) c = c * 256 + b[encoding.endsWith('be') ? start + i : start + n - 1 - i]!;
        }
      }
      if (c < 0xd800 || c > 0xdfff) throw decodeError(encoding, b, start, end, reason);
      return [[c], start + n];
    }
    case 'xmlcharrefreplace':
    case 'namereplace':
      throw typeError(`don't know how to handle UnicodeDecodeError in error callback`);
    default:
      throw unknownHandler(errors);
  }
}

/** Bytes that grow. */
class Sink {
  b: Uint8Array;
  n = 0;
  constructor(size: number) {
    this.b = new Uint8Array(Math.max(size, 16));
  }
  push(c: number): void {
    if (this.n === this.b.length) this.grow(1);
    this.b[this.n++] = c;
  }
  add(x: Uint8Array): void {
    if (this.n + x.length > this.b.length) this.grow(x.length);
    this.b.set(x, this.n);
    this.n += x.length;
  }
  private grow(by: number): void {
    const b = new Uint8Array((this.b.length + by) * 2);
    b.set(this.b);
    this.b = b;
  }
  done(): Uint8Array {
    return this.b.slice(0, this.n);
  }
}

// ---- encoding ----

/** Writes one code point; false: this codec cannot. */
type Put = (out: Sink, c: number) => boolean;

const put8: Put = (out, c) => {
  if (c < 0x80) out.push(c);
  else if (c < 0x800) {
    out.push(0xc0 | (c >> 6));
    out.push(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    if (c >= 0xd800 && c < 0xe000) return false;
    out.push(0xe0 | (c >> 12));
    out.push(0x80 | ((c >> 6) & 0x3f));
    out.push(0x80 | (c & 0x3f));
  } else {
    out.push(0xf0 | (c >> 18));
    out.push(0x80 | ((c >> 12) & 0x3f));
    out.push(0x80 | ((c >> 6) & 0x3f));
    out.push(0x80 | (c & 0x3f));
  }
  return true;
};

const put16 = (big: boolean): Put => (out, c) => {
  const unit = (u: number): void => {
    out.push(big ? u >> 8 : u & 0xff);
    out.push(big ? u & 0xff : u >> 8);
  };
  if (c < 0x10000) {
    if (c >= 0xd800 && c < 0xe000) return false;
    unit(c);
  } else {
    unit(0xd800 + ((c - 0x10000) >> 10));
    unit(0xdc00 + ((c - 0x10000) & 0x3ff));
  }
  return true;
};

const put32 = (big: boolean): Put => (out, c) => {
  if (c >= 0xd800 && c < 0xe000) return false;
  for (let i = 0; i < 4; i++) out.push((c >>> (big ? 24 - 8 * i : 8 * i)) & 0xff);
  return true;
};

const below = (limit: number): Put => (out, c) => {
  if (c >= limit) return false;
  out.push(c);
  return true;
};

const from1252 = new Map<number, number>();
cp1252Table.forEach((c, i) => {
  if (c >= 0) from1252.set(c, i);
});
const put1252: Put = (out, c) => {
  const b = from1252.get(c);
  if (b === undefined) return false;
  out.push(b);
  return true;
};

interface Codec {
  /** As UnicodeErrors name it. */
  readonly name: string;
  readonly put: Put;
  readonly reason: string;
  /** Bad characters are reported one by one, not in runs. */
  readonly single?: true;
  readonly bom?: readonly number[];
}

const SURROGATES = 'surrogates not allowed';
const encoders: Record<string, Codec> = {
  'utf-8': { name: 'utf-8', put: put8, reason: SURROGATES },
  'utf-8-sig': { name: 'utf-8', put: put8, reason: SURROGATES, bom: [0xef, 0xbb, 0xbf] },
  'utf-16': { name: 'utf-16', put: put16(false), reason: SURROGATES, single: true, bom: [0xff, 0xfe] },
  'utf-16-le': { name: 'utf-16-le', put: put16(false), reason: SURROGATES, single: true },
  'utf-16-be': { name: 'utf-16-be', put: put16(true), reason: SURROGATES, single: true },
  'utf-32': { name: 'utf-32', put: put32(false), reason: SURROGATES, single: true, bom: [0xff, 0xfe, 0, 0] },
  'utf-32-le': { name: 'utf-32-le', put: put32(false), reason: SURROGATES, single: true },
  'utf-32-be': { name: 'utf-32-be', put: put32(true), reason: SURROGATES, single: true },
  'latin-1': { name: 'latin-1', put: below(256), reason: 'ordinal not in range(256)' },
  ascii: { name: 'ascii', put: below(128), reason: 'ordinal not in range(128)' },
  'windows-1252': { name: 'charmap', put: put1252, reason: 'character maps to <undefined>' },
};

const ASCII = /^[\x00-\x7f]*$/;

/** `s.encode(encoding, errors)` to a Uint8Array. Throws UnicodeEncodeError or LookupError. */
export function encodeBytes(vm: VM, s: Str, encodingName: string, errors: string): Uint8Array {
  const encoding = canonicalEncoding(encodingName);
  if (encoding === undefined) throw error('LookupError', `unknown encoding: ${encodingName}`);
  return DIRECT.has(encoding) ? encodeAs(vm, s, encoding, encodingName, errors) : explained('encoding', encodingName, () => encodeAs(vm, s, encoding, encodingName, errors));
}

/** Encodings CPython does not look up in its registry; errors of the others' codecs are explained. */
export const DIRECT = new Set(['utf-8', 'utf-16', 'utf-32', 'ascii', 'latin-1']);

function explained<V>(what: string, name: string, f: () => V): V {
  try {
    return f();
  } catch (e) {
    if (!(e instanceof PyException)) throw e;
    const cls = e.value.cls.name;
    if (cls !== 'LookupError' && cls !== 'TypeError') throw e;
    const wrapped = error(cls, `${what} with '${name}' codec failed (${cls}: ${asStr(e.value.args.items[0]!) as string})`);
    wrapped.value.cause = e.value;
    wrapped.value.suppressContext = true;
    throw wrapped;
  }
}

function encodeAs(vm: VM, s: Str, encoding: string, encodingName: string, errors: string): Uint8Array {
  const n = strLength(s);
  vm.charge(n >> 4);
  if (encoding === 'unicode_escape' || encoding === 'raw_unicode_escape') return encodeUnicodeEscape(s, encoding === 'raw_unicode_escape');
  if (encoding === 'utf-7') throw error('LookupError', `unknown encoding: ${encodingName}`);
  const codec = encoders[encoding]!;
  if (typeof s === 'string' && codec.bom === undefined && !encoding.startsWith('utf-16') && !encoding.startsWith('utf-32') && ASCII.test(s)) {
    const b = new Uint8Array(n);
    for (let i = 0; i < n; i++) b[i] = s.charCodeAt(i);
    return b;
  }
  const out = new Sink(n + (n >> 1));
  if (codec.bom !== undefined) for (const c of codec.bom) out.push(c);
  encodeInto(out, s, codec, errors);
  return out.done();
}

function encodeInto(out: Sink, s: Str, codec: Codec, errors: string): void {
  const n = strLength(s);
  const trial = new Sink(4);
  for (let i = 0; i < n; i++) {
    if (codec.put(out, codeAt(s, i))) continue;
    let j = i + 1;
    // Characters that cannot be encoded are handed over as one range.
    if (codec.single !== true) while (j < n && !codec.put(trial, codeAt(s, j))) j++;
    trial.n = 0;
    const r = encodeHandler(errors, codec.name, s, i, j, codec.reason);
    if (r instanceof Uint8Array) out.add(r);
    else {
      const m = strLength(r);
      for (let k = 0; k < m; k++) if (!codec.put(out, codeAt(r, k))) throw encodeError(codec.name, s, i, j, codec.reason);
    }
    i = j - 1;
  }
}

/**
 * The codec registry, for encodings and error handlers not known here: src/vm/registry-codecs.ts fills it in
 * (its functions may push). Without it they are LookupErrors.
 */
export const codecHooks: {
  encode: ((vm: VM, s: Str, encoding: string, errors: string) => Result) | null;
  decode: ((vm: VM, b: Uint8Array, encoding: string, errors: string) => Result) | null;
} = { encode: null, decode: null };

const STANDARD = new Set(['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'surrogatepass']);

/** Whether encoding and handler are both native. */
export function isNativeCodec(encoding: string, errors: string): boolean {
  const name = canonicalEncoding(encoding);
  return name !== undefined && name !== 'utf-7' && STANDARD.has(errors);
}

/** `s.encode(...)`: a bytes object. */
export function encode(vm: VM, s: Str, encoding: string, errors: string): Result {
  if (codecHooks.encode !== null && !isNativeCodec(encoding, errors)) return codecHooks.encode(vm, s, encoding, errors);
  return new PyBytes(encodeBytes(vm, s, encoding, errors));
}

// ---- decoding ----

/** `b.decode(encoding, errors)` */
export function decode(vm: VM, b: Uint8Array, encodingName: string, errors: string): Result {
  if (b.length === 0) return ''; // whatever the encoding
  if (codecHooks.decode !== null && !isNativeCodec(encodingName, errors)) return codecHooks.decode(vm, b, encodingName, errors);
  return decodeBytes(vm, b, encodingName, errors);
}

export function decodeBytes(vm: VM, b: Uint8Array, encodingName: string, errors: string): Str {
  const encoding = canonicalEncoding(encodingName);
  if (encoding === undefined) throw error('LookupError', `unknown encoding: ${encodingName}`);
  vm.charge(b.length >> 4);
  return DIRECT.has(encoding) ? decodeAs(b, encoding, encodingName, errors) : explained('decoding', encodingName, () => decodeAs(b, encoding, encodingName, errors));
}

function decodeAs(b: Uint8Array, encoding: string, encodingName: string, errors: string): Str {
  switch (encoding) {
    case 'utf-8':
      return decodeUtf8(b, errors);
    case 'utf-8-sig':
      return decodeUtf8(b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf ? b.subarray(3) : b, errors);
    case 'latin-1':
      return asciiText(b);
    case 'ascii':
      return decodeAscii(b, errors);
    case 'windows-1252':
      return decode1252(b, errors);
    case 'unicode_escape':
    case 'raw_unicode_escape':
      return decodeUnicodeEscape(b, errors, encoding === 'raw_unicode_escape');
    case 'utf-7':
      throw error('LookupError', `unknown encoding: ${encodingName}`);
    default:
      return encoding.startsWith('utf-16') ? decode16(b, encoding, errors) : decode32(b, encoding, errors);
  }
}

function asciiText(b: Uint8Array): string {
  let s = '';
  if (b.length <= 32) {
    let i = 0;
    for (; i + 4 <= b.length; i += 4) s += String.fromCharCode(b[i]!, b[i + 1]!, b[i + 2]!, b[i + 3]!);
    for (; i < b.length; i++) s += String.fromCharCode(b[i]!);
    return s;
  }
  for (let i = 0; i < b.length; i += 4096) s += String.fromCharCode.apply(null, b.subarray(i, i + 4096) as unknown as number[]);
  return s;
}

function isAscii(b: Uint8Array): boolean {
  for (let i = 0; i < b.length; i++) if (b[i]! > 127) return false;
  return true;
}

function decodeAscii(b: Uint8Array, errors: string): Str {
  if (isAscii(b)) return asciiText(b);
  const out: number[] = [];
  for (let i = 0; i < b.length; ) {
    if (b[i]! < 128) out.push(b[i++]!);
    else {
      const [text, next] = decodeHandler(errors, 'ascii', b, i, i + 1, 'ordinal not in range(128)');
      for (const c of text) out.push(c);
      i = next;
    }
  }
  return strFromCodePoints(out);
}

function decode1252(b: Uint8Array, errors: string): Str {
  const out: number[] = [];
  for (let i = 0; i < b.length; ) {
    const c = cp1252Table[b[i]!]!;
    if (c >= 0) {
      out.push(c);
      i++;
    } else {
      const [text, next] = decodeHandler(errors, 'charmap', b, i, i + 1, 'character maps to <undefined>');
      for (const x of text) out.push(x);
      i = next;
    }
  }
  return strFromCodePoints(out);
}

const INVALID_START = 'invalid start byte';
const INVALID_CONT = 'invalid continuation byte';
const UNEXPECTED_END = 'unexpected end of data';

function decodeUtf8(b: Uint8Array, errors: string): Str {
  if (isAscii(b)) return asciiText(b);
  const n = b.length;
  const out: number[] = [];
  let i = 0;
  while (i < n) {
    const c = b[i]!;
    if (c < 128) {
      out.push(c);
      i++;
      continue;
    }
    // Well-formed sequences of table 3-7 of the Unicode Standard; the bad range is the longest prefix of one.
    let need = 0;
    let lo = 0x80;
    let hi = 0xbf;
    let v = 0;
    if (c >= 0xc2 && c <= 0xdf) {
      need = 1;
      v = c & 0x1f;
    } else if (c >= 0xe0 && c <= 0xef) {
      need = 2;
      v = c & 0x0f;
      if (c === 0xe0) lo = 0xa0;
      else if (c === 0xed) hi = 0x9f;
    } else if (c >= 0xf0 && c <= 0xf4) {
      need = 3;
      v = c & 0x07;
      if (c === 0xf0) lo = 0x90;
      else if (c === 0xf4) hi = 0x8f;
    }
    let j = i + 1;
    let reason = INVALID_START;
    let ok = need > 0;
    if (ok) {
      for (let k = 0; k < need; k++, j++) {
        if (j >= n) {
          reason = UNEXPECTED_END;
          ok = false;
          break;
        }
        const d = b[j]!;
        if (d < lo || d > hi) {
          reason = INVALID_CONT;
          ok = false;
          break;
        }
        v = (v << 6) | (d & 0x3f);
        lo = 0x80;
        hi = 0xbf;
      }
    }
    if (ok) {
      out.push(v);
      i = j;
    } else {
      const [text, next] = decodeHandler(errors, 'utf-8', b, i, j, reason);
      for (const x of text) out.push(x);
      i = next;
    }
  }
  return strFromCodePoints(out);
}

function decode16(b: Uint8Array, encoding: string, errors: string): Str {
  const n = b.length;
  const out: number[] = [];
  let big = encoding === 'utf-16-be';
  let i = 0;
  let name = encoding;
  if (encoding === 'utf-16') {
    if (n >= 2 && b[0] === 0xff && b[1] === 0xfe) i = 2;
    else if (n >= 2 && b[0] === 0xfe && b[1] === 0xff) {
      big = true;
      i = 2;
    }
    name = big ? 'utf-16-be' : 'utf-16-le';
  }
  const unit = (at: number): number => (big ? (b[at]! << 8) | b[at + 1]! : b[at]! | (b[at + 1]! << 8));
  const bad = (from: number, to: number, reason: string): number => {
    const [text, next] = decodeHandler(errors, name, b, from, to, reason);
    for (const x of text) out.push(x);
    return next;
  };
  while (i < n) {
    if (i + 1 >= n) {
      i = bad(i, n, 'truncated data');
      continue;
    }
    const u = unit(i);
    if (u < 0xd800 || u > 0xdfff) {
      out.push(u);
      i += 2;
    } else if (u > 0xdbff) i = bad(i, i + 2, 'illegal encoding');
    else if (i + 3 >= n) i = bad(i, n, 'unexpected end of data');
    else {
      const v = unit(i + 2);
      if (v >= 0xdc00 && v <= 0xdfff) {
        out.push(0x10000 + ((u - 0xd800) << 10) + (v - 0xdc00));
        i += 4;
      } else i = bad(i, i + 2, 'illegal UTF-16 surrogate');
    }
  }
  return strFromCodePoints(out);
}

function decode32(b: Uint8Array, encoding: string, errors: string): Str {
  const n = b.length;
  const out: number[] = [];
  let big = encoding === 'utf-32-be';
  let i = 0;
  let name = encoding;
  if (encoding === 'utf-32') {
    name = 'utf-32-le';
    if (b[0] === 0xff && b[1] === 0xfe && b[2] === 0 && b[3] === 0) {
      i = 4;
    } else if (b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff) {
      i = 4;
      big = true;
      name = 'utf-32-be';
    }
  }
  while (i < n) {
    const from = i;
    let to = i + 4;
    let reason = 'truncated data';
    if (to <= n) {
      const c = (big ? (b[i]! << 24) | (b[i + 1]! << 16) | (b[i + 2]! << 8) | b[i + 3]! : b[i]! | (b[i + 1]! << 8) | (b[i + 2]! << 16) | (b[i + 3]! << 24)) >>> 0;
      if (c < 0xd800 || (c > 0xdfff && c < 0x110000)) {
        out.push(c);
        i += 4;
        continue;
      }
      reason = c < 0x110000 ? 'code point in surrogate code point range(0xd800, 0xe000)' : 'code point not in range(0x110000)';
    } else to = n;
    const [text, next] = decodeHandler(errors, name, b, from, to, reason);
    for (const x of text) out.push(x);
    i = next;
  }
  return strFromCodePoints(out);
}
