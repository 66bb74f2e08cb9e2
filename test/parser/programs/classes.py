class A: pass
class B(): pass
class C(A, *b, metaclass=M, **k):
    """doc"""
    x = 1
    def f(self): return super().f()
