# The comparisons of a sort are CPython's, in number and order: programs count them, and values without a total order show them.
import functools
import math
import random

r = random.Random(4)


class Key:
    count = 0
    log = None

    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        Key.count += 1
        if Key.log is not None:
            Key.log.append((self.v, other.v))
        return self.v < other.v


def data(kind, size):
    if kind == 'random':
        return [r.randrange(1000) for _ in range(size)]
    if kind == 'few':
        return [r.randrange(4) for _ in range(size)]
    if kind == 'up':
        return list(range(size))
    if kind == 'down':
        return list(range(size))[::-1]
    if kind == 'halves':
        return list(range(0, size, 2)) + list(range(1, size, 2))
    return [i % 17 for i in range(size)]


for kind in 'random', 'few', 'up', 'down', 'halves', 'saw':
    counts = []
    for size in 1, 2, 3, 5, 10, 63, 64, 65, 150:
        values = data(kind, size)
        for reverse in False, True:
            Key.count = 0
            assert [k.v for k in sorted(map(Key, values), reverse=reverse)] == sorted(values, reverse=reverse)
            counts.append(Key.count)
    print(kind, counts)
Key.log = []
sorted(map(Key, [3, 1, 2, 5, 4]))
print(Key.log)
Key.log = None

for i in range(6):
    a = [r.choice([math.nan, 1, 2, 3, 0.5, 2.5]) for _ in range(r.choice([3, 5, 10, 70]))]
    b = [r.choice([{1}, {2}, {1, 2}, {3}, set(), {1, 3}]) for _ in range(r.choice([3, 5, 10, 70]))]
    print(sorted(a), sorted(a, reverse=True), sorted(b), sorted(b, reverse=True), sorted(a, key=lambda v: (v, 1)), sep='\n')

calls = 0


def compare(a, b):
    global calls
    calls += 1
    return a % 7 - b % 7


for n in 10, 50, 120:
    calls = 0
    print(sorted([r.randrange(100) for _ in range(n)], key=functools.cmp_to_key(compare)), calls)


class Odd(int):
    def __lt__(self, other):
        return self % 3 < other % 2


print(sorted(map(Odd, range(40))), sorted(map(Odd, range(40)), reverse=True), sep='\n')
