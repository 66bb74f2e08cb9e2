def f(a, *, k=1): pass
f(1, 2)
