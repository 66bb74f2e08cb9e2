"""Recursive generators: n queens."""
import time

def queens(n, row, cols, diag1, diag2):
    if row == n:
        yield ()
        return
    for c in range(n):
        a = row + c
        b = row - c + n
        if cols[c] or diag1[a] or diag2[b]:
            continue
        cols[c] = diag1[a] = diag2[b] = True
        for rest in queens(n, row + 1, cols, diag1, diag2):
            yield (c,) + rest
        cols[c] = diag1[a] = diag2[b] = False


def main(n):
    count = 0
    total = 0
    for _ in range(2):
        for q in queens(n, 0, [False] * n, [False] * (2 * n), [False] * (2 * n + 1)):
            count += 1
            total += q[0]
    return count, total


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(12))
    print(time.perf_counter() - start)
