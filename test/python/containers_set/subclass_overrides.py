# Subclasses of builtin containers that override __iter__, __len__, __getitem__, keys(): which operations ask them, and which look at the contents.
class S(set):
    def __iter__(self): print('iter'); return iter([7, 8])
    def __len__(self): print('len'); return 9
    def __contains__(self, x): print('in'); return True
class F(frozenset):
    def __iter__(self): print('iter'); return iter([7, 8])
    def __len__(self): print('len'); return 9
class N(set):
    def __iter__(self): return None
class D(dict):
    def __iter__(self): print('diter'); return iter([7])
    def keys(self): print('keys'); return ['q']
    def __getitem__(self, k): print('get'); return k
    def __len__(self): print('dlen'); return 4
    def items(self): print('items'); return [(1,2)]
class L(list):
    def __iter__(self): print('liter'); return iter([7])
    def __getitem__(self, k): print('lget'); return 3
    def __len__(self): print('llen'); return 5
class T(tuple):
    def __iter__(self): print('titer'); return iter([7])
    def __getitem__(self, k): print('tget'); return 3
    def __len__(self): print('tlen'); return 5
class St(str):
    def __iter__(self): print('siter'); return iter('q')
    def __len__(self): print('slen'); return 5
    def __getitem__(self, k): print('sget'); return 'z'
    def __str__(self): return 'strstr'
class By(bytes):
    def __iter__(self): print('biter'); return iter([65])
    def __len__(self): print('blen'); return 5
    def __getitem__(self, k): print('bget'); return 66
V = {'S': lambda: S([1, 2]), 'F': lambda: F([1, 2]), 'N': lambda: N([3]), 'D': lambda: D(a=1), 'L': lambda: L([1, 2]), 'T': lambda: T([1, 2]), 'St': lambda: St('ab')}
ops = ['repr(v)', 'str(v)', 'sorted(v)', '{5} | v', 'v | {5}', '{1} & v', '{1} - v', '{1} ^ v', 'v & {1}', 'v - {1}', 'v ^ {1}', 'set(v)', 'frozenset(v)', '{1, 7}.intersection(v)', '{1, 7}.difference(v)', '{1, 7}.symmetric_difference(v)', '{1}.issubset(v)', '{1,2,3}.issuperset(v)', '{1}.isdisjoint(v)', '{1} <= v', 'v <= {1}', '{1, 2} == v', 'v == {1, 2}', 'v < {1}', 'v.copy()', '[*v]', '{*v}', 'dict.fromkeys(v, 0)', 'list(v)', 'tuple(v)', 'len(v)', 'bool(v)', '1 in v', 'max(v)', 'sum(v)', 'any(v)', '"".join(v)', 'b"".join(v)', 'dict(v)', '{**v}', '{}.update(v)', 'd(v)', '{"z": 1} | v', 'v | {"z": 1}', 'v + v', 'v * 2', '[0] + v', '(0,) + v', 'v == [1, 2]', 'v == (1, 2)', 'v == "ab"', 'v[0]', 'v[0:1]', 'v.index(1)', 'v.count(1)', 'list(zip(v))', 'list(map(str, v))', 'list(enumerate(v))', 'list(reversed(v))', 'iter(v).__length_hint__()', 'isinstance(v, (list, set))', 'bytes(v)', 'bytearray(v)', '"%s" % v', '"%s %s" % v', '"%(a)s" % v', '"{}".format(v)', '"{0[0]}".format(v)', 'f(*v)', 'f(**v)', 'min(v, default=0)', 'all(v)', 'v.__class__', 'int(v)', 'float(v)', '"ab" in v', 'v in "xabx"', '"x".replace("x", v)', '"a-b".split(v)', 'v.join(["x", "y"])', 'v.pop()', 'v.items()', 'list(v.items())', 'v.get("a")', 'v.setdefault("a", 5)', 'v >= {1}', 'slice(v)', 'v and 1', 'not v', 'v.extend(v)', 'exec("a, b = v")', 'exec("a, *b = v")', 'exec("for q in v: print(q)")', 'exec("match v:\\n case [x, y]: print(1)\\n case [x]: print(2)\\n case {**k}: print(3, k)\\n case str(): print(4)")', 'print(v)', 'set().update(v)', 'x.update(v)', 'x.intersection_update(v)', 'x.difference_update(v)', 'x.symmetric_difference_update(v)', 'x.__ior__(v)', 'v == v', 'v != v', 'v < v', 'int.from_bytes(v, "big")', 'str(v, "ascii")', 'type(v)(v)', 'isinstance(3, v)', 'sum([v], [])', 'list.__repr__(v)', 'dict.__repr__(v)', 'list.copy(v)', 'divmod(1, v)', 'range(3)[v]', 'complex(v)', 'bytes.fromhex(v)', 'eval(v)', 'setattr(x2, v, 1)', 'print(1, sep=v)', 'x3[v]', 'v.translate(v)', 'str.maketrans(v)']
def f(*a, **k): return a, k
class X2: pass
def d(v):
    x = {'p': 1}; x.update(v); return x
for name, mk in V.items():
    for op in ops:
        v = mk(); x = {1, 7}; x2 = X2(); x3 = {'ab': 1}
        print('#', name, op)
        try: r = eval(op); print(type(r).__name__, r if not isinstance(r, (set, frozenset)) else sorted(set.__iter__(r) if isinstance(r, set) else frozenset.__iter__(r), key=repr))
        except Exception as e: print(type(e).__name__, e)
        try: print(sorted(x) if x != {1, 7} else '', v if op[0] == 'v' and name != 'N' and op[1]=='.' else '')
        except Exception as e: print(type(e).__name__, e)
