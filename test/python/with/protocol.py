class M:
    def __init__(s, n, swallow=False, enter_error=None, exit_error=None): s.n, s.s, s.ee, s.xe = n, swallow, enter_error, exit_error
    def __enter__(s):
        print('enter', s.n)
        if s.ee: raise s.ee
        return s.n
    def __exit__(s, t, v, tb):
        print('exit', s.n, t.__name__ if t else None, repr(v), tb is not None)
        if s.xe: raise s.xe
        return s.s
with M(1) as a, M(2) as b: print(a, b)
with (M(1) as a, M(2)): print('paren', a)
with M(1, True): raise ValueError('swallowed')
def run(f):
    try: print('result', f())
    except Exception as e: print('raised', repr(e), repr(e.__context__))
def f1():
    with M(1): raise KeyError('k')
def f2():
    with M(1), M(2, enter_error=OSError('enter')): print('never')
def f3():
    with M(1, exit_error=TypeError('exit')): raise KeyError('body')
def f4():
    with M(1, exit_error=TypeError('exit')): pass
def f5():
    with M(1): return 'ret'
def f6():
    for i in range(3):
        with M(i):
            if i == 0: continue
            break
    return i
def f7():
    with M(1, True), M(2): 1 / 0
    return 'after'
def f8():
    with M('x') as (p, q): pass
def f9():
    with M([1, 2]) as [p, q]: return p, q
def f10():
    d = {}
    with M(5) as d['k']: return d
def f11():
    with 5: pass
def f12():
    with object() as x: pass
def f13():
    class N:
        def __enter__(s): pass
    with N(): pass
def f14():
    class N:
        def __exit__(s, *a): pass
    with N(): pass
def f15():
    class N:
        def __enter__(s): print('in')
        def __exit__(s): print('bad signature')
    with N(): pass
def f16():
    with M(1, swallow=[1]): raise KeyError
    return 'truthy'
def f17():
    class N:
        def __enter__(s): return s
        def __exit__(s, *a): raise a[1]
    with N(): raise ValueError('same')
def f18():
    def g():
        with M('g'): yield 1; yield 2
    x = g(); next(x); x.close(); return 'closed'
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18): run(f)
