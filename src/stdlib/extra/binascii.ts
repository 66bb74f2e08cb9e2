/** binascii: hex, base64, uu, quoted-printable, checksums (Modules/binascii.c). */
import { work } from '../../objects/work.js';
import { T, typeOf, type PyValue } from '../../objects/object.js';
import { PyException, typeError, valueError } from '../../objects/errors.js';
import { defineException } from '../../objects/define-exception.js';
import { PyBaseException } from '../../objects/exception.js';
import { asBytes, PyBytes } from '../../objects/bytes.js';
import { asInt, type Int } from '../../objects/int.js';
import { asJS, asStr, jsStr } from '../../objects/str.js';
import { itemsSync } from '../../objects/iterate.js';
import { typeName } from '../../objects/type.js';
import { hex } from '../hash/hash-module.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';
import { crc32 } from './checksums.js';

const ERROR = defineException('binascii.Error', T.ValueError!);
const INCOMPLETE = defineException('binascii.Incomplete', T.Exception!);
const fail = (message: string): PyException => new PyException(new PyBaseException(ERROR, [message]));

function dataOf(v: PyValue): Uint8Array {
  const b = asBytes(v);
  if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(v)}'`);
  work(16 * b.length);
  return b;
}

/** Bytes, or a str of ASCII characters. */
function asciiData(v: PyValue): Uint8Array {
  const s = asStr(v);
  if (s !== undefined) {
    const text = jsStr(s);
    work(16 * text.length);
    const out = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c > 127) throw valueError('string argument should contain only ASCII characters');
      out[i] = c;
    }
    return out;
  }
  const b = asBytes(v);
  if (b === undefined) throw typeError(`argument should be bytes, buffer or ASCII string, not '${typeName(v)}'`);
  return b;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = Uint8Array.from(ALPHABET, (c) => c.charCodeAt(0));
const VALUES = new Int8Array(256).fill(-1);
CODES.forEach((c, i) => (VALUES[c] = i));

function fromBase64(b: Uint8Array, strict: boolean): Uint8Array {
  const out = new Uint8Array(Math.ceil(b.length / 4) * 3 + 3);
  let n = 0;
  let quad = 0;
  let left = 0;
  let pads = 0;
  let padded = false;
  if (strict && b.length > 0 && b[0] === 61) throw fail('Leading padding not allowed');
  for (let i = 0; i < b.length; i++) {
    const c = b[i]!;
    if (c === 61) {
      padded = true;
      if (quad >= 2 && quad + ++pads >= 4) {
        if (strict && i + 1 < b.length) throw fail('Excess data after padding');
        return out.slice(0, n);
      }
      continue;
    }
    const v = VALUES[c]!;
    if (v < 0) {
      if (strict) throw fail('Only base64 data is allowed');
      continue;
    }
    if (strict && padded) throw fail('Discontinuous padding not allowed');
    pads = 0;
    switch (quad) {
      case 0:
        quad = 1;
        left = v;
        break;
      case 1:
        quad = 2;
        out[n++] = (left << 2) | (v >> 4);
        left = v & 15;
        break;
      case 2:
        quad = 3;
        out[n++] = (left << 4) | (v >> 2);
        left = v & 3;
        break;
      default:
        quad = 0;
        out[n++] = (left << 6) | v;
        left = 0;
    }
  }
  if (quad === 1) {
    throw fail(`Invalid base64-encoded string: number of data characters (${(n / 3) * 4 + 1}) cannot be 1 more than a multiple of 4`);
  }
  if (quad !== 0) throw fail('Incorrect padding');
  return out.slice(0, n);
}

function toBase64(b: Uint8Array, newline: boolean): Uint8Array {
  const out = new Uint8Array(Math.ceil(b.length / 3) * 4 + (newline ? 1 : 0));
  let n = 0;
  for (let i = 0; i < b.length; i += 3) {
    const x = (b[i]! << 16) | ((b[i + 1] ?? 0) << 8) | (b[i + 2] ?? 0);
    out[n++] = CODES[x >> 18]!;
    out[n++] = CODES[(x >> 12) & 63]!;
    out[n++] = i + 1 < b.length ? CODES[(x >> 6) & 63]! : 61;
    out[n++] = i + 2 < b.length ? CODES[x & 63]! : 61;
  }
  if (newline) out[n++] = 10;
  return out;
}

