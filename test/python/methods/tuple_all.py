"""Methods of tuple, __add__ to index: each with arguments of several kinds, the right ones and wrong ones."""
class Ix:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
    def __repr__(self): return "Ix(%r)" % self.v
class It:
    def __iter__(self): return iter([1, 2])
    def __repr__(self): return "It()"
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i
    def __repr__(self): return "Old()"
class SubInt(int): pass
class Bad:
    def __eq__(self, other): raise KeyError("eq")
    __hash__ = None
    def __repr__(self): return "Bad()"
CALLS = r'''
# __add__
(()).__add__()
(()).__add__(1)
(()).__add__("a")
(()).__add__((1,2))
(()).__add__({1})
(()).__add__(It())
(()).__add__(SubInt(1))
(()).__add__(1j)
(()).__add__(range(2))
# __class_getitem__
(()).__class_getitem__()
(()).__class_getitem__(1)
(()).__class_getitem__("a")
(()).__class_getitem__([1])
(()).__class_getitem__({"a":1})
(()).__class_getitem__(Ix(1))
(()).__class_getitem__([(1,2)])
(()).__class_getitem__(slice(None,None,-1))
(()).__class_getitem__(range(2))
# __contains__
(()).__contains__()
(()).__contains__(None)
((1,2,1)).__contains__(1)
((1,2,1)).__contains__(Bad())
# __eq__
(()).__eq__()
(()).__eq__(None)
(()).__eq__((1,2))
# __getitem__
(()).__getitem__()
(()).__getitem__(1)
(()).__getitem__("a")
(()).__getitem__((1,2))
(()).__getitem__({1})
(()).__getitem__(Old())
(()).__getitem__(2**70)
(()).__getitem__(range(2))
((1,2,1)).__getitem__(1)
# __iter__
(()).__iter__(None)
# __len__
(()).__len__()
(()).__len__(None)
# __lt__
(()).__lt__()
(()).__lt__(None)
(()).__lt__((1,2))
((1,2,1)).__lt__((1,2))
# __mul__
(()).__mul__()
(()).__mul__(1)
(()).__mul__("a")
(()).__mul__([1])
(()).__mul__({})
(()).__mul__(It())
(()).__mul__(slice(1,2))
(()).__mul__(1j)
(()).__mul__(Bad())
# __rmul__
(()).__rmul__()
(()).__rmul__(1)
(()).__rmul__("a")
(()).__rmul__([1])
(()).__rmul__({})
(()).__rmul__(It())
(()).__rmul__(slice(1,2))
(()).__rmul__(1j)
(()).__rmul__(Bad())
# count
(()).count()
(()).count(None)
(()).count(a=1)
((1,2,1)).count(Bad())
# index
(()).index()
(()).index(None)
(()).index("a","b")
(()).index(1,2,3,4)
(()).index(a=1)
((1,2,1)).index(1)
((1,2,1)).index(Bad())
'''
for line in CALLS.split("\n"):
    if line.startswith("#") or not line:
        print(line)
        continue
    try:
        value = eval(line)
        print(sorted(value, key=repr) if isinstance(value, (set, frozenset)) else repr(value))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
