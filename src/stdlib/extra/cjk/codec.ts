/** How a codec goes over bytes and text: from a place to where it ends or something is wrong. The caller (lib/_multibytecodec.py) knows the error handlers. */
import type { Charset } from './tables.js';

/** What stopped a codec: 0 the end, -1 more is needed, else how many bytes or characters are wrong. */
export interface Progress {
  at: number;
  state: number;
  error: number;
}

export interface Codec {
  decode(b: Uint8Array, p: Progress): string;
  encode(s: ArrayLike<number>, p: Progress, final: boolean): number[];
  /** What ends a text in a state. */
  reset(state: number): number[];
  readonly start: number;
}

export const NEEDS_MORE = -1;

/** Puts out the bytes of a code with a 1 before them. */
export function putCode(out: number[], code: number): void {
  if (code >= 0x1000000) out.push((code >>> 16) & 255);
  if (code >= 0x10000) out.push((code >>> 8) & 255);
  out.push(code & 255);
}

const CHO = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const JONG = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
/** A letter of Hangul as KS X 1001 has it, behind 0xa4. */
const letterCode = (c: string): number => (c === ' ' ? 0xd4 : c.charCodeAt(0) - 0x3131 + 0xa1);
const letterOf = (code: number): string => (code === 0xd4 ? ' ' : String.fromCharCode(code - 0xa1 + 0x3131));

/** A codec without states: bytes stand for themselves, or two (in some, three, four or eight) for a character. */
export class TableCodec implements Codec {
  readonly start = 0;
  constructor(
    private readonly set: Charset,
    /** Of codes this one has and `set` has not, two bytes are wrong. */
    private readonly newer: Charset | null = null,
  ) {}

  reset(): number[] {
    return [];
  }

  decode(b: Uint8Array, p: Progress): string {
    const { single, two, three, name } = this.set;
    const n = b.length;
    let out = '';
    let i = p.at;
    for (; i < n; i++) {
      const c = b[i]!;
      const one = single[c]!;
      if (one !== 0xffff) {
        out += String.fromCharCode(one);
        continue;
      }
      if (i + 1 >= n) {
        p.error = this.set.never.has(c) ? 1 : NEEDS_MORE;
        break;
      }
      const code = (c << 8) | b[i + 1]!;
      if (c === 0x8f && three !== null) {
        if (i + 2 >= n) {
          p.error = NEEDS_MORE;
          break;
        }
        const cell = three[(b[i + 1]! << 8) | b[i + 2]!]!;
        if (cell === 0) {
          p.error = 1;
          break;
        }
        out += this.set.text(cell);
        i += 2;
        continue;
      }
      const cell = two[code]!;
      if (cell !== 0 && !(name === 'euc_kr' && code === 0xa4d4)) {
        out += cell < 0xd800 || cell >= 0xe000 ? String.fromCharCode(cell) : this.set.text(cell);
        i++;
        continue;
      }
      const longer = name === 'euc_kr' && code === 0xa4d4 ? this.hangul(b, i) : name === 'gb18030' && b[i + 1]! >= 0x30 && b[i + 1]! <= 0x39 ? this.four(b, i) : null;
      if (typeof longer === 'string') {
        out += longer;
        i += name === 'euc_kr' ? 7 : 3;
        continue;
      }
      p.error = longer ?? (this.newer !== null && this.newer.two[code] !== 0 ? 2 : 1);
      break;
    }
    p.at = i;
    return out;
  }

  /** A syllable of its letters, in eight bytes. */
  private hangul(b: Uint8Array, i: number): string | number {
    if (i + 7 >= b.length) return NEEDS_MORE;
    if (b[i + 2] !== 0xa4 || b[i + 4] !== 0xa4 || b[i + 6] !== 0xa4) return 1;
    const cho = b[i + 3]! >= 0xa1 && b[i + 3]! <= 0xbe ? CHO.indexOf(letterOf(b[i + 3]!)) : -1;
    const jung = b[i + 5]! - 0xbf;
    const jong = b[i + 7]! >= 0xa1 && (b[i + 7]! <= 0xbe || b[i + 7] === 0xd4) ? JONG.indexOf(letterOf(b[i + 7]!)) : -1;
    return cho < 0 || jung < 0 || jung > 20 || jong < 0 ? 1 : String.fromCharCode(0xac00 + cho * 588 + jung * 28 + jong);
  }

