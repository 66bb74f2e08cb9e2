"""Small instances made and dropped."""
import time

class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def make(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


def main(n):
    out = []
    keep = make(n)
    for depth in range(4, n + 1, 4):
        count = 1 << (n - depth + 2)
        total = 0
        for _ in range(count):
            total += make(depth).check()
        out.append((count, depth, total))
    out.append(keep.check())
    return out


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(16))
    print(time.perf_counter() - start)
