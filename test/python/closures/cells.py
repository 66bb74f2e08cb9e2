def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
i, g = counter()
i(); i(5)
print(g(), i.__closure__[0].cell_contents, i.__code__.co_freevars, g.__closure__ == i.__closure__, counter.__code__.co_cellvars)
fs = [lambda: k for k in range(3)]
print([f() for f in fs], [f() for f in [lambda k=k: k for k in range(3)]])
def late():
    def f(): return v
    try: f()
    except NameError as e: print(e)
    v = 1
    print(f())
    c = f.__closure__[0]
    c.cell_contents = 'changed'
    print(v, f())
    del v
    try: c.cell_contents
    except ValueError as e: print(e)
    try: f()
    except NameError as e: print(e)
    v = 2
late()
C = type(i.__closure__[0])
c = C(5); d = C()
print(c.cell_contents, c == C(5), c < C(6), d == C(), repr(c).split(' at ')[0], repr(d).split(': ')[1])
for f in (lambda: d.cell_contents, lambda: C(1, 2), lambda: setattr(i, '__closure__', ()), lambda: setattr(i, '__code__', counter.__code__), lambda: setattr(i, '__code__', 5), lambda: setattr(i, '__defaults__', 5), lambda: setattr(i, '__kwdefaults__', 5), lambda: setattr(i, '__name__', 5), lambda: delattr(i, '__code__'), lambda: setattr(i, '__dict__', 5), lambda: delattr(i, '__dict__'), lambda: hash(c), lambda: setattr(i, '__globals__', {})):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def outer(a, *args, b=1, **kw):
    def inner(): return a, args, b, kw
    return inner
print(outer(1, 2, b=3, c=4)(), sorted(outer.__code__.co_cellvars))
del i.__defaults__
try: i()
except TypeError as e: print(e)
i.__defaults__ = (10,)
print(i(), i.__defaults__)
