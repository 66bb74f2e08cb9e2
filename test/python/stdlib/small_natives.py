"""islice up to sys.maxsize, insort of what is no sequence, __dict__ and state of partial."""
import bisect
import functools
import itertools
import sys

print(list(itertools.islice(range(10), 1, 5, sys.maxsize)), list(itertools.islice(range(3), sys.maxsize)), list(itertools.islice(range(3), sys.maxsize, None)))
for f in (lambda: itertools.islice([], sys.maxsize + 1), lambda: itertools.islice([], 0, 1, 0), lambda: bisect.insort(10, 1), lambda: bisect.insort_left(object(), 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class D(dict):
    pass


p = functools.partial(dict, a=1)
p.__dict__ = {'x': 3}
print(p.x, p.__dict__)
p.__setstate__((dict, (), D(b=2), {}))
print(type(p.keywords), p())
for f in (lambda: delattr(p, '__dict__'), lambda: setattr(p, '__dict__', 3), lambda: setattr(p, 'func', 3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
