"""Unpacking: targets of every kind, stars, and what each failure says."""
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
class It:
    def __iter__(self): return iter('xyz')
class Bad:
    def __iter__(self): return 5
class Raises:
    def __iter__(self): yield 1; raise KeyError('in iteration')
class NoIter:
    __iter__ = None
def gen(n):
    for i in range(n): print('yield', i); yield i
class Box: pass
box = Box(); lst = [0, 1, 2, 3]; dic = {}
for target in ['a, b', 'a, b, c', '(a, b), c', '[a, b]', 'a,', '[a]', '()', '[]', '*a,', 'a, *b', '*a, b', 'a, *b, c', '*a, b, c, d', 'a, *b, c, d, e', '(a, *b), c', 'a, (b, *c)', 'box.x, lst[0]', 'lst[1:3], *dic["k"]', 'a, a', '*box.y, dic["z"]']:
    for value in ['1, 2', '[1, 2, 3]', '"ab"', '[[1, 2], 3]', '()', 'Old()', 'It()', '5', 'None', '{1: 2, 3: 4}', 'range(5)', 'iter([1, 2])', '[1, "xy"]', '{7}', 'b"ab"']:
        ns = {'box': Box(), 'lst': [0, 1, 2, 3], 'dic': {}, 'Old': Old, 'It': It}
        try:
            exec('%s = %s' % (target, value), ns)
            print(target, '=', value, '->', [ns.get(n) for n in 'abcde'], vars(ns['box']), ns['lst'], ns['dic'])
        except Exception as e: print(target, '=', value, '->', type(e).__name__, e)
for src in ['a, b = Bad()', 'a, b = Raises()', 'a, b = NoIter()', 'a, b = gen(3)', 'a, b = gen(1)', 'a, *b = gen(0)', '*a, b = gen(2)', 'for a, b in [(1, 2), (3,)]: print(a, b)', 'for a, *b in ["xyz", [1]]: print(a, b)', '[(a, b) for a, b in [1]]', 'a, b = b, a = 1, 2; print(a, b)', 'i = 0; lst[i], i = 9, 1; print(lst, i)', 'i, lst[i] = 2, "two"; print(lst)', 'a = *[1, 2], 3; print(a)', 'a = [*{1}, *"bc", *range(2)]; print(a)', 'a = {*[1], *(1, 2)}; print(a)', 'a = {**{1: 2}, **{1: 3}, 4: 5}; print(a)', 'a = {**[1]}', 'a = {**None}', 'a = [*5]', 'a = (*None,)', 'a = {*5}', 'print(*5)', 'print(**5)',
            'def f(): return *[1], 2\nprint(f())', 'def f(): yield *[1], 2\nprint(list(f()))', 'for x in *[1], 2: print(x)', 'a[*[1]] = 2', 'd = {}; d[*[1, 2], 3] = 4; print(d)', 'with Box() as (a, b): pass', '(a := 5, b := 6); print(a, b)', 'x = y = z = []; x.append(1); print(z)', 'a, b += 1', '*a = 1', 'a, *b, *c = 1', '*a, = 5', '[*a] = "hi"; print(a)', '(*a)', 'a = (*b)', '*a', 'del *a,', 'f() = 1', 'a, f() = 1', '(a, 1) = 1', 'a + b = 1', 'a, (b + 1) = 1', '"s" = 1', 'f"{a}" = 1', '... = 1', 'None, a = 1', '[a, True] = 1', 'a if b else c = 1', 'lambda: 1 = 1', '(x for x in y) = 1', '[x for x in y] = 1', '{} = 1', '{1} = 1', 'a < b = 1', 'not a = 1', 'a and b = 1', '-a = 1', 'await a = 1', '(yield) = 1', 'a.b.c() += 1', '(a, b) += 1', '[a] += 1', 'a: int, b = 1', '(a, b): int = 1', '[a]: int', 'a.b: int = 5', 'lst[0]: int = 7; print(lst)', '(a): int = 1; print(a)', 'f(): int', 'for f() in []: pass', 'for 1 in []: pass', 'for a + b in c: pass', 'for (a, 1) in []: pass', '[x for 1 in y]', '[x for f() in y]', '{x for x, 1 in y}', 'with a as 1: pass', 'with a as f(): pass', 'with a as (b, 1): pass', 'import a as 1', 'import a as b.c', '(a.b := 1)', '(a[0] := 1)', '((a, b) := 1)', 'a := 1', '(f() := 1)', '(True := 1)', 'del a.b, lst[0], (x)']:
    try:
        exec(src, globals())
    except Exception as e: print(src.replace('\n', ' / '), '->', type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
