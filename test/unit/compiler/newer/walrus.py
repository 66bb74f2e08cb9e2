print(a := 1)
[b := c for c in x]
def f(x):
    if (n := x()) > 1: return n
    [m := y for y in x if (k := y)]
    g(lambda: (q := 1))
    while chunk := x.read(): chunk
    return m, k
def g(x):
    global h
    return [h := y for y in x]
