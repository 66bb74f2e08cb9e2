import traceback, sys
def g(n):
    for i in range(n):
        yield i
def gf(n):
    for i in range(n):
        yield i * 0.5
def gm(n):
    for i in range(n):
        yield i if i % 3 else i * 0.25
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    def __radd__(self, o): return V(self.x + o)
    def __bool__(self): return self.x > 3
    def __lt__(self, o): return self.x < o.x
    def __gt__(self, o): return self.x > o.x
    def __hash__(self): return hash(self.x)
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __repr__(self): return f'V({self.x})'
def bad(n):
    for i in range(n):
        if i == n - 2: raise ValueError(i)
        yield i
def early(log):
    try:
        for i in range(10):
            log.append(i); yield i > 4
    finally:
        log.append('closed')
def handled():
    try: 1 / 0
    except ZeroDivisionError:
        yield sys.exc_info()[0].__name__
        yield sys.exc_info()[0].__name__
    yield str(sys.exc_info()[0])
def selfref():
    yield next(box[0])
box = [None]
for k in range(12):
    a = [sum(g(50)), sum(gf(50)), sum(gm(50)), sum(x > 3 for x in range(9)), sum((V(i) for i in range(4)), V(1)), sum(V(i) for i in range(3)), sum(2 ** (40 + i) for i in range(20)), sum((i for i in range(3)), 0.5), sum([i] for i in [])]
    a += [sum(([i] for i in range(3)), []), any(x > 5 for x in g(10)), all(x < 5 for x in g(10)), any(V(i) for i in range(8)), all(V(i) for i in range(8)), any(x for x in []), all(x for x in []), any('' for _ in g(3)), all('a' for _ in g(3))]
    a += [list(g(4)), tuple(gf(3)), {x % 3 for x in g(9)}, set(x % 4 for x in g(9)), sorted(-x for x in g(5)), ','.join(str(x) for x in g(5)), max(x * 2 for x in g(5)), min(x - 2.5 for x in g(5)), max(str(x) for x in g(12)), max((V(i) for i in range(5))), min((x for x in []), default=3), frozenset(V(i % 2) for i in range(4)), [*g(3), *gf(2)], dict((i, i) for i in g(3)), max(1 if i % 2 else 2.0 for i in g(4)), list(handled()), bytes(i for i in g(4)), min(True for i in g(2))]
    a += [any(early([]))]
    for f in (sum, list, set, any, max, tuple, sorted):
        try: f(bad(6))
        except ValueError as e: a.append((f.__name__, e.args, [t.name for t in traceback.extract_tb(e.__traceback__)]))
    for f in (sum, max, any, all, list):
        try: a.append(f(x for x in 'ab'))
        except TypeError as e: a.append(str(e))
    try: max(x for x in [])
    except ValueError as e: a.append(str(e))
    try: set([x] for x in g(3))
    except TypeError as e: a.append(str(e))
    for f in (list, sum, any):
        box[0] = selfref()
        try: f(box[0])
        except ValueError as e: a.append(str(e))
    x = g(10); next(x); a.append((sum(x), list(x), sum(x)))
    if k in (0, 11): print(*a, sep='\n')
def h(n):
    t = 0
    for i in range(n):
        t += sum(j * i for j in range(10)) + len([*(j for j in range(i % 5))])
    return t
print(h(150))
