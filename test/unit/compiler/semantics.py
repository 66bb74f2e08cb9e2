# What the newer sequences do: run by the CLI it prints semantics.out (recorded from CPython 3.11).
def t(name, f, *a):
    try: r = f(*a)
    except BaseException as e: r = (type(e).__name__, str(e))
    print(name, r)
def packed(n):
    src = 'def g(' + ', '.join('a%d=%d'%(i,i) for i in range(n)) + ', *, ' + ', '.join('k%d=%d'%(i,i) for i in range(n)) + '): return a1 + k2 + a%d' % (n-1)
    d = {}
    exec(src, d)
    return d['g'](), len(d['g'].__defaults__), len(d['g'].__kwdefaults__)
t('packed', packed, 300)
def many():
    def f(*a, **k): return len(a), len(k), a[-1]
    return eval('f(' + ','.join(map(str, range(300))) + ',' + ','.join('k%d=1' % i for i in range(300)) + ')', {'f': f})
t('many', many)
def many2():
    def f(*a, **k): return len(a), len(k)
    return eval('f(' + ','.join(map(str, range(256))) + ',*[1,2],' + ','.join('k%d=1' % i for i in range(256)) + ', **{"z": 1})', {'f': f})
t('many2', many2)
def cf(x):
    out = []
    for y in x:
        try:
            if y == 2: 1/0
        finally:
            if y == 2: continue
            out.append(y)
    return out
t('continue-finally', cf, [1,2,3])
def cf2():
    out = []
    for i in range(3):
        for j in range(3):
            try: out.append((i, j))
            finally:
                if j: break
                continue
    return out
t('cf2', cf2)
def fstr(a, b): return f'{a!r:>5}|{b:{a}.2f}|{{}}|{a + b=}|{a=!s}'
t('fstr', fstr, 7, 1.5)
def wal(x): return [y for z in x if (y := z * 2) > 2], y
t('walrus', wal, [1, 2, 3])
order = []
def o(x): order.append(x); return x
d = {o(1): o(2) for _ in 'a'}
print(order)
class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case 1 | 2: return 'num'
        case -3.5: return 'neg'
        case None | True: return 'single'
        case 'a' | b'b': return 'str'
        case []: return 'empty'
        case [x]: return 'one', x
        case [1, *rest, 9]: return 'ends', rest
        case [x, *_, y] if x == y: return 'same', x
        case [[a, b], [c, d]]: return a, b, c, d
        case (x, (y, z)) | {'x': x, 'y': y, 'z': z}: return 'xyz', x, y, z
        case {'k': 1, **rest}: return 'rest', rest
        case {}: return 'map'
        case P(1, y=y): return 'P1', y
        case P(x, P(y, z) as q): return 'PP', x, y, z, q is v.y
        case str() as s: return 'str()', s
        case int(n): return 'int', n
        case _: return 'default'
for v in [1, 2, 3, -3.5, None, True, False, 'a', b'b', 'zz', [], [5], [1, 2, 3, 9], [4, 5, 4], [[1, 2], [3, 4]], (1, (2, 3)), {'x': 1, 'y': 2, 'z': 3}, {'k': 1, 'l': 2}, {}, {'q': 1}, P(1, 2), P(3, P(4, 5)), P(2, 3), 10, 1.25, [1, 2, 3]]:
    t('match', m, v)
def es(e):
    out = []
    try:
        try: raise e
        except* ValueError as g: out.append(('V', [str(x) for x in g.exceptions]))
        except* (TypeError, KeyError) as g: out.append(('T', len(g.exceptions)))
        else: out.append('else')
        finally: out.append('fin')
    except BaseException as x: out.append((type(x).__name__, [repr(y) for y in getattr(x, 'exceptions', ())]))
    return out
for e in [ExceptionGroup('a', [ValueError('1'), TypeError('2')]), ValueError('x'), OSError('y'), ExceptionGroup('b', [ValueError(1), OSError(2), KeyError(3)])]:
    t('except*', es, e)
def es2():
    try:
        try: raise ExceptionGroup('a', [ValueError(1), TypeError(2)])
        except* ValueError: raise KeyError('new')
        except* TypeError: raise
    except BaseException as x: return repr(x), [repr(y) for y in x.exceptions]
t('es2', es2)
def es3():
    try: pass
    except* ValueError: pass
    else: return 'else'
t('es3', es3)
import sys
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def agen(n):
    for i in range(n): yield i
async def ac():
    a = [x async for x in agen(3)]
    b = {x: y async for x in agen(2) for y in [x + 1]}
    c = [x async for x in (y * 2 async for y in agen(4) if y)]
    d = [[z async for z in agen(k)] async for k in agen(3)]
    return a, b, c, d
t('async', lambda: run(ac()))
def mk(n): return (i * 2 async for i in agen(n))
async def use(): return [x async for x in mk(3)]
t('agenexp', lambda: run(use()))
def posonly(a, /, b=2, *, c): return a, b, c
t('posonly', lambda: posonly(1, c=3)); t('posonly', lambda: posonly(a=1, c=3))
def stars(a): 
    yield *a, 1
    for x in *a, 5: yield x
    return *a, 2
t('stars', lambda: list(stars([1, 2])))
class A:
    x: int = 1
    __y: 'str'
print(A.__annotations__)
y: int
print(__annotations__)
def ann(*args: *(int,)): pass
t('pep646', lambda: ann.__annotations__)
def chain(a): return 1 < a < 3 < 10, not a in [1, 2]
t('chain', chain, 2)
