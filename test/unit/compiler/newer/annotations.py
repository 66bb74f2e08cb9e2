x: int
y: int = 1
(z): int = 2
a.b: c
a[0]: c = 3
a.b[1:2, d]: e
for i in x:
    w: int
class A:
    x: int
    __y: int = 1
    def f(self, a: int):
        b: int = a
        c: d
        self.e: int = 2
        self.f[0]: g
        return b
