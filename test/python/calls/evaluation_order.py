log = []
def v(x): log.append(x); return x
def f(*a, **k): log.append('call'); return 0
f(v(1), *[v(2)], v(3), a=v(4), **{'b': v(5)}, c=v(6))
{v('k1'): v('v1'), v('k2'): v('v2')}
v('a') + v('b') * v('c') ** v('d')
v(1) < v(2) < v(0) < v('never')
[v('l')][v(0)]
def dec(n):
    v(f'dec{n}')
    return lambda g: (v(f'apply{n}'), g)[1]
@dec(1)
@dec(2)
def g(a=v('default'), *, k=v('kwdefault')) -> v('ret'): pass
v('x') if v(False) else v('y')
v(0) or v('') and v('z') or v('w')
class A(v(object), metaclass=v(type)): v('body')
d = {}
d[v('target')] = v('value')
(d[v('t1')], d[v('t2')]) = v('p'), v('q')
d[v('aug')] = 1; d[v('aug')] += v(2)
lambda q=v('lamdef'): v('not evaluated')
x = y = v('chain')
a, (b, c) = v(1), (v(2), v(3))
print(*[repr(e) for e in log])
log.clear()
for i in v([1]): v('body')
else: v('else')
while v(0): pass
with type('W', (), {'__enter__': lambda s: v('enter'), '__exit__': lambda s, *a: v('exit')})() as w: v('in')
assert v(True), v('not')
del d[v('target')]
f'{v("f1")}{v("f2"):{v(">5")}}'
{v(i): v(-i) for i in v((1, 2)) if v('cond')}
v('s')[v(0):v(1):v(None)]
print(*[repr(e) for e in log])
