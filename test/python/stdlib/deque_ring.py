# Deques at the places where their ring wraps around, grows, and is full.
from collections import deque
import random


class Same:
    def __eq__(self, other):
        return other == 3


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


def check(d, model):
    assert list(d) == model, (d, model)
    assert list(reversed(d)) == model[::-1]
    assert len(d) == len(model)


rng = random.Random(5)
for maxlen in (None, 0, 1, 7, 8, 9, 30, 64):
    for _ in range(30):
        d, model = deque(maxlen=maxlen), []
        most = 10 ** 9 if maxlen is None else maxlen
        for step in range(40):
            what = rng.randrange(9)
            items = [rng.randrange(5) for _ in range(rng.choice((0, 1, 3, 17, 18, 40, 70)))]
            if what == 0:
                d.extend(items)
                model = (model + items)[max(0, len(model) + len(items) - most):]
            elif what == 1:
                d.extendleft(items)
                model = (items[::-1] + model)[:most]
            elif what == 2 and model:
                assert d.pop() == model.pop()
            elif what == 3 and model:
                assert d.popleft() == model.pop(0)
            elif what == 4:
                n = rng.choice((0, 1, -1, 5, -7, 100, -1000, 2 ** 40, -2 ** 62, True))
                d.rotate(n if rng.random() < 0.7 else Index(int(n)))
                if model:
                    k = n % len(model)
                    model = model[len(model) - k:] + model[:len(model) - k]
            elif what == 5:
                d.reverse()
                model.reverse()
            elif what == 6 and model:
                i = rng.randrange(-len(model), len(model))
                d[i] = model[i] = 'x'
                assert d[i] == 'x'
            elif what == 7:
                for x in (1, 'x', 1.0, True, None, Same()):
                    assert d.count(x) == model.count(x)
                    assert (x in d) == (x in model)
            else:
                d = d.copy()
                d.extend(d) if what == 8 and len(d) < 50 else None
                model = (model + model)[max(0, 2 * len(model) - most):] if what == 8 and len(model) < 50 else model
            check(d, model)

source = list(range(40))
d = deque([1])
d.extendleft(source)
print(source == list(range(40)), d[0], d[-1], d[-2])
d.extend(tuple(source))
d.extend('abc')
d += source
print(len(d), d[60], d[81], d[84])
print(deque(source, 3), deque(source, 0), deque(source).maxlen)
d = deque([10 ** 30, 'a', 1, 1.0, True, '\U0001f600'])
print(d.count(1), d.count('a'), d.count(10 ** 30), d.count('\U0001f600'), d.count('b'), 2 in d)
for i in (5, -6, 6, -7):
    try:
        d[i] = 0
        print(d)
    except IndexError as e:
        print(e)
try:
    d.rotate(2 ** 64)
except OverflowError as e:
    print(e)
it = iter(d)
next(it)
d.extend(range(100))
try:
    next(it)
except RuntimeError as e:
    print(e)
