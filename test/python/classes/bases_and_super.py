# __bases__ assignment with mro() of a metaclass, super() through proxies, __class__ layouts, hack checks.
class Once(type):
    def __new__(meta, name, bases, ns):
        self = super().__new__(meta, name, bases, ns)
        self.flag = 0
        return self
    def mro(cls):
        if hasattr(cls, 'flag'):
            raise RuntimeError('no more')
        return type.mro(cls)
class A: pass
class B: pass
class D(A): pass
class E(D): pass
class F(D, metaclass=Once): pass
before = D.__mro__, E.__mro__
try:
    D.__bases__ = (B,)
except RuntimeError as e:
    print(e, (D.__mro__, E.__mro__) == before, D.__bases__)
class Bad(type):
    def mro(cls):
        return [cls, dict, object]
class NoClass(type):
    def mro(cls):
        return [cls, 5]
for meta in Bad, NoClass:
    try:
        meta('X', (), {})
    except TypeError as e:
        print(e)
class Backwards(type):
    def mro(cls):
        return list(reversed(type.mro(cls)))
class P(D, metaclass=Backwards): pass
print([c.__name__ for c in P.__mro__])

class Proxy:
    def __init__(self, o): self._Proxy__o = o
    def __getattribute__(self, name):
        if name.startswith('_Proxy__'):
            return object.__getattribute__(self, name)
        return getattr(self.__o, name)
class Base:
    def f(self): return 'Base.f'
class C(Base):
    def f(self): return super(C, self).f() + '->C.f'
p = Proxy(C())
print(C.__dict__['f'](p), isinstance(p, C), isinstance(p, A), type(p).__name__)
try:
    super(C, 5)
except TypeError as e:
    print(e)
for f in (lambda: object.__setattr__(str, 'x', 1), lambda: object.__delattr__(C, 'f'), lambda: object.__setattr__(C, 'x', 1)):
    try:
        f()
    except TypeError as e:
        print(e)

class G: __slots__ = ['a', 'b']
class H: __slots__ = ['b', 'a']
class J: __slots__ = ['c']
class K(J): __slots__ = ['__weakref__']
class L(J): pass
class M(J): __slots__ = ['__dict__', '__weakref__']
for x, cls in ((G(), H), (L(), M), (G(), J), (J(), K), (L(), K), (C(), int), (5, C), (C(), 5)):
    try:
        x.__class__ = cls
        print('ok', type(x).__name__)
    except TypeError as e:
        print(e)
class N:
    __slots__ = ['__classcell__']
    def f(self): return __class__
n = N()
n.__classcell__ = 3
print(n.__classcell__, n.f().__name__)
class W:
    @classmethod
    def __new__(*args): return args
print([x if isinstance(x, int) else x.__name__ for x in W(1, 2)])
import types
class Call:
    def __call__(self): pass
m = types.MethodType(Call(), [1])
print(repr(m))
m.__func__.__name__ = 'name'
print(repr(m))
m.__func__.__qualname__ = 'q.name'
print(repr(m))
print(staticmethod(None).__dict__, sorted(staticmethod(len).__dict__))
u = types.ModuleType.__new__(types.ModuleType)
for f in (lambda: u.__name__, lambda: repr(u), lambda: C.__dict__['__dict__'].__set__(int, {})):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    del C.__abstractmethods__
except AttributeError as e:
    print(e)
try:
    del C.__doc__
except TypeError as e:
    print(e)
