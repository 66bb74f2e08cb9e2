# What 3.11 proposes for names that are not found (3.12 proposes more), and sys.tracebacklimit.
import io
import sys


def shown(f, *args):
    stderr, sys.stderr = sys.stderr, io.StringIO()
    try:
        f(*args)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    text, sys.stderr = sys.stderr.getvalue(), stderr
    lines = text.splitlines()
    print(sum(line.startswith('  File') for line in lines), lines[0][:20], '|', lines[-1])


class A:
    def __init__(self):
        self.colour = 1

    def f(self):
        return colour


def free():
    counter = 1

    def g():
        return countr + counter
    return g()


def unbound():
    print(valeu)
    value = 3


def in_class():
    class C:
        first_value = 1
        print(first_valeu)


def forgotten():
    math.pi


def from_math():
    sys.modules['mine'] = type(sys)('mine')
    sys.modules['mine'].thing = 1
    from mine import thin


for f in A().f, free, unbound, in_class, forgotten, from_math, lambda: [].apend(1), lambda: printt:
    shown(f)


def deep(n):
    return other(n - 1) if n else 1 / 0


def other(n):
    return deep(n - 1)


def group():
    raise ExceptionGroup('g', [ValueError(1)])


for limit in 3, 1, 0, -1, 'x', 2 ** 70, True:
    sys.tracebacklimit = limit
    shown(deep, 20)
    shown(group)
del sys.tracebacklimit
sys.setrecursionlimit(3000)
shown(deep, 1500)
