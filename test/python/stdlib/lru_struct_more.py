"""lru_cache by classes of arguments; struct.iter_unpack as an iterator; trace's names of methods."""
import functools
import os
import struct


class I(int):
    pass


class S(str):
    pass


@functools.lru_cache(maxsize=None, typed=True)
def f(*a, **k):
    return [type(x).__name__ for x in a] + sorted((n, type(v).__name__) for n, v in k.items())


for a, k in ((1,), {}), ((1.0,), {}), ((True,), {}), ((I(1),), {}), ((2 ** 70,), {}), (('1',), {}), ((S('1'),), {}), (('\U0001f600',), {}), ((None,), {}), ((0,), {}), ((0, 0), {}), \
        ((), {'x': 1}), ((), {'x': True}), ((), {'x': 1.0}), (('x', 1), {}), ((1j,), {}), ((b'1',), {}), (((1,),), {}), ((3,), {'y': 'a', 'x': 2}), ((3,), {'x': 2, 'y': 'a'}):
    for _ in range(2):
        print(a, k, f(*a, **k), f.cache_info()[:2])


@functools.lru_cache(maxsize=2)
def g(x, y=1):
    return (x, y)


for k in 1, 1.0, 2, True, 3, 1:
    g(k), g(k, y=1), g(x=k)
print(g.cache_info(), g(2.0), g(2, y=True))

it = struct.iter_unpack('>Hb', bytes(range(12)))
print(next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())
b = bytearray(8)
it = struct.iter_unpack('<i', b)
next(it)
b[4] = 7
print(next(it), next(it, 'end'))
for args in ('<i', b'123'), ('', b''), ('i',), ('<i', 'x'):
    try:
        print(list(struct.iter_unpack(*args)))
    except Exception as e:
        print(type(e).__name__, e)
for path in '/no/such', '/etc/passwd/x', '', 'no\0':
    for stat in os.stat, os.lstat:
        try:
            print(stat(path))
        except (OSError, ValueError) as e:
            print(type(e).__name__, e)
    print(os.path.exists(path), os.path.isdir(path), os.path.lexists(path))


@functools.lru_cache(maxsize=10)
def reentrant(x):
    return x


class Asks:
    """Its comparison looks into the cache that it is a key of."""

    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x

    def __eq__(self, other):
        if self.x == 2:
            reentrant(Asks(1))
        return self.x == other.x


reentrant(Asks(1))
reentrant(Asks(2))
print(reentrant(Asks(2)) == Asks(2), reentrant.cache_info()[2:])


class Clears:
    """Its comparison changes the dict that it is a key of."""

    def __init__(self, d):
        self.d = d

    def __hash__(self):
        return 7

    def __eq__(self, other):
        self.d.clear()
        return True


d = {}
d[Clears(d)] = 1
print(d.get(Clears({}), 'gone'), d)
