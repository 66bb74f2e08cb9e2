a: int
a: int = 1
(a): int = 1
a.b: c
a[b]: c = d, e
x: tuple = 1, *y
class C:
    q: "s" = None
