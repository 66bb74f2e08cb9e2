"""Raising, catching, finally, through several calls."""
import time

class AppError(Exception):
    def __init__(self, code):
        super().__init__('code %d' % code)
        self.code = code


def check(i):
    if i % 3 == 0:
        raise ValueError(i)
    return i


def middle(i):
    try:
        return check(i)
    finally:
        counts['middle'] += 1


def deep(i, k):
    if k == 0:
        raise AppError(i)
    return deep(i, k - 1)


counts = {'middle': 0, 'value': 0, 'key': 0, 'app': 0, 'index': 0}


def main(n):
    total = 0
    d = {}
    items = [1, 2, 3]
    for i in range(n):
        try:
            total += middle(i)
        except ValueError as e:
            counts['value'] += 1
            total += e.args[0]
        try:
            d[i]
        except KeyError:
            counts['key'] += 1
        if i % 4 == 0:
            try:
                deep(i, 5)
            except AppError as e:
                counts['app'] += e.code & 1
                total += e.code
        try:
            items[i % 6]
        except (IndexError, TypeError):
            counts['index'] += 1
        else:
            total += 1
    return total, counts


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(1100000))
    print(time.perf_counter() - start)
