"""Operator overloading on small classes."""
import time

class V:
    __slots__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return V(self.x - o.x, self.y - o.y, self.z - o.z)

    def __mul__(self, k):
        return V(self.x * k, self.y * k, self.z * k)

    __rmul__ = __mul__

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def __eq__(self, o):
        return self.x == o.x and self.y == o.y and self.z == o.z

    def __neg__(self):
        return V(-self.x, -self.y, -self.z)

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __getitem__(self, i):
        return (self.x, self.y, self.z)[i]

    def __len__(self):
        return 3


class Frac:
    def __init__(self, p, q):
        self.p = p
        self.q = q

    def __add__(self, o):
        return Frac((self.p * o.q + o.p * self.q) % 10007, self.q * o.q % 10007)

    def __lt__(self, o):
        return self.p * o.q < o.p * self.q


def main(n):
    a = V(0, 0, 0)
    d = V(1, 2, 3)
    same = 0
    dots = 0
    f = Frac(0, 1)
    g = Frac(1, 3)
    for i in range(n):
        a = a + d * 2 - 1 * d
        if a == d:
            same += 1
        dots += a @ d
        if -a:
            same += a[1] + len(a)
        f = f + g
        if f < g:
            same += 1
    return a.x, a.y, a.z, same, dots, f.p, f.q


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(720000))
    print(time.perf_counter() - start)
