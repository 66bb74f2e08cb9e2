"""The order of sets of numbers and of tuples of them after any sequence of changes."""
import random
import zlib

rng = random.Random(11)
KINDS = {
    'small': lambda: rng.randrange(60),
    'signed': lambda: rng.randrange(-40, 40),
    'large': lambda: rng.randrange(-2**70, 2**70) if rng.random() < 0.3 else rng.randrange(2**33),
    'spread': lambda: rng.randrange(50) * 1024,
    'floats': lambda: rng.randrange(80) / 4,
    'pairs': lambda: (rng.randrange(8), rng.randrange(-8, 8)),
    'nested': lambda: ((rng.randrange(4),), rng.randrange(3) / 2, ()),
    'mixed': lambda: rng.choice([rng.randrange(20), (rng.randrange(5),), rng.randrange(9) + 0.5, frozenset([rng.randrange(4)]), True, '']),
}


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n * 7

    def __eq__(self, other):
        return self.n == other.n

    def __repr__(self):
        return 'K%d' % self.n


KINDS['keys'] = lambda: Key(rng.randrange(30))

for name, make in KINDS.items():
    rng.seed(name)
    s, seen = set(), []
    for step in range(1500):
        what = rng.randrange(13)
        if what < 5:
            s.add(make())
        elif what < 9:
            s.discard(rng.choice(list(s)) if s and what < 8 else make())
        elif what == 9 and s:
            seen.append(repr(s.pop()))
        elif what == 10:
            s.update([make() for _ in range(rng.randrange(6))])
            s.update(make() for _ in range(rng.randrange(3)))
        elif what == 11:
            other = set([make() for _ in range(rng.randrange(12))])
            s = rng.choice([s | other, s - other, s ^ other, s & other | s, set(s), s.copy(), s.union(list(other)), s.difference(tuple(other))])
            s = set(sorted(s, key=repr))
        elif rng.random() < 0.02:
            s.clear()
        if step % 3 == 0:
            seen.append(repr(list(s)))
    print(name, len(s), zlib.crc32('\n'.join(seen).encode()))

print(set(range(20, 0, -3)), set(map(abs, [-9, 17, 3])), set(iter([33, 1, 17])), set({1: 2, 9: 17}.values()), set({40: 1, 8: 2}.keys()), set({3: 1}.items()))
print(frozenset(range(0, 64, 9)), {1, 2}.union(range(30, 20, -4)), {1, 40}.intersection(range(50)), {5, 6}.difference(range(6)), {5}.isdisjoint(range(9)), {5}.issubset(range(9)))
s = {100}
s.update(range(3), map(int, '987'), zip([1], [2]))
print(s)


def failing():
    yield 1
    yield 2
    yield []
    yield 3


for f in set, frozenset, set().update, {1}.union, {1}.difference, {1}.isdisjoint:
    for source in failing(), iter([2, [], 3]), map(list, ['a', 'b']), 5, range(2**70, 2**70 + 3):
        try:
            print(f(source))
        except TypeError as e:
            print(e, list(source) if hasattr(source, '__next__') else '')
t = set()
try:
    t.update(failing())
except TypeError:
    print(t)
print(set(range(2**53 - 2, 2**53 + 3)) == {2**53 + i for i in range(-2, 3)}, len(set(range(100000))))


def grown(n):
    s = set()
    for i in range(n):
        s.add(i * 3)
    return s


# Many removals at once make the table small again.
for n in range(30, 40):
    s, t, u = grown(40), grown(40), grown(40)
    s.difference_update([3 * i for i in range(n)])
    t -= grown(n)
    for i in range(n):
        u.discard(3 * i)
    for x in s, t, u:
        x.update([200, 131, 64])
    print(list(s), list(t), list(u))
