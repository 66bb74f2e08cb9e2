# What is called through an object with a __call__ of its own is called once, also when it gives None.
from functools import lru_cache, partial
from operator import attrgetter, itemgetter, methodcaller

p = partial(print, 'a', sep='-')
p('b')
partial(print, 'c')('d')
list(map(p, 'xy'))
print(sorted([2, 1], key=partial(print, 'key')) if False else [p(1)])


@lru_cache
def nothing(n):
    print('computing', n)


for _ in range(3):
    nothing(1)
print(nothing.cache_info())


class Counted:
    def __getitem__(self, i):
        print('item', i)

    def __getattr__(self, name):
        print('attribute', name)

    def method(self):
        print('method')


c = Counted()
print(itemgetter(3)(c), attrgetter('x')(c), methodcaller('method')(c))
print(list(map(itemgetter(1), [c])), list(map(attrgetter('y'), [c])))
