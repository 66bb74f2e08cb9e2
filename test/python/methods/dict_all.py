"""Methods of dict, __class_getitem__ to values: each with arguments of several kinds, the right ones and wrong ones."""
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
class SubDict(dict): pass
CALLS = r'''
# __class_getitem__
({}).__class_getitem__()
({}).__class_getitem__("a")
({}).__class_getitem__({})
({}).__class_getitem__([(1,2)])
({}).__class_getitem__(True)
(SubDict(a=1)).__class_getitem__(1)
(SubDict(a=1)).__class_getitem__([1])
(SubDict(a=1)).__class_getitem__(Ix(1))
(SubDict(a=1)).__class_getitem__(slice(1,2))
# __contains__
({}).__contains__()
({}).__contains__(None)
({}).__contains__([1])
({}).__contains__({})
({}).__contains__({1})
({}).__contains__(slice(1,2))
({"a":1}).__contains__("a")
# __delitem__
({}).__delitem__()
({}).__delitem__(1)
({}).__delitem__(3.5)
({}).__delitem__(b"a")
({}).__delitem__((1,2))
({}).__delitem__({1})
({}).__delitem__(Old())
({}).__delitem__(1j)
({}).__delitem__(range(2))
# __eq__
({}).__eq__()
({}).__eq__(None)
({}).__eq__({})
({}).__eq__({"a":1})
# __getitem__
({}).__getitem__()
({}).__getitem__(1)
({}).__getitem__(3.5)
({}).__getitem__(b"a")
({}).__getitem__((1,2))
({}).__getitem__({1})
({}).__getitem__(Old())
({}).__getitem__(1j)
({}).__getitem__(range(2))
# __ior__
({}).__ior__()
({}).__ior__(1)
({}).__ior__("a")
({}).__ior__({})
({}).__ior__(Ix(1))
({}).__ior__(["ab","cd"])
({}).__ior__(SubInt(1))
({}).__ior__(True)
({1:2,3:4}).__ior__({})
# __iter__
({}).__iter__(None)
# __len__
({}).__len__()
({}).__len__(None)
# __lt__
({}).__lt__()
({}).__lt__(None)
# __or__
({}).__or__()
({}).__or__(None)
({}).__or__({})
({}).__or__({"a":1})
({1:2,3:4}).__or__({})
({1:2,3:4}).__or__({"a":1})
# __reversed__
({}).__reversed__(None)
# __setitem__
({}).__setitem__()
({}).__setitem__(1,2)
({}).__setitem__([1],[2])
({}).__setitem__(slice(0,1),[9])
# clear
({}).clear()
({}).clear(None)
({}).clear(a=1)
(SubDict(a=1)).clear("x",*[1]*9)
# copy
({}).copy()
({}).copy(None)
({}).copy(a=1)
({"a":1}).copy()
({1:2,3:4}).copy()
(SubDict(a=1)).copy("x",*[1]*9)
# fromkeys
({}).fromkeys()
({}).fromkeys(3.5)
({}).fromkeys(b"a")
({}).fromkeys(Ix(1))
({}).fromkeys("a",1)
({}).fromkeys([1],[2])
({}).fromkeys(slice(1,2))
({}).fromkeys(True)
({}).fromkeys(a=1)
# get
({}).get()
({}).get([1])
({}).get({1})
({}).get("a","b")
({}).get(1,2,3)
({}).get(10,"ab")
({}).get(5,"little")
({}).get("a","x")
({}).get("ascii","replace")
# items
({}).items()
({}).items(None)
({}).items(a=1)
({"a":1}).items()
({1:2,3:4}).items()
(SubDict(a=1)).items("x",*[1]*9)
# keys
({}).keys()
({}).keys(None)
({}).keys(a=1)
({"a":1}).keys()
({1:2,3:4}).keys()
(SubDict(a=1)).keys("x",*[1]*9)
# pop
({}).pop()
({}).pop("a")
({}).pop({})
({}).pop(Old())
({}).pop(1,None)
({}).pop(10,b"*")
({}).pop(5,"little")
({}).pop("a",Ix(0))
({}).pop(1,"a")
# popitem
({}).popitem()
({}).popitem(None)
({}).popitem(a=1)
({"a":1}).popitem()
({1:2,3:4}).popitem()
(SubDict(a=1)).popitem("x",*[1]*9)
# setdefault
({}).setdefault()
({}).setdefault([1])
({}).setdefault({1})
({}).setdefault("a","b")
({}).setdefault(1,2,3)
({}).setdefault(10,"ab")
({}).setdefault(5,"little")
({}).setdefault("a","x")
({}).setdefault("ascii","replace")
# update
({}).update()
({}).update(None)
({}).update(1)
({}).update("a")
({}).update(b"a")
({}).update(Ix(1))
({}).update(slice(1,2))
({}).update(SubInt(1))
({}).update(1j)
# values
({}).values()
({}).values(None)
({}).values(a=1)
({"a":1}).values()
({1:2,3:4}).values()
(SubDict(a=1)).values("x",*[1]*9)
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
