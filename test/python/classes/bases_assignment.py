class A:
    def f(self): return 'A'
class B:
    def f(self): return 'B'
class C(A): pass
c = C()
print(c.f())
C.__bases__ = (B,)
print(c.f(), [k.__name__ for k in C.__mro__], A.__subclasses__(), B.__subclasses__())
class D(C): pass
C.__bases__ = (A, B)
print(D().f(), [k.__name__ for k in D.__mro__])
for v in ((), [A], (int,), (A, A), (D,), (1,), (object, A), (dict,)):
    try:
        C.__bases__ = v
        print('ok', v)
    except TypeError as e: print(type(e).__name__, e)
try: del C.__bases__
except TypeError as e: print(e)
try: object.__bases__ = (A,)
except TypeError as e: print(e)
try: int.foo = 1
except TypeError as e: print(e)
try: del int.real
except TypeError as e: print(e)
print(D().f())
