"""sum over iterators that need no Python code, in part or at all; quick steps of itertools."""
from itertools import chain, count, cycle, islice, repeat

print(sum(islice(chain([1, 2], (3,), {4: 0}, 'x'), 4)), sum(chain([1, 0.5], [True])), sum(chain([2 ** 53 - 1], [1, 2])), sum(iter([]), 5), sum(chain(), 2.5))
print(sum(map(int, '123')), sum(map(lambda x: x * 2, [1, 2])), sum(zip(), ()), sum(iter([[1], [2]]), []), sum(chain([1], iter([2.0]), range(3)), 1))
print(sum(x for x in chain([1], [2])), sum(filter(None, [0, 1, 2])), sum(reversed([1, 2, 3])), sum(repeat(2, 5)), sum(islice(count(3), 4)), sum(islice(cycle([1, 2]), 7)))


class I(int):
    def __add__(self, o):
        return I(int(self) + o + 100)

    __radd__ = __add__


class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


def bad():
    yield 1
    raise ValueError('bad')


print(sum(iter([I(1), 2])), sum(It()), sum(chain(It(), [1])), sum(It(), 0.5))
for f in [lambda: sum(chain([1], 'a')), lambda: sum(chain([1], [None])), lambda: sum(chain(bad())), lambda: sum(map(lambda x: 1 / x, [1, 0])), lambda: sum(chain([1], 5)), lambda: sum(iter([1]), 'a')]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class C(chain):
    def __next__(self):
        return super().__next__() * 10


print(list(C([1], [2])), sum(C([1], [2])), [x for x in C([3])])
c = chain([1, 2], [3])
print(next(c), next(c), list(c), list(c), list(chain(chain([1], []), [], iter([2]))))
s = islice(iter(range(10)), 2, 9, 3)
print(next(s), list(s), list(s), list(islice([1, 2, 3], None)), list(islice(iter([1, 2]), 5)), list(islice(chain([1, 2, 3], [4]), 1, None, 2)))
it = iter(range(6))
print(list(islice(it, 2)), list(islice(it, 0)), next(it), list(islice(it, 1, 2)), list(it))
print([x for x in islice(count(2 ** 53 - 2), 4)], list(zip(count(), 'ab')), [x for x in repeat('r', 2)], list(zip(cycle('ab'), range(5))), list(zip(range(2), count(1.5))))
