class A:
    def __new__(cls, *args, **kw):
        print('new', cls.__name__, args, kw)
        return super().__new__(cls)
    def __init__(self, x, y=2):
        print('init', x, y)
A(1); A(1, y=3)
class B(A):
    def __new__(cls, v):
        if v == 0: return 17
        return super().__new__(cls, v)
    def __init__(self, v): print('B.init', v)
print(B(0), type(B(1)).__name__)
class C:
    def __init__(self): return 5
class D:
    def __new__(cls): return cls
class E: pass
class F:
    def __init__(self, a, b): pass
class G:
    def __new__(cls, a): return object.__new__(cls, a)
class H:
    def __new__(cls, a): return object.__new__(cls)
class I:
    def __init__(self, a): super().__init__(a)
class J(A):
    def __new__(cls): return object.__new__(int)
for f in (lambda: C(), lambda: D(), lambda: E(1), lambda: E(a=1), lambda: F(1), lambda: F(), lambda: F(1, 2, 3), lambda: F(1, c=2), lambda: G(1),
          lambda: H(1), lambda: I(1), lambda: J(), lambda: object(1), lambda: object.__new__(), lambda: object.__new__(1),
          lambda: object.__new__(int), lambda: int.__new__(str), lambda: str.__new__(int), lambda: A.__new__(), lambda: F.__init__(),
          lambda: object.__init__(E(), 1), lambda: tuple.__new__(list), lambda: list.__new__(tuple), lambda: E.__init__(E(), 3)):
    try: print(type(f()).__name__)
    except TypeError as e: print(e)
