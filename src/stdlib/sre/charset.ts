/** Character sets and categories of compiled patterns. */
import { charFlags, isSpace, U } from '../../objects/unicode.js';
import { Sre } from './program.js';

const isAsciiWord = (c: number): boolean => (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
const isDecimal = (c: number): boolean => (c < 128 ? c >= 48 && c <= 57 : (charFlags(c) & U.DECIMAL) !== 0);
const isAlnum = (c: number): boolean => (charFlags(c) & U.ALNUM) !== 0;
const isAsciiSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);
export const isUniWord = (c: number): boolean => (c < 128 ? isAsciiWord(c) : isAlnum(c));
const isLinebreak = (c: number): boolean => c === 10;
const isUniLinebreak = (c: number): boolean => (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c === 0x85 || c === 0x2028 || c === 0x2029;

/** re._constants.CHCODES by number. */
export function inCategory(category: number, c: number): boolean {
  switch (category) {
    case 0: return c >= 48 && c <= 57;
    case 1: return !(c >= 48 && c <= 57);
    case 2: return isAsciiSpace(c);
    case 3: return !isAsciiSpace(c);
    case 4: case 8: return isAsciiWord(c);
    case 5: case 9: return !isAsciiWord(c);
    case 6: return isLinebreak(c);
    case 7: return !isLinebreak(c);
    case 10: return isDecimal(c);
    case 11: return !isDecimal(c);
    case 12: return isSpace(c);
    case 13: return !isSpace(c);
    case 14: return isUniWord(c);
    case 15: return !isUniWord(c);
    case 16: return isUniLinebreak(c);
    default: return !isUniLinebreak(c);
  }
}
export { isAsciiWord };

/** Simple lower case of a code point (one to one). */
export function lowerUnicode(c: number): number {
  if (c < 128) return c >= 65 && c <= 90 ? c + 32 : c;
  return String.fromCodePoint(c).toLowerCase().codePointAt(0)!;
}

export function upperUnicode(c: number): number {
  if (c < 128) return c >= 97 && c <= 122 ? c - 32 : c;
  const u = String.fromCodePoint(c).toUpperCase();
  const first = u.codePointAt(0)!;
  return u.length === (first > 0xffff ? 2 : 1) ? first : c;
}

export const lowerAscii = (c: number): number => (c >= 65 && c <= 90 ? c + 32 : c);

/** Whether `c` is in the set whose code begins at `at`. */
export function inSet(code: readonly number[], at: number, c: number): boolean {
  let ok = true;
  for (let i = at; ; ) {
    switch (code[i++]) {
      case Sre.FAILURE:
        return !ok;
      case Sre.LITERAL:
        if (c === code[i++]) return ok;
        break;
      case Sre.CATEGORY:
        if (inCategory(code[i++]!, c)) return ok;
        break;
      case Sre.CHARSET:
        if (c < 256 && ((code[i + (c >> 5)]! >>> (c & 31)) & 1) !== 0) return ok;
        i += 8;
        break;
      case Sre.RANGE:
        if (code[i]! <= c && c <= code[i + 1]!) return ok;
        i += 2;
        break;
      case Sre.RANGE_UNI_IGNORE: {
        if (code[i]! <= c && c <= code[i + 1]!) return ok;
        const u = upperUnicode(c);
        if (code[i]! <= u && u <= code[i + 1]!) return ok;
        i += 2;
        break;
      }
      case Sre.NEGATE:
        ok = !ok;
        break;
      case Sre.BIGCHARSET: {
        const n = code[i++]!;
        if (c < 65536) {
          const hi = c >> 8;
          const block = (code[i + (hi >> 2)]! >>> ((hi & 3) * 8)) & 255;
          const word = code[i + 64 + block * 8 + ((c & 255) >> 5)]!;
          if (((word >>> (c & 31)) & 1) !== 0) return ok;
        }
        i += 64 + n * 8;
        break;
      }
      default:
        return false;
    }
  }
}

/** Whether a character is one of some, as generated code asks: a table for Latin 1, and what is above it. */
export interface CharTest {
  readonly low: Uint8Array;
  /**
   * What characters above 255 it takes: none (''), all ('A'), some ('*'), few upper case letters ('x'), or those of
   * categories: `w d s` and their opposites `W D S`.
   */
  readonly kinds: string;
  /** Asked for characters above 255; null: `kinds` says it. */
  readonly has: ((c: number) => boolean) | null;
}

/** `f`, asked once for each character of those blocks of 256 that are met. */
export function paged(f: (c: number) => boolean): (c: number) => boolean {
  const pages: Uint8Array[] = [];
  const fill = (k: number): Uint8Array => {
    const page = new Uint8Array(256);
    for (let c = 0; c < 256; c++) page[c] = f((k << 8) | c) ? 1 : 0;
    return (pages[k] = page);
  };
  return (c) => (pages[c >> 8] ?? fill(c >> 8))[c & 255] === 1;
}

export function setTable(code: readonly number[], at: number, fold: (c: number) => number): CharTest {
  const low = new Uint8Array(256);
  for (let c = 0; c < 256; c++) low[c] = inSet(code, at, fold(c)) ? 1 : 0;
  return { low, kinds: '*', has: paged((c) => inSet(code, at, fold(c))) };
}

/** Categories by number: what they take above 255. */
const CATEGORY_KINDS = ['', 'A', '', 'A', '', 'A', '', 'A', '', 'A', 'd', 'D', 's', 'S', 'w', 'W', '*', '*'];
const OPPOSITE: Record<string, string> = { '': 'A', A: '', d: 'D', D: 'd', s: 'S', S: 's', w: 'W', W: 'w' };

/** `kinds` of the set whose code begins at `at`. */
export function highOf(code: readonly number[], at: number, folded: boolean): string {
  let kinds = '';
  let negated = false;
  for (let i = at; ; ) {
    switch (code[i++]) {
      case Sre.FAILURE:
        if (negated) return folded ? '*' : (OPPOSITE[kinds] ?? '*');
        return folded ? `${kinds}x` : kinds;
      case Sre.NEGATE:
        // Only the first thing of a set is known to negate all of it.
        if (i > at + 1) return '*';
        negated = true;
        break;
      case Sre.LITERAL:
        if (code[i++]! > 255) kinds += '*';
        break;
      case Sre.CATEGORY:
        kinds += CATEGORY_KINDS[code[i++]!] ?? '*';
        break;
      case Sre.CHARSET:
        i += 8;
        break;
      case Sre.RANGE:
        if (code[i + 1]! > 255) kinds += '*';
        i += 2;
        break;
      default:
        return '*';
    }
  }
}

/** Characters above 255 whose lower case is below. */
export const HIGH_UPPER: readonly number[] = [0x130, 0x178, 0x1e9e, 0x212a, 0x212b];

const KIND_TESTS: Record<string, (c: number) => boolean> = {
  d: isDecimal, D: (c) => !isDecimal(c), s: isSpace, S: (c) => !isSpace(c), w: isUniWord, W: (c) => !isUniWord(c), x: (c) => HIGH_UPPER.includes(c),
};
const kindTests = new Map<string, (c: number) => boolean>();

/** A test that takes what `low` and `kinds` say: where `kinds` has a '*', all that is above 255. */
export function testOf(low: Uint8Array, kinds: string): CharTest {
  if (kinds === '') return { low, kinds, has: null };
  if (kinds.includes('*') || kinds.includes('A')) return { low, kinds: 'A', has: null };
  let has = kindTests.get(kinds);
  if (has === undefined) kindTests.set(kinds, (has = paged((c) => [...kinds].some((k) => KIND_TESTS[k]!(c)))));
  return { low, kinds, has };
}

/** Pairs of kinds that have no character in common. */
const APART: Record<string, string> = { d: 'sDWx', s: 'dwSx', w: 'sW', D: 'd', S: 's', W: 'dwx', x: 'dsW' };

export function disjoint(a: Pick<CharTest, 'low' | 'kinds'>, b: Pick<CharTest, 'low' | 'kinds'>): boolean {
  for (const x of a.kinds) for (const y of b.kinds) if (APART[x]?.includes(y) !== true) return false;
  for (let c = 0; c < 256; c++) if (a.low[c] === 1 && b.low[c] === 1) return false;
  return true;
}

export const wordLow = (ascii: boolean): Uint8Array => Uint8Array.from({ length: 256 }, (_, c) => ((ascii ? isAsciiWord : isUniWord)(c) ? 1 : 0));
