class Base:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.registry.append((cls.__name__, tag))
class A(Base, tag='a'): pass
class B(A): pass
class C(B, tag='c'): pass
print(Base.registry, A.tag, B.tag, C.tag)
for src in ('class D(Base, other=1): pass', 'class E(foo=1): pass', 'class F(Base, tag=1, zzz=2): pass', 'class G(metaclass=type, x=1): pass', 'class H(int, k=3): pass'):
    try: exec(src)
    except TypeError as e: print(e)
class I:
    def __init_subclass__(cls): raise ValueError('not today')
try:
    class J(I): pass
except ValueError as e: print('ValueError', e)
print(type(Base.__dict__['__init_subclass__']).__name__)
class N:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
class K(Base, tag='k'):
    n = N()
    m = N()
class Bad:
    def __set_name__(self, owner, name): 1 / 0
try:
    class L: b = Bad()
except RuntimeError as e: print(e, repr(e.__cause__))
class Bad2:
    def __set_name__(self): pass
try:
    class L: b = Bad2()
except RuntimeError as e: print(e, repr(e.__cause__))
K.late = N()
class P:
    @classmethod
    def __init_subclass__(cls, **k): print('P', cls.__name__, k)
class Q(P, z=1): pass
