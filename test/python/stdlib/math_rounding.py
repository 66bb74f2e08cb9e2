# The last digits of elementary functions are the C library's.
import cmath
import math
import random

r = random.Random(12)
ranges = {
    'exp': (-700, 700), 'exp2': (-50, 50), 'log': (0, 5), 'log10': (0, 1000), 'sin': (-100, 100), 'cos': (-100, 100), 'tan': (-10, 10), 'asin': (-1, 1), 'acos': (-1, 1),
    'atan': (-10, 10), 'cosh': (-5, 5), 'asinh': (-10, 10), 'acosh': (1, 10), 'erf': (-3, 3), 'gamma': (0, 20), 'lgamma': (0, 20),
}
for name, (low, high) in ranges.items():
    f = getattr(math, name)
    print(name, *[f(r.uniform(low, high)) for _ in range(25)])
print(*[math.atan2(r.uniform(-5, 5), r.uniform(-5, 5)) for _ in range(25)])
special = (0.0, -0.0, math.pi, math.pi / 2, math.pi / 4, 2 * math.pi, math.pi / 3, 1e22, 5e-324, 1e-9, -math.pi, 100 * math.pi, 1e10, 2.0**53, 2.0**1000, 1.7976931348623157e308)
for f in math.sin, math.cos, math.tan, math.atan, math.asinh:
    print(*map(f, special))
for f in math.asin, math.acos, math.atan, math.erf:
    print(*[f(x) for x in (0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1e-10, 0.999999999)])
print(*[math.exp(x) for x in (0.0, -0.0, 1.0, -1.0, 1e-20, 709.7, -708.5, -745.0, -746.0, -math.inf)])
print(*[math.atan2(y, x) for y in (0.0, -0.0, 1.0, -1.0, math.inf, 1e-300, 3.5) for x in (0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, 1e300, -2.5)])
print(*[math.log10(10**i) for i in range(25)], *[math.log2(2**i) for i in range(10)])
for bad in (lambda: math.exp(710), lambda: math.cosh(1000), lambda: math.sin(math.inf), lambda: math.acos(2), lambda: math.acosh(0.5), lambda: math.log10(0), lambda: math.tan(-math.inf)):
    try:
        print(bad())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(cmath.exp(1 + 2j), cmath.rect(2, 1), (1 + 2j) ** (0.5 - 1j), cmath.phase(3 - 4j), cmath.log(2 + 1j))
print([random.Random(5).gauss(0, 1), random.Random(6).expovariate(2), random.Random(7).normalvariate(1, 3), random.Random(8).vonmisesvariate(1, 2)])
