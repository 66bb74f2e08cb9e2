"""Methods of bytearray, __add__ to endswith: each with arguments of several kinds, the right ones and wrong ones."""
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
class Bad:
    def __eq__(self, other): raise KeyError("eq")
    __hash__ = None
    def __repr__(self): return "Bad()"
CALLS = r'''
# __add__
(bytearray(b"")).__add__()
(bytearray(b"")).__add__(1)
(bytearray(b"")).__add__("a")
(bytearray(b"")).__add__((1,2))
(bytearray(b"")).__add__({1})
(bytearray(b"")).__add__(It())
(bytearray(b"")).__add__(SubInt(1))
(bytearray(b"")).__add__(1j)
(bytearray(b"")).__add__(range(2))
# __contains__
(bytearray(b"")).__contains__()
(bytearray(b"")).__contains__(1)
(bytearray(b"")).__contains__(3.5)
(bytearray(b"")).__contains__([1])
(bytearray(b"")).__contains__({})
(bytearray(b"")).__contains__(It())
(bytearray(b"")).__contains__(slice(1,2))
(bytearray(b"")).__contains__(1j)
(bytearray(b"")).__contains__(Bad())
# __delitem__
(bytearray(b"")).__delitem__()
(bytearray(b"")).__delitem__(1)
(bytearray(b"")).__delitem__("a")
(bytearray(b"")).__delitem__([1])
(bytearray(b"")).__delitem__({})
(bytearray(b"")).__delitem__(It())
(bytearray(b"")).__delitem__(slice(1,2))
(bytearray(b"")).__delitem__(2**70)
(bytearray(b"")).__delitem__(range(2))
# __eq__
(bytearray(b"")).__eq__()
(bytearray(b"")).__eq__(None)
(bytearray(b"")).__eq__(b"a")
# __getitem__
(bytearray(b"")).__getitem__()
(bytearray(b"")).__getitem__(1)
(bytearray(b"")).__getitem__("a")
(bytearray(b"")).__getitem__((1,2))
(bytearray(b"")).__getitem__({1})
(bytearray(b"")).__getitem__(Old())
(bytearray(b"")).__getitem__(2**70)
(bytearray(b"")).__getitem__(range(2))
(bytearray(b"abc")).__getitem__(1)
# __iadd__
(bytearray(b"")).__iadd__()
(bytearray(b"")).__iadd__(1)
(bytearray(b"")).__iadd__("a")
(bytearray(b"")).__iadd__((1,2))
(bytearray(b"")).__iadd__({1})
(bytearray(b"")).__iadd__(It())
(bytearray(b"")).__iadd__(SubInt(1))
(bytearray(b"")).__iadd__(1j)
(bytearray(b"")).__iadd__(range(2))
# __imul__
(bytearray(b"")).__imul__()
(bytearray(b"")).__imul__(1)
(bytearray(b"")).__imul__("a")
(bytearray(b"")).__imul__([1])
(bytearray(b"")).__imul__({})
(bytearray(b"")).__imul__(It())
(bytearray(b"")).__imul__(slice(1,2))
(bytearray(b"")).__imul__(1j)
(bytearray(b"")).__imul__(Bad())
# __iter__
(bytearray(b"")).__iter__(None)
# __len__
(bytearray(b"")).__len__()
(bytearray(b"")).__len__(None)
# __lt__
(bytearray(b"")).__lt__()
(bytearray(b"")).__lt__(None)
(bytearray(b"")).__lt__(b"a")
(bytearray(b"abc")).__lt__(b"a")
# __mod__
(bytearray(b"")).__mod__()
(bytearray(b"")).__mod__(None)
(bytearray(b"")).__mod__([1])
(bytearray(b"abc")).__mod__([1])
# __mul__
(bytearray(b"")).__mul__()
(bytearray(b"")).__mul__(1)
(bytearray(b"")).__mul__("a")
(bytearray(b"")).__mul__([1])
(bytearray(b"")).__mul__({})
(bytearray(b"")).__mul__(It())
(bytearray(b"")).__mul__(slice(1,2))
(bytearray(b"")).__mul__(1j)
(bytearray(b"")).__mul__(Bad())
# __rmod__
(bytearray(b"")).__rmod__()
(bytearray(b"")).__rmod__(None)
# __rmul__
(bytearray(b"")).__rmul__()
(bytearray(b"")).__rmul__(1)
(bytearray(b"")).__rmul__("a")
(bytearray(b"")).__rmul__([1])
(bytearray(b"")).__rmul__({})
(bytearray(b"")).__rmul__(It())
(bytearray(b"")).__rmul__(slice(1,2))
(bytearray(b"")).__rmul__(1j)
(bytearray(b"")).__rmul__(Bad())
# __setitem__
(bytearray(b"")).__setitem__()
(bytearray(b"")).__setitem__(1,2)
(bytearray(b"")).__setitem__("a","b")
(bytearray(b"")).__setitem__(1,None)
(bytearray(b"")).__setitem__(None,None)
(bytearray(b"")).__setitem__([1],[2])
(bytearray(b"")).__setitem__(10,b"*")
(bytearray(b"")).__setitem__(slice(0,1),[9])
(bytearray(b"")).__setitem__(slice(0,1),"z")
# append
(bytearray(b"")).append()
(bytearray(b"")).append(1)
(bytearray(b"")).append(3.5)
(bytearray(b"")).append(b"a")
(bytearray(b"")).append((1,2))
(bytearray(b"")).append({1})
(bytearray(b"")).append(Old())
(bytearray(b"")).append(SubStr("a"))
(bytearray(b"")).append(range(2))
# capitalize
(bytearray(b"")).capitalize()
(bytearray(b"")).capitalize(None)
(bytearray(b"")).capitalize(a=1)
(bytearray(b"abc")).capitalize()
# center
(bytearray(b"")).center()
(bytearray(b"")).center(-1)
(bytearray(b"")).center("a")
(bytearray(b"")).center((1,2))
(bytearray(b"")).center(It())
(bytearray(b"")).center(1,2,3)
(bytearray(b"")).center(10,b"*")
(bytearray(b"")).center(1j)
(bytearray(b"")).center(a=1)
# clear
(bytearray(b"")).clear()
(bytearray(b"")).clear(None)
(bytearray(b"")).clear(a=1)
# copy
(bytearray(b"")).copy()
(bytearray(b"")).copy(None)
(bytearray(b"")).copy(a=1)
(bytearray(b"abc")).copy()
# count
(bytearray(b"")).count()
(bytearray(b"")).count(1)
(bytearray(b"")).count(3.5)
(bytearray(b"")).count([1])
(bytearray(b"")).count({})
(bytearray(b"")).count(Old())
(bytearray(b"")).count(slice(1,2))
(bytearray(b"")).count(1j)
(bytearray(b"")).count(Bad())
# decode
(bytearray(b"")).decode()
(bytearray(b"")).decode(3.5)
(bytearray(b"")).decode({})
(bytearray(b"")).decode(Old())
(bytearray(b"")).decode(SubInt(1))
(bytearray(b"")).decode(Bad())
(bytearray(b"")).decode(sep=None)
(bytearray(b"")).decode(reverse=True)
(bytearray(b"")).decode(object=1)
# endswith
(bytearray(b"")).endswith()
(bytearray(b"")).endswith(1)
(bytearray(b"")).endswith(b"a")
(bytearray(b"")).endswith((1,2))
(bytearray(b"")).endswith(Ix(1))
(bytearray(b"")).endswith(Old())
(bytearray(b"")).endswith(SubInt(1))
(bytearray(b"")).endswith(1j)
(bytearray(b"")).endswith(Bad())
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
