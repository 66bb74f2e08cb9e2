def g():
    yield 1
    raise StopIteration('x')
print(next(g()))
list(g())
