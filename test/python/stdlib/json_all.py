import json
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__,e)
for s in ('1','-0','1.5','1e5','-1.5E-3','"a"','[]','{}','[1,2,[3]]','{"a":1,"b":{"c":null}}',' [ 1 , 2 ] ','true','false','null','NaN','-Infinity','Infinity','"\\u00e9\\ud83d\\ude00\\n\\""','"é😀x"','12345678901234567890','1.0000000000000001e400',
 '','[','[1','[1,','[1,]','{','{"a"','{"a":','{"a":1','{"a":1,','{"a":1,}','{1:2}','"abc','"\\x"','"\\u12"','"a\nb"','1 2','tru','[1 2]','{"a" 1}','nul','-','01','"\\ud800"','"\\ud800\\u0041"', '\ufeff1','[1,2]x','😀','["😀", x]', '"\\u123', '"abc\\'):
    t(lambda: json.loads(s))
t(lambda: json.loads(b'[1]')); t(lambda: json.loads(1)); t(lambda: json.loads('"a\nb"',strict=False))
t(lambda: json.loads('{"a":[1.5,2,NaN]}',parse_float=str,parse_int=lambda x:int(x)*2,parse_constant=lambda c:c)); t(lambda: json.loads('{"a":{"b":1}}',object_hook=lambda d:sorted(d.items()))); t(lambda: json.loads('{"a":1,"a":2}',object_pairs_hook=list))
class I(int):
    def __repr__(self): return 'I!'
class F(float):
    def __repr__(self): return 'F!'
class S(str): pass
class L(list): pass
class D(dict): pass
for o in (1,1.5,-0.0,1e100,float('nan'),float('inf'),True,None,'a"\\\n\x00\x7fé😀\u2028','',[],{},[1,[2]],(1,2),{'a':1,'b':[{}]},{1:2,1.5:3,None:4,True:5},I(3),F(2.5),S('x'),L([1]),D(a=1),10**30,{'z':1,'a':2}, {1,2}, object, {(1,2):3}, b'x', [1,{'a':object()}]):
    t(lambda: json.dumps(o)); t(lambda: json.dumps(o,ensure_ascii=False,separators=(',',':'),sort_keys=True)) ; t(lambda: json.dumps(o,indent=2,skipkeys=True))
t(lambda: json.dumps(float('nan'),allow_nan=False)); t(lambda: json.dumps({float('inf'):1},allow_nan=False))
a=[]; a.append(a); t(lambda: json.dumps(a)); d={}; d['x']=d; t(lambda: json.dumps(d))
t(lambda: json.dumps({1,2},default=list)); t(lambda: json.dumps([object()],default=lambda o:'obj')); t(lambda: json.dumps({1:0,'a':1},sort_keys=True)); t(lambda: json.dumps({(1,):1,'b':2},skipkeys=True))
class E(json.JSONEncoder):
    def default(self,o): return {'t':type(o).__name__}
t(lambda: json.dumps([1+2j,{'s':{1}}],cls=E)); t(lambda: E(indent='\t').encode([1j]))
t(lambda: list(json.JSONEncoder().iterencode([1,{'a':2}]))); t(lambda: json.JSONDecoder().raw_decode('[1] x')); t(lambda: json.JSONDecoder().raw_decode(' 1'))
t(lambda: json.loads('['*100000)); 
import io
t(lambda: json.load(io.StringIO('{"a":1}'))); s=io.StringIO(); json.dump({'a':[1,2]},s); print(s.getvalue())
try: json.loads('{"a":\n  x}')
except json.JSONDecodeError as e: print(e.msg,e.pos,e.lineno,e.colno,e.doc)
from collections import OrderedDict, defaultdict, namedtuple, Counter
from enum import IntEnum, Enum
class C(IntEnum): A=1
P=namedtuple('P','x y')
t(lambda: json.dumps([OrderedDict(a=1),defaultdict(list,{'k':[1]}),P(1,2),Counter('aab'),C.A,{C.A:1}]))
