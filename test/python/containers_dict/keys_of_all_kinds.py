# Keys of dicts and sets of all kinds, equal across kinds or not, with and without Python __hash__ among them.
import collections, enum, random, weakref
from datetime import *
r=random.Random(7)
P=collections.namedtuple('P','x y')
class C(enum.Enum): A=1;B=2
class CH(enum.Enum):
    A=1
    def __hash__(self): return 5
class I(enum.IntEnum): A=1;B=2
class IF(enum.IntFlag): A=1;B=2
class S(str): pass
class S2(str):
    def __eq__(s,o): return str(s).lower()==str(o).lower()
    def __hash__(s): return hash(str(s).lower())
class N(int): pass
class T2(tuple):
    def __hash__(s): return 3
class T3(tuple): pass
class SD(date): pass
class SDT(datetime): pass
class H:
    def __init__(s,v): s.v=v
    def __hash__(s): return hash(s.v)
    def __eq__(s,o): return s.v==(o.v if isinstance(o,H) else o)
    def __repr__(s): return f'H({s.v!r})'
class Z(tzinfo):
    def utcoffset(s,d): return timedelta(hours=2)
    def dst(s,d): return None
    def tzname(s,d): return 'Z'
    def __repr__(s): return 'Z'
class W:
    pass
objs=[W(),W()]
u=timezone.utc; z2=timezone(timedelta(hours=2)); Zi=Z()
def pool():
    return [P(1,2),(1,2),T3((1,2)),T2((1,2)),(1,(1,2)),(1,P(1,2)),C.A,C.B,CH.A,I.A,I.B,IF.A,IF.A|IF.B,1,1.0,True,2,3,N(1),N(7),7,S('a'),'a',S2('a'),S2('A'),S('😀'),'😀',
      date(2020,1,1),SD(2020,1,1),datetime(2020,1,1),datetime(2020,1,1,fold=1),SDT(2020,1,1),datetime(2020,1,1,tzinfo=u),datetime(2020,1,1,2,tzinfo=z2),datetime(2020,1,1,2,tzinfo=Zi),timedelta(1),timedelta(hours=24),timedelta(2),time(1),time(1,tzinfo=u),time(1,fold=1),
      len,max,[].append,(len,),frozenset([P(1,2)]),frozenset([(1,2)]),(date(2020,1,1),),(C.A,I.A),(1,1),None,b'a',2.5,P(1.0,True),weakref.ref(objs[0]),weakref.ref(objs[1]),weakref.ref(objs[0],print),objs[0]]
def guests(): return [H(1),H('a'),H((1,2)),H(date(2020,1,1)),H(None)]
def name(v): return type(v).__name__ if isinstance(v,(W,weakref.ref)) or type(v).__name__=='builtin_function_or_method' else repr(v)
for t in range(25):
    p=pool()
    if r.random()<.5: p+=guests()
    d={}; s=set()
    out=[]
    for i in range(r.randrange(5,60)):
        k=r.choice(p); op=r.randrange(7)
        try:
            if op<3: d[k]=i; s.add(k)
            elif op==3: out.append(d.get(k)); out.append(k in s)
            elif op==4: out.append(d.pop(k,None)); s.discard(k)
            elif op==5: out.append(d.setdefault(k,i))
            else: out.append((k in d, len(d), len(s)))
        except Exception as e: out.append(type(e).__name__+str(e))
    print(t,out,[name(k) for k in d], len(s), s==set(d), set(list(d)[:3])<=s, dict(list(d.items()))==d)
print({timedelta(3),timedelta(1),timedelta(2),timedelta(5)},{I.B,I.A},{P(3,4),P(1,2),P(5,6)},{N(9),N(1),N(4)},{datetime(2020,1,i,tzinfo=u) for i in range(1,6)})
print(hash(P(1,2))==hash((1,2)),hash(I.A),hash(timedelta(1,2,3)),hash(datetime(2020,1,1,tzinfo=u))==hash(datetime(2020,1,1,2,tzinfo=Zi))==hash(datetime(2020,1,1,2,tzinfo=z2)),hash(date(2020,1,1))==hash(SD(2020,1,1)),hash(datetime(2020,1,1,fold=1))==hash(SDT(2020,1,1)),hash(time(1))==hash(time(1,fold=1)), hash(C.A)==hash('A'), hash(datetime(2020,1,1,tzinfo=u)))
