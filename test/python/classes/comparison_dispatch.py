class A:
    def __init__(s, n): s.n = n
    def __lt__(s, o): print(s.n, '<', getattr(o, 'n', o)); return NotImplemented
    def __gt__(s, o): print(s.n, '>', getattr(o, 'n', o)); return 'gt'
class B(A):
    def __gt__(s, o): print(s.n, 'B>', getattr(o, 'n', o)); return 'Bgt'
print(A(1) < A(2), A(1) < B(2), B(1) < A(2), A(1) > 5)
for f in (lambda: A(1) <= A(2), lambda: A(1) >= 5, lambda: 5 < A(1), lambda: object() < object(), lambda: 1 < 'a', lambda: [] < (), lambda: None < None, lambda: {} < {}, lambda: 1j < 2j, lambda: len < len, lambda: int < str, lambda: [1] < ['a'], lambda: (1, 'a') < (1, 2), lambda: sorted([1, 'a']), lambda: max([3, None]), lambda: min('a', 1)):
    try: print(f())
    except TypeError as e: print(e)
class R:
    def __eq__(s, o): return [1, 2]
    def __le__(s, o): return ''
print(R() == 1, R() != 1, R() <= 2, 2 >= R(), not R() == 1)
class E:
    def __bool__(self): return 3
try: bool(E())
except TypeError as e: print(e)
class L:
    def __len__(self): return -1
for f in (lambda: bool(L()), lambda: len(L())):
    try: f()
    except ValueError as e: print(e)
class L2:
    def __len__(self): return 'x'
class L3:
    def __len__(self): return 2 ** 70
class L4:
    def __len__(self): return 1.0
class L5:
    def __len__(self): return True
for c in (L2, L3, L4, L5):
    for f in (len, bool):
        try: print(f(c()))
        except Exception as e: print(type(e).__name__, e)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 == 2, (A(9) > 1) == 'gt')
