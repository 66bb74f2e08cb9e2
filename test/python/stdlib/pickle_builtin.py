import pickle, pickletools
vals = [None, True, 0, 255, 256, 65535, 65536, -1, -128, -129, 2**31-1, 2**31, -2**31, -2**31-1, 2**40, 2**63, -2**63, 2**64, 10**60, -10**60, 1.5, float('inf'), '', 'abc', 'é'*200, 'x'*300, '\U0001F600 a', b'', b'ab', b'x'*300, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {'a': 1}, {'a': 1, 'b': [1, 'a']}, set(), {1, 2, 3}, frozenset(), frozenset([1, 2]), bytearray(b'abc'), list(range(1000)), list(range(1001)), {i: i for i in range(999)}, {i: i for i in range(1000)}, {i: str(i) for i in range(2001)}, ['a' * 70000, b'b' * 70000, 'c'], [['x' * 50] * 3] * 50, ['v%d' % i for i in range(6000)], 1+2j, range(3), slice(1, 2), Ellipsis]
import hashlib
for v in vals:
    for p in (2, 4, 5):
        d = pickle.dumps(v, p)
        assert pickle.loads(d) == v and type(pickle.loads(d)) is type(v), v
        print(repr(v)[:20], p, len(d), hashlib.md5(d).hexdigest() if not isinstance(v, (range, slice, complex, type(...))) else '')
l = []; l.append(l); t = (l, 1); l.append(t)
d = pickle.dumps(l); print(d); m = pickle.loads(d); print(m[0] is m, m[1][0] is m)
t = ([],); t[0].append(t)
for p in 2, 4: d = pickle.dumps(t, p); print(d); m = pickle.loads(d); print(m[0][0] is m)
t = ([], 1, 2, 3); t[0].append(t); d = pickle.dumps(t); print(d)
a = [1]; d = pickle.dumps([a, a, (a, a)]); print(d); x = pickle.loads(d); print(x[0] is x[1] is x[2][0])
class C:
    def __init__(self): self.v = [1, 2]
    def __eq__(self, o): return self.v == o.v
print(pickle.loads(pickle.dumps([C(), C()])) == [C(), C()])
n = []
for i in range(300): n = [n]
print(len(pickle.dumps(n)))
for bad in [b'\x80\x06N.', b'\x80\x04\x8c\x02\xff\xfe.']:
    try: print(pickle.loads(bad))
    except Exception as e: print(type(e).__name__, e)
print(pickle.loads(bytearray(pickle.dumps({'a': (1, 2)}))), pickle.loads(memoryview(pickle.dumps('x'))))
print(pickle.dumps([1, 'a'], protocol=-1), pickle.dumps('a', 0), pickle.dumps('a', 1))
