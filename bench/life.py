"""The game of life twice: lists of lists, and a set of cells."""
import time


def step_grid(grid):
    h = len(grid)
    w = len(grid[0])
    out = []
    for y in range(h):
        above = grid[y - 1]
        here = grid[y]
        below = grid[(y + 1) % h]
        row = []
        for x in range(w):
            left = x - 1
            right = (x + 1) % w
            n = (above[left] + above[x] + above[right] + here[left] + here[right]
                 + below[left] + below[x] + below[right])
            row.append(1 if n == 3 or (n == 2 and here[x]) else 0)
        out.append(row)
    return out


def step_set(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {c for c, n in counts.items() if n == 3 or (n == 2 and c in cells)}


def main(n):
    size = 64
    x = 7
    grid = []
    for _ in range(size):
        row = []
        for _ in range(size):
            x = (x * 1103515245 + 12345) & 0x7fffffff
            row.append(1 if x >> 16 & 3 == 0 else 0)
        grid.append(row)
    for _ in range(n):
        grid = step_grid(grid)
    cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
    for i in range(0, 80, 8):
        cells |= {(i, 10), (i + 1, 10), (i + 2, 10), (i + 1, 11)}
    for _ in range(n):
        cells = step_set(cells)
    return sum(map(sum, grid)), len(cells), min(cells), max(cells)


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(1500))
    print(time.perf_counter() - start)
