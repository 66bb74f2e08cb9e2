import heapq
import bisect
import random


class Odd:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return self.v < other.v

    def __repr__(self):
        return 'Odd(%r)' % self.v


random.seed(3)
for make in (int, float, str, lambda x: (x % 3, x), Odd, lambda x: [x]):
    data = [make(random.randrange(50)) for _ in range(40)]
    h = []
    for x in data:
        heapq.heappush(h, x)
    print(h)
    print([heapq.heappop(h) for _ in range(10)], h)
    print(heapq.heapreplace(h, make(5)), heapq.heappushpop(h, make(0)), heapq.heappushpop(h, make(99)), h)
    g = data[:]
    heapq.heapify(g)
    print(g)
    print(heapq.nsmallest(3, data), heapq.nlargest(3, data))
    heapq._heapify_max(g)
    print(g, heapq._heappop_max(g), heapq._heapreplace_max(g, make(1)), g)
for f in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapify([1, 'a']), lambda: heapq.heapreplace([], 1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(list(heapq.merge([1, 4], [2, 3], key=lambda x: x)), list(heapq.merge('ca', 'b', reverse=True)))
a = sorted(random.randrange(30) for _ in range(30))
for x in (-1, 0, 7, 7.5, 29, 30, True):
    print(bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(tuple(a), x, 3, 20))
b = [Odd(x) for x in a]
print(bisect.bisect_left(b, Odd(7)), bisect.bisect_right(b, Odd(7)), bisect.bisect_left(b, 7, key=lambda o: o.v))
c = []
for x in [5, 1, 3, 3, 9]:
    bisect.insort(c, x)
    bisect.insort_left(c, x + 0.0)
print(c)
bisect.insort(b, Odd(4), key=lambda o: o.v)
print([o.v for o in b][:12])
for f in (lambda: bisect.bisect([1, 2], 'a'), lambda: bisect.bisect([1], 1, -1), lambda: bisect.bisect(5, 1), lambda: bisect.bisect_left([1, 2], 1, hi='x')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Seq:
    def __len__(self):
        return 10

    def __getitem__(self, i):
        return i * i


print(bisect.bisect(Seq(), 50), bisect.bisect_left(range(0, 100, 7), 49))
