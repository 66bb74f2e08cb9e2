a = lambda: 0
b = lambda x, y=1, /, z=2, *args, k, m=3, **kw: x
c = lambda *, k: k
d = lambda *a: lambda **k: a
e = lambda x, /: x
