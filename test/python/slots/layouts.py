class A: __slots__ = ('a',)
class B: __slots__ = ()
class C(A, B): __slots__ = ('c',)
class D(B, A): __slots__ = ()
c = C(); c.a = 1; c.c = 2
d = D(); d.a = 5
print(c.a, c.c, d.a, C.__base__, D.__base__)
class E: pass
class F(A, E): pass
f = F(); f.a = 1; f.z = 2
print(f.__dict__, F.__base__.__name__)
class G(E, A): __slots__ = ()
g = G(); g.a = 3; g.w = 1
print(g.__dict__, g.a)
d.__class__ = A if False else D
class H: __slots__ = ('a',)
a = A(); a.a = 9
try:
    a.__class__ = H
    print('assigned', a.a)
except TypeError as e: print(e)
class I(A): __slots__ = ()
try:
    a.__class__ = I
    print(type(a).__name__, a.a)
except TypeError as e: print(e)
class J(A): __slots__ = ('a',)
j = J(); j.a = 1
A.a.__set__(j, 2)
print(j.a, A.a.__get__(j))
class K:
    __slots__ = ('x', '__dict__')
k = K(); k.x = 1; k.y = 2
print(k.__dict__, K.__dict__['x'].__class__.__name__)
class L(K):
    x = 'class attr hides slot'
l = L()
try: l.x = 4; print(l.x, l.__dict__)
except AttributeError as e: print(e)
print(sorted(n for n in dir(C) if not n.startswith('__')))
class M(Exception): __slots__ = ('e',)
m = M('x'); m.e = 1; m.f = 2
print(m.e, m.args, m.__dict__)
