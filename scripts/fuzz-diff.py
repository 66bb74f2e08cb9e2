#!/usr/bin/env python3
"""Random programs, run by python3 and by pyvm, and compared: fuzz-diff.py [--seed N] [--count N] [--batch N].

A batch is one process: each program is exec'd, what it prints and how it ends is printed. A program that differs is
shrunk by taking out lines while it still differs, and printed. PYVM_CLI: the cli.js to use.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import warnings

warnings.simplefilter('ignore')
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CLI = os.environ.get('PYVM_CLI') or os.path.join(ROOT, 'dist', 'cli.js')

ATOMS = ['0', '1', '-1', '2', '7', '-3', '255', '2**40', '-2**70', '10**20', 'True', 'False', 'None', '0.5', '-2.0', '1e100', '3.7', "float('inf')",
         "''", "'a'", "'abc'", "'Hello World'", "'12'", "'\\u20ac'", "b''", "b'xyz'", "bytearray(b'ab')", '[]', '[1]', '[3, 1, 2]', "['a', 'b']", '[[1], [2]]',
         '()', '(1,)', '(1, 2)', "('x', None)", '{}', "{'a': 1}", '{1: 2, 3: 4}', 'set()', '{1}', '{1, 2, 3}', 'frozenset({2})', 'range(5)', 'range(1, 10, 3)',
         'slice(1, 3)', '...', 'int', 'str', 'len', 'x', 'y', 'z', 'x', 'y', 'z']
BINARY = ['+', '-', '*', '/', '//', '%', '&', '|', '^', '<', '<=', '==', '!=', '>', '>=', 'in', 'not in', 'is', 'and', 'or']
CALLS = ['len', 'str', 'repr', 'int', 'float', 'bool', 'list', 'tuple', 'set', 'dict', 'sorted', 'sum', 'min', 'max', 'abs', 'any', 'all', 'reversed', 'enumerate',
         'hash_int', 'ord', 'chr', 'bin', 'round', 'type', 'frozenset', 'bytes', 'iter', 'next', 'callable', 'ascii', 'hex', 'divmod', 'isinstance', 'zip', 'map', 'filter', 'range', 'pow']
METHODS = ['append', 'pop', 'index', 'count', 'sort', 'reverse', 'insert', 'remove', 'extend', 'copy', 'clear', 'get', 'keys', 'values', 'items', 'update',
           'setdefault', 'popitem', 'union', 'add', 'discard', 'issubset', 'upper', 'lower', 'split', 'join', 'strip', 'replace', 'find', 'startswith',
           'format', 'encode', 'decode', 'title', 'zfill', 'center', 'partition', 'isdigit', 'bit_length', 'hex', 'is_integer', 'conjugate', 'start', 'real']


class Maker:
    def __init__(self, r):
        self.r = r

    def expr(self, depth=0):
        r = self.r
        if depth > 3 or r.random() < .3:
            return r.choice(ATOMS)
        e = lambda: self.expr(depth + 1)
        k = r.randrange(17)
        if k < 5:
            return '(%s %s %s)' % (e(), r.choice(BINARY), e())
        if k < 8:
            f = r.choice(CALLS)
            return '%s(%s)' % (f, ', '.join(e() for _ in range(r.choice([0, 1, 1, 1, 1, 2]))))
        if k < 10:
            return '%s.%s(%s)' % (self.atom(), r.choice(METHODS), ', '.join(e() for _ in range(r.choice([0, 1, 1, 2]))))
        if k == 10:
            return '%s[%s]' % (self.atom(), e())
        if k == 11:
            return '%s[%s:%s]' % (self.atom(), e(), e())
        if k == 12:
            return r.choice(['[%s for q in %s]', '{%s for q in %s}', '{q: %s for q in %s}', 'list(%s for q in %s)']) % (r.choice(['q', e()]), e())
        if k == 13:
            return '(%s if %s else %s)' % (e(), e(), e())
        if k == 14:
            return r.choice(['[%s, %s]', '(%s, %s)', '{%s: %s}', '{%s, %s}', '[%s, *%s]', '{1: %s, **%s}']) % (e(), e())
        if k == 15:
            return '(%s%s)' % (r.choice(['-', '~', 'not ', '+']), e())
        return "f'{%s}'" % r.choice(['x', 'y!r', 'z!s:>8', 'x:5', 'y:.2f', 'z=', 'len(y)'])

    def atom(self):
        a = self.r.choice(ATOMS)
        return '(%s)' % a if a[0] in '-0123456789.' else a

    def block(self, depth, loop=False, func=False, gen=False):
        out = []
        for _ in range(self.r.randint(1, 3)):
            out += self.stmt(depth, loop, func, gen)
        return ['    ' + s for s in out]

    def stmt(self, depth=0, loop=False, func=False, gen=False):
        r = self.r
        v = r.choice('xyz')
        k = r.randrange(22) if depth < 2 else r.randrange(8)
        if k < 3:
            return ['%s = %s' % (v, self.expr())]
        if k < 5:
            return ['print(show(%s))' % self.expr()]
        if k == 5:
            return ['%s %s= %s' % (v, r.choice(['+', '-', '*', '|', '&', '//', '%']), self.expr(2))]
        if k == 6:
            if loop and r.random() < .5:
                return [r.choice(['break', 'continue'])]
            if gen:
                return ['%s = yield %s' % (v, self.expr(2))]
            if func:
                return ['return %s' % self.expr(2)]
            return ['del %s' % v] if r.random() < .3 else ['%s[%s] = %s' % (v, self.expr(2), self.expr(2))]
        if k == 7:
            return [r.choice(['raise ValueError(%s)', 'raise KeyError(%s)', 'raise %s', 'assert %s', '%s', 'x, y = %s', 'x, *y = %s']) % self.expr(2)]
        b = lambda **kw: self.block(depth + 1, **{'loop': loop, 'func': func, 'gen': gen, **kw})
        if k < 11:
            return ['try:'] + b() + ['except %s:' % r.choice(['ValueError', 'TypeError as e', '(KeyError, IndexError)', 'Exception as e', 'ArithmeticError'])] + b() + \
                (['else:'] + b() if r.random() < .3 else []) + (['finally:'] + b(loop=False) if r.random() < .4 else [])
        if k < 13:
            return ['if %s:' % self.expr(1)] + b() + (['else:'] + b() if r.random() < .5 else [])
        if k < 16:
            return ['for %s in %s:' % (v, self.expr(2)), '    tick()'] + b(loop=True) + (['else:'] + b() if r.random() < .3 else [])
        if k == 16:
            return ['while %s:' % self.expr(2), '    tick()'] + b(loop=True)
        if k == 17:
            return ['def f(x, y=%s, *z):' % self.expr(2)] + b(loop=False, func=True, gen=False) + ['print(show(f(%s)))' % self.expr(2)]
        if k == 18:
            return ['def g(x, y=1, z=()):'] + b(loop=False, func=True, gen=True) + ['    yield x', 'print(show(list(g(%s))))' % self.expr(2)]
        if k == 19:
            m = r.choice(['__add__', '__eq__', '__lt__', '__getitem__', '__contains__', '__radd__', '__getattr__', '__call__'])
            u = r.choice(['__repr__', '__len__', '__bool__', '__iter__', '__hash__', '__str__', '__neg__', '__int__', '__index__'])
            return ['class C%s:' % r.choice(['', '(list)', '(dict)', '(int)', '(Exception)']), '    def %s(self, o):' % m, '        x = y = z = o', '        return %s' % self.expr(2),
                    '    def %s(self):' % u, '        x = y = z = 1', '        return %s' % self.expr(2), '%s = C()' % v, 'print(show(%s))' % self.expr(1)]
        if k == 20:
            return ['match %s:' % self.expr(2)] + ['    case %s:' % r.choice(['[x, *y]', '{"a": x}', 'int(x)', 'str()', '(x, y)', '1 | 2', 'None', '[]', 'x if x'])] + ['    ' + s for s in b()] + \
                ['    case _:'] + ['    ' + s for s in b()]
        return ['with Ctx(%s) as %s:' % (self.expr(3), v)] + b()

    def program(self):
        out = []
        for _ in range(self.r.randint(2, 7)):
            out += self.stmt()
        return '\n'.join(out)


# tick() bounds the loops, show() the text; sets and addresses are put in an order and taken out.
DRIVER = r'''
import re
def show(v, depth=0):
    if isinstance(v, str) and type(v) is str: text = repr(v)
    elif isinstance(v, (set, frozenset)): text = type(v).__name__ + str(sorted(map(repr, v)))
    else: text = repr(v)
    return re_sub(text)[:300]
def re_sub(t):
    i = t.find(' at 0x')
    while i >= 0:
        j = i + 6
        while j < len(t) and t[j] in '0123456789abcdef': j += 1
        t = t[:i] + t[j:]
        i = t.find(' at 0x')
    return t
ticks = [0]
def tick():
    ticks[0] += 1
    if ticks[0] > 60: raise RuntimeError('tick')
def hash_int(v): return hash(v) if isinstance(v, (int, float)) else None
class Ctx:
    def __init__(self, v): self.v = v
    def __enter__(self): return self.v
    def __exit__(self, t, v, tb): return t is KeyError
for number, source in PROGRAMS:
    print('#', number)
    ticks[0] = 0
    ns = {'show': show, 'tick': tick, 'hash_int': hash_int, 'Ctx': Ctx, 'x': 5, 'y': 'text', 'z': [1, 2]}
    try: exec(source, ns)
    except BaseException as e: print('!', type(e).__name__, re_sub(str(e))[:300])
    try: print('=', *[show(ns.get(n)) for n in 'xyz'])
    except BaseException as e: print('!=', type(e).__name__, re_sub(str(e))[:300])
'''.replace('import re\n', '')


def run(command, programs):
    text = 'PROGRAMS = %r\n%s' % (programs, DRIVER)
    try:
        done = subprocess.run(command, input=text.encode('utf-8', 'surrogatepass'), capture_output=True, timeout=120)
    except subprocess.TimeoutExpired:
        return None, 'timeout'
    out, here = {}, None
    for line in done.stdout.decode('utf-8', 'replace').split('\n'):
        if line.startswith('# '):
            here = int(line[2:])
            out[here] = []
        elif here is not None:
            out[here].append(line)
    return out, done.stderr.decode('utf-8', 'replace')[-600:]


PYTHON = [sys.executable, '-X', 'utf8', '-W', 'ignore', '-']
PYVM = ['node', CLI, '-']


def differs(source):
    a, _ = run(PYTHON, [(0, source)])
    b, _ = run(PYVM, [(0, source)])
    return a is not None and (b is None or a.get(0) != b.get(0))


def shrink(source):
    lines = source.split('\n')
    done = False
    while not done:
        done = True
        for i in range(len(lines)):
            less = lines[:i] + lines[i + 1:]
            try:
                compile('\n'.join(less), 'f', 'exec')
            except (SyntaxError, ValueError):
                continue
            if differs('\n'.join(less)):
                lines, done = less, False
                break
    return '\n'.join(lines)


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--count', type=int, default=1000)
    p.add_argument('--batch', type=int, default=250)
    p.add_argument('--show', type=int, default=10, help='differences to shrink and print')
    o = p.parse_args()
    found = total = 0
    number = o.seed * 1000000
    end = number + o.count
    while number < end:
        batch = []
        while len(batch) < o.batch and number < end:
            source = Maker(random.Random(number)).program()
            number += 1
            try:
                compile(source, 'f', 'exec')
            except (SyntaxError, ValueError):
                continue
            # Orders and sizes that CPython does not promise, and work without end.
            if re.search(r"2\*\*40\)? \*|\* \(?2\*\*|10\*\*20\)? \*|\* \(?10\*\*20|range\(.*(2\*\*|10\*\*|1e100)", source):
                continue
            batch.append((number, source))
        a, aerr = run(PYTHON, batch)
        b, berr = run(PYVM, batch)
        total += len(batch)
        if a is None:
            continue
        for n, source in batch:
            if n not in a:
                continue
            if b is not None and a.get(n) == b.get(n):
                continue
            found += 1
            if found <= o.show:
                small = shrink(source)
                x, _ = run(PYTHON, [(0, small)])
                y, err = run(PYVM, [(0, small)])
                print('==== program', n)
                print(small)
                print('-- python3:', *(x or {}).get(0, ['?']), sep='\n')
                print('-- pyvm:', *((y or {}).get(0, ['?']) if y is not None else ['timeout']), err[-300:], sep='\n', flush=True)
            if b is None or n not in b:
                break
    print('%d programs, seed %d, %d differences' % (total, o.seed, found))
    sys.exit(1 if found else 0)


main()
