x = 'outer'
print([x for x in range(3)], x, {x: x for x in 'ab'}, {x % 2 for x in (1, 2, 3)}, list(x for x in 'z'), x)
print([(i, j) for i in range(3) for j in range(i) if i + j > 1], [[j for j in range(i)] for i in range(3)])
class A:
    n = 3
    ok = [i for i in range(n)]
    try: bad = [n for i in range(2)]
    except NameError as e: print(e)
print(A.ok)
def f():
    y = 1
    fs = [lambda: (i, y) for i in range(3)]
    y = 2
    return [g() for g in fs]
print(f())
print([y := 5, y ** 2], y, [last := i for i in range(4)], last, any((w := n) > 2 for n in [1, 3, 5]), w)
def g():
    [z := i for i in range(3)]
    return z
print(g())
def h():
    global gl
    [gl := i for i in range(3)]
h(); print(gl)
it = (1 / k for k in (1, 0, 2))
print(next(it))
try: next(it)
except ZeroDivisionError as e: print(e)
print(list(it))
try: (i for i in 5)
except TypeError as e: print(e)
try: [i for i in None]
except TypeError as e: print(e)
print([*(i for i in range(2)), *[7]], sum(i * i for i in range(4)), dict((k, v) for k, v in zip('ab', (1, 2))), {**{k: 1 for k in 'a'}})
print((lambda: [i for i in range(2)])(), [(lambda q: q * 2)(i) for i in (1, 2)], [i for i in range(10) if i % 2 if i % 3])
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in ['xyz']], [c.real for c in (1, 2j)], {(i, j): i * j for i in (1, 2) for j in (3,)})
print([locals().keys() & {'i'} for i in (1,)], [i for i in [1, 2, 3] if (lambda: i)() > 1], f'{[i for i in range(2)]}')
