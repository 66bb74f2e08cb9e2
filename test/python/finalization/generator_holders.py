# more finalization checks vs CPython on ordinary programs: no behaviour change
import contextlib
class Res:
    def __init__(self, n): self.n = n
    def __enter__(self): return self
    def __exit__(self, *a): print('exit', self.n)
def reader():
    with Res('r') as r:
        for i in range(5):
            yield i
class It:
    def __init__(self): self.g = reader()
    def __iter__(self): return self
    def __next__(self): return next(self.g)
it = It(); print(next(it), next(it)); print([x for x in it])
def pipeline():
    src = reader()
    sq = (x * x for x in src)
    yield from (y for y in sq if y % 2 == 0)
print(list(pipeline()))
p = pipeline(); print(next(p)); print('holding'); del p; print('dropped')
gens = {i: reader() for i in range(3)}
for g in gens.values(): next(g)
print('all started'); gens.pop(1); print('popped'); gens.clear(); print('cleared')
def coro():
    with Res('c'):
        while True: x = yield; print('got', x)
c = coro(); next(c); c.send(1); c.send(2)
d = c; del c; d.send(3); del d; print('end coro')
stack = [reader()]; next(stack[-1]); stack.append(reader()); next(stack[-1]); stack.pop(); print('pop'); stack = None
def closer(g): 
    try: next(g)
    finally: return 1
print(closer(reader()))
from itertools import chain, tee, zip_longest, takewhile
a, b = tee(reader()); print(next(a), next(b)); del a; print('a'); del b; print('b')
print(list(takewhile(lambda x: x < 2, reader()))); print('tw')
ch = chain(reader(), reader()); print(next(ch)); ch = None; print('ch')
import threading
def th():
    g = reader(); next(g)
    print('in thread')
t = threading.Thread(target=th); t.start(); t.join(); print('joined')
@contextlib.contextmanager
def cm():
    try: yield 1
    finally: print('cm fin')
with cm() as x: print(x)
def err():
    g = reader(); next(g); raise KeyError('e')
try: err()
except KeyError as e: print('caught')
print('after')
x = [next(reader()) for _ in range(2)]; print(x)
g1 = reader(); g2 = g1; next(g1); g1 = None; print(next(g2)); g2 = None
class Self:
    def __init__(self): self.gen = self.run(); next(self.gen)
    def run(self):
        with Res('self'): yield 1; yield 2
s = Self(); print(next(s.gen)); del s; print('cycle stays'); import gc; gc.collect(); print('collected')
