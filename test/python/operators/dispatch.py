"""Which method an operator calls: reflected, in-place, NotImplemented, subclasses first, None, wrong results."""
import operator
log = []
def make(name, bases=(), **methods):
    ns = {}
    for m, result in methods.items():
        def f(self, *o, m=m, result=result):
            log.append('%s.%s' % (name, m))
            return result
        ns['__%s__' % m] = f
    return type(name, bases, ns)
ops = {'+': 'add', '-': 'sub', '*': 'mul', '/': 'truediv', '//': 'floordiv', '%': 'mod', '**': 'pow', '@': 'matmul', '&': 'and', '|': 'or', '^': 'xor', '<<': 'lshift', '>>': 'rshift'}
N = NotImplemented
def t(src, **ns):
    log.clear()
    try: r = eval(src, globals(), ns) if '=' not in src.replace('==', '').replace('<=', '').replace('>=', '').replace('!=', '') else (exec(src, globals(), ns), ns['a'])[1]
    except Exception as e: r = '%s: %s' % (type(e).__name__, e)
    print(src, r if not hasattr(r, 'tag') else 'obj', log)
for op, m in ops.items():
    L, R = make('L', **{m: 'L'}), make('R', **{'r' + m: 'R'})
    LN, RN = make('LN', **{m: N}), make('RN', **{'r' + m: N})
    I, IN = make('I', **{'i' + m: 'I'}), make('IN', **{'i' + m: N, m: 'fallback'})
    Sub = type('Sub', (L,), {'__r%s__' % m: lambda s, o: 'Sub.r'})
    SubNo = type('SubNo', (L,), {})
    for a, b in ((L(), R()), (LN(), R()), (LN(), RN()), (object(), R()), (5, R()), ('s', RN()), (L(), 5), (LN(), LN()), (L(), Sub()), (L(), SubNo()), (Sub(), L()), (1, 'a'), ([], {}), (None, 1), (1.5, None)):
        t('a %s b' % op, a=a, b=b)
    for a, b in ((I(), 1), (IN(), 1), (LN(), R()), (LN(), RN()), (5, R()), (None, 2)): t('a %s= b' % op, a=a, b=b)
