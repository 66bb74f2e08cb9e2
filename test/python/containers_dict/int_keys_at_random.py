"""Dicts and sets of ints, close together and far apart, with other keys among them: random changes, copies in the middle, against lists."""
import random
from collections import Counter, OrderedDict, defaultdict

random.seed(11)


def key(span):
    r = random.random()
    k = random.randrange(span)
    if r < 0.90:
        return k
    return random.choice([-k, float(k), k + 0.5, k == 1, str(k), k << 40, 1 << 70, None, (k, 1), -0.0, True])


def check(d, rows):
    assert len(d) == len(rows), (len(d), len(rows))
    assert list(d.items()) == rows
    assert [repr(k) for k in d] == [repr(k) for k, _ in rows]
    assert list(reversed(d)) == [k for k, _ in reversed(rows)]
    for k, v in rows[:: max(1, len(rows) // 50)]:
        assert d[k] == v and k in d


def find(rows, k):
    for i, (q, _) in enumerate(rows):
        if q == k:
            return i
    return -1


def exercise(kind, span, steps, mixed):
    d = kind()
    rows = []
    others = []
    for step in range(steps):
        k = key(span) if mixed else random.randrange(span)
        r = random.random()
        i = find(rows, k)
        if r < 0.62:
            d[k] = step
            if i < 0:
                rows.append((k, step))
            else:
                rows[i] = (rows[i][0], step)
        elif r < 0.80:
            assert d.pop(k, 'none') == ('none' if i < 0 else rows.pop(i)[1])
        elif r < 0.84 and rows:
            assert d.popitem() == rows.pop()
        elif r < 0.88:
            assert (k in d) == (i >= 0) and d.get(k, -1) == (rows[i][1] if i >= 0 else -1)
        elif r < 0.90 and kind is OrderedDict and i >= 0:
            last = random.random() < 0.5
            d.move_to_end(k, last)
            row = rows.pop(i)
            rows.insert(len(rows) if last else 0, row)
        elif r < 0.91:
            c = d.copy()
            others.append((d, list(rows)) if step % 2 else (c, list(rows)))
            if step % 2:
                d = c
        elif r < 0.915 and len(rows) > 30:
            for q, _ in rows[:20]:
                del d[q]
            del rows[:20]
        elif r < 0.916:
            d.clear()
            rows.clear()
        elif r < 0.93:
            new = {random.randrange(span): -1 for _ in range(5)}
            d.update(new)
            for q, v in new.items():
                j = find(rows, q)
                if j < 0:
                    rows.append((q, v))
                else:
                    rows[j] = (rows[j][0], v)
        if step % 97 == 0:
            check(d, rows)
            for o in others[-3:]:
                check(*o)
    for o in others:
        check(*o)
    return len(rows), sum(len(repr(k)) for k, _ in rows)


for kind in (dict, OrderedDict, defaultdict):
    for span in (100, 300, 2000, 10**7):
        for mixed in (False, True):
            print(kind.__name__, span, mixed, exercise(kind, span, 1500, mixed))

s, t = set(), {}
for step in range(6000):
    k = random.randrange(700)
    if random.random() < 0.6:
        s.add(k)
        t[k] = 1
    else:
        s.discard(k)
        t.pop(k, None)
    if step % 500 == 0:
        assert sorted(s) == sorted(t), step
        u = s | {k + 1000 for k in s}
        v = s.copy()
        v -= {k for k in v if k % 2}
        print(len(s), len(u), len(u & s), len(v), sorted(v)[:5], s >= v, {float(k) for k in v} == v, sum(1 for k in range(-5, 2000) if k in u))
count = Counter(random.randrange(400) for _ in range(5000))
print(count.most_common(3), sum(count.values()), count[401], (count - Counter(range(400))).most_common(1))

# What grows beyond what is close, and queues that lose their first keys.
d = {}
for i in range(3000):
    d[i * i % 4001] = i
    if i >= 100:
        d.pop((i - 100) * (i - 100) % 4001, None)
print(len(d), list(d.items())[:4], d.get(10**9), 3.0 in d, next(iter(d)) in d)
queue = {}
for i in range(5000):
    queue[i] = i
    if len(queue) > 100:
        del queue[next(iter(queue))]
print(list(queue)[:3], 4899 in queue, 4900 in queue, len(queue))
down = {i: i for i in range(3000, 0, -1)}
down[True] = 'yes'
down[2.0] = 'two'
print(down[1], down[2], list(down)[-2:], len(down), 0 in down, -1 in down, 3001 in down)
for k in list(down)[::2]:
    del down[k]
print(len(down), list(down)[:3], sum(down[k] for k in down if k > 2))
