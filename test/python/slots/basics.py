class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y=None):
        self.x = x
        if y is not None: self.y = y
p = P(1)
print(p.x, hasattr(p, 'y'), hasattr(p, '__dict__'), P.__slots__, type(P.x).__name__, P.x.__name__, P.x.__objclass__)
for f in (lambda: p.y, lambda: setattr(p, 'z', 1), lambda: p.z, lambda: delattr(p, 'y'), lambda: delattr(p, 'z'), lambda: p.__dict__, lambda: P.x.__get__(5), lambda: P.x.__set__(5, 1), lambda: setattr(p, '__class__', 5), lambda: vars(p), lambda: p.__weakref__):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
p.y = 2
del p.y
try: del p.y
except AttributeError as e: print(e)
class Q(P): __slots__ = ('z',)
q = Q(1, 2); q.z = 3
print(q.x, q.y, q.z, hasattr(q, '__dict__'))
class R(P): pass
r = R(5); r.other = 1
print(r.__dict__, r.x)
class S(P): __slots__ = '__dict__'
s = S(1); s.anything = 2
print(s.__dict__)
class T: __slots__ = {'a': 'doc for a', 'b': 'doc for b'}
print(T.__slots__, T.a.__doc__)
class U: __slots__ = ['__priv', 'pub']
u = U(); u._U__priv = 1
print(sorted(k for k in vars(U) if 'p' in k and not k.startswith('__')))
class V: __slots__ = 'single'
v = V(); v.single = 1; print(v.single)
for src in ("class X: __slots__ = ('a', 'a b')", "class X: __slots__ = (1,)", "class X:\n __slots__ = ('a',)\n a = 1", "class X(int): __slots__ = ('a',)", "class X(tuple): __slots__ = ('a',)", "class X(bytes): __slots__ = ('a',)", "class X(P): __slots__ = ('__dict__', '__dict__')", "class X: __slots__ = ('__weakref__', '__weakref__')", "class Y: __slots__ = ('b',)\nclass X(P, Y): pass", "class X(P): __slots__ = ('x',)\nprint(X(4).x)", "class X(str): __slots__ = ()\nprint(X('a'))", "class X(list): __slots__ = ('a',)\nx = X(); x.a = 1; print(x, x.a)", "class X: __slots__ = None", "class X: __slots__ = ('',)", "class X(dict):\n __slots__ = ()\nX().q = 1", "class X(type): __slots__ = ('a',)"):
    try: exec(src); print('ok')
    except Exception as e: print(type(e).__name__, e)
