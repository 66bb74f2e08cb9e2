# Names that a program imports from library modules stand where they would, whenever they are first looked at.
from collections import OrderedDict, namedtuple as nt
import sys
x = 1
from textwrap import dedent, indent
from functools import partial, wraps
from random import randint
from json import dumps, loads as parse, JSONDecodeError
from enum import Enum
import random

# Others change what the module has: the program has what it imported.
random.randint = lambda a, b: 'changed'
print(randint(4, 4), random.randint(4, 4))
del random.randint
try:
    random.randint
except AttributeError as e:
    print(e)
print(randint(5, 5))

# Used in functions, classes, as decorators.
def f():
    return dedent('  a')
print(f(), f())
class Colour(Enum):
    RED = 1
print(Colour.RED, list(Colour))
Point = nt('Point', 'a b')
print(Point(1, 2), Point.__module__)
print(parse('[1]'), dumps({'a': OrderedDict(b=2)}))
try:
    parse('{')
except JSONDecodeError as e:
    print(e)

# Bound anew, deleted.
from string import ascii_lowercase, digits, capwords
digits = 'mine'
del capwords
try:
    capwords
except NameError as e:
    print(e)
try:
    del capwords
except NameError as e:
    print(e)
print(ascii_lowercase[:3], digits)
from string import punctuation
punctuation = 3
del punctuation
from string import hexdigits
print(hexdigits[:4])
try:
    punctuation
except NameError as e:
    print(e)

def g():
    global octdigits
    from string import octdigits
    return octdigits
print(g(), octdigits)

# As objects.
from copy import deepcopy, copy
from bisect import insort
from heapq import heappush
y = 2
print([n for n in globals() if not n.startswith('__')])
print(insort.__module__, heappush.__name__)
from statistics import mean
print('mean' in globals(), 'mean' in dir(), globals()['mean'] is mean, [*vars()][-1])

# What is not there.
for text in ('from json import nothing', 'from collections import nothing', 'from textwrap import *\nprint(fill("a"))', 'from os.path import join, nothing'):
    try:
        exec(text)
    except ImportError as e:
        print(type(e).__name__, str(e).split(' (')[0])

# First used deep in a recursion.
from textwrap import shorten
def deep(n):
    return deep(n - 1) if n else shorten('a b c d', 5, placeholder='')
print(deep(900))
