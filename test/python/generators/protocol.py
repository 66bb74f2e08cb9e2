def g():
    print('start')
    x = yield 1
    print('got', x)
    try: y = yield 2
    except ValueError as e: print('caught', e); y = 'exc'
    print('y', y)
    return 'ret'
it = g()
print(next(it), it.send('a'), it.gi_running, it.gi_frame.f_lineno, it.gi_suspended)
try: it.throw(ValueError('v'))
except StopIteration as e: print('stop', e.value)
print(it.gi_frame, list(it))
for f in (lambda: next(it), lambda: it.send(1), lambda: it.throw(KeyError('k')), lambda: it.close(), lambda: g().send(1), lambda: g().throw(KeyError), lambda: g().throw(KeyError, 'val'), lambda: g().throw(KeyError, KeyError('inst')), lambda: g().throw(KeyError('a'), 'b'), lambda: g().throw(5), lambda: g().throw(int), lambda: g().throw(), lambda: g().throw(KeyError, 'v', 5), lambda: g().throw(KeyError, ('a', 'b')), lambda: g().close(), lambda: g().send(), lambda: len(g()), lambda: g()[0], lambda: g() + 1, lambda: setattr(g(), '__name__', 5), lambda: setattr(g(), 'x', 5), lambda: type(g())(), lambda: g().gi_yieldfrom, lambda: g().gi_code.co_name):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, repr(e))
x = g(); x.__name__ = 'renamed'; x.__qualname__ = 'Q.renamed'
print(x.__name__, repr(x).split(' at ')[0], iter(x) is x)
def me():
    global it
    try: next(it)
    except ValueError as e: yield str(e)
    try: it.close()
    except ValueError as e: yield str(e)
    try: it.throw(KeyError)
    except ValueError as e: yield str(e)
    yield it.gi_running
it = me(); print(list(it))
def ignore():
    try: yield 1
    except GeneratorExit: print('ignored')
    yield 2
i = ignore(); next(i)
try: i.close()
except RuntimeError as e: print(e)
def fin():
    try: yield 1
    finally: print('cleanup')
f = fin(); next(f); print(f.close(), f.close())
def other():
    try: yield 1
    except GeneratorExit: raise ValueError('other')
o = other(); next(o)
try: o.close()
except ValueError as e: print(e, repr(e.__context__))
def ret():
    try: yield 1
    except GeneratorExit: return 5
r = ret(); next(r); print(r.close())
def stop(): raise StopIteration('x'); yield
try: next(stop())
except RuntimeError as e: print(e, repr(e.__cause__), e.__suppress_context__)
print(list(x for x in [1, 2]), sum(i for i in range(4)), type(i for i in ()).__name__, (i for i in ()).__name__)
