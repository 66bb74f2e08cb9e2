# _replace and _asdict of named tuples, and of subclasses that have parts of their own.
from collections import namedtuple
from typing import NamedTuple

P = namedtuple('P', 'x y z', defaults=[3])
p = P(1, 2)
print(p._replace(), p._replace(z=5), p._replace(y='b', x=None), p._asdict(), type(p._asdict()), p._replace(x=1) is p)
for kw in ({'w': 1}, {'x': 1, 'v': 2, 'u': 3}):
    try:
        p._replace(**kw)
    except ValueError as e:
        print(e)
E0 = namedtuple('E0', '')
print(E0()._replace(), E0()._asdict())
try:
    E0()._replace(a=1)
except ValueError as e:
    print(e)

class Made(P):
    @classmethod
    def _make(cls, iterable):
        print('_make', cls.__name__, type(iterable).__name__)
        return super()._make(iterable)
print(Made(1, 2)._replace(x=5), type(Made(1, 2)._replace(y=1)).__name__)

class New(P):
    def __new__(cls, *args):
        print('new', args)
        return super().__new__(cls, *args)
print(New(1, 2)._replace(x=5))

class Fields(P):
    _fields = ('a', 'b')
print(Fields(1, 2)._asdict(), Fields(1, 2)._replace(x=7))

class Iter(P):
    __slots__ = ()
    def __iter__(self):
        return iter('abc')
print(Iter(1, 2)._asdict(), Iter(1, 2)._replace(y=0))

class Get(P):
    def __getattribute__(self, name):
        print('get', name)
        return super().__getattribute__(name)
print(Get(1, 2)._asdict(), Get(1, 2)._replace(y=0))

q = Made(1, 2)
q._make = lambda it: ('own', *it)
q._fields = ('k',)
print(q._replace(x=9), q._asdict())
short = tuple.__new__(P, (1, 2))
try:
    print(short._asdict(), short._replace(x=4))
except TypeError as e:
    print(e)

class T(NamedTuple):
    a: int
    b: str = 'b'
    def twice(self):
        return self._replace(a=self.a * 2)
print(T(2).twice(), T(2)._asdict(), T(2)._replace(b=[])._asdict())
P._make = classmethod(lambda cls, it: list(it))
print(p._replace(x=0))
U = namedtuple('U', 'a _1', rename=True)
print(U(1, 2)._replace(_1=5)._asdict(), P._replace.__qualname__, P._asdict.__doc__)
