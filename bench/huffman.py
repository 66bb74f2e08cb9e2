"""Huffman and LZ coding of text: heapq of tuples, dicts, bytes, bit strings."""
import heapq
import time
from collections import Counter


def codes(text):
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    i = len(heap)
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], i, (a, b)))
        i += 1
    out = {}

    def walk(node, prefix):
        what = node[2]
        if isinstance(what, tuple):
            walk(what[0], prefix + '0')
            walk(what[1], prefix + '1')
        else:
            out[what] = prefix or '0'
    walk(heap[0], '')
    return out


def encode(text, table):
    bits = ''.join([table[c] for c in text])
    bits += '0' * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def decode(data, table, n):
    back = {v: k for k, v in table.items()}
    out = []
    word = ''
    for byte in data:
        for k in range(7, -1, -1):
            word += '1' if byte >> k & 1 else '0'
            if word in back:
                out.append(back[word])
                word = ''
                if len(out) == n:
                    return ''.join(out)
    return ''.join(out)


def lz(data):
    table = {bytes([i]): i for i in range(256)}
    word = b''
    out = []
    for i in range(len(data)):
        longer = word + data[i:i + 1]
        if longer in table:
            word = longer
        else:
            out.append(table[word])
            if len(table) < 4096:
                table[longer] = len(table)
            word = data[i:i + 1]
    out.append(table[word])
    return out


def main(n):
    words = 'the of and to in is that it was for on are as with his they at be this from'.split()
    x = 3
    parts = []
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7fffffff
        parts.append(words[(x >> 12) % len(words)])
    text = ' '.join(parts)
    table = codes(text)
    packed = encode(text, table)
    assert decode(packed, table, len(text)) == text
    z = lz(text.encode())
    return len(text), len(packed), len(z), sum(z) % 65521


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(420000))
    print(time.perf_counter() - start)
