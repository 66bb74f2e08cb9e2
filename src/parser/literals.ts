/**
 * From the text of a literal to its value: numbers, string and bytes escapes.
 *
 * Faults are `LiteralError`s with CPython's words; the parser only needs to know that there was
 * one, `diagnose` puts the words at the right place.
 */
import { ConstBytes, ConstComplex, ConstFloat, ConstStr } from '../bytecode/consts.js';
import { isHexDigit } from './chars.js';

/** Why a literal has no value; `kind` says which codec CPython blames. */
export class LiteralError {
  constructor(
    readonly message: string,
    readonly kind: 'plain' | 'unicode' | 'value' = 'plain',
  ) {}
}

/** What decoding needs from outside. */
export interface LiteralContext {
  /** Called once a literal at most, with the first escape that is unknown, or (`octal`) above 255. */
  invalidEscape?: (escape: string, octal?: boolean) => void;
  /** Resolves `\N{...}`; without it every name is unknown. */
  lookupName?: ((name: string) => string | null) | undefined;
}

/** A decoded str: code points only when an escape made a surrogate, which a JS string might join with a neighbour. */
export type Decoded = string | number[];

const MAX_INT_DIGITS = 4300;

/** The value of a number token. */
export function parseNumber(image: string): number | bigint | ConstFloat | ConstComplex {
  const text = image.includes('_') ? image.replaceAll('_', '') : image;
  const last = text.charCodeAt(text.length - 1) | 32;
  if (text.charCodeAt(0) === 48 && text.length > 1) {
    const radix = text.charCodeAt(1) | 32;
    if (radix === 120 || radix === 111 || radix === 98) return text.length <= 13 ? Number(text) : normalize(BigInt(text.toLowerCase()));
  }
  if (last === 106) return new ConstComplex(0, Number(text.slice(0, -1)));
  if (/[.eE]/.test(text)) return new ConstFloat(Number(text));
  if (text.length <= 15) return Number(text);
  if (text.length > MAX_INT_DIGITS) {
    const digits = text.length;
    throw new LiteralError(
      `Exceeds the limit (${MAX_INT_DIGITS} digits) for integer string conversion: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.`,
    );
  }
  return normalize(BigInt(text));
}

function normalize(value: bigint): number | bigint {
  return value <= 9007199254740991n ? Number(value) : value;
}

/** The parts of a string token's text. */
export interface StringParts {
  body: string;
  raw: boolean;
  bytes: boolean;
  fstring: boolean;
  unicodePrefix: boolean;
}

/** Splits prefix, quotes and body. */
export function stringParts(image: string): StringParts {
  const parts: StringParts = { body: '', raw: false, bytes: false, fstring: false, unicodePrefix: false };
  let i = 0;
  for (; ; i++) {
    const c = image.charCodeAt(i);
    if (c === 34 || c === 39) break;
    const letter = c | 32;
    if (letter === 114) parts.raw = true;
    else if (letter === 98) parts.bytes = true;
    else if (letter === 102) parts.fstring = true;
    // CPython looks at the first letter and only for a small one.
    else if (c === 117) parts.unicodePrefix = true;
  }
  const quotes = image.length - i >= 6 && image[i] === image[i + 1] && image[i] === image[i + 2] ? 3 : 1;
  parts.body = image.substring(i + quotes, image.length - quotes);
  return parts;
}

/** Joins decoded pieces. */
export function joinDecoded(pieces: readonly Decoded[]): string | ConstStr {
  if (pieces.length === 1 && typeof pieces[0] === 'string') return pieces[0];
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
  const points: number[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') for (const ch of piece) points.push(ch.codePointAt(0)!);
    else for (const point of piece) points.push(point);
  }
  let text = '';
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!;
    if ((point & 0xfffffc00) === 0xd800 && i + 1 < points.length && (points[i + 1]! & 0xfffffc00) === 0xdc00) return new ConstStr(points);
    text += String.fromCodePoint(point);
  }
  return text;
}

/** Number of bytes a character takes in the buffer CPython decodes: others than ASCII are written as `\UXXXXXXXX` first. */
function bufferOffset(body: string, to: number): number {
  let offset = 0;
  for (let i = 0; i < to; i++) {
    const c = body.codePointAt(i)!;
    offset += c < 128 ? 1 : 10;
    if (c > 0xffff) i++;
  }
  return offset;
}

