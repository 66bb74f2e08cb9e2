"""Knapsack, edit distance, longest common subsequence, best sums."""
from functools import cache
from itertools import accumulate


def knapsack(items, room):
    best = [(0, ())] * (room + 1)
    for name, weight, value in items:
        for w in range(room, weight - 1, -1):
            v, names = best[w - weight]
            best[w] = max(best[w], (v + value, names + (name,)), key=lambda b: b[0])
    return best[room]


print(knapsack([('gold', 10, 60), ('silver', 20, 100), ('bronze', 30, 120), ('tin', 5, 25)], 50))


@cache
def distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(distance(a[1:], b) + 1, distance(a, b[1:]) + 1, distance(a[1:], b[1:]) + (a[0] != b[0]))


print(distance('kitten', 'sitting'), distance('flaw', 'lawn'), distance.cache_info())


@cache
def lcs(a, b):
    if not a or not b:
        return ''
    return a[0] + lcs(a[1:], b[1:]) if a[0] == b[0] else max(lcs(a[1:], b), lcs(a, b[1:]), key=len)


print(lcs('AGGTAB', 'GXTXAYB'), lcs('the quick', 'thick'), list(accumulate([3, -5, 4, 2, -1, 6], lambda best, x: max(best + x, x))))
