class A:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        if not isinstance(o, A): return NotImplemented
        return self.v == o.v
    def __hash__(self): return hash(self.v)
class B:
    def __eq__(self, o): return True
class C(A):
    __hash__ = None
class D(B):
    __hash__ = object.__hash__
print(A(1) == A(1), A(1) != A(1), A(1) == 1, A(1) != 1, {A(1): 'x'}[A(1)], len({A(1), A(1), A(2)}))
print(B.__hash__, C.__hash__, B() == 5, B() != 5, 5 == B())
for f in (lambda: hash(B()), lambda: {B(): 1}, lambda: {B()}, lambda: hash(C(1)), lambda: hash([]), lambda: hash({}), lambda: hash(set()), lambda: hash(slice(1)), lambda: hash(([],)), lambda: {[]: 1}, lambda: {{}}, lambda: B() in {1: 2}, lambda: hash(bytearray())):
    try: print(f())
    except TypeError as e: print(e)
class H:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
for h in ('x', 1.0, None, 2 ** 70, True, -1):
    try: print(hash(H(h)))
    except TypeError as e: print(e)
print(isinstance(D().__hash__(), int), hash(A('s')) == hash('s'))
class N:
    def __eq__(self, o): print('eq'); return False
n = N()
print(n in [n], [n].index(n), [n] == [n], (n,) == (n,), [n].count(n), n in (1, 2))
class Ne:
    def __ne__(self, o): return 'ne!'
print(Ne() != 1, Ne() == 1)
