"""Instances that come to a __del__ by every way there is: each is told when its last reference goes."""
import copy
import gc
import pickle
import weakref
from dataclasses import dataclass


class A:
    pass


A.__del__ = lambda self: print('late')
a = A()
a = None
print('set on the class before its first instance')


class Before:
    pass


before = Before()
Before.__del__ = lambda self: print('before')
before = None
print('set on the class after it')


class B:
    def __del__(self):
        print('B by', type(self).__name__)


class C:
    pass


c = C()
c.__class__ = B
c = None
print('became one')


class D(B):
    pass


d = D.__new__(D)
d = None
print('by __new__')


class E(B):
    def __new__(cls):
        return super().__new__(cls)


e = E()
e = None
print('a __new__ of its own')


class M(B, dict):
    pass


m = M()
m = None
print('a builtin base')


class S(B):
    __slots__ = ('x',)

    def __init__(self, x):
        self.x = x


s = [S(1), S(2)]
del s[0]
print('slots')
s.clear()
print('cleared')


@dataclass
class P:
    x: int = 1

    def __del__(self):
        print('P', self.x)


p = P(5)
q = copy.copy(p)
q.x = 6
del p
print('copied')
r = pickle.loads(pickle.dumps(q))
r.x = 7
del r
print('pickled')
del q


class Meta(type):
    def __call__(cls, *args):
        return super().__call__(*args)


class W(metaclass=Meta):
    def __del__(self):
        print('W')


W()
print('a metaclass with __call__')
T = type('T', (B,), {})
T()
print('type()')


class X(Exception):
    def __del__(self):
        print('X')


try:
    raise X
except X:
    print('caught')
print('an exception')


def local(n):
    class L:
        def __del__(self):
            print('L', n)

    return L


for i in range(3):
    local(i)()
print('classes of a loop')


class Kept(B):
    def __del__(self):
        super().__del__()
        print('and Kept')


k = Kept()
ref = weakref.ref(k, lambda r: print('reference'))
k = 1
print(ref())


class Gone:
    def __del__(self):
        print('never')


del Gone.__del__
Gone()
print('no __del__ any more')


class Weak:
    pass


ref = weakref.ref(Weak)
del Weak
gc.collect()
print(ref())


def made_in_a_loop(n):
    class H:
        count = 0

        def __del__(self):
            H.count += 1

    for _ in range(n):
        h = H()
    return H.count


print(made_in_a_loop(500))
