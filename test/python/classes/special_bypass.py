# Implicit special method lookup goes to the type, not the instance.
class A: pass
a = A()
a.__len__ = lambda: 5
a.__call__ = lambda: 'called'
a.__iter__ = lambda: iter([1])
a.__add__ = lambda o: 'added'
a.__eq__ = lambda o: True
a.__hash__ = lambda: 1
a.__repr__ = lambda: 'inst repr'
a.__bool__ = lambda: False
a.__contains__ = lambda x: True
a.__enter__ = lambda: 1
a.__exit__ = lambda *a: None
def ctx():
    with a: pass
for f in (lambda: len(a), lambda: a(), lambda: iter(a), lambda: a + 1, lambda: 1 in a, lambda: a[0], lambda: a < a,
          lambda: int(a), lambda: float(a), lambda: complex(a), lambda: round(a), lambda: abs(a), lambda: -a, lambda: ~a,
          lambda: next(a), lambda: reversed(a), lambda: range(a), lambda: [].__getitem__(a), lambda: divmod(a, 1), ctx,
          lambda: hash(a) == 1, lambda: bool(a), lambda: a == 3, lambda: repr(a) == 'inst repr', lambda: format(a, 'x'), lambda: a.x(),
          lambda: bytes(a), lambda: list(a), lambda: sum(a), lambda: [*a], lambda: dict(a), lambda: {**a}, lambda: print(*a)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
