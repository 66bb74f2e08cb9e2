"""Calls of named tuples' classes that make no frame, and all that may come between."""
import collections
import pickle
import sys

P = collections.namedtuple('P', 'x y z', defaults=[8, 9])
One = collections.namedtuple('One', 'a')


class Sub(P):
    pass


class Init(P):
    def __init__(self, *args):
        print('init', args)


class New(P):
    def __new__(cls, *args):
        return super().__new__(cls, *args, 'new')


class Meta(type):
    def __call__(cls, *args):
        return 'meta', super().__call__(*args)


class WithMeta(P, metaclass=Meta):
    pass


class Slots(P):
    __slots__ = ()


def show(*args):
    for cls in (P, One, Sub, Init, New, WithMeta, Slots):
        try:
            v = cls(*args)
            print(type(v).__name__, v, hasattr(v, '__dict__'))
        except TypeError as e:
            print(cls.__name__, e)


for args in ((), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ([],)):
    show(*args)
print(P(1, z=3), Sub(x=1, y=2), P(*[1, 2]), P(**{'x': 5}), pickle.loads(pickle.dumps(Init(1, 2))))


def many(cls, n):
    for i in range(n):
        v = cls(i, 2)
    return v


print(many(P, 3000), many(Sub, 3000))
Sub.attr = 1
v = Sub(1)
v.more = 2
print(v, v.attr, v.more)
P.__new__.__defaults__ = ('d',)
for args in ((1,), (1, 2)):
    try:
        print(P(*args))
    except TypeError as e:
        print(e)
P.__new__.__defaults__ = None
try:
    P(1, 2)
except TypeError as e:
    print(e)
P.__init__ = lambda self, *args: print('set', args)
print(P(1, 2, 3))
del P.__init__
print(P(1, 2, 3))
space = P.__new__.__globals__
old = space['_tuple_new']
space['_tuple_new'] = lambda cls, items: ('mine', cls, items)
print(P(1, 2, 3))
space['_tuple_new'] = list.__new__
try:
    print(P(1, 2, 3))
except TypeError as e:
    print(e)
space['_tuple_new'] = old
P.__new__.__code__ = (lambda _cls, x, y, z: _tuple_new(_cls, (z, y, x))).__code__
print(P(1, 2, 3))
P.__new__ = lambda cls, *args: args
print(P(1, 2, 3))
P.__new__ = lambda cls, a, b: tuple.__new__(cls, (a, b))
print(tuple(P(1, 2)))


class Other(tuple):
    __new__ = lambda cls, a, b: new(cls, (a, b))


class NoTuple(list):
    __new__ = lambda cls, a, b: new(cls, (a, b))


try:
    Other(1, 2)
except NameError as e:
    print(e)
new = tuple.__new__
print(Other(1, 2), type(Other(1, 2)))
try:
    NoTuple(1, 2)
except TypeError as e:
    print(e)

events = []


def trace(frame, event, arg):
    events.append((event, frame.f_code.co_name))
    return trace


def two():
    for i in range(2):
        One(i)


two()
sys.settrace(trace)
two()
sys.settrace(None)
print(events)


def deep(n):
    return One(n) if n == 0 else deep(n - 1)


limit = sys.getrecursionlimit()
sys.setrecursionlimit(200)
try:
    deep(300)
except RecursionError as e:
    print(e)
sys.setrecursionlimit(limit)
print(deep(100))
