"""Float loop with while."""
import time

def main(n):
    total = 0
    for py in range(n):
        y0 = py * 2.0 / n - 1.0
        for px in range(n):
            x0 = px * 3.0 / n - 2.0
            x = y = 0.0
            i = 0
            while x * x + y * y <= 4.0 and i < 100:
                xt = x * x - y * y + x0
                y = 2.0 * x * y + y0
                x = xt
                i += 1
            total += i
    return total


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(660))
    print(time.perf_counter() - start)
