# Exponents beyond what the type can hold, and quotients in a context of the greatest precision.
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, Inexact, InvalidOperation, getcontext, localcontext


def attempt(what, f):
    try:
        print(what, '->', f())
    except Exception as e:
        print(what, type(e).__name__, e)


for text in ('1e9999999999999999999', '1e1000000000000000000', '10e999999999999999999', '0e9999999999999999999', '1e-9999999999999999999', '123e-1999999999999999999',
             '1e' + '9' * 50, '0.0000001e1000000000000000007', ' 1e9999999999999999999 '):
    attempt(text, lambda: Decimal(text))
with localcontext() as ctx:
    ctx.traps[InvalidOperation] = False
    attempt('untrapped', lambda: Decimal('1e9999999999999999999'))
    print(ctx.flags[InvalidOperation])
for text in ('1e9999999999999999999', '-1e9999999999999999999', '1e-9999999999999999999', '0e9999999999999999999'):
    attempt(text, lambda: getcontext().create_decimal(text))
    attempt(text, lambda: Context(traps=[]).create_decimal(text))

most = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact])
with localcontext(most):
    x = Decimal(2) ** 256
    for divisor in (1, 2, 128, 5, 10, 1000, Decimal('0.0025'), Decimal('-1.6'), x, 3 * 2 ** 40):
        if divisor != 3 * 2 ** 40:
            attempt(divisor, lambda: x / divisor)
    print(Decimal(3) / Decimal(6), Decimal(21) / Decimal(7), Decimal('1e5') / Decimal('2.50'), (x * 3) / (3 * 2 ** 200))
