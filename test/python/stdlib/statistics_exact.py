# Means and variances are exact: ints and floats of all sizes, in lists, tuples and iterators.
import math
import statistics as S
from fractions import Fraction

samples = [[1, 2, 4], (1.5, 2, 2 ** 60), [0.1] * 10, [1e308, -1e308, 5e-324], [2 ** 53 - 1, 2 ** 53 - 1, -3, 0.5], [-0.0, 0.0], [1e-320, 3e-310], [2 ** 70, 1], [True, 2.5], [Fraction(1, 3), 1], [1.0, math.inf], [1, math.nan],
           [5], [], [3.25, -7, 1e17, 1e-17], [-9007199254740991, -9007199254740991, 1.5, 2.5e300], ['a']]
for d in samples:
    for f in (S.mean, S.fmean, S.variance, S.pstdev, S._sum, S._ss, lambda d: S.mean(iter(d)), lambda d: S.variance(d, 2), S.mode):
        try:
            print(repr(f(d)), end=' ')
        except Exception as e:
            print(type(e).__name__, e, end=' ')
    print()
print(S.mode(iter('abcb')), S.multimode('aabbc'), S.quantiles([1, 5, 2, 8]), S.correlation([1, 2, 3], [1.5, 2, 1]))
