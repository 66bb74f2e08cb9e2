# Special methods that are properties which raise: some slots take that as "not there", others pass it on.
import operator
import os


def bad(self):
    raise ValueError('lookup')


def enter(x):
    with x:
        pass


USES = [('__eq__', 'x == 1'), ('__ne__', 'x != 1'), ('__lt__', 'x < 1'), ('__ge__', '1 >= x'), ('__repr__', 'repr(x)[:12]'), ('__str__', 'str(x)[:5]'), ('__hash__', 'hash(x)'),
        ('__iter__', 'list(x)'), ('__len__', 'len(x)'), ('__bool__', 'bool(x)'), ('__contains__', '1 in x'), ('__getitem__', 'x[0]'), ('__call__', 'x()'),
        ('__add__', 'x + 1'), ('__index__', '[1][x]'), ('__init__', 'C()'), ('__enter__', 'enter(x)'), ('__exit__', 'enter(x)'), ('__format__', 'format(x)'),
        ('__reversed__', 'reversed(x)'), ('__length_hint__', 'operator.length_hint(x)'), ('__dir__', 'dir(x)'), ('__fspath__', 'os.fspath(x)'), ('__set_name__', "type('E', (), {'x': x})")]
for name, use in USES:
    for value in property(bad), None:
        C = type('C', (), {name: value})
        try:
            x = object.__new__(C)
            print(name, eval(use))
        except Exception as e:
            print(name, type(e).__name__, e)


class Both:
    __iter__ = property(bad)

    def __getitem__(self, i):
        return [7, 8][i]


print(list(Both()), [Both()] == [1], Both() in [2])
