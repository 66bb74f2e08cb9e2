# Display of odd syntax errors, changed Unicode errors, iteration over changing dicts.
import sys
sys.stderr = sys.stdout
class A:
    blech = None
    def __getattr__(self, attr):
        raise AttributeError()
try: A().bluch
except AttributeError as e: sys.__excepthook__(type(e), e.with_traceback(None), None)
for args in [("bad.py",1,2,"abcdefg",1,100),("bad.py",1,0,"abcdefg",1,5),("bad.py",1,0,"abcdefg",1,0),("bad.py",1,2,"abcdefg",1,7),("bad.py",1,2,"abcdefg",2,7),("bad.py",1,2,"",1,2), ("bad.py",None,2,"abc",None,3),("bad.py",1,2,None,1,3)]:
    try: raise SyntaxError('bad bad', args)
    except SyntaxError as e: sys.__excepthook__(type(e), e.with_traceback(None), None)
u = UnicodeEncodeError('baz', 'xxxxx', 1, 5, 'foo')
print(u); u.end=2; print(u); u.end=5; u.reason=0x345345345345345345; print(u); u.encoding=4000; print(u); u.start=1000; print(u)
u = UnicodeDecodeError('baz', b'xxxxx', 1, 5, 'foo')
print(u); u.end=2; print(u); u.end=5; u.reason=0x345345345345345345; print(u); u.encoding=4000; print(u); u.start=1000; print(u)
u = UnicodeTranslateError('xxxx', 1, 5, 'foo')
print(u); u.end=2; print(u); u.end=5; u.reason=0x345345345345345345; print(u); u.start=1000; print(u)
print(ImportError('t', name='n', path='p').__reduce__(), ImportError('t').__reduce__())
print(tuple.__itemsize__, bytes.__itemsize__, int.__itemsize__)
it = iter([1,2,3]); it2 = iter({1:2})
for d in ({0:0},{0:0,1:1},):
    try:
        for i in d:
            print(i); del d[i]; d[i]=0
    except RuntimeError as e: print(e)
d={0:0,1:1,2:2}
for i in d:
    print(i)
    if i==0: del d[2]; d[2]=5
print(len(range(-sys.maxsize, sys.maxsize, 2)))
class Y:
    def __len__(self): return sys.maxsize
print(len(Y()))
class Y:
    def __len__(self): return sys.maxsize+1
try: print(len(Y()))
except OverflowError as e: print(e)
def spam():
    if spam.r: return 2
    spam.r = True
    list(spam.it)
    return 1
spam.r=False
spam.it=iter(spam,2)
print(next(spam.it,'end'))
class H:
    n=0
    def __hash__(self): H.n+=1; return 1
    def __eq__(self,o): return self is o
