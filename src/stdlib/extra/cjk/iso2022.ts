/** ISO 2022: character sets are designated by escape sequences (RFC 1468, 1554, 1557, 2237). */
import { NEEDS_MORE, type Codec, type Progress } from './codec.js';
import type { Charset } from './tables.js';

const ESC = 27;
const SO = 14;
const SI = 15;
const ASCII = 0x42;
const DOUBLE = 0x80;

/** A set that may be designated: its final byte (with 0x80 for sets of two bytes), and how it maps. */
export interface Designation {
  mark: number;
  /** Which of G0, G1, G2 it goes to. */
  plane: 0 | 1 | 2;
  width: 1 | 2;
  /** Code of a character without the high bits, 0 for none. */
  encode(cp: number): number;
  /** The character of a code, '' for none. */
  decode(code: number): string;
  /** Codes of sequences of two characters that begin with `cp`: the second one, the code. Such a set encodes nothing else. */
  pairs?(cp: number): readonly (readonly [second: number, code: number])[] | undefined;
}

/** JIS X 0213 as it is in EUC: its first plane, the sequences of that, its second plane (`older`: JIS X 0212, which EUC has there too). */
export function jisx0213(mark: string, part: 'plane1' | 'pairs' | 'plane2', set: Charset, older: Charset): Designation {
  const base = doubleSet(mark, 0, set, part === 'plane2');
  return {
    ...base,
    encode(cp) {
      // The full-width tilde belongs to EUC only.
      const code = part === 'pairs' || cp === 0xff5e ? 0 : base.encode(cp);
      return part === 'plane2' && code !== 0 && older.three![code | 0x8080] === set.three![code | 0x8080] ? 0 : code;
    },
    decode: (code) => (part === 'plane2' && older.three![code | 0x8080] === set.three![code | 0x8080] ? '' : base.decode(code)),
    ...(part === 'pairs' ? { pairs: (cp: number) => (set.code(cp) === 0 ? undefined : set.pairs.get(cp)?.map(([second, code]) => [second, code & 0x7f7f] as const)) } : {}),
  };
}

/** A table of two bytes for EUC, in seven bits. */
export function doubleSet(mark: string, plane: 0 | 1, set: Charset, three = false, except: Readonly<Record<number, number>> = {}): Designation {
  const table = three ? set.three! : set.two;
  const changed = new Map(Object.entries(except).map(([code, cp]) => [Number(code), cp]));
  const back = new Map([...changed].map(([code, cp]) => [cp, code]));
  return {
    mark: mark.charCodeAt(0) | DOUBLE,
    plane,
    width: 2,
    encode(cp) {
      const other = back.get(cp);
      if (other !== undefined) return other;
      const code = set.code(cp);
      const high = (code & 0xffff) >= 0xa1a1 && (code & 0x80) !== 0 && (three ? code >= 0x18f0000 : code >= 0x10000 && code < 0x1000000);
      return high && !changed.has(code & 0x7f7f) ? code & 0x7f7f : 0;
    },
    decode(code) {
      const other = changed.get(code);
      if (other !== undefined) return String.fromCodePoint(other);
      const cell = (code & 0x8080) === 0 ? table[code | 0x8080]! : 0;
      return cell === 0 ? '' : set.text(cell);
    },
  };
}

/** A set of one byte. */
export function singleSet(mark: string, plane: 0 | 2, chars: (code: number) => number): Designation {
  const back = new Map<number, number>();
  for (let c = 0x20; c < 0x80; c++) if (chars(c) > 0) back.set(chars(c), c);
  return {
    mark: mark.charCodeAt(0),
    plane,
    width: 1,
    encode: (cp) => (plane === 2 ? 0 : (back.get(cp) ?? 0)),
    decode: (code) => (chars(code) > 0 ? String.fromCharCode(chars(code)) : ''),
  };
}

/** A state: G0 and G1 (their marks), G2, whether G1 is shifted in, whether an unknown escape sequence passes through. */
const g0 = (s: number): number => s & 255;
const g1 = (s: number): number => (s >>> 8) & 255;
const g2 = (s: number): number => (s >>> 16) & 255;
const SHIFTED = 1 << 24;
const THROUGH = 1 << 25;

export class Iso2022Codec implements Codec {
  readonly start = ASCII | (ASCII << 8) | (ASCII << 16);
  constructor(
    private readonly sets: readonly Designation[],
    /** SO and SI shift. */
    private readonly shifts: boolean,
  ) {}
  private get hasG2(): boolean {
    return this.sets.some((d) => d.plane === 2);
  }

  reset(state: number): number[] {
    const out: number[] = [];
    if (state & SHIFTED) out.push(SI);
    if (g0(state) !== ASCII) out.push(ESC, 40, ASCII);
    return out;
  }

