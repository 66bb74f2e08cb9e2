"""Matrices of floats as lists: product, LU, determinant, transposition, powers of ints."""
import time


def product(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def lu(a):
    n = len(a)
    a = [row[:] for row in a]
    sign = 1.0
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(a[i][k]))
        if pivot != k:
            a[k], a[pivot] = a[pivot], a[k]
            sign = -sign
        top = a[k]
        for i in range(k + 1, n):
            row = a[i]
            factor = row[k] / top[k]
            row[k] = factor
            for j in range(k + 1, n):
                row[j] -= factor * top[j]
    det = sign
    for i in range(n):
        det *= a[i][i]
    return det


def power(m, e):
    out = [[int(i == j) for j in range(len(m))] for i in range(len(m))]
    while e:
        if e & 1:
            out = [[sum(a * b for a, b in zip(r, c)) % 1000007 for c in zip(*m)] for r in out]
        m = [[sum(a * b for a, b in zip(r, c)) % 1000007 for c in zip(*m)] for r in m]
        e >>= 1
    return out


def main(n):
    a = [[((i * 17 + j * 31) % 23 - 11) / 7.0 + (i == j) for j in range(n)] for i in range(n)]
    b = [[a[j][i] for j in range(n)] for i in range(n)]
    c = product(a, b)
    p = power([[1, 1, 0, 2], [1, 0, 3, 0], [0, 4, 1, 1], [2, 0, 0, 1]], 10 ** 40)
    return '%.6f' % sum(map(sum, c)), '%.6e' % lu(a), p[0]


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(300))
    print(time.perf_counter() - start)
