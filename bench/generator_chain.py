"""Chained generators, send, and yield from ten deep."""
import time

def averager():
    total = 0
    count = 0
    avg = None
    while True:
        term = yield avg
        total += term
        count += 1
        avg = total // count


def numbers(n):
    for i in range(n):
        yield i


def doubled(it):
    for x in it:
        yield x * 2


def odd_thirds(it):
    for x in it:
        if x % 3:
            yield x + 1


def leaf(n):
    for i in range(n):
        yield i
    return n


def deep(k, n):
    if k == 0:
        r = yield from leaf(n)
    else:
        r = yield from deep(k - 1, n)
    return r + 1


def main(n):
    total = 0
    for x in odd_thirds(doubled(numbers(n))):
        total += x
    a = averager()
    next(a)
    for i in range(n):
        last = a.send(i)
    for x in deep(10, n * 2):
        total += x
    return total, last


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(1800000))
    print(time.perf_counter() - start)
