/** CRC-32 (ISO 3309) and Adler-32 (RFC 1950). */
import { work } from '../../objects/work.js';

/** Eight tables of 256: what a byte does that is 0 to 7 bytes before the end ("slicing by 8"). Signed: V8 keeps these as ints. */
const TABLES = new Int32Array(8 * 256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  TABLES[n] = c;
}
for (let n = 256; n < TABLES.length; n++) TABLES[n] = TABLES[TABLES[n - 256]! & 255]! ^ (TABLES[n - 256]! >>> 8);

export function crc32(b: Uint8Array, start = 0): number {
  work(b.length);
  const t = TABLES;
  let c = ~start;
  let i = 0;
  for (; i + 8 <= b.length; i += 8) {
    c ^= b[i]! | (b[i + 1]! << 8) | (b[i + 2]! << 16) | (b[i + 3]! << 24);
    c =
      t[1792 + (c & 255)]! ^ t[1536 + ((c >>> 8) & 255)]! ^ t[1280 + ((c >>> 16) & 255)]! ^ t[1024 + (c >>> 24)]! ^
      t[768 + b[i + 4]!]! ^ t[512 + b[i + 5]!]! ^ t[256 + b[i + 6]!]! ^ t[b[i + 7]!]!;
  }
  for (; i < b.length; i++) c = t[(c ^ b[i]!) & 255]! ^ (c >>> 8);
  return ~c >>> 0;
}

/** Bytes after which the sums are reduced: they stay small ints until then. */
const RUN = 2048;

export function adler32(b: Uint8Array, start = 1): number {
  work(b.length);
  let lo = start & 0xffff;
  let hi = start >>> 16;
  for (let i = 0; i < b.length; ) {
    const end = Math.min(i + RUN, b.length);
    for (; i + 4 <= end; i += 4) {
      const p = b[i]!;
      const q = b[i + 1]!;
      const r = b[i + 2]!;
      const s = b[i + 3]!;
      hi = (hi + 4 * lo + 4 * p + 3 * q + 2 * r + s) | 0;
      lo = (lo + p + q + r + s) | 0;
    }
    for (; i < end; i++) {
      lo += b[i]!;
      hi += lo;
    }
    lo %= 65521;
    hi %= 65521;
  }
  return ((hi << 16) | lo) >>> 0;
}
