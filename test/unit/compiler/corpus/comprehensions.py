"""Comprehensions and generators."""
def g001(a): return [b for b in a]
def g002(a): return {b for b in a}
def g003(a): return {b: b for b in a}
def g004(a): return (b for b in a)
def g005(a): return [b for b in a if b]
def g006(a): return [b for b in a if b if not b.c]
def g007(a): return [c for b in a for c in b]
def g008(a): return [c for b in a if b for c in b if c]
def g009(a): return [[c for c in b] for b in a]
def g010(a): return [b for b, *c in a]
def g011(a, x): return [x + b for b in a]
def g012(a, x): return {b: x for b in a}
def g013(a, x): return (x for b in a for c in x)
def g014(a): return [lambda: b for b in a]
def g015(a): return [b if b else 1 for b in a]
def g016(a): return sum(b for b in a if b > 1)
def g017(a): return [(b, c) for b in a for c in a]
def g018(a): return {(b, c): [b] for b, c in a}
def g019(a): return [b for b in [c for c in a]]
def g020(a): return [x for a.b in a for x in a]
def g021(): yield
def g022(): yield 1
def g023(a): b = yield a; return b
def g024(a): yield from a
def g025(a): b = yield from a; return b
def g026(a):
    for b in a: yield b
def g027(a):
    try: yield a
    finally: a()
def g028(a):
    while True:
        b = yield a
        if b: return
def g029(a): return [(yield_ for yield_ in a)]
def g030(a): yield 1, 2; yield (yield)
def g031(a): a((yield 1), (yield 2))
def g032(a):
    with a as b: yield b
def g033(a):
    try: yield
    except GeneratorExit: raise
def g034(a): return (yield from (yield))
def g035(a): return [b for b in a if b and b.c or b.d]
