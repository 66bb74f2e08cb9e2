import weakref
class Obs:
    def __init__(self): self.subs = weakref.WeakSet()
    def fire(self, e):
        for s in sorted(self.subs, key=lambda s: s.name): s.on(e)
class Sub:
    def __init__(self, name, o): self.name = name; o.subs.add(self)
    def on(self, e): print(self.name, e)
o = Obs(); a = Sub('a', o); b = Sub('b', o); o.fire(1); del a; o.fire(2)
class Pool:
    free = []
    def __init__(self): self.id = Pool.free.pop() if Pool.free else id(self) and len(Pool.free)
    def __del__(self): Pool.free.append(self.id); print('back', len(Pool.free))
def use():
    p = Pool(); q = Pool(); return p
x = use(); x = None
for i in range(3):
    p = Pool()
print('loop', len(Pool.free))
class Count:
    n = 0
    def __init__(self): Count.n += 1
    def __del__(self): Count.n -= 1
cs = [Count() for _ in range(1000)]
print(Count.n); del cs[500:]; print(Count.n); cs = cs[:10]; print(Count.n); cs.clear(); print(Count.n)
def rec(n):
    c = Count()
    return Count.n if n == 0 else rec(n - 1)
print(rec(50), Count.n)
r = weakref.ref(Count()); print(r())
proxy = weakref.proxy(b); print(proxy.name); del b
try: proxy.name
except ReferenceError as e: print(e)
