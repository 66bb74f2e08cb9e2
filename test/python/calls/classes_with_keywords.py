"""Classes whose __init__ collects arguments, takes keyword-only ones, or is called with keywords."""


class Star:
    def __init__(self, *args, **kw):
        self.given = args, kw


class Only:
    def __init__(self, a, *, key=None, other='o'):
        self.given = a, key, other


class First:
    def __init__(self, a, b=2, /, c=3, **kw):
        self.given = a, b, c, kw


class Words(dict):
    def __init__(self, a, /, **kw):
        super().__init__(kw)
        self.given = a


class Row(list):
    def __init__(self, *items, sep=','):
        super().__init__(items)
        self.given = sep


class Group(set):
    def __init__(self, items=(), *, name='n'):
        super().__init__(items)
        self.given = name


class Failure(Exception):
    def __init__(self, message, *, code=3):
        super().__init__(message)
        self.given = code


class Child(Star):
    def __init__(self, *args, **kw):
        super().__init__(*args, extra=1, **kw)


class Bad:
    def __init__(self, *args):
        return args


class Lazy:
    def __init__(self, **kw):
        yield kw


class Cell:
    def __init__(self, *args, **kw):
        self.given = (lambda: (self is not None, args, kw))()


def shown(f):
    try:
        o = f()
        print(type(o).__name__, o.given, *([o] if isinstance(o, (dict, list, Exception)) else []))
    except TypeError as e:
        print(e)


for _ in range(3):
    for f in [lambda: Star(), lambda: Star(1, 2), lambda: Star(1, x=2), lambda: Star(self=1), lambda: Star(**{'a b': 1}), lambda: Only(1), lambda: Only(1, key=2),
              lambda: Only(a=1, other=2), lambda: Only(), lambda: Only(1, 2), lambda: Only(1, nokey=2), lambda: Only(1, a=2), lambda: First(1), lambda: First(1, c=5, d=6),
              lambda: First(1, a=5, b=6), lambda: First(a=1), lambda: First(1, 2, 3, c=4), lambda: Words(1), lambda: Words(1, a=2, b=3), lambda: Words(), lambda: Row(1, 2),
              lambda: Row(1, sep=';'), lambda: Row(nosep=1), lambda: Group(), lambda: Group([1], name='x'), lambda: Failure('m'), lambda: Failure('m', code=4),
              lambda: Failure(message='m'), lambda: Failure(), lambda: Child(1, k=2), lambda: Child(1, extra=2), lambda: Bad(), lambda: Bad(1), lambda: Lazy(), lambda: Lazy(x=1),
              lambda: Cell(1), lambda: Cell(1, x=2)]:
        shown(f)
print(Failure(message='m').args, Failure('m', code=1).args)
