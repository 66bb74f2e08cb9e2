# Calls of builtin types that go around __new__ and __init__, and what they leave to them.
import collections


def show(*fs):
    for f in fs:
        try:
            r = f()
            print(repr(r), type(r).__name__, end='; ')
        except Exception as e:
            print(f'{type(e).__name__}: {e}', end='; ')
    print()


class Pair:
    def __init__(self, *v):
        self.v = v

    def __iter__(self):
        return iter(self.v)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, o):
        return self.n == o.n

    def __repr__(self):
        return f'Key({self.n})'


class D(dict):
    def __iter__(self):
        return iter(['x'])

    def keys(self):
        return ['x']

    def __getitem__(self, k):
        return 'got'


class E(dict):
    def __init__(self, *a, **k):
        print('init', a, k)
        super().__init__(*a, **k)


class S(set):
    def __init__(self, *a):
        super().__init__([0])


class L(list):
    def __iter__(self):
        return iter([('l', 1)])


def pairs(n):
    for i in range(n):
        yield i, i * i


show(lambda: dict(), lambda: dict({1: 2}), lambda: dict([(1, 2), [3, 4], 'ab']), lambda: dict([(1, 2), (3,)]), lambda: dict([(1, 2), 3]), lambda: dict(((1, 2), (1, 3))), lambda: dict(5), lambda: dict({}, {}))
show(lambda: dict(zip('ab', [1, 2])), lambda: dict(zip([Key(1), Key(1)], [1, 2])), lambda: dict(enumerate('xy')), lambda: dict({1: 2, 3: 4}.items()), lambda: dict(zip([[]], [1])), lambda: dict(zip('abc', pairs(2))), lambda: dict(pairs(3)))
show(lambda: dict([Pair(1, 2), Pair(3, 4)]), lambda: dict([(Key(1), 1), (Key(2), 2), (Key(1), 3)]), lambda: dict([([], 1)]), lambda: dict(D()), lambda: dict(E(a=1)), lambda: dict(L([(9, 9)])), lambda: dict(a=1, b=2), lambda: dict([('a', 5)], a=1), lambda: dict(**{'a': 1}, b=2), lambda: E([(1, 2)], x=3))
show(lambda: dict.fromkeys('aba'), lambda: dict.fromkeys([1, 2], 0), lambda: dict.fromkeys([Key(1), Key(1)]), lambda: dict.fromkeys([[]]), lambda: dict.fromkeys(pairs(2)), lambda: E.fromkeys('a'), lambda: collections.OrderedDict.fromkeys('ab', 1), lambda: dict.fromkeys(5))
show(lambda: set(), lambda: sorted(set([3, 1, 3])), lambda: set((Key(1), Key(1))), lambda: set([[]]), lambda: set(5), lambda: set([1], [2]), lambda: S([5]), lambda: sorted(set({1: 2, 3: 4})), lambda: sorted(set(L([1]))), lambda: set(x=1), lambda: frozenset([1]))
show(lambda: list(zip([1, 2], 'ab', range(5))), lambda: list(zip()), lambda: list(zip([1])), lambda: zip([1], 5), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(map(len, ['a', 'bc'])), lambda: list(map(max, [1, 5], [3, 2])), lambda: map(len), lambda: map(), lambda: list(map(int, ['1', 2, 3.7, True])), lambda: list(map(int, ['x'])))
show(lambda: list(map(str, [1, 2.5, 'x', None])), lambda: list(map(float, [1, '2', True])), lambda: list(map(dict, [[(1, 2)], {}])), lambda: list(map(Key, [1])), lambda: list(map([1, 2].index, [2, 1])), lambda: list(map('abc'.find, 'cz')), lambda: list(map({1: 2}.get, [1, 2])), lambda: list(map({1: 2}.pop, [1, 2])), lambda: list(map(Key(1).__eq__, [Key(1)])))
log = []
m = map(log.append, [1, 2, 3])
print(next(m), log, list(m), log)
print(list(filter(str.isdigit, ['1', 'a'])), list(filter(Key, [0])), sorted('bA', key=str.lower), max(['a', 'bb'], key=len))
