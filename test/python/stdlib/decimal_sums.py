# Sums and quotients of up to 28 digits, at all distances of the exponents, with all roundings.
import decimal
import hashlib

D = decimal.Decimal
c = decimal.getcontext()
coefficients = ['1', '9', '12345', '9999999999999', '99999999999999', '100000000000000', '123456789012345678', '9' * 28, '1' + '0' * 27, '5' * 28, '49999999999999999999999999', '7' * 29]
h = hashlib.md5()
n = 0
for rounding in ('ROUND_HALF_EVEN', 'ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP'):
    c.rounding = rounding
    for i, p in enumerate(coefficients):
        for q in coefficients[i % 4::4]:
            for shift in (0, 3, 14, 27):
                c.prec = 28 if n % 5 else 16
                n += 1
                c.clear_flags()
                a, b = D(p).scaleb(shift), -D(q) if n % 3 else D(q)
                h.update(repr((a + b, a - b, b - a, a * b, a / b, c.flags[decimal.Inexact], c.flags[decimal.Rounded])).encode())
print(n, h.hexdigest())
c.prec, c.rounding = 28, 'ROUND_HALF_EVEN'
print(D('9999999999999999999999999999') + D('0.5'), D('9999999999999999999999999999') + D('0.4999'), D('1') - D('1E-28'), D('1') - D('1E-29'), D('1e14') - D('1e14'), D('-1e13') + D('1e13'))
