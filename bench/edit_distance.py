"""Levenshtein distance, longest common subsequence, knapsack: tables."""
import time


def levenshtein(a, b):
    previous = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        current = [i]
        for j, cb in enumerate(b, 1):
            cost = 0 if ca == cb else 1
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost))
        previous = current
    return previous[-1]


def lcs(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                table[i + 1][j + 1] = table[i][j] + 1
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j])
    out = []
    i = len(a)
    j = len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i -= 1
            j -= 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return ''.join(reversed(out))


def knapsack(weights, values, room):
    best = [0] * (room + 1)
    for w, v in zip(weights, values):
        for r in range(room, w - 1, -1):
            here = best[r - w] + v
            if here > best[r]:
                best[r] = here
    return best[room]


def main(n):
    x = 99
    letters = []
    for _ in range(2 * n):
        x = (x * 1103515245 + 12345) & 0x7fffffff
        letters.append('acgt'[x >> 16 & 3])
    a = ''.join(letters[:n])
    b = ''.join(letters[n:])
    common = lcs(a, b)
    weights = [3 + i * 7 % 40 for i in range(60)]
    values = [10 + i * 13 % 57 for i in range(60)]
    return levenshtein(a, b), len(common), common[:12], knapsack(weights, values, n * 20)


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(1650))
    print(time.perf_counter() - start)
