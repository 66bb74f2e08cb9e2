#!/usr/bin/env python3
"""Random programs, run by python3 and by pyvm, and compared: fuzz-diff.py [--seed N] [--count N] [--batch N].

A batch is one process: each program is exec'd, what it prints and how it ends is printed. A program that differs is
shrunk by taking out lines while it still differs, and printed. PYVM_CLI: the cli.js to use.
"""
import argparse
import ast
import concurrent.futures
import os
import random
import re
import resource
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


# Not called: what they give is an address or a size, or they have to do with the process.
SKIP = {'__hash__', '__sizeof__', '__dir__', '__subclasses__', '__init_subclass__', '__subclasshook__', '__reduce__', '__reduce_ex__', '__getstate__', '__dict__', '__doc__', '__text_signature__', '__builtins__', '__globals__', '__code__', '__del__', '__weakref__'}
METHODS_OF = {}


class Maker:
    def __init__(self, r, second=.25, third=.5):
        self.r = r
        self.second = second
        self.third = third
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
            if op.startswith('is'):
                # Not of two values: equal big ints are one object here (docs/limits.md).
                return '(%s %s %s)' % (e(), op, r.choice(['None', 'True', 'False', '...', 'int', 'len', '[]', '()', 'NotImplemented']))
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
            return r.choice(['(%s < %s <= %s)', '(%s == %s != %s)', '(%s in %s not in %s)', '(%s or %s and %s)', '(not %s or %s and %s)']) % (e(), e(), e())
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
            return ['class %s%s:' % (c, r.choice(['', '', '(list)', '(dict)', '(int)', '(str)', '(float)', '(tuple)', '(set)', '(Exception)', '(metaclass=Meta)'])), '    def %s(self, *o):' % m, '        tick()', '        x = y = z = o[0] if o else self', '        return %s' % self.expr(2),
                    '    def %s(self):' % u, '        tick()', '        x = y = z = 1', '        return %s' % self.expr(2)] + extra + ['%s = %s(%s)' % (v, c, r.choice(['', '', self.expr(3)])), 'print(show(%s))' % self.expr(1)]
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
        if self.third and r.random() < self.third:
            return self.third_kind(depth, loop, func, gen, co)
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

    def attempt(self, *texts):
        """Each expression by itself: its value, or its error with the lines it went through."""
        return [q for t in texts for q in ['try: print(show(%s))' % t, 'except Exception as e: print(type(e).__name__, re_sub(str(e)), where(e))']]

    def pattern(self, depth=0):
        r = self.r
        p = lambda: self.pattern(depth + 1)
        if depth > 2 or r.random() < .3:
            return r.choice(['_', 'q%d' % self.fresh(), '1', '-2.5', '"a"', 'None', 'True', 'b"x"', '1+2j', 'ticks', 'Color.RED', 'Color.n', 'int()', 'str()', 'list()', 'dict()', 'Pt()', '[]', '()', '{}'])
        k = r.randrange(12)
        if k == 0:
            return '[%s]' % ', '.join(p() for _ in range(r.randint(0, 3)))
        if k == 1:
            items = [p() for _ in range(r.randint(0, 2))]
            items.insert(r.randint(0, len(items)), '*%s' % r.choice(['_', 'q%d' % self.fresh()]))
            return r.choice(['[%s]', '(%s,)']) % ', '.join(items)
        if k == 2:
            return '(%s, %s)' % (p(), p())
        if k == 3:
            return '{%s%s}' % (', '.join('%s: %s' % (key, p()) for key in r.sample(['"a"', '1', '"k"', 'None', 'True', 'Color.RED', '-1', '"l"'], r.randint(1, 3))), r.choice(['', '', ', **q%d' % self.fresh()]))
        if k == 4:
            return 'Pt(%s)' % ', '.join(r.choice([[], [p()], [p(), p()], [p(), 'y=' + p()], ['x=' + p()], ['nope=' + p()], [p(), p(), p()]]))
        if k == 5:
            return '%s(%s)' % (r.choice(['int', 'str', 'list', 'dict', 'tuple', 'float', 'bool', 'bytes', 'set', 'bytearray', 'frozenset', 'object', 'Sub', 'Exception', 'ticks', 'x']), p())
        if k == 6:
            return '%s as q%d' % (r.choice(['(%s)' % p(), '[_, *_]', '{}', 'int()']), self.fresh())
        if k == 7:
            return '(%s | %s)' % (r.choice(['1', '"a"', 'None', '[]', '{"a": _}', 'int()', '[_, _]']), r.choice(['2', '"b"', 'True', '[1, *_]', 'Pt(1, _)', 'str()', '{}']))
        if k == 8:
            return r.choice(['int(real=%s)', 'Pt(x=%s)', 'object(__class__=%s)', 'complex(imag=%s)', 'slice(start=%s)', 'range(stop=%s)']) % p()
        return r.choice(['q%d' % self.fresh(), '_', '"abc"', '0', '[_, *_]'])

    def fresh(self):
        self.n += 1
        return self.n

    def method(self):
        """A call of any method of a builtin type, with arguments that may not fit."""
        r = self.r
        a = r.choice(['1', '-7', '2**70', 'True', '2.5', '-0.0', 'float("nan")', '(1-2j)', '"abc"', '"Ab 1"', '"\\u20ac\\U0001f600"', '""', 'b"ab c"', 'b""', 'bytearray(b"xyz")', '[3, 1, 2]', '[]', '(1, 2, 1)', '{1: 2, "a": 3}', '{}', '{1, 2}', 'frozenset("ab")', 'range(2, 9, 3)', 'slice(1, 5, 2)', 'memoryview(b"abcd")', 'None', '...', 'int', 'str', 'list', 'dict', 'type', 'object()', 'len', '[].append', 'ValueError(1, 2)', 'KeyError("k")', 'OSError(2, "m")', '(q for q in "ab")', 'iter([1, 2])', 'iter("ab")', 'enumerate("ab")', 'zip("ab", "cd")', 'map(str, "12")', 'reversed([1, 2])', '{1: 2}.keys()', '{1: 2}.items()', '{1: 2}.values()', '(lambda a, b=1: a)', 'property(len)', 'classmethod(len)', 'super(int, 5)', 'list[int]', '(int | str)', 'Pt(1, 2)', 'Sub([1])', 'NotImplemented', 'StopIteration(5)', 'UnicodeDecodeError("u", b"ab", 0, 1, "r")', 'ExceptionGroup("g", [ValueError(1)])', 'iter({1: 2})', 'iter(range(3))', 'Pt.__init__', 'Pt(1, 2).total', 'type(len)', 'ticks'])
        try:
            names = METHODS_OF.get(a)
            if names is None:
                names = METHODS_OF[a] = [n for n in dir(eval(a, {'Pt': int, 'Sub': list, 'ticks': [0]})) if n not in SKIP]
        except Exception:
            names = ['__class__']
        args = [r.choice([self.expr(3), r.choice(['0', '1', '-1', '"a"', 'b"a"', 'None', '[1]', '(1, 2)', '{}', '2**70', '1.5', 'int', 'str', 'x', '"big"', '""', 'True', 'len', 'slice(0, 1)', 'Pt(1, 2)', '{1}', 'range(2)'])]) for _ in range(r.choice([0, 1, 1, 1, 2, 2, 3, 4]))]
        if r.random() < .12:
            args.append(r.choice(KEYWORDS))
        if r.random() < .05:
            args.append(r.choice(['*x', '*[1]', '**{"a": 1}', '**z']))
        name = r.choice(names)
        if r.random() < .15:
            return 'type(%s).%s(%s)' % (a, name, ', '.join([r.choice([a, '5', '"s"'])] * (r.random() < .8) + args))
        return '(%s).%s(%s)' % (a, name, ', '.join(args)) if r.random() < .93 else '(%s).%s' % (a, name)

    def third_kind(self, depth, loop, func, gen, co):
        r = self.r
        e = lambda d=3: self.expr(d)
        v = r.choice('xyz')
        k = r.randrange(22)
        if k < 3:
            return self.attempt(*(self.method() for _ in range(r.randint(1, 4))))
        if k == 3:
            subject = r.choice(['x', 'y', 'z', e(), 'Pt(1, %s)' % e(), '[1, %s]' % e(), '{"a": 1, "k": %s}' % e(), '(x, y)', '[x, [y, 2], {"a": z}]', '{1: [2], None: "b", **{"l": Pt(x, 0)}}', '"abc"', 'range(3)', 'Sub([1, 2])', '1', '[]', '{}', '-2.5', 'b"x"', 'Color.RED', 'bytearray(b"ab")', 'True'])
            out = ['class Color: RED = 1; n = "a"', 'try:', '    match %s:' % subject]
            for _ in range(r.randint(1, 4)):
                out += ['        case %s%s:' % (self.pattern(), r.choice(['', '', '', ' if %s' % e()])), '            print(%d, sorted((k, show(q)) for k, q in locals().items() if k[0] == "q"))' % self.fresh()]
            return out + ['except Exception as e: print(type(e).__name__, re_sub(str(e)), where(e))'] + ['for k in [k for k in globals() if k[0] == "q" and k[1:].isdigit()]: del globals()[k]']
        if k == 4:
            m, c = self.name('Meta'), self.name('K')
            parts = r.sample([['    def __new__(m, n, b, d, **k): print("new", n, sorted(k), sorted(q for q in d if q[:2] != "__")); return super().__new__(m, n, b, d)'], ['    def __init__(c, n, b, d, **k): print("init", sorted(k)); super().__init__(n, b, d)'], ['    @classmethod', '    def __prepare__(m, n, b, **k): print("prepare", sorted(k)); return {"p": %s}' % e()], ['    def __call__(c, *a, **k): print("call", show(a)); return super().__call__(*a, **k)'], ['    def __getattr__(c, n): return "meta " + n'],
                             ['    def __instancecheck__(c, o): return %s' % e()], ['    def __subclasscheck__(c, o): print("sub"); return %s' % e()], ['    def __len__(c): return 3'], ['    def __iter__(c): return iter("ab")'], ['    def __getitem__(c, i): tick(); return ("item", i)'], ['    def __contains__(c, i): return True'], ['    def __add__(c, o): return "added"'], ['    def __eq__(c, o): return %s' % e(), '    __hash__ = type.__hash__'], ['    def __repr__(c): return "<" + c.__name__ + ">"'], ['    def __bool__(c): return False'], ['    attr = %s' % e()], ['    @property', '    def prop(c): return c.__name__'], ['    def __setattr__(c, n, v): print("set", n); super().__setattr__(n, v)'], ['    def __or__(c, o): return "or"'], ['    def mro(c): return [c, object]'], ['    def __dir__(c): return ["z", "a"]']], r.randint(1, 4))
            return ['class %s(type):' % m] + [q for p in parts for q in p] + ['try:', '    class %s(metaclass=%s%s):' % (c, m, r.choice(['', ', a=1', ', b=%s' % e()])), '        w = %s' % e(), '        def __init__(self, *a): self.a = a', 'except Exception as e: print(type(e).__name__, re_sub(str(e)), where(e))', 'else:'] + \
                ['    ' + q for q in self.attempt(*r.sample([t.replace('C', c).replace('M!', m) for t in ['C()', 'C(1, %s)' % e(), 'C.w', 'C.nope', 'C.prop', 'C.p', 'isinstance(%s, C)' % e(), 'issubclass(int, C)', 'issubclass(C, C)', 'len(C)', 'list(C)', 'C[1]', '1 in C', 'C + 1', 'C == C', 'repr(C)', 'bool(C)', 'C | int', 'C.attr', 'C().attr', 'C().prop', 'setattr(C, "q", 1)', 'type(C) is M!', 'C.__mro__', 'dir(C)', 'M!("N", (C,), {})', 'type("N", (C, int), {"a": 1})', 'C.__name__, C.__qualname__, C.__module__', 'C.__bases__, C.__base__', 'C.__subclasses__()', '[C].index(C)', '{C: 1}[C]', 'C.mro()', 'M!.__call__(C)']], 4))]
        if k == 5:
            c, d = self.name('B'), self.name('E')
            parts = r.sample([['    def __init_subclass__(cls, /, tag=None, **k): print("sub", cls.__name__, tag, show(k)); super().__init_subclass__(**k)'], ['    def __class_getitem__(cls, i): return (cls.__name__, show(i))'], ['    def __new__(cls, *a, **k): print("new", len(a)); return %s' % r.choice(['super().__new__(cls)', 'object.__new__(cls)', e(), 'super().__new__(cls, *a)'])], ['    def __init__(self, *a): print("init", show(a)); %s' % r.choice(['self.a = a', 'return 1', 'super().__init__(*a)', 'super().__init__()'])], ['    __slots__ = %s' % r.choice(['("a",)', '("a", "b")', '()', '["a", "__dict__"]', '("__weakref__",)', '"ab"'])], ['    def __del__(self): pass'], ['    __match_args__ = %s' % r.choice(['("a",)', '["a"]', '("a", "b")', '()', '(1,)'])], ['    def __mro_entries__(self, b): return (%s,)' % r.choice(['int', 'list', 'object'])], ['    def __getattribute__(self, n): print("get", n); return super().__getattribute__(n)'], ['    def __setattr__(self, n, v): print("set", n); super().__setattr__(n, v)'], ['    def __delattr__(self, n): print("del", n); super().__delattr__(n)'], ['    def __dir__(self): return ["q", "p"]'], ['    def __reduce__(self): return (int, (5,))'], ['    __call__ = lambda s, *a: a'], ['    @staticmethod', '    def st(*a): return a'], ['    @classmethod', '    def cl(cls, *a): return cls.__name__, a'], ['    x = y = %s' % e()], ['    def m(self): return __class__.__name__, super().__repr__()[:9]'], ['    def __enter__(self): return 5', '    def __exit__(self, *a): print("exit", a[0] and a[0].__name__); return %s' % e()], ['    [w for w in (1, 2)]; w = [q for q in "ab"]'], ['    a: int = %s' % e(), '    b: "str"'], ['    def __len__(self): return %s' % r.choice(['-1', '3', '2**70', '"a"', '1.5', 'True'])], ['    def __bool__(self): return %s' % r.choice(['1', 'True', 'None'])], ['    def __hash__(self): return %s' % r.choice(['1', '2**70', '"a"', '-1', 'True'])], ['    def __index__(self): return %s' % r.choice(['1', '2**70', '"a"', 'True'])], ['    def __repr__(self): return %s' % r.choice(['"R"', '5', 'None', '"\\u20ac"'])], ['    def __str__(self): return %s' % r.choice(['"S"', '5', 'b"s"'])], ['    def __iter__(self): return %s' % r.choice(['iter([1, 2])', '5', 'self', '(q for q in "ab")'])], ['    def __next__(self): tick(); %s' % r.choice(['raise StopIteration', 'return 1', 'raise ValueError'])], ['    def __contains__(self, q): return %s' % e()], ['    def __getitem__(self, q): tick(); return %s' % r.choice(['q', '[1, 2][q]', '"ab"[q]', e()])], ['    def __missing__(self, q): return ("missing", q)'], ['    def __format__(self, s): return %s' % r.choice(['s + "!"', '5', 's'])], ['    def __complex__(self): return %s' % r.choice(['1j', '5'])], ['    def __round__(self, n=9): return n'], ['    def __trunc__(self): return 7'], ['    def __length_hint__(self): return %s' % r.choice(['5', '-1', 'NotImplemented', '"a"'])], ['    def __bytes__(self): return %s' % r.choice(['b"by"', '"s"'])], ['    def __fspath__(self): return %s' % r.choice(['"p"', '5'])], ['    def __await__(self): %s' % r.choice(['yield 1', 'return iter("ab")', 'return 5'])], ['    def __aiter__(self): return self', '    async def __anext__(self): raise StopAsyncIteration'], ['    def __reversed__(self): return "rev"'], ['    def __subclasshook__(cls, o): return NotImplemented'], ['    def __matmul__(self, o): return "mm"', '    def __imatmul__(self, o): return "imm"'], ['    def __rpow__(self, o, m=None): return ("rpow", o, m)', '    def __pow__(self, o, m=None): return ("pow", o, m)'], ['    def __divmod__(self, o): return ("dm", o)', '    __rdivmod__ = __divmod__'], ['    def __lt__(self, o): return %s' % e()], ['    def __eq__(self, o): return %s' % e()], ['    def __int__(self): return %s' % r.choice(['5', '"a"', '2.5', 'True'])], ['    def __float__(self): return %s' % r.choice(['5.5', '5', '"a"'])]], r.randint(1, 5))
            base = r.choice(['', '', '', '(int)', '(list)', '(dict)', '(str)', '(Exception)', '(tuple)', '(float)', '(set)', '(Pt)', '(bytes)', '(object)', '(Sub)', '(type)'])
            uses = ['C()', 'C(1)', 'C(1, 2)', 'C[int]', 'C.st(1)', 'C().cl(2)', 'C().m()', 'len(C())', 'bool(C())', '[1, 2][C()]', 'repr(C())', 'str(C())', 'list(C())', '1 in C()', 'C()[0]', 'C()["k"]', 'f"{C():>5}"', 'format(C(), "x")', 'complex(C())', 'round(C())', 'round(C(), 2)', 'int(C())', 'float(C())', 'bytes(C())', 'list(reversed(C()))', 'C() @ 1', 'C() ** 2', 'pow(2, C())', 'pow(C(), 2, 3)', 'divmod(C(), 2)', 'divmod(2, C())', 'C() < 1', 'C() == 1', 'sorted([C(), C()])', 'C().a', 'setattr(C(), "a", 1)', 'setattr(C(), "zz", 1)', 'delattr(C(), "a")', 'sorted(C.__dict__)', 'vars(C())', 'dir(C())', 'C.__annotations__', 'C().x', 'C.__mro__', 'isinstance(C(), C)', 'C() + C()', 'C() * 2', '"%s %r" % (C(), C())', 'C()(1, 2)', 'run(C().__await__())', 'next(C())', 'iter(C())', '[*C()]', '{**C()}', 'dict(C())', 'max(C(), 1)', 'sum([C()])', 'range(C())', '"a" * C()', 'C().__reduce_ex__(2)', 'type(C()).__name__', 'C.__doc__', 'object.__repr__(C())[:9]', 'C().__class__', 'C().__dict__', 'hex(C())', 'abs(C())', '-C()', 'chr(C())', '"abc"[C():]', 'C() and 1', 'not C()', 'C() is C()', 'callable(C())', 'super(C, C())', 'super(C, C).__init__', 'C.mro()', 'C.__slots__', 'C().__format__("")', '"{:d}".format(C())', '"%d" % C()', 'b"%b" % C()', 'print(C(), end="")', 'str(C(), "ascii")', 'min(C(), C())', 'zip(C())', 'tuple(C())', 'set(C())', 'C().__eq__(1)', 'C().__lt__(1)', 'C() != C()', 'C().__init__()', 'C.__new__(C)', 'C.__init__(5)', 'any(C())', 'enumerate(C(), C())', 'C().__sizeof__() > 0', 'C.w', 'getattr(C(), "nope", 7)', 'hasattr(C(), "b")', 'open(C())', 'issubclass(C, int)', 'int.__add__(C(), 1)', '1 + C()', 'C() // 1', 'C().__len__()', 'copy_(C())']
            return ['try:', '    class %s%s:' % (c, base)] + ['    ' + q for p in parts for q in p] + ['    class %s(%s%s): pass' % (d, c, r.choice(['', ', tag=%s' % e(), ', zz=1'])), 'except Exception as e: print(type(e).__name__, re_sub(str(e)), where(e))', 'else:'] + ['    ' + q for q in self.attempt(*(t.replace('C', r.choice([c, c, d])) for t in r.sample(uses, 5)))] + \
                r.choice([[], ['    try:', '        with %s() as q: print(q); raise KeyError(1)' % c, '    except Exception as e: print(type(e).__name__, re_sub(str(e)), where(e))']]) + r.choice([[], ['    try:', '        class %s(%s(1)): pass' % (self.name('G'), c), '    except Exception as e: print(type(e).__name__, re_sub(str(e)), where(e))']])
        if k == 6:
            f = self.name('ex')
            act = lambda: r.choice(['raise ValueError(%s)' % e(), 'raise KeyError from None', 'raise TypeError("t") from ValueError(1)', 'raise', '1 / 0', '[][0]', '{}[1]', 'x.nope', 'nope', 'return %s' % e(), 'pass', 'out.append(1)', 'raise E("e") from e' if 0 else 'raise OSError(2, "m")', 'int("z")', 'raise StopIteration(1)', 'assert x, "msg"', 'assert not x', 'del nope', 'raise x', 'raise ValueError from x', 'out.append(chain2(sys_exc()))'])
            def block(n):
                if n == 0 or r.random() < .4:
                    return [act() for _ in range(r.randint(1, 2))]
                q = ['try:'] + ['    ' + t for t in block(n - 1)]
                for name in r.sample(['ValueError as e', 'KeyError', 'TypeError as e', '(IndexError, ZeroDivisionError) as e', 'LookupError', 'Exception as e', 'ArithmeticError as out2', 'BaseException'], r.randint(0, 2)):
                    q += ['except %s:' % name] + ['    ' + t for t in block(n - 1)]
                if len(q) > 0 and not any(t.startswith('except') for t in q) or r.random() < .4:
                    if any(t.startswith('except') for t in q) and r.random() < .4:
                        q += ['else:'] + ['    ' + t for t in block(n - 1)]
                    q += ['finally:'] + ['    ' + t for t in block(n - 1)]
                return q
            return ['def %s(x, out):' % f] + ['    ' + t for t in block(3)] + ['    return out', 'try: print(show(%s(%s, [])))' % (f, r.choice(['x', '0', 'None', 'ValueError', 'KeyError(1)'])), 'except BaseException as e: print(type(e).__name__, re_sub(str(e)), where(e), chain2(e))']
        if k == 7:
            f = self.name('eg')
            leaf = lambda: r.choice(['ValueError(1)', 'TypeError("t")', 'KeyError("k")', 'OSError(2, "m")', 'IndexError()', 'ZeroDivisionError("z")', 'ValueError(%s)' % e()])
            def group(n):
                return 'ExceptionGroup("g%d", [%s])' % (n, ', '.join(group(n - 1) if n and r.random() < .4 else leaf() for _ in range(r.randint(1, 3))))
            out = ['def %s():' % f, '    try:', '        raise %s' % r.choice([group(2), group(1), leaf(), group(2)])]
            for t in r.sample(['ValueError', 'TypeError', '(KeyError, IndexError)', 'OSError', 'ArithmeticError', 'Exception', 'LookupError', 'ExceptionGroup', 'x'], r.randint(1, 3)):
                out += ['    except* %s as e:' % t, '        print(show(e), e.exceptions and len(e.exceptions), where(e))', '        %s' % r.choice(['pass', 'raise', 'raise RuntimeError(1)', 'raise e', 'raise KeyError from e', '1 / 0', 'e = 5', 'raise e.exceptions[0]', 'raise ExceptionGroup("new", [TypeError(2)])'])]
            return out + r.choice([[], ['    else: print("else")']]) + r.choice([[], ['    finally: print("fin")']]) + ['try: print(show(%s()))' % f, 'except BaseException as e: print(tree(e), where(e), chain2(e))'] + self.attempt('tree(%s.split(%s)[0])' % (group(2), r.choice(['ValueError', '(TypeError, KeyError)', 'lambda q: len(q.args) == 1', 'x', 'Exception'])), 'tree(%s.subgroup(%s))' % (group(2), r.choice(['ValueError', '(TypeError, KeyError)', 'lambda q: isinstance(q, ExceptionGroup)', '5'])))
        if k == 8:
            c = self.name('co')
            body = lambda: r.choice([['q = await Wait(%s)' % e(), 'print("q", show(q))'], ['async with ACtx(%s) as q: %s' % (e(), r.choice(['print(show(q))', 'raise KeyError(1)', 'raise ValueError(2)', 'return 5', 'await Wait(1)']))], ['async for q in AIt(%s): %s' % (e(), r.choice(['print(show(q))', 'break', 'continue', 'return q', 'raise IndexError']))], ['try: await Wait(1)', 'except %s as x: print("caught", type(x).__name__)' % r.choice(['ValueError', 'GeneratorExit', 'Exception', 'KeyError']), 'finally: print("fin")'], ['print([q async for q in AIt("ab") if q != %s])' % e()], ['print({q: w async for q in AIt("ab") for w in [1]})'], ['return await sub(%s)' % e()], ['await %s' % e()], ['print(sum([await sub(q) or 1 for q in range(3)]))'], ['g = (q async for q in AIt("xy"))', 'print(await g.__anext__())', 'print(await anext(g, "dflt"), await anext(g, "dflt"))'], ['raise StopIteration(1)'], ['async def inner(): yield 1; yield await Wait("w")', 'print([q async for q in inner()])'], ['await ag.asend(None)'], ['print(await ag.__anext__())'], ['await ag.aclose()'], ['await ag.athrow(ValueError)']])
            step = lambda: r.choice(['w.send(None)', 'w.send(%s)' % e(), 'w.throw(ValueError(1))', 'w.throw(KeyError)', 'w.close()', 'w.cr_running', 'w.cr_await is None', 'w.cr_frame is None', 'run(w)', 'w.throw(GeneratorExit)', 'next(w)', 'iter(w)', 'w.__await__().send(None)'])
            return ['async def sub(q):', '    try: return await Wait(q)', '    finally: print("subfin")', 'async def ag_():', '    try:', '        q = yield 1', '        print("ag", show(q))', '        yield 2', '    except ValueError: yield 3', '    finally: print("agfin")', 'ag = ag_()', 'async def %s():' % c] + ['    ' + q for _ in range(r.randint(1, 3)) for q in body()] + ['    return "end"', 'w = %s()' % c] + [q for _ in range(r.randint(2, 6)) for q in ['try: print(show(%s))' % step(), 'except BaseException as e: print(type(e).__name__, e, chain(e))']] + [q for t in ('w.close()', 'ag.aclose().send(None)') for q in ['try: %s' % t, 'except BaseException as e: print(type(e).__name__, e)']]
        if k == 9:
            value = r.choice(['0', '-1', '255', '12345678', '-2**70', '10**20', 'True', '3.14159', '-0.0', '1e300', '5e-324', '1e22', '123456.789', 'float("inf")', 'float("nan")', '0.1', '-1.5', '(1.5-2j)', '1j', '"text"', '"\\u20ac"', '""', 'None', 'b"b"', '[1]', 'Pt(1, 2)', '2.5', '1e16', '999999.5', '0.0001', '100000.0'])
            spec = r.choice(['', '*', '0', '\\u20ac', ' ']) * (r.random() < .3)
            spec = (spec + r.choice('<>=^') if spec or r.random() < .3 else '') + r.choice(['', '', '+', '-', ' ']) + r.choice(['', '', 'z']) * (r.random() < .2) + r.choice(['', '', '#']) + r.choice(['', '', '0']) + r.choice(['', '', '3', '12', '20']) + r.choice(['', '', '', ',', '_']) + r.choice(['', '', '.0', '.3', '.10', '.', '.20']) + r.choice(['', 'd', 'f', 'F', 'e', 'E', 'g', 'G', '%', 'x', 'X', 'o', 'b', 'c', 's', 'n', 'r', '!'])
            percent = '%' + r.choice(['', '', '-', '+', ' ', '0', '#', '-0', '+#']) + r.choice(['', '', '5', '12', '*']) + r.choice(['', '', '.3', '.0', '.*', '.']) + r.choice('diouxXeEfFgGcrsa%b')
            return self.attempt('format(%s, "%s")' % (value, spec), 'f"{%s:%s}"' % (value.replace('"', "'") if '\\' not in value else '1', spec.replace('\\u20ac', '~')), '"%s" %% (%s,)' % (percent, value), 'b"%s" %% (%s,)' % (percent, value), '"%s|" %% (%s, %s)' % (percent, r.choice(['5', '-3', 'x', value]), value), '"{0:%s}{1!r:%s}".format(%s, %s)' % (spec, r.choice(['', '>5', '.2']), value, e()))
        if k == 10:
            t = r.choice(['a, b = %s', 'a, *b = %s', '*a, b = %s', '(a, b), c = %s', '[a, [b, *c]] = %s', 'a, b, *c, d = %s', 'a = *b, = %s', '*a, = %s', '() = %s', '[] = %s', 'a[0], b = %s', 'a, a = %s', '(a), (b) = %s', 'a, (b, (c, *d)) = %s', 'for a, *b in %s: print(a, b)', 'for (a, b), c in %s: print(a, b, c)', 'for a[0] in %s: pass', 'a: int = %s', 'a += %s', 'a[b] -= %s', 'a.q |= %s', 'a[1:2] = %s', 'a[::2], b = %s', 'del a, (b, [c])', 'del a[%s]', 'print([a for a, b in %s], a)', 'with Ctx(%s) as (a, *b): print(a, b)', '(a := %s), b', 'print(a := %s, end="")', 'global a; a = %s', 'b = a = c = %s', 'lambda: (yield %s)', 'a = [*%s, *b]', 'a = {**%s, "k": b}', 'return_ = *%s, 1'])
            f = self.name('un')
            return ['def %s(a, b=2, c=3, d=4):' % f, '    try: %s' % (t.replace('%s', r.choice([e(2), '(1, 2)', '[[1, 2], 3]', '"ab"', '(1, (2, 3))', '[(1, 2), (3, 4)]', 'range(4)', 'iter([1, 2, 3])', '{1: 2, 3: 4}', '5', 'None', '((1, 2), (3,))', '(1, [2, [3, 4, 5]])'])) if 'global' not in t else 'pass'), '    finally: print(sorted((k, show(q)) for k, q in locals().items()))'] + self.attempt('%s(%s)' % (f, r.choice(['[1, 2, 3]', '{1: 2}', 'Pt(1, 2)', '5', '"s"', '[0], 0', 'bytearray(b"abc"), 1'])))
        if k == 11:
            f = self.name('sc')
            inner = lambda: r.choice(['nonlocal n; n = n + 1; return n', 'return n', 'n = 5; return n', 'return [n for _ in "a"], n', 'global g; g = n; return g', 'return locals()', 'return n, x', 'del x; return x', 'nonlocal n; del n; return 1', 'return (lambda n=n: n)()', 'class Q: n = n; m = [n for _ in "a"] ; return Q.n, Q.m' if 0 else 'return eval("n", {"n": 9}, {"n": n})', 'return sorted(vars())', 'x = n; return [x := q for q in (1, 2)], x', 'try: return n\n        finally: x = 1', 'exec("n = 7"); return n', 'return [[n for n in range(m)] for m in range(3)], n', 'return {n: x for n in "ab" for x in "c"}', 'for n in range(3): pass\n        return n', 'import sys as n; return n.__name__', 'return f"{n}{n!r}{x}"', 'with Ctx(1) as n: return n', 'return n if n else undefined_name'])
            return ['g = %s' % e(), 'def %s(x, n=%s):' % (f, e()), '    def a(x=n, *, y=x):', '        %s' % inner(), '    def b():', '        %s' % inner(), '    class L:', '        n = %s' % r.choice(['n', '[n]', 'x', '(lambda: n)()', '[n for _ in "a"]', '5']), '        def m(self): return n', '    out = []', '    for q in (a, b, lambda: L.n, lambda: L().m(), lambda: n, a):', '        try: out.append(show(q()))', '        except Exception as e: out.append((type(e).__name__, str(e), where(e)))', '    return out, sorted(k for k in locals() if k != "e")', 'print(%s(%s))' % (f, e()), 'print(sorted(%s.__code__.co_cellvars), %s.__code__.co_varnames)' % (f, f)]
        if k == 12:
            view = lambda: r.choice(['{1: 2, 3: 4}.keys()', '{1: 2, 3: 4}.items()', '{"a": [1]}.items()', '{1: 2}.values()', '{}.keys()', '{1, 3}', '[1, (1, 2)]', '{(1, 2)}', 'frozenset([3])', '"ab"', '{"a": 1}.keys()', '{None: None}.keys()', e(), 'dict.fromkeys("abc").keys()', 'range(3)'])
            return self.attempt(*('%s %s %s' % (view(), r.choice(['&', '|', '-', '^', '<', '<=', '==', '!=', '>', '>=', 'in', '+', '*']), view()) for _ in range(3)), '%s.isdisjoint(%s)' % (view(), view()), r.choice(['list(reversed(%s))', 'len(%s)', 'repr(%s)', 'hash(%s)', '%s.mapping', 'set(%s)', '%s.__xor__([1])', '1 in %s', 'iter(%s).__length_hint__()', '(1, 2) in %s', 'type(%s).__mro__', 'bool(%s)', '%s[0]', '%s.copy()']) % view())
        if k == 13:
            n = lambda: r.choice(['0', '1', '-1', '7', '-13', '2**31', '2**63', '-2**64', '10**18', '3**50', '2**53 + 1', '-(10**30)', 'True', '0.1', '-2.5', '1e16', '1e-5', '5e-324', '1.7976931348623157e308', 'float("inf")', 'float("nan")', '1j', '(2-3j)', '0.0', '-0.0', '123456789', '0x10', '1_000'])
            return self.attempt(*(r.choice(['%s %s %s' % (n(), r.choice(['+', '-', '*', '/', '//', '%', '&', '|', '^', '<', '==', '>=']), n()), '%s %s %s' % (n(), r.choice(['<<', '>>', '**']), r.choice(['0', '3', '-1', '0.5', '2.0', '70', '1j', 'True', '64'])), 'divmod(%s, %s)' % (n(), n()), 'round(%s, %s)' % (n(), r.choice(['0', '1', '-1', '2', '-3', '20', 'None', '-20'])), 'pow(%s, %s, %s)' % (n(), r.choice(['2', '-1', '10', '0']), n()), 'int(%s)' % n(), 'float(%s)' % n(), 'complex(%s, %s)' % (n(), n()), 'abs(%s), -%s, +%s' % (n(), n(), n()), 'hash(%s)' % n(), 'str(%s), repr(%s)' % (n(), n()), '(%s).as_integer_ratio()' % n(), '(%s).bit_length()' % n(), '(%s).is_integer()' % n(), '(%s).hex()' % n(), 'hex(%s), bin(%s)' % (n(), n()), '(%s).to_bytes(%s, %s, signed=%s)' % (n(), r.choice(['1', '8', '20', '0', '-1']), r.choice(['"big"', '"little"', '"x"']), r.choice(['True', 'False'])), 'int(%r, %s)' % (r.choice(['12', '-0x1f', '0b101', ' 7 ', '1_0', '_1', '1__0', 'z', '', '0o17', '9' * 30, '+5', '- 5', '\u0663']), r.choice(['10', '0', '16', '36', '2', '1', '37', '-1'])), 'float(%r)' % r.choice(['1e5', ' nan ', '-inf', '1_0.5', '1e', '.5', '5.', '0x1p3', '1e400', 'infinity', '1__0', '', '1.5.5', '\u0663.5']), 'complex(%r)' % r.choice(['1+2j', '1j', ' (1-2J) ', '1 + 2j', 'nan+infj', '1e5j', 'j', '+j', '1+', '', '1+2', '(1']), 'float.fromhex(%r)' % r.choice(['0x1.8p3', 'inf', '1', '-0x.1p-4', '0x1p5000', 'z', '0x1.fffffffffffff8p0']), 'min(%s, %s), max(%s, %s)' % (n(), n(), n(), n()), 'sum([%s, %s, %s])' % (n(), n(), n()), 'sorted([%s, %s, %s])' % (n(), n(), n()), 'int.from_bytes(%r, %s, signed=%s)' % (r.choice([b'', b'\xff', b'\x00\x80', b'abc']), r.choice(['"big"', '"little"', '"x"']), r.choice(['True', 'False'])), 'range(%s, %s, %s)' % (n(), n(), n()), '%s == %s, %s is None' % (n(), n(), n()), '{%s: 1}.get(%s)' % (n(), n())]) for _ in range(4)))
        if k == 14:
            f = self.name('tb')
            call = lambda: r.choice(['f1(x)', 'x.a.b', 'x[0][1]', '(x + y) * z', 'x + y', '-x', 'x < y < z', 'f1(x)(y)', '[q / 0 for q in [1]]', 'f1(*x)', 'f1(**y)', 'f"{x / 0}"', 'x.m(1).n', 'len(x, y)', '(lambda: x / 0)()', 'x if 1 / 0 else y', 'not x.a', '{x: y}[z]', '{[]: 1}', 'next(iter([]))', 'x = y.z = 5' if 0 else 'x @ y', 'int("z") + f1(0)', 'sorted([1, "a"], key=lambda q: q.a)', 'max(f1(q) for q in [0])', 'print(x, y / 0, z)', 'x and y.q and z', 'assert_(x)', '"%d" % "a"', 'x[1:2, 3]', 'x ** y ** z', 'x.a()', 'x.a().b', '(x)(y)', 'x is y.q', 'await_', '[*x, *5]', '{**x}', 'dict(a=1, **{"a": 2})', 'isinstance(x, 5)', 'super().a', '(yield_)', 'x[y:z.q]', 'f1(\n            x,\n            y=1)', '(x +\n            y.q)', 'x[\n            "k"]'])
            return ['def f1(q, **k): return 1 / q', 'def %s(x, y, z):' % f, '    %s %s' % (r.choice(['return', 'a =', 'a, b =', 'for a in', 'if', 'while', 'a +=', 'raise', 'assert', 'print(', 'del', 'with', 'a: int =', 'yield_ =', 'return 1,']), call()), 'try: %s(%s)' % (f, r.choice(['0, 0, 0', 'x, y, z', '1, "a", [2]', '[1], {}, None', 'f1, 0, 1', 'Pt(1, 2), 3, 4'])), 'except Exception as e: print(full(e))'] if r.random() < .5 else \
                ['def f1(q, **k): return 1 / q', 'def %s(x, y, z):' % f, '    a = b = 1', '    %s' % r.choice(['a.q = %s', 'a[0] = %s', 'a = %s', 'a, b = %s', 'return %s', 'return (%s)', 'b = [%s, a.nope]', 'if %s: pass', 'a += %s', 'for a.q in [%s]: pass', 'b = a + %s', 'b = f1(%s, k=1)', 'raise ValueError(%s)', 'raise ValueError from %s', 'assert a, %s', 'del a[%s]', 'print(%s, a)', 'global g; g = %s', 'with %s as b: pass', 'for a in %s: pass', 'import nope_module, a', 'from itertools import nope_name', 'return lambda: %s', 'class Q(%s): pass', '@f1\n    def q(): pass', 'return {a: %s}', 'return not %s', 'return -(%s)', 'return [a for a in %s]', 'return f"{a}{%s!r:>{a}}"', 'return (\n        a +\n        %s\n    )', 'return a if %s else b', 'try: %s\n    finally: a.x', 'while %s: break', 'match %s:\n        case int(a=1, b=2): pass\n        case {"a": 1, **k}: pass\n        case [a, b]: a / 0', 'yield %s', 'return await_(%s)', 'return a.b.c(%s)', 'return x[%s]', 'x[%s] += 1', 'x.a.b += %s', 'return (a := %s) / 0']).replace('%s', call()), 'try: q = %s(%s); print(show(q)); list(q)' % (f, r.choice(['0, 0, 0', 'x, y, z', '1, "a", [2]', '[1], {}, None', 'f1, 0, 1', 'Pt(1, 2), 3, 4'])), 'except Exception as e: print(full(e))']
        if k == 15:
            lib = r.choice(['functools', 'contextlib', 'dataclasses', 'enum', 'collections', 'itertools', 'operator', 'abc', 'types', 'inspect', 'copy', 'string', 'typing'])
            texts = {'functools': ['functools.reduce(lambda a, b: (a, b), %s)', 'functools.partial(max, key=len)(%s)', 'functools.lru_cache(2)(lambda q: q)(%s)', 'functools.partial(int, base=2)(%s)', 'sorted(%s, key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b)))', 'functools.wraps(len)(lambda: 1).__name__', 'functools.total_ordering(type("T", (), {"__lt__": lambda s, o: %s, "__eq__": lambda s, o: True}))() <= 1', 'functools.singledispatch(lambda q: type(q).__name__)(%s)', 'functools.partial(print, 1, %s)', 'functools.partialmethod(len)', 'functools.reduce(max, [], %s)'],
                     'contextlib': ['contextlib.suppress(KeyError).__exit__(KeyError, %s, None)', 'contextlib.nullcontext(%s).__enter__()', 'list(contextlib.ExitStack().__enter__().pop_all()._exit_callbacks)', 'contextlib.closing(%s).__enter__()', 'contextlib.contextmanager(lambda: (q for q in [1]))().__enter__()', 'contextlib.contextmanager(lambda: iter(%s))().__enter__()', 'contextlib.ExitStack().enter_context(%s)', 'contextlib.ExitStack().enter_context(Ctx(%s))', 'contextlib.redirect_stdout(%s)'],
                     'dataclasses': ['dataclasses.make_dataclass("D", ["a", ("b", int, 3)])(%s)', 'dataclasses.make_dataclass("D", ["a"], order=True)(%s) < dataclasses.make_dataclass("D", ["a"], order=True)(1)', 'dataclasses.asdict(dataclasses.make_dataclass("D", ["a"])(%s))', 'dataclasses.make_dataclass("D", ["a"], frozen=True)(1).__setattr__("a", %s)', 'dataclasses.replace(dataclasses.make_dataclass("D", ["a"])(1), a=%s)', 'hash(dataclasses.make_dataclass("D", ["a"])(1))', 'dataclasses.fields(dataclasses.make_dataclass("D", ["a"], kw_only=True)(a=%s))[0].name', 'dataclasses.make_dataclass("D", ["a"])()', 'dataclasses.make_dataclass("D", [("a", int, dataclasses.field(default_factory=list))])().a', 'dataclasses.make_dataclass("D", [("a", list, %s)])()', 'dataclasses.astuple(%s)', 'dataclasses.make_dataclass("D", ["a", "b"], slots=True)(1, 2).zz'],
                     'enum': ['enum.Enum("E", "A B")(%s)', 'list(enum.IntEnum("E", {"A": 1, "B": 2}))', 'enum.IntFlag("F", "A B C")(%s)', 'enum.Flag("F", "A B")(3)', 'enum.Enum("E", %s)', 'enum.IntEnum("E", "A").A + %s', 'enum.Enum("E", "A").A == %s', 'enum.Enum("E", "A")[%s]', 'enum.StrEnum("E", "A B").A', 'repr(enum.Flag("F", "A B")(1) | enum.Flag("F", "A B")(2))', 'enum.Enum("E", "A").B', 'enum.IntEnum("E", "A")(1) < %s'],
                     'collections': ['collections.namedtuple("N", "a b")(1, %s)', 'collections.namedtuple("N", %s)', 'collections.deque(%s, 2)', 'collections.Counter(%s).most_common(2)', 'collections.OrderedDict(%s)', 'collections.ChainMap({1: 2}, %s)', 'collections.defaultdict(list, {1: %s})[2]', 'collections.defaultdict(%s)', 'collections.deque([1, 2, 3]).rotate(%s)', 'collections.Counter("aab") - collections.Counter(%s)', 'collections.namedtuple("N", "a b", defaults=[1])(5)._replace(a=%s)', 'collections.namedtuple("N", "a b")._make(%s)', 'collections.UserDict(%s)', 'collections.UserList(%s) + [1]', 'collections.UserString(%s)', 'collections.OrderedDict([(1, 2), (3, 4)]).move_to_end(%s)', 'collections.deque([1, 2]).index(%s)', 'collections.deque([1, 2])[%s]', 'collections.Counter(a=1) + collections.Counter(a=%s)', 'collections.deque("ab") + %s', 'collections.deque("ab") * %s'],
                     'itertools': ['list(itertools.islice(itertools.count(%s), 3))', 'list(itertools.chain(%s, [1]))', 'list(itertools.product(%s, repeat=2))[:4]', 'list(itertools.groupby(%s))', 'list(itertools.accumulate(%s))', 'list(itertools.zip_longest(%s, [1, 2, 3]))', 'list(itertools.islice(%s, 1, 3))', 'list(itertools.permutations(%s, 2))[:5]', 'list(itertools.combinations(%s, 2))[:5]', 'list(itertools.takewhile(bool, %s))', 'list(itertools.starmap(divmod, %s))', 'list(itertools.repeat(1, %s))', 'list(itertools.compress("abc", %s))', 'list(itertools.pairwise(%s))', 'list(itertools.chain.from_iterable(%s))', 'list(itertools.islice("abcdef", *%s))', 'itertools.tee(%s)', 'list(itertools.filterfalse(None, %s))', 'list(itertools.dropwhile(bool, %s))', 'next(itertools.cycle(%s))', 'list(itertools.combinations_with_replacement(%s, 2))[:5]'],
                     'operator': ['operator.itemgetter(1, 0)(%s)', 'operator.attrgetter("real", "imag")(%s)', 'operator.methodcaller("count", 1)(%s)', 'operator.iadd(%s, [1])', 'operator.contains(%s, 1)', 'operator.length_hint(%s)', 'operator.index(%s)', 'operator.concat(%s, "a")', 'operator.countOf(%s, 1)', 'operator.indexOf(%s, 1)', 'operator.setitem(%s, 0, 1)', 'operator.truth(%s)', 'operator.pow(%s, 2)', 'operator.matmul(%s, 1)', 'operator.itemgetter(slice(1))(%s)', 'operator.call(%s, 1)'],
                     'abc': ['type("A", (abc.ABC,), {"m": abc.abstractmethod(lambda s: 1)})()', 'issubclass(int, abc.ABC)', 'isinstance(%s, abc.ABC)', 'type("A", (abc.ABC,), {}).register(%s)', 'abc.abstractproperty(len).__isabstractmethod__'],
                     'types': ['types.SimpleNamespace(a=%s)', 'types.SimpleNamespace(a=1) == types.SimpleNamespace(a=%s)', 'types.MappingProxyType(%s)', 'types.MethodType(len, %s)()', 'types.new_class("N", (%s,))', 'types.resolve_bases((%s,))', 'types.DynamicClassAttribute(len)', 'types.FunctionType(%s, {})', 'types.CellType(%s)', 'types.GenericAlias(list, %s)', 'types.coroutine(lambda: 1)()', 'types.ModuleType(%s)'],
                     'inspect': ['str(inspect.signature(lambda a, b=%s, *c, d, **k: 1))', 'inspect.signature(lambda a, /, b, *, c=1: 1).bind(1, %s)', 'inspect.getmro(type(%s))', 'inspect.isfunction(%s)', 'inspect.getcallargs(lambda a, b=2: 1, %s)', 'inspect.isclass(%s)', 'inspect.signature(%s)', 'inspect.getgeneratorstate(q for q in [])', 'inspect.signature(Pt)', 'inspect.ismethod(Pt(1, 2).total)'],
                     'copy': ['copy.copy(%s)', 'copy.deepcopy([%s, {1: [2]}])', 'copy.deepcopy(Pt(1, [%s]))', 'copy.copy(Sub([1, %s]))'],
                     'string': ['string.Template("$a ${b} $$").substitute(a=%s, b=2)', 'string.Template("$a $c").safe_substitute(a=%s)', 'string.Formatter().format("{0} {a!r:>5}", %s, a=1)', 'string.capwords(%s)', 'string.Formatter().vformat("{}", [], {})'],
                     'typing': ['typing.Optional[int]', 'typing.Union[int, %s]', 'typing.List[%s]', 'typing.get_type_hints(Pt)', 'typing.NamedTuple("N", [("a", int)])(%s)', 'typing.cast(int, %s)', 'typing.TypedDict("T", {"a": int})(a=%s)', 'typing.Callable[[int], %s]', 'typing.get_args(typing.Dict[int, str])', 'typing.Literal[1, %s]', 'isinstance(%s, typing.Hashable)', 'typing.TypeVar("T", bound=%s)', 'typing.Generic[typing.TypeVar("T")]']}[lib]
            return ['import %s' % lib] + self.attempt(*(t.replace('%s', e(2)) for t in r.sample(texts, min(3, len(texts)))))
        if k == 16:
            f = self.name('fin')
            out = lambda: r.choice(['return %d' % self.fresh(), 'break', 'continue', 'raise ValueError(%d)' % self.fresh(), 'pass', 'log.append(%d)' % self.fresh(), 'yield %d' % self.fresh() if 0 else 'x = 1 / i'])
            def nest(n, ind):
                pad = '    ' * ind
                if n == 0:
                    return [pad + out()]
                kind = r.randrange(5)
                if kind == 0:
                    return [pad + 'try:'] + nest(n - 1, ind + 1) + [pad + 'finally:'] + nest(n - 1, ind + 1)
                if kind == 1:
                    return [pad + 'try:'] + nest(n - 1, ind + 1) + [pad + 'except %s:' % r.choice(['ValueError', 'ZeroDivisionError', 'Exception'])] + nest(n - 1, ind + 1) + [pad + 'else:'] + nest(n - 1, ind + 1) + [pad + 'finally:', pad + '    log.append(-%d)' % self.fresh()]
                if kind == 2:
                    return [pad + 'with Log(log, %s):' % r.choice(['True', 'False'])] + nest(n - 1, ind + 1)
                if kind == 3:
                    return [pad + 'for j in range(2):', pad + '    log.append(j)'] + nest(n - 1, ind + 1) + [pad + 'else:', pad + '    log.append("else")']
                return nest(n - 1, ind) + [pad + 'log.append(%d)' % self.fresh()] + nest(n - 1, ind)
            return ['class Log:', '    def __init__(self, log, swallow): self.log, self.swallow = log, swallow', '    def __enter__(self): self.log.append("in"); return self', '    def __exit__(self, t, v, b): self.log.append(("out", t and t.__name__)); return self.swallow', 'def %s(log):' % f, '    for i in range(3):'] + nest(3, 2) + ['    return "end"', 'log = []', 'try: print(%s(log))' % f, 'except Exception as e: print(type(e).__name__, e, where(e), chain2(e))', 'print(log)']
        if k == 17:
            text = r.choice(['"a-b--c"', '"  sp ace "', '"Stra\\xdfe"', '"\\u01c6x"', '"ABC"', '"\\U0001f600a"', '"1\\u0662"', '"line1\\nl2\\r\\nl3\\x0bl4\\u2028l5"', '"\\t\\ta\\tb"', '"xXyY"', '"aaaa"', '""', '"\\u0130\\u0131"', '"\\xe9\\u0301"', '"{} {a} {{}}"', '"%s %%"', '"\\x00\\x7f\\x80\\xff"', '"\\ud800"', 'b"a-b--c"', 'b" sp "', 'b"\\xff\\x00"', 'bytearray(b"abca")', 'b"Ab1"', 'b"l1\\nl2\\r\\n"', 'b"\\tx"', 'b""'])
            arg = lambda: r.choice(['"-"', '"a"', '""', '" "', '"ab"', '"\\n"', 'None', 'b"-"', 'b"a"', 'b""', '0', '1', '-1', '2', '3', '100', '-100', '2**70', 'True', '("a", "b")', '(b"a",)', '[]', '"\\u20ac"', '97', '256', '{97: "z"}', '{97: None, "b": 1}', '"xX"', '"utf-8"', '"ascii"', '"latin-1"', '"ignore"', '"replace"', '"xmlcharrefreplace"', '"backslashreplace"', '"surrogateescape"', '"nope"', '1.5', 'x'])
            names = [n for n in dir(str if not text.startswith('b') else bytes if not text.startswith('bytearray') else bytearray) if n not in SKIP and not n.startswith('__') or n in ('__getitem__', '__contains__', '__mod__', '__mul__', '__add__', '__format__')]
            return self.attempt(*('%s.%s(%s)' % (text, r.choice(names), ', '.join(arg() for _ in range(r.choice([0, 1, 1, 2, 2, 3])))) for _ in range(5)))
        if k == 18:
            s = lambda: r.choice(['', '', '0', '1', '-1', '2', '-2', '5', '-9', '9', 'None', 'True', '2**70', '-2**70', '"a"', '1.0', 'x', 'Idx()'])
            o = r.choice(['[0, 1, 2, 3, 4]', '(0, 1, 2, 3)', '"abcde"', 'b"abcde"', 'bytearray(b"abcde")', 'range(10)', 'range(9, -3, -2)', 'memoryview(b"abcde")', 'Sub("abc")', '"\\U0001f600b\\u20ac"', '[]', '""', 'range(0)'])
            return ['class Idx:', '    def __index__(self): return %s' % r.choice(['1', '-2', '100', '"a"'])] + self.attempt('%s[%s:%s:%s]' % (o, s(), s(), s()), '%s[%s:%s]' % (o, s(), s()), '%s[%s]' % (o, s() or '0'), 'slice(%s, %s, %s).indices(%s)' % (s() or '1', s() or '2', s() or '3', s() or '4')) + ['z = %s' % r.choice(['[0, 1, 2, 3, 4]', 'bytearray(b"abcde")', 'Sub("abc")', '{}', 'memoryview(bytearray(b"abcde"))']), 'try: z[%s:%s:%s] = %s' % (s(), s(), s(), r.choice(['[]', '[7]', '[7, 8]', 'b"xy"', '"ab"', '5', 'None', '(q for q in (1, 2))', 'z', 'range(3)', 'z[::-1]', e()])), 'except Exception as e: print(type(e).__name__, e, where(e))', 'try: del z[%s:%s:%s]' % (s(), s(), s()), 'except Exception as e: print(type(e).__name__, e)', 'print(show(z))']
        if k == 19:
            c = self.name('Ops')
            names = r.sample('add sub mul truediv floordiv mod divmod pow lshift rshift and or xor matmul'.split(), 3)
            how = lambda: r.choice(['NotImplemented', '("%s", type(o).__name__)', '5', 'o', 'self', e(), '1 / 0'])
            body = []
            for n in names:
                for pre in r.sample(['', 'r', 'i'], r.randint(1, 3)):
                    body.append('    def __%s%s__(self, o, *m): return %s' % (pre, n, how().replace('%s', pre + n)))
            d = self.name('Ops')
            sym = {'add': '+', 'sub': '-', 'mul': '*', 'truediv': '/', 'floordiv': '//', 'mod': '%', 'pow': '**', 'lshift': '<<', 'rshift': '>>', 'and': '&', 'or': '|', 'xor': '^', 'matmul': '@'}
            base = r.choice(['', '(int)', '(float)', '(str)', '(list)', '(tuple)', '(set)', '(dict)', '(Pt)', '(bytes)', '(complex)', '(bool)' if 0 else '(bytearray)'])
            out = ['class %s%s:' % (c, base)] + body + ['class %s(%s):' % (d, c), '    def __%s%s__(self, o, *m): return %s' % (r.choice(['', 'r', 'i']), r.choice(names), how().replace('%s', 'sub'))]
            for _ in range(4):
                n = r.choice(names)
                a, b = r.choice([c + '()', d + '()', '1', '2.5', '"s"', '[1]', '(1,)', '{1}', '{}', 'b"b"', 'True', 'None', '1j']), r.choice([c + '()', d + '()', d + '()', '3', '[2]'])
                if r.random() < .5:
                    a, b = b, a
                if n == 'divmod':
                    out += self.attempt('divmod(%s, %s)' % (a, b))
                elif r.random() < .3:
                    out += ['w = %s' % a, 'try: w %s= %s; print(show(w))' % (sym[n], b), 'except Exception as e: print(type(e).__name__, e, where(e))']
                elif n == 'pow' and r.random() < .3:
                    out += self.attempt('pow(%s, %s, %s)' % (a, b, r.choice(['3', c + '()', 'None'])))
                else:
                    out += self.attempt('%s %s %s' % (a, sym[n], b))
            return out
        if k == 20:
            g = self.name('gen')
            y = lambda: r.choice(['yield %s' % e(), 'q = yield %s; print("q", show(q))' % e(), 'yield from [1, 2]', 'q = yield from inner(); print("r", show(q))', 'return %s' % e(), 'raise ValueError(%s)' % e(), 'for i in range(2): yield i', 'yield from %s' % e(), 'q = [(yield 1), (yield 2)]; print(q)', 'q = lambda: (yield 5); yield next(q())', 'yield (i for i in "ab")', 'yield from (i * 2 for i in (1, 2) if i)', 'raise StopIteration', 'yield', 'x = yield x', 'yield locals().get("x")', 'w.send(1)', 'next(w)', 'w.close()'])
            return ['def inner():', '    try:', '        q = yield "i"', '        print("inner", show(q))', '    except %s as e: yield type(e).__name__' % r.choice(['ValueError', 'Exception', 'GeneratorExit']), '    finally: pass', '    return 7', 'def %s(x=1):' % g] + ['    ' + q for _ in range(2) for q in r.choice([[y()], ['try:', '    ' + y(), 'except ValueError as e: yield ("c", type(e).__name__)', 'finally: %s' % r.choice(['print("fin")', 'yield "f"', 'return 9'])], ['with Ctx(%s) as c: %s' % (e(), y())], ['while True:', '    tick()', '    ' + y(), '    if ticks[0] > 8: break']])] + ['    yield "end"', 'w = %s()' % g] + [q for _ in range(r.randint(3, 7)) for q in ['try: print(show(%s))' % r.choice(['next(w)', 'next(w)', 'w.send(%s)' % e(), 'w.throw(ValueError(2))', 'w.throw(KeyError)', 'w.close()', 'w.throw(ValueError, "v")', 'next(w, "dflt")', 'list(w)', 'w.throw(GeneratorExit())', 'w.throw(5)', 'w.throw(StopIteration(6))', 'sum(w)', '[*w]', 'w.gi_frame and w.gi_frame.f_lineno', 'w.gi_yieldfrom', 'w.gi_code.co_name', 'dict(w)', 'a_in(w)' if 0 else '1 in w', 'max(w)', 'tuple(zip(w, "ab"))']), 'except BaseException as e: print(type(e).__name__, e, chain2(e), where(e))']] + ['try: w.close()', 'except BaseException as e: print(type(e).__name__, e)']
        f = self.name('sig')
        names = r.sample('abcdefg', r.randint(1, 5))
        sig, seen_default, star = [], False, False
        for i, n in enumerate(names):
            if not star and r.random() < .2:
                sig.append(r.choice(['*', '*args', '/']) if i else '*args')
                star = sig[-1] != '/'
                if sig[-1] == '/' and sig.count('/') > 1:
                    sig.pop()
            d = r.random() < .4 or (seen_default and not star)
            if d and not star:
                seen_default = True
            sig.append(n + ('=%s' % e() if d else ''))
        if sig and sig[-1] == '*':
            sig.append('zz')
        if r.random() < .4:
            sig.append('**kw')
        calls = []
        for _ in range(3):
            args = [r.choice(['1', '*[1, 2]', '*()', e()]) for _ in range(r.randint(0, 3))] + ['%s=%s' % (n, e()) for n in r.sample(names + ['h', 'zz'], r.randint(0, 3))] + [q for q in ['**{"a": 1}', '**{"q": 2}', '**{1: 2}', '**x'] if r.random() < .12]
            calls.append('%s(%s)' % (f, ', '.join(args)))
        return ['def %s(%s): return sorted(locals().items(), key=str)' % (f, ', '.join(sig))] + self.attempt(*calls) + self.attempt('%s.__defaults__, %s.__kwdefaults__, %s.__code__.co_argcount, %s.__code__.co_posonlyargcount, %s.__code__.co_kwonlyargcount, %s.__code__.co_varnames, %s.__code__.co_flags' % ((f,) * 7))

    def program(self):
        out = []
        for _ in range(self.r.randint(2, 7)):
            out += self.stmt()
        return '\n'.join(out)


