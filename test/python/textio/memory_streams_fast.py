import io
s = io.StringIO('a\nb\n\nc')
print(list(s), s.tell(), list(s)); s.seek(0); print(next(s), s.readline(), s.read(1), s.readline(5), s.readline(), repr(s.readline()))
s.write('x\ny'); print(s.tell()); s.seek(2); print(next(s), [l for l in s], s.getvalue())
s.seek(0); s.write('ZZ'); print(next(s), s.getvalue()); s.seek(20); print(list(s)); s.write('q'); print(ascii(s.getvalue()))
try: s.readline('x')
except TypeError as e: print(e)
print(repr(s.read(True)), repr(s.read(None)) if False else '')
s.close()
for f in (lambda: next(s), lambda: s.readline(), lambda: s.read(), lambda: s.write('a')):
    try: f()
    except ValueError as e: print(e)
class S(io.StringIO):
    def readline(self, *a): return super().readline(*a).upper()
print(list(S('a\nb')))
for nl in (None, '', '\n', '\r', '\r\n'):
    t = io.StringIO('a\r\nb\rc\nd', newline=nl); print(list(t), end=' ')
print()
b = io.BytesIO(b'ab\ncd\n')
print(next(b), b.read(1), b.readline(), b.read(), b.write(b'zz'), b.getvalue()); b.seek(10); b.write(bytearray(b'!')); print(b.getvalue(), b.write(memoryview(b'12')), b.tell())
b.seek(1); b.write(b'XYZ'); print(b.getvalue())
for bad in ('s', 5, None):
    try: b.write(bad)
    except TypeError as e: print(e)
b.close()
try: b.write(b'')
except ValueError as e: print(e)
