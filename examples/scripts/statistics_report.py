"""Statistics of samples: means, quantiles, regression, a histogram."""
import math
import random
import statistics as st

rng = random.Random(1)
heights = [round(rng.gauss(170, 10), 1) for _ in range(40)]
weights = [round(h * 0.9 - 85 + rng.uniform(-8, 8), 1) for h in heights]
print(f'{st.mean(heights):.4f} {st.median(heights)} {st.stdev(heights):.6f} {st.pvariance(heights):.6f}')
print([round(q, 3) for q in st.quantiles(heights, n=4)], st.mode([1, 2, 2, 3]), st.multimode('aabbc'))
slope, intercept = st.linear_regression(heights, weights)
print(f'w = {slope:.6f} h + {intercept:.6f}, r = {st.correlation(heights, weights):.8f}')
print(st.fmean([1, 2, 3.5]), st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60]), st.median_low([1, 2, 3, 4]))
lo, width = min(heights), (max(heights) - min(heights)) / 5
for i in range(5):
    print(f'{lo + i * width:6.1f} {"*" * sum(lo + i * width <= h < lo + (i + 1) * width for h in heights)}')
nd = st.NormalDist(170, 10)
print(round(nd.cdf(180), 12), round(nd.inv_cdf(0.95), 9), nd + 5)
print(math.fsum([0.1] * 10), math.dist((1, 2), (4, 6)), math.comb(52, 5), math.isqrt(10**20), math.gcd(84, 36, 60), math.prod(range(1, 11)))
try:
    st.mean([])
except st.StatisticsError as e:
    print(e)
