import weakref
class I(int): pass
class T(tuple): pass
class B(bytes): pass
class S(str): pass
class F(float): pass
class L(list): pass
class D(dict): pass
class C: pass
class M(type): pass
class Sl: __slots__=()
class E(Exception): pass
for c in (I,T,B,S,F,L,D,C,M,Sl,E):
    try: o=c('x',(),{}) if c is M else c()
    except Exception as e: print(e)
    try: weakref.ref(o); print(c.__name__,'ok', end=' ')
    except TypeError as e: print(e, end=' ')
    print('__weakref__' in c.__dict__, list(c.__dict__), c.__dictoffset__, c.__weakrefoffset__, c.__basicsize__, c.__itemsize__)
print(list(type('T',(),{}).__dict__), list(type('T',(),{'a':1,'__module__':'x'}).__dict__), list(type('T',(),{'__doc__':1}).__dict__))
for t in (int,float,str,list,dict,object,type,C,len,'',1,Sl(),C(),range(1),set(),[],{},(lambda:1),(x for x in []),sys if 0 else weakref,slice(1)):
    try: weakref.ref(t); print('ok')
    except TypeError as e: print(e)
import sys
def f(): pass
class Sl2: __slots__=('a','b')
class D2(C): __slots__=('x','y')
print([sys.getsizeof(o) for o in (1,2**40,2**100,True,1.5,1j,'','abc','\xe9','\u20ac','\U0001f600',b'',b'abc',bytearray(),bytearray(b'abc'),[],[1,2,3],(),(1,2),{}, {1:2},{'a':1},set(),{1},frozenset(),range(3),None,...,object(),Sl(),Sl2(),3.5,NotImplemented)])
print([sys.getsizeof({i:i for i in range(n)}) for n in (0,1,5,6,10,11,22,43,86,200)], [sys.getsizeof({str(i):i for i in range(n)}) for n in (0,1,5,6,10,11,22)])
print([sys.getsizeof({*range(n)}) for n in (0,1,4,5,18,19,76,77,400)])
l=[]; out=[]
for i in range(40): out.append(sys.getsizeof(l)); l.append(i)
print(out)
for c in (C,D2,Sl2,L,I,T,E,S,int,list,dict,str,type,object,BaseException,OSError,set): print(c.__name__,c.__basicsize__,c.__itemsize__,c.__dictoffset__,c.__weakrefoffset__)
print(sys.getsizeof(f),sys.getsizeof(C()),sys.getsizeof(C),sys.getsizeof(int),sys.getsizeof(slice(1)),sys.getsizeof(len),sys.getsizeof(C().__init__), sys.getsizeof(iter([])),sys.getsizeof(ValueError()),sys.getsizeof(property()),sys.getsizeof(enumerate([])),sys.getsizeof(weakref))
