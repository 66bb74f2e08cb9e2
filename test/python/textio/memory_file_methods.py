"""The methods of StringIO and BytesIO that are native: positions, sizes, closed and half-made files, subclasses."""
import io
import pickle


def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


s = io.StringIO('ab\ncd\n\U0001f600x')
print(s.read(1), s.readline(), s.tell(), s.readline(1), s.readline(-1), s.read(), s.read(), repr(s.readline()), s.tell())
s.seek(3)
print(s.write('Z'), s.getvalue(), s.tell(), s.seek(12), s.write('!'), repr(s.getvalue()), s.write(''), s.tell())
s.seek(0)
print(list(s), s.truncate(3), repr(s.getvalue()), s.tell(), s.write('q'), repr(s.getvalue()))
for size in [None, True, 2.0, 'x']:
    s.seek(0)
    tell(lambda: (s.read(size), s.readline(size)))
tell(lambda: s.write(b'x'))
tell(lambda: s.write(None))
for newline in [None, '', '\n', '\r', '\r\n']:
    t = io.StringIO('a\nb\rc\r\nd', newline)
    u = io.StringIO(newline=newline)
    print(repr(newline), list(t), u.write('x\ny\r\n'), repr(u.getvalue()), t.newlines, u.newlines)


class Upper(io.StringIO):
    def readline(self, *a):
        return super().readline(*a).upper()

    def write(self, s):
        return super().write(s * 2)


u = Upper('one\ntwo')
u.extra = 1
print(list(u), u.write('x'), u.getvalue(), u.__dict__['extra'], next(u, 'end'))
v = pickle.loads(pickle.dumps(io.StringIO('abc')))
print(v.read(2), v.getvalue())
s.close()
for f in [lambda: s.read(), lambda: s.write('x'), lambda: s.write(1), lambda: s.getvalue(), lambda: next(s), lambda: s.readline(), lambda: s.tell()]:
    tell(f)


class S(str):
    pass


s = io.StringIO()
print(s.write(S('sub')), type(s.getvalue()), s.getvalue())

b = io.BytesIO(b'ab\ncd\n')
print(b.read(1), b.readline(), b.tell(), b.readline(1), b.read(None), b.read(), b.readline(), b.tell())
print(b.seek(8), b.read(), b.write(b'zz'), b.getvalue(), b.seek(2), b.write(bytearray(b'QQ')), b.write(memoryview(b'r')), b.getvalue(), b.tell())
b.seek(0)
print(list(b), b.seek(-3, 2), next(b), next(b, 'end'))
tell(lambda: b.write('x'))
tell(lambda: b.write(3))
tell(lambda: b.read('x'))
tell(lambda: b.read(True))
m = b.getbuffer()
m[0] = 65
print(b.getvalue()[:3], len(m))
m.release()
print(b.truncate(2), b.getvalue(), b.seek(0, 2), b.write(b'x' * 100), len(b.getvalue()), b.seek(50), b.write(b'y'), b.getvalue()[49:52])
b.close()
for f in [lambda: b.read(), lambda: b.write(b''), lambda: b.getvalue(), lambda: next(b), lambda: b.readline()]:
    tell(f)
tell(lambda: io.StringIO.write(3, 'x'))
x = io.BytesIO.__new__(io.BytesIO)
