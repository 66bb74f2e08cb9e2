def f(self, x): return self, x
print(f.__get__(3)(4), f.__get__(None, int) is f)
try: f.__get__(None, None)
except TypeError as e: print(e)
try: f.__get__()
except TypeError as e: print(e)
class A: pass
A.f = f
a = A()
print(a.f(1)[1], A.f(1, 2), a.f.__func__ is f)
print(A.__dict__['f'] is f, 'f' in a.__dict__)
b = len
A.b = b
print(a.b([1, 2]))
A.p = print
a.p('builtin functions do not bind')
A.up = str.upper
try: a.up()
except TypeError as e: print(str(e))
A.t = int
print(a.t('5'))
print(str.upper.__get__('abc')(), str.upper.__get__('abc', str)())
for g in (lambda: str.upper.__get__(1), lambda: str.upper(1), lambda: str.upper(), lambda: int.__add__(1), lambda: int.__add__('a', 1), lambda: int.real.__get__('a'), lambda: int.real.__get__(5), lambda: dict.fromkeys.__self__, lambda: list.append.__get__([1], 5).__name__, lambda: str.__len__('a', 1), lambda: (1).__add__(), lambda: [].append(), lambda: [].append(1, 2), lambda: [].append(x=1), lambda: int.real.__set__(5, 1), lambda: type.__dict__['__name__'].__get__(1)):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
print(str.upper, int.__add__, (1).__add__.__name__, int.real, [].append.__qualname__, len, dict.fromkeys.__qualname__, type.mro)
print(int.__add__.__objclass__, str.upper.__name__, str.upper.__qualname__, (5).__add__.__self__, int.real.__name__, int.real.__objclass__)
