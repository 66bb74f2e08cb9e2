"""A list that its own sort's key or comparison changes."""
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def mutate(change, n=5, key=False):
    l = list(range(n))
    class C:
        def __init__(self, v): self.v = v
        def __lt__(self, o):
            change(l)
            return self.v < o.v
    def k(x):
        change(l)
        return x
    if key:
        try: l.sort(key=k)
        finally: print(len(l), end=' ')
    else:
        l[:] = map(C, l)
        try: l.sort()
        finally: print(len(l), end=' ')
for key in (False, True):
    for change in (lambda l: l.append(1), lambda l: l.clear(), lambda l: l.pop() if l else None, lambda l: l.extend([1, 2]), lambda l: l.insert(0, 1), lambda l: l.sort(), lambda l: l.reverse(), lambda l: l.__init__([9]), lambda l: l.__setitem__(slice(None), [1]), lambda l: l.__delitem__(slice(None)), lambda l: len(l)):
        t(lambda: mutate(change, key=key))
t(lambda: mutate(lambda l: 1 / 0)); t(lambda: mutate(lambda l: 1 / 0, key=True))
l = [3, 1, 2]
print(sorted(l, key=lambda x: (l.append(0), x)[1]), len(l))
