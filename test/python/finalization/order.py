class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
z = A('z1'); a = A('a2'); _u = A('u3'); l = [A('l4'), A('l5')]; d = {'q': A('d6')}
def f():
    x = A('x7'); y = A('y8'); print('in f')
f()
A('temp')
z2 = A('z9'); z2 = None
print('end')
c = A('cyc'); c.me = c; del c
p = A('parent'); p.child = A('child'); p.other = A('other')
del p
print('after parent')
l.pop(); print('popped')
t = (A('t1'), A('t2')); del t
ll = [A('e1'), A('e2'), A('e3')]; del ll
dd = {1: A('v1'), 2: A('v2')}; dd.clear()
print('fin')
