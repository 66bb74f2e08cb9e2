class A:
    def __delitem__(self,k): print('del',k)
class B:
    def __setitem__(self,k,v): print('set',k,v)
class D1:
    def __set__(self,o,v): print('dset')
class D2:
    def __delete__(self,o): print('ddel')
class O:
    a=D1(); b=D2()
def t(f):
    try: f()
    except Exception as e: print(type(e).__name__,e, getattr(e,'name','-'), getattr(e,'obj','-'))
def f1(): A()[1]=2
def f2(): del B()[1]
def f3(): O().b=1
def f4(): del O().a
def f5(): del A()[1:2]
def f6(): A()[1:2]=3
class S(str):
    def __setitem__(self,k,v): pass
def f7(): del S()[0]
import operator
def f8(): operator.setitem(A(),1,2)
def f9(): operator.delitem(B(),1)
def f10(): A()[1]+=1
def f11(): A().x; 
class I(tuple):
    def __delitem__(self,k): pass
def f12(): I()[0]=1
class M(type):
    def __delitem__(self,k): pass
class MM(metaclass=M): pass
def f13(): MM[0]=1
class N:
    __setitem__=None
def f14(): N()[0]=1
def f15(): del N()[0]
class DN:
    __delete__=None
def f16():
    class O: x=DN()
    O().x=1
class A2(A): pass
def f17(): A2()[0]=1
for f in (f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f12,f13,f14,f15,f16,f17):
    print(f.__name__); t(f)
