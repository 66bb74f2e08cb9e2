"""Recursion: the limit, RecursionError through every kind of call, and going on after it."""
import sys
sys.setrecursionlimit(300)
def t(f):
    try: print(repr(f())[:60])
    except RecursionError as e: print('RecursionError', str(e)[:32])
    except BaseException as e: print(type(e).__name__, str(e)[:60])
def f(): return f()
def g(n): return n if n == 0 else g(n - 1) + 1
class A:
    def __getattr__(self, n): return self.other
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __len__(self): return len(self)
    def __call__(self): return self()
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __iter__(self): return iter(self)
    def __getitem__(self, i): return self[i]
    def __add__(self, o): return self + o
    def __bool__(self): return bool(self)
    def __contains__(self, x): return x in self
    def __index__(self): return [1][self]
    def __format__(self, s): return format(self, s)
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __setattr__(self, n, v): self.x = v
    def __lt__(self, o): return self < o
    def __neg__(self): return -self
    def __int__(self): return int(self)
    def __del_(self): pass
    @property
    def p(self): return self.p
a = A()
class I:
    def __init__(self): I()
class N:
    def __new__(cls): return N()
class M(type):
    def __call__(cls): return cls()
class MM(metaclass=M): pass
def gen(): yield from gen()
def gen2(): yield next(gen2())
async def co(): await co()
def nested(n): return [x for x in nested(n)]
lam = lambda: lam()
for k in (f, lambda: a.foo, lambda: repr(a), lambda: str(a), lambda: len(a), lambda: a(), lambda: a == 1, lambda: hash(a), lambda: iter(a), lambda: a[0], lambda: a + 1, lambda: bool(a), lambda: 1 in a, lambda: [1][a], lambda: format(a), lambda: a.__enter__(), lambda: setattr(a, 'y', 1), lambda: a < 1, lambda: -a, lambda: int(a), lambda: a.p, I, N, MM, lambda: next(gen()), lambda: next(gen2()), lambda: co().send(None), lambda: nested(1), lam, lambda: sorted([a, a]), lambda: '%s' % a, lambda: f'{a}', lambda: [a] == [A()], lambda: {a: 1}, lambda: max(a, a), lambda: print(a), lambda: eval('f()'), lambda: list(map(lambda x: f(), [1])), lambda: g(100), lambda: g(1000)): t(k)
l = []; l.append(l); d = {}; d['d'] = d; print(l, d, [l, d]); t(lambda: l == [l]); m = [l]; l2 = []; l2.append(l2); t(lambda: l == l2); t(lambda: hash((l,)))
x = []
for _ in range(100): x = [x]
print(len(repr(x)), x == eval(repr(x)))
for n in (0, -1, 'a', 1.5, None, 2**40): t(lambda: sys.setrecursionlimit(n))
sys.setrecursionlimit(150); t(lambda: g(200)); sys.setrecursionlimit(500); t(lambda: g(200)); print(sys.getrecursionlimit())
def catch(n):
    try: return catch(n + 1)
    except RecursionError: return n > 50
print(catch(0))
def fin():
    try: fin()
    finally: pass
t(fin)
def depth():
    try: return depth() + 1
    except RecursionError: return 1
print(depth() > 100, depth() == depth())
