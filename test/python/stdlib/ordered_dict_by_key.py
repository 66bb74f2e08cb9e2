"""pop, setdefault, fromkeys and move_to_end of OrderedDict and of its subclasses."""
from collections import OrderedDict


class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return True

    def __repr__(self):
        return 'Key'


class Missing(OrderedDict):
    def __missing__(self, key):
        return 'missing', key


class Plain(OrderedDict):
    pass


class Loud(OrderedDict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        print('get', key)
        return super().__getitem__(key)

    def __contains__(self, key):
        print('contains', key)
        return super().__contains__(key)

    def __delitem__(self, key):
        print('delete', key)
        super().__delitem__(key)


def shown(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e.args)


for C in OrderedDict, Plain, Missing, Loud:
    print(C.__name__)
    for f in [lambda: C().pop((1, 2)), lambda: C(a=1).pop((1, 2)), lambda: C().pop([], 1), lambda: C().pop([]), lambda: C(a=1).pop([], 1), lambda: C().pop(Key(), 1),
              lambda: C(a=1).pop('b'), lambda: C(a=1).pop('b', None), lambda: C(a=1).pop(key='a'), lambda: C(a=1).pop('a', default=5), lambda: C(a=1).pop(default=5),
              lambda: C({1: 2}).pop(Key()), lambda: C(a=1).setdefault('b'), lambda: C(a=1).setdefault('a', 7), lambda: C(a=1).setdefault([], 7), lambda: C().setdefault([], 7),
              lambda: C().setdefault(key='x', default=7), lambda: C({1: 2}).setdefault(Key(), 7), lambda: C.fromkeys('abca'), lambda: C.fromkeys([[]]),
              lambda: list(C.fromkeys([Key(), 1, 2, Key()])), lambda: C.fromkeys(iterable='ab', value=3), lambda: C.fromkeys(5), lambda: C.fromkeys(x for x in 'ab'),
              lambda: C().move_to_end((1, 2)), lambda: C(), lambda: C() is C()]:
        shown(f)

d = OrderedDict.fromkeys('abcdef')
d.pop('c')
d.setdefault('c', 1)
d.move_to_end('a')
d.move_to_end('e', last=False)
d.pop('b')
print(d, d.popitem(), d.popitem(last=False), d)
