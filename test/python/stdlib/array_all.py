import array, copy, pickle
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__,e)
A=array.array
for c in array.typecodes:
    t(lambda: A(c)); t(lambda: A(c).itemsize)
    if c!='u':
        a=A(c,[1,2,3]); t(lambda: (a, a[1], a[-1], a[1:], a[::-1], a*2, a+a, a.tobytes(), a.tolist(), len(a), 2 in a, a.index(2), a.count(1), a==A('d',[1,2,3]), a<A('i',[1,3]), hash))  if 0 else None
        print(a, a[1], a[-1], a[1:], a[::-1], a*2, a+a, a.tobytes(), a.tolist(), len(a), 2 in a, a.index(2), a.count(1), a==A('d',[1,2,3]), a<A('i',[1,3]))
        for v in (-2**70,-2**63-1,-2**31-1,-32769,-129,-1,256,65536,2**32,2**64,2**70,'x',1.5): t(lambda: A(c,[v]))
        t(lambda: copy.copy(a)); t(lambda: copy.deepcopy(a)); 
        x=A(c,[1,2]); x.byteswap(); print(x)
a=A('u','héllo\U0001f600'); print(a, a.tounicode(), a[1], len(a))
a=A('i',range(10)); a[2:5]=A('i',[7]); print(a); a[::2]=A('i',[0]*4); print(a); del a[0]; del a[::3]; print(a)
a.insert(1,99); a.append(5); a.extend([1,2]); a.extend(A('i',[3])); print(a, a.pop(), a.pop(0), a); a.remove(99); a.reverse(); print(a); a.fromlist([4]); a.frombytes(b'\1\0\0\0'); print(a)
    t(f)
class S(A):
    def __new__(cls,*a): return super().__new__(cls,'i',a and a[0] or ())
print(S([1,2]), S()+A('i',[1]))
for f in (lambda: A(), lambda: A('z'), lambda: A('i','abc'), lambda: A(1), lambda: A('i',A('u')), lambda: a[100], lambda: a['x'], lambda: a.index(1234), lambda: a.remove(1234), lambda: a.pop(99), lambda: A('i').pop(), lambda: a+[1], lambda: a.extend(A('d')), lambda: a.frombytes(b'123'), lambda: a.__setitem__(0,'x'), lambda: a.fromlist(5), lambda: a*'x', lambda: a.__setitem__(slice(0,1),[1]), lambda: hash(a), lambda: A('i',5), lambda: a.tounicode(), lambda: a.fromlist([1,'a']), lambda: bytes(a), lambda: list(iter(a)), lambda: A('i',[1])==A('i',[1]), lambda: a.buffer_info()[1], lambda: array.ArrayType):
    t(f)
