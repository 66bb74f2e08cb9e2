# Iterators that give items without Python code, and where they cannot.
import copy
import itertools
import operator
from itertools import count, filterfalse, pairwise, starmap, takewhile


class Truth:
    def __init__(self, name, true): self.name, self.true = name, true
    def __bool__(self):
        print('truth', self.name)
        return self.true
    def __repr__(self): return self.name


mixed = [0, 1, '', 'a', None, True, False, 0.0, 2.5, [], [1], Truth('yes', True), Truth('no', False), 10 ** 30, b'', b'x']
print(list(filterfalse(None, mixed)))
print(list(filterfalse(bool, iter(mixed))))
it = filterfalse(None, (x for x in mixed))
print(next(it), copy.copy([1]), list(it), next(it, 'end'))
it = filterfalse(None, [1, [2], [], 3])
print(it.__reduce__()[1][0], list(it))
print(list(itertools.islice(filterfalse(None, itertools.chain([1] * 3000, [0, 0])), 2)))
for r in (list(pairwise([])), list(pairwise([1])), list(pairwise('abc')), list(pairwise(x for x in range(4))), list(pairwise(itertools.chain([1], (2, 3))))):
    print(r)
p = pairwise(range(4))
print(next(p), list(p), next(p, 'end'))
print(list(starmap(operator.add, zip(range(3), [10, 20, 30]))), list(starmap(pow, [(2, 3), (2, 5, 7)])), list(starmap(abs, [(-1,), [-2]])), list(starmap(lambda: 1, [()])))
print(list(starmap(int.__new__, [(int, '5'), (bool.__mro__[1], 6)])), list(starmap({1: 2}.get, [(1, 5), (3, 7), (4,)])))
for args in ((1,), (1, 2, 3), ('a', 2)):
    try:
        print(list(starmap(operator.sub, [args])))
    except TypeError as e:
        print(e)
try:
    list(starmap(int.__new__, [(str, '5')]))
except TypeError as e:
    print(e)
print(list(zip(count(), 'abc')), list(zip(count(2 ** 53 - 2), [1, 2, 3, 4])), list(zip((x for x in 'ab'), [1, 2, 3])), list(zip([1, 2, 3], count(0.5))))
a = iter([1, 2, 3])
print(list(zip(count(5), a)), list(zip(a, [1])), list(zip(takewhile(lambda x: x < 3, count()), range(9))))
for i, x in zip(count(1, 2), ['p', 'q']):
    print(i, x)
print(list(map(divmod, [7, 8], (2, 3))), list(map({}.setdefault, 'ab', [1, 2])), list(map(lambda x, y: (x, y), count(), 'xy')), list(map(max, [1, 5], [2, 3], [9, 0])))
z = itertools.zip_longest([1, 2, 3], 'ab'[:0] or [], (4,), fillvalue='-')
print(list(z), next(z, 'end'), next(z, 'end'), list(itertools.zip_longest()), list(itertools.zip_longest([1], range(3), iter('ab'))), list(itertools.zip_longest([], [])))
z = itertools.zip_longest([1], [2, 3])
print(next(z), len(z.__reduce__()), list(z))
