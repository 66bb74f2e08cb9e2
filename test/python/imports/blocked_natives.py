# Modules of the library go on without their native half, as tests of the library block it.
import sys

for name, native in (('functools', '_functools'), ('heapq', '_heapq'), ('bisect', '_bisect'), ('collections', '_collections'), ('operator', '_operator')):
    sys.modules.pop(name, None)
    sys.modules[native] = None
    __import__(name)
    print(name, 'without', native)
    del sys.modules[native]
functools = sys.modules['functools']


@functools.wraps(len)
def f(x):
    return x


print(f.__name__, functools.reduce(lambda a, b: a + b, [1, 2, 3]), sys.modules['heapq'].nsmallest(2, [3, 1, 2]), sys.modules['bisect'].bisect([1, 2, 3], 2))
