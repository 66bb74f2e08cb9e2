class A(Exception):
    def __init__(self, code, msg='default'):
        super().__init__(msg)
        self.code = code
a = A(5)
print(a, repr(a), a.args, a.code)
class B(Exception):
    def __init__(self, a, b): self.a = a; self.b = b
b = B(1, 2)
print(b.args, str(b), repr(b))
class C(Exception):
    x = property(lambda s: s.args[0])
print(C(9).x)
class D(KeyError):
    def __str__(self): return 'D!'
try: raise D('k')
except LookupError as e: print(e, repr(e))
class E(OSError):
    def __init__(self, *a, extra=None):
        super().__init__(*a); self.extra = extra
e = E(2, 'nf', 'file', extra=1)
print(e, e.errno, e.extra, type(e).__name__, e.filename)
class F(StopIteration): pass
print(F(3).value)
def g():
    yield 1
    raise F(7)
try: list(g())
except RuntimeError as e: print(e, repr(e.__cause__))
class G(ImportError): pass
print(G('m', name='n').name)
class H(SyntaxError): pass
h = H('bad', ('f.py', 3, 4, 'text', 3, 6)); print(h, h.lineno, h.text, h.end_offset)
class I(UnicodeDecodeError): pass
print(I('utf8', b'x', 0, 1, 'r'))
class J(SystemExit): pass
print(J(4).code)
class K(BaseException):
    def __new__(cls, *a, **k):
        self = super().__new__(cls, 'replaced'); self.orig = a; return self
    def __init__(self, *a, **k): pass
print(K(1, z=2).args, K(1).orig)
class L(Exception, metaclass=type('M', (type,), {'__repr__': lambda c: 'L!'})): pass
print(L, L(1))
class Slot(Exception): __slots__ = ('s',)
s = Slot(); s.s = 3; s.t = 4; print(s.s, s.t)
