"""lru_cache with keywords and typed: which calls are one, and what is found again."""
import functools
calls=[]
for typed in (False, True):
    @functools.lru_cache(maxsize=3, typed=typed)
    def f(*a, **k):
        calls.append((a,k)); return len(calls)
    for args, kw in [((1,),{}),((1.0,),{}),((True,),{}),(('a',),{}),((1,),{'y':1}),((1,),{'y':1.0}),((1,),{'y':True}),((1,),{'z':1}),((1,'y',1),{}),((),{'y':1,'z':2}),((),{'z':2,'y':1}),((),{}),((None,),{}),((None,),{'y':None}),(((1,2),),{'q':(1,)}),((1,)*25,{}),((1,)*24+(1.0,),{}),((1.5,2j),{'k':b''})]:
        print(typed, args, kw, f(*args, **kw), f(*args, **kw))
    print(f(1,y=2), f(1,y=2.0), f(1,y=2), f(x=1,y=2), f(y=2,x=1), f('\x00y', 2), f(1, y='é😀'), f.cache_info())
    try: f([], y=1)
    except TypeError as e: print(e)
    try: f(1, y=[])
    except TypeError as e: print(e)
class C:
    @functools.lru_cache
    def m(self, x=1, *, y=2): return (x,y)
c=C(); print(c.m(x=3), c.m(3), c.m(y=5), c.m.cache_info() if hasattr(c.m,'cache_info') else 0)


import collections
d = collections.OrderedDict(a=1, b=2)
pop = d.popitem
d.move_to_end('a', last=True)
d.popitem = lambda last=True: 'own'
print(d.popitem(last=False), pop(last=False), d)


# Keys that must not be taken for one another: names and classes are numbers in some of them.
for typed in (False, True):
    seen = []

    @functools.lru_cache(maxsize=None, typed=typed)
    def g(*a, **k):
        seen.append((a, tuple(k.items())))
        return len(seen)

    for n in range(1, 4):
        for values in ((1,) * n, (1, 'a', 1.5)[:n], (True, None, 1)[:n], (2 ** 14, 2 ** 14 + 5, 3)[:n], (int, str, 1)[:n], (0, 1, 2)[:n], (1.0, 0, 16384)[:n]):
            for given in range(n + 1):
                for names in ('abc', 'bca', 'xyz'):
                    kw = dict(zip(names, values[given:]))
                    first = g(*values[:given], **kw)
                    assert g(*values[:given], **kw) == first
    for n in (6, 7, 8, 19, 20, 21, 40):
        for last in (1, 1.0, True, None, 'x', 16384, 65536):
            assert g(*range(n), last) == g(*range(n), last)
            assert g(*range(n), k=last) == g(*range(n), k=last)
            assert g(*range(n), last, k=last, m=last) == g(*range(n), last, k=last, m=last)
    print(typed, len(seen), g.cache_info())
    for i in range(64):
        for name in ('one', 'two'):
            assert g(i & 7, **{name: i & 3}) == g(i & 7, **{name: i & 3})
    print(g.cache_info())
for typed in (False, True):
    @functools.lru_cache(maxsize=2, typed=typed)
    def h(x, *, y=1, z=2):
        return (x, y, z)
    print([h(1, y=2), h(1, z=2), h(1, y=2), h(1, y=3), h(1, z=2), h(1, y=2, z=1), h(1, z=1, y=2)], h.cache_info())

    class K:
        def __hash__(self):
            return 5

        def __eq__(self, other):
            return isinstance(other, K)
    print(h(K(), y=1)[1:], h(K(), y=1)[1:], h(1, y=K())[0], h(1, y=K())[0], h(1, z=K())[0], h.cache_info())
