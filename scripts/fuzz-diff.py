#!/usr/bin/env python3
"""Random programs, run by python3 and by pyvm, and compared: fuzz-diff.py [--seed N] [--count N] [--batch N].

A batch is one process: each program is exec'd, what it prints and how it ends is printed. A program that differs is
shrunk by taking out lines while it still differs, and printed. PYVM_CLI: the cli.js to use.
"""
import argparse
import concurrent.futures
import os
import random
import re
import subprocess
import sys
import time
import warnings

warnings.simplefilter('ignore')
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CLI = os.environ.get('PYVM_CLI') or os.path.join(ROOT, 'dist', 'cli.js')

ATOMS = ['0', '1', '-1', '2', '7', '-3', '255', '2**40', '-2**70', '10**20', 'True', 'False', 'None', '0.5', '-2.0', '1e100', '3.7', '1505.0', '-0.0', "float('inf')", "float('nan')", '1j', '(2-3j)',
         "''", "'a'", "'abc'", "'Hello World'", "'12'", "' 3 '", "'a,b,,c'", "'\\u20ac'", "'\\U0001f600x'", "'stra\\xdfe'", "b''", "b'xyz'", "b'a b'", "bytearray(b'ab')", "memoryview(b'mem')", '[]', '[1]', '[3, 1, 2]', "['a', 'b']", '[[1], [2]]', '[0.5, 2, True]',
         '()', '(1,)', '(1, 2)', "('x', None)", '{}', "{'a': 1}", '{1: 2, 3: 4}', "{'k': [1], 'l': {}}", 'set()', '{1}', '{1, 2, 3}', 'frozenset({2})', 'range(5)', 'range(1, 10, 3)', 'range(9, 0, -2)',
         'slice(1, 3)', 'slice(None, None, -1)', '...', 'int', 'str', 'len', 'list', 'dict', 'x', 'y', 'z', 'x', 'y', 'z', 'x', 'y', 'z']
BINARY = ['+', '-', '*', '/', '//', '%', '&', '|', '^', '<', '<=', '==', '!=', '>', '>=', 'in', 'not in', 'is', 'is not', 'and', 'or', '<<', '>>', '**', '@']
CALLS = ['len', 'str', 'repr', 'int', 'float', 'bool', 'list', 'tuple', 'set', 'dict', 'sorted', 'sum', 'min', 'max', 'abs', 'any', 'all', 'reversed', 'enumerate', 'complex', 'bytearray', 'slice',
         'hash_int', 'ord', 'chr', 'bin', 'oct', 'round', 'type', 'frozenset', 'bytes', 'iter', 'next', 'callable', 'ascii', 'hex', 'divmod', 'isinstance', 'issubclass', 'zip', 'map', 'filter', 'range', 'pow', 'format',
         'getattr', 'hasattr', 'memoryview', 'list(map', 'list(zip', 'list(enumerate', 'list(reversed', 'dict(zip']
METHODS = """append pop index count sort reverse insert remove extend copy clear get keys values items update setdefault popitem union add discard issubset issuperset isdisjoint
 intersection difference symmetric_difference intersection_update difference_update upper lower split rsplit join strip lstrip rstrip replace find rfind rindex startswith endswith format encode decode title
 capitalize swapcase casefold zfill center ljust rjust partition rpartition splitlines expandtabs isdigit isalpha isalnum isspace isupper islower istitle isidentifier isnumeric isdecimal isprintable isascii
 removeprefix removesuffix translate bit_length bit_count to_bytes as_integer_ratio hex is_integer conjugate start real imag fromhex tolist tobytes release cast indices fromkeys mro
 __len__ __iter__ __add__ __mul__ __eq__ __lt__ __contains__ __getitem__ __hash__ __or__ __and__ __rsub__ __floordiv__ __neg__ __bool__ __str__ __repr__ __format__ __index__ __class__ __reversed__ __length_hint__""".split()
KEYWORDS = ['key=str', 'reverse=True', 'default=0', 'sep=None', 'maxsplit=1', 'start=1', 'byteorder="big"', 'length=4', 'signed=True', 'keepends=True', 'errors="ignore"', 'encoding="ascii"', 'key=len', 'key=lambda q: -q', 'strict=True', 'base=16', 'mod=7', 'tabsize=3', 'key=None', 'k=1']
SPECS = ['', '5', '<8', '>8', '^9', '*^9', '05', '+', ' ', '-', ',', '_', '.2f', '.3', '+.1e', 'g', '%', '.1%', 'x', '#x', '#b', 'o', 'c', 'd', 'n', '08.3f', '=+9', '<<5', 's', '.2s', '10.3s', 'X', '#010x', '_x', ',.2f', 'z.1f', '.0f', '#.3g', 'e', '5d', 'q', '.', ',s', '+s', '=5', '0>5']
PERCENT = ['%s', '%r', '%a', '%d', '%i', '%5d', '%-5d|', '%05d', '%+d', '%x', '%#x', '%o', '%e', '%.2f', '%g', '%c', '%5s|', '%-5s|', '%.1s', '%%', '%(a)s', '%*d', '%.*f', '%u', '%z', '% d', '%#o', '%X', '%10.3e|']


