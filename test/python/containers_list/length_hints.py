# Where CPython asks an iterable for its length (PyObject_LengthHint), and how often for an iterator.
class A:
    def __iter__(self): print('iter'); return iter([1,2])
    def __len__(self): print('len'); return 5
class H:
    def __init__(self): self.i=0
    def __iter__(self): print('iter'); return self
    def __next__(self):
        self.i+=1
        if self.i>2: raise StopIteration
        return self.i
    def __length_hint__(self): print('hint'); return 3
class Bad(H):
    def __length_hint__(self): print('badhint'); return 'x'
class Neg(H):
    def __length_hint__(self): print('neghint'); return -1
class NI(H):
    def __length_hint__(self): print('ni'); return NotImplemented
class Err(H):
    def __length_hint__(self): print('err'); raise KeyError(1)
class TErr(H):
    def __length_hint__(self): print('terr'); raise TypeError(1)
class LErr(A):
    def __len__(self): print('lerr'); raise KeyError(2)
class LT(A):
    def __len__(self): print('lt'); raise TypeError(2)
class LL(list):
    def __len__(self): print('LL'); return 7
class TT(tuple):
    def __len__(self): print('TT'); return 7
class DD(dict):
    def __len__(self): print('DD'); return 7
class SS(set):
    def __len__(self): print('SS'); return 7
import operator
ops = {'list': list, 'tuple': tuple, 'set': set, 'star': lambda o: [*o], 'tstar': lambda o: (*o,), 'sstar': lambda o: {*o}, 'extend': lambda o: [0].extend(o), 'iadd': lambda o: operator.iadd([0], o), 'sorted': sorted, 'bytes': bytes, 'bytearray': bytearray, 'join': lambda o: ''.join(o), 'dict': lambda o: dict.fromkeys(o), 'frozenset': frozenset, 'zip': lambda o: list(zip(o)), 'map': lambda o: list(map(str, o)), 'enum': lambda o: list(enumerate(o)), 'sum': sum, 'max': max, 'call': lambda o: (lambda *a: a)(*o), 'call2': lambda o: (lambda *a: a)(0, *o), 'slice': lambda o: operator.setitem([1,2,3], slice(0,1), o), 'bext': lambda o: bytearray().extend(o), 'unpack': lambda o: (lambda: [a for a, b in [o]])(), 'lcomp': lambda o: [q for q in o], 'any': any, 'in': lambda o: 9 in o, 'reversed': lambda o: list(reversed([*o])), 'filter': lambda o: list(filter(None, o)), 'update': lambda o: set().update(o), 'union': lambda o: set().union(o), 'deque': lambda o: __import__('collections').deque(o), 'array': lambda o: __import__('array').array('i', o), 'Counter': lambda o: __import__('collections').Counter(o), 'islice': lambda o: list(__import__('itertools').islice(o, 1)), 'chain': lambda o: list(__import__('itertools').chain(o)), 'hint': operator.length_hint, 'fstar': lambda o: print(*o), 'genlist': lambda o: list(q for q in o), 'random': lambda o: __import__('heapq').nlargest(1, o), 'writelines': lambda o: __import__('io').StringIO().writelines(o), 'starred': lambda o: (lambda: exec('a, *b = o', {'o': o}))(), 'product': lambda o: list(__import__('itertools').product(o)), 'cycle': lambda o: next(__import__('itertools').cycle(o))}
for n, (name, f) in enumerate(ops.items()):
    for C in (A, H, Bad, Neg, NI, Err, TErr, LErr, LT, LL, TT, DD, SS) if n < 3 else (A, H, Err, LErr, LL):
        print('#', name, C.__name__)
        try: print(f(C() if C not in (LL,TT,DD,SS) else C([]) if C is not DD else C({})))
        except Exception as e: print(type(e).__name__, e)
