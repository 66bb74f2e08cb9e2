"""Heaps of all kinds of things that compare natively, mixed ones, and items whose comparison looks at the heap."""
import heapq
import random

random.seed(7)
nan = float('nan')
KINDS = {
    'ints': lambda: random.randrange(50),
    'floats': lambda: random.randrange(50) / 4,
    'mixed': lambda: random.choice([random.randrange(20), random.random() * 20, True, 10**20 + random.randrange(9)]),
    'strings': lambda: random.choice('abcxyzäö\U0001f600') * random.randrange(1, 4),
    'pairs': lambda: (random.randrange(5), random.randrange(50)),
    'float pairs': lambda: (random.randrange(5) / 2, random.choice('abc')),
    'nested': lambda: ((random.randrange(3), str(random.randrange(3))), [random.randrange(3)]),
    'mixed pairs': lambda: (random.choice([1, 1.0, 2, 2.5, True]), random.randrange(9)),
    'lists': lambda: [random.randrange(3) for _ in range(random.randrange(4))],
    'nans': lambda: random.choice([nan, 1.0, 2.0, (0.5)]),
}
for name, make in KINDS.items():
    heap = []
    for _ in range(40):
        heapq.heappush(heap, make())
    replaced = [heapq.heapreplace(heap, make()), heapq.heappushpop(heap, make())]
    other = [make() for _ in range(31)]
    heapq.heapify(other)
    print(name, replaced, heap[:5], other[:5])
    print([heapq.heappop(heap) for _ in range(len(heap))])
    print(heapq.nsmallest(3, other), heapq.nlargest(3, other), list(heapq.merge(sorted(other), sorted(heap)))[:3] if name != 'nans' else '')
for a, b in (((nan, 1), (nan, 0)), ((nan, 1), (float('nan'), 0)), ((1, nan), (1, 2.0))):
    heap = [a]
    heapq.heappush(heap, b)
    print(heap)


class Looks:
    seen = set()

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Looks.seen.add(len(set(map(id, heap))) == len(heap))
        return self.n < other.n

    def __repr__(self):
        return f'L{self.n}'


heap = []
for _ in range(30):
    heapq.heappush(heap, Looks(random.randrange(100)))
print(heap, Looks.seen)
print([heapq.heappop(heap) for _ in range(30)], Looks.seen)
for bad in ([1, 'a'], [(1, 'a'), (1, 2)], [(None, 1), (None, 1), (None, 2)], [1j, 2j]):
    try:
        heapq.heapify(bad)
        print(bad)
    except TypeError as e:
        print(e, bad)
