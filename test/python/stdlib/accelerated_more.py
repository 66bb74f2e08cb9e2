"""Natives that go on behind Python code: json with hooks and default, OrderedDict's moves, deques at once, bisect with keys, natives called with keywords."""
import bisect
import collections
import json
import random

OD = collections.OrderedDict


def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


# json: hooks in their order, the values they give in the containers around them
calls = []


def hook(d):
    calls.append(dict(d))
    return (len(calls), sorted(d))


text = '{"a": {"b": [1, {"c": 2.5}, {}]}, "d": -7, "a": {"z": 1}, "\\u00e9\\n": "\\ud83d\\ude00", "x": {"y": 1}, "x": 3}'
print(json.loads(text, object_hook=hook), calls)
print(json.loads(text, object_pairs_hook=lambda p: OD(p)))
print(json.loads(text, object_pairs_hook=list, object_hook=hook))
print(json.loads('[1, 2.5, [3e2, -0], {"k": 12345678901234567890}]', parse_int=lambda s: 'i' + s, parse_float=lambda s: ('f', s)))
print(json.loads('5', parse_int=float), json.loads('{}', object_hook=lambda d: None), json.loads('"x"', object_hook=hook))
print(json.loads('[NaN, Infinity, -Infinity]', parse_constant=lambda s: s))
del calls[:]
for bad in '{"a": {"b": 1}, "c" 1}', '[{}, ]', '[{}', '{"a": {}} x', '[{"a": 1e5}, "\\x"]', '["\\u12"]', '["\\u00zz"]', '["a\tb"]':
    t(json.loads, bad, object_hook=hook)
print(len(calls))
t(json.loads, '[{}, {}]', object_hook=lambda d: 1 / 0)
print(json.loads(b'["caf\\u00e9", "\xc3\xa9\\\\\\"\\/\\b"]'), json.dumps('\x7f\x1f"\\\u00e9\u2028\U0001f600\ud800'), json.dumps('\x7f\x1f"\\\u00e9\u2028', ensure_ascii=False))


class Thing:
    def __init__(self, *parts):
        self.parts = parts


asked = []


def parts(o):
    if isinstance(o, (set, frozenset)):
        return sorted(o)
    if isinstance(o, Thing):
        asked.append(len(o.parts))
        return list(o.parts)
    raise TypeError('no ' + type(o).__name__)


doc = [{1, 2}, {'t': Thing(1, Thing(), {'deep': Thing(Thing(frozenset('b')), None)}), 'u': (Thing('x'), 2.5)}, Thing()]
print(json.dumps(doc, default=parts), asked)
print(json.dumps(doc, default=parts, sort_keys=True, separators=(',', ':')))
print(json.dumps(doc, default=parts, indent=1))
print(json.dumps(Thing(), default=parts), json.dumps({'k': complex}, default=str), json.dumps([Thing], default=lambda o: None))
same = Thing()
same.parts = (same,)
t(json.dumps, same, default=parts)
t(json.dumps, [Thing(1), {(): 1}], default=parts)
t(json.dumps, [Thing(1), 5j], default=parts)
t(json.dumps, [5j])
loop = []
loop.append(Thing(loop))
t(json.dumps, loop, default=parts)
t(json.dumps, Thing(float('nan')), default=parts, allow_nan=False)
print(json.dumps([same.__class__, 1, same.__class__], default=lambda o: {'name': o.__name__}))


class Own(json.JSONEncoder):
    def default(self, o):
        return {'set': sorted(o)} if isinstance(o, set) else super().default(o)


print(json.dumps([{3, 1}], cls=Own), Own().encode({'a': {2}}), list(Own().iterencode([{1}])))
t(json.dumps, [{3, 1}, 1j], cls=Own)

