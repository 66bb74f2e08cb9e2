"""Recursive calls."""
import time

def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def main(n):
    return fib(n)


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(35))
    print(time.perf_counter() - start)
