# Answers of abstract base classes before and after they are remembered, and what makes them void.
import abc
import collections.abc
from collections.abc import Mapping, Sized


class A(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c):
        asked.append(c.__name__)
        return NotImplemented


class B:
    pass


class C(B):
    pass


class Liar:
    @property
    def __class__(self):
        return dict


class Meta(abc.ABCMeta):
    def __instancecheck__(cls, o):
        return o == 3


class M(metaclass=Meta):
    pass


asked = []
for _ in range(3):
    print(isinstance(B(), A), issubclass(C, A), isinstance({}, Mapping), isinstance([], Mapping), isinstance(Liar(), Mapping), isinstance(3, M), isinstance(4, M), isinstance([], (str, Mapping, Sized)), issubclass(list, (Mapping, Sized)))
print(asked)
A.register(B)
for _ in range(2):
    print(isinstance(B(), A), isinstance(C(), A), issubclass(C, A), issubclass(int, A), isinstance([], Mapping))
Sized.register(C)
b = B()
print(isinstance(b, Sized), isinstance(C(), Sized), isinstance(B, A))
b.__class__ = C
print(isinstance(b, Sized), isinstance(b, A))
for f in (lambda: issubclass(3, A), lambda: isinstance(3, 4), lambda: A.register(3)):
    try:
        f()
    except TypeError as e:
        print(e)
