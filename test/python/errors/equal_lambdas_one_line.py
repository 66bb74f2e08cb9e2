import traceback
def f(p): return [(lambda: q) (), (lambda: q)()]
for _ in range(60):
    try: [[q for q in p] for p in (b'', [[q for q in p] for p in (1.5, [1])])]
    except TypeError as e: s = ''.join(traceback.format_exception(e))
print([line for line in s.split('\n') if 'File' not in line])
f1, f2 = lambda: 1/0, lambda: 1/0
for g in f1, f2:
    try: g()
    except ZeroDivisionError: print(traceback.format_exc().split('\n')[5:7])
print(f1.__code__ is f2.__code__, f1.__code__ == f2.__code__)
def f(): return 1.5, (1, 2.5, 'x'), 2.5, b'ab', 1j, (1, (2, 2.5))
class C:
    def g(self): return 1.5, (1, 2.5, 'x'), 2.5, b'ab', 1j, (1, (2, 2.5))
print([a is b for a, b in zip(f(), C().g())], f()[1][1] is f()[2], f()[5][1][1] is f()[2])