class Maker:
    def __init__(self, r, second=.25):
        self.r = r
        self.second = second
        self.n = 0

    def name(self, prefix):
        self.n += 1
        return '%s%d' % (prefix, self.n)

    def expr(self, depth=0):
        r = self.r
        if depth > 3 or r.random() < .3:
            return r.choice(ATOMS)
        e = lambda: self.expr(depth + 1)
        k = r.randrange(35)
        if k < 5:
            op = r.choice(BINARY)
            if op in ('**', '<<'):
                return '(%s %s %s)' % (e(), op, r.choice(['0', '1', '2', '3', '-1', '0.5', 'x', 'True', "'a'"]))
            return '(%s %s %s)' % (e(), op, e())
        if k < 8:
            f = r.choice(CALLS)
            args = [e() for _ in range(r.choice([0, 1, 1, 1, 1, 2, 2, 3]))]
            if f in ('getattr', 'hasattr'):
                args = [e(), repr(r.choice(METHODS))] + args[2:]
            if r.random() < .15:
                args.append(r.choice(KEYWORDS))
            return '%s(%s)' % (f, ', '.join(args)) + ')' * f.count('(')
        if k < 12:
            args = [e() for _ in range(r.choice([0, 0, 1, 1, 1, 2]))]
            if r.random() < .12:
                args.append(r.choice(KEYWORDS))
            return '%s.%s(%s)' % (self.atom(), r.choice(METHODS), ', '.join(args))
        if k == 12:
            return '%s[%s]' % (self.atom(), e())
        if k == 13:
            t = r.choice(['%s:%s', '::%s', '%s:', ':%s', '%s::%s', '::-1', ':', '-2:', '%s, %s'])
            return '%s[%s]' % (self.atom(), t % tuple(e() for _ in range(t.count('%s'))))
        if k == 14:
            return r.choice(['[%s for q in %s]', '{%s for q in %s}', '{q: %s for q in %s}', 'list(%s for q in %s)', 'sum(%s for q in %s)', 'sorted((%s for q in %s), key=repr)']) % (r.choice(['q', '(q, x)', e()]), e())
        if k == 15:
            return r.choice(['[(p, q) for p in %s for q in %s]', '[q for q in %s if %s]', '[[q for q in p] for p in (%s, %s)]', '{p: q for p, q in %s if %s}', '[w := q for q in %s] + [%s]']) % (e(), e())
        if k == 16:
            return '(%s if %s else %s)' % (e(), e(), e())
        if k == 17:
            if r.random() < .4:
                return r.choice(['(*%s, %s)', '{*%s, %s}', '[*%s, *%s]', '{**%s, "a": %s}', '[*%s, 1, %s]', '{**%s, %s: 1}', '{**%s, **%s}', 'print(*%s, sep=%s)', 'dict(a=1, **%s, b=%s)', 'max(*%s, key=%s)', 'zip(*%s, *%s)', '{x: 1, **%s, y: %s}']) % (e(), e())
            return r.choice(['[%s, %s]', '(%s, %s)', '{%s: %s}', '{%s, %s}', '[%s, *%s]', '{1: %s, **%s}', '{%s, *%s}']) % (e(), e())
        if k == 18:
            return '(%s%s)' % (r.choice(['-', '~', 'not ', '+']), e())
        if k == 19:
            return r.choice(['(%s < %s <= %s)', '(%s == %s != %s)', '(%s in %s is not %s)', '(%s or %s and %s)', '(not %s or %s and %s)']) % (e(), e(), e())
        if k == 20:
            return r.choice(['(lambda *a: a)(%s, *%s)', '(lambda a, b=2: (a, b))(%s, %s)', '(lambda **k: k)(a=%s, **%s)', '(lambda a, /, b, *, c=1: [a, b, c])(%s, b=%s)', '(lambda a, *b, c=3, **d: (a, b, c, d))(*%s, **%s)', 'print(%s, %s, sep="-")', 'max(%s, *%s)']) % (e(), e())
        if k == 21:
            return 'format(%s, %r)' % (e(), r.choice(SPECS))
        if k == 22:
            return '(%r %% %s)' % (r.choice(PERCENT) + r.choice(['', r.choice(PERCENT)]), e())
        if k == 23:
            return '%r.format(%s, a=%s)' % (r.choice(['{}', '{0}{0}', '{a}', '{!r}', '{:>6}', '{0[0]}', '{a.real}', '{:{}}', '{} {a!s:^7}', '{0!a}', '{{}}', '{1}', '{', '{b}', '{:,}']), e(), e())
        if k == 24:
            return "f'{%s}'" % r.choice(['x', 'y!r', 'z!s:>8', 'x:5', 'y:.2f', 'z=', 'len(y)', 'x:{z}', 'x!a', 'x = !r:^9', 'y:>{x}', '(x, y)', 'x:%s' % r.choice(SPECS), '{"a": x}["a"]'])
        if k == 25:
            return r.choice(['int(%r, %s)', 'float(%r) + %s', '%r * %s', '%r < %s', '%r in %s']) % (r.choice(['12', 'ff', '0x1f', '1_000', ' 7', '-3', '1e3', 'nan', '', 'x', '0b11', '１２']), e())
        if k == 26:
            return r.choice(['%s.sort', 'dict.fromkeys', 'int.from_bytes', 'str.maketrans', 'bytes.fromhex', 'float.fromhex', '"".join', 'b",".join', 'list.__len__', 'object.__eq__', 'type', 'str.upper', 'int.__add__', 'dict.items']).replace('%s', 'z') + '(%s)' % ', '.join(e() for _ in range(r.choice([1, 1, 2])))
        if k == 27:
            return '(w := %s)' % e()
        if k == 28:
            return '(%s %% %s)' % (repr((r.choice(PERCENT) + r.choice(['', ' ', r.choice(PERCENT)])).encode()), e())
        if k == 29:
            return '(lambda %s: %s)(%s)' % (r.choice(['a, /, b=2', '*a, b=1', 'a, *, b', 'a=1, **b', 'a, b, *c', '**b']), r.choice(['(a, b)' if True else '', 'locals()', 'b']), r.choice(['*%s', '%s, *%s', 'a=%s, b=%s', '**%s', '1, b=%s', '*%s, **%s', 'b=1, *%s', '%s, **%s']).replace('%s', e()))
        if k == 30:
            return '%s[%s:%s:%s]' % (self.atom(), *(r.choice(['', '', '0', '1', '-1', '2', '-3', 'x', 'None', 'True', '2**70', '-2**70', e()]) for _ in range(3)))
        if k == 31:
            return r.choice(['memoryview(%s)%s', 'memoryview(bytearray(b"abcdefgh"))%.0s%s']) % (r.choice(["b'abcd'", 'bytearray(b"abcdefgh")', e()]), r.choice(['.tolist()', '[1:3].tobytes()', '[::-2].tolist()', '.cast("H").tolist()', '.cast("B", [2, 4]).tolist()', '.format', '.shape', '.hex(":")', '[0]', '[-1:]', '.cast("b").nbytes', ' == b"abcd"', '[1, 2]', '.readonly']))
        if k == 32:
            return r.choice(['operator_(%s, %s)', 'ExceptionGroup("g", [ValueError(%s), KeyError(%s)])', 'ExceptionGroup("g", [ValueError(%s)]).split(%s)', '(%s).__class__.__mro__, %s', 'str(%s).join(map(repr, [%s]))', 'sorted([%s, %s], key=repr)', 'Pt(%s, %s)', 'Pt(%s, 1) == Pt(%s, 1)', 'Pt(1, %s)[%s]', 'Sub([%s]) + %s', 'list(zip([%s], %s, strict=True))', '{**Pt(%s, 2)} or %s', '[*Pt(%s, %s)]', 'Pt(%s, 3) < %s', 'len(Pt(%s, 1)) + %s', 'Pt(5, %s)(*%s)']).replace('operator_', 'divmod') % (e(), e())
        return r.choice(['list(%s)', 'tuple(%s)', 'set(%s)', 'dict(%s)', 'str(%s)', 'bool(%s)', 'repr(%s)']) % e()

    def atom(self):
        a = self.r.choice(ATOMS)
        return '(%s)' % a if a[0] in '-0123456789.' else a

    def block(self, depth, loop=False, func=False, gen=False, co=False):
        out = []
        for _ in range(self.r.randint(1, 3)):
            out += self.stmt(depth, loop, func, gen, co)
        return ['    ' + s for s in out]

    def target(self):
        return self.r.choice(['x', 'y', 'z', 'x, y', 'x, *y', '*x, z', '(x, y), z', '[x, y]', 'z[0]', 'y["a"]', 'z[1:2]', 'z[::2]', 'x.attr', 'x = y'])

    def stmt(self, depth=0, loop=False, func=False, gen=False, co=False):
        r = self.r
        v = r.choice('xyz')
        if self.second and depth < 2 and r.random() < self.second:
            return self.more(depth, loop, func, gen, co)
        k = r.randrange(35) if depth < 2 else r.randrange(10)
        if k < 3:
            return ['%s = %s' % (v, self.expr())]
        if k == 3:
            return ['%s = %s' % (self.target(), self.expr(1))]
        if k < 6:
            return ['print(show(%s))' % self.expr()]
        if k == 6:
            return ['%s %s= %s' % (r.choice([v, v, v, 'z[0]', 'y["a"]', 'z[:1]']), r.choice(['+', '-', '*', '|', '&', '//', '%', '^', '/', '>>']), self.expr(2))]
        if k == 7:
            if loop and r.random() < .5:
                return [r.choice(['break', 'continue'])]
            if co:
                return ['%s = await Wait(%s)' % (v, self.expr(2))]
            if gen:
                return [r.choice(['%s = yield %s', '%s = yield from %s', '%s = [(yield), %s]']) % (v, self.expr(2))]
            if func:
                return ['return %s' % self.expr(2)]
            return ['del %s' % r.choice([v, v + '[%s]' % self.expr(3), v + '[::2]', v + '.attr'])] if r.random() < .5 else ['%s[%s] = %s' % (v, self.expr(2), self.expr(2))]
        if k < 10:
            return [r.choice(['raise ValueError(%s)', 'raise KeyError(%s)', 'raise %s', 'assert %s', '%s', 'x, y = %s', 'x, *y = %s', 'for x in %s: tick()', 'raise TypeError from %s', 'x: int = %s', 'global w; w = %s', 'z.append(%s)', 'y.update(%s)', 'z.sort(key=lambda q: %s)']) % self.expr(2)]
        b = lambda **kw: self.block(depth + 1, **{'loop': loop, 'func': func, 'gen': gen, 'co': co, **kw})
        if k < 14:
            star = '*' if r.random() < .06 else ''
            if star:
                return ['try:'] + b() + ['except* %s:' % r.choice(['ValueError', 'TypeError as e', '(KeyError, IndexError)'])] + b(loop=False, func=False)
            return ['try:'] + b() + ['except %s:' % r.choice(['ValueError', 'TypeError as e', '(KeyError, IndexError)', 'Exception as e', 'ArithmeticError', 'x', '(ValueError, y)'])] + b() + \
                (['except Exception as e:', '    print(type(e).__name__, chain(e))'] if r.random() < .3 else []) + \
                (['else:'] + b() if r.random() < .3 else []) + (['finally:'] + b(loop=False) if r.random() < .4 else [])
        if k < 16:
            return ['if %s:' % self.expr(1)] + b() + (['else:'] + b() if r.random() < .5 else [])
        if k < 18:
            return ['for %s in %s:' % (r.choice([v, v, v, 'x, y', 'z[0]', 'x, *y']), self.expr(2)), '    tick()'] + b(loop=True) + (['else:'] + b() if r.random() < .3 else [])
        if k == 18:
            return ['while %s:' % self.expr(2), '    tick()'] + b(loop=True) + (['else:'] + b() if r.random() < .2 else [])
        if k == 19:
            f = self.name('f')
            sig, call = r.choice([('x, y=%s, *z', '%s'), ('x, /, y, *, z=%s', '%s, y=2'), ('*x, y=%s, **z', '%s, q=1'), ('x=%s, y=1, z=2', '*%s'), ('x, y=%s, z=0', '**%s')])
            return ['def %s(%s):' % (f, sig % self.expr(3))] + b(loop=False, func=True, gen=False, co=False) + ['print(show(%s(%s)))' % (f, call % self.expr(2))]
        if k == 20:
            g = self.name('g')
            drive = r.choice(['print(show(list(%s(%s))))', 'print(show(drive(%s(%s))))', 'for x in %s(%s): tick()', 'print(show([*%s(%s)]))', 'x, *y = %s(%s)'])
            return ['def %s(x, y=1, z=()):' % g] + b(loop=False, func=True, gen=True, co=False) + ['    yield x', drive % (g, self.expr(2))]
        if k == 21:
            c = self.name('c')
            return ['async def %s(x, y=1, z=()):' % c] + b(loop=False, func=True, gen=False, co=True) + ['    return x', 'print(show(run(%s(%s))))' % (c, self.expr(2))]
        if k == 22:
            c = self.name('a')
            return ['async def %s(x, y=1):' % c, '    z = []'] + b(loop=False, func=False, gen=False, co=True) + ['    yield x', '    yield y', 'async def d():', '    return [q async for q in %s(%s)]' % (c, self.expr(3)), 'print(show(run(d())))']
        if k < 25:
            m = r.choice(['__add__', '__eq__', '__lt__', '__getitem__', '__contains__', '__radd__', '__getattr__', '__call__', '__iadd__', '__delitem__', '__mul__', '__format__', '__missing__', '__rsub__', '__and__', '__exit__'])
            u = r.choice(['__repr__', '__len__', '__bool__', '__iter__', '__hash__', '__str__', '__neg__', '__int__', '__index__', '__next__', '__float__', '__enter__', '__length_hint__', '__reversed__', '__abs__', '__dir__'])
            extra = r.choice([[], [], ['    @property', '    def attr(self): return %s' % self.expr(3)], ['    __slots__ = ("a", "attr")'], ['    @staticmethod', '    def copy(*a): return a'], ['    @classmethod', '    def keys(cls): return %s' % self.expr(3)], ['    attr = %s' % self.expr(3)],
                              ['    def __init__(self, *a): self.a = %s' % self.expr(3)], ['    def __init_subclass__(cls, **k): print(cls.__name__, k)'], ['    def __set_name__(self, o, n): print(n)']])
            c = self.name('C')
            return ['class %s%s:' % (c, r.choice(['', '', '(list)', '(dict)', '(int)', '(str)', '(float)', '(tuple)', '(set)', '(Exception)', '(metaclass=Meta)'])), '    def %s(self, *o):' % m, '        x = y = z = o[0] if o else self', '        return %s' % self.expr(2),
                    '    def %s(self):' % u, '        x = y = z = 1', '        return %s' % self.expr(2)] + extra + ['%s = %s(%s)' % (v, c, r.choice(['', '', self.expr(3)])), 'print(show(%s))' % self.expr(1)]
        if k < 27:
            return ['match %s:' % self.expr(2)] + ['    case %s:' % r.choice(['[x, *y]', '{"a": x}', 'int(x)', 'str()', '(x, y)', '1 | 2', 'None', '[]', 'x if x', '{**z}', '[1, _, *_]', 'float() | complex()', 'int(real=x)', '{"a": [x, *_], **y}', '(1 | 2) as x', '[[x], *_]', '"abc" | b"xyz"', 'True', '-1', 'str(x) if len(x) > 2', 'list([x]) | tuple([x])', 'dict(items=x)'])] + ['    ' + s for s in b()] + \
                ['    case _:'] + ['    ' + s for s in b()]
        if k == 27:
            return ['@%s' % r.choice(['staticmethod', 'lambda f: [f(1)]', 'lambda f: show(f)', 'property', 'x']), 'def x(a=%s):' % self.expr(3)] + b(loop=False, func=True, gen=False, co=False) + ['print(show(x))']
        if k == 28:
            return ['def outer():', '    x = %s' % self.expr(3), '    def inner():', '        nonlocal x', '        x = [x]', '        return %s' % self.expr(3), '    return inner(), x', 'print(show(outer()))']
        if k == 29:
            return ['try:', '    raise ExceptionGroup("g", [ValueError(%s), %s])' % (self.expr(3), r.choice(['KeyError(1)', 'ExceptionGroup("h", [TypeError(2), ValueError(3)])', 'IndexError()', 'x'])), 'except* %s:' % r.choice(['ValueError as e', '(KeyError, TypeError)', 'Exception as e', 'LookupError', 'x'])] + b(loop=False, func=False) + \
                (['except* TypeError as e:', '    print(type(e).__name__, len(e.exceptions), chain(e))'] if r.random() < .5 else []) + (['else:'] + b(loop=False) if r.random() < .3 else []) + (['finally:'] + b(loop=False) if r.random() < .3 else [])
        if k == 30:
            c = self.name('w')
            return ['async def %s(x, y=1, z=()):' % c, '    async with ACtx(%s) as y%s:' % (self.expr(3), r.choice(['', ', ACtx(2) as z']))] + ['    ' + q for q in b(loop=False, func=True, gen=False, co=True)] + ['    async for x in AIt(%s):' % self.expr(3)] + ['    ' + q for q in b(loop=True, func=True, gen=False, co=True)] + ['    return x, y', 'print(show(run(%s(%s))))' % (c, self.expr(3))]
        if k == 31:
            g = self.name('t')
            return ['def %s(x, y=2):' % g, '    try:'] + ['    ' + q for q in self.block(depth + 1, func=True, gen=True)] + ['        yield x', '    except (ValueError, TypeError) as e:', '        y = yield type(e).__name__', '    else:', '        yield from (y, x)', '    return y', 'print(show(drive(%s(%s))))' % (g, self.expr(3))]
        if k == 32:
            c = self.name('D')
            return ['class %s(Pt):' % c, '    z = %s' % self.expr(3), '    def __getattr__(self, name): return [name, %s]' % self.expr(3), '    def __setattr__(self, name, value): self.__dict__[name] = (value,)', '    @property', '    def attr(self): return super().total()', '    def __iter__(self): yield from super().__iter__()', '%s = %s(%s, %s)' % (v, c, self.expr(3), self.expr(3)), '%s.q = %s' % (v, self.expr(3)), 'print(show([%s.q, %s.nope, %s.attr, *%s]))' % (v, v, v, v)]
        if k == 33:
            f = self.name('h')
            return ['def %s(x=%s):' % (f, self.expr(3)), '    n = [0]', '    def one(k=x):', '        nonlocal x', '        x = k', '        return x, n', '    def two(): n[0] += 1; return one', '    return two, one', 'y = %s()' % f, 'print(show((y[0]()(%s), y[1](), [q.__closure__[0].cell_contents for q in y])))' % self.expr(3)]
        return ['with Ctx(%s) as %s%s:' % (self.expr(3), v, r.choice(['', '', ', Ctx(1)']))] + b()

    def number(self):
        return self.r.choice(['i', 'i', 'a', 'b', 'a', 'b', 'k', '1', '2', '3', '7', '0.5', '1.25', '-1', 'True', 'n', 'i * 3', 'a - b', '(i & 7)', 'len(s)', 's[i % len(s)]', '2**31', '2**53'])

    def hot(self):
        """A loop long enough for tier 1, whose types may change on the way."""
        r = self.r
        n = self.name('hot')
        num = self.number
        keep = lambda v: r.choice(['%s %%= 1000003', '%s = %s if -1e6 < %s < 1e6 else 5', '%s = int(%s) %% 97', '%s = %s %% 8191', '%s &= 0xffff', '']).replace('%s', v)
        lines = []
        for _ in range(r.randint(2, 5)):
            v = r.choice(['a', 'b', 'k'])
            lines += r.choice([
                lambda: ['%s = %s %s %s' % (v, num(), r.choice(['+', '-', '*', '+', '-', '//', '%', '/', '&', '|', '^', '>>']), num())],
                lambda: ['%s %s= %s' % (v, r.choice(['+', '-', '*', '//', '%', '/', '|', '&', '^']), num())],
                lambda: ['if %s %s %s:' % (num(), r.choice(['<', '<=', '==', '!=', '>', '>=', 'is', 'in (1, 2, 3) or 5 <']), num()), '    %s = %s' % (v, num())] + r.choice([[], ['else:', '    %s = %s' % (r.choice('abk'), num())]]),
                lambda: ['s[%s] = %s' % (r.choice(['i % len(s)', 'k % len(s)', '-1', 'i & 1']), num())],
                lambda: ['%s = s[%s]' % (v, r.choice(['i % len(s)', 'a % len(s)', '-1', 'i & 1', 'k % 2']))],
                lambda: ['for j in range(%s):' % r.choice(['3', 'i % 4', 'k % 3', '2, 8, 3']), '    %s += %s' % (v, r.choice(['j', 'j * 2', 'a', '1', '0.5'])), '    if j == %s: %s' % (r.choice('123'), r.choice(['break', 'continue']))],
                lambda: ['d[%s] = d.get(%s, 0) + 1' % (r.choice(['i % 5', 'a', '(i % 3, b)', 'str(i % 3)']), r.choice(['i % 5', 'k', 'a']))],
                lambda: ['%s = f(%s, %s)' % (v, num(), num())],
                lambda: ['%s = o.m(%s)' % (v, num())],
                lambda: ['o.v = %s' % num(), '%s = o.v + %s' % (v, num())],
                lambda: ['%s = sum([q * %s for q in range(4) if q %% 2 == %s])' % (v, r.choice(['i', 'a', '2']), r.choice('01'))],
                lambda: ['%s = -%s' % (v, r.choice('abk')), 'k = abs(%s)' % v],
                lambda: ['t += %s' % r.choice(['"x"', 'str(i)', 'str(%s)' % v, 'f"{%s:.2f}"' % v, '"%%d" %% %s' % v, 'chr(97 + i % 26)', 't[:1]']), 't = t[-20:]'],
                lambda: ['try:', '    %s = %s // %s' % (v, num(), r.choice(['(i % 5)', 'k', 'b', 'a'])), 'except ZeroDivisionError:', '    %s = 1' % v] + r.choice([[], ['finally:', '    k += 1']]),
                lambda: ['%s, %s = %s, %s' % (v, r.choice('abk'), num(), num())],
                lambda: ['if i == %d:' % r.choice([50, 120, 200, 260]), '    %s = %s' % (r.choice(['a', 'b', 'k', 's', 'i']), r.choice(['1.5', '7', '2**70', 'True', 'None', '"q"', '[1, 2, 3]', 'float("inf")', 's', '-3', '(1, 2)', '1j']))],
                lambda: ['if i > %d: %s' % (r.choice([100, 180, 250, 290]), r.choice(['break', 'continue', 'return a, b', 'raise ValueError(a)', 'yield_ = i']))],
                lambda: ['%s = (lambda q: q + %s)(%s)' % (v, r.choice('abk'), num())],
                lambda: ['w = g(%s)' % num(), '%s = next(w)' % v],
                lambda: ['%s = %s if %s else %s' % (v, num(), num(), num())],
                lambda: ['%s = not %s' % (v, num()), 'k = k or %s' % num()],
                lambda: ['%s = min(%s, %s)' % (v, num(), num()), 'b = max(b, %s)' % num()],
                lambda: ['%s = int(%s)' % (v, num()), 'k = round(%s)' % num()],
            ])()
        lines += [q for q in (keep('a'), keep('b'), keep('k')) if q]
        loop = r.choice([['for i in range(n):'], ['for i in range(%d, n):' % r.choice([0, 5, -20])], ['for i in list(range(n)):'], ['for i in range(n, 0, -1):'], ['for i, c in enumerate("ab" * 160):'], ['for i in (q for q in range(n)):'], ['i = 0', 'while i < n:', '    i += 1']])
        setup = ['a, b, k = %s, %s, %s' % (r.choice(['0', '1', '0.0', '1.5', '7', '2**40']), r.choice(['1', '2', '0.5', '3', '-1', '10**18']), r.choice(['0', '1', '5'])), 's = %s' % r.choice(['[1, 2, 3]', '[0.5, 1.5, 2.5, 3.5]', '[1, 2.0, 3]', '(4, 5, 6)', 'list(range(10))', 'bytearray(b"abc")']), 'd = {}', 't = ""']
        tail = r.choice(['return a, b, k, s, d, t', 'return [a, b], k, t', 'return show((a, b, k, s, d, t))'])
        body = ['def f(p, q=2):', '    return p %s q' % r.choice('+-*'), 'class O:', '    v = 0', '    def m(self, p):', '        self.v %s= p' % r.choice(['+', '-', '|', '^']), '        self.v %= 1009' if r.random() < .7 else '        self.v = 3', '        return self.v', 'def g(p):', '    while True:', '        p = p + 1', '        yield p', 'o = O()'] + setup + loop + ['    ' + q for q in lines] + [tail]
        if r.random() < .3:
            return ['def %s(n=300):' % n] + ['    ' + q for q in body[:-1]] + ['        yield a, b', 'try: print(show(list(%s())[-3:]))' % n, 'except Exception as e: print(type(e).__name__, e)']
        return ['def %s(n=300):' % n] + ['    ' + q for q in body] + ['try: print(show(%s()))' % n, 'except Exception as e: print(type(e).__name__, e)']

    def more(self, depth, loop, func, gen, co):
        """Statements of the second kind: flow out of finally, descriptors, generators driven by hand, mutation in loops, ..."""
        r = self.r
        e = lambda d=3: self.expr(d)
        v = r.choice('xyz')
        k = r.randrange(20)
        if k == 0:
            f = self.name('flow')
            out = lambda: r.choice(['return %s' % e(), 'break', 'continue', 'raise KeyError(%s)' % e(), 'pass', 'out.append(i)', '1 / i', 'return out'])
            return ['def %s(out=None):' % f, '    out = []', '    for i in range(4):', '        try:', '            %s' % out(), '            if i == %s: %s' % (r.choice('0123'), out()), '        except %s:' % r.choice(['KeyError', 'ZeroDivisionError', 'Exception', '(KeyError, TypeError)']), '            %s' % out()] + \
                r.choice([[], ['        else:', '            %s' % out()]]) + r.choice([[], ['        finally:', '            out.append(-i)', '            %s' % r.choice([out(), 'pass', 'if i == 2: %s' % out()])]]) + r.choice([[], ['    else:', '        %s' % r.choice(['return 9', 'out.append("else")'])]]) + ['    return out', 'print(show(%s()))' % f]
        if k == 1:
            f = self.name('wf')
            return ['def %s():' % f, '    for i in range(3):', '        with Ctx(i) as a, Ctx(%s) as b:' % e(), '            %s' % r.choice(['return a, b', 'break', 'continue', 'raise KeyError(i)', 'raise ValueError(b)', 'a.nope']), '        print(i)', '    return "end"', 'print(show(%s()))' % f]
        if k == 2:
            return ['%s = %s' % (v, r.choice(['{1: 2, 3: 4, 5: 6}', '[1, 2, 3, 4]', '{1, 2, 3}', 'dict.fromkeys("abc", 1)', 'bytearray(b"abcd")'])), 'for q in %s:' % v, '    tick()', '    %s' % r.choice(['%s.pop()', '%s.clear()', '%s.pop(q, None)', '%s[q] = 7', '%s[9] = 1', 'del %s[q]', '%s.add(9)', '%s.append(q)', '%s.remove(q)', '%s.update({q: 1})', '%s |= {8: 8}', '%s.popitem()', '%s.discard(q)', '%s.insert(0, 1)', '%s.extend([q])']).replace('%s', v), '    if ticks[0] > 20: break', 'print(show(%s))' % v]
        if k == 3:
            c = self.name('S')
            return ['class %s(%s):' % (c, r.choice(['object', 'list', 'dict', 'int', 'Exception', 'Pt', 'tuple'])), '    __slots__ = %s' % r.choice(['("a", "b")', '["a", "__dict__"]', '"a"', '()', '{"a": 1}', '("a", "a")', '("__x",)']), '    %s = %s' % (r.choice(['c', 'a', 'b']), e()), 'try:', '    %s = %s(%s)' % (v, c, r.choice(['', e()])), '    %s.a = %s' % (v, e()), '    print(show(%s.a))' % v, '    %s' % r.choice(['del %s.a', '%s.b = 1', '%s.zz = 1', 'print(%s.b)', 'print(%s.__dict__)', 'print(%s.__slots__)', 'del %s.b', '%s.c = 2']).replace('%s', v), '    print(hasattr(%s, "a"))' % v, 'except Exception as e: print(type(e).__name__, e)']
        if k == 4:
            c = self.name('P')
            return ['class %s:' % c, '    def __init__(self): self._v = %s' % e(), '    @property', '    def attr(self): return %s' % r.choice(['self._v', e(), 'self.nope', '[self._v]'])] + r.choice([[], ['    @attr.setter', '    def attr(self, value): self._v = (value, %s)' % e()]]) + r.choice([[], ['    @attr.deleter', '    def attr(self): del self._v']]) + ['%s = %s()' % (v, c)] + \
                ['try: %s' % q.replace('%s', v) for q in r.sample(['print(show(%s.attr))', '%s.attr = 5', 'del %s.attr', 'print(show(vars(%s)))', '%s.attr += 1', 'print(type(%s).attr.fget.__name__)'], 3)][:1] + ['except Exception as e: print(type(e).__name__, e)'] + ['try: %s' % r.choice(['%s.attr = 6', 'del %s.attr', '%s.attr += [1]']).replace('%s', v), 'except Exception as e: print(type(e).__name__, e)']
        if k == 5:
            c = self.name('D')
            return ['class %s_:' % c, '    def __set_name__(self, owner, name): self.name = name', '    def __get__(self, obj, cls): return (self.name, obj is None, %s)' % e()] + r.choice([[], ['    def __set__(self, obj, value): print("set", show(value)); obj.__dict__[self.name] = value']]) + r.choice([[], ['    def __delete__(self, obj): print("del"); obj.__dict__.pop(self.name)']]) + ['class %s:' % c, '    d = %s_()' % c, '%s = %s()' % (v, c), 'try:', '    print(show((%s.d, %s.d)))' % (v, c), '    %s.d = %s' % (v, e()), '    print(show(%s.d), sorted(%s.__dict__))' % (v, v), '    del %s.d' % v, '    print(show(%s.d))' % v, 'except Exception as e: print(type(e).__name__, e)']
        if k == 6:
            a, b, c, d = (self.name('M') for _ in range(4))
            body = lambda t: ['    def m(self, q=%s): return ["%s"] + %s' % (e(), t, r.choice(['super().m()', 'super(%s, self).m(q)' % t, '[q]', '[self.n]', 'super().m(*q)'])), '    n = %s' % e()]
            return ['class %s:' % a, '    def m(self, q=1): return [q]', '    n = 0', 'class %s(%s):' % (b, a)] + body(b) + ['class %s(%s):' % (c, a)] + body(c) + ['class %s(%s):' % (d, r.choice(['%s, %s' % (b, c), '%s, %s' % (c, b), b, '%s, %s' % (a, b)]))] + body(d) + ['try: print(show(%s().m()), [q.__name__ for q in %s.__mro__])' % (d, d), 'except Exception as e: print(type(e).__name__, e)']
        if k == 7:
            g = self.name('g')
            step = lambda: r.choice(['next(w)', 'w.send(%s)' % e(), 'w.throw(ValueError(%s))' % e(), 'w.throw(KeyError)', 'w.close()', 'list(w)', 'w.throw(GeneratorExit)', 'w.throw(StopIteration(3))', 'w.gi_running', 'w.gi_frame is None', 'w.gi_yieldfrom is None'])
            body = lambda: r.choice([['q = yield %s' % e(), 'print("got", show(q))'], ['yield from %s' % r.choice([e(), 'sub()', '[1, 2]', 'iter("ab")'])], ['try:', '    yield %s' % e(), 'except %s as x:' % r.choice(['ValueError', 'KeyError', 'Exception', 'GeneratorExit']), '    print("in", type(x).__name__)'] + r.choice([[], ['    raise'], ['    yield "again"'], ['    return 5']]), ['try:', '    yield 1', 'finally:', '    print("fin")'] + r.choice([[], ['    yield "f"'], ['    return 8']]), ['with Ctx(1): yield 2'], ['return %s' % e()], ['raise StopIteration(4)'], ['q = yield', 'q = (yield q)']])
            return ['def %s():' % g, '    def sub():', '        try:', '            q = yield "s"', '            print("sub", show(q))', '        except ValueError: yield "caught"', '        finally: print("subfin")', '        return "r"'] + ['    ' + q for _ in range(r.randint(1, 3)) for q in body()] + ['    yield "end"', 'w = %s()' % g] + [q for _ in range(r.randint(2, 5)) for q in ['try: print(show(%s))' % step(), 'except BaseException as e: print(type(e).__name__, e, chain(e))']]
        if k == 8:
            f = self.name('kw')
            sig = r.choice(['a, b=%s, *c, d, e=%s, **f', 'a, /, b, *, c=%s, d=%s', '*a, b=%s, c=%s', 'a=%s, *, b=%s', 'a, b, /, c=%s, *d, e=%s', 'a, *, b, c=%s, **d', 'a=%s, b=%s, /']) 
            while '%s' in sig:
                sig = sig.replace('%s', e(), 1)
            call = ', '.join(sorted(r.sample(['1', 'x', '*[1, 2]', '*y', 'b=3', 'd=%s' % e(), 'c=2', '**{"e": 4}', '**{"b": 5}', 'a=7', 'q=8', '**z', '*%s' % e(), '**%s' % e()], r.randint(0, 5)), key=lambda q: (q.startswith('**'), '=' in q)))
            return ['def %s(%s): return sorted(locals().items(), key=repr)' % (f, sig), 'try: print(show(%s(%s)))' % (f, call), 'except Exception as e: print(type(e).__name__, e)', 'print(show((%s.__defaults__, %s.__kwdefaults__)))' % (f, f)]
        if k == 9:
            return ['%s = list(range(%s))' % (v, r.choice(['5', '10', '0', '3'])), 'try: %s[%s:%s:%s] = %s' % (v, *(r.choice(['', '', '0', '1', '-1', '2', '-2', '9', 'None']) for _ in range(2)), r.choice(['', '', '', '2', '-1', '3', '-2']), r.choice(['[7, 8]', '()', '"ab"', 'range(3)', '(q for q in "xy")', v, '[[]]', '{1: 2}', e(), '5'])), 'except Exception as e: print(type(e).__name__, e)', 'print(%s)' % v, 'try: del %s[%s:%s:%s]' % (v, *(r.choice(['', '0', '1', '-1', '2', '-3']) for _ in range(2)), r.choice(['', '2', '-1'])), 'except Exception as e: print(type(e).__name__, e)', 'print(%s)' % v]
        if k == 10:
            w, p = r.choice(['x', '5', '10', 'y', 'z', '-3']), r.choice(['2', '0', 'x', 'y', '3'])
            return ['print(%s)' % r.choice(['f"{%s:{%s}.{%s}}"', 'f"{%s!r:*>{%s}}|{%s}"', 'f"{%s:{%s}}{%s=}"', 'f"{%s:0{%s}.{%s}f}"', 'f"{%s:>{%s},.{%s}f}"', 'f"{%s!s:^{%s}.{%s}}"', 'f"{%s:#{%s}x}{{{%s}}}"', 'f"""{%s:{"<"}{%s}}{%s!a}"""']) % (r.choice(['x', '3.14159', '1234567', '-0.0', '2**70', 'True', 'z', '"abc"', 'None', '1e300', '12.5', '(lambda: 5)()', '[1]']), w, p)]
        if k == 11:
            return ['if (n := %s) and (m := %s):' % (e(), e()), '    print(show((n, m)))', 'print(show([n for q in [1, 2, 3] if (n := q) > 1 if q != 3]), show(n))']
        if k == 12:
            return ['print(show(%s))' % r.choice(['[(p, q) for p in range(4) if p %% 2 for q in %s if q]', '{q: p for p, q in enumerate(%s) if p}', 'sorted({type(q).__name__ for q in [%s, 1, "a"]})', 'sum(q * 2 for q in range(9) if q %% 3 if q != 6) or %s', '[[p * q for p in range(3)] for q in range(3)][%s]', '{**{q: 1 for q in "ab"}, **{q: 2 for q in %s}}', 'all(q for q in [%s])', 'dict(zip("abc", (q for q in %s)))', '[*map(lambda q: (q, %s), "ab")]', '[q for q in range(5)][%s:]', '[lambda: q for q in range(3)][%s]()', 'max(range(5), key=lambda q: (q %% 3, %s))', 'sorted("hello", key=lambda q: (-ord(q), %s))', '" ".join(str(q) for q in %s)', 'list(filter(lambda q: %s, range(4)))']).replace('%%', '%') .replace('%s', e(2))]
        if k == 13:
            f = self.name('deco')
            return ['def %s(*args, **kw):' % f, '    def wrap(fn):', '        def inner(*a, **k):', '            return args, show(fn(*a, **k))', '        inner.__name__ = fn.__name__', '        return inner', '    return wrap', '@%s(%s)' % (f, e()), '@%s(1, k=2)' % f, 'def %s(q=%s): return q, x' % (v, e()), 'try: print(show(%s(%s)), %s.__name__)' % (v, r.choice(['', e(), 'q=1', '1, 2']), v), 'except Exception as e: print(type(e).__name__, e)']
        if k == 14:
            f = self.name('ag')
            return ['async def %s():' % f, '    try:', '        q = yield %s' % e(), '        print("got", show(q))', '        await Wait(%s)' % e(), '        yield %s' % e(), '    except ValueError as x:', '        yield "caught"', '    finally:', '        print("fin")', 'async def %s_():' % f, '    w = %s()' % f, '    out = [await w.__anext__()]', '    try:', '        out.append(await %s)' % r.choice(['w.asend(%s)' % e(), 'w.athrow(ValueError(1))', 'w.athrow(KeyError)', 'w.aclose()', 'w.__anext__()']), '        out.append(await w.__anext__())', '    except BaseException as x: out.append(type(x).__name__)', '    await w.aclose()', '    return out', 'print(show(run(%s_())))' % f]
        if k == 15:
            c = self.name('N')
            names = r.sample(['__add__', '__radd__', '__iadd__', '__mul__', '__rmul__', '__sub__', '__rsub__', '__lt__', '__gt__', '__eq__', '__ne__', '__le__', '__ge__', '__and__', '__rand__', '__neg__', '__abs__', '__contains__', '__len__', '__bool__', '__getitem__', '__index__', '__float__', '__int__', '__divmod__', '__matmul__', '__pow__', '__rpow__', '__hash__', '__iter__', '__call__', '__str__', '__repr__', '__format__'], 5)
            return ['class %s(%s):' % (c, r.choice(['object', 'object', 'int', 'float', 'str', 'list', 'tuple']))] + ['    def %s(self, *o): return %s' % (q, r.choice(['NotImplemented', '5', '"s"', 'True', 'o', 'len(o)', e(), e()])) for q in names] + ['try: %s = %s(%s)' % (v, c, r.choice(['', '', '3', e()])), 'except Exception as e: print(type(e).__name__, e)'] + [q for _ in range(3) for q in ['try: print(show(%s))' % r.choice(['%s + 1', '1 + %s', '%s * 2', '2 * %s', '%s - %s', '%s < 1', '1 < %s', '%s == 1', '%s != %s', 'sorted([%s, 1])', '-%s', 'abs(%s)', '1 in %s', 'len(%s)', 'bool(%s)', '%s[0]', '[1, 2][%s]', 'float(%s)', 'int(%s)', 'divmod(%s, 2)', '%s @ 1', '%s ** 2', '2 ** %s', '{%s: 1}[%s]', 'list(%s)', '%s(1)', 'str(%s)', 'repr(%s)', 'format(%s, ">5")', '"%%s %%d" %% (%s, 1)', 'f"{%s!s:>4}"', 'sum([%s], 1)', 'max(%s, 2)', '%s & 1', '%s >= 1', '1.5 * %s', '"a" + %s', '[1] + %s', '"ab" * %s', 'not %s', '%s if %s else 0', 'round(%s)', 'hash(%s) == hash(%s)', '%s in [%s]', '(%s, 1) < (%s, 2)', '[%s] == [1]', 'pow(%s, 2, 3)', 'range(%s)', 'bytes(%s)', '"abc"[%s:]']).replace('%s', v).replace('%%', '%'), 'except Exception as e: print(type(e).__name__, e)']]
        if k == 16:
            return ['try: print(show(%s))' % r.choice(['x.__class__.__name__', 'type(%s).__mro__', 'isinstance(%s, (int, str))', 'issubclass(type(%s), list | dict)', 'vars(%s)', 'callable(%s)', 'getattr(%s, "real", 7)', '%s.__doc__ is None', 'type("T", (%s,), {})', 'super(int, %s)', 'object.__reduce_ex__(%s, 2)', 'type(%s)(%s)', 'int | %s', 'list[%s]', 'slice(%s, 1).indices(5)', 'iter(%s, 1)', 'memoryview(%s)', 'reversed(%s)', 'staticmethod(%s)', 'property(%s).fget', 'complex(%s, 1)', 'isinstance(1, %s)', 'str(%s, "utf-8")', 'int(%s, 16)', 'bytes(%s, "ascii")', 'range(%s, 5)', 'enumerate("ab", %s)', 'print(1, end=%s)', 'sum([[1]], %s)', 'zip(%s, strict=1)', 'min(%s, default=3)', 'max([], default=%s)', 'chr(%s)', 'divmod(%s, 3)', 'round(%s, 1)', '{}.get(%s, 4)', '"a".join(%s)', '"x".replace("x", %s)', '"abc".find(%s)', '"%%s" %% %s', 'b"%%s" %% %s', '(1).__add__(%s)', '(1.5).__eq__(%s)', '"a".__lt__(%s)', '[1].__iadd__(%s)', '{1}.__or__(%s)', '{1: 2}.__ior__(%s)', '(5).to_bytes(2, %s)', 'int.from_bytes(%s, "big")', '"{:{}}".format(1, %s)', 'eval("x + 1", {"x": %s})', 'compile(%s, "f", "eval")', 'globals().get(%s)', 'hash(%s) is None', 'ascii(%s)', 'dict(a=%s)', 'frozenset(%s)', 'sorted(%s, reverse=True)', 'list(zip(*%s))', 'any(%s)', 'abs(%s)', 'ord(%s)', 'float(%s)', 'bool(%s)', 'input.__name__ + %s', 'next(iter(%s), 9)', 'map(%s, [1])', 'list(map(%s, [1, 2]))', 'filter(%s, [0, 1])', 'format(1.5, %s)', 'format("a", %s)', 'setattr(%s, "a", 1)', 'delattr(%s, "a")', 'id(%s) > 0', '__import__(%s)', 'exec("q = 1", {}, %s)', 'breakpoint.__name__']).replace('%s', e(2)).replace('%%', '%'), 'except Exception as e: print(type(e).__name__, e)']
        return self.hot()

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
def chain(e):
    return [type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__]
