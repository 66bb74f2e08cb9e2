import gc, sys
class Base:
    count = 0
    def __init__(self, name):
        self.name = name; Base.count += 1; print('init', name)
    def __del__(self):
        Base.count -= 1; print('del', self.name)
class Child(Base):
    __slots__ = ('extra',)
    def __del__(self):
        print('child del', self.name); super().__del__()
def make(n):
    b = Base(n)
    return b
x = make('a')
y = x
del x
print('still', y.name)
y = None
print('gone')
c = Child('c'); c = Child('c2'); print('replaced')
for i in range(3):
    o = Base('loop%d' % i)
print('after loop')
del o
def raises():
    r = Base('r')
    raise ValueError('bad')
try: raises()
except ValueError as e: print('caught', e)
print('after except')
class Bad(Base):
    def __init__(self): raise RuntimeError('no init')
    def __del__(self): print('bad del', hasattr(self, 'name'))
try: Bad()
except RuntimeError as e: print(e)
print('x')
class Res:
    saved = []
    def __del__(self): print('resurrect'); Res.saved.append(self)
r = Res(); del r; print(len(Res.saved)); Res.saved.clear(); print('cleared')
class Node:
    def __init__(self, v): self.v = v; self.next = None
    def __del__(self): print('node', self.v)
head = Node(1); head.next = Node(2); head.next.next = Node(3)
head = head.next
print('moved')
a = Node('A'); b = Node('B'); a.next = b; b.next = a
del a, b
print('cycle pending'); print(gc.collect() >= 0); print('collected')
def closure():
    n = Node('clo')
    def inner(): return n.v
    return inner
f = closure(); print(f()); f = None; print('closure gone')
d = {'k': Node('dict')}; d['k'] = Node('dict2'); print('replaced'); d.pop('k'); print('popped'); d = {}
l = [Node(i) for i in range(3)]
l[1] = None; print('one'); l.clear(); print('cleared')
def gen():
    n = Node('gen'); yield 1; yield 2
for v in gen(): print(v)
print('gen done')
class Ctx(Node):
    def __enter__(self): return self
    def __exit__(self, *a): print('exit')
with Ctx('ctx') as q: print('in')
print('after with'); del q; print('del q')
with Ctx('anon'): print('in')
print('after anon')
print(Node('tmp').v)
s = {Node('set')}; s.clear()
t = Node('attr'); t.other = Node('attr2'); del t.other; print('del attr'); t.other = 5
def args(*a, **k): print(len(a), len(k))
args(Node('arg1'), Node('arg2'), k=Node('kw'))
print([n.v for n in [Node('lc1'), Node('lc2')]])
lam = lambda: Node('lam').v
print(lam())
try:
    z = Node('try'); 1/0
except ZeroDivisionError: z = None; print('z none')
finally: print('finally')
Node('expr')
if Node('cond'): print('true')
while Node('w'): break
print(Node('x1') is Node('x2'))
import copy
n1 = Node('cp'); n2 = copy.copy(n1); del n1; print('orig gone'); del n2
class Meta(type):
    def __del__(cls): print('class del', cls.__name__)
print(sys.getrefcount(head) > 0)
g2 = Node('global end')
print('END', Base.count)
