"""Huffman coding with heapq."""
import heapq
from collections import Counter

text = 'she sells sea shells by the sea shore'
heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
heapq.heapify(heap)
for i in range(len(heap), 2 * len(heap) - 1):
    a, b = heapq.heappop(heap), heapq.heappop(heap)
    heapq.heappush(heap, (a[0] + b[0], i, (a[2], b[2])))
codes = {}


def walk(node, prefix):
    if isinstance(node, tuple):
        walk(node[0], prefix + '0')
        walk(node[1], prefix + '1')
    else:
        codes[node] = prefix


walk(heap[0][2], '')
for c, code in sorted(codes.items(), key=lambda p: (len(p[1]), p[1])):
    print(repr(c), code)
bits = ''.join(codes[c] for c in text)
back, cur, out = {v: k for k, v in codes.items()}, '', []
for b in bits:
    cur += b
    if cur in back:
        out.append(back[cur])
        cur = ''
print(len(text) * 8, len(bits), ''.join(out) == text, int('1' + bits, 2).to_bytes((len(bits) + 8) // 8, 'big').hex())
