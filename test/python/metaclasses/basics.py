class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('Meta.__new__', name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('Meta.__init__', name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('Meta.__call__', cls.__name__, a, k)
        return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print('prepare', name, kw)
        return {'injected': 1}
    def __len__(cls): return 42
    def __iter__(cls): return iter('xyz')
    def __contains__(cls, x): return x == 'in'
    def __getattr__(cls, n): return 'meta attr ' + n
    def __add__(cls, o): return (cls.__name__, o)
    def __repr__(cls): return '<M ' + cls.__name__ + '>'
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
    @property
    def prop(cls): return 'prop of ' + cls.__name__
class A(metaclass=Meta, x=1):
    y = 2
    def __init__(self, v=0): print('A.__init__', v)
class B(A, z=3): pass
a = A(7)
B(v=8)
print(len(A), list(A), 'in' in A, 'out' in A, A.nope, A + 1, A, [B], A.injected, B.prop)
print(isinstance(5, A), isinstance('x', A), issubclass(int, A), issubclass(str, A), isinstance(a, A))
for f in (lambda: a.nope, lambda: a.prop, lambda: len(a), lambda: A - 1):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).replace(repr(a), 'a'))
print(type(A), type(type(A)), A.__class__, Meta('C', (), {}).__mro__)
class M2(type): pass
try:
    class D(A, metaclass=M2): pass
except TypeError as e: print(e)
class M3(Meta): pass
class E(A, metaclass=M3): pass
print(type(E))
class F(metaclass=lambda *a, **k: (a[0], a[1], sorted(a[2]), k)): x = 1
print(F)
class Fn(metaclass=print): pass
print(Fn)
