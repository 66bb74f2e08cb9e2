# What the build runs once, so that V8's code cache holds the functions every program needs.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f'Point({self.x}, {self.y})'


def numbers(n):
    for i in range(n):
        yield i * i


total = 0
for value in numbers(5):
    total += value
words = {'a': [1, 2, 3], 'b': (4.5, None)}
try:
    words['c']
except KeyError as e:
    print('missing', e)
print(total, words, Point(1, 2), [x for x in 'abc' if x != 'b'], sorted([3, 1, 2]))

# And what imports of the commonest library modules need.
import collections, functools, itertools, json, re, math, random, datetime, dataclasses, typing, enum, os, sys, string
import textwrap, argparse, logging, pathlib, contextlib, copy, time, heapq, bisect, operator, abc, io, decimal, fractions

Pair = collections.namedtuple('Pair', 'a b')


class Color(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Item:
    name: str
    price: float = 0.0


class Base(abc.ABC):
    @abc.abstractmethod
    def run(self): ...


print(json.loads(json.dumps({'a': [1, 2.5, None, 'x']})), re.findall(r'(\w)(\d+)', 'a1 b22'), Item('x'), Color.RED, Pair(1, 2))
print(collections.Counter('hello').most_common(1), functools.reduce(operator.add, itertools.accumulate([1, 2, 3])), datetime.date(2020, 1, 2).isoformat())