function fromHex(b: Uint8Array): Uint8Array {
  if (b.length % 2 !== 0) throw fail('Odd-length string');
  const out = new Uint8Array(b.length / 2);
  const digit = (c: number): number => (c >= 48 && c <= 57 ? c - 48 : c >= 97 && c <= 102 ? c - 87 : c >= 65 && c <= 70 ? c - 55 : -1);
  for (let i = 0; i < out.length; i++) {
    const hi = digit(b[2 * i]!);
    const lo = digit(b[2 * i + 1]!);
    if (hi < 0 || lo < 0) throw fail('Non-hexadecimal digit found');
    out[i] = hi * 16 + lo;
  }
  return out;
}

function toHex(v: PyValue, sep: PyValue | undefined, every: PyValue): PyBytes {
  const digits = hex(dataOf(v));
  const n = Number(asInt(every) ?? 1);
  let text = digits;
  if (sep !== undefined) {
    const s = asJS(sep) ?? (sep instanceof PyBytes ? String.fromCharCode(...sep.v) : undefined);
    const length = s?.length ?? (typeof sep === 'object' && sep !== null && typeOf(sep).lookup('__len__') !== undefined ? (itemsSync(sep)?.length ?? 1) : undefined);
    if (length === undefined) throw typeError(`object of type '${typeName(sep)}' has no len()`);
    if (length !== 1) throw valueError('sep must be length 1.');
    if (s === undefined) throw typeError('sep must be str or bytes.');
    if (s.charCodeAt(0) > 127) throw valueError('sep must be ASCII.');
    if (n !== 0) {
      const size = Math.abs(n) * 2;
      const parts: string[] = [];
      if (n < 0) for (let i = 0; i < digits.length; i += size) parts.push(digits.slice(i, i + size));
      else for (let i = digits.length; i > 0; i -= size) parts.unshift(digits.slice(Math.max(0, i - size), i));
      text = parts.join(s);
    }
  }
  return new PyBytes(Uint8Array.from(text, (c) => c.charCodeAt(0)));
}

function fromUu(b: Uint8Array): Uint8Array {
  let size = b.length === 0 ? 0 : (b[0]! - 32) & 63;
  const out = new Uint8Array(size);
  let n = 0;
  let left = 0;
  let bits = 0;
  let i = 1;
  for (; size > 0; i++) {
    const raw = i < b.length ? b[i]! : 0;
    let c: number;
    if (raw === 10 || raw === 13 || i >= b.length) c = 0;
    else {
      if (raw < 32 || raw > 32 + 64) throw fail('Illegal char');
      c = (raw - 32) & 63;
    }
    left = (left << 6) | c;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[n++] = (left >> bits) & 255;
      left &= (1 << bits) - 1;
      size--;
    }
  }
  for (; i < b.length; i++) {
    const c = b[i]!;
    if (c !== 32 && c !== 32 + 64 && c !== 10 && c !== 13) throw fail('Trailing garbage');
  }
  return out;
}

function toUu(b: Uint8Array, backtick: boolean): Uint8Array {
  if (b.length > 45) throw fail('At most 45 bytes at once');
  const code = (v: number): number => (backtick && v === 0 ? 96 : v + 32);
  const out = [code(b.length)];
  for (let i = 0; i < b.length; i += 3) {
    const x = (b[i]! << 16) | ((b[i + 1] ?? 0) << 8) | (b[i + 2] ?? 0);
    out.push(code(x >> 18), code((x >> 12) & 63), code((x >> 6) & 63), code(x & 63));
  }
  out.push(10);
  return Uint8Array.from(out);
}

function fromQp(b: Uint8Array, header: boolean): Uint8Array {
  const out: number[] = [];
  const hexValue = (c: number | undefined): number => (c === undefined ? -1 : parseInt(String.fromCharCode(c), 16));
  const isHex = (c: number | undefined): boolean => c !== undefined && /[0-9a-fA-F]/.test(String.fromCharCode(c));
  for (let i = 0; i < b.length; ) {
    const c = b[i]!;
    if (c === 61) {
      i++;
      if (i >= b.length) break;
      if (b[i] === 10 || b[i] === 13) {
        if (b[i] !== 10) while (i < b.length && b[i] !== 10) i++;
        if (i < b.length) i++;
      } else if (b[i] === 61) {
        out.push(61);
        i++;
      } else if (i + 1 < b.length && isHex(b[i]) && isHex(b[i + 1])) {
        out.push(hexValue(b[i]) * 16 + hexValue(b[i + 1]));
        i += 2;
      } else out.push(61);
    } else if (header && c === 95) {
      out.push(32);
      i++;
    } else {
      out.push(c);
      i++;
    }
  }
  return Uint8Array.from(out);
}

