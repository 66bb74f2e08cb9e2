"""Closures, decorators, lambdas, nonlocal, default arguments."""
import time

def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n
    return step


def compose(*fs):
    def composed(x):
        for f in fs:
            x = f(x)
        return x
    return composed


def memo(f):
    seen = {}

    def wrapper(x):
        if x in seen:
            return seen[x]
        r = f(x)
        seen[x] = r
        return r
    return wrapper


def curry(a):
    return lambda b: lambda c: a + b * c


@memo
def collatz(n):
    if n == 1:
        return 0
    return 1 + (collatz(n // 2) if n % 2 == 0 else collatz(3 * n + 1))


def area(w, h=2, *, scale=1):
    return w * h * scale


def main(n):
    step = counter()
    f = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x - 3)
    total = 0
    for i in range(n):
        step()
        step(2)
        total += f(i)
        total += curry(i)(2)(3)
        total += area(i) + area(i, scale=3)
    best = 0
    for i in range(1, n // 20):
        c = collatz(i)
        if c > best:
            best = c
    total += sum(map(lambda x: x * x, filter(lambda x: x & 1, range(n))))
    return step(0), total, best


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(1600000))
    print(time.perf_counter() - start)
