# Loops over pairs: zip, enumerate, dict items and whatever else gives two values at a time.
class Pairs:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n, 'own'


class MyZip(zip):
    def __next__(self):
        a, b = super().__next__()
        return b, a


class MyEnumerate(enumerate):
    def __next__(self):
        return 'my', super().__next__()


def gen(n):
    for i in range(n):
        yield [i, i * i]


def walk(it):
    out = []
    for a, b in it:
        out.append((a, b))
    else:
        out.append('else')
    return out[:3], out[-3:], len(out)


def total(it):
    return sum(a * b for a, b in it)


for n in (0, 5, 50, 500):
    for make in (
        lambda: zip(range(n), range(n, 2 * n)), lambda: zip([1.5] * n, (2,) * (n + 3)), lambda: zip(range(n), 'abc' * n),
        lambda: enumerate(range(n)), lambda: enumerate('xyz' * n, 10), lambda: enumerate(gen(n), 2 ** 53 - 3),
        lambda: {i: str(i) for i in range(n)}.items(), lambda: [(i, -i) for i in range(n)], lambda: gen(n), lambda: Pairs(n),
        lambda: MyZip(range(n), 'ab' * n), lambda: MyEnumerate('ab' * n), lambda: ['ab', 'cd'] * n, lambda: zip(range(n), range(n), strict=True),
        lambda: enumerate(enumerate(range(n))), lambda: zip(zip(range(n)), range(n)), lambda: ({1, 2} for i in range(n)),
    ):
        print(walk(make()))
    print(total(zip(range(n), range(n))), total(enumerate(range(n))), total({i: 2 for i in range(n)}.items()), total(gen(n)))

for bad in (zip(range(9), range(9), range(9)), [(1, 2), (3,)], [(1, 2), 3], zip([1]), enumerate([1]), zip(range(5), range(4), strict=True)):
    try:
        print(walk(bad))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def grow(d):
    for k, v in d.items():
        d[k + len(d)] = v


def replace(d):
    for k, v in d.items():
        d[k] = v + 1
    return d


for n in (1, 100):
    try:
        grow({i: i for i in range(n)})
    except RuntimeError as e:
        print(e)
    print(sum(replace({i: i for i in range(n)}).values()))

z = zip([1, 2, 3], iter([4, 5]))
print(walk(z), walk(z))
it = iter([1, 2, 3, 4, 5])
print(walk(zip(it, it)), list(it))
