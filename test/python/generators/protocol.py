"""The generator protocol: send, throw, close in every state; what is raised and chained."""
import sys
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e, '/', repr(e.__cause__), '/', repr(e.__context__))
def new(old, fresh):
    try: old.close()
    except BaseException as e: print('closing', repr(e))
    return fresh
a = (x for x in ())
def g():
    try:
        x = yield 1
        print('x', x)
        y = yield 2
        return 'done'
    except KeyError as e:
        print('caught', repr(e))
        yield 'recovered'
    finally: print('finally')
a = new(a, g()); t(a.send, 'early'); t(next, a); t(a.send, 'X'); t(next, a); t(next, a); t(a.throw, ValueError('late')); print(a.close())
a = new(a, g()); t(a.throw, KeyError('before start')); t(next, a)
a = new(a, g()); next(a); t(a.throw, KeyError); t(a.throw, KeyError('2')); t(next, a)
a = new(a, g()); next(a); t(a.throw, KeyError, 'msg'); t(a.close)
a = new(a, g()); next(a); t(a.throw, KeyError, KeyError('inst')); a = new(a, g()); next(a); t(a.throw, KeyError('i'), 'x'); t(a.throw, 5); t(a.throw, 'abc'); t(a.throw, int); t(a.throw); t(a.throw, ValueError, None, 5); t(a.throw, ValueError, ('a', 'b'), None)
a = new(a, g()); next(a); print(a.close(), a.gi_frame, a.gi_yieldfrom)
def ignores():
    while True:
        try: yield 1
        except GeneratorExit: print('no')
        except ValueError: return
a = new(a, ignores()); next(a); t(a.close); t(a.throw, ValueError)
def raises_on_close():
    try: yield
    finally: raise OSError('closing')
a = new(a, raises_on_close()); next(a); t(a.close); t(a.close)
def returns_on_close():
    try: yield
    except GeneratorExit: return 'value'
a = new(a, returns_on_close()); next(a); print(a.close())
def swallow():
    try: yield 1
    except GeneratorExit: raise StopIteration('s')
a = new(a, swallow()); next(a); t(a.close)
def si():
    yield 1
    raise StopIteration('x')
a = new(a, si()); next(a); t(next, a); t(next, a)
def si2():
    yield next(iter([]))
t(next, si2()); t(list, si2())
def inner_stop():
    try: next(iter([]))
    except StopIteration as e: return e
    yield
t(next, inner_stop())
def reent():
    try: next(me)
    except ValueError as e: print(e)
    try: me.throw(KeyError)
    except ValueError as e: print(e)
    try: me.close()
    except ValueError as e: print(e)
    yield me.gi_running
me = reent(); print(next(me), me.gi_running)
def ctx():
    try: 1 / 0
    except ZeroDivisionError:
        yield 1
        raise KeyError('in handler')
a = new(a, ctx()); next(a); t(next, a)
def ctx2():
    try: yield 1
    except ValueError as e: raise KeyError('k') from e
a = new(a, ctx2()); next(a); t(a.throw, ValueError('v'))
def outer_exc():
    yield sys.exc_info()[0]
    yield sys.exc_info()[0]
try: raise TypeError
except TypeError:
    a = outer_exc(); print(next(a))
print(next(a))
def keeps():
    try: raise KeyError('mine')
    except KeyError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
a = new(a, keeps()); print(next(a))
try: raise TypeError
except TypeError: print(next(a), sys.exc_info()[0])
def tup(): yield (1, 2); return (3, 4)
a = new(a, tup()); next(a); t(next, a)
def exc_value(): return ValueError('as value'); yield
t(next, exc_value())
a = new(a, tup()); print(a.gi_code.co_name, a.gi_frame.f_lineno > 0, a.gi_running, a.gi_suspended, a.__name__, a.__qualname__); next(a); print(a.gi_suspended)
a.__name__ = 'n'; a.__qualname__ = 'q.n'; print(a.__name__, a.__qualname__, repr(a)[:22])
for attr, v in (('__name__', 1), ('__qualname__', None), ('gi_frame', 1), ('gi_running', 1), ('x', 1)): t(setattr, a, attr, v)
t(delattr, a, '__name__'); t(len, a); t(lambda: a[0]); t(a.send); t(a.send, 1, 2); t(next, a, 'default'); t(next, a, 'default'); t(next, 5); t(next)
print([*g()], sum(x for x in range(5) if x % 2), dict((i, i * i) for i in range(3)), list(zip(*[iter(range(6))] * 2)))
print(iter(a) is a, hasattr(a, '__del__'), type(a).__name__, isinstance(a, type(x for x in ())))
t(type(a)); 
try: type('G', (type(a),), {})
except TypeError as e: print(e)
def many(n):
    if n: yield from many(n - 1)
    yield n
print(list(many(50))[-3:])
ge = (x for x in [1, 2]); print(ge.__name__, next(ge), ge.gi_frame.f_locals.keys() >= {'x'})
t(lambda: (y for y in 5)); t(lambda: list(y for y in [1, 2] if y / 0))
