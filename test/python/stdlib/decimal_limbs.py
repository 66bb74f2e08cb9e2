# Coefficients of up to 28 digits have arithmetic of their own: results and conditions at its edges.
from decimal import *
import zlib

TEXTS = '''0 -0.00 1 -1.10 7E+3 12345.678 -99999999999999 100000000000000 9007199254740993 0.3333333333333333333333333333
-9999999999999999999999999999 1000000000000000000000000000 123456789012345678901234567.5 5E-28 49999999999999999999999999995E-30
2.5000000000000000000000000000001 99999999999999999999999999999999999 1E+40 -3E-60 0.5555555'''.split()
ROUNDINGS = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]


def outcome(f, *args):
    c = getcontext()
    c.clear_flags()
    try:
        value = f(*args)
    except Exception as e:
        value = f'{type(e).__name__}({e})'
    return f'{value}:{"".join(str(int(v)) for v in c.flags.values())}'


binary = [lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: divmod(a, b), lambda a, b: (a < b, a == b),
          lambda a, b: a.quantize(b)]
unary = [lambda a: a ** 2, lambda a: a / 3, lambda a: 7 + a, hash, float, lambda a: int(a) if a.adjusted() < 40 else None, lambda a: round(a, 2),
         lambda a: f'{a:.2f} {a:,.1f} {a:.3e}', str, lambda a: a.normalize(), lambda a: abs(a).sqrt()]


def run(context, pairs):
    setcontext(context)
    lines = []
    for a, b in pairs:
        for f in binary:
            lines.append(outcome(f, a, b))
    for a in {p[0]: 0 for p in pairs}:
        for f in unary:
            lines.append(outcome(f, a))
    return lines


values = [Decimal(t) for t in TEXTS]
for line in run(Context(prec=28, traps=[]), [(values[i], values[i * 7 % 20]) for i in range(1, 20)]):
    print(line)
for i, rounding in enumerate(ROUNDINGS):
    c = Context(prec=[28, 16, 5, 9][i % 4], rounding=rounding, Emin=[-999999, -9, 0][i % 3], Emax=[999999, 30][i % 2], clamp=i == 5, traps=[])
    lines = run(c, [(values[k], values[(k * 3 + i) % 20]) for k in range(i % 3, 20, 3)])
    print(rounding, zlib.crc32('\n'.join(lines).encode()))
    print(*lines[:20])

# What was inexact shows in the next power of ten, in an exact half, in a borrow.
setcontext(Context(prec=28))
print(Decimal('9999999999999999999999999999') + Decimal('0.5'), Decimal('9999999999999999999999999998') + Decimal('0.5'))
print(Decimal('1E+27') - Decimal('0.1'), Decimal('1E+28') - Decimal('1E-28'), Decimal(1) / 7 * 7, Decimal(10) ** 27 / 3 * 3)
print(Decimal('1234567890123456.7890123456789') / Decimal('99999990000000.00000001'), Decimal(2) / Decimal('9999999999999999999999999999'))
print(sum([Decimal('0.1')] * 10), sum([Decimal('0.1')] * 10) == 1, Decimal('0.1') * 3)
