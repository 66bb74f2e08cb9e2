"""pickle: the words of its C version."""
import io
import pickle


class A:
    pass


class Red:
    def __init__(self, v):
        self.v = v

    def __reduce__(self):
        return self.v


def local():
    class L:
        pass
    return L


def t(f, *a):
    try:
        r = f(*a)
    except BaseException as e:
        r = '%s.%s: %s' % (type(e).__module__, type(e).__qualname__, str(e).split(' at 0x')[0])
    print(r)


L = local()
for o in lambda: 1, L, L(), (x for x in []), Red(5), Red('x'), Red(()), Red((1, 2)), Red((A, 5)), Red((A, (), None, [1])), Red((A, (), None, None, 5)), Red((A, (), None, None, None, 5)), memoryview:
    t(pickle.dumps, o)
for b in b'', b'a', b'\x01', b'N', b'.', b'cos\nsy', b'cnosuch\nx\n.', b'\x80\x09.', b'(l', b'0.', b'X\x05\0\0\0ab', b'h\x05.', b'NQ.', 5, 'abc':
    t(pickle.loads, b)
t(pickle.load, io.BytesIO(b''))
t(pickle.load, 5)
t(pickle.dump, 1, 5)
t(pickle.dumps, 1, 9)
try:
    pickle.dumps([1, {2: local}])
except AttributeError as e:
    print(e)
try:
    raise pickle.PicklingError('x')
except pickle.PickleError as e:
    print(repr(e), type(e), type(e).__mro__[1])
t(pickle.loads, pickle.dumps([A, 1.5, {'a': (1, b'x')}, {1}, None]))
pickle.loads(b'\x05')
