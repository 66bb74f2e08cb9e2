# issubclass and isinstance with abstract base classes: hooks, registries, subclasses, what overrides a part of it.
import abc
import collections.abc as ca
import contextlib
import numbers
import os

class Sized2:
    def __len__(self): return 1
class Not:
    __iter__ = None
    def __len__(self): return 1
class It:
    def __iter__(self): return self
class Both(It):
    def __next__(self): raise StopIteration
class Blocked(Both):
    __next__ = None
class Manager:
    def __enter__(self): pass
    def __exit__(self, *a): pass
class Path:
    def __fspath__(self): return 'x'

classes = [Sized2, Not, It, Both, Blocked, Manager, Path, int, str, list, dict, tuple, set, frozenset, bytes, bytearray, range, memoryview, type({}.keys()), type({}.items()), type(iter([])), type(x for x in ()), type(print), type, object, bool, float]
bases = [ca.Hashable, ca.Sized, ca.Iterable, ca.Iterator, ca.Container, ca.Collection, ca.Callable, ca.Sequence, ca.MutableSequence, ca.Mapping, ca.MutableMapping, ca.Set, ca.MutableSet, ca.KeysView, ca.ItemsView, ca.MappingView, ca.Generator, ca.Reversible, ca.Awaitable, ca.Coroutine, ca.AsyncIterator, ca.ByteString,
         contextlib.AbstractContextManager, os.PathLike, numbers.Number, numbers.Integral, numbers.Real]
for c in classes:
    print(c.__name__, [b.__name__ for b in bases if issubclass(c, b)])
print(isinstance(Both(), ca.Iterator), isinstance(Blocked(), ca.Iterator), isinstance(len, ca.Callable), isinstance([], (ca.Set, ca.Sequence)), isinstance(1, ca.Hashable), isinstance([], ca.Hashable))

class A(abc.ABC): pass
class B(A): pass
class C: pass
class D(C): pass
print(issubclass(D, A), A.register(C), issubclass(D, A), issubclass(C, B), isinstance(D(), A))
print(B.register(int), issubclass(bool, A), issubclass(int, B), A.register(int))
for a, b in ((B, A), (A, A), (C, A), (A, D)):
    try:
        print(abc.ABCMeta.register(a, b) if isinstance(a, abc.ABCMeta) else a)
    except RuntimeError as e:
        print(e)
try:
    A.register(1)
except TypeError as e:
    print(e)

class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c):
        print('hook', cls.__name__, c.__name__)
        return True if 'yes' in c.__dict__ else NotImplemented
class Sub(Hook): pass
class Yes: yes = 1
print(issubclass(Yes, Hook), issubclass(Yes, Hook), issubclass(C, Hook), isinstance(Yes(), Sub))

class Meta(abc.ABCMeta):
    def __subclasscheck__(cls, c):
        print('check', c.__name__)
        return super().__subclasscheck__(c)
    def __subclasses__(cls):
        print('subclasses')
        return super().__subclasses__()
class M(metaclass=Meta): pass
class N(M): pass
print(issubclass(N, M), issubclass(int, M), isinstance(3, M))
N.register(float)
print(issubclass(float, M))

class Liar:
    @property
    def __class__(self): return int
print(isinstance(Liar(), numbers.Integral), isinstance(Liar(), ca.Sized))

class Mapping2(ca.Mapping):
    def __getitem__(self, k): raise KeyError(k)
    def __iter__(self): return iter(())
    def __len__(self): return 0
class Virtual:
    def __len__(self): return 0
ca.Sequence.register(Virtual)
match Virtual():
    case []: print('sequence')
match Mapping2():
    case {}: print('mapping')
class Changing: pass
print(issubclass(Changing, ca.Sized))
Changing.__len__ = lambda self: 0
print(issubclass(Changing, ca.Sized))
ca.Callable.register(int)
print(issubclass(Changing, ca.Sized), issubclass(bool, ca.Callable), None.__doc__, type(None).__dict__.get('__doc__'), int.__dict__.get('real').__name__, int.__dict__.get('no', 5), [][:0] == list(type(iter([])).__dict__.get('x', ())))
