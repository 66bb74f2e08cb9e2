import array
def t(s, ns={}):
    try:
        r = eval(s, globals(), ns); 
        print(s, '=>', r.tolist() if isinstance(r, memoryview) else repr(r))
    except Exception as e: print(s, '!!', type(e).__name__, e)
b=bytearray(range(12)); m=memoryview(b); r=memoryview(bytes(range(12)))
h=m.cast('H'); d2=m.cast('B',(3,4)); d3=m.cast('B',[2,3,2]); z=m.cast('B',()) if 0 else None
s2=m[::2]; rv=m[::-1]; a=memoryview(array.array('i',[1,2,3])); f=memoryview(array.array('d',[1.5,2.5]))
one=memoryview(b'x').cast('B',())
q=memoryview(bytearray(8)).cast('q'); ch=memoryview(bytearray(b'abc')).cast('c'); bo=memoryview(bytearray(2)).cast('?')
for n in 'm r h d2 d3 s2 rv a f one q ch bo'.split():
    for at in 'format itemsize ndim shape strides suboffsets nbytes readonly c_contiguous f_contiguous contiguous obj'.split():
        t('%s.%s'%(n,at))
    for e in 'tolist() tobytes() tobytes("F") tobytes("C") hex() hex("-") hex(sep=":",bytes_per_sep=2) __len__() [0] [-1] [99] [0,0] [1,2] [1,2,0] [1,2,3,4] [5,0] [...] [()] [1:2] [None] ["a"] [1.5] [1:3,0] [0:1,0:1] __contains__(1) toreadonly().readonly cast("B") cast("H") cast("b").cast("B") cast("c") cast("zz") cast("B",[3,4]) cast("B",[3,5]) cast("B",(0,)) cast("B",3) cast("B",["a"]) cast("B",[-1,2]) cast("i",[1,3]) cast("@i") cast("<i") __eq__(b"abc") __eq__(m) __eq__(r) __eq__(1) __delitem__(0) __setitem__(0,1) __setitem__(0,300) __setitem__(0,-1) __setitem__(0,"a") __setitem__(0,1.5) __setitem__((1,2),7) __setitem__(slice(0,2),b"zz") __setitem__(slice(0,2),b"z") __setitem__(slice(0,2),5) __setitem__(slice(0,4,2),b"zz") __setitem__(...,1) __setitem__(99,1) __setitem__("a",1) __setitem__(0,b"x") __setitem__(0,True) __setitem__(0,2**70) _from_flags __getitem__(slice(5,1)) [::0]'.split(' '):
        t(('%s%s' if e[0]=='[' else '%s.%s')%(n,e))
print(b)
t('list(d2)'); t('list(one)'); t('len(one)'); t('list(h)'); t('list(reversed(m))'); t('list(m[2:4])'); t('iter(d3)'); t('bytes(rv)'); t('bytearray(s2)'); t('m==b'); t('m!=bytes(b)'); t('h==m'); t('a==array.array("i",[1,2,3])'); t('a==array.array("h",[1,2,3])'); t('memoryview(f)==f'); t('hash(r)==hash(bytes(r))'); t('hash(h)'); t('hash(m.toreadonly().cast("H"))')
for v in (m, h, r):
    try: print(hash(v) == hash(v.tobytes()))
    except ValueError as e: print(e)
t('memoryview()'); t('memoryview(1)'); t('memoryview("a")'); t('memoryview(b"a",1)'); t('memoryview(object=b"ab")'); t('memoryview(obj=b"a")'); t('m<m'); t('m[0]<m[1]'); t('memoryview(b"ab")+b"c"'); t('bytes(m)+b"x"'); t('b"".join([m,r])'); t('int.from_bytes(m[:2],"little")'); t('b"abc".find(memoryview(b"b"))'); t('memoryview(b"abc") in [b"abc"]'); t('sum(m)'); t('sorted(m,reverse=True)'); t('98 in memoryview(b"abc")'); t('b"b" in memoryview(b"abc").cast("c")'); t('memoryview(b"abc").count'); 
with memoryview(b'abc') as w: t('w[0]',{'w':w})
for e in 'w[0] len(w) w.tolist() w.nbytes w.format w.shape w.obj w.readonly w==w w==b"abc" hash(w) repr(w)[:17] w.release() list(w) bytes(w) w.cast("B") w.__enter__() memoryview(w) w.toreadonly() w.hex() w.tobytes() w.itemsize w.ndim w.c_contiguous'.split(): t(e,{'w':w})
m3=memoryview(b'abc'); it=iter(m3); print(next(it)); print(m3[0:2].obj, m3[::2].strides, m3[::-2].tolist())
x=memoryview(bytearray(8)); y=x.cast('d'); y[0]=1.5; print(x.tolist(), y.tolist()); x.cast('f')[1]=2.25; print(x.tobytes())
x[2:6]=x[0:4]; print(x.tolist())
z=memoryview(bytearray(6)).cast('B',[2,3]); z[1,2]=9; print(z.tolist()); 
try: z[0]=1
except Exception as e: print(type(e).__name__, e)
try: z[0:1]=z[1:2]; print(z.tolist())
except Exception as e: print(type(e).__name__, e)
try: z[:]=z[:]; print(z.tolist())
except Exception as e: print(type(e).__name__, e)
try: print(m.cast('H').cast('I'))
except Exception as e: print(type(e).__name__, e)
try: print(z[1:].tolist(), z[::-1].tolist())
except Exception as e: print(type(e).__name__, e)
