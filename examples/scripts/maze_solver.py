"""Makes a maze with a seeded generator and solves it by breadth-first search."""
import random
from collections import deque

W, H = 15, 9
rng = random.Random(42)
grid = [['#'] * W for _ in range(H)]


def carve(x, y):
    grid[y][x] = ' '
    moves = [(2, 0), (-2, 0), (0, 2), (0, -2)]
    rng.shuffle(moves)
    for dx, dy in moves:
        nx, ny = x + dx, y + dy
        if 0 < nx < W and 0 < ny < H and grid[ny][nx] == '#':
            grid[y + dy // 2][x + dx // 2] = ' '
            carve(nx, ny)


carve(1, 1)
start, goal = (1, 1), (W - 2, H - 2)
queue, came = deque([start]), {start: None}
while queue:
    cur = x, y = queue.popleft()
    if cur == goal:
        break
    for n in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
        if n not in came and grid[n[1]][n[0]] == ' ':
            came[n] = cur
            queue.append(n)
steps = -1
while cur:
    grid[cur[1]][cur[0]] = '.'
    cur = came[cur]
    steps += 1
print('\n'.join(map(''.join, grid)))
print('steps:', steps)
