"""__slots__: storage, inheritance, defaults, deletion, pickling of state, weak references, what dir and vars show."""
import copy, weakref
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class S: __slots__ = ('a', 'b')
class T(S): __slots__ = ('c',)
class U(S): pass
class V: __slots__ = ('x', '__dict__')
class W: __slots__ = ('x', '__weakref__')
class E: __slots__ = ()
class Str: __slots__ = 'single'
class P: __slots__ = ('__private', '_protected')
class Shadow(S): __slots__ = ('a',)
class Meth:
    __slots__ = ('v',)
    def __init__(self, v=1): self.v = v
    def __eq__(self, o): return self.v == o.v
s, u, v = T(), U(), V()
t(lambda: s.a); s.a, s.c = 1, 3; print(s.a, s.c); t(lambda: s.b); t(lambda: setattr(s, 'd', 1)); t(lambda: s.__dict__); t(lambda: vars(s)); t(lambda: delattr(s, 'b')); del s.a; t(lambda: s.a); t(lambda: delattr(s, 'a')); t(lambda: delattr(s, 'zz')); t(lambda: s.zz)
u.a, u.z = 1, 2; print(u.__dict__, vars(u), u.a, u.z); v.x, v.y = 1, 2; print(v.__dict__, v.x); v.__dict__['x'] = 'dict'; print(v.x)
print(S.a, type(S.a).__name__, S.a.__name__, S.a.__objclass__ is S, S.a.__doc__, S.__slots__, T.__slots__, sorted(k for k in vars(S) if k[0] != '_'))
t(lambda: S.a.__get__(s)); S.a.__set__(s, 9); print(s.a, S.a.__get__(s, T)); S.a.__delete__(s); t(lambda: S.a.__get__(s)); t(lambda: S.a.__get__(5)); t(lambda: S.a.__set__(5, 1)); print(S.a.__get__(None, S) is S.a); t(lambda: T.c.__get__(S()))
t(lambda: weakref.ref(s)); t(lambda: weakref.ref(W()) is not None); t(lambda: weakref.ref(E())); t(lambda: weakref.ref(u) is not None)
t(lambda: setattr(E(), 'q', 1)); st = Str(); st.single = 1; print(st.single); t(lambda: setattr(st, 's', 1)); p = P(); p._P__private = 1; print(p._P__private, [k for k in vars(P) if 'private' in k or 'prot' in k]); t(lambda: p.__private)
sh = Shadow(); sh.a = 1; print(sh.a); t(lambda: S.a.__get__(sh)); S.a.__set__(sh, 2); print(sh.a, S.a.__get__(sh))
m = Meth(5); n = copy.copy(m); print(n.v, n is m, copy.deepcopy(Meth([1])).v, m == n, m.__getstate__(), E().__getstate__(), u.__getstate__(), S().__getstate__()); t(lambda: m.__reduce__()); print(m.__reduce_ex__(2)[2]); t(lambda: hash(m))
t(lambda: S(1)); t(lambda: S(a=1)); S.a = 'class attr'; print(s.a); t(lambda: setattr(s, 'a', 1)); del S.a; t(lambda: s.a); t(lambda: setattr(s, 'a', 1))
class Dyn: __slots__ = [x + 'z' for x in 'ab']
d = Dyn(); d.az = 1; print(d.az, Dyn.__slots__)
class Gen: __slots__ = (n for n in ('g1', 'g2'))
print(hasattr(Gen, 'g1'), list(Gen.__slots__))
class Doc: __slots__ = {'a': 'doc a', 'b': None}
print(Doc.a.__doc__, Doc.b.__doc__, Doc.__slots__)
class Int(int): __slots__ = ()
class Lst(list): __slots__ = ('extra',)
l = Lst([1]); l.extra = 2; print(l, l.extra, Int(5) + 1); t(lambda: setattr(l, 'no', 1)); t(lambda: setattr(Int(1), 'no', 1))
class Prop:
    __slots__ = ('_v',)
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x * 2
q = Prop(); q.v = 4; print(q.v, q._v); t(lambda: Prop().v)
a, b = S(), S(); t(lambda: setattr(a, '__class__', T)); 
class S2: __slots__ = ('a', 'b')
t(lambda: setattr(b, '__class__', S2)); print(type(b).__name__)
print(sorted(k for k in dir(T()) if not k.startswith('__')), [k for k in ('__dict__', '__weakref__') if hasattr(T(), k)], [k for k in ('__dict__', '__weakref__') if hasattr(U(), k)])
