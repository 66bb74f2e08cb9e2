"""Methods of set, __and__ to update: each with arguments of several kinds, the right ones and wrong ones."""
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
(set()).__and__()
(set()).__and__(None)
(set()).__and__({1})
({1,2}).__and__({1})
# __class_getitem__
(set()).__class_getitem__()
(set()).__class_getitem__(1)
(set()).__class_getitem__("a")
(set()).__class_getitem__([1])
(set()).__class_getitem__({})
(set()).__class_getitem__(Ix(1))
(set()).__class_getitem__([(1,2)])
(set()).__class_getitem__(slice(1,2))
(set()).__class_getitem__(True)
# __contains__
(set()).__contains__()
(set()).__contains__(None)
(set()).__contains__([1])
(set()).__contains__({})
(set()).__contains__(slice(1,2))
({1,2}).__contains__(1)
# __eq__
(set()).__eq__()
(set()).__eq__(None)
(set()).__eq__({1})
# __iand__
(set()).__iand__()
(set()).__iand__(None)
(set()).__iand__({1})
({1,2}).__iand__({1})
# __ior__
(set()).__ior__()
(set()).__ior__(None)
(set()).__ior__({1})
({1,2}).__ior__({1})
# __isub__
(set()).__isub__()
(set()).__isub__(None)
(set()).__isub__({1})
({1,2}).__isub__({1})
# __iter__
(set()).__iter__(None)
# __ixor__
(set()).__ixor__()
(set()).__ixor__(None)
(set()).__ixor__({1})
# __len__
(set()).__len__()
(set()).__len__(None)
# __lt__
(set()).__lt__()
(set()).__lt__(None)
(set()).__lt__({1})
({1,2}).__lt__({1})
# __or__
(set()).__or__()
(set()).__or__(None)
(set()).__or__({1})
({1,2}).__or__({1})
# __rsub__
(set()).__rsub__()
(set()).__rsub__(None)
(set()).__rsub__({1})
({1,2}).__rsub__({1})
# __sub__
(set()).__sub__()
(set()).__sub__(None)
(set()).__sub__({1})
({1,2}).__sub__({1})
# __xor__
(set()).__xor__()
(set()).__xor__(None)
(set()).__xor__({1})
# add
(set()).add()
(set()).add(None)
(set()).add([1])
(set()).add({})
(set()).add({1})
(set()).add(slice(1,2))
(set()).add(a=1)
# clear
(set()).clear()
(set()).clear(None)
(set()).clear(a=1)
# copy
(set()).copy()
(set()).copy(None)
(set()).copy(a=1)
({1,2}).copy()
# difference
(set()).difference()
(set()).difference(None)
(set()).difference(1)
(set()).difference(Ix(1))
(set()).difference(slice(1,2))
(set()).difference(SubInt(1))
(set()).difference(True)
(set()).difference(a=1)
({1,2}).difference()
# difference_update
(set()).difference_update()
(set()).difference_update(None)
(set()).difference_update(1)
(set()).difference_update(3.5)
(set()).difference_update(Ix(1))
(set()).difference_update(slice(1,2))
(set()).difference_update(SubInt(1))
(set()).difference_update(1j)
(set()).difference_update(True)
# discard
(set()).discard()
(set()).discard(None)
(set()).discard([1])
(set()).discard({})
(set()).discard(slice(1,2))
(set()).discard(a=1)
# intersection
(set()).intersection()
(set()).intersection(None)
(set()).intersection(1)
(set()).intersection(Ix(1))
(set()).intersection(slice(1,2))
(set()).intersection(SubInt(1))
(set()).intersection(True)
(set()).intersection(a=1)
({1,2}).intersection()
# intersection_update
(set()).intersection_update()
(set()).intersection_update(None)
(set()).intersection_update(1)
(set()).intersection_update(3.5)
(set()).intersection_update(Ix(1))
(set()).intersection_update(slice(1,2))
(set()).intersection_update(SubInt(1))
(set()).intersection_update(1j)
(set()).intersection_update(True)
# isdisjoint
(set()).isdisjoint()
(set()).isdisjoint(None)
(set()).isdisjoint(1)
(set()).isdisjoint("a")
(set()).isdisjoint(Ix(1))
(set()).isdisjoint(slice(1,2))
(set()).isdisjoint(1j)
(set()).isdisjoint(True)
(set()).isdisjoint(a=1)
# issubset
(set()).issubset()
(set()).issubset(None)
(set()).issubset(1)
(set()).issubset("a")
(set()).issubset(Ix(1))
(set()).issubset(slice(1,2))
(set()).issubset(1j)
(set()).issubset(True)
(set()).issubset(a=1)
# issuperset
(set()).issuperset()
(set()).issuperset(None)
(set()).issuperset(1)
(set()).issuperset("a")
(set()).issuperset({})
(set()).issuperset(Ix(1))
(set()).issuperset(SubInt(1))
(set()).issuperset(1j)
(set()).issuperset(True)
# pop
(set()).pop()
(set()).pop(None)
(set()).pop(a=1)
({1,2}).pop()
# remove
(set()).remove()
(set()).remove(1)
(set()).remove(3.5)
(set()).remove(b"a")
(set()).remove((1,2))
(set()).remove(Ix(1))
(set()).remove(Old())
(set()).remove(True)
(set()).remove(float("nan"))
# symmetric_difference
(set()).symmetric_difference()
(set()).symmetric_difference(1)
(set()).symmetric_difference("a")
(set()).symmetric_difference((1,2))
(set()).symmetric_difference(Ix(1))
(set()).symmetric_difference(["ab","cd"])
(set()).symmetric_difference(SubInt(1))
(set()).symmetric_difference(a=1)
({1,2}).symmetric_difference("abc")
# symmetric_difference_update
(set()).symmetric_difference_update()
(set()).symmetric_difference_update(None)
(set()).symmetric_difference_update(1)
(set()).symmetric_difference_update(3.5)
(set()).symmetric_difference_update("a")
(set()).symmetric_difference_update(slice(1,2))
(set()).symmetric_difference_update(SubInt(1))
(set()).symmetric_difference_update(1j)
(set()).symmetric_difference_update(True)
# union
(set()).union()
(set()).union(3.5)
(set()).union(b"a")
(set()).union(Old())
(set()).union(["ab","cd"])
(set()).union(1j)
(set()).union(a=1)
({1,2}).union("abc")
({1,2}).union([(1,2)])
# update
(set()).update()
(set()).update(None)
(set()).update(1)
(set()).update(3.5)
(set()).update(Ix(1))
(set()).update(slice(1,2))
(set()).update(SubInt(1))
(set()).update(1j)
(set()).update(True)
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
