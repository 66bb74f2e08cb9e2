# min and max whose items, keys and comparisons are Python code.
import random


def show(*fs):
    for f in fs:
        try:
            print(repr(f()), end='; ')
        except Exception as e:
            print(f'{type(e).__name__}: {e}', end='; ')
    print()


class K:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        log.append(('lt', self.n, o.n))
        return self.n < o.n

    def __gt__(self, o):
        log.append(('gt', self.n, o.n))
        return [1] if self.n > o.n else []

    def __repr__(self):
        return f'K({self.n})'


class Bad:
    def __lt__(self, o):
        raise KeyError('lt')

    def __gt__(self, o):
        return Falsy()


class Falsy:
    def __bool__(self):
        raise ValueError('bool')


class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * (3 - i)


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration if log.append('next') or len(log) > 3 else ZeroDivisionError


log = []
show(lambda: max([K(2), K(5), K(3)]), lambda: min([K(2), K(5), K(1)]), lambda: max(K(1), K(1)).n, lambda: min((K(i) for i in [3, 1, 2]), key=lambda k: -k.n), lambda: max([1, 2, 3], key=K))
print(log)
log = []
show(lambda: max([Bad(), Bad()]), lambda: min(Bad(), Bad()), lambda: max([1, 'a']), lambda: min([]), lambda: max((), default=None), lambda: min((), key=K, default=3), lambda: max(5), lambda: max(1, 2, default=3), lambda: max(), lambda: max([1, 2], key=5))
show(lambda: max(Seq()), lambda: min(Seq(), key=lambda x: -x), lambda: max(It()), lambda: min(It(), default=0), lambda: max(It(), default=0), lambda: max({'a': 3, 'b': 4}.items(), key=lambda t: t[1]), lambda: max('abc', key={'a': 9, 'b': 1, 'c': 9}.get), lambda: min([2.5, 1, True, 0.5]), lambda: max([float('nan'), 1.0]), lambda: max([[1], [1, 2]]), lambda: max(['a', 'b'], key=str.upper))


def gen(n):
    for i in range(n):
        yield (i * 7) % 10


show(lambda: max(gen(10)), lambda: min(gen(10), key=lambda x: (x - 4) ** 2), lambda: max(gen(0), default='d'), lambda: max(gen(300), key=lambda x: sorted([x, 5], key=lambda y: -y)))
print(max(range(1000), key=lambda i: max(range(3), key=lambda j: (i * j) % 7) * 1000 - i))
