import random
random.seed(5)
for t in [(), (1,), (1, 2), (-1, 2**40, -2**50), (2**70, -2**100), tuple(range(100)), (1.5, 'x' == 'x', None is None), ((1, 2), (3, (4, 5))), (0,), (-2, -1), (2**61 - 1,), (2**61 - 2, 5)]:
    print(hash(t))
h = 0
for i in range(2000):
    t = tuple(random.randint(-2**62, 2**62) >> random.randint(0, 60) for _ in range(random.randint(0, 6)))
    h = (h * 31 + hash(t)) % (2**61 - 1)
print(h, hash(frozenset([1, 2, 3])))
print([pow(a, b, m) for a in (0, 1, -7, 12345678, -2**40) for b in (0, 1, 5, 1000003, 2**45) for m in (1, 7, 94906265, 94906266, 1000000007)])
for L in ([3, 1, 2], [1, 2, 3], [], [2, 2, 1, 1], list(range(40, 0, -1)), ['b', 'a'], ['a', 'b', 'b'], [5, 4] * 20, [True, 0, 2], [1, 2.5, 0]):
    print(sorted(L), sorted(L, reverse=True), sorted(L, key=lambda v: v))
    M = L[:]; M.sort(); print(M, L)
print([s.title() for s in ('hello world', "they're bill's", 'x1y ABC dEF', '', 'ÀB éc', 'ǆa ǆb', '1a2b')])
for m in ('isdigit', 'isalpha', 'isalnum', 'isspace', 'isupper', 'islower', 'isdecimal', 'isnumeric'):
    print(m, [getattr(s, m)() for s in ('', '1', 'a', 'A', 'aB', ' ', '1a', '²', 'é', 'É1', '\U0001d7ce', 'a\U0001f600', '٣', ' \t\n')])
print(b'hello world foo bar and more text to see'.decode(), b'\xc3\xa9'.decode(), 'abc'.encode(), 'é'.encode('utf-8'), b'abc'.decode('ascii'), b'\xe9'.decode('latin-1'), b'x' * 5 == ('x' * 5).encode('UTF8'))
d = {str(i): i for i in range(30)}
c = d.copy(); c['x'] = 1; d['y'] = 2; e = dict(c); del e['3']; del d['4']; f = {**e, '3': 5}
print(len(d), len(c), len(e), 'x' in d, 'y' in c, '3' in e, '3' in c, '4' in c, '4' in d, list(f)[-1], c == {**c}, d.get('y'), c.get('y'), e.pop('x'), c['x'])
g = d.copy(); g.clear(); g['a'] = 1; print(len(d), g, d['5'], sorted(d)[:3])
s = set(str(i) for i in range(20)); t = s.copy(); t.add('q'); s.discard('3'); print(len(s), len(t), 'q' in s, '3' in t, len(s | t), len(s & t), len(t - s), len(s ^ t))
for k in list(d): 
    if k != '7': del d[k]
print(d, len(c))
print([int(v) for v in (1.9, -1.9, 1e15, 2.0**52, -0.0, True)], [float(v) for v in (1, True, 2**60, 1.5, -0.0)], [bool(v) for v in (0, 1, '', 'a', [], [0], None, 0.0)], int(1e20))
for b in (lambda: int(float('nan')), lambda: int(float('inf'))):
    try: b()
    except Exception as x: print(type(x).__name__, x)
print(list(range(5)), list({1: 2}.values()), list(reversed([1, 2])), list(zip('ab', [1, 2])), list(enumerate('ab')), list(iter([])), [*range(3), *{'a': 1}.items()])
