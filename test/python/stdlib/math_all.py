import math
print(math.fsum([.1]*10), math.gcd(12,18), math.gcd(), math.lcm(4,6), math.lcm(), math.comb(50,25), math.perm(10,3), math.perm(20), math.isqrt(10**40+7), math.isqrt(99))
print(math.prod([1,2,3.5]), math.prod(range(1,25)), math.dist([1,2],[4,6]), math.hypot(3,4), math.hypot(1,1,1), math.remainder(5,3), math.remainder(-7.5,2), math.nextafter(1,2), math.ulp(1.0), math.ulp(0.0))
print(math.factorial(30), math.trunc(-3.7), math.floor(-3.7), math.ceil(-3.2), math.floor(1e300), math.floor(5))
print(math.log(8,2), math.log(10**400), math.log2(2**1000), math.log10(1000), math.log2(3), math.log(2), math.log1p(1e-10), math.exp(1), math.expm1(1e-5))
print(math.frexp(8.5), math.ldexp(0.53125,4), math.modf(-3.25), math.fmod(-7,3), math.copysign(1,-0.0), math.isclose(1,1+1e-10), math.isnan(math.nan))
print(math.gamma(5), math.gamma(0.5), math.gamma(10.3), math.lgamma(100.5), math.erf(0.5), math.erf(1.5), math.gamma(-1.5), math.lgamma(0.3))
print(math.sin(1), math.cos(1), math.tan(1), math.atan2(1,-1), math.sinh(1), math.cosh(2), math.tanh(.5), math.asinh(1), math.acosh(2), math.atanh(.5), math.exp2(10), math.degrees(1), math.radians(180))
print(math.pow(2,0.5), math.sqrt(2), math.pow(-8, 3), math.ldexp(1,-1074), math.ldexp(5,-1074))
class F:
    def __float__(self): return 2.25
    def __index__(self): return 7
    def __floor__(self): return 'fl'
class I:
    def __index__(self): return 6
print(math.sqrt(F()), math.floor(F()), math.gcd(I(), 4), math.comb(I(),2), math.fsum([F(),1]), math.hypot(F(), I()), math.factorial(I()), math.sqrt(I()))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.sqrt('a'), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.gcd(1.5), lambda: math.isqrt(-1), lambda: math.comb(-1,2), lambda: math.comb(3,-1), lambda: math.perm(1,2,3), lambda: math.log(-5), lambda: math.pow(0,-1), lambda: math.pow(-2,.5), lambda: math.acos(2), lambda: math.gamma(0), lambda: math.gamma(500), lambda: math.trunc('a'), lambda: math.floor('a'), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.dist([1],[1,2]), lambda: math.fmod(1,0), lambda: math.ldexp(1,5000), lambda: math.log(10,1), lambda: math.atanh(1), lambda: math.lgamma(0), lambda: math.prod('ab'), lambda: math.log1p(-1), lambda: math.fsum(['a']), lambda: math.fsum([math.inf,-math.inf]), lambda: math.isclose(1,2,rel_tol=-1), lambda: math.log('x'), lambda: math.cosh(1000), lambda: math.hypot('a')):
    t(f)
