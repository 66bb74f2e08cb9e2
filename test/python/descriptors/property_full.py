class C:
    def __init__(self): self._x = 0
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v):
        if v < 0: raise ValueError('negative')
        self._x = v
    @x.deleter
    def x(self): print('deleting'); self._x = None
    ro = property(lambda self: 'ro')
    wo = property(None, lambda self, v: print('wo', v))
    none = property()
    doc = property(doc='just doc')
c = C()
c.x = 5; print(c.x); c.x += 1; print(c.x); del c.x; print(c.x)
for src in ('c.x = -1', 'c.ro = 1', 'del c.ro', 'c.wo', 'c.wo = 3', 'c.none', 'c.none = 1', 'del c.none', 'c.x.y', 'C.x.fget = 1', 'C.x.zzz', 'property(1,2,3,4,5)', 'C.x.__get__()', 'C.x(1)'):
    try: exec(src); print(src, 'ok')
    except Exception as e: print(src, '->', type(e).__name__, e)
print(C.x.__doc__, C.doc.__doc__, C.ro.__doc__, C.x.fget.__name__, C.x.fset.__name__, C.x.fdel.__name__, C.ro.fset)
print(type(C.x), C.x.__get__(c) , C.x.__get__(None, C) is C.x, C.__dict__['x'] is C.x)
print(C.x.__isabstractmethod__)
p = C.x.getter(lambda self: 'new getter')
print(p.__doc__, p.fset is C.x.fset)
class Sub(C):
    @C.x.getter
    def x(self): return 'sub'
print(Sub().x)
class MyProp(property):
    "my prop"
    def extra(self): return 'extra'
class D:
    @MyProp
    def y(self): "y doc"; return 1
print(D().y, D.y.extra(), D.y.__doc__, type(D.__dict__['y']).__name__)
