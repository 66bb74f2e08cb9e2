log = []
class T:
    def __init__(s): object.__setattr__(s, 'd', {})
    def __getattr__(s, n): log.append(('ga', n)); return s.d.get(n, 0)
    def __setattr__(s, n, v): log.append(('sa', n, v)); s.d[n] = v
    def __getitem__(s, i): log.append(('gi', i)); return 10
    def __setitem__(s, i, v): log.append(('si', i, v))
    def __delitem__(s, i): log.append(('di', i))
t = T()
def key(k): log.append(('key', k)); return k
def val(v): log.append(('val', v)); return v
t.x += 1
t.x -= val(5)
t[key(1)] += val(2)
t[key('a'):key('b')] *= 2
del t[key(3)], t[::2], t[1, 2], t[...]
t[key(1)], t[key(2)] = val(8), val(9)
t[1:2, 3] = 4
print(*log, sep='\n')
a = [1, 2]
b = a
a += (3,)
print(a is b, a)
a = a + [4]
print(a is b, a, b)
t = ([1], 2)
try: t[0] += [5]
except TypeError as e: print(e, t)
s = 'ab'; s *= 2; s += 'c'; print(s)
try: s -= 'a'
except TypeError as e: print(e)
try: s += 1
except TypeError as e: print(e)
try: a += 5
except TypeError as e: print(e)
x = 5
for op in ('+=', '-=', '*=', '//=', '%=', '**=', '<<=', '>>=', '&=', '|=', '^=', '/=', '@='):
    ns = {'x': 13}
    try: exec(f'x {op} 3', ns); print(op, ns['x'])
    except TypeError as e: print(op, e)
