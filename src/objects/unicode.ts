/**
 * Properties and case mappings of code points, as CPython 3.11's Unicode 14 tables have them
 * (unicode-data.ts). The table is unpacked at the first question about a character outside Latin-1.
 */
import { classFlags, classLetters, foldDiff, lowerDiff, runs, titleDiff, upperDiff } from './unicode-data.js';
import { jsStr, type Str } from './str.js';

/** Property bits. Order: scripts/gen-unicode.py. */
export const U = {
  ALPHA: 1,
  DECIMAL: 2,
  DIGIT: 4,
  NUMERIC: 8,
  LOWER: 16,
  UPPER: 32,
  TITLE: 64,
  SPACE: 128,
  PRINTABLE: 256,
  XID_START: 512,
  XID_CONTINUE: 1024,
  CASED: 2048,
  IGNORABLE: 4096,
  ALNUM: 1 | 2 | 4 | 8,
} as const;

/** Flags of the code points below 0x10000, or of Latin-1 only as long as nothing else was asked for; above, `starts` and `flags` are searched. */
let table: Uint16Array = new Uint16Array(0);
const starts: number[] = [];
const flags: number[] = [];

const isDigit36 = (c: number): boolean => (c >= 48 && c <= 57) || (c >= 97 && c <= 122);

/** `size`: 256 or 0x10000. */
function unpack(size: number): Uint16Array {
  const latin = size === 256;
  const table = new Uint16Array(size);
  const of = new Map<string, number>();
  for (let i = 0; i < classLetters.length; i++) of.set(classLetters[i]!, classFlags[i]!);
  let cp = 0;
  let i = 0;
  const count = (): number => {
    const from = i;
    while (i < runs.length && isDigit36(runs.charCodeAt(i))) i++;
    return from === i ? 1 : parseInt(runs.slice(from, i), 36);
  };
  const put = (f: number, n: number): void => {
    if (cp < size) table.fill(f, cp, Math.min(cp + n, size));
    if (!latin && cp + n > 0x10000) {
      starts.push(Math.max(cp, 0x10000));
      flags.push(f);
    }
    cp += n;
  };
  while (i < runs.length && !(latin && cp >= size)) {
    const ch = runs[i++]!;
    if (ch === '"') {
      const a = of.get(runs[i++]!)!;
      const b = of.get(runs[i++]!)!;
      for (let n = count(); n > 0; n--) {
        put(a, 1);
        put(b, 1);
      }
    } else put(of.get(ch)!, count());
  }
  return table;
}

/** Property bits of a code point. */
export function charFlags(cp: number): number {
  if (cp < table.length) return table[cp]!;
  if (table.length < 0x10000) {
    table = unpack(cp < 256 ? 256 : 0x10000);
    return charFlags(cp);
  }
  let lo = 0;
  let hi = starts.length - 1;
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1;
    if (starts[mid]! <= cp) lo = mid;
    else hi = mid - 1;
  }
  return flags[lo]!;
}

export const isSpace = (c: number): boolean =>
  c < 128 ? c === 32 || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) : (charFlags(c) & U.SPACE) !== 0;

export const isPrintable = (c: number): boolean => (c < 127 ? c >= 32 : (charFlags(c) & U.PRINTABLE) !== 0);

/** Value of a decimal digit of any script, or -1. */
export function decimalValue(c: number): number {
  if (c < 128) return c >= 48 && c <= 57 ? c - 48 : -1;
  if ((charFlags(c) & U.DECIMAL) === 0) return -1;
  // Decimal digits come in runs of ten (the mathematical ones in fifty, starting at a zero).
  let zero = c;
  while ((charFlags(zero - 1) & U.DECIMAL) !== 0) zero--;
  return (c - zero) % 10;
}

const NON_ASCII = /[^\x00-\x7f]/;

/** ASCII white space at both ends taken off. */
export function trimAscii(s: string): string {
  let i = 0;
  let j = s.length;
  const space = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);
  while (i < j && space(s.charCodeAt(i))) i++;
  while (j > i && space(s.charCodeAt(j - 1))) j--;
  return i === 0 && j === s.length ? s : s.slice(i, j);
}

/** ASCII text of a number: decimal digits of any script as ASCII, white space stripped, `?` for other characters. */
export function decimalText(s: Str): string {
  const t = jsStr(s);
  if (!NON_ASCII.test(t)) return trimAscii(t);
  let out = '';
  for (const ch of t) {
    const c = ch.codePointAt(0)!;
    if (c < 128) out += ch;
    else if (isSpace(c)) out += ' ';
    else {
      const d = decimalValue(c);
      out += d < 0 ? '?' : d;
    }
  }
  return trimAscii(out);
}

// ---- case ----

type CaseMap = Map<number, string>;

function readTable(text: string): CaseMap {
  const map: CaseMap = new Map();
  for (const row of text.split(',')) {
    const [key, value] = row.split(':') as [string, string];
    const [from, n] = key.split('+');
    const first = parseInt(from!, 16);
    const to = value.split(' ').map((x) => parseInt(x, 16));
    const count = n === undefined ? 1 : parseInt(n, 16);
    for (let i = 0; i < count; i++) map.set(first + i, count === 1 ? String.fromCodePoint(...to) : String.fromCodePoint(to[0]! + i));
  }
  return map;
}

let tables: { upper: CaseMap; lower: CaseMap; title: CaseMap; fold: CaseMap } | null = null;
const maps = (): NonNullable<typeof tables> =>
  (tables ??= { upper: readTable(upperDiff), lower: readTable(lowerDiff), title: readTable(titleDiff), fold: readTable(foldDiff) });

const charOf = (cp: number): string => (cp < 0x10000 ? String.fromCharCode(cp) : String.fromCodePoint(cp));

/** Full upper case of one code point. */
export const upperOf = (cp: number): string => maps().upper.get(cp) ?? charOf(cp).toUpperCase();
/** Full lower case of one code point, without context. */
export const lowerOf = (cp: number): string => maps().lower.get(cp) ?? charOf(cp).toLowerCase();
export const titleOf = (cp: number): string => maps().title.get(cp) ?? upperOf(cp);
export const foldOf = (cp: number): string => maps().fold.get(cp) ?? lowerOf(cp);

/** Lower case of the character at `i`: a capital sigma at the end of a word is a final one. */
export function lowerAt(cps: ArrayLike<number>, i: number): string {
  const c = cps[i]!;
  if (c !== 0x3a3) return lowerOf(c);
  let j = i - 1;
  while (j >= 0 && (charFlags(cps[j]!) & U.IGNORABLE) !== 0) j--;
  if (j < 0 || (charFlags(cps[j]!) & U.CASED) === 0) return '\u03c3';
  j = i + 1;
  while (j < cps.length && (charFlags(cps[j]!) & U.IGNORABLE) !== 0) j++;
  return j === cps.length || (charFlags(cps[j]!) & U.CASED) === 0 ? '\u03c2' : '\u03c3';
}
