# What dir() and vars() say of mappingproxy.
import sys
def tb():
    try: 1 / 0
    except ZeroDivisionError as e: return type(e.__traceback__)
def fr(): return type(sys._getframe())
T = type(int.__dict__)
print(T, T.__name__, T.__qualname__, T.__module__, T.__bases__, T.__base__, T.__mro__)
for name in dir(T): print(name, end=" ")
print()
for name in sorted(n for n in vars(T) if not n.startswith("__")):
    v = vars(T)[name]
    print(name, type(v).__name__, end="; ")
print()
for f in (lambda: type("Sub", (T,), {}).__name__, lambda: setattr(T, "x", 1), lambda: delattr(T, "__init__"), lambda: T.nope, lambda: T.__dict__["nope"], lambda: setattr(T, "__name__", "x"), lambda: T.mro() == list(T.__mro__)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
