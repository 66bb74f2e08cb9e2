/** CRC-32 (ISO 3309) and Adler-32 (RFC 1950). */
const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n >>> 0;
});

export function crc32(b: Uint8Array, start = 0): number {
  let c = ~start;
  for (let i = 0; i < b.length; i++) c = TABLE[(c ^ b[i]!) & 255]! ^ (c >>> 8);
  return ~c >>> 0;
}

export function adler32(b: Uint8Array, start = 1): number {
  let lo = start & 0xffff;
  let hi = start >>> 16;
  for (let i = 0; i < b.length; ) {
    for (const end = Math.min(i + 3800, b.length); i < end; i++) {
      lo += b[i]!;
      hi += lo;
    }
    lo %= 65521;
    hi %= 65521;
  }
  return ((hi << 16) | lo) >>> 0;
}
