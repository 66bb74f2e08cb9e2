def reenter():
    def g():
        yield 1
        yield from me
    me = g(); next(me)
    try: next(me)
    except ValueError as e: print(e)
reenter()
def ignoring():
    try: yield 1
    except GeneratorExit: yield 2
def outer(): yield from ignoring()
o = outer(); next(o)
try: o.close()
except RuntimeError as e: print(e)
def returns_on_exit():
    try: yield 1
    except GeneratorExit: return 'value'
def outer2():
    try:
        r = yield from returns_on_exit()
        print('not reached', r)
    except GeneratorExit: print('outer GeneratorExit'); raise
o = outer2(); next(o); o.close()
def shared(): yield 1; yield 2; yield 3
s = shared()
def a(): yield from s
x, y = a(), a()
print(next(x), next(y), next(x), list(y), list(x))
def throwing():
    yield 1
    raise ValueError('inside')
def catcher():
    try: yield from throwing()
    except ValueError as e: print('caught', e); yield 'c'
    yield from ()
    return 'done'
print(list(catcher()))
def deep(n):
    if n: r = yield from deep(n - 1); return r + 1
    x = yield 'bottom'
    return x
d = deep(50); print(next(d))
try: d.send(0)
except StopIteration as e: print(e.value)
d = deep(50); next(d)
try: d.throw(KeyError('deep'))
except KeyError as e:
    t, n = e.__traceback__, 0
    while t: n += 1; t = t.tb_next
    print(n)
def tree(t):
    if isinstance(t, list):
        for s in t: yield from tree(s)
    else: yield t
print(list(tree([1, [2, [3, 4], []], 5])))
def ret_tuple(): return (1, 2); yield
def use():
    a, b = yield from ret_tuple()
    return a + b
try: next(use())
except StopIteration as e: print(e.value, e.args)
def ret_exc(): return ValueError('as value'); yield
def use2(): return (yield from ret_exc())
try: next(use2())
except StopIteration as e: print(repr(e.value), e.args)
