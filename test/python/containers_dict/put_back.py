"""Keys that are taken out and put in again, against a list of pairs."""
import random
import weakref

rng = random.Random(5)
for keys in list(range(40)), [str(i) for i in range(300)], [i / 2 for i in range(50)], [(i, str(i)) for i in range(60)], [None, True, 'x', 2, 3.5, b'b'] + list(range(20, 60)):
    d, pairs = {}, []
    for step in range(6000):
        k = rng.choice(keys)
        what = rng.randrange(8)
        if what < 3:
            if k in d:
                pairs = [(q, step) if q == k else (q, v) for q, v in pairs]
            else:
                pairs.append((k, step))
            d[k] = step
        elif what < 6:
            v = d.pop(k, None)
            assert v == dict(pairs).get(k)
            pairs = [p for p in pairs if p[0] != k]
        elif what == 6 and pairs:
            if rng.random() < 0.5:
                assert d.popitem() == pairs.pop()
            else:
                first = next(iter(d))
                assert first == pairs[0][0]
                del d[first]
                pairs.pop(0)
        elif rng.random() < 0.1:
            old = d
            d = dict(d) if rng.random() < 0.5 else d.copy()
            old[keys[0]] = 'changed'
            old.pop(keys[1], None)
        assert (k in d) == (k in dict(pairs))
        if step % 50 == 0:
            assert list(d.items()) == pairs and len(d) == len(pairs), step
    print(len(keys), len(d), len(pairs))

# Nothing keeps a key alive that is gone.
class Key:
    pass


table, seen = {}, []
for i in range(100):
    k = Key()
    seen.append(weakref.ref(k))
    table[k] = i
    if i % 3:
        del table[k]
del k
import gc
gc.collect()
print(len(table), sum(r() is not None for r in seen))
# The same key again and again, others staying.
s = {i: i for i in range(100)}
for i in range(1000):
    del s[3]
    assert 3 not in s
    s[3] = i
print(list(s)[-1], s[3], len(s))
