"""Plugins: metaclass registry, descriptors, decorators, context managers."""
import contextlib
import functools
import inspect


class Registry(type):
    kinds = {}

    def __new__(mcs, name, bases, ns, *, kind=None, **kw):
        cls = super().__new__(mcs, name, bases, ns, **kw)
        if kind:
            mcs.kinds[kind] = cls
        return cls


class Typed:
    def __set_name__(self, owner, name):
        self.name = name

    def __init__(self, type_, default=None):
        self.type, self.default = type_, default

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.type):
            raise TypeError(f'{self.name} must be {self.type.__name__}')
        obj.__dict__[self.name] = value


class Upper(metaclass=Registry, kind='upper'):
    def run(self, text):
        return text.upper()


class Repeat(metaclass=Registry, kind='repeat'):
    times = Typed(int, 2)

    def run(self, text):
        return text * self.times


def logged(f=None, *, prefix=''):
    if f is None:
        return functools.partial(logged, prefix=prefix)

    @functools.wraps(f)
    def inner(*args, **kw):
        print(prefix + f.__name__, args, kw)
        return f(*args, **kw)
    return inner


@logged(prefix='call ')
def pipeline(text, *kinds, sep=' '):
    """Run plugins."""
    return sep.join(Registry.kinds[k]().run(text) for k in kinds)


print(sorted(Registry.kinds), pipeline('ab', 'upper', 'repeat', sep='-'), pipeline.__doc__, inspect.signature(pipeline))
r = Repeat()
r.times = 3
try:
    print(r.run('x'))
    r.times = '4'
except TypeError as e:
    print(e)


@contextlib.contextmanager
def step(name):
    print('begin', name)
    try:
        yield name
    except ZeroDivisionError as e:
        print('swallowed', e)
    finally:
        print('end', name)


with step('a'), step('b'):
    1 / 0
with contextlib.ExitStack() as stack:
    for n in 'xy':
        stack.enter_context(step(n))
    stack.callback(print, 'callback')
with contextlib.suppress(KeyError):
    {}['k']
