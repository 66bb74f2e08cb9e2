class A:
    def f(self, *a): return a
    def __getattr__(self, n):
        if n=='dyn': return lambda *a: ('dyn',)+a
        raise AttributeError(n)
def g(a, c, d):
    l=[]
    l.append(1 if c else 2)
    l.append(c or d); l.append(c and d)
    l.append(a.f(1 if c else 2, c and d, a.f(d if c else (c or d)).count(1 if d else 0)))
    l.append(a.dyn(1 if c else 2))
    l.append((a.f if c else a.dyn)(3))
    l.append((c or a.f)(3) if not c else 0)
    l.append(a.f(0 < len(l) < 5))
    l.append(a.f(*[1 if c else 2]))
    l.append(a.f(1 if c else 2).index(1 if c else 2))
    try: l.append(a.f(1 if c else 1/0))
    except ZeroDivisionError as e: l.append(str(e))
    try: a.nope(1 if c else 2)
    except AttributeError as e: l.append(str(e))
    try: l.append(a.f(x if c else 2) if c is not None else a.f([y for y in range(3) if y] or d))
    except NameError as e: l.append(str(e))
    return l
for c in (0,1,None,[]):
    for d in (0,'d'): print(g(A(),c,d))
def gen(l):
    l.append((yield 1) if l else (yield 2))
    return l
x=gen([]); print(next(x))
try: x.send(5)
except StopIteration as e: print(e.value)
