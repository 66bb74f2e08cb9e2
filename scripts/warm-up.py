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

# And what importing library modules runs. Not more of it than that: a larger cache makes every start slower.
import collections, functools, itertools, json, re, math, random, datetime, dataclasses, typing, enum, os, sys
import string, textwrap, argparse, logging, pathlib, contextlib, copy

# Their bodies wait for that.
for module in (collections, functools, itertools, json, re, math, random, datetime, dataclasses, typing, enum, os, sys,
               string, textwrap, argparse, logging, pathlib, contextlib, copy):
    module.__doc__
