"""Methods of list, __add__ to sort: each with arguments of several kinds, the right ones and wrong ones."""
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
class SubStr(str): pass
class SubList(list): pass
class Bad:
    def __eq__(self, other): raise KeyError("eq")
    __hash__ = None
    def __repr__(self): return "Bad()"
CALLS = r'''
# __add__
([]).__add__()
([]).__add__(3.5)
([]).__add__([1])
([]).__add__(Ix(1))
([]).__add__([(1,2)])
([]).__add__(SubStr("a"))
([]).__add__(range(2))
([3,1,2]).__add__(["ab","cd"])
(["a","b"]).__add__(["ab","cd"])
# __class_getitem__
([]).__class_getitem__()
([]).__class_getitem__("a")
([]).__class_getitem__({"a":1})
([]).__class_getitem__([(1,2)])
([]).__class_getitem__(range(2))
(SubList([1])).__class_getitem__(1)
(SubList([1])).__class_getitem__([1])
(SubList([1])).__class_getitem__(Ix(1))
(SubList([1])).__class_getitem__(slice(None,None,-1))
# __contains__
([]).__contains__()
([]).__contains__(None)
([3,1,2]).__contains__(1)
([3,1,2]).__contains__(Bad())
# __delitem__
([]).__delitem__()
([]).__delitem__(1)
([]).__delitem__("a")
([]).__delitem__([1])
([]).__delitem__({})
([]).__delitem__(It())
([]).__delitem__(slice(1,2))
([]).__delitem__(2**70)
([]).__delitem__(range(2))
# __eq__
([]).__eq__()
([]).__eq__(None)
([]).__eq__([1])
(SubList([1])).__eq__([1])
# __getitem__
([]).__getitem__()
([]).__getitem__(1)
([]).__getitem__(b"a")
([]).__getitem__({})
([]).__getitem__(Old())
([]).__getitem__(SubStr("a"))
([]).__getitem__(range(2))
([3,1,2]).__getitem__(slice(1,2))
(["a","b"]).__getitem__(0)
# __iadd__
([]).__iadd__()
([]).__iadd__("a")
([]).__iadd__({})
([]).__iadd__(["ab","cd"])
([]).__iadd__(True)
([3,1,2]).__iadd__(b"a")
([3,1,2]).__iadd__(["ab","cd"])
(["a","b"]).__iadd__((1,2))
(["a","b"]).__iadd__(["ab","cd"])
# __imul__
([]).__imul__()
([]).__imul__(1)
([]).__imul__(b"a")
([]).__imul__((1,2))
([]).__imul__(It())
([]).__imul__(slice(1,2))
([]).__imul__(range(2))
([3,1,2]).__imul__(1)
(["a","b"]).__imul__(2)
# __iter__
([]).__iter__(None)
# __len__
([]).__len__()
([]).__len__(None)
# __lt__
([]).__lt__()
([]).__lt__(None)
([]).__lt__([1])
([3,1,2]).__lt__([1])
([3,1,2]).__lt__([(1,2)])
([3,1,2]).__lt__(["ab","cd"])
(["a","b"]).__lt__([1])
(["a","b"]).__lt__([(1,2)])
# __mul__
([]).__mul__()
([]).__mul__(1)
([]).__mul__(b"a")
([]).__mul__((1,2))
([]).__mul__(It())
([]).__mul__(slice(1,2))
([]).__mul__(range(2))
([3,1,2]).__mul__(1)
(["a","b"]).__mul__(2)
# __reversed__
([]).__reversed__(None)
# __rmul__
([]).__rmul__()
([]).__rmul__(1)
([]).__rmul__(b"a")
([]).__rmul__((1,2))
([]).__rmul__(It())
([]).__rmul__(slice(1,2))
([]).__rmul__(range(2))
([3,1,2]).__rmul__(1)
(["a","b"]).__rmul__(2)
# __setitem__
([]).__setitem__()
([]).__setitem__(1,2)
([]).__setitem__("a","b")
([]).__setitem__(b"a",b"b")
([]).__setitem__(None,None)
([]).__setitem__([1],[2])
([]).__setitem__(slice(0,1),[9])
([]).__setitem__(slice(None),None)
# append
([]).append()
([]).append(None)
([]).append(a=1)
(SubList([1])).append(*[])
# clear
([]).clear()
([]).clear(None)
([]).clear(a=1)
(SubList([1])).clear("x",*[1]*9)
# copy
([]).copy()
([]).copy(None)
([]).copy(a=1)
([3,1,2]).copy()
(["a","b"]).copy()
(SubList([1])).copy()
(SubList([1])).copy("x",*[1]*9)
# count
([]).count()
([]).count(None)
([]).count(a=1)
([3,1,2]).count(Bad())
(SubList([1])).count(*[])
# extend
([]).extend()
([]).extend(None)
([]).extend(1)
([]).extend("a")
([]).extend(Ix(1))
([]).extend(SubInt(1))
([]).extend(1j)
([]).extend(Bad())
([]).extend(a=1)
# index
([]).index()
([]).index(-1)
([]).index("abc")
([]).index({})
([]).index(Ix(1))
([]).index([(1,2)])
([]).index(slice(None,None,-1))
([]).index(Bad())
([]).index("",0)
# insert
([]).insert()
([]).insert(1,2)
([]).insert("a","b")
([]).insert(b"a",b"b")
([]).insert(None,None)
([]).insert([1],[2])
([]).insert(slice(0,1),[9])
([]).insert(a=1)
# pop
([]).pop()
([]).pop(3.5)
([]).pop([1])
([]).pop({})
([]).pop(Old())
([]).pop(slice(1,2))
([]).pop(1j)
([]).pop(Bad())
(["a","b"]).pop()
# remove
([]).remove()
([]).remove(None)
([]).remove(a=1)
([3,1,2]).remove(1)
([3,1,2]).remove(Bad())
(SubList([1])).remove(*[])
# reverse
([]).reverse()
([]).reverse(None)
([]).reverse(a=1)
(SubList([1])).reverse("x",*[1]*9)
# sort
([]).sort()
([]).sort(None)
([]).sort(a=1)
([]).sort(maxsplit=1)
([]).sort(encoding="ascii")
([]).sort(keepends=True)
([]).sort(reverse="a")
([]).sort(default=1)
([]).sort(object=1)
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
