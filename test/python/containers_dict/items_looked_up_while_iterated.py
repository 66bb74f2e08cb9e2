# Looking a pair up in items() is no change of the dict: iterators that have taken everything end.
for d in ({1: 2}, {5: 1}, {3: 3, 1: 1, 2: 2}, {1.5: 2}, {(1,): 2}, {True: 1}, {'a': 1, 'b': 2}):
    it = iter(d)
    for _ in d:
        next(it)
    print((list(d)[0], 7) in d.items(), list(it))
    items = d.items()
    print(items & items == set(items), items - items, [x in d.items() for x in d.items()])

import operator
import types
for o in ({1: 2}.items(), {1: 2}.keys(), {1: 2}.values(), types.MappingProxyType({1: 2})):
    for key in (0, 'a', 10**30, True):
        for f in (operator.delitem, lambda o, k: operator.setitem(o, k, 1)):
            try:
                f(o, key)
            except (TypeError, IndexError) as e:
                print(type(e).__name__, e)
