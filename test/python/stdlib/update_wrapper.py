# functools.update_wrapper and wraps: what is copied, of what, to what.
import functools

def f(a: int, b='x') -> str:
    """doc of f"""
    return b
f.extra = [1]
f.__dict__['n'] = 2

def show(w):
    print(w.__module__, w.__name__, w.__qualname__, w.__doc__, w.__annotations__, {k: v for k, v in w.__dict__.items() if not callable(v)}, getattr(w, '__wrapped__', None) is f)

@functools.wraps(f)
def w(*args, **kw):
    "doc of w"
    return f(*args, **kw)
show(w)
print(w(1), w.__annotations__ is f.__annotations__, w.extra is f.extra, w.__defaults__)

@functools.lru_cache
def g(n: int):
    'cached'
    return n
print(g.__name__, g.__doc__, g.__annotations__, g.__module__, list(g.__dict__), g(3), g.__wrapped__(4))
h = functools.lru_cache(f)
print(list(h.__dict__), h.extra is f.extra)

def plain(): pass
def v():
    'v'
    return 1
v.own = 1
functools.update_wrapper(v, plain)
print(v.__name__, v.__doc__, v.__annotations__, v.__dict__.keys(), v.__wrapped__ is plain, plain.__annotations__ is v.__annotations__)
show(functools.update_wrapper(lambda: 0, f, assigned=('__name__',), updated=()))
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)

class C:
    'class C'
    def __call__(self): return 'called'
    def m(self): 'method m'
c = C()
functools.update_wrapper(c, f)
print(c.__name__, c.__doc__, c.__wrapped__ is f, c())
x = functools.update_wrapper(lambda: 0, C.m)
print(x.__qualname__, x.__doc__)
x = functools.update_wrapper(lambda: 0, C().m)
print(x.__qualname__, x.__doc__)
x = functools.update_wrapper(lambda: 0, functools.partial(f, 1))
print(x.__name__, x.__doc__[:30])
x = functools.update_wrapper(lambda: 0, len)
print(x.__name__, x.__module__, x.__doc__)
s = functools.update_wrapper(f, f)
print(s is f, s.__wrapped__ is f)
try:
    functools.update_wrapper(1, f)
except AttributeError as e:
    print(e)
class L:
    @functools.wraps(f)
    @functools.cache
    def m(self): return 1
print(L.m.__name__)
