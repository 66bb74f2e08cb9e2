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
