def f():
    yield
    yield a
    yield a, *b
    yield from c
    d = yield
    e = yield a
    f((yield a))
    (yield)
    g = [(yield h)]
    i += yield
    return (yield)
    await_ = lambda: (yield)
