"""< and > of tuples and lists: the first items that differ decide, whatever they are."""
from fractions import Fraction

nan = float('nan')
PAIRS = [((1, 2.5), (1, 3.5)), ((1.5,), (2,)), ((2,), (1.5,)), ((nan,), (nan,)), ((nan, 1), (nan, 2)), ((1.0, 'a'), (1, 'b')), ((True, 0.5), (1, 0.25)), ((10 ** 20,), (10 ** 20 + 1,)), ((10 ** 20,), (1.5,)),
         (((1, 2), 3), ((1, 2.5), 1)), (([1], 2), ([1], 1)), ((b'a',), (b'b',)), ((Fraction(1, 2),), (Fraction(1, 3),)), ((Fraction(1, 2), 1), (0.5, 2)), ((1,), (1, 2)), ((), ()), (({1},), ({1, 2},)), ((-0.0,), (0.0,)), ((0.1, 0.2), (0.1, 0.1))]
for a, b in PAIRS:
    print(a, b, a < b, a <= b, a > b, a >= b, list(a) < list(b), list(a) >= list(b), a == b)
for a, b in [((1, None), (1, 2)), ((1, 'a'), (1, 2.5)), ((1.5, 1j), (1.5, 2j)), ((1, [1]), (1, (1,))), ((1, {}), (1, {1: 2}))]:
    try:
        print(a < b)
    except TypeError as e:
        print(e)


class O:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        return ['lt', self.n, o.n]

    def __eq__(self, o):
        return self.n == o.n


print((1.5, O(1)) < (1.5, O(2)), (1.5, O(1)) < (1.5, O(1)), [0.5, O(3)] < [0.5, O(4)], sorted([(1.5, 2.5), (0.5, 1), (1.5, 0.5), (0.5, 0.25)]), max([('a', 1.5), ('a', 2.5)]), min([[1, 0.5], [1, 0.25]]))


class F(float):
    def __lt__(self, o):
        return 'F'


print((F(1.5),) < (F(2.5),), (F(1.5),) < (2.5,))
deep = a = ()
for i in range(300):
    deep, a = (deep, 1.5), (a, 1.5)
print(deep < a, (deep, 1.5) < (a, 2.5))
