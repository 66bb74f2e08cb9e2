"""Expressions: operators, comparisons, displays, subscripts, conditionals, folding, literals."""
def e001(a, b): return a + b, a - b, a * b, a / b, a // b, a % b, a ** b, a @ b
def e002(a, b): return a << b, a >> b, a & b, a | b, a ^ b
def e003(a): return +a, -a, ~a, not a
def e004(a, b): return a < b, a <= b, a == b, a != b, a > b, a >= b
def e005(a, b): return a in b, a not in b, a is b, a is not b
def e006(a, b, c): return a < b < c
def e007(a, b, c): return a < b == c > a is not b in c
def e008(a, b): return a and b
def e009(a, b): return a or b
def e010(a, b, c): return a and b or c
def e011(a, b, c): return (a or b) and c
def e012(a, b, c): return a and b and c
def e013(a): return not not a
def e014(a, b): return a if b else None
def e015(a, b, c): return a if b else b if c else c
def e016(a, b): return (a if a else b) if b else a
def e017(a, b): return [a if not b else b]
def e018(): return [], (), {}
def e019(a): return [a], (a,), {a}, {a: a}
def e020(a): return [1, a, 2], (1, a, 2), {1, a, 2}
def e021(a): return [*a], (*a,), {*a}, {**a}
def e022(a): return [1, *a, 2, *a, 3]
def e023(a): return (*a, *a), (1, *a), (*a, 1)
def e024(a): return {1, *a, 2}, {1: 2, **a, 3: 4}, {**a, **a}
def e025(a): return a[0], a[-1], a[a], a[0][1]
def e026(a): return a[:], a[1:], a[:1], a[1:2], a[::1], a[1:2:3]
def e027(a): return a[1, 2], a[1:2, 3], a[..., 1:], a[()]
def e028(a): return a.b, a.b.c, a.b().c
def e029(): return 1 + 2, 2 ** 10, 7 // 2, -7 // 2, 7 % -3, 1 << 70, ~5
def e030(): return 1.5 + 2, 1e300 * 10, 2 / 3, 7.5 // 2, -7.5 % 2, 2 ** -1
def e031(): return 1j * 1j, (1 + 2j) ** 2, 1j - 1, 2 / 1j
def e032(): return 'a' + 'b', 'a' * 3, 'ab'[1], 'abc'[-1], 'a' * 30
def e033(): return b'a' + b'b', b'a' * 3, b'ab'[0]
def e034(): return (1, 2) + (3,), (1, 2)[0], (1,) * 3, (1, (2, 3))
def e035(): return 1 / 0, 1 % 0, 'a' + 1, (1,)[5], 2 << -1, 0 ** -1
def e036(): return '%s-%d' % ('a', 5), '%x' % 255, '%5.2f' % 1.5, '%r' % 'a', '%%' % ()
def e037(): return 1 == 1, 1 < 2, not 1, 1 and 2, 0 or 3
def e038(): return True + True, True & False, True | 2, -True, ~False
def e039(): return 0.0, -0.0, 0j, -0j, 1, 1.0, True, '1', b'1'
def e040(): return 10 ** 30, 0xff, 0o17, 0b11
def e041(): return None, True, False, ...
def e042(a): return a in [1, 2], a in (1, 2), a in {1, 2}, a not in {3}
def e043(a): return a in [1, a], a in [[1], 2]
def e044(a): return (a, 1), (1, a), ((1, 2), a)
def e045(a): return a(1)(2), a(b=1), a(1, b=2), a(*a), a(**a), a(*a, **a)
def e046(a): return a(1, *a, b=2, **a)
def e047(a): return a.b(1, c=2)
def e048(a): return (a.b)(1), a[0](1)
def e049(a): return 1 if 2 else 3, 1 and a, '' or a
def e050(a): return -a ** 2, (-a) ** 2, 2 ** -a, a ** a ** a
def e051(a): return not a == 1, not a in a, not a is a, not (not a in a)
def e052(a): return a + a - a * a / a
def e053(a): return ((((a))))
def e054(a): return 'a' 'b' "c"
def e055(): return 'é', '\ud800', '\U0001f600', '\x00', 'a\nb'
def e056(): return b'\x00\xff', b'a' b'b'
def e057(a, b): return a < b, (a < b) < b
def e058(a): return [[[[[a]]]]]
def e059(a): return {a: {a: {a: a}}}
def e060(a): return a[a[a[0]]]
def e061(a): return lambda: a, lambda b: b
def e062(a): return 1 .real, 1.5.imag, 1j.imag
def e063(a): return (a for b in a), [a for b in a]
def e064(): return "x" * 20, "x" * 21, (0,) * 20, (0,) * 21
def e065(a): return a[1 + 1], a[-1 - 1], a['a' + 'b']
def e066(): return 1000000007 * 998244353 ** 5 % 12345678901234567890
def e067(): return 9007199254740991 + 1, -9007199254740991 - 2, 2 ** 64 - 1
