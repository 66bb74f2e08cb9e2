def f(*, k, m): pass
f()
