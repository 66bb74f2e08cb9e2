# Bodies of enumerations: what may stand in them, in which order, and what may not.
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, member, nonmember, property as eprop, unique, EnumType
import functools

class Kinds(Enum):
    _ignore_ = ['tmp', 'i']
    A = 1
    B = 'b'
    C = (1, 2)
    D = auto()
    E = auto(), 'text'
    F = [1]
    G = None
    H = 2.5
    tmp = 5
    for i in range(2):
        vars()[f'N{i}'] = i + 10
    def method(self): return self.name
    @classmethod
    def cm(cls): return cls.A
    @staticmethod
    def sm(): return 3
    @property
    def prop(self): return self.value
    @eprop
    def both(self): return 'both'
    part = functools.partial(int, '7')
    _private = 4
    __very = 5
    _Kinds__own = 6
    __dunder__ = 7
    class Inner: pass
    M = member(3)
    N = nonmember(4)
    L = len
    AA = 1
print([(m.name, m.value if m.name not in ('part', 'Inner') else '') for m in Kinds], Kinds.__members__.keys())
print(Kinds.N, Kinds._Kinds__very, Kinds._Kinds__own, Kinds.__dunder__, Kinds.L is len, Kinds.AA is Kinds.A, Kinds.A.method(), Kinds.cm(), Kinds.sm(), Kinds.A.prop, Kinds.A.both)

for text in ('A = 1\n    A = 2', 'A = 1\n    def A(self): pass', 'def A(self): pass\n    A = 1', '_bad_ = 1', '_ignore_ = "x A"\n    A = 1\n    x = 2', 'A = 1\n    _ignore_ = ["A"]', 'A = auto()\n    def _generate_next_value_(name, start, count, last): return 1',
             '_order_ = "B A"\n    A = 1\n    B = 2', '__order__ = "A"\n    A = 1', 'mro = 1', '_missing_ = 3\n    A = 1', 'B = ()\n    __x = 1'):
    try:
        ns = {'Enum': Enum, 'auto': auto}
        exec('class X(Enum):\n    ' + text, ns)
        print([(m.name, m.value) for m in ns['X']])
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])

class Base(Enum):
    def hello(self): return 'hello ' + self.name
class Mixed(int, Base):
    X = 1
    Y = '11', 2
print(Mixed.Y + 1, Mixed.X.hello(), Mixed._member_type_, Base._member_type_)
class Plain:
    def who(self): return type(self).__name__
class Data:
    def __init__(self, *args): self.args = args
    def __repr__(self): return f'Data{self.args}'
class P(Plain, Enum): A = 1
class Q(Data, Enum): A = 1, 2
class R(Plain, str, Enum): A = 'a'
print(P._member_type_, Q._member_type_, R._member_type_, repr(Q.A), R.A.who(), R.A == 'a')
for bases in ((int, str, Enum), (Mixed, Enum), (Enum, int), (Kinds,), (Base, Kinds)):
    try:
        print(EnumType('Y', bases, EnumType.__prepare__('Y', bases)).__name__)
    except TypeError as e:
        print('TypeError', str(e).split(':')[0])

class Perm(Flag):
    R = 4
    W = 2
    X = auto()
    RW = R | W
class IP(IntFlag):
    A = auto()
    B = auto()
    @property
    def name2(self): return self.name
class S(StrEnum):
    ONE = auto()
    Two = 'zwei'
class N(IntEnum):
    def _generate_next_value_(name, start, count, last): return len(last) * 10
    A = auto()
    B = auto()
    __slots__ = ()
print(list(Perm), Perm(6), ~Perm.R, list(IP), IP.A | IP.B, (IP.A | IP.B).name2, list(S), list(N))
class Sub(dict):
    pass
print(Enum('Fun', 'a b'), list(Enum('Fun', {'x': 1, 'y': (2,)})), list(Flag('Fl', [('p', 1), ('q', 2)])))

import types
d = {'z': 0}
d.update(types.MappingProxyType({'a': 1, 'z': 2}), b=3)
print(d, dict(types.MappingProxyType({1: 2})), dict(int.__dict__)['real'].__name__)
