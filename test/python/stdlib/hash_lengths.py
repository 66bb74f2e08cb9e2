"""Digests and checksums of texts of all lengths around a block's, in one piece and in parts."""
import hashlib
import zlib

LENGTHS = [0, 1, 3, 55, 56, 57, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 300]
for name in ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256']:
    out = []
    for n in LENGTHS:
        b = bytes((i * 7 + n) & 255 for i in range(n))
        h = hashlib.new(name, b)
        x = h.hexdigest()
        h.update(b'abc' * (n % 5))
        c = h.copy()
        c.update(b)
        h.update(b[:n // 2])
        h.update(b[n // 2:])
        out.append((x, h.hexdigest(), c.hexdigest(), h.digest()))
    print(name, zlib.crc32(repr(out).encode()), out[7][0])
for n in LENGTHS + [7, 8, 9, 2047, 2048, 2049, 5000]:
    b = bytes((i * i + n * 7 ^ i >> 3) & 255 for i in range(n))
    print(n, zlib.crc32(b), zlib.crc32(b, 12345), zlib.adler32(b), zlib.adler32(b, 0xfff0fff0), zlib.crc32(b'\xff' * n), zlib.adler32(b'\xff' * n))
print(zlib.adler32(b'\xff' * 70000), zlib.crc32(b'\xff' * 70000))
