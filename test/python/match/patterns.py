"""match: every pattern kind, binding order, guards, class patterns with __match_args__, errors."""
import collections.abc, enum
class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
class NoArgs: a = 1
class BadArgs: __match_args__ = 5
class ListArgs: __match_args__ = ['a']
class NonStr: __match_args__ = (1,)
class Dup:
    __match_args__ = ('a', 'a'); a = 1
class Prop:
    __match_args__ = ('p',)
    @property
    def p(self): raise AttributeError
class Raises:
    __match_args__ = ('p',)
    @property
    def p(self): raise ValueError('prop')
class SubInt(int): pass
class Seq(collections.abc.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i):
        print('getitem', i)
        if i > 1: raise IndexError
        return i * 10
class Map(collections.abc.Mapping):
    def __len__(self): return 1
    def __iter__(self): return iter('k')
    def __getitem__(self, k): return {'k': 1}[k]
class DD(dict):
    def __missing__(self, k): return 'made'
class Color(enum.Enum): RED = 1; BLUE = 2
class Eq:
    def __eq__(self, o): print('eq', o); return True
VALUES = [0, 1, True, 1.0, -1, 1+2j, 'a', 'ab', '', b'a', None, [], [1], [1, 2], [1, 2, 3], (1, (2, 3)), {}, {'k': 1}, {'k': 1, 'l': [2]}, P(1, 2), P('a', [3]), SubInt(1), Seq(), Map(), DD(), Color.RED, range(2), collections.deque([1]), bytearray(b'ab'), {1, 2}, NoArgs(), Prop(), ...]
def m1(v):
    match v:
        case None: return 'None'
        case True: return 'True'
        case 0 | 1 as n: return 'num', n
        case -1: return 'minus'
        case 1 + 2j: return 'complex'
        case 'a' | b'a': return 'a'
        case str(s) if len(s) > 1: return 'long', s
        case str(): return 'str'
        case Color.RED: return 'red'
        case _: return 'other'
def m2(v):
    match v:
        case []: return 'empty'
        case [x]: return 'one', x
        case [x, y]: return 'two', x, y
        case (x, [y, *z]): return 'nested', x, y, z
        case [x, *_]: return 'many', x
        case {'k': k, 'l': [l]}: return 'kl', k, l
        case {'k': 1, **rest}: return 'k', rest
        case {}: return 'mapping'
        case _: return 'other'
def m3(v):
    match v:
        case P(1, y=y): return 'P1', y
        case P(x=str(), y=[z]): return 'Pstr', z
        case bool(b): return 'bool', b
        case SubInt(s): return 'SubInt', s
        case int(i) | float(i): return 'number', i
        case list([a, *_]) | tuple([a, *_]): return 'seq', a
        case dict(d): return 'dict', d
        case bytes(b) | bytearray(b): return 'bytes', bytes(b)
        case set(s) | frozenset(s): return 'set', sorted(s)
        case NoArgs(a=a): return 'NoArgs', a
        case Prop(p=p): return 'prop'
        case object(): return 'object'
for v in VALUES: print(type(v).__name__, m1(v), m2(v), m3(v))
def t(subject, pattern, **ns):
    src = 'match subject:\n case %s: r = {k: v for k, v in locals().items() if len(k) == 1}\n case _: r = "no"' % pattern
    loc = {'subject': subject}
    try: exec(src, {**globals(), **ns}, loc); print(pattern, loc['r'])
    except Exception as e: print(pattern, type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
for s, p in ((1, 'int(a, b)'), (P(1, 2), 'P(a, b, c)'), (NoArgs(), 'NoArgs(a)'), (BadArgs(), 'BadArgs(a)'), (ListArgs(), 'ListArgs(a)'), (NonStr(), 'NonStr(a)'), (Dup(), 'Dup(a, b)'), (Dup(), 'Dup(b, a=c)'), (Raises(), 'Raises(a)'), (1, 'a.b'), (1, 'VALUES(a)'), (1, 'm1()'), (P(1, 2), 'P(a, x=b)'), (P(1, 2), 'P(1, 3)'), (P(1, 2), 'P(z=a)'), ({'a': 1}, '{"a": a, "a": b}'), ({'a': 1}, '{"a": b, **c}'), ({1: 2}, '{1: a, 1.0: b}'), ({}, '{**a}'), ({'x': None}, '{"x": None}'), (DD(), '{"q": a}'), (Map(), '{"k": a, **b}'), (Eq(), '5'), ([1, [2, [3]]], '[a, [b, [c]]]'), ([1, 2, 3, 4], '[a, *b, c]'), ([1], '[a, *b, c]'), ([], '[*a]'), ((1, 2), 'a, b'), ((1,), 'a,'), ('ab', '[a, b]'), ([1, 2], '(a | 5), b'), ([1, 2], '[a, b] if a > b'), ([2, 1], '[a, b] if a > b'), (5, '(a)'), (5, '(5 | 6) as a'), (5, 'int() as a'), (5, '5 as a'), ([5], '[5 as a]'), (1, 'a | b'), (1, 'a | 1'), (1, '1 | a'), (1, '_ | 1'), (1, '(1 | 2) | 3'), ([1, 2], '[a, a]'), (1, 'a as a'), ([1], '[*a, *b]'), (1, 'x()()'), (1, '1 + 1'), (1, '-a'), (1, 'f"a"'), ('ab', '"a" "b"'), (1, '*a'), (1, '_ as _'), (1, 'a as 5'), (1, 'a as b.c'), (1, 'P(x=a, x=b)'), (1, 'P(x=a, b)'), ({}, '{a: 1}'), ({}, '{**a, "b": 1}'), ({}, '{**_}'), ({}, '{*a}'), (1, '...'), (1, 'a.b()'), (1, '[1, *2]'), (1, 'not a'), (1, 'a[0]'), (1, '1j'), (1j, '0 + 1j'), (1, '1 - 0j'), (-1.5, '-1.5'), (1, '+1'), (1, 'None()'), (1, '"a".b'), ({-1: 2}, '{-1: a}'), ({None: 3, True: 4}, '{None: a, True: b}'), ({1 + 2j: 3}, '{1 + 2j: a}')): t(s, p)
x = 5
match x, 6:
    case x, y: print(x, y)
match [1, 2, 3]:
    case [a, b, 4]: print('no')
    case [a, *c]: print(a, c)
match = case = type = _ = 1
print(match, case, type, _)
match (case):
    case 1: print('soft keywords')
match case, type:
    case [a, b]: print(a + b)
print(match * (2), match [1:2] if 0 else match)