def drive(g):
    out = []
    try:
        out.append(next(g)); out.append(g.send('sent')); out.append(g.throw(ValueError('thrown')))
    except StopIteration as e: out.append(('stop', e.value))
    except Exception as e: out.append(type(e).__name__)
    g.close()
    return out
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
def run(c):
    out = []
    try:
        v = None
        for i in range(20):
            v = c.send(v); out.append(v)
    except StopIteration as e: return out, e.value
class Meta(type):
    def __call__(cls, *a): return super().__call__(*a[:0])
class ACtx:
    def __init__(self, v): self.v = v
    async def __aenter__(self): return await Wait(self.v)
    async def __aexit__(self, t, v, tb): await Wait(t and t.__name__); return t is KeyError
class AIt:
    def __init__(self, v): self.i = iter(v)
    def __aiter__(self): return self
    async def __anext__(self):
        tick()
        try: return next(self.i)
        except StopIteration: raise StopAsyncIteration
class Pt:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return 'Pt(%r, %r)' % (self.x, self.y)
    def __eq__(self, o): return isinstance(o, Pt) and (self.x, self.y) == (o.x, o.y)
    def __lt__(self, o): return NotImplemented if not isinstance(o, Pt) else self.x < o.x
    def __iter__(self): yield self.x; yield self.y
    def __len__(self): return 2
    def __getitem__(self, k): return (self.x, self.y)[k]
    def keys(self): return ['x', 'y']
    def __call__(self, *a, **k): return a, k
    def total(self): return self.x + self.y
