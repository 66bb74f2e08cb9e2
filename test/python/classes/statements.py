# Class statements: bases, metaclasses, namespaces, __set_name__, __init_subclass__, the cell of __class__.
import abc
import sys


def attempt(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        print('ok', r)
    except BaseException as e:
        print(type(e).__name__, e, '|', repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


def plain():
    class A: pass
    class B(A, x=1): pass
attempt(plain)


def keywords():
    class A:
        def __init_subclass__(cls, /, x=0, **kwargs):
            print('sub', cls.__name__, x, kwargs)
            super().__init_subclass__(**kwargs)
    class B(A, x=1): pass
    class C(B): pass
    class D(C, y=2): pass
attempt(keywords)


class Named:
    def __set_name__(self, owner, name):
        print('named', owner.__name__, name)
        owner.seen = getattr(owner, 'seen', ()) + (name,)


class HasNames:
    a = Named()
    b = 3
    c = Named()
    def f(self): pass
    @property
    def p(self): return 1
print(HasNames.seen)


class Fails:
    def __set_name__(self, owner, name):
        raise ValueError('no %s' % name)
    def __repr__(self):
        return '<fails>'
attempt(lambda: type('X', (), {'a': 1, 'bad': Fails(), 'c': Named()}))


class Exits:
    def __set_name__(self, owner, name):
        raise KeyboardInterrupt('stop')
attempt(lambda: type('X', (), {'bad': Exits()}))


class Wrong:
    __set_name__ = 3
attempt(lambda: type('X', (), {'bad': Wrong()}))


class Entries:
    def __init__(self, *bases): self.bases = bases
    def __mro_entries__(self, bases):
        print('entries', len(bases))
        return self.bases


class E1(Entries(HasNames, dict)): pass
class E2(Entries(), int, Entries(Named)): pass
print(E1.__mro__, E1.__orig_bases__ == E1.__orig_bases__, len(E1.__orig_bases__))
print(E2.__bases__, hasattr(E2, '__orig_bases__'), hasattr(HasNames, '__orig_bases__'))
def no_tuple():
    class E3(Entries.__new__(type('L', (), {'__mro_entries__': lambda s, b: [int]}))): pass
attempt(no_tuple)
def no_tuple():
    class L:
        def __mro_entries__(self, bases): return [int]
    class E3(L()): pass
attempt(no_tuple)
def no_class():
    class E3(3): pass
attempt(no_class)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', mcs.__name__, name, bases, kw)
        return {'prepared': True}
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
class M1(metaclass=Meta, k=1): x = 1
class M2(M1, metaclass=type, z=2): pass
print(type(M2), M2.prepared)
class Other(type): pass
def conflict():
    class M3(M1, metaclass=Other): pass
attempt(conflict)
def bad_prepare():
    class P(type):
        __prepare__ = classmethod(lambda *a: 3)
    class Q(metaclass=P): pass
attempt(bad_prepare)
def function_meta():
    class F(int, metaclass=lambda n, b, ns, **kw: (n, b, kw), w=1): pass
    return F
attempt(function_meta)
def object_meta():
    class O:
        def __call__(self, *a): return a[0]
    class F(metaclass=O()): pass
    return F
attempt(object_meta)


def lost_cell():
    class Drop(type):
        def __new__(mcs, name, bases, ns):
            ns.pop('__classcell__', None)
            return super().__new__(mcs, name, bases, ns)
    class C(metaclass=Drop):
        def f(self): return __class__
attempt(lost_cell)
def other_cell():
    class Twice(type):
        def __new__(mcs, name, bases, ns):
            a = super().__new__(mcs, name, bases, ns)
            super().__new__(mcs, 'second', bases, ns)
            return a
    class C(metaclass=Twice):
        def f(self): return __class__
attempt(other_cell)


class Log(dict):
    def __setitem__(self, k, v):
        print('set', k)
        dict.__setitem__(self, k, v)
class LogMeta(type):
    __prepare__ = classmethod(lambda m, n, b: Log())
class L1(Entries(int), metaclass=LogMeta):
    y = 1
    def g(self): return super().g()

class H(list[int]): pass
print(H.__orig_bases__, H.__bases__)


class Abstract(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
    @property
    @abc.abstractmethod
    def p(self): pass
    @classmethod
    @abc.abstractmethod
    def c(cls): pass
    marked = type('Marked', (), {'__isabstractmethod__': True})()
    class Inner: __isabstractmethod__ = True
    unmarked = type('Unmarked', (), {'__isabstractmethod__': 0})()
print(sorted(Abstract.__abstractmethods__))
class Half(Abstract):
    f = 1
    c = 2
print(sorted(Half.__abstractmethods__), type(Half.__abstractmethods__))
class Whole(Half):
    p = marked = Inner = None
print(Whole.__abstractmethods__, type(Whole()))
attempt(Half)
def bad_truth():
    class Truth:
        def __bool__(self): raise KeyError('truth')
    class V: __isabstractmethod__ = Truth()
    class A(abc.ABC): v = V()
attempt(bad_truth)
def slow_truth():
    class Truth:
        def __bool__(self): return True
    class V:
        @property
        def __isabstractmethod__(self): return Truth()
    class A(abc.ABC): v = V()
    return A.__abstractmethods__
attempt(slow_truth)


def odd():
    class Cls(type('Base', (), {'__init_subclass__': staticmethod(lambda **kw: print('static', kw))}), q=1): pass
attempt(odd)
attempt(lambda: __build_class__())
attempt(lambda: __build_class__(1, 'x'))
attempt(lambda: __build_class__(lambda: None, 3))
attempt(lambda: __build_class__(lambda: None, 'Made', int, metaclass=Meta, k=3))


def body_raises():
    class R(HasNames):
        x = 1
        1 / 0
attempt(body_raises)


class Frames(type):
    def __new__(mcs, *args):
        print(sys._getframe(1).f_code.co_name, sys._getframe().f_back.f_lineno > 0)
        return super().__new__(mcs, *args)
def where():
    class F(metaclass=Frames): pass
where()
