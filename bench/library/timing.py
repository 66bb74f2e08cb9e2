"""How functions.py and operations.py are asked: see the first."""
import sys
import time


def measure(f, seconds):
    """Seconds per call: the best of three parts after a warm-up."""
    for share in (seconds, seconds / 3, seconds / 3, seconds / 3):
        n = 0
        start = time.perf_counter()
        while True:
            f()
            n += 1
            spent = time.perf_counter() - start
            if spent >= share:
                break
        best = spent / n if share == seconds else min(best, spent / n)
    return best


def main(rows):
    seconds = 0.1
    only = None
    for i, a in enumerate(sys.argv):
        if a == '--seconds':
            seconds = float(sys.argv[i + 1])
        if a == '--only':
            only = sys.argv[i + 1].split(',')

    def answer(name):
        print(name, round(measure(rows[name], seconds) * 1e6, 2), flush=True)

    if '--serve' in sys.argv:
        print(' '.join(rows), flush=True)
        for line in sys.stdin:
            answer(line.strip())
    else:
        for name in rows:
            if only is None or name in only:
                answer(name)
