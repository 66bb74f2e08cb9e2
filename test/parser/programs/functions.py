def f(): pass
def f(a, b=1, /, c=2, *args: int, d, e: str = 3, **kw: x) -> y:
    "doc"
    return a
def f(*, a): pass
def f(a, /): pass
def f(*a: *b): pass
def f(a,): return
def f(a, *, b,): return a, *b
