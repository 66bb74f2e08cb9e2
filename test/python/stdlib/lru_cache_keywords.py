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