  private four(b: Uint8Array, i: number): string | number {
    if (i + 3 >= b.length) return NEEDS_MORE;
    const [c, c3, c4] = [b[i]!, b[i + 2]!, b[i + 3]!];
    if (c < 0x81 || c3 < 0x81 || c4 < 0x30 || c4 > 0x39) return 1;
    const linear = (((c - 0x81) * 10 + b[i + 1]! - 0x30) * 126 + c3 - 0x81) * 10 + c4 - 0x30;
    if (c >= 0x90) {
      const cp = 0x10000 + linear - 189000;
      return cp <= 0x10ffff ? String.fromCodePoint(cp) : 1;
    }
    for (const [cp, from, length] of this.set.quad) if (linear >= from && linear < from + length) return String.fromCharCode(cp + linear - from);
    return 1;
  }

  encode(s: ArrayLike<number>, p: Progress, final: boolean): number[] {
    const { set } = this;
    const out: number[] = [];
    let i = p.at;
    for (; i < s.length; i++) {
      const c = s[i]!;
      if (c < 128) {
        const code = set.code(c);
        if (code < 0x10000 && code !== 0) {
          out.push(code & 255);
          continue;
        }
      }
      let code = set.code(c);
      const pairs = set.pairs.size === 0 ? undefined : set.pairs.get(c);
      if (pairs !== undefined) {
        if (i + 1 >= s.length) {
          if (!final) {
            p.error = NEEDS_MORE;
            break;
          }
        } else {
          const pair = pairs.find(([second]) => second === s[i + 1]);
          if (pair !== undefined) {
            putCode(out, pair[1]);
            i++;
            continue;
          }
        }
      }
      if (code === 0 && set.name === 'euc_kr' && c >= 0xac00 && c < 0xd7a4) {
        const n = c - 0xac00;
        out.push(0xa4, 0xd4, 0xa4, letterCode(CHO[Math.floor(n / 588)]!), 0xa4, 0xbf + (Math.floor(n / 28) % 21), 0xa4, letterCode(JONG[n % 28]!));
        continue;
      }
      if (code === 0 && set.quad.length > 0) {
        const linear = c >= 0x10000 ? 189000 + c - 0x10000 : this.linear(c);
        if (linear >= 0) {
          out.push(0x81 + Math.floor(linear / 12600), 0x30 + (Math.floor(linear / 1260) % 10), 0x81 + (Math.floor(linear / 10) % 126), 0x30 + (linear % 10));
          continue;
        }
      }
      if (code === 0) {
        p.error = 1;
        break;
      }
      putCode(out, code);
    }
    p.at = i;
    return out;
  }

  private linear(cp: number): number {
    for (const [first, from, length] of this.set.quad) if (cp >= first && cp < first + length) return from + cp - first;
    return -1;
  }
}

/** HZ (RFC 1843): GB 2312 in seven bits, between `~{` and `~}`. */
export class HzCodec implements Codec {
  readonly start = 0;
  constructor(private readonly gb: Charset) {}

  reset(state: number): number[] {
    return state === 1 ? [126, 125] : [];
  }

  decode(b: Uint8Array, p: Progress): string {
    let out = '';
    let i = p.at;
    while (i < b.length) {
      const c = b[i]!;
      const pair = c === 126 || (p.state === 1 && c < 128);
      if (c >= 128) {
        p.error = 1;
        break;
      }
      if (!pair) {
        out += String.fromCharCode(c);
        i++;
        continue;
      }
      if (i + 1 >= b.length) {
        p.error = NEEDS_MORE;
        break;
      }
      const d = b[i + 1]!;
      if (c === 126) {
        if (d === 126 && p.state === 0) out += '~';
        else if (d === 123 && p.state === 0) p.state = 1;
        else if (d === 125 && p.state === 1) p.state = 0;
        else if (!(d === 10 && p.state === 0)) {
          p.error = 1;
          break;
        }
      } else {
        const cell = d < 128 ? this.gb.two[((c << 8) | d) | 0x8080]! : 0;
        if (cell === 0) {
          p.error = 1;
          break;
        }
        out += this.gb.text(cell);
      }
      i += 2;
    }
    p.at = i;
    return out;
  }

  encode(s: ArrayLike<number>, p: Progress): number[] {
    const out: number[] = [];
    let i = p.at;
    for (; i < s.length; i++) {
      const c = s[i]!;
      if (c < 128) {
        if (p.state === 1) out.push(126, 125);
        p.state = 0;
        out.push(c);
        if (c === 126) out.push(c);
        continue;
      }
      const code = this.gb.code(c);
      if (code === 0) {
        p.error = 1;
        break;
      }
      if (p.state === 0) out.push(126, 123);
      p.state = 1;
      out.push((code >>> 8) & 127, code & 127);
    }
    p.at = i;
    return out;
  }
}
