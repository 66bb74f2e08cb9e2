"""Functions: parameters, defaults, annotations, closures, decorators, lambdas, docstrings."""
def f001(): pass
def f002(): return
def f003(): return None
def f004(): return 1
def f005(a): return a
def f006(a, b=1): return a, b
def f007(a, b=1, *c): return c
def f008(a, b=1, *c, d, e=2, **g): return g
def f009(*, a): return a
def f010(*, a=1, b): return b
def f011(*a): return a
def f012(**a): return a
def f013(a: int): return a
def f014(a: int = 1, *b: str, c: float = 2.0, **d: dict) -> list: return d
def f015() -> None: "doc"
def f016():
    "doc"
    return 1
def f017():
    """doc
    over lines
    """
def f018():
    'a' 'b'
    return 'c' 'd'
def f019():
    b'no doc'
def f020():
    def g(): pass
    return g
def f021():
    x = 1
    def g(): return x
    return g
def f022(x):
    def g():
        def h(): return x
        return h
    return g
def f023():
    x = 1
    def g():
        nonlocal x
        x = 2
        del x
    return g
def f024():
    global f024_g
    f024_g = 1
    del f024_g
def f025(x):
    return lambda: x
def f026():
    return lambda a, b=1, *c, d=2, **e: (a, b, c, d, e)
def f027():
    return (lambda: 0), (lambda: 0)
def f028():
    return lambda: (yield)
def f029(a, b):
    def g(c=a, *, d=b): return c, d, a
    return g
def f030():
    @f001
    def g(): pass
    return g
def f031():
    @f001
    @f002(1)
    @f003.a.b
    def g(): pass
    return g
def f032():
    @f001
    class A: pass
    return A
def f033(x):
    def g(y: x) -> x: return x
    return g
def f034(a):
    def g(): return a
    a = 2
    return g
def f035(a):
    def g():
        nonlocal a
        a += 1
        return a
    return g
def f036():
    def g(n):
        return g(n - 1) if n else 0
    return g
def f037(self): return super().f037()
def f038(): return __class__
def f039(a, b, c, d, e, f, g, h): return a
def f040(): return f039(1, 2, 3, 4, 5, 6, 7, 8)
def f041(): return f008(1, 2, *[3], d=4, **{})
def f042(a): return f001(*a)
def f043(a): return f001(**a)
def f044(a, b): return f001(1, *a, 2, *b, 3)
def f045(a, b): return f001(x=1, **a, y=2, **b, z=3)
def f046(a, b): return f001(*a, x=1, **b)
def f047(a): return f001(a=a, b=a)
def f048(a): return f001(i for i in a)
def f049(a): return a.b.c(1).d(2)
def f050(a): return a()()()
def f051():
    def g():
        global f051_x
        def h(): return f051_x
        f051_x = 1
        return h
    return g
def f052(x):
    class A:
        y = x
        def m(self): return x
    return A
def f053(x):
    class A:
        x = x
        def m(self): return x
    return A
def f054():
    x = 0
    class A:
        nonlocal x
        x = 1
    return x
def f055(__a):
    return __a
def f056(a, *, __b=1): return __b
def f057(a=[], b={}, c=()): return a, b, c
def f058(a=lambda: 1): return a
def f059(a=[i for i in range(3)]): return a
def f060(x, y):
    def g(): return x
    def h(): return y
    def k(): return x, y
    return g, h, k
