def f(a, b):
    yield *a, b
    for x in *a, *b: x
    c = *a, *b
    a[*b]
    a[*b, 1] = c
    a[1:2, *b]
    del a[*b]
    return *a, *b
@a.b[0](1) + c
def g(): pass
