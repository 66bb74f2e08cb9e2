"""Lists of bools, comprehensions, slices assignment."""
import time

def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    return [i for i in range(n + 1) if flags[i]]


def matmul(a, b):
    n = len(a)
    out = []
    for i in range(n):
        row = []
        for j in range(n):
            s = 0
            for k in range(n):
                s += a[i][k] * b[k][j]
            row.append(s)
        out.append(row)
    return out


def main(n):
    p = sieve(n)
    m = [[(i * j) % 7 for j in range(90)] for i in range(90)]
    mm = matmul(m, m)
    return len(p), p[-1], sum(map(sum, mm))


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(14000000))
    print(time.perf_counter() - start)
