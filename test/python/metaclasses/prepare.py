class Recorder(dict):
    def __init__(self): self.log = []
    def __setitem__(self, k, v):
        self.log.append(k)
        dict.__setitem__(self, k, v)
    def __missing__(self, k):
        if k.startswith('auto_'): return k
        raise KeyError(k)
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases): return Recorder()
    def __new__(m, name, bases, ns):
        cls = super().__new__(m, name, bases, dict(ns))
        cls.log = ns.log
        return cls
class A(metaclass=Meta):
    x = auto_y
    def f(self): pass
    x = 2
    del x
    z = [i for i in range(2)]
print(A.log, hasattr(A, 'x'), A.z)
for ret in (None, 5, [], 'abc'):
    class Bad(type):
        @classmethod
        def __prepare__(m, *a): return ret
    try:
        class B(metaclass=Bad): pass
        print('ok')
    except TypeError as e: print(e)
class NotType:
    def __init__(self, name, bases, ns, **kw): self.args = (name, bases, sorted(ns), kw)
    @staticmethod
    def __prepare__(*a, **kw): return dict(p=1)
class C(metaclass=NotType, k=2): q = 1
print(type(C).__name__, C.args)
class Mp:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
class M4(type):
    def __prepare__(*a): return Mp()
    def __new__(m, n, b, ns): return type.__new__(m, n, b, ns.d)
class D(metaclass=M4): v = 1
print(D.v)
print(type.__prepare__('a', (), x=1), type.__prepare__())
