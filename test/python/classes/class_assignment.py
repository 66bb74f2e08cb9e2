class A:
    def who(self): return 'A'
class B:
    def who(self): return 'B'
a = A()
a.x = 1
a.__class__ = B
print(a.who(), a.x, type(a).__name__, isinstance(a, A))
class S: __slots__ = ('x',)
class S2: __slots__ = ('x',)
class S3: __slots__ = ('y',)
class L(list): pass
class L2(list): pass
s = S(); s.x = 5
s.__class__ = S2
print(s.x, type(s).__name__)
l = L([1, 2])
l.__class__ = L2
print(l, type(l).__name__)
for o, c in ((a, int), (1, A), (s, S3), (l, A), (a, L), (l, list), (a, 5), (a, S), (s, A), (object(), A), ([], L)):
    try:
        o.__class__ = c
        print('ok')
    except TypeError as e: print(e)
try: del a.__class__
except TypeError as e: print(e)
class P:
    @property
    def __class__(self): return int
p = P()
print(p.__class__, type(p).__name__, isinstance(p, int), isinstance(p, P))
import sys
M = type(sys)
class Mod(M):
    def __getattr__(self, n): return 'dyn ' + n
m = M('m')
m.__class__ = Mod
print(m.foo, m.__name__)
