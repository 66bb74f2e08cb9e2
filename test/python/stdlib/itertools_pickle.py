"""__reduce__ and __setstate__ of the iterators of itertools: copies and pickles go on where the iterator stands."""
import copy
import itertools as I
import operator
import pickle

MAKERS = {
    'accumulate': lambda: I.accumulate([1, 2, 3]), 'initial': lambda: I.accumulate([1, 2], operator.mul, initial=5), 'nones': lambda: I.accumulate([None, 2], max),
    'chain': lambda: I.chain([1, 2], 'ab'), 'combinations': lambda: I.combinations('abc', 2), 'none of them': lambda: I.combinations('ab', 3), 'with': lambda: I.combinations_with_replacement('ab', 2),
    'permutations': lambda: I.permutations('abc', 2), 'product': lambda: I.product('ab', [1]), 'empty product': lambda: I.product('ab', []), 'compress': lambda: I.compress('abc', [1, 0, 1]),
    'count': lambda: I.count(3.5, 1), 'cycle': lambda: I.cycle([1, 2]), 'drop': lambda: I.dropwhile(bool, [1, 0, 1]), 'take': lambda: I.takewhile(bool, [1, 2, 0]), 'false': lambda: I.filterfalse(None, [0, 1, 0]),
    'groupby': lambda: I.groupby('aab'), 'islice': lambda: I.islice([1, 2, 3, 4], 1, 4, 2), 'repeat': lambda: I.repeat(1, 2), 'starmap': lambda: I.starmap(pow, [(2, 3), (3, 2)]),
    'zip_longest': lambda: I.zip_longest([1, 2], 'a', fillvalue=0), 'pairwise': lambda: I.pairwise([1, 2]),
}


def shown(r):
    if type(r) is tuple:
        return '(' + ' '.join(map(shown, r)) + ')'
    if isinstance(r, type):
        return r.__name__
    return type(r).__name__ + shown(r.__reduce__()[1:]) if hasattr(r, '__next__') else getattr(r, '__name__', repr(r))


def rest(it):
    return [(x[0], list(x[1])) if type(x) is tuple and hasattr(x[-1], '__next__') else x for x in I.islice(it, 4)]


for name, make in MAKERS.items():
    for n in 0, 1, 4:
        its = make(), make()
        for it in its:
            for _ in range(n):
                next(it, None)
        try:
            print(name, n, shown(its[0].__reduce__()), rest(copy.copy(its[0])), rest(copy.deepcopy(its[1])), rest(pickle.loads(pickle.dumps(its[1]))))
        except TypeError as e:
            print(name, n, e)
            break
for make, states in [
    (lambda: I.chain(), [0, [], (), ([],), (iter([[5]]), iter([4]))]), (lambda: I.cycle('ab'), [('', 3), ([1], 0), ([1], True), 5]), (lambda: I.product('ab', 'xy'), [0, (0,), (7, 1), ('a', 1)]),
    (lambda: I.combinations('abc', 2), [(0,), (9, 9), (-1, -1)]), (lambda: I.permutations('abc', 2), [0, (0,), ((0, 1, 2), (4, 3)), ([0], [1])]), (lambda: I.islice('abcdef', 4), [2, 'x', 10**30]),
    (lambda: I.takewhile(bool, [1]), [True, 0]), (lambda: I.accumulate([1, 2]), [5]), (lambda: I.groupby([1, 2]), [5, (1, 2)]), (lambda: I.zip_longest('ab', 'c'), [5]),
]:
    for state in states:
        it = make()
        try:
            it.__setstate__(state)
            print(type(it).__name__, rest(it))
        except Exception as e:
            print(type(it).__name__, type(e).__name__, e)
