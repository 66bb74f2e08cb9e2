class A(Exception): pass
class B(A): pass
class C(B, KeyError): pass
for exc in (A('a'), B, C('c'), KeyError('k'), LookupError):
    try: raise exc
    except B as e: print('B', repr(e))
    except (KeyError, A) as e: print('KeyError|A', repr(e))
    except LookupError: print('lookup')
for bad in (5, 'x', int, (A, 5), (A, (KeyError,)), None, [A]):
    try:
        try: raise A
        except bad: print('matched')
    except TypeError as e: print(e, '|', repr(e.__context__))
    except A: print('not matched')
try:
    try: raise A
    except 5 if False else B: print('no')
except A: print('conditional')
class Meta(type):
    def __subclasscheck__(cls, c): print('called'); return True
    def __instancecheck__(cls, c): print('called'); return True
class D(Exception, metaclass=Meta): pass
try:
    try: raise KeyError
    except D: print('D')
except KeyError: print('no subclasscheck')
def order():
    print('evaluated'); return KeyError
try: pass
except order(): pass
try: raise ValueError
except ValueError: pass
except order(): pass
try:
    try: raise KeyError(1)
    except order() as e: print(e, e.args)
    else: print('else')
except BaseException: print('no')
class E(Exception):
    def __new__(cls, *a): return 5
try: raise E
except TypeError as e: print(e)
class F(Exception):
    def __init__(self): raise OSError('in init')
try: raise F
except OSError as e: print(repr(e))
try: raise A(1, 2), 3
except TypeError as e: print(e)
