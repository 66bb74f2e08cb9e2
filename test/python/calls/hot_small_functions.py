# Small functions that are called often, and then with something else: whatever they do or raise, and in which order.
import math
import sys

N = 300


def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        tb = e.__traceback__
        lines = []
        while tb is not None:
            lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
            tb = tb.tb_next
        return type(e).__name__, str(e), lines


# Defaults, keywords.
def area(w, h=2, *, scale=1, off=0):
    return w * h * scale + off


def areas(n):
    t = 0
    for i in range(n):
        t += area(i) + area(i, scale=3) + area(h=i, w=2, off=1) + area(i, 5)
    return t


print(areas(N), areas(3))
area.__defaults__ = (7,)
print(areas(3))
area.__kwdefaults__ = {'scale': 2, 'off': 100}
print(areas(3))
area.__kwdefaults__ = {'scale': 2}
print(attempt(areas, 3))
print(area('x', 3, scale=2, off='y'), attempt(area, None))


# Attributes: all stores or none, one object under two names.
class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def move(self, d):
        self.x += d
        self.y += d
        return self

    def take(self, o):
        self.x = o.y + 1
        o.y = self.x + 1
        return self.y, o.x

    def half(self, o):
        self.x = 1
        self.y = 2 // o
        return self.x

    def grow(self):
        self.z = self.x
        return self.z + self.x

    @property
    def norm(self):
        return math.sqrt(self.x * self.x + self.y * self.y)

    @property
    def both(self):
        return self.norm + self.x

    def far(self, limit=3):
        return abs(self.x) > limit or self.norm > limit

    def __add__(self, o):
        if not isinstance(o, Point):
            return NotImplemented
        return Point(self.x + o.x, self.y + o.y)

    def __radd__(self, o):
        return 'radd', o

    def __neg__(self):
        return Point(-self.x, -self.y)

    def __eq__(self, o):
        return self.x == o.x and self.y == o.y

    def __lt__(self, o):
        return self.x < o.x

    def __iadd__(self, o):
        self.x += o.x
        return self

    def __repr__(self):
        return f'({self.x!r}, {self.y!r})'


def points(n, a, b):
    out = []
    for i in range(n):
        p = Point(a, b)
        q = Point(b)
        p.move(1)
        out.append((p.take(q), p.take(p), q.move(2).take(p)))
        r = p + q
        r += p
        out.append((p, q, r, -r, r == p, p < r, p.far(), p.far(limit=100), p.half(3), p.x, p.y))
        q.grow()
        out.append((q.grow(), q.z, p.norm, p.both))
        del out[:-3]
    return out


print(points(N, 1, 2))
print(points(N, 1.5, 2))
print(points(3, 2**52, 2**53 - 1))
print(attempt(points, 2, 'a', 'b'))
print(attempt(points, 2, 1, None))
p = Point(5, 6)
print(attempt(p.half, 0), p, attempt(p.half, 0.0), p, p.half(2), p)
print(attempt(lambda: p + 1), attempt(lambda: 1 + p), attempt(lambda: p < 1))


class Sub(Point):
    def __radd__(self, o):
        return 'sub radd'


def sums(n, a, b):
    for i in range(n):
        r = a + b
    return r


print(sums(N, p, Point(1, 1)), sums(3, p, Sub(1, 1)), sums(3, Sub(1), p), attempt(sums, 3, p, 'x'))
Point.norm = property(lambda self: 42)
print(p.norm, points(2, 1, 2)[-1])
Point.move = lambda self, d: Point(100, 100)
print(points(2, 1, 2)[-1])
Point.__init__ = lambda self, x, y=5: setattr(self, 'x', y) or setattr(self, 'y', x)
print(sums(3, p, Point(1)))
Point.__add__.__code__ = (lambda self, o: 'other code').__code__
print(sums(3, p, p))


class Slots:
    __slots__ = ('a', 'b')

    def __init__(self, a):
        self.a = a

    def get(self):
        return self.a + 1

    def other(self):
        return self.b


def slots(n):
    t = 0
    for i in range(n):
        t += Slots(i).get()
    return t


