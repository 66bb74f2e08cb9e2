"""What a return inside `with` or `finally` handed on, and what the library gave back, is let go of like everything else."""
import contextlib
import pickle


class P:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('gone', self.n)


def by_finally(n):
    try:
        return P(n)
    finally:
        print('finally')


def by_with(n):
    with contextlib.suppress(KeyError):
        return P(n)


def by_loop(n):
    for i in range(3):
        try:
            return P(n + i)
        finally:
            pass


p = by_finally(1)
del p
print('after finally')
p = by_with(2)
p = None
print('after with')
p = by_loop(3)
p = by_loop(4)
print('after loops')
del p
q = P(5)
r = pickle.loads(pickle.dumps(q))
r.n = 6
del r
print('after pickle')
by_finally(7)
print(len([by_with(8), by_with(9)]))
print('end')
