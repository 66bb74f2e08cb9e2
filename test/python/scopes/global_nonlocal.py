x = 'global'
def a():
    global x
    x = 'set by a'
def b():
    x = 'b'
    def c():
        nonlocal x
        x += '!'
        def d():
            global x
            return x
        return d()
    return c(), x
print(b()); a(); print(x, b())
class K:
    x = 'class'
    def get(self): return x
    y = [x for _ in range(1)]
    z = x
    def f(): return __class__.x
print(K().get(), K.y, K.z, K.f())
def e():
    x = 1
    class L:
        nonlocal x
        x = 2
        z = x
    return x, L.z, hasattr(L, 'x')
print(e())
def g():
    for src in ('global x; x = 5', 'x = 7'): exec(src)
    return x
print(g(), x)
for src in ('def f():\n x = 1\n global x', 'def f():\n print(x)\n global x', 'def f(x):\n global x', 'nonlocal q', 'def f():\n nonlocal zz', 'def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x', 'def f(a, a): pass', 'def f(x):\n nonlocal x', 'class A:\n nonlocal q', 'def f():\n global a\n nonlocal a', 'def f():\n x: int = 1\n global x', 'def f():\n global y\n y: int = 1', 'lambda a, a: 0', '[x for x in (x := 1)]', '[(x := 1) for x in y]', '[i := 0 for i in y]', '[[(j := 0) for i in y] for j in y]', 'class A: [(x := 1) for i in y]', '(x := 1)', 'x := 1', 'f(a := 1, b=(c := 2))', 'f(a=b := 1)', 'def f(a=(b := 1)): pass', '(a.b := 1)', '(x := y := 1)', '(x := (y := 1))', 'del (x := 1)', 'def f(*, a): global a'):
    try: exec(src, {'y': [1], 'f': lambda *a, **k: 0}); print(repr(src), 'ok')
    except SyntaxError as s: print(repr(src), s.msg, s.lineno, s.offset, s.end_offset)
