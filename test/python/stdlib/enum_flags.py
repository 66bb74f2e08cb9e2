"""Flags as since 3.11.4: strict boundaries, aliases of several bits, inversions, pickles; what dir() shows."""
import copy
import enum
import pickle
from enum import CONFORM, EJECT, KEEP, Enum, Flag, IntFlag, auto


class F(Flag):
    A = auto()
    B = auto()
    AB = A | B
    E = 8


class K(Flag, boundary=KEEP):
    A = 1
    MASK = 255


class C(Flag, boundary=CONFORM):
    A = 1
    B = 4


class J(Flag, boundary=EJECT):
    A = 1


class I(IntFlag):
    A = 1
    B = 2


class W(Flag):
    LOW = 3
    X = 8


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for f in (lambda: F(16), lambda: F(4), lambda: ~F.A, lambda: ~F.AB, lambda: F(11), lambda: F(0), lambda: F['AB'], lambda: list(F), lambda: list(F(9)), lambda: K(300), lambda: ~K.A, lambda: C(7), lambda: J(9), lambda: J(1) | 8,
          lambda: ~I.A, lambda: I(8), lambda: I.A | 16, lambda: I(-1), lambda: W(3), lambda: W(1), lambda: W(11), lambda: ~W.X, lambda: F.A.B, lambda: F(1).value, lambda: dir(F.A), lambda: dir(I)[:6], lambda: F.A.nope):
    t(f)
for m in F.A, F.AB, ~F.A, I.A | I.B, K(9), F(0):
    print(pickle.loads(pickle.dumps(m)) is m, copy.copy(m) is m, copy.deepcopy([m])[0] is m, m.__reduce_ex__(2)[1:])
try:
    class Bad(Enum):
        def __new__(cls, value):
            return super().__new__(cls, value)
        x = 1
except TypeError as e:
    print(e)


class Color(Enum):
    red = 1

    def shade(self):
        return 'dark'


print(dir(Color.red), dir(Color))
print(enum.pickle_by_enum_name(Color.red, 2)[1], enum.pickle_by_global_name(Color.red, 2), list(Enum('E2', 'a b', start=3)))
