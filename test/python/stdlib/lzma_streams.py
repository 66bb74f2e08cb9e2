"""lzma: containers, chains, streams in pieces, what a real .xz holds, errors, files."""
import base64
import io
import lzma

CASES = [b'', b'a', b'abc' * 200, bytes(range(256)) * 3, bytes((i * i + i // 7) % 251 for i in range(3000)), b'to be or not to be ' * 60]
LZMA2 = {'id': lzma.FILTER_LZMA2, 'preset': 1, 'lc': 0, 'lp': 2, 'pb': 0}
for c in CASES:
    for kw in ({}, {'preset': 9, 'check': lzma.CHECK_SHA256}, {'check': lzma.CHECK_CRC32}, {'format': lzma.FORMAT_ALONE}, {'filters': [{'id': lzma.FILTER_DELTA, 'dist': 3}, LZMA2]}):
        z = lzma.compress(c, **kw)
        d = lzma.LZMADecompressor()
        out = b''.join(d.decompress(z[i:i + 7]) for i in range(0, len(z), 7))
        print(out == c, d.eof, d.check, len(z) < len(c) + 120, z[:6], end=' ')
    print()
    for chain in ([LZMA2], [{'id': lzma.FILTER_LZMA1}]):
        print(lzma.decompress(lzma.compress(c, lzma.FORMAT_RAW, filters=chain), lzma.FORMAT_RAW, filters=chain) == c, end=' ')
    print()
for bad in (b'', b'\xfd7zXZ', b'\xfd7zXZ\0\0\x04\xe6\xd6\xb4\x47', b'xx', b'\xff' * 20, lzma.compress(b'abc')[:-3], lzma.compress(b'abc' * 50)[:30] + b'\1' + lzma.compress(b'abc' * 50)[31:]):
    try:
        print(lzma.decompress(bad))
    except lzma.LZMAError as e:
        print('LZMAError', e)
z = lzma.compress(b'one' * 50) + lzma.compress(b'two') + b'junk'
d = lzma.LZMADecompressor()
print(d.check, len(d.decompress(z, max_length=10)), d.needs_input, d.eof, len(d.decompress(b'')), d.eof, len(d.unused_data) > 60, len(lzma.decompress(z)))
c = lzma.LZMACompressor()
c.flush()
for f in (lambda: c.compress(b''), c.flush, lambda: d.decompress(b''), lambda: lzma.compress('x'), lambda: lzma.LZMACompressor(9), lambda: lzma.LZMACompressor(preset=10), lambda: lzma.LZMACompressor(preset=-1),
          lambda: lzma.LZMACompressor(lzma.FORMAT_RAW), lambda: lzma.LZMACompressor(lzma.FORMAT_ALONE, check=1), lambda: lzma.LZMACompressor(filters=[{'id': 99}]), lambda: lzma.LZMACompressor(filters=[{}]),
          lambda: lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2, 'x': 1}]), lambda: lzma.LZMADecompressor(lzma.FORMAT_RAW), lambda: lzma.LZMADecompressor(filters=[LZMA2]),
          lambda: lzma.decompress(lzma.compress(b'a'), memlimit=100), lambda: lzma.LZMAFile(3), lambda: lzma.LZMAFile(io.BytesIO(), 'z'), lambda: lzma.open(io.BytesIO(), 'rbt')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
f = io.BytesIO()
with lzma.open(f, 'wt', encoding='utf-8') as g:
    g.write('line one\nline \xe9\n')
f.seek(0)
with lzma.open(f, 'rt', encoding='utf-8') as g:
    print(list(g))
f.seek(0)
g = lzma.LZMAFile(f)
print(g.read(4), g.tell(), g.seek(0), g.readline(), g.peek(3)[:3], g.readable(), g.writable(), g.seekable(), g.closed)
print(lzma.is_check_supported(lzma.CHECK_CRC64), lzma._decode_filter_properties(lzma.FILTER_LZMA1, lzma._encode_filter_properties({'id': lzma.FILTER_LZMA1, 'preset': 3})))