print(slots(N), attempt(Slots(1).other))
s = Slots(1)
for i in range(N):
    s.b = i
    s.other()
del s.a
print(s.other(), attempt(s.get))


# Closures.
def counter():
    n = m = 0

    def step(by=1):
        nonlocal n, m
        n += by
        m = n + 1
        return n + m

    def wrong(by):
        nonlocal n
        n = m
        return n / by
    return step, wrong


step, wrong = counter()
print(sum(step() + step(2) for i in range(N)), [wrong(2) for i in range(N)][-1], attempt(wrong, 0), step(0), attempt(step, 'a'), step(0))

# Globals, builtins, containers.
TABLE = {'a': 1, 2: 'two'}
LIST = [1, 2, 3]


def look(k, i):
    if k in TABLE:
        return TABLE[k], LIST[i], len(LIST)
    a, b, *_ = LIST
    return a, b


def pair(t):
    a, b = t
    return b, a, min(a, b), max(a, b)


def looks(n):
    for i in range(n):
        r = look('a', -1), look(2, i % 3), pair((i, 2)), pair([2.5, i * 0.5])
    return r


print(looks(N), attempt(look, 'a', 3), attempt(look, [], 1), attempt(pair, 'abc'), pair('ab'), attempt(pair, (1, 'a')))
LIST = 'xyz'
print(looks(3))
len = lambda x: 'my len'
print(looks(3))
del len
TABLE = {}
print(attempt(looks, 3))

LOG = []


def log(x, y):
    LOG.append(x)
    return x // y


def logs(n, y):
    for i in range(n):
        r = log(i, y)
    return r, LOG[-2:], LOG.__len__()


print(logs(N, 2), attempt(logs, 5, 0), LOG.__len__())


# Values that lie under others while something is worked out.
def between(x, y):
    return y, 0 < x < 5, x


def turned(x, y, z):
    a = [y, z]
    x, y, z = z, x, y
    p, q, r, s = y, z, x, a
    return x, (p, (q, r) if 0 < x <= y <= 9 else s), y < z < x


def betweens(n):
    for i in range(n):
        r = between(i % 7, 'y'), between(i % 7 - 1, 2.5), turned(i % 4, i % 5, 3)
    return r


print(betweens(N), [betweens(i) for i in range(1, 9)], attempt(between, 'a', 1))


# Calls at the end of what they are called by.
class Stack:
    def __init__(self, first):
        self.items = []
        self.n = 0
        self.put(first)

    def put(self, x):
        self.items.append(x)
        self.n += 1

    def put_once(self, x):
        if x in SEEN:
            return self.n
        return self.put(x)

    def put_half(self, x):
        self.put(x // 2)

    def put_two(self, x):
        self.put(x)
        self.put(x)

    def checked(self, x):
        return self.put(x) if x > 0 else self.put(-x)


SEEN = {3: 1}


def stacks(n):
    s = Stack('first')
    r = None
    for i in range(n):
        s = Stack(i)
        r = s.put_once(i), s.put_once(3), s.put_half(i), s.put_two(i), s.checked(i - 5), s.items, s.n
    return r


print(stacks(N), stacks(3), attempt(Stack(1).put_half, 'a'), attempt(Stack(1).checked, 'a'), attempt(Stack(1).put_once, []))
Stack.put = lambda self, x: 'other'
print(attempt(stacks, 3))


# Recursion, tracing.
def small(x):
    return x + 1


def deep(n):
    return small(n) if n == 0 else deep(n - 1) + small(0)


for i in range(40):
    deep(20)
print(deep(100))
sys.setrecursionlimit(200)


def deeper(n):
    small(n)
    return deeper(n + 1)


print(attempt(lambda: deeper(0))[:2])
sys.setrecursionlimit(1000)
events = []


def trace(frame, event, arg):
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return trace


def traced(n):
    t = 0
    for i in range(n):
        if i == n - 3:
            sys.settrace(trace)
        t += small(i)
    sys.settrace(None)
    return t


print(traced(N), events)
print(sorted(range(10), key=lambda x: -small(x)), list(map(small, [1, 2.5])), attempt(lambda: list(map(small, [1, 'a']))))
