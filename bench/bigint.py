"""Big integers: factorials, Fibonacci, modular powers, pi digits."""
import time

def pi_digits(n):
    out = []
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = q * 10, (r - m * t) * 10, ((3 * q + r) * 10) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return ''.join(map(str, out))


def fact(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


def fibs(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def lcg(n):
    x = 1
    h = 0
    for _ in range(n):
        x = x * 6364136223846793005 + 1442695040888963407 & 0xffffffffffffffff
        h ^= x >> 33
    return h


def main(n):
    p = pi_digits(n)
    f = fact(n * 3)
    g = fibs(n * 20)
    m = pow(3, f % 10 ** 60, 10 ** 40 + 7)
    return p[-10:], len(str(f % 10 ** 4000)), g % 10 ** 12, m, lcg(n * 500)


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(4600))
    print(time.perf_counter() - start)