# OrderedDict against a list of pairs
rng = random.Random(5)
for keys in ('ints', 'tuples', 'objects'):
    objects = [type('K', (), {'__hash__': lambda self: 1, '__eq__': lambda self, o: self is o, '__repr__': lambda self, i=i: 'K%d' % i})() for i in range(12)]
    make = {'ints': lambda i: i, 'tuples': lambda i: (i, str(i)), 'objects': lambda i: objects[i]}[keys]
    d = OD()
    model = []
    for step in range(120):
        k = make(rng.randrange(12))
        what = rng.randrange(7)
        at = next((i for i, p in enumerate(model) if p[0] == k), None)
        if what < 2:
            d[k] = step
            if at is None:
                model.append((k, step))
            else:
                model[at] = (k, step)
        elif what < 4:
            if at is not None:
                last = what == 2
                d.move_to_end(k, last=last)
                p = model.pop(at)
                model.insert(len(model) if last else 0, p)
        elif what == 4:
            if model:
                last = rng.random() < .5
                assert d.popitem(last=last) == model.pop(-1 if last else 0)
        elif what == 5:
            if at is not None:
                del d[k]
                model.pop(at)
        assert list(d.items()) == model and list(reversed(d)) == [p[0] for p in reversed(model)], (step, d, model)
    print(keys, list(d.items()), d == OD(model), d == OD(model[::-1]), d == dict(model), d != OD(model), 3 in d)
print(OD((k, 1) for k in 'abc'), OD(((1, 2), [3, 4])), OD(x=1) == OD(x=1.0), OD([(1, []), (2, 2)]) == OD([(1, ()), (2, 2)]))
t(OD, (k for k in (1, 2)))
t(OD, ('ab' for k in (1, 2)))
t(OD().popitem, last=False)
t(OD(a=1).move_to_end, 'b', last=False)
t(OD(a=1).move_to_end, last=False)
t(OD(a=1).popitem, first=False)
t(OD(a=1).popitem, False, last=True)

# deque
D = collections.deque
d = D(range(20), maxlen=25)
d.extend(range(100, 130))
print(d)
d.extendleft(range(200, 220))
print(d, d.maxlen)
d.rotate(3)
d.reverse()
print(d, d.count(105), 105 in d, 999 in d, D('abcabc').count('b'))
e = D(d)
e.extend(e)
print(len(e), e.copy() == e, D(d, 3), D(range(50), maxlen=0), list(reversed(D('xyz'))))
it = iter(d)
next(it)
d.append(1)
t(next, it)
t(next, it)
it = iter(D([1, 2]))
print(sum(it), list(it))

# bisect
a = ['a', 'C', 'e', 'G']
print([bisect.bisect_left(a, x, key=str.lower) for x in 'abcefz'], [bisect.bisect(a, x, 1, 3, key=lambda s: s.lower()) for x in 'abcefz'])
print(bisect.bisect_left([1, 2, 3], 2, 0, -1), bisect.bisect_left([1, 2, 3], 2, 0, -2), bisect.bisect_left([1, 2, 3], 2, 0, -1, key=lambda x: x), bisect.bisect((1, 2, 3), 2, key=lambda x: -x))
t(bisect.bisect_left, [1, 2, 3], 2, 0, 9, key=lambda x: x)
t(bisect.bisect_left, [1, 2, 3], 2, key=lambda x: 1 / 0)
t(bisect.bisect, [1, 2, 3], 'a', key=lambda x: x)
t(bisect.bisect, a=[1], x=2, k=3)


class Less:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


print(bisect.bisect([1, 2, 3], Less(2), key=Less), bisect.bisect_left([1, 2, 3], Less(2), key=Less))
print(sorted([3, 1, 2], reverse=True, key=lambda x: -x), 'a,b'.split(sep=',', maxsplit=1), int('ff', base=16), round(number=2.567, ndigits=1))
t('a'.split, maxsplit=1, foo=2)
t('a'.encode, encoding='ascii', errors=3)

# json.dumps of a list that default changes, natives that give None
shrinks = [object() for i in range(8)]
print(json.dumps([shrinks, 1], default=lambda o: shrinks.pop() and None))
a = [1, 3]
print(bisect.insort(a=a, x=2, lo=0), a, [].sort(reverse=True))
t(bisect.bisect, [Less(1)], 2, key=lambda v: v)
t(json.dumps, [1j, {'a': 2j}], default=lambda o: 1 / 0 if o == 2j else None)
