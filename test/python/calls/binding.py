def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(1, d=4, a=9, b=8), f(*[1, 2], **{'d': 3, 'c': 4}))
def g(x, y): pass
def h(*, k): pass
def p(a, /): pass
def n(): pass
def m(a, b, c, d): pass
def kk(*, a, b, c=1): pass
class C:
    def meth(self, x): pass
    @classmethod
    def cm(cls, x): pass
    @staticmethod
    def sm(x): pass
    def __call__(self, q): pass
tests = ('f()', 'f(1)', 'f(1, e=2)', 'g()', 'g(1)', 'g(1, 2, 3)', 'g(1, x=1)', 'g(x=1)', 'g(1, 2, z=3)', 'g(1, 2, z=3, w=4)', 'h()', 'h(1)', 'h(1, k=2)', 'h(k=1, j=2)', 'p()', 'p(a=1)', 'p(1, 2)', 'n(1)', 'n(a=1)', 'n(*[1, 2])', 'm()', 'm(1, 2)', 'm(1, 2, 3)', 'm(*range(6))', 'kk()', 'kk(a=1)', 'kk(1, a=1, b=2)', 'kk(1, 2, 3, a=1, b=2)', 'C().meth()', 'C().meth(1, 2)', 'C.meth()', 'C.meth(1)', 'C().cm()', 'C.cm(1, 2)', 'C.sm()', 'C.sm(1, 2)', 'C()()', 'C()(1, 2)', 'C(1)', '(lambda x: x)()', '(lambda: 0)(1)', '(lambda *, x: x)()', 'g(*1)', 'g(**1)', 'g(**{1: 2})', 'g(1, **{"x": 2})', 'g(**{"x": 1}, **{"x": 2})', 'g(x=1, **{"x": 2})', 'g(*[1], *[2], *[3])', 'n(**{"a b": 1})', 'g(1, *None)', 'g(*"ab")', 'len(*[[1]])', 'len(**{})', 'len(**{"obj": 1})', 'print(**{"sep": 1})', 'dict(**{"a": 1}, a=2)', 'C().meth(**5)', 'C().nope()', 'None()', '"a"()', 'f.x()', 'p(1, b=2)', 'p(1, a=1)', 'm(1, 2, 3, 4, a=1)', 'm(b=1, c=2)', 'm(1, e=2)', 'h(l=1)', 'type("T", (), {"__init__": lambda s, a: None})()', 'type("T", (), {"__new__": lambda c: 0})(1)', 'int(*[1, 2, 3])', 'str(*"abcd")', '[].append(*[])', '{}.get(*[])', '(1).bit_length(1)')
for t in tests:
    try: print(t, eval(t))
    except Exception as e: print(t, '->', type(e).__name__, e)
