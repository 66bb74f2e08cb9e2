"""Conway's life on a set of cells."""
from collections import Counter


def step(cells):
    count = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {c for c, n in count.items() if n == 3 or (n == 2 and c in cells)}


cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for n in range(4):
    print(f'generation {n}', *(''.join('#' if (x, y) in cells else '.' for x in range(6)) for y in range(5)), sep='\n')
    cells = step(cells)
cells, sizes = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}, []
for n in range(40):
    sizes.append(len(cells))
    cells = step(cells)
print(sizes[::10], min(cells), max(cells))
