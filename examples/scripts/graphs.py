"""Dijkstra, topological order, strongly connected components."""
import heapq
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter

graph = defaultdict(dict)
for road in 'A-B:7 A-C:9 A-F:14 B-C:10 B-D:15 C-D:11 C-F:2 D-E:6 E-F:9'.split():
    ends, cost = road.split(':')
    a, b = ends.split('-')
    graph[a][b] = graph[b][a] = int(cost)
dist, prev, heap = {'A': 0}, {}, [(0, 'A')]
while heap:
    d, u = heapq.heappop(heap)
    for v, w in graph[u].items():
        if d + w < dist.get(v, float('inf')):
            dist[v], prev[v] = d + w, u
            heapq.heappush(heap, (d + w, v))
path, at = [], 'E'
while at:
    path.append(at)
    at = prev.get(at)
print(dict(sorted(dist.items())), ' -> '.join(reversed(path)))
ts = TopologicalSorter({'deploy': {'test', 'build'}, 'test': {'build'}, 'build': {'checkout'}, 'docs': {'checkout'}})
ts.prepare()
while ts.is_active():
    ready = sorted(ts.get_ready())
    print(ready)
    ts.done(*ready)
try:
    list(TopologicalSorter({'a': {'b'}, 'b': {'a'}}).static_order())
except CycleError as e:
    print(type(e).__name__, e.args[0], sorted(set(e.args[1])))
index, low, stack, out, g = {}, {}, [], [], {1: [2], 2: [3], 3: [1, 4], 4: [5], 5: [4], 6: [5]}


def visit(v):
    index[v] = low[v] = len(index)
    stack.append(v)
    for w in g.get(v, ()):
        if w not in index:
            visit(w)
            low[v] = min(low[v], low[w])
        elif w in stack:
            low[v] = min(low[v], index[w])
    if low[v] == index[v]:
        cut = stack.index(v)
        out.append(sorted(stack[cut:]))
        del stack[cut:]


for v in g:
    if v not in index:
        visit(v)
print(out)