class Sub(list):
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return ('radd', o)
class Ctx:
    def __init__(self, v): self.v = v
    def __enter__(self): return self.v
    def __exit__(self, t, v, tb): return t is KeyError
for number, source in PROGRAMS:
    print('#', number)
    ticks[0] = 0
    ns = {'show': show, 'tick': tick, 'ticks': ticks, 'hash_int': hash_int, 'Ctx': Ctx, 'chain': chain, 'drive': drive, 'Wait': Wait, 'run': run, 'Meta': Meta, 'ACtx': ACtx, 'AIt': AIt, 'Pt': Pt, 'Sub': Sub, 'x': 5, 'y': 'text', 'z': [1, 2]}
    try: exec(source, ns)
    except BaseException as e: print('!', type(e).__name__, re_sub(str(e))[:300])
    try: print('=', *[show(ns.get(n)) for n in 'xyz'])
    except BaseException as e: print('!=', type(e).__name__, re_sub(str(e))[:300])
'''.replace('import re\n', '')


def run(command, programs, hashseed='random'):
    text = 'PROGRAMS = %r\n%s' % (programs, DRIVER)
    try:
        done = subprocess.run(command, input=text.encode('utf-8', 'surrogatepass'), capture_output=True, timeout=300, env={**os.environ, 'PYTHONHASHSEED': hashseed})
    except subprocess.TimeoutExpired:
        return None, 'timeout'
    out, here = {}, None
    for line in done.stdout.decode('utf-8', 'replace').split('\n'):
        if line.startswith('# '):
            here = int(line[2:])
            out[here] = []
        elif here is not None:
            out[here].append(re.sub(r' at 0x[0-9a-f]+', '', line))
    return out, done.stderr.decode('utf-8', 'replace')[-600:]


PYTHON = [sys.executable, '-X', 'utf8', '-W', 'ignore', '-']
PYVM = ['node', CLI, '-']


# The one order that is not CPython's (docs/limits.md): a name behind a star is looked up before the star is unpacked.
LATE_NAME = re.compile(r'[\[({,] ?\*.*, ?[a-z]\b')


def late_name(source, a, b):
    return bool(LATE_NAME.search(source)) and any('UnboundLocalError' in q or 'NameError' in q for q in b) and not any('UnboundLocalError' in q or 'NameError' in q for q in a)


def same(a, b):
    """Equal, or with other orders only: those of sets of strings are not CPython's (docs/limits.md)."""
    return a == b or (a is not None and b is not None and len(a) == len(b) and all(x == y or sorted(x) == sorted(y) for x, y in zip(a, b)))


# Functions, classes, None and Ellipsis in a set: their hash is their address.
ADDRESSES = re.compile(r'\{[^{}:]*(\b(len|int|str|list|dict|None)\b|\.\.\.)[^{}:]*\}')


def ordered(source):
    """Whether python3 prints the same with other hashes of strings: else a set's order is in it. Addresses are no better."""
    return not ADDRESSES.search(source) and len({str(run(PYTHON, [(0, source)], hashseed)[0]) for hashseed in '12345678'}) == 1


def differs(source):
    a, _ = run(PYTHON, [(0, source)])
    b, _ = run(PYVM, [(0, source)])
    return a is not None and (b is None or not same(a.get(0), b.get(0)))


def shrink(source, seconds=60):
    """Takes out groups of lines, large ones first, while the program still differs and time is left."""
    lines = source.split('\n')
    end = time.time() + seconds
    size = len(lines) // 2
    while size > 0:
        i = 0
        while i < len(lines) and time.time() < end:
            less = lines[:i] + lines[i + size:]
            try:
                compile('\n'.join(less), 'f', 'exec')
                fewer = differs('\n'.join(less))
            except (SyntaxError, ValueError):
                fewer = False
            if fewer:
                lines = less
            else:
                i += 1
        size //= 2
    return '\n'.join(lines)


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--count', type=int, default=1000)
    p.add_argument('--batch', type=int, default=250)
    p.add_argument('--vm', default='', help='options of pyvm: --vm=--tier0, --vm="--jit-threshold 0"')
    p.add_argument('--show', type=int, default=10, help='differences to shrink and print')
    p.add_argument('--second', type=float, default=.25, help='share of the statements of the second kind (hot loops, descriptors, driven generators, ...)')
    o = p.parse_args()
    PYVM[2:2] = ['run'] + o.vm.split() if o.vm else []
    found = total = 0
    number = o.seed * 1000000
    end = number + o.count
    while number < end:
        batch = []
        while len(batch) < o.batch and number < end:
            source = Maker(random.Random(number), o.second).program()
            number += 1
            try:
                compile(source, 'f', 'exec')
            except (SyntaxError, ValueError):
                continue
            # Addresses, orders and sizes that CPython does not promise, and work without end.
            if re.search(r"__hash__|__dir__\(|2\*\*40\)? \*|\* \(?2\*\*|10\*\*20\)? \*|\* \(?10\*\*20|2\*\*70 \*\*|range\(.*(2\*\*|10\*\*|1e100)", source):
                continue
            batch.append((number, source))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            one, other = pool.submit(run, PYTHON, batch), pool.submit(run, PYVM, batch)
            (a, _), (b, _) = one.result(), other.result()
        total += len(batch)
        print('\r%d' % total, end='', file=sys.stderr, flush=True)
        if a is None:
            continue
        for n, source in batch:
            if n not in a:
                continue
            if b is not None and same(a.get(n), b.get(n)):
                continue
            if b is not None and n in b and late_name(source, a[n], b[n]) or not ordered(source):
                continue
            found += 1
            if found <= o.show:
                if not differs(source):
                    path = '/tmp/fuzz-batch-%d.py' % n
                    with open(path, 'w', errors='surrogatepass') as f:
                        f.write('PROGRAMS = %r\n%s' % (batch, DRIVER))
                    print('==== program', n, 'differs only among the others of its batch:', path)
                    continue
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