/** Decodes the body of a str literal. */
export function decodeText(body: string, raw: boolean, context: LiteralContext): Decoded {
  if (raw || !body.includes('\\')) return body;
  const out: string[] = [];
  let surrogates = false;
  let warned = false;
  let from = 0;
  const size = body.length;
  for (let pos = body.indexOf('\\'); pos >= 0; pos = body.indexOf('\\', from)) {
    if (pos > from) out.push(body.substring(from, pos));
    const fault = (reason: string, end: number): never => {
      const first = bufferOffset(body, pos);
      const last = bufferOffset(body, end) - 1;
      const where = last === first ? `byte 0x5c in position ${first}` : `bytes in position ${first}-${last}`;
      throw new LiteralError(`'unicodeescape' codec can't decode ${where}: ${reason}`, 'unicode');
    };
    let at = pos + 1;
    if (at >= size) {
      // Only a piece of an f-string may end so: a backslash before a field.
      if (!warned) context.invalidEscape?.('{');
      out.push('\\');
      from = at;
      break;
    }
    const c = body.charCodeAt(at++);
    const simple = SIMPLE_ESCAPES[body[at - 1]!];
    if (simple !== undefined) out.push(simple);
    else if (c >= 48 && c <= 55) {
      let value = c - 48;
      for (let n = 0; n < 2; n++) {
        const d = body.charCodeAt(at);
        if (!(d >= 48 && d <= 55)) break;
        value = value * 8 + d - 48;
        at++;
      }
      if (value > 255 && !warned) {
        warned = true;
        context.invalidEscape?.(body.substring(pos + 1, at), true);
      }
      out.push(String.fromCharCode(value));
    } else if (c === 120 || c === 117 || c === 85) {
      const count = c === 120 ? 2 : c === 117 ? 4 : 8;
      const start = at;
      while (at < start + count && isHexDigit(body.charCodeAt(at))) at++;
      if (at < start + count) fault(c === 120 ? 'truncated \\xXX escape' : c === 117 ? 'truncated \\uXXXX escape' : 'truncated \\UXXXXXXXX escape', at);
      const value = parseInt(body.substring(start, at), 16);
      if (value > 0x10ffff) fault('illegal Unicode character', at);
      if (value >= 0xd800 && value <= 0xdfff) surrogates = true;
      out.push(String.fromCodePoint(value));
    } else if (c === 78) {
      if (body.charCodeAt(at) !== 123) fault('malformed \\N character escape', at);
      const close = body.indexOf('}', at + 1);
      if (close < 0) fault('malformed \\N character escape', size);
      if (close === at + 1) fault('malformed \\N character escape', close);
      const ch = context.lookupName?.(body.substring(at + 1, close)) ?? null;
      at = close + 1;
      if (ch === null) fault('unknown Unicode character name', at);
      out.push(ch!);
    } else {
      if (!warned && c < 128) {
        warned = true;
        context.invalidEscape?.(body[at - 1]!);
      }
      out.push('\\');
      at--;
    }
    from = at;
  }
  if (from < size) out.push(body.substring(from));
  if (!surrogates) return out.join('');
  // Each piece is one escape or a stretch of source, so no piece joins surrogates by itself.
  const points: number[] = [];
  for (const piece of out) for (const ch of piece) points.push(ch.codePointAt(0)!);
  return points;
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '', '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v',
};

/** Decodes the body of a bytes literal. */
export function decodeBytes(body: string, raw: boolean, context: LiteralContext): Uint8Array {
  const size = body.length;
  for (let i = 0; i < size; i++) {
    if (body.charCodeAt(i) >= 128) throw new LiteralError('bytes can only contain ASCII literal characters');
  }
  const out: number[] = [];
  let warned = false;
  for (let i = 0; i < size; ) {
    const c = body.charCodeAt(i++);
    if (raw || c !== 92) {
      out.push(c);
      continue;
    }
    const e = body.charCodeAt(i++);
    const simple = SIMPLE_ESCAPES[body[i - 1]!];
    if (simple !== undefined) {
      if (simple !== '') out.push(simple.charCodeAt(0));
    } else if (e >= 48 && e <= 55) {
      let value = e - 48;
      for (let n = 0; n < 2; n++) {
        const d = body.charCodeAt(i);
        if (!(d >= 48 && d <= 55)) break;
        value = value * 8 + d - 48;
        i++;
      }
      if (value > 255 && !warned) {
        warned = true;
        context.invalidEscape?.(body.slice(i - String(value.toString(8)).length, i), true);
      }
      out.push(value & 255);
    } else if (e === 120) {
      if (!isHexDigit(body.charCodeAt(i)) || !isHexDigit(body.charCodeAt(i + 1))) throw new LiteralError(`invalid \\x escape at position ${i - 2}`, 'value');
      out.push(parseInt(body.substring(i, i + 2), 16));
      i += 2;
    } else {
      if (!warned) {
        warned = true;
        context.invalidEscape?.(body[i - 1]!);
      }
      out.push(92);
      i--;
    }
  }
  return Uint8Array.from(out);
}

/** One whole str or bytes token that is no f-string. */
export function decodeWhole(parts: StringParts, context: LiteralContext): Decoded | ConstBytes {
  return parts.bytes ? new ConstBytes(decodeBytes(parts.body, parts.raw, context)) : decodeText(parts.body, parts.raw, context);
}
