"""open() and the objects it gives: modes, newlines, seeking, iteration, binary and text, errors; StringIO and BytesIO."""
import io, os, tempfile
d = tempfile.mkdtemp(); p = os.path.join(d, 'f.txt')
def t(f):
    try: r = f(); print('->', repr(r).replace(d, 'D'))
    except Exception as e: print(type(e).__name__, str(e).replace(d, 'D'))
with open(p, 'w', newline='') as f: print(f.write('one\ntwo\r\nthree\rfour\u20ac'), f.tell(), f.mode, f.name == p, f.encoding.lower(), f.errors, f.newlines, f.line_buffering, f.closed)
print(f.closed); t(lambda: f.write('x')); t(f.read); t(f.close); t(lambda: f.__enter__())
for nl in (None, '', '\n', '\r', '\r\n'):
    with open(p, newline=nl, encoding='utf-8') as f: print(repr(nl), f.readlines(), f.newlines)
with open(p, encoding='utf-8') as f: print(f.read(3), repr(f.readline()), f.readline(2), f.read(0), list(f), f.read(), repr(f.readline()), f.readlines()); f.seek(0); print(next(f), f.readlines(5)); f.seek(0, 2); t(f.tell); t(lambda: f.seek(1, 1)); t(lambda: f.seek(-1)); t(lambda: f.seek(0, 5)); t(lambda: f.read('a')); t(lambda: f.read(None) == ''); t(f.fileno.__call__) if 0 else None
with open(p, 'rb') as f: print(f.read(4), f.readline(), f.tell(), f.seek(-3, 2), f.read(), f.seek(0), f.readlines()[0], f.read1() if hasattr(f, 'read1') else b''); t(lambda: f.write(b'x')); b = bytearray(3); f.seek(0); print(f.readinto(b), b, f.peek(1)[:1])
with open(p, 'ab') as f: print(f.write(b'END'), f.tell() > 5); t(lambda: f.write('s')); t(f.read)
with open(p, 'r+', encoding='utf-8') as f: f.write('ONE'); f.seek(0); print(f.read(5)); f.seek(0, 2); f.write('!'); f.seek(0); print(f.read()[-4:]); print(f.truncate(3)); f.seek(0); print(f.read())
with open(p, 'w+') as f: f.write('abc'); f.seek(1); print(f.read(), f.tell()); f.seek(0); print(f.truncate(), repr(f.read()))
with open(p, 'x') if not os.path.exists(p) else open(os.path.join(d, 'new'), 'x') as f: f.write('x')
for a, k in (((p, 'x'), {}), ((p, 'q'), {}), ((p, 'rw'), {}), ((p, 'rbt'), {}), ((p, ''), {}), ((p, 'b'), {}), ((p, '+'), {}), ((p, 'rU'), {}), ((p, 'r++'), {}), ((p, 'rr'), {}), ((os.path.join(d, 'nope'),), {}), ((d,), {}), ((p, 5), {}), ((1.5,), {}), ((None,), {}), (([],), {}), (('',), {}), (('a\0b',), {}), ((p, 'rb'), dict(encoding='utf-8')), ((p, 'rb'), dict(newline='')), ((p, 'rb'), dict(errors='strict')), ((p,), dict(newline='x')), ((p,), dict(encoding='nope')), ((p,), dict(encoding=5)), ((p,), dict(buffering=0)), ((p,), dict(foo=1)), ((), {}), ((p, 'r', 1, 'utf-8', None, None, True, None, 5), {}), ((os.path.join(d, 'no', 'dir'), 'w'), {}), ((p,), dict(closefd=False))):
    t(lambda: open(*a, **k).close())
with open(p, 'wb') as f: f.write(b'\xff\xfeabc')
for e in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'): t(lambda: open(p, encoding='utf-8', errors=e).read())
t(lambda: open(p, encoding='latin-1').read()); t(lambda: open(p, 'w', encoding='ascii').write('\u20ac')); t(lambda: open(p, 'w', encoding='ascii', errors='replace').write('\u20ac'))
with open(p, 'w') as f: print('a', 1, file=f); f.writelines(['x\n', 'y']); t(lambda: f.writelines([1])); t(lambda: f.writelines(5))
print(open(p).read().split('\n'), [l for l in open(p)], sum(1 for _ in open(p)), open(p).readline(), os.path.getsize(p))
s = io.StringIO('a\nb\nc'); print(s.read(2), s.readline(), s.tell(), s.seek(1), s.read(), s.getvalue(), s.write('END'), s.getvalue(), s.seek(0), list(s), s.truncate(2), s.getvalue(), s.closed)
for f in (lambda: s.write(5), lambda: s.write(b'x'), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.seek(0, 2), lambda: s.seek(0, 9), lambda: s.read('x'), lambda: s.read(-5), lambda: s.truncate(-1), lambda: io.StringIO(5), lambda: io.StringIO(b'x'), lambda: io.StringIO(None).getvalue(), lambda: io.StringIO('a\r\nb', newline=None).read(), lambda: io.StringIO('a\r\nb', newline='').readlines(), lambda: io.StringIO(newline='x'), lambda: s.fileno(), lambda: s.detach(), lambda: s.isatty(), lambda: s.close(), lambda: s.read(), lambda: s.getvalue(), lambda: s.closed, lambda: next(s), lambda: s.__enter__()): t(f)
b = io.BytesIO(b'abc\ndef'); print(b.read(1), b.readline(), b.read(), b.seek(2), b.write(b'XY'), b.getvalue(), b.seek(-1, 2), b.read(), b.seek(10), b.write(b'z'), b.getvalue(), bytes(b.getbuffer()[:2]), b.truncate(3), b.getvalue(), b.seek(0), b.readlines(), b.seek(0), b.read1(2), b.tell())
for f in (lambda: b.write('s'), lambda: b.seek(-1), lambda: b.seek(-99, 2), lambda: io.BytesIO('s'), lambda: io.BytesIO(5), lambda: b.readinto(bytearray(2)), lambda: b.read(None), lambda: b.close(), lambda: b.read(), lambda: b.getvalue()): t(f)
