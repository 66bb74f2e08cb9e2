# StringIO, BytesIO, TextIOWrapper and print to them: positions, newlines, errors.
import io, sys
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
s = io.StringIO('one\ntwo\nthree')
print(s.read(2), s.readline(), s.tell(), list(s), s.read(), s.seek(0), s.readlines(), s.getvalue())
s.seek(0); print(s.readline(1), s.readline(-1), repr(s.readline()))
w = io.StringIO(); print('a', 1, None, sep='-', end='!\n', file=w); w.write('x\r\ny\n'); w.writelines(['p', 'q']); print(repr(w.getvalue()), w.tell())
w.truncate(3); print(repr(w.getvalue())); w.seek(6); w.write('z'); print(repr(w.getvalue()))
for nl in (None, '\n', '\r', '\r\n'):
    s = io.StringIO('a\nb\r\nc\rd', newline=nl); print(repr(nl), [*s], repr(s.getvalue()))
show(io.StringIO, 5); show(io.StringIO, 'a', 'x'); show(io.StringIO().write, b'x'); show(io.StringIO().write, 5); show(io.StringIO('x').seek, -1); show(io.StringIO('x').seek, 1, 1); show(io.StringIO('x').seek, 0, 2)
c = io.StringIO('x'); c.close(); print(c.closed); show(c.read); show(c.write, 'y'); show(c.getvalue); show(iter, c)
with io.StringIO('ctx') as f: print(f.read())
show(f.read)
print(io.StringIO().readable(), io.StringIO().writable(), io.StringIO().seekable(), io.StringIO().isatty()); show(io.StringIO().fileno)
b = io.BytesIO(b'ab\ncd\n'); print(b.read(1), b.readline(), b.readlines(), b.tell(), b.seek(-2, 2), b.read(), b.getvalue(), b.getbuffer()[0])
b.seek(1); b.write(b'XY'); print(b.getvalue()); buf = bytearray(3); b.seek(0); print(b.readinto(buf), buf, b.read1(2), b.read(-1)); show(b.write, 'x')
b = io.BytesIO(); b.seek(3); b.write(b'!'); print(b.getvalue(), b.truncate(2), b.getvalue())
raw = io.BytesIO(); t = io.TextIOWrapper(raw, encoding='utf-8', newline='\r\n'); t.write('é\n'); t.flush(); print(raw.getvalue(), t.encoding, t.errors, t.line_buffering)
t = io.TextIOWrapper(io.BytesIO('ä€\nb'.encode()), 'utf-8'); print(t.read(1), t.readline(), t.read(), t.buffer.tell())
show(io.TextIOWrapper(io.BytesIO(b'\xff'), 'utf-8').read); print(repr(io.TextIOWrapper(io.BytesIO(b'\xff'), 'utf-8', 'replace').read()))
class W:
    def __init__(self): self.got = []
    def write(self, t): self.got.append(t)
x = W(); print('a', 'b', file=x); print(file=x); print(x.got)
show(print, 'x', file=5); show(print, 'x', sep=5); show(print, 'x', end=5); show(print, 'x', foo=1); print(1, 2, sep=None, end=None); print('f', file=None)
old = sys.stdout; sys.stdout = io.StringIO(); print('captured'); got = sys.stdout.getvalue(); sys.stdout = old; print(repr(got))
print(isinstance(io.StringIO(), io.TextIOBase), isinstance(io.BytesIO(), io.BufferedIOBase), issubclass(io.UnsupportedOperation, (OSError, ValueError)), sys.stdout.writable(), sys.stdout.encoding)
show(open, '/no/such/file'); show(open, '/tmp', 'zz'); show(open, 'x', 'rb', encoding='utf-8')
