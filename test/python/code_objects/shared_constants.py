# Equal constants of the functions of one module are one object.
def f():
    return 1.5, (1, 2.5, 'x'), 2.5, b'ab', 1j, (1, (2, 2.5)), -0.0, 0.0


class C:
    def g(self):
        return 1.5, (1, 2.5, 'x'), 2.5, b'ab', 1j, (1, (2, 2.5)), -0.0, 0.0

    value = 1.5


print([a is b for a, b in zip(f(), C().g())], C.value is f()[0])
print(f()[1][1] is f()[2], f()[5][1][1] is f()[2], f()[-1] is f()[-2])
print((lambda: 1.5)() is f()[0], [q for q in (lambda: [7.25, 7.25])()][0] is (lambda: 7.25)())
ns = {}
exec('def h(): return 1.5', ns)
print(ns['h']() is f()[0], ns['h']() is ns['h']())
