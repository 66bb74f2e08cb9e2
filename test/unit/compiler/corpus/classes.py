"""Classes."""
class K001: pass
class K002(object): pass
class K003(K001, K002): pass
class K004(metaclass=type): pass
class K005(K001, metaclass=type, a=1): pass
class K006(*[K001]): pass
class K007(**{}): pass
class K008(K001, *[], a=1, **{}): pass
class K009:
    "doc"
class K010:
    a = 1
    b = a
class K011:
    def m(self): return self
class K012:
    def m(self): return super().m()
class K013:
    def m(self): return __class__
class K014:
    __a = 1
    def m(self): return self.__a, __b, self.__c__, self.__d.__e
class K015:
    def __m(self, __a, *, __b=1): __c = 2; return __a, __b, __c
class K016:
    @property
    def m(self): return 1
    @m.setter
    def m(self, v): self._m = v
class K017:
    class Inner:
        def m(self): return super().m
class K018:
    a = [b for b in range(3)]
    c = [a for b in range(3)]
class K019:
    for i in range(3): pass
    if i: j = 1
    else: k = 2
class K020:
    try: a = 1
    except E: b = 2
    with open as f: c = 3
class K021:
    x = lambda self: self
    y = (lambda: x)
class K022:
    global k022
    k022 = 1
    def m(self): return k022
class K023:
    import os
    from os import path as __p
class K024:
    del_ = 1
    del del_
class K025:
    def m(self):
        class L:
            def n(self): return super().n(), self
        return L
class K026:
    def m(self):
        def f(): return super
        return f
class _K027:
    def __m(self): return self.__m
class __:
    def __m(self): return self.__m
class K029:
    __slots__ = ('a', 'b')
def k030(x):
    class A(x):
        y = x
        def m(self):
            nonlocal x
            x = super().m()
    return A
