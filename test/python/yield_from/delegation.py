def inner():
    try:
        x = yield 'i1'
        print('inner got', x)
        y = yield 'i2'
        print('inner got', y)
    except ValueError as e:
        print('inner caught', e)
        yield 'after'
    finally: print('inner finally')
    return 'inner result'
def outer():
    r = yield from inner()
    print('r =', r)
    return (yield from inner2())
def inner2():
    yield 'x'
    return 'end'
o = outer()
print(next(o), o.gi_yieldfrom.__name__, o.send(1), o.throw(ValueError('v')), next(o))
try: next(o)
except StopIteration as e: print(e.value)
def over(it):
    r = yield from it
    print('result', r)
print(list(over([1, 2])), list(over('ab')), list(over({1: 2})), list(over(range(2))))
o = over([1, 2]); next(o)
for f in (lambda: o.send(5), lambda: over([1]).send(1), lambda: next(over(5)), lambda: next(over(None))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
o = over([1, 2]); next(o)
try: o.throw(KeyError('k'))
except KeyError as e: print('KeyError', e)
class It:
    def __iter__(s): return s
    def __next__(s): return 'n'
    def send(s, v): print('send', v); return 's'
    def throw(s, *a): print('throw', a[0] if isinstance(a[0], type) else type(a[0]), len(a)); return 't'
    def close(s): print('close')
o = over(It()); print(next(o), o.send(3), o.throw(ValueError), next(o), o.throw(ValueError('x'))); o.close()
class NoClose:
    def __iter__(s): return s
    def __next__(s): return 1
o = over(NoClose()); next(o); o.close()
o = over(NoClose()); next(o)
try: o.throw(GeneratorExit)
except GeneratorExit: print('GeneratorExit out')
class BadClose(NoClose):
    def close(s): raise RuntimeError('bad close')
o = over(BadClose()); next(o)
try: o.close()
except RuntimeError as e: print(e, repr(e.__context__))
class AttrErr(NoClose):
    @property
    def close(s): raise OSError('no close attr')
    @property
    def throw(s): raise OSError('no throw attr')
o = over(AttrErr()); next(o)
try: o.throw(ValueError)
except OSError as e: print(e)
class Stop(NoClose):
    def __next__(s): raise StopIteration('via next')
print(list(over(Stop())))
class ThrowStop(NoClose):
    def throw(s, *a): raise StopIteration('via throw')
o = over(ThrowStop()); next(o)
try: o.throw(ValueError)
except StopIteration: print('finished')
