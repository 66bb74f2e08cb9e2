a = 1
a = b = c
a, b = c
(a, b) = c
[a, b] = c
a, *b = c
*a, = c
a.b = c
a[b] = c
(a) = 1
a, (b, [c.d, e[0]]), *f = g
x = y = yield_
() = a
[] = b
