"""Counters of which a part is redefined are filled by it; all others as the class says."""
import collections
import traceback
from collections import Counter, OrderedDict


def shown(f):
    try:
        print(f())
    except Exception as e:
        names = [s.name for s in traceback.extract_tb(e.__traceback__)]
        print(type(e).__name__, e, names[2:])


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return 'Key(%d)' % self.n


for f in [lambda: Counter(), lambda: Counter(None), lambda: Counter('abca'), lambda: Counter([1, 1.0, True, 2]), lambda: Counter(('a', ('b', 1), ('b', 1))),
          lambda: Counter(range(3)), lambda: Counter(x for x in 'aab'), lambda: Counter(iter('aab')), lambda: Counter(b'aab'), lambda: Counter({'x': 3, 'y': -1}),
          lambda: Counter({'x': 'not a number'}), lambda: Counter(a=2, b=3), lambda: Counter('aab', a=1), lambda: Counter(iterable=5, self=2), lambda: Counter(Counter('xxy')),
          lambda: Counter([Key(1), Key(4), Key(1), 1]), lambda: Counter({Key(1): 2}), lambda: Counter([[]]), lambda: Counter(['a', 'b', []]), lambda: Counter(5),
          lambda: Counter('a', 'b'), lambda: Counter(OrderedDict(b=1, a=2)), lambda: Counter(collections.ChainMap({'a': 1}, {'a': 5, 'b': 2})), lambda: Counter(float('nan') for _ in 'ab').total()]:
    shown(f)

c = Counter('ab')
c.__init__('bc')
print(c)
c.__init__({'a': 5})
print(c)
c.__init__()
print(c)


class Update(Counter):
    def update(self, iterable=None, /, **kwds):
        print('update', iterable, kwds)
        super().update(iterable, **kwds)


print(Update('aab'), Update(), Update(a=1), Update('a', b=2))


class Set(Counter):
    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)


print(Set('aab'), Set({'a': 2}))


class Get(Counter):
    def get(self, key, default=None):
        return super().get(key, default) + 10


print(Get('aab'))


class Attribute(Counter):
    def __getattribute__(self, name):
        print('attribute', name)
        return super().__getattribute__(name)


print(len(Attribute('aab')))


class Own(Counter):
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.update = lambda it: print('own update of', it)
        return self


print(dict(Own('aab')))


class Start(dict):
    def __init__(self, *args):
        print('start', args)
        super().__init__(*args)


class Between(Counter, Start):
    pass


class Ordered(Counter, OrderedDict):
    pass


print(Between('aab'), Ordered('bab'), list(Ordered('bab')))


class Iterates(dict):
    def __iter__(self):
        print('iterates')
        return iter(['a'])

    def keys(self):
        print('keys')
        return ['a', 'b']


class Keys(dict):
    def keys(self):
        print('keys')
        return ['a']


print(Counter(Iterates(a=1, b=2)), Counter(Keys(a=1, b=2)))


class Text(str):
    def __iter__(self):
        return iter('zzz')


class Items(list):
    pass


print(Counter(Text('ab')), Counter(Items('ab')))
Plain = type('Plain', (Counter,), {'x': 1})
print(Plain('aab'), Plain('aab').copy(), type(Plain('a').copy()).__name__)


class Mapped(list):
    def items(self):
        return [('k', 7)]

    def keys(self):
        return ['k']

    def __getitem__(self, key):
        return 7


print(Counter(Mapped('ab')))
collections.abc.Mapping.register(Mapped)
print(Counter(Mapped('ab')))

counts = collections._count_elements
collections._count_elements = lambda mapping, iterable: print('counts', mapping, list(iterable))
print(Counter('aab'))
collections._count_elements = counts
print(Counter('aab'))
original = Counter.update
Counter.update = lambda self, it=None, /, **kw: print('replaced', it)
print(Counter('aab'))
Counter.update = original
print(Counter('aab'))
