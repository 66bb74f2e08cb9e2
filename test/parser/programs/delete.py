del a
del a, b
del (a, b), [c]
del a.b, a[c],
del ()
del (a)
