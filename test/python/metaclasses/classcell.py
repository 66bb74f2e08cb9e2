class Meta(type):
    def __new__(m, n, b, ns):
        print(sorted(k for k in ns))
        return super().__new__(m, n, b, ns)
class A(metaclass=Meta):
    def f(self): return __class__
print(A().f())
class Drop(type):
    def __new__(m, n, b, ns):
        ns.pop('__classcell__', None)
        return super().__new__(m, n, b, ns)
try:
    class B(metaclass=Drop):
        def f(self): return super().f()
except RuntimeError as e: print(e)
class Other(type):
    def __new__(m, n, b, ns):
        return super().__new__(m, 'Other', (), {'__classcell__': ns['__classcell__']}), 1
try:
    class C(metaclass=Other):
        def f(self): return super().f()
except TypeError as e: print(e)
except RuntimeError as e: print('R', e)
def make():
    class K:
        def get(self): return __class__
    return K
k1, k2 = make(), make()
print(k1().get() is k1, k2().get() is k2)
class L:
    try: print(__class__)
    except NameError as e: print(e)
    __class__ = 'own'
    print(__class__)
    def f(self): return __class__
print(L().f(), L().__class__)
class Early(type):
    def __new__(m, n, b, ns):
        f = ns['f']
        try: f(None)
        except NameError as e: print(e)
        r = super().__new__(m, n, b, ns)
        print(f(None))
        return r
class N(metaclass=Early):
    def f(self): return __class__.__name__
