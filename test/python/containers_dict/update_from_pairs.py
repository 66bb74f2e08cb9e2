def g():
    yield 'ab'
    yield ['c', 1]
    yield (2, 3)
    raise KeyError('stop')
d = {}
try: d.update(g())
except KeyError as e: print(repr(e), d)
for src in [[(1, 2), 3], [(1, 2), (1, 2, 3)], ['ab', 'cd'], zip('abc', range(3)), iter([[1, 2]]), 5, None, {'x': 1}.items(), ((i, i*i) for i in range(3)), [], 'ab', b'ab', [([], 1)], map(lambda x: (x, -x), [1, 2]), enumerate('xy')]:
    try: print(dict(src, k=1))
    except Exception as e: print(type(e).__name__, e)
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __repr__(self): return f'K{self.n}'
print(dict([(K(1), 1), (K(2), 2), (K(1), 3), ('a', 4)]))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return (i, str(i))
print(dict(Seq()))
import collections
print(collections.OrderedDict(zip('ab', [1, 2])), collections.defaultdict(int, [('a', 1)]))
from collections import namedtuple
print(dict(namedtuple('P', 'keys')((1,2)) if False else [(1, 2)]))
def bad():
    yield (1, 2)
    yield from 5
try: dict(bad())
except TypeError as e: print(e)
import itertools
print(dict(itertools.islice(((i, 0) for i in itertools.count()), 3)))
