"""Methods of views, __and__ to isdisjoint: each with arguments of several kinds, the right ones and wrong ones."""
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
({1:2}.keys()).__and__()
({1:2}.keys()).__and__(None)
({1:2}.keys()).__and__(1)
({1:2}.keys()).__and__("a")
({1:2}.keys()).__and__([1])
({1:2}.keys()).__and__(Ix(1))
({1:2}.keys()).__and__(SubInt(1))
({1:2}.keys()).__and__(1j)
({1:2}.keys()).__and__(True)
# __contains__
({1:2}.keys()).__contains__()
({1:2}.keys()).__contains__(None)
({1:2}.keys()).__contains__(1)
({1:2}.keys()).__contains__([1])
({1:2}.keys()).__contains__({})
({1:2}.keys()).__contains__({1})
({1:2}.keys()).__contains__(slice(1,2))
# __eq__
({1:2}.keys()).__eq__()
({1:2}.keys()).__eq__(None)
({1:2}.keys()).__eq__({1})
({1:2}.items()).__eq__({1})
# __iter__
({1:2}.keys()).__iter__(None)
# __len__
({1:2}.keys()).__len__()
({1:2}.keys()).__len__(None)
# __lt__
({1:2}.keys()).__lt__()
({1:2}.keys()).__lt__(None)
({1:2}.keys()).__lt__({1})
# __or__
({1:2}.keys()).__or__()
({1:2}.keys()).__or__(1)
({1:2}.keys()).__or__("a")
({1:2}.keys()).__or__([1])
({1:2}.keys()).__or__(Old())
({1:2}.keys()).__or__(slice(1,2))
({1:2}.keys()).__or__(1j)
({1:2}.items()).__or__("abc")
({1:2}.items()).__or__({})
# __reversed__
({1:2}.keys()).__reversed__(None)
({1:2}.values()).__reversed__(None)
({1:2}.items()).__reversed__(None)
# __rsub__
({1:2}.keys()).__rsub__()
({1:2}.keys()).__rsub__(None)
({1:2}.keys()).__rsub__(3.5)
({1:2}.keys()).__rsub__("abc")
({1:2}.keys()).__rsub__([1])
({1:2}.keys()).__rsub__(Old())
({1:2}.keys()).__rsub__(["ab","cd"])
({1:2}.keys()).__rsub__(SubInt(1))
({1:2}.keys()).__rsub__(True)
# __sub__
({1:2}.keys()).__sub__()
({1:2}.keys()).__sub__(None)
({1:2}.keys()).__sub__(1)
({1:2}.keys()).__sub__("a")
({1:2}.keys()).__sub__([1])
({1:2}.keys()).__sub__(Ix(1))
({1:2}.keys()).__sub__(SubInt(1))
({1:2}.keys()).__sub__(1j)
({1:2}.keys()).__sub__(True)
# __xor__
({1:2}.keys()).__xor__()
({1:2}.keys()).__xor__(1)
({1:2}.keys()).__xor__("a")
({1:2}.keys()).__xor__([1])
({1:2}.keys()).__xor__(Ix(1))
({1:2}.keys()).__xor__(slice(1,2))
({1:2}.keys()).__xor__(1j)
({1:2}.items()).__xor__("abc")
({1:2}.items()).__xor__({})
# isdisjoint
({1:2}.keys()).isdisjoint()
({1:2}.keys()).isdisjoint(None)
({1:2}.keys()).isdisjoint(3.5)
({1:2}.keys()).isdisjoint("a")
({1:2}.keys()).isdisjoint(Ix(1))
({1:2}.keys()).isdisjoint(slice(1,2))
({1:2}.keys()).isdisjoint(1j)
({1:2}.keys()).isdisjoint(True)
({1:2}.items()).isdisjoint()
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
