/** Format strings of the struct module: parsed into fields with offsets (Modules/_struct.c). */
import { error, PyException } from '../../objects/errors.js';
import { PyBaseException } from '../../objects/exception.js';
import type { PyType } from '../../objects/type.js';

/** struct.error, made with the module. */
export const structError: { type: PyType | null } = { type: null };
export const fail = (message: string): PyException => (structError.type === null ? error('ValueError', message) : new PyException(new PyBaseException(structError.type, [message])));

export interface Field {
  readonly code: string;
  readonly size: number;
  readonly offset: number;
  /** How many values (s and p: one value of `size` bytes). */
  readonly count: number;
  /** Least and greatest value of the integer codes of one to four bytes. */
  readonly lo: number;
  readonly hi: number;
}

const RANGES: Readonly<Record<string, readonly [lo: number, hi: number]>> = {
  b: [-128, 127], B: [0, 255], h: [-32768, 32767], H: [0, 65535], i: [-2147483648, 2147483647], I: [0, 4294967295],
};
const NO_RANGE = [0, 0] as const;

export interface Format {
  readonly fields: readonly Field[];
  readonly size: number;
  /** Number of values. */
  readonly values: number;
  readonly little: boolean;
  readonly native: boolean;
}

/** Code to size in standard and native mode (64-bit Linux); alignment is the native size. */
const SIZES: Readonly<Record<string, readonly [standard: number, native: number]>> = {
  x: [1, 1], c: [1, 1], b: [1, 1], B: [1, 1], '?': [1, 1], h: [2, 2], H: [2, 2], i: [4, 4], I: [4, 4], l: [4, 8], L: [4, 8],
  q: [8, 8], Q: [8, 8], n: [0, 8], N: [0, 8], e: [2, 2], f: [4, 4], d: [8, 8], s: [1, 1], p: [1, 1], P: [0, 8],
};

const cache = new Map<string, Format>();

/** A format that was parsed not long ago. */
export const knownFormat = (text: string): Format | undefined => cache.get(text);

export function parseFormat(text: string): Format {
  let f = cache.get(text);
  if (f === undefined) {
    f = parse(text);
    if (cache.size > 200) cache.clear();
    cache.set(text, f);
  }
  return f;
}

function parse(text: string): Format {
  let i = 0;
  let little = true;
  let native = true;
  switch (text[0]) {
    case '<':
    case '=':
      native = false;
      i = 1;
      break;
    case '>':
    case '!':
      native = little = false;
      i = 1;
      break;
    case '@':
      i = 1;
      break;
    default:
  }
  const fields: Field[] = [];
  let offset = 0;
  let values = 0;
  while (i < text.length) {
    const c = text[i]!;
    if (/[ \t\n\v\f\r]/.test(c)) {
      i++;
      continue;
    }
    let num = 1;
    const digits = /^\d+/.exec(text.slice(i));
    if (digits !== null) {
      num = Number(digits[0]);
      if (num > 2 ** 62) throw fail('total struct size too long');
      i += digits[0].length;
      if (i >= text.length) throw fail('repeat count given without format specifier');
    }
    const code = text[i++]!;
    const row = Object.hasOwn(SIZES, code) ? SIZES[code]! : undefined;
    const size = row === undefined ? 0 : row[native ? 1 : 0];
    if (size === 0) throw fail('bad char in struct format');
    if (native) offset = Math.ceil(offset / size) * size;
    if (code === 's' || code === 'p') {
      fields.push({ code, size: num, offset, count: 1, lo: 0, hi: 0 });
      values++;
      offset += num;
    } else {
      if (code !== 'x' && num > 0) {
        const [lo, hi] = RANGES[code] ?? NO_RANGE;
        fields.push({ code, size, offset, count: num, lo, hi });
        values += num;
      }
      offset += size * num;
    }
    if (offset > 2 ** 62) throw fail('total struct size too long');
  }
  return { fields, size: offset, values, little, native };
}
