class Data:
    def __get__(self, o, t=None): return ('data', o is None, t.__name__)
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')
class NonData:
    def __get__(self, o, t=None): return ('nondata', o is None)
class SetOnly:
    def __set__(self, o, v): o.__dict__['so'] = v * 2
class C:
    d = Data(); n = NonData(); so = SetOnly()
c = C()
print(c.d, C.d, c.n, C.n)
c.d = 1; del c.d
c.__dict__['d'] = 'own'; c.__dict__['n'] = 'own'
print(c.d, c.n)
print(type(c.so).__name__)
c.so = 21
print(c.so, type(C.so).__name__)
try: del c.so
except AttributeError as e: print(e)
class G:
    def __get__(self, o, t): raise AttributeError('from get')
class H:
    g = G()
    def __getattr__(self, n): return 'fallback ' + n
print(H().g)
try: H.g
except AttributeError as e: print(e)
class Del:
    def __delete__(self, o): print('del only')
class K:
    x = Del()
k = K()
del k.x
try: k.x = 1
except AttributeError as e: print(e)
class Meta(type):
    m = Data()
class W(metaclass=Meta): pass
print(W.m)
W.m = 3
W.q = Data()
print(W.q, W().q)
C.d = 'replaced'
print(C.d, c.d)
