# Operators by methods of plain classes: what is asked in which order when one says NotImplemented.
log = []


def method(cls, name, answer):
    def f(self, *args):
        log.append(f'{cls}.{name}')
        return answer if answer is not self else self
    return f


class A:
    pass


class B:
    pass


class C(A):
    pass


for cls in (A, B, C):
    for name in 'add radd iadd sub rsub mul rmul imul truediv rtruediv floordiv rfloordiv mod rmod pow rpow lshift rlshift and rand or ror matmul rmatmul lt gt le ge eq ne'.split():
        setattr(cls, f'__{name}__', method(cls.__name__, name, NotImplemented))
    cls.__hash__ = object.__hash__

values = [A(), B(), C(), 1, 2.5, 'text', [1], (1,), None, 10**30, True]
OPS = ['a + b', 'a * b', 'a / b', 'a ** b', 'a % b', 'a < b', 'a == b']
for op in OPS:
    code = compile(op, 'op', 'eval')
    for i, a in enumerate(values):
        for j, b in enumerate(values):
            if i > 2 and j > 2:
                continue
            log.clear()
            try:
                r = eval(code, {'a': a, 'b': b})
            except TypeError as e:
                r = f'TypeError: {e}'
            print(i, op, j, *log, r if isinstance(r, (str, bool)) else type(r))
for op in ('a += b', 'a *= b', 'a -= b'):
    code = compile(op, 'op', 'exec')
    for i, a in enumerate(values):
        for j, b in enumerate(values):
            if i > 2 and j > 2:
                continue
            log.clear()
            names = {'a': a, 'b': b}
            try:
                exec(code, names)
                r = type(names['a'])
            except TypeError as e:
                r = f'TypeError: {e}'
            print(i, op, j, *log, r)


class Answers:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        return self.answer

    def __len__(self):
        return self.answer

    def __neg__(self):
        return 'neg', self.answer

    def __invert__(self):
        return 'invert', self.answer

    def __str__(self):
        return self.answer

    def __iter__(self):
        return self.answer

    def __contains__(self, x):
        return self.answer

    def __enter__(self):
        return self.answer

    def __exit__(self, *args):
        return args[0] is not None


def truth(a):
    if a:
        return 'true'
    return 'false'


def inside(a):
    with a as x:
        return x


def silenced(a):
    with a:
        1 / 0
    return 'went on'


for answer in (True, False, 0, 1, 3, -1, 2**70, 'x', None, iter([1]), 2.0):
    a = Answers(answer)
    for f in (truth, lambda a: not a, lambda a: a and 1, len, str, lambda a: (-a)[0], lambda a: (~a)[0], lambda a: 1 in a, lambda a: 1 not in a, lambda a: [x for x in a], inside, silenced):
        try:
            r = f(a)
            print(r if not hasattr(r, '__next__') else 'iterator', end=' ')
        except Exception as e:
            print(type(e).__name__, e, end=' ')
    print()