# tick() bounds the loops, show() the text; sets and addresses are put in an order and taken out.
DRIVER = r'''
import re
import linecache, sys, traceback
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
def size(v, left, depth=0):
    # Of what it takes to print: shared parts count each time, as repr() writes them each time.
    if left < 0 or depth > 40: return left
    if isinstance(v, int): return left - (int.bit_length(v) >> 3) - 1
    if isinstance(v, (str, bytes, bytearray)): return left - type(v).__len__(v) - 1
    if isinstance(v, dict): parts = [*dict.keys(v), *dict.values(v)]
    elif isinstance(v, list): parts = list.__getitem__(v, slice(None, 30000))
    elif isinstance(v, tuple): parts = tuple.__getitem__(v, slice(None, 30000))
    elif isinstance(v, (set, frozenset)): parts = (set if isinstance(v, set) else frozenset).__iter__(v)
    elif type(v) is Pt: parts = [v.x, v.y]
    elif isinstance(v, BaseException): parts = v.args
    else: parts = ()
    left -= 1
    for q in parts:
        left = size(q, left, depth + 1)
        if left < 0: break
    return left
def tick():
    # Bounds the work of a loop: its rounds, and what a variable may grow to (else a doubled string's end is a matter of memory).
    ticks[0] += 1
    if ticks[0] > 60: raise RuntimeError('tick')
    here = sys._getframe(1).f_locals
    for n in 'xyzw':
        if n in here and size(here[n], 20000) < 0: raise RuntimeError('large')
def hash_int(v): return hash(v) if isinstance(v, (int, float)) else None
def where(e):
    tb, out = e.__traceback__, []
    while tb is not None and len(out) < 8:
        if tb.tb_frame.f_code.co_filename[0] == 'p': out.append((tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    return out
def full(e):
    return re_sub(''.join(traceback.format_exception(e)))[:1500]
def chain2(e):
    out = []
    while e is not None and len(out) < 6:
        out.append((type(e).__name__, type(e.__cause__).__name__, e.__suppress_context__))
        e = e.__context__
    return out
def sys_exc():
    import sys
    return sys.exc_info()[1]
def tree(e):
    return (type(e).__name__, str(e), [tree(q) for q in e.exceptions]) if isinstance(e, BaseExceptionGroup) else (type(e).__name__, e and re_sub(str(e)))
def copy_(v):
    import copy
    return copy.copy(v)
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
class ordered_set(set):
    def __init__(self, items=()):
        self.given = items if type(items) is list else list(items)
        super().__init__(self.given)
    def __iter__(self):
        out = [q for i, q in enumerate(self.given) if q in self and q not in self.given[:i]]
        return iter(out + [q for q in super().__iter__() if q not in out])
    def __repr__(self): return '{' + ', '.join(map(repr, self)) + '}' if self else 'set()'
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
    ns = {'show': show, 'tick': tick, 'ticks': ticks, 'hash_int': hash_int, 'Ctx': Ctx, 'chain': chain, 'where': where, 'full': full, 'chain2': chain2, 'sys_exc': sys_exc, 'tree': tree, 're_sub': re_sub, 'copy_': copy_, 'drive': drive, 'Wait': Wait, 'run': run, 'Meta': Meta, 'ACtx': ACtx, 'AIt': AIt, 'Pt': Pt, 'Sub': Sub, 'ordered_set': ordered_set, 'x': 5, 'y': 'text', 'z': [1, 2]}
    name = 'p%d' % number
    linecache.cache[name] = len(source), None, source.splitlines(True), name
    try: exec(compile(source, name, 'exec'), ns)
    except BaseException as e:
        print('!', type(e).__name__, re_sub(str(e))[:300])
        for line in traceback.format_exception(e): print('|', re_sub(line[:600]).replace(chr(10), chr(10) + '| '))
    del linecache.cache[name]
    try: print('=', *[show(ns.get(n)) for n in 'xyz'])
    except BaseException as e: print('!=', type(e).__name__, re_sub(str(e))[:300])
'''.replace('import re\n', '')


