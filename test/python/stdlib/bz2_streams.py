"""bz2: the bytes libbzip2 makes, streams in pieces, errors, files."""
import bz2
import hashlib
import io

CASES = [b'', b'a', b'aaaa', b'a' * 300, b'ab' * 500, bytes(range(256)) * 3, bytes((i * i + i // 7) % 251 for i in range(3000)), b'to be or not to be ' * 40 + b'x', b'x' * 120000 + b'y' * 7]
for c in CASES:
    for level in (1, 9):
        z = bz2.compress(c, level)
        print(len(z), hashlib.md5(z).hexdigest(), bz2.decompress(z) == c)
z = bz2.compress(CASES[6]) + bz2.compress(b'second') + b'trail'
d = bz2.BZ2Decompressor()
out = b''
for k in range(0, len(z), 100):
    if d.eof:
        break
    out += d.decompress(z[k:k + 100])
print(d.eof, d.needs_input, len(out), len(d.unused_data))
d = bz2.BZ2Decompressor()
print(len(d.decompress(z, max_length=10)), d.needs_input, d.eof, len(d.decompress(b'', max_length=20)), len(bz2.decompress(z)))
c = bz2.BZ2Compressor()
print(len(c.compress(b'abc') + c.flush()))
for f in (lambda: c.compress(b''), c.flush, lambda: bz2.BZ2Compressor(0), lambda: bz2.compress('x'), lambda: bz2.decompress(b'BZ'), lambda: bz2.decompress(b'XX'), lambda: bz2.decompress(b'BZh0aaaaa'),
          lambda: bz2.decompress(z[:50]), lambda: bz2.decompress(z[:20] + bytes(50) + z[70:]), lambda: (d.decompress(z), d.decompress(b''), d.decompress(b''))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
f = io.BytesIO()
with bz2.open(f, 'wt', encoding='utf-8') as g:
    g.write('line one\nline \xe9\n')
f.seek(0)
print(list(bz2.open(f, 'rt', encoding='utf-8')))
