# Keys with __hash__ and __eq__ in Python, found in the ways that running code takes once it is hot.
from dataclasses import dataclass


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __hash__(self):
        return hash((self.x, self.y))

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x and self.y == other.y

    def __repr__(self):
        return f'P({self.x}, {self.y})'


class Late(Point):
    """Compares otherwise than its base, which asks it first."""

    def __hash__(self):
        return hash((self.x, self.y))

    def __eq__(self, other):
        return NotImplemented


class Big:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return self.n == other.n


@dataclass(frozen=True)
class Pair:
    a: int
    b: str


class Counted:
    hashes = 0

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        Counted.hashes += 1
        return self.n

    def __eq__(self, other):
        return self.n == other.n


def points(n):
    d = {}
    for i in range(n):
        p = Point(i % 7, i % 5)
        d[p] = d.get(p, 0) + 1
        if Point(1, 1) in d and i % 11 == 0:
            del d[Point(1, 1)]
        d.setdefault(Point(-1, i % 3), []).append(i)
    return d


def sets(n):
    s = set()
    for i in range(n):
        s.add(Point(i % 4, 0))
        s.discard(Point(3, 0))
    return sorted(s, key=lambda p: p.x)


for n in (10, 400):
    d = points(n)
    print(len(d), sum(v for k, v in d.items() if k.x >= 0), d[Point(-1, 0)][:3], Point(9, 9) in d)
    print(sets(n))
    print(len({Pair(i % 5, 'x'): i for i in range(n)}), {Pair(i % 3, 'y') for i in range(n)} == {Pair(0, 'y'), Pair(1, 'y'), Pair(2, 'y')})

for i in range(300):
    big = {Big(2**62 + k): k for k in range(4)}
    assert big[Big(2**62 + 3)] == 3 and Big(2**61) not in big
    assert {Big(-1): 1}[Big(-1)] == 1 and {Big(-1): 1}.get(Big(-2)) is None
    c = {Counted(i): i}
    assert c[Counted(i)] == i
print(Counted.hashes, hash(Big(-1)), hash(Big(2**70)) == 2**70 % (2**61 - 1))

# Equal to what compares otherwise, and keys of other kinds beside them.
mixed = {Point(1, 2): 'p', (1, 2): 't', 1: 'i', 'a': 's'}
for i in range(200):
    assert mixed[Point(1, 2)] == ('l' if i else 'p') and mixed[(1, 2)] == 't' and mixed[1.0] == 'i'
    late = Late(1, 2)
    assert (late in mixed) is (late in list(mixed)), i
    mixed[late] = 'l'
print(len(mixed), mixed[Point(1, 2)])


class Bad:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return self.n.missing == 1


bad = {}
for i in range(300):
    bad[Bad(i)] = i
try:
    bad[Bad(5)]
except AttributeError as e:
    print(e)


class Text:
    def __hash__(self):
        return 'x'


for i in range(300):
    try:
        {Text(): 1}
    except TypeError as e:
        last = e
print(last)
