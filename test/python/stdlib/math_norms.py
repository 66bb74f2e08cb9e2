# hypot and dist of tiny and huge numbers; functions of two numbers with arguments of all kinds.
import math
from fractions import Fraction

v = [3.5e-310, -1.25e-320, 5e-324]
print(math.hypot(*v).hex(), math.dist(v, v[::-1]).hex(), math.hypot(2.5e-308, 1e-310).hex(), math.hypot(1e308, -1.5e308).hex(), math.hypot(3, 4.0), math.hypot(), math.hypot(-2), math.hypot(1, 2, 3, 0.1))
print(math.hypot(math.inf, math.nan), math.hypot(math.nan, 1), math.hypot(0, -0.0), math.dist((1, 2), (4, 6)), math.dist([], []))
print(math.atan2(1, 2.0), math.atan2(True, Fraction(1, 2)), math.fmod(10 ** 20, 3), math.copysign(1, -0.0), math.pow(2, 0.5), math.isclose(1.0, 1.0 + 1e-10), math.isclose(1, 2, rel_tol=0.5), math.isclose(1.0, 1.1, abs_tol=0.2))
for f in (lambda: math.atan2(1), lambda: math.atan2('a', 1), lambda: math.hypot('a'), lambda: math.dist((1,), (1, 2)), lambda: math.isclose(1.0, 1.0, rel_tol=-1), lambda: math.isclose(1.0), lambda: math.isclose(1.0, 2, foo=1), lambda: math.hypot(x=1), lambda: math.gcd(1.5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
