# Methods of builtin classes, unbound, as functions that library functions call.
import bisect
import functools
import heapq
import itertools

words = 'apple Banana cherry Date elder Fig grape'.split()
for w in ('a', 'date', 'z', ''):
    print(bisect.bisect(words, w, key=str.lower), bisect.bisect_left(words, w, 1, 5, key=str.lower), bisect.bisect_right(words, w, lo=1, hi=6, key=str.lower))
print(bisect.bisect([1, 2, 2, 3], 2, 1, 4), bisect.bisect_left([1, 2, 2, 3], 2, 0), bisect.bisect_left(a=[1, 2, 2, 3], x=2, lo=0, hi=4, key=None))


class Text(str):
    def lower(self):
        return 'never'


print(bisect.bisect([Text('A'), Text('B')], 'a', key=str.lower))
print(list(map(str.upper, [Text('x'), 'y'])), list(filter(str.isalpha, ['a', '1', Text('b')])))
print(functools.reduce(str.__add__, ['a', 'b', 'c']), list(itertools.accumulate([1, 2, 3], int.__add__)))
print(list(itertools.starmap(str.count, [('banana', 'a'), ('x', 'y')])), functools.reduce(int.__mul__, [1, True, 5]))
print(sorted(['b', 'A'], key=str.swapcase), max(words, key=str.casefold), heapq.nlargest(2, words, key=str.__len__))
print(list(map(str.strip, [' a ', 'b '])), list(map(list.copy, [[1], [2]])))
for f, args in ((bisect.bisect, ([1, 2], 3)), (bisect.bisect_left, ([b'a'], 'a'))):
    try:
        print(f(*args, key=str.lower))
    except TypeError as e:
        print(e)
for f in (lambda: list(map(str.lower, [1])), lambda: functools.reduce(str.__add__, ['a', 1]), lambda: functools.reduce(str.__add__, [1, 'a']),
          lambda: bisect.bisect(['a'], 'b', key=str.replace), lambda: list(itertools.accumulate([1, 2], str.count)), lambda: bisect.bisect(['a'], 'b', key=dict.fromkeys)):
    try:
        print(f())
    except TypeError as e:
        print(e)

s = 'STRASSE'
print([x.lower() for x in ('ABC', '\xc0\xdf\xff', '\u0130', 'I' * 30 + '\xc0', '\u0130' * 30, '\U00010400x', '')])
print([x.upper() for x in ('abc', '\xe0\xdf\xff', '\u0149', 'i' * 30 + '\xdf', '\U00010428x', '\xb5')])


class A:
    lower = str.lower
    keys = dict.fromkeys

    @classmethod
    def make(cls):
        return cls


for i in range(3):
    print(A.lower('X'), str.lower('Y'), A.make is A.make, dict.fromkeys('ab'), str.upper, A.keys('c'))
for i in range(4):
    f = A.lower
    print(f('Q'))
    if i == 1:
        A.lower = str.title
