"""Methods of frozenset, __and__ to union: each with arguments of several kinds, the right ones and wrong ones."""
class Ix:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
    def __repr__(self): return "Ix(%r)" % self.v
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i
    def __repr__(self): return "Old()"
class SubInt(int): pass
CALLS = r'''
# __and__
(frozenset()).__and__()
(frozenset()).__and__(None)
(frozenset()).__and__({1})
(frozenset({1,2})).__and__({1})
# __class_getitem__
(frozenset()).__class_getitem__()
(frozenset()).__class_getitem__(1)
(frozenset()).__class_getitem__("a")
(frozenset()).__class_getitem__([1])
(frozenset()).__class_getitem__({})
(frozenset()).__class_getitem__(Ix(1))
(frozenset()).__class_getitem__([(1,2)])
(frozenset()).__class_getitem__(slice(1,2))
(frozenset()).__class_getitem__(True)
# __contains__
(frozenset()).__contains__()
(frozenset()).__contains__(None)
(frozenset()).__contains__([1])
(frozenset()).__contains__({})
(frozenset()).__contains__(slice(1,2))
(frozenset({1,2})).__contains__(1)
# __eq__
(frozenset()).__eq__()
(frozenset()).__eq__(None)
(frozenset()).__eq__({1})
# __iter__
(frozenset()).__iter__(None)
# __len__
(frozenset()).__len__()
(frozenset()).__len__(None)
# __lt__
(frozenset()).__lt__()
(frozenset()).__lt__(None)
(frozenset()).__lt__({1})
(frozenset({1,2})).__lt__({1})
# __or__
(frozenset()).__or__()
(frozenset()).__or__(None)
(frozenset()).__or__({1})
(frozenset({1,2})).__or__({1})
# __rsub__
(frozenset()).__rsub__()
(frozenset()).__rsub__(None)
(frozenset()).__rsub__({1})
(frozenset({1,2})).__rsub__({1})
# __sub__
(frozenset()).__sub__()
(frozenset()).__sub__(None)
(frozenset()).__sub__({1})
(frozenset({1,2})).__sub__({1})
# __xor__
(frozenset()).__xor__()
(frozenset()).__xor__(None)
(frozenset()).__xor__({1})
# copy
(frozenset()).copy()
(frozenset()).copy(None)
(frozenset()).copy(a=1)
(frozenset({1,2})).copy()
# difference
(frozenset()).difference()
(frozenset()).difference(None)
(frozenset()).difference(1)
(frozenset()).difference(Ix(1))
(frozenset()).difference(slice(1,2))
(frozenset()).difference(SubInt(1))
(frozenset()).difference(True)
(frozenset()).difference(a=1)
(frozenset({1,2})).difference()
# intersection
(frozenset()).intersection()
(frozenset()).intersection(None)
(frozenset()).intersection(1)
(frozenset()).intersection(Ix(1))
(frozenset()).intersection(slice(1,2))
(frozenset()).intersection(SubInt(1))
(frozenset()).intersection(True)
(frozenset()).intersection(a=1)
(frozenset({1,2})).intersection()
# isdisjoint
(frozenset()).isdisjoint()
(frozenset()).isdisjoint(None)
(frozenset()).isdisjoint(1)
(frozenset()).isdisjoint("a")
(frozenset()).isdisjoint(Ix(1))
(frozenset()).isdisjoint(slice(1,2))
(frozenset()).isdisjoint(1j)
(frozenset()).isdisjoint(True)
(frozenset()).isdisjoint(a=1)
# issubset
(frozenset()).issubset()
(frozenset()).issubset(None)
(frozenset()).issubset(1)
(frozenset()).issubset("a")
(frozenset()).issubset(Ix(1))
(frozenset()).issubset(slice(1,2))
(frozenset()).issubset(1j)
(frozenset()).issubset(True)
(frozenset()).issubset(a=1)
# issuperset
(frozenset()).issuperset()
(frozenset()).issuperset(None)
(frozenset()).issuperset(1)
(frozenset()).issuperset("a")
(frozenset()).issuperset({})
(frozenset()).issuperset(Ix(1))
(frozenset()).issuperset(SubInt(1))
(frozenset()).issuperset(1j)
(frozenset()).issuperset(True)
# symmetric_difference
(frozenset()).symmetric_difference()
(frozenset()).symmetric_difference(1)
(frozenset()).symmetric_difference("a")
(frozenset()).symmetric_difference((1,2))
(frozenset()).symmetric_difference(Ix(1))
(frozenset()).symmetric_difference(["ab","cd"])
(frozenset()).symmetric_difference(SubInt(1))
(frozenset()).symmetric_difference(a=1)
(frozenset({1,2})).symmetric_difference("abc")
# union
(frozenset()).union()
(frozenset()).union(3.5)
(frozenset()).union(b"a")
(frozenset()).union(Old())
(frozenset()).union(["ab","cd"])
(frozenset()).union(1j)
(frozenset()).union(a=1)
(frozenset({1,2})).union("abc")
(frozenset({1,2})).union([(1,2)])
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