def bounded():
    # What would fill the machine is a MemoryError.
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))


def run(command, programs, hashseed='random'):
    text = 'PROGRAMS = %r\n%s' % (programs, DRIVER)
    try:
        done = subprocess.run(command, input=text.encode('utf-8', 'surrogatepass'), capture_output=True, timeout=300, env={**os.environ, 'PYTHONHASHSEED': hashseed}, preexec_fn=bounded if command is PYTHON else None)
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


# The one order that is not CPython's (docs/limits.md): names and constants behind a star are loaded before the star is unpacked.
class LaterNames(ast.NodeTransformer):
    """Each name behind a star, in a display or a call, becomes an expression: pyvm then unpacks the star first, as 3.11 does."""

    def __init__(self):
        self.found = False

    def after(self, parts):
        starred, out = False, []
        for q in parts:
            plain = q.value if isinstance(q, (ast.Starred, ast.keyword)) else q
            if starred and isinstance(plain, ast.Name):
                self.found = True
                plain = ast.Subscript(ast.Tuple([plain], ast.Load()), ast.Constant(0), ast.Load())
                if isinstance(q, (ast.Starred, ast.keyword)):
                    q.value = plain
                else:
                    q = plain
            starred = starred or isinstance(q, ast.Starred) or isinstance(q, ast.keyword) and q.arg is None
            out.append(q)
        return out

    def visit_Call(self, node):
        self.generic_visit(node)
        both = self.after(node.args + node.keywords)
        node.args, node.keywords = both[:len(node.args)], both[len(node.args):]
        return node

    def visit_Display(self, node):
        self.generic_visit(node)
        if not isinstance(getattr(node, 'ctx', None), ast.Store):
            node.elts = self.after(node.elts)
        return node

    visit_List = visit_Tuple = visit_Set = visit_Display

    def visit_Dict(self, node):
        self.generic_visit(node)
        flat = []
        for k, v in zip(node.keys, node.values):
            flat += [ast.keyword(None, v)] if k is None else [k, v]
        flat = self.after(flat)
        node.keys, node.values = [], []
        while flat:
            q = flat.pop(0)
            node.keys.append(None if isinstance(q, ast.keyword) else q)
            node.values.append(q.value if isinstance(q, ast.keyword) else flat.pop(0))
        return node


