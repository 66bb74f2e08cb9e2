"""A loan schedule in exact decimal arithmetic."""
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, getcontext, localcontext

getcontext().prec = 30
CENT = Decimal('0.01')
loan, rate, months = Decimal('10000'), Decimal('0.0525') / 12, 6
payment = (loan * rate / (1 - (1 + rate) ** -months)).quantize(CENT, ROUND_HALF_UP)
print('payment', payment)
total, balance = Decimal(), loan
for n in range(1, months + 1):
    interest = (balance * rate).quantize(CENT, ROUND_HALF_UP)
    principal = balance if n == months else payment - interest
    balance -= principal
    total += interest
    print(f'{n:3} {interest:>8} {principal:>9} {balance:>10,}')
print('interest', total, f'{total / loan:.3%}')
with localcontext() as ctx:
    ctx.prec = 50
    print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), sep='\n')
print(Decimal('2.665').quantize(CENT), Decimal('2.665').quantize(CENT, ROUND_HALF_UP), Decimal('-2.669').quantize(CENT, ROUND_DOWN))
print(sum(map(Decimal, '0.1 0.2 0.3'.split())) == Decimal('0.6'), 0.1 + 0.2 + 0.3 == 0.6)
