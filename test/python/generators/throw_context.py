# What throw() does to context, to handled exceptions and to classes that make no exception.
import sys

def holder():
    try:
        yield
    except Exception as exc:
        print('in', sys.exc_info()[0], exc.__context__)
        yield
        print('still', sys.exc_info()[0])
        yield
        raise

g = holder()
next(g)
try:
    raise ValueError('outer')
except Exception as exc:
    g.throw(exc)
print(sys.exc_info())
next(g)
try:
    next(g)
except ValueError as e:
    print('again', e, e.__context__)

class Odd(Exception):
    def __new__(cls, *args):
        return 5
def plain():
    yield
for f in (lambda: plain().throw(Odd), lambda: plain().throw(5), lambda: plain().throw(ValueError('x'), 1), lambda: plain().throw(ValueError, 'x', 5)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    raise Odd
except TypeError as e:
    print(e)

def inner():
    yield
def outer():
    try:
        raise KeyError('a')
    except Exception:
        yield from inner()
gen = outer()
next(gen)
try:
    gen.throw(ValueError)
except ValueError as e:
    print(repr(e.__context__))

def send_error():
    try:
        raise KeyError('b')
    except Exception:
        yield from raiser()
def raiser():
    yield
    raise TypeError('t')
gen = send_error()
next(gen)
try:
    next(gen)
except TypeError as e:
    print(repr(e.__context__))

# gi_yieldfrom of a running generator is None
def a():
    print('a', me.gi_yieldfrom)
    yield 1
    print('a', me.gi_yieldfrom)
def b():
    yield 0
    yield from a()
    print('b', me.gi_yieldfrom)
me = b()
for i in me:
    print(i, type(me.gi_yieldfrom).__name__)
print(me.gi_yieldfrom)

# A class that makes no exception: the TypeError is thrown into the generator, which is finished then.
g = plain()
next(g)
try:
    g.throw(Odd)
except TypeError as e:
    print(e)
print(next(g, 'finished'))
class Meta(type):
    def mro(cls):
        print('mro of', cls.__name__, cls.__mro__ is None)
        return type.mro(cls)
class WithMro(metaclass=Meta): pass
WithMro.__bases__ += ()
