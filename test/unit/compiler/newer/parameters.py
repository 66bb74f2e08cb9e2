def f(a, /): pass
def f(a, b=1, /, c=2, *, d, e=3): pass
lambda a, /, b: a
def g(a: 1, /, b: 2, *c: 3, d: 4, **e: 5) -> 6: pass
def h(*args: *Ts): pass
