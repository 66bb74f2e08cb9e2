import decimal, random
from decimal import *
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
print(Context(flags=[InvalidOperation,Inexact,Rounded], traps=[]), getcontext())
print(getcontext().flags)
for f in (lambda: Decimal('x'), lambda: Decimal(1)/0, lambda: Decimal(0)/0, lambda: Decimal('sNaN')+1, lambda: Decimal(1)+1.5, lambda: Decimal(10)**1000000000, lambda: Decimal([1]), lambda: Decimal(None), lambda: Decimal((1,2)), lambda: Decimal((1,(1,),'q')), lambda: Context(prec=0), lambda: Context(rounding='x'), lambda: Context(foo=1), lambda: setattr(getcontext(),'foo',1), lambda: setattr(getcontext(),'prec','x'), lambda: Context(flags=[1]), lambda: Context(traps=1), lambda: getcontext().flags[1], lambda: hash(Decimal('sNaN')), lambda: int(Decimal('nan')), lambda: int(Decimal('inf')), lambda: float(Decimal('snan')), lambda: Decimal(1)<'a', lambda: Decimal('nan')<1, lambda: format(Decimal(1),'q'), lambda: Decimal('1').quantize(Decimal('1e-30')), lambda: getcontext().create_decimal('1 '), lambda: getcontext().add(1,'x'), lambda: Decimal(1).foo, lambda: round(Decimal('nan')), lambda: setcontext(1), lambda: localcontext(1), lambda: localcontext(foo=1), lambda: Decimal('1').__round__('a'), lambda: Decimal(1).quantize(1, rounding='x'), lambda: Decimal(1).exp(5), lambda: Decimal.from_float('a')):
    t(f)
print(Overflow.__mro__, DivisionByZero.__mro__, FloatOperation.__mro__)
print(sorted(n for n in dir(decimal) if not n.startswith('_')))
random.seed(7)
def rnd():
    k = random.random()
    if k < .05: return Decimal(random.choice(['inf','-inf','nan','-nan12','0','-0','0e5','-0e-9','1','-1','10','0.1','1e10']))
    n = random.randrange(1, random.choice([3, 9, 20, 35]))
    return Decimal((random.randrange(2), tuple(random.randrange(10) for _ in range(n)), random.choice([0, 0, -n, -1, random.randrange(-40, 20)])))
un = 'exp ln log10 logb sqrt normalize next_minus next_plus to_integral to_integral_exact adjusted as_tuple is_normal is_subnormal number_class to_eng_string copy_abs copy_negate __neg__ __pos__ __abs__ __hash__ __int__ __float__ __bool__ __round__ __floor__ __ceil__ as_integer_ratio __str__ is_nan is_zero __trunc__'.split()
bi = 'compare compare_signal compare_total compare_total_mag max max_mag min min_mag next_toward remainder_near scaleb rotate shift quantize same_quantum copy_sign __add__ __sub__ __mul__ __truediv__ __floordiv__ __mod__ __divmod__ __pow__ __eq__ __lt__ __le__'.split()
ctxs = [Context(prec=28), Context(prec=9, traps=[]), Context(prec=5, Emax=20, Emin=-20, rounding=ROUND_HALF_UP, traps=[]), Context(prec=3, rounding=ROUND_CEILING, traps=[], Emax=9, Emin=-9, clamp=1), Context(prec=50, traps=[]), Context(prec=7, rounding=ROUND_05UP, traps=[]), Context(prec=16, rounding=ROUND_FLOOR, traps=[], capitals=0),Context(prec=6, rounding=ROUND_HALF_DOWN, traps=[])]
for c in ctxs:
    setcontext(c)
    for i in range(4):
        a, b = rnd(), rnd()
        for n in un:
            if n == '__int__' and abs(a.adjusted()) > 60: continue
            getcontext().clear_flags()
            try: r = getattr(a, n)()
            except Exception as e: r = '%s %s' % (type(e).__name__, e)
            if n == '__hash__' and a.is_nan(): continue
            print(n, a, repr(r), [s.__name__ for s, v in getcontext().flags.items() if v])
        for n in bi:
            x, y = a, b
            if n in ('scaleb', 'rotate', 'shift') and random.random() < .8: y = Decimal(random.randrange(-12, 12))
            if n == '__pow__' and random.random() < .7: y = Decimal(random.randrange(-9, 30))
            getcontext().clear_flags()
            try: r = getattr(x, n)(y)
            except Exception as e: r = '%s %s' % (type(e).__name__, e)
            print(n, x, y, repr(r), [s.__name__ for s, v in getcontext().flags.items() if v])
        fm = random.choice(['', '.2f', 'e', '.3e', 'g', '.4g', '%', '.1%', ',', '010.3f', '+.2f', ' ,.2f', '<20', '^20.3E', '*>15', '012,', 'z.1f', '.0f', 'G', 'n', '=+20', '015,.2f'])
        try: r = format(a, fm)
        except Exception as e: r = '%s %s' % (type(e).__name__, e)
        print('fmt', a, fm, r)
setcontext(Context())
from fractions import Fraction
print(Decimal('0.5') == Fraction(1,2), Decimal('0.3') < Fraction(1,3), Decimal('0.1') == 0.1, Decimal('0.5') == 0.5, Decimal(2) == 2+0j, {Decimal(1): 'a'}[1], hash(Decimal('0.5')) == hash(0.5), Decimal(3) in [3])
print(sum([Decimal('0.1')]*10), Decimal('1.10').quantize(Decimal('.01')), Decimal(7)//2, -7 // Decimal(2), Decimal(7) % -3, pow(Decimal(3), 5, 7), round(Decimal('2.675'), 2), round(Decimal('2.5')), divmod(Decimal(17), 5), abs(Decimal('-3')), +Decimal('1.23456789012345678901234567890'), max(Decimal(1), Decimal(2)), Decimal.from_float(0.1), Decimal(0.1), Decimal('1_000.5'), Decimal(' 1.5 '), Decimal('١٢'))
with localcontext() as c:
    c.prec = 5; print(Decimal(1)/3, getcontext().prec)
with localcontext(prec=3, rounding=ROUND_UP): print(Decimal(1)/3)
print(getcontext().prec, Decimal('123').as_tuple(), Decimal('-inf').as_tuple(), Decimal('1e5').to_eng_string(), ExtendedContext, BasicContext, DefaultContext)
import copy, pickle, math
print(copy.copy(Decimal(1)), math.floor(Decimal('1.5')), math.sqrt(Decimal(2)), int(Decimal('1e3')), complex(Decimal('1.5')), '%s %d %.2f' % (Decimal('1.5'), Decimal('7.9'), Decimal('2.345')), f"{Decimal('1234.5'):,.2f}", pickle.loads(pickle.dumps(Decimal('1.50'))))
class D2(Decimal):
    def __repr__(self): return 'D2!'
print(repr(D2('1.5')), repr(D2(1)+1), D2.from_float(2), isinstance(D2(1), Decimal))
c = Context(prec=4); print(c.create_decimal('1.23456'), c.divide(1,3), c.power(2,10), c.to_sci_string(Decimal('1e9')), c.sqrt(2), c.flags[Inexact], c.Etiny(), c.Etop(), c.copy(), c.abs(-3), c.plus(Decimal('1.23456')), c.is_nan(1), c.create_decimal_from_float(0.1), c.quantize(Decimal('1.234'), Decimal('.1')))
print(Decimal('101').logical_and(Decimal('110')), Decimal('101').logical_xor(110), Decimal('1').logical_invert(), Decimal(2).fma(3, 4))
