# A keyword may have the name of a native constructor's first parameter.
import collections

print(dict(cls=1), dict(self=2), dict([(1, 2)], cls=3))
print(collections.OrderedDict(cls=1), collections.Counter(cls=2), collections.defaultdict(None, cls=3))


class Error(Exception):
    def __init__(self, message='m', *, cls=None):
        super().__init__(message)
        self.cls_ = cls


print(Error(cls=int).cls_, Error('x', cls=str).args)


class Named(dict):
    pass


print(Named(cls=5), dict().fromkeys('a'), {}.__init__(cls=1))
for make in (list, set, int, bytes, range, ValueError, property, slice):
    try:
        print(make(cls=1))
    except TypeError as e:
        print(e)
try:
    '{cls}'.format(cls=3)
    print('{cls} {self}'.format(cls=3, self=4))
except TypeError as e:
    print(e)

# dict.__new__ is OrderedDict's and defaultdict's too.
d = dict.__new__(collections.OrderedDict)
d['a'] = 1
d.move_to_end('a')
print(d, dict.__new__(collections.defaultdict))
for make, cls in ((dict, int), (object, collections.OrderedDict), (int, bool)):
    try:
        make.__new__(cls)
    except TypeError as e:
        print(e)


# A class is an object like others to object.__getattribute__.
class Meta(type):
    @property
    def p(cls):
        return 'prop'


class C(metaclass=Meta):
    y = 1

    def f(self):
        pass


print(object.__getattribute__(C, 'p'), object.__getattribute__(C, 'y'), object.__getattribute__(C, 'f') is C.__dict__['f'])
print(type(object.__getattribute__(int, 'real')), object.__getattribute__(C, '__name__'))
try:
    object.__getattribute__(C, 'nope')
except AttributeError as e:
    print(e)

print(isinstance(1, int | list[int]), issubclass(int, int | list[int]))
for wrong in (lambda: isinstance('a', int | list[int]), lambda: isinstance(1, list[int] | int)):
    try:
        wrong()
    except TypeError as e:
        print(e)


class NoMro(type):
    def mro(cls):
        return []


try:
    NoMro('N', (), {})
except TypeError as e:
    print(e)
for encoding in ('utf-16-le', 'utf-32'):
    try:
        'a\udc80b'.encode(encoding, 'surrogateescape')
    except UnicodeEncodeError as e:
        print(e)
for src in ('x=1;from __future__ import annotations', 'from __future__ import nope'):
    try:
        compile(src, 'fn', 'exec')
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)
print(None.__reduce_ex__(2)[1:])
