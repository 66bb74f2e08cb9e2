"""Classes with a Python __new__: what it gives, what comes behind it, what changes later."""
import collections
class N(tuple):
    def __new__(cls, a, b=2): return tuple.__new__(cls, (a, b))
print(N(1), N(1, 3), type(N(1)))
for bad in (lambda: N(), lambda: N(1, 2, 3)):
    try: bad()
    except TypeError as e: print(e)
class W:
    def __new__(cls, x): return x
print(W(3), W('a'), W(None), W((1,)))
class Base:
    def __new__(cls, x):
        return object.__new__(x) if isinstance(x, type) else object.__new__(cls)
class Sub(Base):
    def __init__(self, *a): print('sub init', len(a))
print(type(Base(Sub)).__name__, type(Base(1)).__name__)
class G:
    def __new__(cls, x): yield x
print(type(G(1)))
class E:
    def __new__(cls, x): raise ValueError(x)
try: E(5)
except ValueError as e: print(repr(e))
def redefine(self, v): print('late init', v)
class L:
    def __new__(cls, v): return object.__new__(cls)
[L(i) for i in range(3)]
L.__init__ = redefine
L(9)
L.__new__ = lambda cls, v: [v]
print(L(1))
P = collections.namedtuple('P', 'x y', defaults=[5])
print([P(i) for i in range(3)], P(1, 2), P(y=1, x=2))
class Q(P):
    pass
q = Q(1, 2); q.extra = 1; print(q, q.extra)
t = (1, 2); u = Q._make(t); print(u, t)
class Deep:
    def __new__(cls, n): return object.__new__(cls) if n == 0 else Deep(n - 1)
print(type(Deep(100)).__name__)
class Inf:
    def __new__(cls, n): return Inf(n + 1)
try: Inf(0)
except RecursionError as e: print(e)
