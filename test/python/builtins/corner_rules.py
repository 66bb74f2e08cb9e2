# Rules of builtins that few programs meet: ties in formatting, views, copies, closures of exec, except*.
for v in (0.5,1.5,2.5,1505.0,1515.0,25.0,35.0,0.125,0.375,2.25,1.0005,250.0,12345.0,12355.0,0.00025, 2.5e20,3.5e20, 1e22,5e-324, 2**-20, 2**-30*3):
    print(v, *['%.{}{}'.format(p,c) % v for p in range(0,8) for c in 'efg'], *[format(v,'.%d%s'%(p,c)) for p in range(0,6) for c in 'efg%n'], *['%#.{}g'.format(p) % v for p in range(1,6)], round(v), *[round(v,n) for n in range(-3,6)])
class O:
    def __new__(*args, **kwargs): pass
class D(dict):
    def __set_name__(self): pass
import types, sys
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class C_get_vars(object):
    def getDict(self): return {'a':2}
    __dict__ = property(fget=getDict)
t(lambda: vars(C_get_vars()))
t(lambda: type(object.__str__)); t(lambda: type(object.__lt__)); t(lambda: type(object().__str__)); t(lambda: type(int.__lt__)); t(lambda: type(object.__init__)); t(lambda: type(object().__init__)); 
nan=float('nan')
class NE:
    def __eq__(self,o): return False
    def __hash__(self): return 5
ne=NE()
vals=(nan,1,None,'abc',ne)
for c in (list,tuple,dict.fromkeys,set,frozenset):
    t(lambda: c(vals)==c(vals)); t(lambda: all(x in c(vals) for x in vals))
from collections import deque
t(lambda: deque(vals)==deque(vals))
t(lambda: {}.keys() & 1); t(lambda: {}.keys() | 1); t(lambda: {}.items() ^ 1); t(lambda: {}.keys() - 1); t(lambda: 1 & {}.keys()); t(lambda: [1] - {1:2}.keys())
import operator
class W:
    called=False
    def __len__(self):
        if not self.called: self.called=True; return 10
        raise ZeroDivisionError('z')
    def __getitem__(self,i): return i
t(lambda: operator.length_hint(reversed(W())))
for val in (True,False,[],[1],'','1'):
    def foo(self): pass
    foo.__isabstractmethod__ = val
    t(lambda: property(foo).__isabstractmethod__); t(lambda: classmethod(foo).__isabstractmethod__)
def f2():
    "doc"
class PS(property):
    __slots__=()
try: PS(f2)
except AttributeError as e: print(e)
tb=None
try: 1/0
except Exception as e: tb=e.__traceback__
fr=sys._getframe()
t(lambda: types.TracebackType("no", fr, 1, 2)); t(lambda: types.TracebackType(tb, "no", 1, 2)); t(lambda: types.TracebackType(tb, fr, "no", 2)); t(lambda: types.TracebackType(tb,fr,1,"nuh")); t(lambda: types.TracebackType(None,fr,1,2).tb_lineno); 
eg=ExceptionGroup("eg",[ValueError(1),TypeError(2)]); eg.__notes__=123
m,r=eg.split(TypeError); t(lambda: hasattr(m,'__notes__'))
eg.__notes__='abc'
m,r=eg.split(TypeError); t(lambda: m.__notes__)
import copy
for o in ({}.keys(), {}.items(), {}.values(), (x for x in ()), fr, tb, f2.__code__, property(), staticmethod(f2), sys, type(f2), f2, len, [].append, super(PS), (lambda:0), iter([]), ..., NotImplemented, object(), slice(1,2), range(3), O, types.MappingProxyType({}), types.SimpleNamespace(a=1), types.CellType(3)):
    try: c=copy.copy(o); print(type(o).__name__, c is o, type(c) is type(o))
    except Exception as e: print(type(o).__name__, type(e).__name__, str(e)[:60])
def go():
    try:
        raise ExceptionGroup("eg",[TypeError(1),ValueError(2)])
    except* (TypeError,ValueError) as e:
        raise SyntaxError("bad")
t(go)
def go():
    try:
        raise ExceptionGroup("eg",[TypeError(1),ValueError(2)])
    except* TypeError as e:
        raise SyntaxError("bad")
t(go)
def go():
    try:
        raise ExceptionGroup("eg",[TypeError(1),ValueError(2)])
    except* TypeError as e:
        raise SyntaxError("bad")
    except* ValueError as e:
        raise SyntaxError("bad2")
t(go)
def go():
    try:
        raise TypeError(1)
    except* TypeError as e:
        raise SyntaxError("bad")
t(go)
d={}; d[1]=d.values(); t(lambda: repr(d)[:60])
d={}; d[1]=d.items()
class aug:
    def __iadd__(self,o): return NotImplemented
    def __add__(self, o): return NotImplemented
x=aug()
def f3():
    global x
    x+=10
t(f3)
class aug4:
    def __init__(self,v): self.val=v
    __iadd__=None
    def __add__(self,o): return 1
def f4():
    x=aug4(3); x+=10
t(f4)
class P:
    x=property()
p=property()
t(lambda: p.__set_name__()); t(lambda: p.__set_name__(1)); t(lambda: p.__set_name__(1,2,3)); t(lambda: p.__set_name__(1,2)); t(lambda: p.getter()); t(lambda: p.setter(1,2))
def outer():
    a=1;b=2;c=3
    def three():
        nonlocal a,b,c
        a+=1; return b,c
    return three
th=outer()
t(lambda: exec(th.__code__, {}, closure=th.__closure__)); t(lambda: exec(th.__code__, {})); t(lambda: exec(th.__code__, {}, closure=())); t(lambda: exec(th.__code__, {}, closure=[1,2,3]));t(lambda: exec(f2.__code__, {}, closure=())); t(lambda: exec("1", {}, closure=())); t(lambda: exec(th.__code__, {}, closure=(1,2,3))); t(lambda: exec(f2.__code__,{},closure=th.__closure__))
t(lambda: th.__closure__[0].cell_contents)
