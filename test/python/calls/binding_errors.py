def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class M(dict): pass
class Dup:
    def keys(self): return ['x','x']
    def __getitem__(self,k): return 1
class NonStr:
    def keys(self): return [1]
    def __getitem__(self,k): return 2
class Call:
    def __call__(self,*a,**k): return a,k
class BadKeys:
    def keys(self): raise ValueError('keys')
class NoIter: pass
def f(*a,**k): return a,k
def g(a,b=2,*,c): return a,b,c
for fn in ('f','None','Call()','g','len','[].append','int','print','"abc".join','lambda *a,**k:(a,k)','C.m','C().m'):
    from functools import partial
    class C:
        def m(self,*a,**k): return a,k
    for args in ('*h','**h','*1','**1','*None','**[]','1,*2','a=1,**3','**Dup()','a=1,**Dup()','x=1,**{"x":2}','**{"x":1},**{"x":2}','**{1:2}','**{1:3},**{1:5}','**NonStr()','**{1:2},a=1','*[1],**{"c":2}','*"ab",**{"c":2}','**BadKeys()','*NoIter()','*(1,),*2','**{"a":1},**5','*(x for x in [1,2]),**{}','*[],1','**{"a":1},b=2,**{"c":3}','*{1:2}','*{},**{}'):
        h=f
        try: r=eval('(%s)(%s)'%(fn,args))
        except BaseException as e: r='%s: %s'%(type(e).__name__,e)
        r=repr(r)
        if ' at 0x' in r: r=r[:r.index(' at 0x')]
        print(fn,args,r)
def it():
    yield 1
    raise TypeError('inner')
t(lambda: f(*it()))
t(lambda: f(0,*it()))
class I:
    def __iter__(self): raise TypeError('iter')
t(lambda: f(*I()))
t(lambda: f(**M(a=1)))
t(lambda: g()); t(lambda: g(1)); t(lambda: g(1,2)); t(lambda: g(1,2,3)); t(lambda: g(1,2,3,c=1)); t(lambda: g(1,a=2,c=3)); t(lambda: g(c=1)); t(lambda: g(1,c=2,d=3)); t(lambda: g(**{'a':1,'c':2,'':3}))
def p(a,b,/,c,*,d,e): return a
t(lambda: p(1)); t(lambda: p()); t(lambda: p(1,b=2,c=3)); t(lambda: p(a=1,b=2,c=3,d=1,e=1)); t(lambda: p(1,2,3)); t(lambda: p(1,2,3,d=1)); t(lambda: p(1,2,3,4,d=1,e=2)); t(lambda: p(1,2,3,4,5,d=1)); t(lambda: p(1,2,c=3,d=4,e=5,f=6)); t(lambda: p(1,2,d=1,e=1))
def q(a,b=1,c=2): return a
t(lambda: q(1,2,3,4)); t(lambda: q()); t(lambda: q(1,2,b=3)); t(lambda: q(b=1)); t(lambda: q(1,d=1))
def r(): pass
t(lambda: r(1)); t(lambda: r(1,2)); t(lambda: r(a=1)); t(lambda: r(*[1,2,3],**{'k':1}))
def s(a,b,c,d): pass
t(lambda: s()); t(lambda: s(1)); t(lambda: s(1,2)); t(lambda: s(1,2,3)); t(lambda: s(1,2,3,4,5))
def kw(*,a,b,c): pass
t(lambda: kw()); t(lambda: kw(a=1)); t(lambda: kw(a=1,b=1)); t(lambda: kw(1)); t(lambda: kw(1,2,a=1)); t(lambda: kw(a=1,b=2,c=3,d=4))
class K:
    def __init__(self,a): pass
    def m(self): pass
    @classmethod
    def c(cls,x): pass
    @staticmethod
    def s(x): pass
    def __call__(self,z): pass
    def __getitem__(self): pass
    def __len__(self,x): pass
    def __eq__(self): pass
t(lambda: K()); t(lambda: K(1,2)); t(lambda: K(1).m(2)); t(lambda: K.m()); t(lambda: K.c()); t(lambda: K(1).c(1,2)); t(lambda: K.s()); t(lambda: K(1)()); t(lambda: K(1)(1,2)); t(lambda: K(1)[0]); t(lambda: len(K(1))); t(lambda: K(1)==1); t(lambda: K(b=1)); t(lambda: K(1,a=2)); t(lambda: K.m(1,2)); t(lambda: K.__init__())
class N: pass
t(lambda: N(1)); t(lambda: N(a=1)); t(lambda: object(1)); t(lambda: object.__new__(N,1)); t(lambda: N().__init__(1)); t(lambda: N.__new__(N,1)); t(lambda: N.__new__()); t(lambda: object.__init__())
class New:
    def __new__(cls,a): return object.__new__(cls)
t(lambda: New()); t(lambda: New(1,2)); 
class New2:
    def __new__(cls,a): return super().__new__(cls,a)
t(lambda: New2(1))
class Init2:
    def __init__(self,a): super().__init__(a)
t(lambda: Init2(1))
t(lambda: partial()); t(lambda: partial(1)); t(lambda: partial(g)()); t(lambda: partial(g,1)(1,a=1)); t(lambda: partial(g,c=1)(1,2,3)); t(lambda: partial(K.m)()) 
t(lambda: (lambda: 1)(2)); t(lambda: (lambda x: 1)()); t(lambda: (lambda x,*y: 1)()); t(lambda: (lambda *,k: 1)())
def outer():
    def inner(x): pass
    return inner
t(lambda: outer()()); t(lambda: outer()(1,2))
def d1(a,b): pass
d1.__defaults__=(5,); t(lambda: d1()); d1.__defaults__=None; t(lambda: d1(1)); d1.__kwdefaults__={'z':1}; t(lambda: d1(1)); d1.__name__='renamed'; t(lambda: d1(1)); d1.__qualname__='Q.renamed'; t(lambda: d1(1))
