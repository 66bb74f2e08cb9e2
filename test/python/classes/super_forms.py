class A:
    def f(self): return 'A'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
    @staticmethod
    def s(): return 'A.s'
    @property
    def p(self): return 'A.p'
class B(A):
    def f(self): return 'B' + super().f()
    @classmethod
    def c(cls): return 'B.c ' + super().c()
    @property
    def p(self): return 'B.p ' + super().p
    def s(): return 'x'
class C(A):
    def f(self): return 'C' + super().f()
class D(B, C):
    def f(self): return 'D' + super().f()
d = D()
print(d.f(), D.c(), d.p, [k.__name__ for k in D.__mro__])
print(super(D, d).f(), super(B, d).f(), super(C, d).f(), super(D, D).c())
s = super(D, d)
print(s.__thisclass__.__name__, s.__self__ is d, s.__self_class__.__name__, repr(s)[:20])
print(super(D, D).f(d))
u = super(D)
print(u.__self__, u.__self_class__, repr(super(D)))
print(u.__get__(d).f())
for f in (lambda: super(D, 1), lambda: super(1), lambda: super(D, d).zzz, lambda: super(A, d).f(), lambda: super(D, A), lambda: super(), lambda: super(D, d, 1), lambda: super(1, d)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class E:
    def m(): return super()
    def n(self):
        del self
        return super()
    def k(*args): return super().__self__
    def lam(self): return (lambda: super())()
    def comp(self): return [super() for _ in (1,)]
    def gen(self): return list(super().__repr__()[:3] for _ in (1,))
for f in (E.m, lambda: E().n(), lambda: E().k(), lambda: E().lam(), lambda: E().comp(), lambda: E().gen()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class G(A):
    def f(self):
        def inner(): return super(G, self).f()
        return inner()
    def g(self): return __class__.__name__
print(G().f(), G().g())
try:
    super(D, d).f = 1
except AttributeError as e: print(e)
