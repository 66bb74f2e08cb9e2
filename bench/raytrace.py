"""A small ray tracer: float attributes, methods, operators on vectors."""
import math
import time


class Vec:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y, self.z - o.z)

    def scale(self, k):
        return Vec(self.x * k, self.y * k, self.z * k)

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def unit(self):
        return self.scale(1.0 / math.sqrt(self.dot(self)))


class Sphere:
    def __init__(self, centre, radius, shade):
        self.centre = centre
        self.radius = radius
        self.shade = shade

    def hit(self, origin, way):
        to = self.centre - origin
        b = to.dot(way)
        d = b * b - to.dot(to) + self.radius * self.radius
        if d <= 0.0:
            return None
        t = b - math.sqrt(d)
        return t if t > 1e-6 else None

    def normal(self, p):
        return (p - self.centre).unit()


class Plane:
    def __init__(self, height, shade):
        self.height = height
        self.shade = shade

    def hit(self, origin, way):
        if abs(way.y) < 1e-9:
            return None
        t = (self.height - origin.y) / way.y
        return t if t > 1e-6 else None

    def normal(self, p):
        return Vec(0.0, 1.0, 0.0)


LIGHT = Vec(5.0, 8.0, -6.0)


def trace(things, origin, way, depth):
    best = None
    near = 1e30
    for thing in things:
        t = thing.hit(origin, way)
        if t is not None and t < near:
            best = thing
            near = t
    if best is None:
        return 0.2 + 0.3 * max(0.0, way.y)
    p = origin + way.scale(near)
    n = best.normal(p)
    to_light = (LIGHT - p).unit()
    light = max(0.0, n.dot(to_light))
    for thing in things:
        if thing is not best and thing.hit(p, to_light) is not None:
            light *= 0.4
            break
    colour = best.shade * (0.2 + 0.8 * light)
    if depth > 0:
        mirror = way - n.scale(2.0 * way.dot(n))
        colour = colour * 0.75 + 0.25 * trace(things, p, mirror.unit(), depth - 1)
    return colour


def main(n):
    things = [Plane(-1.0, 0.6)]
    for i in range(6):
        things.append(Sphere(Vec(i - 2.5, (i % 3) * 0.7 - 0.4, 2.0 + i * 0.5), 0.6, 0.4 + 0.1 * i))
    eye = Vec(0.0, 0.5, -4.0)
    total = 0.0
    for y in range(n):
        for x in range(n):
            way = Vec((x - n / 2) / n, (n / 2 - y) / n, 1.0).unit()
            total += trace(things, eye, way, 2)
    return '%.6f' % total


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(350))
    print(time.perf_counter() - start)