class OrderedSets(ast.NodeTransformer):
    """Set displays become sets that iterate in the order of insertion, in both: what pyvm does where a str is in them (docs/limits.md)."""
    found = False

    def made(self, node, items):
        self.found = True
        return ast.copy_location(ast.Call(ast.Name('ordered_set', ast.Load()), [items], []), node)

    def visit_Set(self, node):
        self.generic_visit(node)
        return self.made(node, ast.List(node.elts, ast.Load()))

    def visit_SetComp(self, node):
        self.generic_visit(node)
        return self.made(node, ast.ListComp(node.elt, node.generators))


def documented(source):
    """Whether the program differs by one of those orders only: written so that they are the same in both, it does not differ."""
    plain = ast.unparse(ast.parse(source))
    for change in LaterNames(), OrderedSets():
        other = ast.unparse(ast.fix_missing_locations(change.visit(ast.parse(source))))
        if change.found and differs(plain) and not differs(other):
            return True
    return False


def same(a, b):
    """Equal, or with other orders only: those of sets of strings are not CPython's (docs/limits.md)."""
    return a == b or (a is not None and b is not None and len(a) == len(b) and all(x == y or sorted(x) == sorted(y) for x, y in zip(a, b)))


# Functions, classes, None, nan and Ellipsis in a set: their hash is their address.
ADDRESSES = re.compile(r'\{(?:[^{}:]|:=)*(\b(len|int|str|list|dict|None|nan)\b|\.\.\.)(?:[^{}:]|:=)*\}')


