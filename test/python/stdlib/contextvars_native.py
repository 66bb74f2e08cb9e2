"""contextvars: iterators, texts of errors, tokens, contexts that share and part."""
import contextvars as c
import re


def t(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(re.sub('0x[0-9a-f]+', '0x', str(r)))


v = c.ContextVar('v')
d = c.ContextVar('d', default=[1])
v.set(3)
x = c.copy_context()
k = x.keys()
print(type(k), len(k), iter(k) is k, type(x.items()), type(x.values()), type(iter(x)))
t(next, k)
t(next, k)
for a, kw in ((), {}), ((1,), {}), (('a', 'b'), {}), (('a',), {'b': 1}), ((), {'name': 'a'}), (('a',), {'default': None}):
    t(c.ContextVar, *a, **kw)
t(c.Context, 1)
t(c.Token)
for f, a in (x.run, ()), (x.run, (3,)), (x.__getitem__, ('a',)), (x.get, ('a',)), (x.get, (d,)), (x.get, (d, 5)), (x.__contains__, (d,)), (x.__getitem__, (d,)), (x.run, (x.run, print)):
    t(f, *a)
tok = v.set(5)
t(repr, tok)
t(v.reset, 3)
t(d.reset, tok)
t(c.copy_context().run, v.reset, tok)
v.reset(tok)
t(v.reset, tok)
t(repr, tok)
print(tok.old_value, tok.var is v, d.set(9).old_value, v.get(), d.get(), c.Token.MISSING, type(c.Token.MISSING))
for cls in c.ContextVar, c.Context, c.Token:
    t(type, 'X', (cls,), {})
    print(cls, cls.__module__)
print(x == c.copy_context(), x != 5, x == x.copy(), x is x.copy(), c.ContextVar[int], c.Token[str])
t(hash, x)
t(hash, tok)
t(lambda: x < x)
t(setattr, v, 'name', 'q')
t(setattr, x, 'foo', 1)
t(lambda: c.ContextVar('q').get())
t(repr, d)
t(c.copy_context, 1)


def inner():
    v.set('inner')
    y = c.copy_context()
    y.run(v.set, 'innermost')
    return v.get(), y[v], x[v]


print(x.run(inner), v.get(), x[v], [p[0].name for p in x.items()])


def fails():
    v.set('failed')
    1 / 0


t(x.run, fails)
print(x[v], v.get())


def gen():
    while True:
        yield v.get()


g = gen()
print(next(g), x.run(next, g), next(g))
