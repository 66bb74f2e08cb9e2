"""yield from: every rule of PEP 380, with generators, iterators and objects that have only some of the methods."""
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e, '/', repr(e.__cause__), '/', repr(e.__context__))
def new(old, fresh):
    # What is dropped half-way is closed by CPython: here at once.
    try: old.close()
    except BaseException as e: print('closing', repr(e))
    return fresh
o = g = (x for x in ())
def inner():
    try:
        a = yield 'i1'
        print('inner got', a)
        b = yield 'i2'
        return ('ret', a, b)
    except ValueError as e:
        print('inner caught', e)
        yield 'i-caught'
        return 'after'
    finally: print('inner finally')
def outer(it=None):
    try:
        r = yield from (inner() if it is None else it)
        print('result', r)
        yield 'o-last'
    except KeyError as e: print('outer caught', repr(e)); yield 'o-caught'
    finally: print('outer finally')
o = new(o, outer()); t(next, o); t(o.send, 1); t(o.send, 2); t(next, o)
o = new(o, outer()); next(o); t(o.throw, ValueError('v')); t(next, o); t(next, o)
o = new(o, outer()); next(o); t(o.throw, KeyError('k')); t(next, o)
o = new(o, outer()); next(o); t(o.throw, OSError('os'))
o = new(o, outer()); next(o); print(o.gi_yieldfrom.__name__); o.close(); print(o.gi_yieldfrom)
o = new(o, outer([1, 2])); t(next, o); t(o.send, None); t(o.send, None)
o = new(o, outer([1, 2])); next(o); t(o.send, 'x')
o = new(o, outer([1, 2])); next(o); t(o.throw, KeyError('in list')); 
o = new(o, outer([1, 2])); next(o); o.close()
for bad in (5, 3.5, type, object()): t(next, outer(bad))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('it value')
        return self.n
class WithSend(It):
    def send(self, v): print('send', v); return v * 2
class WithThrow(It):
    def throw(self, *a): print('throw', a); return 'thrown'
class WithClose(It):
    def close(self): print('close called'); return 'ignored'
class BadClose(It):
    def close(self): raise OSError('close')
class StopOnThrow(It):
    def throw(self, *a): raise StopIteration('from throw')
o = new(o, outer(It())); t(next, o); t(next, o); t(next, o)
o = new(o, outer(WithSend())); t(next, o); t(o.send, 5); t(next, o)
o = new(o, outer(It())); next(o); t(o.send, 1)
o = new(o, outer(WithThrow())); next(o); t(o.throw, KeyError('kk')); t(o.throw, KeyError, 'a'); t(o.close)
o = new(o, outer(WithClose())); next(o); t(o.close); o = new(o, outer(WithClose())); next(o); t(o.throw, GeneratorExit); o = new(o, outer(WithClose())); next(o); t(o.throw, KeyError('x'))
o = new(o, outer(BadClose())); next(o); t(o.close)
o = new(o, outer(StopOnThrow())); next(o); t(o.throw, ValueError('z'))
def ret(): return 'direct'; yield
def deleg(): x = yield from ret(); return x
t(next, deleg())
def loop():
    yield 0
    yield from me
me = loop(); next(me); t(next, me)
def a(): yield from b()
def b(): yield 1; raise StopIteration('inside')
g = new(g, a()); next(g); t(next, g)
def closing():
    try: yield 1
    except GeneratorExit: yield 'refuses'
def dc(): yield from closing()
g = new(g, dc()); next(g); t(g.close)
def ge():
    try: yield from closing()
    except RuntimeError as e: print('rt', e); yield 'cont'
g = new(g, ge()); next(g); t(g.throw, GeneratorExit)
def ret_exc():
    try: yield from inner()
    finally: return 'swallowed'
g = new(g, ret_exc()); next(g); t(g.throw, OSError)
print([*(x for y in ([1], [2]) for x in y)])
def flatten(x):
    if isinstance(x, list):
        for y in x: yield from flatten(y)
    else: yield x
print(list(flatten([1, [2, [3, [4]], 5], [], [[6]]])))
def chain(*its):
    for i in its: yield from i
print(list(chain('ab', range(2), {5: 6}, (x for x in [9]))))
def in_expr(): print('args', (yield from [1]), [(yield from [2]), (yield)], f'{(yield from "z")}')
t(list, in_expr())
lam = lambda: (yield from [7, 8])
t(list, lam())
o = new(o, None)
g = new(g, None)