  encode(s: ArrayLike<number>, p: Progress, final: boolean): number[] {
    const out: number[] = [];
    let i = p.at;
    for (; i < s.length; i++) {
      const c = s[i]!;
      if (c < 128) {
        if (g0(p.state) !== ASCII) out.push(ESC, 40, ASCII);
        if (p.state & SHIFTED) out.push(SI);
        p.state = (p.state & ~SHIFTED & ~255) | ASCII;
        out.push(c);
        continue;
      }
      let code = 0;
      let width = 1;
      let waits = false;
      const d = this.sets.find((x) => {
        const pairs = x.pairs?.(c);
        if (pairs !== undefined) {
          waits = i + 1 >= s.length && !final;
          code = pairs.find(([second]) => second === s[i + 1])?.[1] ?? 0;
          if (code !== 0) width = 2;
          return waits || code !== 0;
        }
        // A pair that is none: the character by itself, in whichever set it is.
        return (code = x.encode(c)) !== 0;
      });
      if (waits) {
        p.error = NEEDS_MORE;
        break;
      }
      i += width - 1;
      if (d === undefined) {
        p.error = 1;
        break;
      }
      const end = d.mark & 127;
      if (d.plane === 0) {
        if (p.state & SHIFTED) out.push(SI);
        p.state &= ~SHIFTED;
        if (g0(p.state) !== d.mark) {
          if (d.width === 1) out.push(ESC, 40, end);
          else if (end === 0x42) out.push(ESC, 36, end);
          else out.push(ESC, 36, 40, end);
          p.state = (p.state & ~255) | d.mark;
        }
      } else {
        if (g1(p.state) !== d.mark) {
          out.push(ESC, 36, 41, end);
          p.state = (p.state & ~0xff00) | (d.mark << 8);
        }
        if (!(p.state & SHIFTED)) out.push(SO);
        p.state |= SHIFTED;
      }
      if (d.width === 2) out.push(code >>> 8);
      out.push(code & 255);
    }
    p.at = i;
    return out;
  }

  decode(b: Uint8Array, p: Progress): string {
    let out = '';
    while (p.at < b.length && p.error === 0) {
      const c = b[p.at]!;
      if (p.state & THROUGH) {
        out += String.fromCharCode(c);
        p.at++;
        if (ends(c)) p.state &= ~THROUGH;
      } else if (c === ESC) {
        const next = b[p.at + 1];
        if (next === undefined) p.error = NEEDS_MORE;
        else if ([40, 41, 36, 46, 38].includes(next)) this.escape(b, p);
        else if (this.hasG2 && next === 78) out += this.singleShift(b, p);
        else {
          out += '\x1b';
          p.state |= THROUGH;
          p.at++;
        }
      } else if ((c === SI || c === SO) && this.shifts) {
        p.state = c === SO ? p.state | SHIFTED : p.state & ~SHIFTED;
        p.at++;
      } else if (c === 10) {
        p.state &= ~SHIFTED;
        out += '\n';
        p.at++;
      } else if (c >= 0x80) p.error = 1;
      else {
        const mark = p.state & SHIFTED ? g1(p.state) : g0(p.state);
        if (c < 0x20 || mark === ASCII) {
          out += String.fromCharCode(c);
          p.at++;
          continue;
        }
        const d = this.sets.find((x) => x.mark === mark)!;
        if (p.at + d.width > b.length) p.error = NEEDS_MORE;
        else {
          const text = d.decode(d.width === 2 ? (c << 8) | b[p.at + 1]! : c);
          if (text === '') p.error = d.width;
          else {
            out += text;
            p.at += d.width;
          }
        }
      }
    }
    return out;
  }

  private escape(b: Uint8Array, p: Progress): void {
    let length = 0;
    for (let i = 1; i < 16; i++) {
      const c = b[p.at + i];
      if (c === undefined) {
        p.error = NEEDS_MORE;
        return;
      }
      if (ends(c)) {
        length = i + 1;
        break;
      }
      if (!this.shifts && c === 38 && b[p.at + i + 1] === 64) i += 2;
    }
    const [, x, y, z] = b.subarray(p.at, p.at + 4);
    let mark = 0;
    let plane = -1;
    if (length === 3) {
      if (x === 36) [mark, plane] = [y! | DOUBLE, 0];
      else [mark, plane] = [y!, x === 40 ? 0 : x === 41 ? 1 : x === 46 && this.hasG2 ? 2 : -1];
    } else if (length === 4 && x === 36) [mark, plane] = [z! | DOUBLE, y === 40 ? 0 : y === 41 ? 1 : -1];
    else if (length === 6 && !this.shifts && b[p.at + 3] === ESC && b[p.at + 4] === 36 && b[p.at + 5] === 0x42) [mark, plane] = [0x42 | DOUBLE, 0];
    if (plane < 0 || (mark !== ASCII && !this.sets.some((d) => d.mark === mark))) {
      p.error = length === 0 ? 1 : length;
      return;
    }
    p.state = (p.state & ~(255 << (plane * 8))) | (mark << (plane * 8));
    p.at += length;
  }

  /** `ESC N` and a character of G2. */
  private singleShift(b: Uint8Array, p: Progress): string {
    if (p.at + 3 > b.length) {
      p.error = NEEDS_MORE;
      return '';
    }
    const c = b[p.at + 2]!;
    const mark = g2(p.state);
    const text = mark === ASCII ? (c < 128 ? String.fromCharCode(c) : '') : (this.sets.find((d) => d.mark === mark && d.plane === 2)?.decode(c) ?? '');
    if (text === '') p.error = 3;
    else p.at += 3;
    return text;
  }
}

const ends = (c: number): boolean => (c >= 65 && c <= 90) || c === 64;
