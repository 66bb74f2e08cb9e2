# Displays and calls unpack what is starred before they evaluate what comes after it.
class H:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print('h' + self.name, end=' ')
        return 1

    def __eq__(self, other):
        print(self.name + '=' + other.name, end=' ')
        return self is other

    def __iter__(self):
        print('it' + self.name, end=' ')
        return iter([self])

    def keys(self):
        print('keys' + self.name, end=' ')
        return [self]

    def __getitem__(self, key):
        print('get' + self.name + key.name, end=' ')
        return 1

    def __call__(self):
        print(self.name + '()', end=' ')
        return self


class M:
    def keys(self):
        print('mkeys', end=' ')
        return ['m']

    def __getitem__(self, key):
        print('mget', end=' ')
        return 1


def f(*args, **kwargs):
    print('f', len(args), list(kwargs), end=' ')


def empty():
    print('empty()', end=' ')
    return {}


a, b, c, d, m, x = H('a'), H('b'), H('c'), H('d'), M(), []
for source in (
    '[*a(), b(), *c(), d()]', '{*a(), b(), *c(), d()}', '{*a, b, *c, d}', '{a, *b, c}', '{a(), *b, c()}', '{**a(), b(): c(), **c()}',
    '{a: 1, **b(), c: d()}', '{a(): a(), b(): b(), **c(), **d()}', '(*a(), *b(), c())', '{a: 1, **b}', '{**a, b: 1}', '{**{a: 1}, **b, c: 1}',
    '{*{a}, *{b}, c}', '{*[a, b], c()}', '{*a(), b(), *c, d}', 'f(*a(), b(), *c(), x=d())', 'f(*a(), x=d())', 'f(b(), *a(), x=d())', 'f(**m, x=d())',
    'f(*a(), **m, x=d())', 'f(*a, *b, **m, x=d)', 'f(a(), *b, **m)', 'f(*b, **m)', 'f(*b(), *(), **m, **empty())', 'f(y=a(), **m, x=b(), **empty())',
    'f(1, *b, **m, **empty())', 'f(1, *a, x=b())',
):
    print(source, end=': ')
    print(len(eval(source) or ()))

for source in (
    '{*5, []}', '{*[], [], b()}', '{*5, x}', '[*5, b()]', '(*5, *6)', '{**5, **6}', '{**{}, **5}', '{**5, x: 1}', 'f(*5, **6)', 'f(1, *5, **6)', 'f(**6, x=b())',
    'f(*5, x=b())', 'f(1, *5, x=b())', 'f(len, **6, **7)', 'f(x=len, **{}, **7)', 'f(**{1: 2})', 'f(*5, **{1: 2})', 'f(x=1, **{"x": 2})', 'f(**{"x": 1}, **{"x": 2})',
    'f(**{"x": 1}, x=b())', '5(**{1: 2})', 'H(**{1: 2})', 'M(**{1: 2})', 'dict(**{1: 2})', 'print(**{1: 2})', 'ValueError(**{1: 2})',
):
    print(source, end=': ')
    try:
        print(eval(source))
    except Exception as e:
        print(type(e).__name__, e)


# The callee in these errors is what str() of it gives, if it has no __qualname__.
class Shown:
    def __call__(self, **kwargs):
        pass

    def __repr__(self):
        return 'shown'


for source in ('Shown()(*5)', 'Shown()(**5)', 'Shown()(x=1, **{"x": 2})', 'Shown().__call__(*5)', 'Shown(*5)', '[].append(*5)', 'dict(**5)', 'dict.keys(**5)'):
    try:
        exec(source)
    except TypeError as e:
        print(source, e)


# What goes wrong inside keys() and __getitem__.
class NoKeys:
    def keys(self):
        raise AttributeError('mine')


class BadKeys:
    def keys(self):
        return 5


class NoItem:
    def keys(self):
        return ['k']

    def __getitem__(self, key):
        raise KeyError('gone')


for o in NoKeys(), BadKeys(), NoItem():
    for g in (lambda: f(**o), lambda: f(x=1, **o), lambda: {**o}, lambda: dict(o), lambda: {}.update(o)):
        try:
            g()
        except Exception as e:
            print(repr(e), e.__context__)
try:
    1 / 0
except ZeroDivisionError:
    try:
        f(x=1, **{'x': 2})
    except Exception as e:
        print(repr(e), repr(e.__context__))


# Of a dict subclass only __iter__ makes a difference.
class K(dict):
    def keys(self):
        return ['q']

    def __getitem__(self, key):
        return 7


class I(K):
    def __iter__(self):
        return iter('z')


def kw(**k):
    return k


for cls in K, I:
    o = cls(a=1)
    print({**o}, kw(**o), kw(x=1, **o), dict(o), {5: 6, **o})
for bad in ([1], [[1]], [None], memoryview(b'abc')):
    try:
        dict(bad)
    except Exception as e:
        print(repr(e), e.__context__, e.__suppress_context__)
