x: int = 1
y: 'forward'
(z): int = 3
print(__annotations__)
def f(p: int, q: 'str' = 'd', *args: float, k: bool = True, **kw: dict) -> None: v: undefined_name = 1; return v
print(f.__annotations__, f(1))
class C:
    m: int
    n: str = 'x'
    def g(self) -> 'C': pass
    __private: int = 1
print(C.__annotations__, hasattr(C, 'm'), C.g.__annotations__, C.n)
class D(C): pass
print(D.__annotations__, C.__annotations__ is not D.__annotations__)
d = {}
d['k']: int = 5
print(d)
class E: pass
e = E()
e.attr: str = 'v'
print(e.attr, E.__annotations__)
def h():
    w: int
    try: w
    except UnboundLocalError as x: print(x)
    print(h.__annotations__)
h()
try:
    bad: undefined_here = 1
except NameError as x: print(x)
try:
    def k(a: undefined_too): pass
except NameError as x: print(x)
lam = lambda a: a
print(lam.__annotations__)
f.__annotations__ = {'new': 1}
print(f.__annotations__)
del f.__annotations__
print(f.__annotations__)
for v in (5, None):
    try: f.__annotations__ = v; print(f.__annotations__)
    except TypeError as x: print(x)
del C.__annotations__
print(C.__annotations__)
try: int.__annotations__
except AttributeError as x: print(x)
for src in ('(a, b): int = 1', 'a, b: int', '[a]: int', 'f(): int', '1: int', 'a: int: str', 'x: int += 1', 'def f(a: int: str): pass', 'def f() -> : pass', 'lambda a: int: 0', 'x: *a', 'x: int = yield', 'for x: int in y: pass', 'def f(*a: *b): pass'):
    try: compile(src, 'f', 'exec'); print(src, 'ok')
    except SyntaxError as s: print(src, '->', s.msg)
exec('from __future__ import annotations\ndef f(a: undefined + 1, b: "s", *c: x[1:2]) -> (1, 2): pass\nprint(f.__annotations__)\nclass A:\n    x: lambda: 0\n    y: a if b else c\nprint(A.__annotations__)')
