class A:
    """doc"""
    x = 1
    y: int = 2
    def f(self): pass
    z: str
print(list(vars(A)))
class B:
    __slots__ = ('b', 'a')
    def g(self): pass
print(list(vars(B)))
class C(A): pass
print(list(vars(C)), C.__doc__)
class D:
    def __eq__(self, o): return True
print(list(vars(D)), D.__hash__)
class E:
    def f(self): return __class__
print(list(vars(E)))
class F(A):
    __slots__ = ()
print(list(vars(F)), F.__slots__)
print(A.__annotations__, C.__annotations__, 'x' in vars(A), type(vars(A)).__name__)
try: vars(A)['q'] = 1
except TypeError as e: print(e)
A.q = 5
print(list(vars(A))[-1], vars(A)['q'], A.__dict__.get('nope'))
print(A.__weakref__.__class__.__name__, type(vars(A)['__dict__']).__name__, vars(A)['__module__'])
