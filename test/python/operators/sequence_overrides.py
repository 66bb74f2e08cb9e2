class A(list):
    def __add__(s,o): return NotImplemented
class B(list): pass
class C(str):
    def __add__(s,o): return NotImplemented
    def __mul__(s,o): return NotImplemented
class D(tuple):
    def __mul__(s,o): return NotImplemented
    def __rmul__(s,o): return NotImplemented
class E(list):
    def __iadd__(s,o): return NotImplemented
    def __imul__(s,o): return NotImplemented
class F(bytes):
    def __add__(s,o): return NotImplemented
class G(bytearray):
    def __radd__(s,o): return NotImplemented
for src in ('A()+1','A()+[1]','B()+1','C()+1','C()+"a"','"a"+C()','C()*2','C()*"a"','2*C()','D()*2','2*D()','D()*1.5','E()+1','F()+b"a"','F()+1','b"a"+F()','G()+1','[1]+A()','[1]+B([2])','1+B()','B()*"a"','A()*2','A()*1.5'):
    try: print(src, repr(eval(src)))
    except TypeError as e: print(src, e)
e=E()
for op in ('e+=[1]','e+=1','e*=2','e*="a"','a=A();a+=[1];print(a)','a=A();a+=1'):
    try: exec(op); print(op,e)
    except TypeError as x: print(op, x)
