class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def g(n):
    a = A(n)
    try: yield 1; yield 2
    finally: print('fin', n)
for x in g('brk'): break
print('after break')
q = g('q'); next(q); del q; print('after del')
def f():
    for x in g('ret'): return x
print(f())
w = g('done'); list(w); print('listed'); w = None
def bad():
    try: yield
    finally: raise ValueError('in fin')
b = bad(); next(b); b = None
u = g('unstarted'); u = None; print('u')
print(next(g('tmp')))
print(any(x for x in g('any')), [x for x, y in zip(g('z1'), [1])])
it = iter(g('it')); next(it); it = None
from contextlib import contextmanager
@contextmanager
def cm():
    print('enter')
    try: yield A('cm')
    finally: print('leave')
with cm() as c: print('in'); 
c = None
last = g('end'); next(last)
print('END')
