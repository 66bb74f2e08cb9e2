"""Methods of instances of dict, list and their subclasses, which an instance's own attribute hides later."""
from collections import Counter, OrderedDict


class Row(list):
    def size(self):
        return len(self)


class Table(dict):
    def size(self):
        return len(self)


def ask(o):
    return o.size()


def first(o):
    return o.copy()


for C in Row, Table:
    o, p = C(), C()
    out = [ask(o) for _ in range(300)]
    p.size = lambda: 'own'
    out += [ask(o), ask(p), ask(o)]
    p.x = 1
    o.y = 2
    out += [ask(o), ask(p)]
    del p.size
    out += [ask(o), ask(p)]
    C.size = lambda self: 'new'
    out += [ask(o), ask(p)]
    print(set(out[:300]), out[300:])

for C in Counter, OrderedDict:
    o, p = C(a=1), C(a=1)
    out = [len(first(o)) for _ in range(300)]
    p.copy = lambda: 'own'
    print(set(out), first(o), first(p), first(C), sep='; ') if C is None else print(set(out), first(o), first(p), sep='; ')


def values(o):
    return o.values()


# The class itself where its instances were before.
for _ in range(300):
    values(Counter(a=1))
try:
    values(Counter)
except TypeError as e:
    print(e)
