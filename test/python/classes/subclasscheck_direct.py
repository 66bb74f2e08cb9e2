def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
class M(type): pass
class A(metaclass=M): pass
class B(A): pass
for o in [5, 'x', None, int, A(), [], (int,), int|str, list[int]]:
    t(type.__subclasscheck__, A, o); t(type.__subclasscheck__, o, A); t(type.__instancecheck__, A, o); t(type.__instancecheck__, o, A); t(issubclass, o, A); t(issubclass, A, o); t(isinstance, A, o); t(A.__subclasscheck__, o); t(A.__instancecheck__, o); t(M.__subclasscheck__, A, o)
t(type.__subclasscheck__); t(type.__subclasscheck__, int); t(type.__subclasscheck__, int, int, int); t(int.__subclasscheck__)
class D:
    __bases__ = (A,)
t(issubclass, D(), A); t(type.__subclasscheck__, A, D()); t(A.__subclasscheck__, D())
class D2:
    __bases__ = 5
t(issubclass, D2(), A); t(type.__subclasscheck__, A, D2());
class D3:
    @property
    def __bases__(s): 1/0
t(issubclass, D3(), A); t(type.__subclasscheck__, A, D3()); t(issubclass, A, D3()); t(isinstance, A, D3())
class D4:
    @property
    def __class__(s): return A
t(isinstance, D4(), A); t(type.__instancecheck__, A, D4()); t(issubclass, D4(), A)
class D5:
    @property
    def __class__(s): 1/0
t(isinstance, D5(), A)
