"""sorted and list.sort with and without keys; hand-written quicksort."""
import time

class Item:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def __lt__(self, o):
        return self.a < o.a


def numbers(n):
    x = 42
    out = []
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7fffffff
        out.append(x % 100000)
    return out


def quicksort(l):
    if len(l) <= 1:
        return l
    p = l[len(l) // 2]
    return quicksort([x for x in l if x < p]) + [x for x in l if x == p] + quicksort([x for x in l if x > p])


def main(n):
    nums = numbers(n)
    a = sorted(nums)
    b = sorted(nums, key=lambda x: -x)
    c = sorted(nums, key=str)
    words = [str(x) for x in nums]
    words.sort()
    items = [Item(x, i) for i, x in enumerate(nums[:n // 3])]
    items.sort()
    items2 = sorted(items, key=lambda it: (it.a % 10, it.b))
    d = sorted(nums[:n // 8], key=lambda x: (x % 7, -x))
    q = quicksort(nums)
    pairs = sorted(zip(nums, reversed(nums)))
    return a[:3], b[:3], c[:3], words[-1], items[10].b, items2[5].b, d[7], q == a, pairs[100]


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(280000))
    print(time.perf_counter() - start)