def ordered(source):
    """Whether python3 prints the same with other hashes of strings: else a set's order is in it. Addresses are no better."""
    return not ADDRESSES.search(source) and len({str(run(PYTHON, [(0, source)], hashseed)[0]) for hashseed in '12345678'}) == 1


def differs(source):
    a, _ = run(PYTHON, [(0, source)])
    b, _ = run(PYVM, [(0, source)])
    return a is not None and (b is None or not same(a.get(0), b.get(0)))


def shrink(source, seconds=15):
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
    p.add_argument('--third', type=float, default=.5, help='share among those of the third kind (classes, patterns, every method, tracebacks, ...)')
    o = p.parse_args()
    PYVM[2:2] = ['run'] + o.vm.split() if o.vm else []
    found = total = orders = 0
    number = o.seed * 1000000
    end = number + o.count
    while number < end:
        batch = []
        while len(batch) < o.batch and number < end:
            source = Maker(random.Random(number), o.second, o.third).program()
            number += 1
            try:
                compile(source, 'f', 'exec')
            except (SyntaxError, ValueError):
                continue
            # Addresses, orders and sizes that CPython does not promise, and work without end.
            if re.search(r"__hash__|__dir__\(|(repeat|just|center|zfill|expandtabs|count|islice|product|combinations\w*|to_bytes|rotate)\(.*(2\*\*|10\*\*|1e100|1e300|3\*\*)|2\*\*40\)? \*|\* \(?2\*\*|10\*\*20\)? \*|\* \(?10\*\*20|2\*\*70 \*\*|range\(.*(2\*\*|10\*\*|1e100)", source):
                continue
            batch.append((number, source))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            one, other = pool.submit(run, PYTHON, batch), pool.submit(run, PYVM, batch)
            (a, _), (b, _) = one.result(), other.result()
        if a is None:
            continue
        # Only what was compared counts: not what python3 did not come to.
        total += sum(n in a for n, _ in batch)
        print('\r%d' % total, end='', file=sys.stderr, flush=True)
        for at, (n, source) in enumerate(batch):
            if n not in a:
                continue
            if b is None or n not in b:
                # It died in the program before: the rest of the batch anew.
                b, _ = run(PYVM, batch[at:])
            if b is not None and same(a.get(n), b.get(n)):
                continue
            if not ordered(source):
                total -= 1
                continue
            if documented(source):
                orders += 1
                continue
            found += 1
            if found > o.show:
                continue
            if not differs(source):
                path = '/tmp/fuzz-batch-%d.py' % n
                with open(path, 'w', errors='surrogatepass') as f:
                    f.write('PROGRAMS = %r\n%s' % (batch, DRIVER))
                print('==== program', n, 'differs only among the others of its batch:', path, flush=True)
                continue
            small = shrink(source)
            x, _ = run(PYTHON, [(0, small)])
            y, err = run(PYVM, [(0, small)])
            print('==== program', n)
            print(small)
            print('-- python3:', *(x or {}).get(0, ['?']), sep='\n')
            print('-- pyvm:', *((y or {}).get(0, ['?']) if y is not None else ['timeout']), err[-300:], sep='\n', flush=True)
    print('%d programs, seed %d, %d differences (not counted: %d that differ by a documented order only)' % (total, o.seed, found, orders))
    sys.exit(1 if found else 0)


main()
