class Fake:
    def __init__(self, *r): self.r = r
    def __mro_entries__(self, bases):
        print('entries', len(bases))
        return self.r
class A: pass
class B(Fake(A)): pass
print(B.__bases__, B.__orig_bases__[0].__class__.__name__)
class C(Fake()): pass
print(C.__bases__)
class D(Fake(A, int), Fake()): pass
print(D.__bases__, len(D.__orig_bases__))
class Bad:
    def __mro_entries__(self, bases): return [A]
for b in (Bad(), 5, 'x', None, Fake(5), len):
    try:
        class E(b): pass
        print('ok')
    except TypeError as e: print(e)
try: type('X', (Fake(A),), {})
except TypeError as e: print(e)
class F(list[int]): pass
print(F.__bases__, F.__orig_bases__)
