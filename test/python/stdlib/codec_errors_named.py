import codecs
class E(ValueError): pass
class F(ValueError):
    def __init__(self,*a): super().__init__(*a)
class G(ValueError): 
    def __str__(s): return 'G!'
class H(ValueError): 
    def __new__(c, *a): return super().__new__(c, *a)
class I(KeyError): pass
class J(UnicodeEncodeError): 
    def __init__(s, x): super().__init__('a','b',0,1,'c')
class K(NameError): pass
def search(n):
    for c in (E,F,G,H,I,J,K, KeyError, OSError, NameError, UnicodeError, LookupError, IndexError, StopIteration, SystemExit, KeyboardInterrupt):
      if n==c.__name__.lower():
        def f(*a, c=c): raise c('boo')
        return codecs.CodecInfo(f,f)
codecs.register(search)
for n in 'e f g h i j k keyerror oserror nameerror unicodeerror lookuperror indexerror stopiteration systemexit keyboardinterrupt'.split():
  try: 'x'.encode(n)
  except BaseException as e: print(repr(e), str(e), repr(e.__cause__), repr(e.__context__))
  try: codecs.decode(b'x', n)
  except BaseException as e: print(repr(e), str(e), repr(e.__cause__), repr(e.__context__))

# A plain tuple for a codec; answers that are no tuples, or of the wrong kind.
def plain(n):
    if n == 'plain': return (lambda s, e='': (b'P' + s.encode(), len(s)), lambda b, e='': ('D' + bytes(b).decode(), len(b)), None, None)
    if n == 'wrong': return (lambda s, e='': ('text', 1), lambda b, e='': (b'bytes', 1), None, None)
    if n == 'none': return (lambda s, e='': None, lambda b, e='': 5, None, None)
codecs.register(plain)
for n in 'plain', 'wrong', 'none':
    for f in lambda: 'x'.encode(n), lambda: b'x'.decode(n), lambda: str(b'x', n), lambda: bytes('x', n), lambda: codecs.encode('x', n), lambda: codecs.decode(b'x', n):
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
