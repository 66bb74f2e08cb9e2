# The codec registry's functions are builtin ones; error handlers called by hand; escapes of bytes.
import codecs
import itertools
import operator
import pickle
import re
import warnings

import _codecs

warnings.simplefilter('ignore')
for n in sorted(dir(_codecs)):
    if n.startswith('__') or n in ('_forget_codec',): continue
    o=getattr(_codecs,n)
    if callable(o) and not n.startswith('_'): print(n,o,o.__module__,o.__text_signature__)
for n in ('strict','ignore','replace','backslashreplace','xmlcharrefreplace','namereplace','surrogateescape','surrogatepass'):
    h=codecs.lookup_error(n); print(n,h,h.__module__)
    for a in ('a',ValueError(),UnicodeError(),UnicodeDecodeError('ascii',b'\xe9b',0,1,'x'),UnicodeEncodeError('ascii','é\udc80b',0,2,'x'),UnicodeTranslateError('éb',0,1,'x')):
        try: print(ascii(h(a)))
        except Exception as e: print(type(e).__name__,ascii(str(e)))
    try: h()
    except Exception as e: print(type(e).__name__,e)
def t(f,*a,**k):
    try: print(f.__name__,a,k,ascii(f(*a,**k)))
    except Exception as e: print(f.__name__,a,k,type(e).__name__,e)
t(codecs.lookup); t(codecs.lookup,1); t(codecs.lookup,'nope'); t(codecs.lookup,'a\0'); t(codecs.lookup,encoding='utf-8'); t(codecs.lookup,'utf-8','x')
t(codecs.register,1); t(codecs.register); t(codecs.unregister,1); t(codecs.encode); t(codecs.encode,'a',5); t(codecs.encode,'é','ascii','ignore'); t(codecs.encode,obj='é',encoding='latin-1'); t(codecs.decode,'a'); t(codecs.decode,b'a',errors=5)
t(codecs.register_error,'x'); t(codecs.register_error,1,2); t(codecs.register_error,'x',2); t(codecs.lookup_error,1); t(codecs.lookup_error,'zz'); t(codecs.lookup_error,name='x')
t(codecs.escape_decode,'a\\n'); t(codecs.escape_decode,5); t(codecs.escape_encode,b'\n\xff'); t(codecs.escape_encode,'a')
print(pickle.loads(pickle.dumps(codecs.encode)) is codecs.encode, pickle.dumps(codecs.lookup,0), pickle.dumps(b'\xe9',2))
for d in (b'a\\n\\t\\\\\\\'\\"x',b'\\x41\\x4',b'\\x',b'\\101\\7\\1234\\777',b'\\u1234\\N{x}\\q',b'abc\\',b'\\\nz',bytearray(b'\\n'),'\\xe9é'):
    t(codecs.escape_decode,d); t(codecs.escape_decode,d,'ignore'); t(codecs.escape_decode,d,'replace'); t(codecs.escape_decode,d,'foo')
for d in (b"it's",b'say "x"',b'"\'\\',b'\0\xff\n'): t(codecs.escape_encode,d)
for e in (UnicodeDecodeError('ascii',b'\xe9\xe8\xff\xfe\xfd',0,5,'x'),UnicodeDecodeError('ascii',b'\xe9a',0,2,'x'),UnicodeDecodeError('ascii',b'a\xe9',0,2,'x'),UnicodeEncodeError('utf-8','\udc80\udcff',0,2,'x'),UnicodeEncodeError('utf-8','\udc80\udc00',0,2,'x')):
    t(codecs.lookup_error('surrogateescape'),e)
for e in (UnicodeDecodeError('utf-8',b'\xed\xb0\x80\xfe\xfd',0,1,'x'),UnicodeDecodeError('utf-16-le',b'\x00\xd8',0,2,'x'),UnicodeDecodeError('utf-16',b'\x00\xd8',0,2,'x'),UnicodeDecodeError('utf-32-be',b'\0\0\xd8\0',0,4,'x'),UnicodeEncodeError('utf-8','\udc80\udcff',0,2,'x'),UnicodeEncodeError('utf-16','\udc80a',0,2,'x'),UnicodeEncodeError('utf-16','\udc80',0,1,'x'),UnicodeEncodeError('UTF_16-be','\udc80',0,1,'x'),UnicodeEncodeError('utf32','\udc80',0,1,'x'),UnicodeEncodeError('latin-1','\udc80',0,1,'x'),UnicodeDecodeError('utf-8',b'\xed',0,1,'x'),UnicodeDecodeError('utf8',b'\xe9\x80\x80',0,1,'x')):
    t(codecs.lookup_error('surrogatepass'),e)

# Slots have the same text whatever the type; types of itertools and re theirs.
for o in (itertools.product, itertools.groupby, operator.itemgetter, re.Pattern.findall, re.Match.group, re.Match.__getitem__, re.Pattern.__eq__, re.Pattern.__repr__, itertools.count.__next__):
    print((o.__doc__ or 'none').splitlines()[0])
