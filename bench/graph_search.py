"""Shortest ways with heapq, breadth first with deque, topological order, union-find."""
import heapq
import time
from collections import defaultdict, deque


def dijkstra(graph, start):
    distance = {start: 0}
    heap = [(0, start)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > distance[u]:
            continue
        for v, w in graph[u]:
            nd = d + w
            if v not in distance or nd < distance[v]:
                distance[v] = nd
                heapq.heappush(heap, (nd, v))
    return distance


def breadth_first(walls, size):
    seen = {(0, 0): None}
    queue = deque([(0, 0)])
    while queue:
        x, y = queue.popleft()
        if (x, y) == (size - 1, size - 1):
            break
        for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            to = (x + dx, y + dy)
            if 0 <= to[0] < size and 0 <= to[1] < size and to not in walls and to not in seen:
                seen[to] = (x, y)
                queue.append(to)
    path = []
    at = (size - 1, size - 1)
    while at is not None and at in seen:
        path.append(at)
        at = seen[at]
    return len(path), len(seen)


def components(n, edges):
    parent = list(range(n))

    def find(a):
        while parent[a] != a:
            parent[a] = parent[parent[a]]
            a = parent[a]
        return a

    for a, b, _ in edges:
        a = find(a)
        b = find(b)
        if a != b:
            parent[b] = a
    return len({find(i) for i in range(n)})


def topological(graph, n):
    degree = [0] * n
    for u in range(n):
        for v, _ in graph[u]:
            if v > u:
                degree[v] += 1
    ready = deque(i for i in range(n) if degree[i] == 0)
    order = []
    while ready:
        u = ready.popleft()
        order.append(u)
        for v, _ in graph[u]:
            if v > u:
                degree[v] -= 1
                if degree[v] == 0:
                    ready.append(v)
    return order


def main(n):
    graph = defaultdict(list)
    edges = []
    x = 5
    for i in range(n):
        for _ in range(4):
            x = (x * 1103515245 + 12345) & 0x7fffffff
            j = (x >> 8) % n
            w = 1 + x % 97
            graph[i].append((j, w))
            edges.append((i, j, w))
    d = dijkstra(graph, 0)
    size = 200
    walls = {(x, y) for x in range(size) for y in range(size) if (x * 7 + y * 13) % 5 == 0 and x != y}
    order = topological(graph, n)
    return len(d), max(d.values()), breadth_first(walls, size), components(n, edges), order[:3], len(order)


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(90000))
    print(time.perf_counter() - start)
