# What special methods return that is nearly right: warnings, classes and sizes in the messages.
import copy, operator, sys, warnings
warnings.simplefilter('always')
warnings.showwarning = lambda m, c, *a, **k: print('W', c.__name__, m, end=' ')

def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)

class I(int): pass
def with_index(v): return type('X', (), {'__index__': lambda self: v})()

for v in True, I(3), 2 ** 70, 'a', 1.5, None:
    x = with_index(v)
    for f in float, lambda x: 'ab' * x, lambda x: b'ab' * x, lambda x: bytearray(b'a') * x, lambda x: (1,) * x, lambda x: round(1.5, x), complex, lambda x: 'abcde'[x], lambda x: b'abcde'[x], \
            lambda x: [1, 2, 3, 4][x], lambda x: (1, 2, 3, 4)[x], lambda x: range(4)[x], lambda x: 'abc'[x:], lambda x: 'abc'.ljust(x), lambda x: '%c' % x, lambda x: 'a,b,c'.split(',', x), chr, hex, bytes, lambda x: b'abc'.find(x), lambda x: int('11', x):
        t(f, x)

class B:
    def __init__(self, v): self.v = v
    def __bytes__(self): return self.v
for v in 'a', b'ok', bytearray(b'no'), None: t(bytes, B(v)); t(lambda v: b'<%b>' % B(v), v)

class H:
    def __init__(self, v): self.v = v
    def __length_hint__(self): return self.v
for v in True, I(4), 2 ** 70, -1, 'a', None, NotImplemented: t(operator.length_hint, H(v))

class S:
    def __init__(self, v): self.v = v
    def __sizeof__(self): return self.v
for v in None, 'a', 2 ** 70, -1: t(sys.getsizeof, S(v)); t(sys.getsizeof, S(v), 5)

class G:
    def __init__(self, v): self.v = v
    def __getnewargs_ex__(self): return self.v
for v in None, 'ab', (), ((),), ((), {}, 1), ([], {}), ((), []), ((), {}): t(lambda v: type(copy.copy(G(v))).__name__, v)
