# type.__flags__, without the bit that lookups set (19).
import abc
import types


def bits(t):
    return [i for i in range(33) if t.__flags__ >> i & 1 and i != 19]


for t in (object, int, bool, float, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, type, super, property, memoryview, ValueError,
          types.FunctionType, types.MethodType, types.CodeType, types.GeneratorType, types.ModuleType, types.UnionType, types.GenericAlias, type(len),
          type(str.split), type(None), type({}.keys())):
    print(t.__name__, bits(t))


class A: pass
class B(int): pass
class C(list): __slots__ = ()
class D: __slots__ = ('a',)
class E(Exception): pass
class M(type): pass
class F(dict): pass
class I(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
class K(str): __slots__ = ()


for t in (A, B, C, D, E, M, F, I, K):
    print(t.__name__, bits(t))
