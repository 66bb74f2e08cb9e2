/** Facts about characters the tokenizer needs: classes, UTF-8 widths, Unicode properties. */
import { assignedLater } from './unicode14.js';

/** Bits of {@link charClass}. */
export const enum Cls {
  Digit = 1,
  /** May start or continue an identifier: ASCII letters, `_` and everything outside ASCII. */
  NameStart = 2,
  Hex = 4,
}

/** Class bits of the ASCII characters. */
export const charClass: Uint8Array = /* @__PURE__ */ (() => {
  const table = new Uint8Array(128);
  for (let c = 48; c < 58; c++) table[c] = Cls.Digit | Cls.Hex;
  for (let c = 65; c < 91; c++) table[c] = Cls.NameStart | (c < 71 ? Cls.Hex : 0);
  for (let c = 97; c < 123; c++) table[c] = Cls.NameStart | (c < 103 ? Cls.Hex : 0);
  table[95] = Cls.NameStart;
  return table;
})();

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

export function isHexDigit(c: number): boolean {
  return c < 128 && (charClass[c]! & Cls.Hex) !== 0;
}

/** CPython's `is_potential_identifier_char`; NaN (end of text) is none. */
export function isNameChar(c: number): boolean {
  return c >= 128 || (charClass[c]! & (Cls.NameStart | Cls.Digit)) > 0;
}

/** UTF-8 length of `text[from, to)`; a lone surrogate counts 3. */
export function utf8Length(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) bytes += 1;
    else if (c < 0x800) bytes += 2;
    else if (c >= 0xd800 && c < 0xdc00 && i + 1 < to && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

/** Number of code points in `text[from, to)`. */
export function codePointLength(text: string, from: number, to: number): number {
  let count = to - from;
  for (let i = from + 1; i < to; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) {
      count--;
      i++;
    }
  }
  return count;
}

/** How many code points of `line` lie in its first `bytes` UTF-8 bytes; past its end every byte counts one less than a character, as CPython does. */
export function bytesToCodePoints(line: string, bytes: number): number {
  let points = 0;
  for (let i = 0; bytes > 0 && i < line.length; points++) {
    const c = line.codePointAt(i)!;
    bytes -= c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    i += c < 0x10000 ? 1 : 2;
  }
  return points;
}

/** In `XID_Continue` today, not yet in Unicode 14. */
const NOT_IN_PYTHON = /[\u200c\u200d\u30fb\uff65]/;

let xidStart: RegExp | undefined;
let xidContinue: RegExp | undefined;
let nonPrintable: RegExp | undefined;

/** Index in `name` (UTF-16) of the first character that may not stand there in an identifier, or -1. */
export function invalidIdentifierIndex(name: string): number {
  // `XID_*` are the properties PEP 3131 names; JavaScript's expressions know them.
  xidStart ??= /[\p{XID_Start}_]/u;
  xidContinue ??= /\p{XID_Continue}/u;
  for (let i = 0; i < name.length; ) {
    const ch = String.fromCodePoint(name.codePointAt(i)!);
    if (!(i === 0 ? xidStart : xidContinue).test(ch) || NOT_IN_PYTHON.test(ch) || assignedLater(ch.codePointAt(0)!)) return i;
    i += ch.length;
  }
  return -1;
}

/** CPython's `str.isprintable` of one character. */
export function isPrintable(ch: string): boolean {
  nonPrintable ??= /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u;
  return ch === ' ' || (!nonPrintable.test(ch) && !assignedLater(ch.codePointAt(0)!));
}
