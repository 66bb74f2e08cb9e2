# Characters beyond 16 bits in names, reprs and messages.
D = '\U00010400'   # a letter: identifiers may have it
ns = {}
exec(f'''
class {D}:
    {D} = 1
    def m{D}(self): pass
    class In{D}: pass
def f{D}(a{D}=1): pass
async def c{D}(): pass
def g{D}(): yield
''', ns)
C = ns[D]
f = ns['f'+D]
def p(x): print(ascii(x), len(x))
p(C.__name__); p(C.__qualname__); p(repr(C)); p(repr(C())[:12]); p(repr(C.In𐐀)); p(f.__name__); p(repr(f)[:14]); p(repr(C().m𐐀)[:30])
p(str(list(vars(C))[1])); p(dir(C)[-2]); p(sorted(C.__dict__)[-1])
p(f.__code__.co_name); p(f.__code__.co_varnames[0]); p(repr(f.__code__)[:20])
g = ns['g'+D](); p(g.__name__); p(repr(g)[:25])
c = ns['c'+D](); p(c.__name__); p(repr(c)[:25]); c.close()
p(type('T'+D, (C,), {}).__name__)
import inspect
p(str(inspect.signature(f)))
from types import SimpleNamespace as S, ModuleType as M
p(repr(S(**{D: D}))); p(repr(M(D))); p(M(D).__name__)
p(repr([D])); p(repr({D: D})); p(repr({D})); p(repr((D,))); p(str(D)); p('%s %r' % (D, D)); p(f'{D!r:>5}{D}'); p('{} {!r}'.format(D, D)); p(format(D, '>4'))
p(ascii(D)); p(repr(ValueError(D))); p(str(KeyError(D))); p(str(OSError(1, D))); p(str(OSError(1, 'x', D))); p(repr(property(f))[:9])
from collections import namedtuple, OrderedDict, deque, Counter, defaultdict, ChainMap
p(repr(namedtuple('N', D)(1))); p(repr(OrderedDict({D: 1}))); p(repr(deque([D]))); p(repr(Counter(D))); p(repr(defaultdict(None, {D: 1})))
from enum import Enum
E = Enum('E'+D, D); p(repr(list(E)[0])); p(str(list(E)[0])); p(list(E)[0].name)
from dataclasses import make_dataclass
p(repr(make_dataclass('DC'+D, [D])(D)))
p(str(list[C])); p(repr(C | int)); p(repr(slice(D))); p(repr(type('X',(),{'__repr__': lambda s: D})())); p(repr({1: type('X',(),{'__repr__': lambda s: D})()}))
import types
p(repr(types.MappingProxyType({D: 1}))); p(repr(ExceptionGroup(D, [ValueError(D)]))); p(str(ExceptionGroup(D, [ValueError(D)])))
import json, re
p(json.dumps(D)); p(json.dumps(D, ensure_ascii=False)); p(re.sub('.', 'x', D)); p(repr(re.compile(D)))
p(D.upper()); p(D.lower()); p(D.center(3)); p(D*2); p((D+'a')[::-1]); p(D.encode().decode()); p(','.join([D,D])); p(D.replace(D, D+D)); p((D+' b').title()); p(D.zfill(3)); p(D.ljust(3, D)); p(str(D.partition('x'))); p(D.expandtabs()); p(D.translate({ord(D): D+'z'})); p('a'.translate({97: D})); p('a'.join(D+D)); p(input.__name__ + D)
try: eval('nope'+D)
except NameError as e: p(e.name); p(str(e))
try: C().nope𐐀
except AttributeError as e: p(e.name); p(str(e))
try: f(1, 2)
except TypeError as e: p(str(e))
try: f(b=2)
except TypeError as e: p(str(e))
try: exec('from sys import '+D)
except ImportError as e: p(str(e))
try: exec('x = '+D+' +')
except SyntaxError as e: p(str(e)); p(e.text); print(e.offset)
p(eval(f'lambda {D}: 0').__code__.co_varnames[0]); p(str(locals().get('D')))
p(f'{D=}'); p(f"{'a' + D}"); p(chr(0x10400)); p(str(bytes(D, 'utf-8'), 'utf-8')); p(D.encode('utf-16').decode('utf-16')); p('\N{DESERET CAPITAL LETTER LONG I}'); p(eval(repr(D))); p(D.casefold()); p(D.swapcase())
