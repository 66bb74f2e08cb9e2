"""print with every keyword, to files of several kinds; input at its end; sys.stdout replaced."""
import io, sys
def t(f):
    try: r = f(); print('->', repr(r))
    except BaseException as e: print(type(e).__name__, e)
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s); return 'ignored'
class Flush(W):
    def flush(self): self.parts.append('<flush>')
class NoWrite: pass
class Raises:
    def write(self, s): raise OSError('disk')
class Obj:
    def __str__(self): return 'obj'
class BadStr:
    def __str__(self): return 5
class RaisesStr:
    def __str__(self): raise KeyError('str')
for k in (dict(), dict(sep='-'), dict(sep=''), dict(sep=None), dict(end='|\n'), dict(end=''), dict(end=None), dict(sep='\n', end='\n\n'), dict(sep=5), dict(end=5), dict(sep=b'x'), dict(foo=1), dict(file=None), dict(flush=1), dict(flush='x')): t(lambda: print(1, 'a', None, **k))
print(); print(''); print(' '); print(*[]); print(*range(3), sep=','); print([1, 'a'], (2,), {3: 4}, {5}, 1.5, 1j, True, ...); print('a\tb\\n', 'q"\'', '\x41\u20ac'); print(end='x\n'); print('no newline', end=''); print(); print(sep='z'); print('a', 'b', sep='\u2192')
for f in (W(), Flush()): print(1, 'x', file=f); print(file=f); print('a', end='', file=f, flush=True) if isinstance(f, Flush) else None; print(f.parts)
t(lambda: print(1, file=NoWrite())); t(lambda: print(1, file=5)); t(lambda: print(1, file=Raises())); t(lambda: print(1, file=W(), flush=True)); t(lambda: print(Obj(), BadStr())); t(lambda: print('first', RaisesStr())); t(lambda: print(1, file='x')); t(lambda: print(1, 2, '-')); t(lambda: print(1, *'ab', **{'sep': '+'}))
s = io.StringIO(); print('to', 'string', file=s, end='!'); print(repr(s.getvalue()))
old = sys.stdout
sys.stdout = buf = io.StringIO()
print('captured'); sys.stdout.write('direct'); sys.stdout = old; print(repr(buf.getvalue()))
sys.stdout = None; print('lost'); sys.stdout = old
del sys.stdout
try: print('x')
except RuntimeError as e: sys.stdout = old; print(e)
sys.stdout = old
sys.stdout = w = W(); print('w'); sys.stdout = old; print(w.parts)
print(sys.stdout.write('abc\n'), sys.stdout.writelines(['d', 'e\n']), sys.stdout.isatty() in (True, False), sys.stdout.writable(), sys.stdout.readable(), sys.stdout.name, sys.stdout.encoding.lower(), sys.stdout.closed)
t(lambda: sys.stdout.write(5)); t(lambda: sys.stdout.write(b'x')); t(lambda: sys.stdout.writelines(5)); t(lambda: sys.stdout.writelines(['a', 5]))
for bad in (lambda: input(1, 2), lambda: input(prompt='x'), lambda: input()): t(bad)
sys.stdin = io.StringIO('line one\nline two\r\nlast'); print(repr(input())); print(repr(input('prompt> '))); print(repr(input(5))); t(input); t(lambda: input('again? '))
sys.stdin = None; t(input); del sys.stdin; t(input)
class In:
    def __init__(self, *a): self.a = list(a)
    def readline(self, *n): return self.a.pop(0)
sys.stdin = In('x\n', 'y', '', 5, b'z\n', '\n'); [t(input) for _ in range(6)]
sys.stdin = io.StringIO('q'); sys.stdout = W(); r = input('p'); w = sys.stdout; sys.stdout = old; print(r, w.parts)
class NoFlush: readline = lambda s: 'k\n'
sys.stdin = NoFlush(); t(input)
print('%s' % sys.stdin.__class__.__name__, sys.displayhook(None), sys.displayhook(5), __builtins__._)
