class A:
    @classmethod
    def c(cls, x=1): "c doc"; return cls.__name__, x
    @staticmethod
    def s(x=1): return 's', x
    def m(self): return 'm'
class B(A): pass
print(A.c(), B.c(2), B().c(), A.s(), A().s(3))
print(type(A.__dict__['c']), type(A.__dict__['s']), A.__dict__['c'].__func__.__name__, A.__dict__['c'].__doc__)
print(A.__dict__['s'].__wrapped__ is A.s, A.__dict__['s'](5), A.__dict__['s'].__name__, repr(A.__dict__['s'])[:24])
print(A.c.__self__ is A, A.c.__func__ is A.__dict__['c'].__func__, A.c == A.c, A.c is A.c, B.c == A.c)
for f in (lambda: A.__dict__['c'](), lambda: A.m(), lambda: A.c(1, 2), lambda: A.s(1, 2), lambda: classmethod(), lambda: staticmethod(1, 2), lambda: classmethod(5).__get__(None, A), lambda: staticmethod(5).__get__(None), lambda: A.c(y=1), lambda: classmethod(x=1), lambda: A.__dict__['c'].__get__(None), lambda: A.__dict__['c'].__get__(None, None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
class C:
    @classmethod
    @property
    def cp(cls): return cls.__name__ + '!'
print(C.cp)
f = A().m
import_like = f.__get__(5)
print(import_like.__self__.__class__.__name__)
Method = type(f)
def g(self, *a): return self, a
print(Method(g, 7)(1), repr(Method(g, 7)))
for args in ((g,), (g, None), (1, 2), ()):
    try: Method(*args)
    except TypeError as e: print(e)
def plain(x): pass
plain.attr = 1
print(classmethod(plain).__dict__ , staticmethod(plain).attr if hasattr(staticmethod(plain), 'attr') else 'no')
