"""Descriptors: which wins, what each method is given, properties and their errors, attribute hooks."""
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'name', None), '|', repr(e.__context__))
class Data:
    def __get__(self, o, t=None): return 'data get', o is not None, getattr(t, '__name__', t)
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')
class NonData:
    def __get__(self, o, t=None): return 'nondata get', o is not None, t.__name__
class SetOnly:
    def __set__(self, o, v): o.__dict__['s'] = v
class DelOnly:
    def __delete__(self, o): print('del only')
class Raises:
    def __get__(self, o, t=None): raise AttributeError('from get')
class X:
    d, n, s, l, r = Data(), NonData(), SetOnly(), DelOnly(), Raises()
    plain = 1
x = X()
x.__dict__.update(d='inst d', n='inst n', s='inst s', l='inst l', plain='inst plain')
for name in 'dnsl': print(name, getattr(x, name), type(getattr(X, name)).__name__)
print(x.plain, X.plain); x.d = 5; del x.d; x.s = 6; print(x.s); x.n = 7; print(x.n); del x.n; print(x.n)
t(setattr, x, 'l', 1); t(delattr, x, 's'); del x.l; t(getattr, x, 'zz'); t(hasattr, x, 'r'); t(getattr, x, 'r', 'default')
class G(X):
    def __getattr__(self, n): return 'getattr ' + n
t(lambda: G().r); t(lambda: G().zz); t(lambda: G.zz)
class GA:
    def __getattribute__(self, n):
        if n == 'a': raise AttributeError('no a')
        if n == 'k': raise KeyError('k')
        return object.__getattribute__(self, n)
    b = 1
t(lambda: GA().b); t(lambda: GA().k); t(hasattr, GA(), 'a'); t(hasattr, GA(), 'k'); t(getattr, GA(), 'k', 1)
class GG(GA):
    def __getattr__(self, n): raise AttributeError('second ' + n)
t(lambda: GG().a); t(lambda: GG().c)
class Hooks:
    def __setattr__(self, n, v): print('setattr', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('delattr', n); super().__delattr__(n)
h = Hooks(); h.q = 1; del h.q; t(delattr, h, 'q'); t(setattr, h, 5, 1); t(getattr, h, 5); t(delattr, h, 5); t(object.__setattr__, h, 'w', 2); print(h.w); t(object.__getattribute__, h, 'nope'); t(object.__delattr__, h, 'nope'); t(object.__setattr__, 5, 'a', 1); t(object.__setattr__, X, 'a', 1); t(type.__setattr__, X, 'a', 1); t(type.__setattr__, int, 'a', 1); t(type.__getattribute__, X, 'plain')
class P:
    def __init__(self): self._v = 0
    @property
    def v(self): "doc of v"; return self._v
    @v.setter
    def v(self, n): self._v = n
    @v.deleter
    def v(self): print('deleting')
    @property
    def ro(self): return self.missing
    wo = property(None, lambda s, v: print('wo', v))
    none = property()
    bad = property(5)
    doc = property(lambda s: 1, doc='given')
p = P(); p.v = 3; p.v += 1; print(p.v, P.v.__doc__, P.doc.__doc__, P.ro.__doc__, type(P.v.fget).__name__, P.v.fdel is not None, P.none.fget); del p.v
for f in (lambda: p.ro, lambda: setattr(p, 'ro', 1), lambda: delattr(p, 'ro'), lambda: p.wo, lambda: delattr(p, 'wo'), lambda: p.none, lambda: setattr(p, 'none', 1), lambda: delattr(p, 'none'), lambda: p.bad, lambda: P.v.__get__(None), lambda: P.v.__get__(p), lambda: P.v.__set__(p, 9), lambda: P.v.__set__(p), lambda: P.v.__get__(), lambda: property(1, 2, 3, 4, 5), lambda: property(fget=len).fget, lambda: property(x=1), lambda: setattr(P.v, 'fget', 1), lambda: P.v.getter(len).fget, lambda: P.v.__isabstractmethod__, lambda: P.v.__name__): t(f)
class SubProp(property):
    def __get__(self, o, t=None): return 'sub', super().__get__(o, t) if o else None
class Q:
    @SubProp
    def a(self): "a doc"; return 1
print(Q().a, Q.a, Q.__dict__['a'].__doc__)
class K:
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
    @classmethod
    @property
    def cp(cls): return cls.__name__
    lam = lambda self: 'lam'
    builtin = len
    m = print
print(K.c(1), K().c(2), K.s(3), K().s(4), K.cp, K().cp, K().lam(), K.__dict__['c'].__func__.__name__, K.__dict__['s'](5), K.__dict__['s'].__wrapped__ is K.s)
t(lambda: K().builtin([1])); t(lambda: K.__dict__['c']()); t(classmethod); t(staticmethod); t(classmethod, 1, 2); t(lambda: classmethod(5).__get__(None, K)); t(lambda: classmethod(5).__get__(None, K)()); t(lambda: staticmethod(5)()); t(lambda: K.__dict__['c'].__get__(None)); t(lambda: K.__dict__['c'].__get__(K())); t(lambda: K.__dict__['s'].__get__(None)()); t(lambda: repr(staticmethod(len))); t(lambda: repr(classmethod(len)))
def f(self, *a): return self, a
b = f.__get__(5); print(b(1), b.__self__, b.__func__ is f, f.__get__(None, int) is f); t(f.__get__, None); t(f.__get__, None, None); t(f.__get__); t(lambda: f.__get__(1, 2, 3))
import types
t(types.MethodType, f); t(types.MethodType, 5, 1); t(types.MethodType, f, None); print(types.MethodType(f, 1)(2), types.MethodType(len, 'abc')(), b == f.__get__(5), b == f.__get__(6), hash(b) == hash(f.__get__(5)))
t(setattr, b, 'x', 1); t(getattr, b, 'x'); f.x = 'attr'; print(b.x); t(lambda: X.plain.__set__); t(str.upper.__get__, 5); t(lambda: str.upper.__get__(None, str)); t(int.real.__get__, 5); t(int.real.__get__, 'a'); t(int.real.__set__, 5, 1); t(lambda: X.__dict__['d'].__get__(None, 5))
class Late: pass
Late.d = Data(); l = Late(); print(l.d); l.d = 'x'; Late.__len__ = lambda s: 7; print(len(l)); l.__len__ = lambda: 8; print(len(l), l.__len__()); del Late.__len__; t(len, l)
class Dyn:
    @property
    def __class__(self): return int
print(isinstance(Dyn(), int), type(Dyn()).__name__, Dyn().__class__)