for op, m in {'<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '==': 'eq', '!=': 'ne'}.items():
    A, AN, E = make('A', **{m: 'A'}), make('AN', **{m: N}), make('E')
    swap = {'lt': 'gt', 'gt': 'lt', 'le': 'ge', 'ge': 'le'}.get(m, m)
    S = make('S', **{swap: 'S'}); SA = type('SA', (A,), {'__%s__' % swap: lambda s, o: 'SA'})
    for a, b in ((A(), 1), (1, S()), (AN(), S()), (A(), SA()), (1, 'a'), (None, None), ([], ()), (1j, 2), ({}, {}), ({1}, [1]), (range(2), range(2)), (slice(1), slice(2))): t('a %s b' % op, a=a, b=b)
class NoneOp:
    __add__ = __radd__ = __iadd__ = __lt__ = __neg__ = __contains__ = __iter__ = __len__ = __bool__ = __hash__ = __call__ = __getitem__ = __index__ = __format__ = __reversed__ = __enter__ = __eq__ = None
n = NoneOp()
for src in ('n + 1', '1 + n', 'n < 1', '-n', '1 in n', 'list(n)', 'len(n)', 'bool(n)', 'hash(n)', 'n()', 'n[0]', 'range(n)', 'format(n)', 'reversed(n)', 'n == 1', 'n != 1', '[0][n]', 'n()', '{n}', 'f"{n}"'): t(src, n=n)
class W:
    def __len__(self): return self.v
    def __bool__(self): return self.v
    def __int__(self): return self.v
    def __index__(self): return self.v
    def __float__(self): return self.v
    def __complex__(self): return self.v
    def __str__(self): return self.v
    def __repr__(self): return self.v
    def __bytes__(self): return self.v
    def __hash__(self): return self.v
    def __iter__(self): return self.v
    def __contains__(self, x): return self.v
    def __length_hint__(self): return self.v
    def __dir__(self): return self.v
    def __round__(self, *n): return self.v
    def __trunc__(self): return self.v
    def __floor__(self): return self.v
    def __ceil__(self): return self.v
    def __format__(self, s): return self.v
    def __reversed__(self): return self.v
    def __sizeof__(self): return self.v
    def __instancecheck__(self, o): return self.v
    def __fspath__(self): return self.v
w = W(); import math, os
for v in (5, -5, True, 2**40, 1.5, 's', b'b', None, [1], 1j, iter([1])):
    w.v = v; out = []
    for f in (len, bool, int, range, float, complex, str, repr, bytes, hash, iter, lambda w: 1 in w, operator.length_hint, dir, round, lambda w: round(w, 1), math.trunc, math.floor, math.ceil, format, reversed, lambda w: isinstance(1, w), lambda w: [1, 2][w], lambda w: 'ab' * w, lambda w: (1,)[w:], hex, chr, lambda w: not w, lambda w: 1 if w else 2, os.fspath, lambda w: '%d' % w, lambda w: '%s' % w, math.sqrt, operator.index):
        try: r = f(w); r = type(r).__name__ if 'iter' in type(r).__name__ else repr(r)
        except Exception as e: r = '%s: %s' % (type(e).__name__, e)
        out.append(r)
    print(type(v).__name__, out)
for src in ('~1.5', '-"a"', '+[]', 'not []', '~True', '-True', '- -1', '~None', '-{}', '+b"a"', '1 if [] else 2', '1 < 2 < 3 < 2', '1 < 2 in [2]', '1 == 1.0 == True', '(1, 2) < (1, 3)', '[1, 2] < [1]', '"a" < "b" < "c"', '() == []', '1 is 1', 'None is None', '[] is []', '1 and 0 or 2', '0 or "" or []', '1 not in [1]', 'not 1 == 2', '2 ** -1', '2 ** 3 ** 2', '-2 ** 2', '0 ** 0', '0.0 ** -1', '0 ** -1', '(-8) ** (1/3)', '7 // -2', '-7 // 2', '7 % -3', '-7 % 3', '7.5 // 2', '-7.5 % 2', '1 / 0', '1 // 0', '1 % 0', '1.0 / 0', '1.0 // 0', '1.0 % 0', '1j / 0', '1j // 1', '1j % 1', '1 << -1', '1 >> -1', '1 << 70', '-1 >> 100', '5 & 3.0', '5 | None', '"a" * "b"', '"a" * 2.0', '[1] * -1', '"ab" + 1', '1 + "ab"', '[1] + (2,)', '(1,) + [2]', 'b"a" + "b"', '{1} + {2}', '{1} - [1]', '{1: 2} | {3: 4}', '{1: 2} | [(3, 4)]', '{1} | {2: 3}', 'divmod(7, -2)', 'divmod(7.5, 2)', 'divmod(1, 0)', 'divmod(1j, 1)', 'divmod("a", 1)', 'pow(2, 10, 7)', 'pow(2, -1, 7)', 'pow(2, -1, 4)', 'pow(2, 3, 0)', 'pow(2.0, 3, 5)', 'pow(2, 3.0, 5)', 'pow("a", 2)', 'abs("a")', 'abs(-True)', 'abs(3+4j)', 'round(2.5)', 'round(-0.5)', 'round(1234, -2)', 'round(1.005, 2)', 'round("a")', 'round(1.5, "a")', 'round(float("nan"))', 'round(float("inf"))', 'sum([[1], [2]], [])', 'sum(["a"], "")', 'sum([b"a"], b"")', 'sum([1, "a"])', 'min([])', 'max(1, "a")', 'sorted([1, "a"])', 'sorted([1j, 2])', '1 in 5', '1 in None', '"a" in 5', '5 in "abc"', 'None in "abc"', 'b"a" in "abc"', '"a" in b"abc"', '300 in b"abc"', '97 in b"abc"', '[] in {}', '[] in {1}', '{} in {1: 2}', '{1} in {frozenset({1})}'): t(src)
