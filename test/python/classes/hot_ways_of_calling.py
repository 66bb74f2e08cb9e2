# Calls with stars and keywords, static and class methods of classes, class patterns, iterators in Python: hot.
class Shape:
    kinds = 0
    __match_args__ = ('w', 'h')

    def __init__(self, w, h):
        self.w = w
        self.h = h

    @staticmethod
    def area(w, h=2):
        return w * h

    @classmethod
    def square(cls, w):
        cls.kinds += 1
        return cls(w, w)


class Sub(Shape):
    @staticmethod
    def area(w, h=3):
        return -w * h


def static(n):
    total = 0
    s = Shape(1, 2)
    for i in range(n):
        total += Shape.area(i) + Sub.area(i) + s.area(i, 1)
        for c in (Shape, Sub, s):
            total += c.area(1, 1)
        total += Sub.square(i).w
    return total, Shape.kinds, Sub.kinds


print(static(5), static(300))
Shape.area = staticmethod(lambda w, h=0: 1000)
print(static(3))


def keywords(a, /, b, *rest, c=3, **others):
    return a, b, rest, c, others


def around(*args, **kwargs):
    return keywords(*args, **kwargs)


for i in range(300):
    assert around(1, 2) == (1, 2, (), 3, {})
    assert around(1, b=i) == (1, i, (), 3, {})
    assert around(1, 2, 4, c=5, a=i) == (1, 2, (4,), 5, {'a': i})
    assert keywords(1, 2, *(3, i), d=1, **{'e': 2}) == (1, 2, (3, i), 3, {'d': 1, 'e': 2})
    assert keywords(*[1, i], **{}) == (1, i, (), 3, {})
for args, kw in (((), {}), ((1,), {}), ((1, 2), {'b': 3}), ((1, 2), {'c': 3, 'x': 4}), ((1,), {'a': 1})):
    try:
        print(around(*args, **kw))
    except TypeError as e:
        print(e)
try:
    around(**{1: 2})
except TypeError as e:
    print(e)
try:
    keywords(1, 2, c=1, **{'c': 2})
except TypeError as e:
    print(e)


def bound(*args):
    return args


Shape.bound = bound
print(Shape(1, 2).bound(3)[1:], Shape(1, 2).bound(*(4, 5))[1:])


def describe(v):
    match v:
        case Sub(w=1):
            return 'sub one'
        case Shape(0, 0):
            return 'nothing'
        case Shape(w, h=0):
            return f'flat {w}'
        case Shape(w, 5) if w > 3:
            return 'wide'
        case Shape():
            return 'shape'
        case int(n) | float(n):
            return f'number {n}'
        case str() as s:
            return s
        case {'k': Shape(w)}:
            return f'in a dict {w}'
    return 'none'


values = [Sub(1, 9), Shape(0, 0), Shape(7, 0), Shape(4, 5), Shape(1, 5), 3, 2.5, True, 'text', {'k': Sub(6, 6)}, {'k': 1}, None]
for i in range(60):
    said = [describe(v) for v in values]
print(said)


class Lazy:
    __match_args__ = ('x', 'x')

    def __getattr__(self, name):
        return name


try:
    match Lazy():
        case Lazy(a, b):
            pass
except TypeError as e:
    print(e)
match Lazy():
    case Lazy(y=q):
        print(q)
try:
    match Shape(1, 2):
        case Shape(1, 2, 3):
            pass
except TypeError as e:
    print(e)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        if self.n == 1000:
            raise KeyError(self.n)
        return self.n


total = 0
for i in range(100):
    for x in Countdown(5):
        total += x
    else:
        total += 100
print(total)
try:
    for x in Countdown(1001):
        pass
except KeyError as e:
    print('KeyError', e)


class Less:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


for size in (3, 30):
    for i in range(30):
        items = [Less((k * 7 + i) % 10) for k in range(size)]
        marked = sorted(items)
        assert [x.n for x in marked] == sorted(x.n for x in items)
        assert [id(x) for x in marked] == [id(x) for x in sorted(items, key=lambda x: x.n)]
        assert [x.n for x in sorted(items, reverse=True)] == sorted((x.n for x in items), reverse=True)
words = 'the quick brown fox jumps over the lazy dog'.split(' ')
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: w[::-1]))
print('a-b--c'.split('-'), ''.split(','), 'abc'.split('abc'), 'aXbXc'.replace('X', '$&'), 'aaa'.replace('aa', 'b'), ('ab' * 300).replace('b', '$1')[-4:])
