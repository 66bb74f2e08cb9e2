a, b = 1, 2; [c, d] = 'xy'; (e, (f, g)), h = [1, [2, 3]], 4
*i, j = range(4); k, *l = 'abc'; m, *n, o = (1, 2); *p, = {5: 6}
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p)
x = [0, 1, 2]
i = 0
i, x[i] = 1, 9
print(i, x)
x[0], x[1] = x[1], x[0]
print(x)
class T: pass
t = T()
t.a, x[2], (t.b, *t.c) = 1, 2, 'xyz'
print(t.__dict__, x)
for q, (r, *s) in [(1, 'ab'), (2, [3])]: print(q, r, s)
print([u + w for u, w in zip([1], [2])], {y: z for y, z in [(1, 2)]})
def gen(): yield 1; yield 2; print('third'); yield 3
for src in ('a, b = gen()', 'a, b, c = gen()', 'a, b, c, d = gen()', 'a, *b = gen()', 'a, b = 1', 'a, b = ()', 'a, = 1, 2', 'a, *b, c = [1]', '*a, b = []', 'a, b = {}', 'a, b = None', 'a, b = "abc"', 'a, (b, c) = 1, 2', '[a, b] = [1, 2, 3]', '() = ()', '() = [1]', '[] = 5', 'for a, b in [1]: pass', 'for a, b in [(1, 2, 3)]: pass', '[a for a, b in [(1,)]]', 'a, b = {1, }', 'a, b = b"abc"', 'a = *[1], 2', 'a = (*[1],)', 'a = {*[1], *[2]}', 'a = *5,', 'a, b = (x for x in [1])', 'a, b = iter([])', 'a, b, *c = (1,)', 'x[5], a = 1, 2', 'nope.a, b = 1, 2'):
    try: exec(src); print(src, 'ok')
    except Exception as e2: print(src, '->', type(e2).__name__, e2)
for src in ('*a = 1', '*a, *b = 1', 'a, 1 = 2', '1 = a', 'f() = 1', '(a + b) = 1', 'a + 1 = 2', 'None = 1', '[a, None] = 1', 'x = *a', 'del *a', '*a', 'print(*a, **b, *c)', '(a, b) += 1', '[a] += 1', 'a, b += 1', '"x" = 1', '{a} = 1', '{} = 1', 'lambda: 0 = 1', 'a if b else c = 1', '-a = 1', 'a < b = 1', 'f"{a}" = 1', '... = 1', '__debug__ = 1', 'for 1 in a: pass', 'with a as 1: pass', 'for f() in a: pass', 'del f()', 'del 1', 'del a + b', 'del (a, 1)', 'del ()', 'a = yield = 1', '(yield) = 1', 'await x = 1', 'a := 1', '(*a)', '[*a for a in b]', '{**a for a in b}', 'f(**a, *b)', 'f(a for a in b, c)', 'f(a=1, 2)', 'f(**a, b)', 'f(a=1, a=2)', 'f(1=2)', 'f(a.b=1)', 'f(None=1)', 'f(True=1)'):
    try: compile(src, 'f', 'exec'); print(src, 'ok')
    except SyntaxError as s: print(src, '->', s.msg, s.offset, s.end_offset)
