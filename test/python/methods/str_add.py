"""Methods of str, __add__ to encode: each with arguments of several kinds, the right ones and wrong ones."""
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
class SubStr(str): pass
class Bad:
    def __eq__(self, other): raise KeyError("eq")
    __hash__ = None
    def __repr__(self): return "Bad()"
CALLS = r'''
# __add__
("").__add__()
("").__add__(3.5)
("").__add__(b"a")
("").__add__({1})
("").__add__(Old())
("").__add__(1j)
("abc").__add__("a")
("a B,c").__add__("abc")
(SubStr("sub")).__add__("a")
# __contains__
("").__contains__()
("").__contains__(1)
("").__contains__("a")
("").__contains__([1])
("").__contains__({})
("").__contains__(It())
("").__contains__(slice(1,2))
("").__contains__(1j)
("").__contains__(range(2))
# __delattr__
("").__delattr__()
("").__delattr__(1)
("").__delattr__("a")
("").__delattr__([1])
("").__delattr__({})
("").__delattr__(It())
("").__delattr__(slice(1,2))
("").__delattr__(True)
("").__delattr__(Bad())
# __eq__
("").__eq__()
("").__eq__(None)
("").__eq__("a")
("abc").__eq__("abc")
# __format__
("").__format__()
("").__format__(1)
("").__format__("a")
("").__format__([1])
("").__format__({})
("").__format__(It())
("").__format__(slice(1,2))
("").__format__(True)
("").__format__(Bad())
# __getattribute__
("").__getattribute__()
("").__getattribute__(1)
("").__getattribute__("a")
("").__getattribute__([1])
("").__getattribute__({})
("").__getattribute__(It())
("").__getattribute__(slice(1,2))
("").__getattribute__(True)
("").__getattribute__(Bad())
# __getitem__
("").__getitem__()
("").__getitem__(3.5)
("").__getitem__((1,2))
("").__getitem__(Old())
("").__getitem__(2**70)
("abc").__getitem__(1)
("a B,c").__getitem__(1)
("\u20acx\U0001f600").__getitem__(1)
(SubStr("sub")).__getitem__(1)
# __init__
("").__init__()
# __iter__
("").__iter__(None)
# __len__
("").__len__()
("").__len__(None)
# __lt__
("").__lt__()
("").__lt__(None)
("").__lt__("a")
("abc").__lt__("a")
# __mod__
("").__mod__()
("").__mod__(None)
("").__mod__(b"a")
("abc").__mod__(b"a")
("a B,c").__mod__(b"a")
("\u20acx\U0001f600").__mod__(b"a")
(SubStr("sub")).__mod__(b"a")
("12").__mod__(b"a")
# __mul__
("").__mul__()
("").__mul__(1)
("").__mul__(b"a")
("").__mul__({})
("").__mul__(Old())
("").__mul__(1j)
("abc").__mul__(1)
("a B,c").__mul__(2)
(SubStr("sub")).__mul__(1)
# __repr__
("").__repr__()
("").__repr__(None)
("abc").__repr__()
("a B,c").__repr__()
("\u20acx\U0001f600").__repr__()
(SubStr("sub")).__repr__()
("12").__repr__()
# __rmod__
("").__rmod__()
("").__rmod__(None)
("").__rmod__("a")
# __rmul__
("").__rmul__()
("").__rmul__(1)
("").__rmul__(b"a")
("").__rmul__({})
("").__rmul__(Old())
("").__rmul__(1j)
("abc").__rmul__(1)
("a B,c").__rmul__(2)
(SubStr("sub")).__rmul__(1)
# __setattr__
("").__setattr__()
("").__setattr__(1,2)
("").__setattr__("a","b")
("").__setattr__(b"a",b"b")
("").__setattr__(None,None)
("").__setattr__(slice(0,1),[9])
("").__setattr__("",0)
("").__setattr__("ascii","replace")
("").__setattr__(True,True)
# __str__
("").__str__()
("").__str__(None)
("abc").__str__()
("a B,c").__str__()
("\u20acx\U0001f600").__str__()
(SubStr("sub")).__str__()
("12").__str__()
# capitalize
("").capitalize()
("").capitalize(None)
("").capitalize(a=1)
("abc").capitalize()
("a B,c").capitalize()
("\u20acx\U0001f600").capitalize()
(SubStr("sub")).capitalize()
(SubStr("sub")).capitalize("x",*[1]*9)
("12").capitalize()
# casefold
("").casefold()
("").casefold(None)
("").casefold(a=1)
("abc").casefold()
("a B,c").casefold()
("\u20acx\U0001f600").casefold()
(SubStr("sub")).casefold()
(SubStr("sub")).casefold("x",*[1]*9)
("12").casefold()
# center
("").center()
("").center(2)
("").center([1])
("").center(It())
("").center(1,None)
("").center(SubStr("a"))
("").center(a=1)
("abc").center(10,"*")
("\u20acx\U0001f600").center(10,"*")
# count
("").count()
("").count(1)
("").count("a")
("").count((1,2))
("").count({1})
("").count(Old())
("").count(slice(1,2))
("").count(True)
("").count(Bad())
# encode
("").encode()
("").encode("a")
("").encode({})
("").encode(Old())
("").encode(1j)
("").encode("a",Ix(0))
("").encode(keepends=True)
("").encode("a",count=1)
("\u20acx\U0001f600").encode()
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
