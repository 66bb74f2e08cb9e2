"""Matrices of fractions: product, determinant, inverse."""
from fractions import Fraction


def gauss(rows, extra):
    a = [[Fraction(x) for x in r + e] for r, e in zip(rows, extra)]
    det, n = Fraction(1), len(a)
    for i in range(n):
        p = next((r for r in range(i, n) if a[r][i]), None)
        if p is None:
            return Fraction(0), None
        if p != i:
            a[i], a[p], det = a[p], a[i], -det
        det *= a[i][i]
        a[i] = [x / a[i][i] for x in a[i]]
        for r in range(n):
            if r != i and a[r][i]:
                a[r] = [x - a[r][i] * y for x, y in zip(a[r], a[i])]
    return det, [r[n:] for r in a]


m = [[2, 1, 1], [1, 3, 2], [1, 0, 0]]
unit = [[int(i == j) for j in range(3)] for i in range(3)]
det, inv = gauss(m, unit)
print(det, *(' '.join(f'{str(x):>5}' for x in r) for r in inv), sep='\n')
print([[int(sum(a * b for a, b in zip(r, c))) for c in zip(*inv)] for r in m] == unit, gauss([[1, 2], [2, 4]], [[], []])[0])
print(gauss([[Fraction(1, i + j + 1) for j in range(5)] for i in range(5)], [[]] * 5)[0])
