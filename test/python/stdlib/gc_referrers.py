# gc.get_referrers and gc.get_referents.
import gc, random

class A:
    pass
a = A()
l = [a]
d = {'k': a}
s = {1, 2}
b = A()
b.x = a
t = (a,)
r = gc.get_referrers(a)
print(any((x is l for x in r)), any((x is d for x in r)), any((x is t for x in r)), any((x is b or x is vars(b) for x in r)), any((x is globals() for x in r)), any((x is s for x in r)))
print(gc.get_referents([1, 2, 'x']), gc.get_referents({'a': 1, 'b': [2]}), gc.get_referents({1: 'x', 2: 'y'}), gc.get_referents((3, 4), [5]), gc.get_referents({7}), gc.get_referents(5, 's'))
del r

def f():
    z = A()
    return gc.get_referrers(z)
print(f())

def g():
    z = A()
    k = [z]
    return [x is k for x in gc.get_referrers(z)]
print(g())

def h(n):

    def inner():
        return n
    return ([type(x).__name__ for x in gc.get_referrers(n)], inner)
print(h(A())[0])
print(bool(gc.get_referrers(random._inst)))
