"""Dict work: counting, grouping, tuple keys."""
import time

def count_words(n):
    counts = {}
    x = 12345
    for i in range(n):
        x = (x * 1103515245 + 12345) & 0x7fffffff
        w = 'w' + str(x % 1000)
        counts[w] = counts.get(w, 0) + 1
    return counts


def group(n):
    groups = {}
    for i in range(n):
        k = i * 7 % 101
        if k in groups:
            groups[k].append(i)
        else:
            groups[k] = [i]
    return groups


def grid(n):
    g = {}
    for y in range(n):
        for x in range(n):
            g[x, y] = x ^ y
    total = 0
    for (x, y), v in g.items():
        total += g.get((y, x), 0) * v
        if (x + 1, y) in g:
            total += 1
    return total


def main(n):
    c = count_words(n * 2)
    top = sorted(c.items(), key=lambda kv: (-kv[1], kv[0]))[:3]
    g = group(n * 3)
    d = {i: str(i) for i in range(n)}
    inverse = {v: k for k, v in d.items()}
    total = 0
    for k in d:
        total += inverse[d[k]]
    while len(d) > 10:
        d.popitem()
    for i in range(0, n, 2):
        inverse.pop(str(i))
    return top, sum(len(v) for v in g.values()), total, len(inverse), list(d), grid(200)


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(600000))
    print(time.perf_counter() - start)
