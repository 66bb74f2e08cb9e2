"""Natives that call methods of builtin classes, __lt__ of instances, or are called with few values."""
import bisect
import functools
import heapq
import struct

class Job:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
def go():
    h = []
    for x in [5, 3, 8, 1, 9, 2, 7] * 40: heapq.heappush(h, Job(x))
    out = [heapq.heappop(h).n for _ in range(len(h))]
    print(out == sorted(out), len(out))
    a = [Job(x) for x in range(100)]
    print(bisect.bisect_left(a, Job(50)), bisect.bisect_right(a, Job(50)))
for _ in range(5): go()
h = [Job(1), Job(2), Job('a')]
try: heapq.heappush(h, Job(1.5)); heapq.heappush(h, Job('b')); print(len(h))
except TypeError as e: print(e, len(h))
@functools.lru_cache(maxsize=4)
def f(x): return x if x < 2 else f(x - 1) + f(x - 2)
print(f(20), f.cache_info())
for fmt, args in (('<bBhHiI', (-128, 255, -32768, 65535, -2**31, 2**32 - 1)), ('>bB', (1, 256)), ('<h', (40000,)), ('b', (1, 2)), ('<2I', (1, -1))):
    try: print(struct.pack(fmt, *args))
    except struct.error as e: print(e)
class I:
    def __index__(self): return 7
print(struct.pack('<hI', 1, I()))
words = ['b', 'A', 'c'] * 5
print(sorted(words, key=str.lower), list(map(str.upper, words))[:3], max(words, key=str.lower))
class S(str):
    def lower(self): return 'zz'
print(sorted([S('b'), 'A'], key=str.lower))
try: list(map(str.lower, [1]))
except TypeError as e: print(e)
print(list(map(list.copy, [[1], [2]])), list(map(dict.keys, [{1: 2}])), list(map(int.bit_length, [1, 2**70, True])))
for f, v in ((type.mro, int), (list.pop, [1]), (dict.__len__, {}), (int.__neg__, 3), (list.__iter__, [1])):
    r = next(map(f, [v]))
    print(type(r) if f is list.__iter__ else r)
try: next(map(int.bit_length, ['a']))
except TypeError as e: print(e)
try: next(map(dict.popitem, [{}]))
except KeyError as e: print(e)
