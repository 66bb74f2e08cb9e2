"""Float arithmetic in small functions."""
import time

def eval_a(i, j):
    ij = i + j
    return 1.0 / (ij * (ij + 1) // 2 + i + 1)


def times(u, transposed):
    result = []
    for i in range(len(u)):
        s = 0.0
        j = 0
        for x in u:
            if transposed:
                s += eval_a(j, i) * x
            else:
                s += eval_a(i, j) * x
            j += 1
        result.append(s)
    return result


def ata(u):
    return times(times(u, False), True)


def main(n):
    u = [1.0] * n
    for _ in range(10):
        v = ata(u)
        u = ata(v)
    vbv = vv = 0.0
    for ue, ve in zip(u, v):
        vbv += ue * ve
        vv += ve * ve
    return '%.9f' % (vbv / vv) ** 0.5


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(480))
    print(time.perf_counter() - start)
