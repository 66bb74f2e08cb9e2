# Instances of subclasses of builtin types: whose __new__ and __init__ run, with what, and what they leave.
import abc
import collections


def show(*fs):
    for f in fs:
        try:
            r = f()
            print(type(r).__name__, repr(r), end='; ')
        except Exception as e:
            print(f'{type(e).__name__}: {e}', end='; ')
    print()


class D(dict): pass
class L(list): pass
class S(set): pass
class F(frozenset): pass
class T(tuple): pass
class I(int): pass
class X(float): pass
class Str(str): pass
class C(complex): pass
class B(bytes): pass
class O(collections.OrderedDict): pass
class DD(collections.defaultdict): pass
class E(Exception): pass


class DI(dict):
    def __init__(self, a, b=2):
        self.a = a, b


class LI(list):
    def __init__(self, *a):
        super().__init__(a)
        self.append('end')


class SI(set):
    def __init__(self, v):
        return v


class LG(list):
    def __init__(self):
        yield


class DN(dict):
    def __new__(cls, *a):
        print('new', a, end=' ')
        return super().__new__(cls)


class DS(dict):
    def __setitem__(self, k, v):
        raise KeyError


class IN(int):
    def __init__(self, v):
        self.seen = v


class Slots(list):
    __slots__ = ('x',)


class Abstract(dict, metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def f(self): ...


class Both(L, Slots): pass


show(D, lambda: D({1: 2}), lambda: D([(1, 2)]), lambda: D(a=1), lambda: D(1, 2), lambda: D(5), lambda: DS({1: 2}), Abstract, lambda: O([(1, 2)]), lambda: DD(int, {1: 2}), lambda: DD(int)[3])
show(L, lambda: L((1, 2)), lambda: L(x for x in 'ab'), lambda: L(1, 2), lambda: L(5), lambda: L(x=1), Slots, lambda: Both('ab'), S, lambda: S('a'), lambda: S([[]]), lambda: F([1]), lambda: F(), lambda: T((1, 2)), lambda: T([1]), lambda: T(1), lambda: T(1, 2))
show(lambda: I('12'), lambda: I(3.7), lambda: I('z', 36), I, lambda: I('x'), lambda: I(1, 2, 3), lambda: X('1.5'), X, lambda: X('y'), lambda: Str(5), lambda: Str(b'ab', 'ascii'), Str, lambda: C(1, 2), lambda: B(3), lambda: B('a'), lambda: E(1, 2), lambda: IN(5).seen, lambda: IN())
show(lambda: DI(1).a, lambda: DI(1, b=3).a, lambda: DI(), lambda: DI(1, 2, 3), lambda: LI(1, 2), lambda: SI(None), lambda: SI(3), LG, lambda: DN(1), lambda: DN(), lambda: DN(1, 2))
d = D()
d.x = 1
d[1] = 2
l = L([1])
l.y = 3
print(d, d.__dict__, l, l.__dict__, L([1]) == [1], isinstance(D(), dict), type(L('a') + L('b')).__name__)
