class A:
    def __add__(s, o): return 'A.add'
    def __radd__(s, o): return 'A.radd'
    def __lt__(s, o): return 'A.lt'
    def __gt__(s, o): return 'A.gt'
    def __eq__(s, o): return 'A.eq'
class B(A): pass
class C(A):
    def __radd__(s, o): return 'C.radd'
    def __gt__(s, o): return 'C.gt'
    def __eq__(s, o): return 'C.eq'
print(A() + B(), A() + C(), C() + A(), B() + A(), A() < B(), A() < C(), C() < A(), A() == C(), C() == A(), A() == B())
class I(int):
    def __add__(s, o): return 'I.add'
    def __radd__(s, o): return 'I.radd'
    def __rsub__(s, o): return 'I.rsub'
    def __mul__(s, o): return NotImplemented
print(1 + I(2), I(2) + 1, 1 - I(2), I(5) - 1, I(3) * 2, 2 * I(3), sum([I(1), 2]), sum([1, I(2)]), 1.0 + I(2))
class S(str):
    def __radd__(s, o): return 'S.radd ' + str(o)
    def __mod__(s, o): return 'mod'
    def __rmod__(s, o): return 'S.rmod'
print('a' + S('b'), S('a') + 'b', S('%s') % 1, '%s' % S('x'), ''.join([S('a'), 'b']))
class L(list):
    def __radd__(s, o): return 'L.radd'
    def __rmul__(s, o): return 'L.rmul'
    def __iadd__(s, o): return 'L.iadd'
print([1] + L([2]), 3 * L([1]), L([1]) * 2)
l = L(); l += [1]; print(l)
class D:
    def __rpow__(s, o, *m): return ('rpow', o, m)
    def __rmatmul__(s, o): return ('rmm', o)
print(2 ** D(), pow(2, D()), 3 @ D())
try: pow(2, D(), 5)
except TypeError as e: print(e)
class None1:
    __add__ = None
    __radd__ = None
    __iter__ = None
    __contains__ = None
    __len__ = None
    __bool__ = None
    __getitem__ = None
    __hash__ = None
    __call__ = None
    __neg__ = None
    __eq__ = None
    __lt__ = None
    __reversed__ = None
    __int__ = None
    __index__ = None
n = None1()
for f in (lambda: n + 1, lambda: 1 + n, lambda: iter(n), lambda: 1 in n, lambda: len(n), lambda: bool(n), lambda: n[0], lambda: hash(n), lambda: n(), lambda: -n, lambda: n == 1, lambda: 1 == n, lambda: n < 1, lambda: reversed(n), lambda: int(n), lambda: [1][n], lambda: n != 1, lambda: [*n]):
    try: print(f())
    except TypeError as e: print(e)
