"""Scoping: classes, comprehensions, nonlocal, global, del, exec; and the errors of names."""
def t(src, mode='exec'):
    ns = {}
    try:
        exec(compile(src, 'f', mode), ns)
        print({k: v for k, v in ns.items() if k[0] != '_' and not callable(v) and k not in ('fs', 'd', 'g', 'l')})
    except BaseException as e:
        print(type(e).__name__, e)
x = 'global'
class A:
    x = 'class'
    def m(self): return x
    y = [x for _ in range(1)]
    z = (lambda: x)()
    w = [q for q in x]
    def default(self, v=x): return v
    class B: v = x
print(A().m(), A.y, A.z, A.w, A().default(), A.B.v)
class C:
    x = x
    del x
    try: print(x)
    finally: pass
    for x in range(3): pass
    k = {n: n for n in range(x)}
print(C.x, C.k)
def f():
    x = 'enclosing'
    class D:
        print(x)
        x = x
        print(x)
        def g(self): return x
    return D().g(), D.x
print(f()[0], f()[1])
for src in ['def f():\n print(a)\n a = 1\nf()', 'def f():\n del a\nf()', 'def f():\n a = 1\n del a\n print(a)\nf()', 'def f():\n a += 1\nf()', 'print(a)', 'del a', 'a += 1',
            'def f():\n global a\n a = 1\nf()\nb = a', 'def f():\n global a\n del a\nf()', 'def f():\n x = 1\n def g():\n  return x\n del x\n g()\nf()', 'def f():\n def g(): return x\n g()\n x = 1\nf()',
            'def f():\n x = 1\n def g():\n  nonlocal x\n  x += 1\n  return x\n return g(), x\na = f()', 'def f():\n x = 1\n def g():\n  nonlocal x\n  del x\n g()\n x\nf()', 'class A:\n print(a)', 'class A:\n del a', 'class A:\n a += 1',
            'def f():\n for a in []: pass\n return a\nf()', 'def f():\n with open("/nope") as a: pass\ntry: f()\nexcept OSError: pass', 'def f():\n try: 1/0\n except ZeroDivisionError as e: pass\n return e\nf()',
            'def f():\n import nope_x as a\n return a\ntry: f()\nexcept ImportError: pass', 'a = [i for i in range(3)]\ni', 'def f():\n [y := i for i in range(3)]\n return y\na = f()', 'a = [b := i for i in range(3)]', 'def f():\n return [a for a in range(3)], a\nf()',
            'def f(a):\n def g(): return a\n a = 5\n return g()\nb = f(1)', 'fs = [lambda: i for i in range(3)]\na = [f() for f in fs]', 'fs = [lambda i=i: i for i in range(3)]\na = [f() for f in fs]', 'fs = []\nfor i in range(3):\n def g(): return i\n fs.append(g)\na = [g() for g in fs]',
            'class A:\n a = 1\n b = [a for _ in range(2)]', 'class A:\n a = [1, 2]\n b = [x for x in a]\nr = A.b', 'class A:\n def f(self): return __class__\nr = A().f() is A', 'def f(): return __class__\nf()', 'class A:\n r = locals().keys() >= {"__module__", "__qualname__"}\nr = A.r',
            'def f():\n exec("a = 1")\n return "a" in locals()\nr = f()', 'def f():\n a = 1\n exec("a = 2")\n return a\nr = f()', 'def f():\n a = 1\n locals()["a"] = 2\n return a\nr = f()', 'exec("a = 1")\nb = a', 'd = {"a": 1}\nexec("b = a", d)\nr = d["b"]', 'g, l = {"a": 1}, {"a": 2}\nexec("b = a; c = [a for _ in range(1)]", g, l)\nr = l', 'r = eval("a", {"a": 1}, {"a": 2})',
            'def f():\n a = 1\n return eval("a")\nr = f()', 'def f():\n a = 1\n return (lambda: eval("a"))()\nf()', 'def f(a): return [eval("a") for _ in range(1)]\nf(1)', 'nonlocal a', 'def f():\n nonlocal zz', 'def f():\n a = 1\n global a', 'def f(a):\n global a', 'def f():\n print(a)\n global a', 'def f(a):\n nonlocal a', 'def f():\n global a\n nonlocal a', 'def f():\n def g():\n  a = 1\n  nonlocal a\n a = 2',
            'class A:\n nonlocal a', 'def f():\n a: int\n return a\nf()', 'a: int\na', 'def f():\n a: int = 5\n return a\nr = f()', 'global a\na = 1', 'def f():\n global __debug__', '__debug__ = 1', 'def __debug__(): pass', 'for __debug__ in []: pass', 'def f(__debug__): pass', 'f(__debug__=1)', 'None = 1', 'def f(None): pass', 'f(True=1)', 'import None', 'x.None = 1', 'del None', 'del f()', 'del (a, b.c, [d])', 'del a + b', 'del [], ()', 'del *a']:
    t(src)
def outer():
    a = b = 1
    def mid():
        def inner(): nonlocal a; a = b + 1
        inner()
    mid()
    return a, outer.__code__.co_cellvars, mid.__code__.co_freevars
print(outer())
def counter():
    n = 0
    def inc(k=1):
        nonlocal n
        n += k
        return n
    def get(): return n
    return inc, get
i, g = counter(); i(); i(5); print(g(), i.__closure__[0].cell_contents, g.__closure__[0] is i.__closure__[0])
print(sorted(k for k in vars() if k in 'fgix'), 'A' in globals(), (lambda a, *b, c=1, **d: sorted(locals()))(1))
