# Warnings of the compiler and of native code go through the module warnings.
import warnings
def show(w):
    for x in w: print(x.category.__name__, x.message, x.lineno, x.filename if x.filename[0]=='<' else '')
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    compile('0x1for x in y','<f>','eval'); compile('\n1if 2 else 3','<f>','eval')
    eval("1 is 1"); exec("'\\d'\nassert (1,2)\nif 0:\n  x is 1\n")
    show(w)
warnings.simplefilter('error')
for s in ('x is 1', 'assert (1,2)', 'x = (1)\nif x:\n  y = x is not 5'):
    try: compile(s,'<t>','exec')
    except SyntaxError as e: print(repr(e), e.lineno, e.offset, e.end_lineno, e.end_offset, e.__cause__, e.__context__)
class I(int): pass
class A:
    def __int__(self): return True
    def __index__(self): return I(3)
    def __float__(self): return F(1)
    def __complex__(self): return C(1)
    def __trunc__(self): return 5
class F(float): pass
class C(complex): pass
class B:
    def __trunc__(self): return 5
import operator
for f in (lambda: int(A()), lambda: float(A()), lambda: complex(A()), lambda: operator.index(A()), lambda: [1,2,3,4][A()], lambda: int(B()), lambda: bool(NotImplemented), lambda: not NotImplemented, lambda: 1 if NotImplemented else 2, lambda: hex(A()), lambda: range(A())):
    for mode in 'error', 'always':
        with warnings.catch_warnings(record=mode == 'always') as w:
            warnings.simplefilter(mode)
            try: print(repr(f()))
            except Exception as e: print(type(e).__name__, e)
            if w: show(w)
