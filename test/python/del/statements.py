a = b = c = 1
del a, (b, c)
for n in 'abc':
    try: eval(n)
    except NameError as e: print(e)
l = [0, 1, 2, 3, 4, 5]
del l[0], l[-1], l[1:3]
print(l)
d = {'x': 1, 'y': 2}
del d['x']
print(d)
class A: x = 1; y = 2
o = A(); o.z = 3
del o.z, A.x
print(vars(o), hasattr(A, 'x'))
for src in ('del d["nope"]', 'del l[10]', 'del o.nope', 'del A.nope', 'del o.y', 'del nope', 'del l["a"]', 'del (1, 2)[0]', 'del "abc"[0]', 'del len.x', 'del d.x', 'del None.x', 'del 5 .x', 'del range(3)[0]', 'del {1}[0]'):
    try: exec(src); print(src, 'ok')
    except Exception as e: print(src, '->', type(e).__name__, e)
def f():
    x = 1
    del x
    try: x
    except UnboundLocalError as e: print(e)
    try: del x
    except UnboundLocalError as e: print(e)
    def g(): return x
    x = 2
    print(g())
    del x
    try: g()
    except NameError as e: print(e)
f()
class D:
    def __delitem__(s, k): print('delitem', k)
    def __delattr__(s, k): print('delattr', k)
    def __delete__(s, o): print('delete')
class E: f = D()
del D()[1], D()[1:2], D()[..., 3], D().q, E().f
del E.f
class Body:
    x = 1
    del x
    try: x
    except NameError as e: print(e)
print('x' in vars(Body))
import sys
del sys
try: sys
except NameError as e: print(e)
for src in ('del f()', 'del 1', 'del', 'del a b', 'del *a', 'del (a for a in b)', 'del a + b', 'del [a, b]', 'del ()', 'del None', 'del a.b.c, d[0]', 'del (a), (b,)', 'del {a}', 'del "x"', 'del lambda: 0', 'del a := 1', 'del a if b else c'):
    try: compile(src, 'f', 'exec'); print(src, 'ok')
    except SyntaxError as s: print(src, '->', s.msg, s.offset)
