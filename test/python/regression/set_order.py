# Random set histories: the order is that of CPython's table, deletions and set operations included.
class Random:
    def __init__(self, seed): self.s = seed * 7919 + 1
    def n(self): self.s = (self.s * 1103515245 + 12345) % 2 ** 31; return self.s >> 8
    def randint(self, a, b): return a + self.n() % (b - a + 1)
    def choice(self, l): return l[self.n() % len(l)]
for seed in range(12):
    r = Random(seed)
    top = r.choice([8, 20, 100, 5000])
    sets = [set(), set(r.randint(0, top) for _ in range(r.randint(0, 20)))]
    for step in range(r.randint(3, 12)):
        s, o = r.choice(sets), r.choice(sets)
        op, k = r.randint(0, 12), r.randint(-3, top)
        if op < 3: s.add(k)
        elif op == 3: s.discard(k)
        elif op == 4: sets.append(s | o)
        elif op == 5: sets.append(s & o)
        elif op == 6: sets.append(s - o)
        elif op == 7: sets.append(s ^ o)
        elif op == 8: s |= o
        elif op == 9: s -= o
        elif op == 10 and s: print('pop', s.pop())
        elif op == 11: sets.append(set(o))
        else: s.update([r.randint(0, top) for _ in range(5)])
    print(seed, *[list(x) for x in sets])
