# What conversions say when a special method gives the wrong kind of thing.
import itertools


def make(**methods):
    return type('C', (), {k: (lambda self, *a, v=v: v) for k, v in methods.items()})()


def check(*exprs, **methods):
    a = make(**methods)
    for e in exprs:
        try:
            r = repr(eval(e, {'a': a}))
        except Exception as x:
            r = type(x).__name__ + ': ' + str(x)
        print(e, methods, '->', r)


check('str(a)', 'repr(a)', '"%s" % a', 'f"{a}"', 'format(a)', '"{}".format(a)', 'ascii(a)', '"%r" % a', 'list(map(str, [a]))', __repr__=5)
check('str(a)', '"%s" % a', 'f"{a}"', 'format(a)', 'f"{a!s}"', '"{!s}".format(a)', __str__=5)
check('1 in a', 'list(a)', '"".join(a)', 'b"".join(a)', 'bytes(a)', 'bytearray(a)', '[*a]', 'sum(a)', 'dict(a)', 'set(a)', __iter__=5)
check('bytes(a)', 'bytearray(a)', '"%x" % a', '"%o" % a', '"%d" % a', '[1][a]', 'range(a)', 'hex(a)', 'chr(a)', __index__='x')
check('complex(a)', 'float(a)', '"%g" % a', '"%d" % a', __float__=3)
for cls in int, float, str:
    C = type('C', (cls,), {'__str__': lambda self: 5})
    for f in (str, format, '{}'.format, '%s'.__mod__):
        try:
            print(f(C(1)))
        except TypeError as e:
            print(e)


class Items(list):
    def __index__(self):
        return None


print(bytes(Items([1, 2])), bytearray(Items([3])))
try:
    bytes(itertools.count())
except ValueError as e:
    print(e)
