# + and * with subclasses of sequences: number slots (nb_add, nb_multiply) before the sequence's own (sq_concat, sq_repeat).
def say(name):
    return lambda s, o: (name, type(o).__name__)


def never(s, o):
    return NotImplemented


def two(s):
    return 2


def t(f):
    try:
        return f()
    except TypeError as e:
        return 'TypeError: ' + str(e)


def inplace_mul(z, y):
    z *= y
    return z


def inplace_add(z, y):
    z += y
    return z


for base in (str, list, bytes, object):
    for methods in ({'rmul': say('rmul')}, {'mul': say('mul')}, {'rmul': never}, {'mul': never}, {'rmul': never, 'mul': never}, {'index': two}, {'index': two, 'rmul': never},
                    {'add': say('add')}, {'radd': say('radd')}, {'add': never, 'radd': never}, {'imul': say('imul')}, {'iadd': say('iadd')}, {'iadd': never}):
        C = type('C', (base,), {'__%s__' % k: v for k, v in methods.items()})
        y = C()
        if base is object:
            C.__repr__ = lambda s: 'C()'
        print(base.__name__, *methods)
        for other in ([1], 3, y):
            print('  ', t(lambda: other * y), t(lambda: y * other), t(lambda: other + y), t(lambda: y + other))
            print('  ', t(lambda: inplace_mul(other[:] if type(other) is list else other, y)), t(lambda: inplace_add(other[:] if type(other) is list else other, y)),
                  t(lambda: inplace_mul(C(), other)), t(lambda: inplace_add(C(), other)))
