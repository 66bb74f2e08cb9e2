/** Integrity checks of .xz: none, CRC-32, CRC-64, SHA-256. */
import { crc32 } from '../checksums.js';
import { Sha256 } from '../../hash/sha2.js';

/** Lengths by number; numbers that are not here are reserved. */
export const CHECK_SIZE: readonly number[] = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];
export const supported = (check: number): boolean => check === 0 || check === 1 || check === 4 || check === 10;

let table: Int32Array | null = null;
/** ECMA-182's polynomial, reflected: pairs low, high. */
function crc64Table(): Int32Array {
  if (table !== null) return table;
  table = new Int32Array(512);
  for (let i = 0; i < 256; i++) {
    let lo = i;
    let hi = 0;
    for (let k = 0; k < 8; k++) {
      const odd = lo & 1;
      lo = (lo >>> 1) | (hi << 31);
      hi >>>= 1;
      if (odd) {
        lo ^= 0xd7870f42;
        hi ^= 0xc96c5795;
      }
    }
    table[2 * i] = lo;
    table[2 * i + 1] = hi;
  }
  return table;
}

function crc64(b: Uint8Array): Uint8Array {
  const t = crc64Table();
  let lo = -1;
  let hi = -1;
  for (let i = 0; i < b.length; i++) {
    const k = ((lo ^ b[i]!) & 255) * 2;
    lo = ((lo >>> 8) | (hi << 24)) ^ t[k]!;
    hi = (hi >>> 8) ^ t[k + 1]!;
  }
  const out = new Uint8Array(8);
  new DataView(out.buffer).setInt32(0, ~lo, true);
  new DataView(out.buffer).setInt32(4, ~hi, true);
  return out;
}

export function checkOf(kind: number, b: Uint8Array): Uint8Array {
  if (kind === 1) {
    const out = new Uint8Array(4);
    new DataView(out.buffer).setUint32(0, crc32(b), true);
    return out;
  }
  if (kind === 4) return crc64(b);
  if (kind === 10) {
    const h = new Sha256(32);
    h.update(b);
    return h.digest();
  }
  return new Uint8Array(0);
}
