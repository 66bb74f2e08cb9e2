for i in []: pass
else: print('empty else')
for i in range(3):
    if i == 1: break
else: print('not reached')
while True: break
else: print('no')
n = 3
while n: n -= 1
else: print('while else', n)
for i in range(2):
    for j in range(2):
        if j: break
        print(i, j)
    else: print('inner else')
l = [1, 2, 3]
for v in l:
    if v == 1: l.append(4)
    if len(l) > 5: break
    print(v, end=' ')
print(l)
l = [1, 2, 3, 4]
for v in l: l.remove(v)
print(l)
for action, make in (('add', lambda d: d.__setitem__('new', 1)), ('del', lambda d: d.popitem()), ('set', lambda d: d.__setitem__('a', 9)), ('clear', lambda d: d.clear()), ('swap', lambda d: (d.pop('a'), d.__setitem__('z', 1)))):
    for view in ('', '.keys()', '.values()', '.items()'):
        d = {'a': 1, 'b': 2, 'c': 3}
        try:
            for k in eval('d' + view): make(d)
            print(action, view, 'ok', d)
        except RuntimeError as e: print(action, view, e)
s = {1, 2, 3}
try:
    for x in s: s.add(x + 10)
except RuntimeError as e: print(e)
s = {1, 2}
try:
    for x in s: s.discard(1)
except RuntimeError as e: print(e)
class Seq:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return i * 10
for x in Seq(): print(x, end=' ')
print(list(Seq()), 20 in Seq(), 21 in Seq(), [*Seq()], max(Seq()), list(zip(Seq(), 'ab')), sorted(Seq(), reverse=True))
class Bad:
    def __iter__(self): return 5
class Bad2:
    def __iter__(self): return self
class Raises:
    def __iter__(self): return self
    def __next__(self): raise KeyError('in next')
for c in (Bad, Bad2, Raises, int):
    try:
        for x in c(): pass
    except Exception as e: print(type(e).__name__, e)
i = 'kept'
for i in (): pass
print(i)
for i in range(3): i = 10
print(i)
