# RecursionError, its handling, and deep structures that need none.
import sys
sys.setrecursionlimit(300)
def f(n): return 0 if n == 0 else 1 + f(n - 1)
print(f(200))
try: f(10000)
except RecursionError as e: print(type(e).__name__, str(e)[:32])
depth = 0
def g():
    global depth
    depth += 1
    g()
try: g()
except RecursionError: print(200 < depth <= 300)
class A:
    def __repr__(self): return repr(self)
    def __getattr__(self, name): return self.other
    def __eq__(self, o): return o == self
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __call__(self): return self()
    def __add__(self, o): return self + o
for what in ('repr(A())', 'A().x', 'A() == A()', 'hash(A())', 'len(A())', 'iter(A())', 'A()()', 'A() + 1', 'str(A())', '[A()] == [A()]', '{A()}', 'f"{A()}"', '"%s" % A()', 'sorted([A(), A()], key=hash)', 'list(A())'):
    try: eval(what)
    except RecursionError: print(what)
def gen(n):
    yield n
    yield from gen(n + 1)
try:
    for i in gen(0): pass
except RecursionError: print('generators', i > 100)
l = []
for i in range(5000): l = [l]
n = 0
while l: l = l[0]; n += 1
print(n)
try:
    try: f(10000)
    except RecursionError: f(100); print('room again')
finally: print('finally')
def deep(n):
    try: return deep(n + 1)
    except RecursionError: return n
print(deep(0) > 200)
d = {}; d['d'] = d; print(d, repr([d])); l = [1]; l.append(l); print(l); t = ([],); t[0].append(t); print(t)
s = [1]; s[0] = s
try: print(s == [s])
except RecursionError: print('eq')
a = []; b = [a]; a.append(b)
try: a == b; print('?')
except RecursionError: print('eq too')
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
try: sys.setrecursionlimit('x')
except TypeError as e: print(e)
print(sys.getrecursionlimit())
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100), odd(101))
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(i) for i in range(15)])