function toQp(b: Uint8Array, quotetabs: boolean, istext: boolean, header: boolean): Uint8Array {
  const first = b.indexOf(10);
  const crlf = first > 0 && b[first - 1] === 13;
  const out: number[] = [];
  let line = 0;
  const hexOf = (c: number): number[] => [61, ...c.toString(16).toUpperCase().padStart(2, '0').split('').map((x) => x.charCodeAt(0))];
  const soft = (): void => {
    out.push(61);
    if (crlf) out.push(13);
    out.push(10);
    line = 0;
  };
  for (let i = 0; i < b.length; ) {
    const c = b[i]!;
    if (
      c > 126 || c === 61 || (header && c === 95) ||
      (c === 46 && line === 0 && (i + 1 === b.length || b[i + 1] === 10 || b[i + 1] === 13 || b[i + 1] === 0)) ||
      (!istext && (c === 13 || c === 10)) ||
      ((c === 9 || c === 32) && i + 1 === b.length) ||
      (c < 33 && c !== 13 && c !== 10 && c !== 9 && c !== 32) ||
      (c < 33 && c !== 13 && c !== 10 && (quotetabs || (!quotetabs && c !== 9 && c !== 32)))
    ) {
      if (line + 3 >= 76) soft();
      out.push(...hexOf(c));
      i++;
      line += 3;
    } else if (istext && (c === 10 || (c === 13 && b[i + 1] === 10))) {
      line = 0;
      const last = out[out.length - 1];
      if (out.length > 0 && (last === 32 || last === 9)) {
        out.pop();
        out.push(...hexOf(last));
      }
      if (crlf) out.push(13);
      out.push(10);
      i += c === 13 ? 2 : 1;
    } else {
      if (i + 1 !== b.length && b[i + 1] !== 10 && line + 1 >= 76) soft();
      line++;
      if (header && c === 32) out.push(95);
      else out.push(c);
      i++;
    }
  }
  return Uint8Array.from(out);
}

/** An argument that CPython takes as a C int. */
function switchOf(v: PyValue): boolean {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  return n !== 0;
}
const truthy = (v: PyValue): boolean => v !== null && v !== false && v !== 0;
const unsigned = (v: PyValue): number => {
  const n: Int | undefined = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  return Number(BigInt.asUintN(32, BigInt(n)));
};

export const makeBinascii: NativeModuleMaker = () =>
  defineModule({
    name: 'binascii',
    doc: 'Conversion between binary data and ASCII',
    functions: {
      'a2b_base64(data, /, *, strict_mode=False)': (_vm, d, strict) => new PyBytes(fromBase64(asciiData(d), truthy(strict))),
      'b2a_base64(data, /, *, newline=True)': (_vm, d, newline) => new PyBytes(toBase64(dataOf(d), truthy(newline))),
      'a2b_hex(hexstr, /)': (_vm, d) => new PyBytes(fromHex(asciiData(d))),
      'unhexlify(hexstr, /)': (_vm, d) => new PyBytes(fromHex(asciiData(d))),
      'b2a_hex(data, sep=<unset>, bytes_per_sep=1)': (_vm, d, sep, every) => toHex(d, sep, every),
      'hexlify(data, sep=<unset>, bytes_per_sep=1)': (_vm, d, sep, every) => toHex(d, sep, every),
      'a2b_uu(data, /)': (_vm, d) => new PyBytes(fromUu(asciiData(d))),
      'b2a_uu(data, /, *, backtick=False)': (_vm, d, backtick) => new PyBytes(toUu(dataOf(d), truthy(backtick))),
      'a2b_qp(data, header=False)': (_vm, d, header) => new PyBytes(fromQp(asciiData(d), switchOf(header))),
      'b2a_qp(data, quotetabs=False, istext=True, header=False)': (_vm, d, q, t, h) => new PyBytes(toQp(dataOf(d), switchOf(q), switchOf(t), switchOf(h))),
      'crc32(data, crc=0, /)': (_vm, d, crc) => crc32(dataOf(d), unsigned(crc)),
      'crc_hqx(data, crc, /)': (_vm, d, crc) => {
        let c = unsigned(crc) & 0xffff;
        for (const x of dataOf(d)) {
          c ^= x << 8;
          for (let k = 0; k < 8; k++) c = c & 0x8000 ? ((c << 1) ^ 0x1021) & 0xffff : (c << 1) & 0xffff;
        }
        return c;
      },
    },
    values: { Error: ERROR, Incomplete: INCOMPLETE },
  });
