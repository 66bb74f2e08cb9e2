# zlib's own bytes: levels, windows, strategies, flushes, dictionaries, copies.
import gzip
import hashlib
import random
import zlib

r = random.Random(4)
words = [bytes(r.choice(b'abcdefghijklmnop') for _ in range(r.randrange(2, 9))) for _ in range(60)]
text = b' '.join(r.choice(words) for _ in range(900))
noise = bytes(r.randrange(256) for _ in range(1200))
h = hashlib.md5()
for name, data in (('empty', b''), ('one', b'a'), ('short', b'hello hello hello'), ('text', text), ('noise', noise), ('zeros', bytes(5000)), ('mixed', text[:2000] + noise[:500] + text[:3000])):
    sizes = []
    for level in (-1, 1, 3, 4, 6, 9):
        z = zlib.compress(data, level)
        assert zlib.decompress(z) == data
        sizes.append(len(z))
        h.update(z)
    print(name, len(data), sizes, h.hexdigest()[:8])
print(zlib.compress(b'hello world hello world').hex(), zlib.compress(b'').hex(), zlib.compress(b'abc', 0).hex())
print(gzip.compress(b'hello' * 20, mtime=0).hex())
for wbits in (15, 9, -15, 31, 8):
    for strategy in range(5):
        c = zlib.compressobj(6, zlib.DEFLATED, wbits, 8 if strategy else 9, strategy)
        parts = [c.compress(text[:3000]), c.flush(zlib.Z_SYNC_FLUSH), c.compress(text[:300]), c.flush(zlib.Z_SYNC_FLUSH), c.flush(zlib.Z_SYNC_FLUSH),
                 c.compress(b'x' * 40), c.flush(zlib.Z_FULL_FLUSH), c.compress(text[:300]), c.flush(zlib.Z_PARTIAL_FLUSH), c.compress(noise[:600])]
        d = c.copy()
        parts.append(c.flush())
        # A window of 256 bytes is made as one of 512, and refused then.
        assert zlib.decompressobj(9 if wbits == 8 else wbits).decompress(b''.join(parts)) == text[:3000] + text[:300] + b'x' * 40 + text[:300] + noise[:600]
        assert parts[-1] == d.flush()
        h.update(b'|'.join(parts))
    print(wbits, [len(p) for p in parts], h.hexdigest()[:8])
c = zlib.compressobj(zdict=text[:2000])
z = c.compress(text[500:1500]) + c.flush()
print(len(z), hashlib.md5(z).hexdigest(), zlib.decompressobj(zdict=text[:2000]).decompress(z) == text[500:1500])
for f in (lambda: zlib.compress(b'a', 10), lambda: zlib.compress(b'a', 6, 0), lambda: zlib.compress(b'a', wbits=-8), lambda: zlib.compressobj(wbits=-8), lambda: zlib.compressobj(wbits=16), lambda: c.flush(), lambda: zlib.compressobj(memLevel=10), lambda: zlib.decompress(zlib.compress(b'a'), 9), lambda: zlib.decompress(zlib.compress(b'a', wbits=8), 8), lambda: zlib.decompress(zlib.compress(b'a', wbits=9), 0)):
    try:
        print(f())
    except (zlib.error, ValueError) as e:
        print(type(e).__name__, e)

# Streams that are at their end, and numbers that zlib refuses.
c = zlib.compressobj()
c.compress(b'x')
c.flush()
for f in (lambda: c.compress(b'y'), lambda: c.flush(), lambda: c.copy(), lambda: zlib.compressobj(6, 8, 31, 9, 4, b'abc'), lambda: zlib.compressobj(6, 8, -8), lambda: zlib.compress(b'', 6, 24)):
    try:
        print(f())
    except (ValueError, zlib.error) as e:
        print(type(e).__name__, e)
print(zlib.crc32(zlib.compress(bytes(range(256)) * 1500, 0)))
print(zlib.compressobj(6, 8, 15, 8, 0, b'').flush().hex())
