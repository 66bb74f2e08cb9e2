def g(n):
    try: yield n; yield n + 1
    finally: print('fin', n)
for x in g('a' and 1): break
print('after break')
def f():
    for x in g(10): return x
print(f())
q = g(20); next(q); del q; print('after del')
print(next(g(30)))
print([x for x, y in zip(g(40), [1])])
try:
    for x in g(50): 1/0
except ZeroDivisionError: print('handled')
print('after')
def outer():
    yield from g(60)
for x in outer(): break
print('outer')
class Res:
    def __init__(self, n): self.n = n
    def __enter__(self): print('open', self.n); return self
    def __exit__(self, *a): print('close', self.n)
def lines():
    with Res('r') as r:
        yield 1; yield 2
for l in lines(): break
print('lines')
it = lines(); print(next(it)); it = None; print('none')
print(any(x for x in g(70)), 1 in g(1), max(g(5)))
a, *b = g(80); print(a, b)
from itertools import islice
print(list(islice(g(90), 1)))
print('isl')
w = g(100); next(w); w.close(); print('closed'); del w
z = g(110); next(z)
print('END')
