"""Random patterns over random texts, a line of results each: what scripts/regex-differential.mjs compares.

Arguments: seed, number of patterns, and the number of one pattern whose results are to be printed in full.
"""
import re
import sys
import warnings
import zlib

warnings.simplefilter('ignore')
seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
only = int(sys.argv[3]) if len(sys.argv) > 3 else -1
state = seed
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 8) % n
def pick(xs):
    return xs[rnd(len(xs))]
ATOMS = ['a', 'b', 'c', 'ab', 'aa', 'abc', '.', '[ab]', '[^a]', '[a-c]', r'\w', r'\d', r'\s', r'\W', r'\S', '1', ' ', r'\b', r'\B', '^', '$', r'\A', r'\Z', '[^ab\n]', r'[\w-]', r'[^\s]', 'B', '\xe9', '\u0161', '[\u0100-\u0200a]']
QUANT = ['*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?', '{2,}', '{1,3}?', '*+', '++', '?+', '{1,2}+', '{,3}']
class G:
    def __init__(self): self.n = 0; self.open = []; self.closed = []
def gen(g, depth):
    k = rnd(22)
    if depth <= 0 or k < 7:
        return pick(ATOMS)
    if k < 11:
        return gen(g, depth - 1) + gen(g, depth - 1)
    if k < 14:
        inner = gen(g, depth - 1)
        if len(inner) > 1 or rnd(2):
            inner = '(?:' + inner + ')'
        return inner + pick(QUANT)
    if k < 16:
        return '(?:' + '|'.join(gen(g, depth - 1) for _ in range(2 + rnd(3))) + ')'
    if k < 19:
        g.n += 1
        me = g.n
        inner = gen(g, depth - 1)
        if rnd(3) == 0: inner = inner + '|' + gen(g, depth - 1)
        g.closed.append(me)
        s = '(' + inner + ')'
        return s + (pick(QUANT) if rnd(3) == 0 else '')
    if k == 19:
        return pick(['(?=', '(?!', '(?<=', '(?<!', '(?>']) + gen(g, depth - 1) + ')'
    if k == 20 and g.closed:
        return '\\%d' % pick(g.closed) + pick(['', '', '*', '?'])
    if k == 21 and g.closed:
        return '(?(%d)%s|%s)' % (pick(g.closed), gen(g, depth - 1).replace('|', ''), gen(g, depth - 1).replace('|', ''))
    return pick(ATOMS)
LETTERS = 'aabbcABab  11-\n\xe9\u0161_'
def text():
    return ''.join(pick(LETTERS) for _ in range(rnd(14)))
def show(m):
    return None if m is None else (m.span(), m.regs, m.lastindex)
for i in range(count):
    g = G()
    p = gen(g, 4)
    flags = pick([0, 0, 0, re.I, re.M, re.S, re.A, re.I | re.A])
    texts = [text() for _ in range(4)]
    AZ = [(rnd(4), 8 + rnd(8)) for _ in texts]
    try:
        c = re.compile(p, flags)
    except (re.error, OverflowError, RecursionError) as e:
        continue
    lines = []
    try:
        for t, (a, z) in zip(texts, AZ):
            lines.append((show(c.match(t)), show(c.search(t)), show(c.fullmatch(t)), [show(m) for m in c.finditer(t)], c.findall(t), c.split(t), c.sub('<>', t), show(c.search(t, a, z)), show(c.match(t, a)), show(c.fullmatch(t, a, z))))
            t2 = t + '\U0001f600a'
            lines.append((show(c.search(t2)), c.findall(t2)))
    except SystemError:
        print(i, 'bug')
        continue
    try:
        b = re.compile(p.encode('latin1'), flags)
        for t in texts:
            t = t.encode('latin1', 'replace')
            lines.append((show(b.match(t)), show(b.search(t)), show(b.fullmatch(t)), b.findall(t), b.split(t)))
    except SystemError:
        print(i, 'bug')
        continue
    except (re.error, UnicodeEncodeError, ValueError, OverflowError):
        pass
    if only >= 0:
        if only == i:
            print(repr(p), flags, texts)
            for l in lines: print(l)
    else:
        print(i, zlib.crc32(repr(lines).encode()), repr(p), int(flags))
