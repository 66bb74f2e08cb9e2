import json, enum, collections
class L(list): pass
class D(dict):
    def items(self): return [('k', 'own')]
class I(enum.IntEnum): A = 3
class F(float):
    def __repr__(self): return 'no'
vals = [[], {}, [[]], {'a': {}}, [1, [2, [3, {'x': [4, {}]}]]], {'b': 1, 'a': [True, False, None], 'c': {'d': 1.5}}, 'x', 5, (1, 2), L([1, 2]), D(a=1), L(), collections.OrderedDict([('z', 1), ('y', [2])]),
        {1: 'a', 2.5: 'b', True: 'c', None: 'd'}, I.A, [I.A, F(2.5)], 'é\U0001F600\ud800"\\\n', [float('nan'), float('inf')], {'é': 'é'}, collections.defaultdict(list, a=[1])]
for v in vals:
    for kw in ({'indent': 2}, {'indent': 0}, {'indent': '\t', 'ensure_ascii': False}, {'indent': 1, 'sort_keys': True}, {'indent': 2, 'separators': (' ,', '=')}, {'indent': -3}, {'indent': True}, {'indent': ''}):
        try: print(ascii(json.dumps(v, **kw)))
        except Exception as e: print(type(e).__name__, e)
for v, kw in [({(1, 2): 3, 'a': 4}, {'skipkeys': True}), ({(1, 2): 3}, {'skipkeys': True}), ({(1, 2): 3}, {}), ([1, {2}], {}), ([1, {2}], {'default': list}), ([float('nan')], {'allow_nan': False}), ({'a': 1, 2: 3}, {'sort_keys': True})]:
    try: print(json.dumps(v, indent=2, **kw))
    except Exception as e: print(type(e).__name__, e)
a = []; a.append(a)
try: json.dumps(a, indent=1)
except Exception as e: print(type(e).__name__, e)
try: json.dumps(a, indent=1, check_circular=False)
except Exception as e: print(type(e).__name__)
for bad in (1.5, [], object):
    try: print(json.dumps([1], indent=bad))
    except Exception as e: print(type(e).__name__, e)
class E(json.JSONEncoder):
    def default(self, o): return repr(o)
print(E(indent=3).encode([1j, {'a': {1}}]))
print(list(json.JSONEncoder(indent=2).iterencode([1, [2]])))
