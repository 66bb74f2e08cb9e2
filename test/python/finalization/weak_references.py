import weakref, gc
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'A(%r)' % self.n
def cb(r): print('cb', r() is None)
a = A(1); r = weakref.ref(a, cb); r2 = weakref.ref(a, lambda r: print('second'))
print(r() is a, weakref.getweakrefcount(a))
b = a; del a; print('still', r())
del b
print('gone', r(), str(r)[:8], str(r)[-6:])
p = weakref.proxy(A(2), lambda p: print('proxy cb'))
try: p.n
except ReferenceError as e: print(e)
x = A(3); p = weakref.proxy(x); print(p.n, p); x = None
try: print(p.n)
except ReferenceError as e: print(e)
d = weakref.WeakValueDictionary()
k = A(4); d['k'] = k; d['t'] = A(5)
print(len(d), list(d.items())); del k; print(len(d), list(d))
wk = weakref.WeakKeyDictionary()
o = A(6); wk[o] = 'v'; print(len(wk), wk[o]); del o; print(len(wk))
s = weakref.WeakSet()
o1, o2 = A(7), A(8); s.add(o1); s.add(o2); print(len(s)); del o1; print(len(s), list(s))
f = weakref.finalize(o2, print, 'finalized', 8); print(f.alive); del o2; print(f.alive, len(s))
def fn():
    loc = A(9); r = weakref.ref(loc); return r
r = fn(); print(r())
n1, n2 = A(10), A(11); n1.o = n2; n2.o = n1; r = weakref.ref(n1, cb); del n1, n2
print('cycle', r() is not None); gc.collect(); print(r())
m = A(12)
class B:
    def meth(self): return 5
bb = B(); wm = weakref.WeakMethod(bb.meth); print(wm()()); del bb; print(wm())
st = weakref.ref({1,2}.__class__); print(st() is set)
ss = frozenset([1]); r = weakref.ref(ss); ss = None; print(r())
def func(): pass
r = weakref.ref(func); del func; print(r())
class Tree:
    def __init__(self, parent=None): self.parent = weakref.ref(parent) if parent else None; self.kids = []
root = Tree(); root.kids.append(Tree(root)); kid = root.kids[0]; print(kid.parent() is root); root = None; print(kid.parent())
class Cache:
    def __init__(self): self.c = weakref.WeakValueDictionary()
    def get(self, k):
        v = self.c.get(k)
        if v is None: print('make', k); v = self.c[k] = A(k)
        return v
c = Cache(); q = c.get('a'); c.get('a'); c.get('b'); c.get('b'); del q; c.get('a')
z = A('end'); rz = weakref.ref(z, lambda r: print('end cb'))
print('END')
