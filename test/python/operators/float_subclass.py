# A subclass of float with operators of its own is no plain float to any fast path.
class Celsius(float):
    def __add__(self, other):
        return ('add', float(self), float(other))

    def __radd__(self, other):
        return ('radd', float(self), float(other))

    def __mul__(self, other):
        return 'mul'

    def __neg__(self):
        return 'neg'

    def __lt__(self, other):
        return 'lt'

    def __bool__(self):
        return not float.__bool__(self)


class Keyed(float):
    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return 7


a, b = Celsius(1.5), Celsius(0)
for i in range(300):
    r = [a + b, a + 1.0, 1.0 + a, a * 2.0, 2.0 * b, -a, a < b, a < 1.0, not a, not b, 1 if a else 2, a and 3, b or 4, a - b, a / 2, a > b]
print(r)
print(list(filter(None, [a, b])), all([a]), any([b]))

k = Keyed(1)
print(k in [1.0], k in [k], [1.0].count(k), {1.0: 'x'}.get(k), {k: 'y'}[k], len({k, 1.0, 1}), k == 1.0, 1.0 == k, hash(k))
for bad in (type('B', (float,), {'__bool__': lambda self: 1}), type('B', (int,), {'__bool__': lambda self: 'x'})):
    for f in (lambda: not bad(), lambda: bool(bad()), lambda: 1 if bad() else 2):
        try:
            print(f())
        except TypeError as e:
            print(e)


class Real(int):
    def __float__(self):
        return 2.25


import math
print(math.sqrt(Real(4)), '%.2f' % Real(4), float(Real(4)), complex(Real(4)), math.sqrt(Celsius(4)))


class Bad:
    def __float__(self):
        return 1


for f in (lambda: complex(Bad()), lambda: float(Bad()), lambda: '%f' % Bad(), lambda: math.sin(Bad())):
    try:
        print(f())
    except TypeError as e:
        print(e)


class Twice(int):
    def __rmul__(self, other):
        return ('rmul', other)


class Row(list):
    def __mul__(self, n):
        return ('times', n)


print('a' * Twice(2), [0] * Twice(2), (1,) * Twice(3), 2 * Twice(2))
row = Row([1])
row *= 2
print(row)
for f in (lambda: 2.0 * Row(), lambda: 'a' * Row(), lambda: [1] * 'x', lambda: 'a' * 1.5, lambda: [1] * [2]):
    try:
        print(f())
    except TypeError as e:
        print(e)
for o, k in ((Celsius(1), 0), ('ab', 0), ((1,), 0), (5, 0), ({1}, 0), (Celsius(1), 'k'), (object(), 1), (Row, 0), (iter([]), 0)):
    try:
        del o[k]
    except TypeError as e:
        print(e)
