"""Methods of bytes, __add__ to ljust: each with arguments of several kinds, the right ones and wrong ones."""
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
(b"").__add__()
(b"").__add__(1)
(b"").__add__("a")
(b"").__add__((1,2))
(b"").__add__({1})
(b"").__add__(Old())
(b"").__add__(SubInt(1))
(b"").__add__(True)
(b"").__add__(Bad())
# __bytes__
(b"").__bytes__()
(b"").__bytes__(None)
(b"abc").__bytes__()
(b"a B,c").__bytes__()
# __contains__
(b"").__contains__()
(b"").__contains__(1)
(b"").__contains__(3.5)
(b"").__contains__([1])
(b"").__contains__({})
(b"").__contains__(It())
(b"").__contains__(slice(1,2))
(b"").__contains__(1j)
(b"").__contains__(Bad())
# __eq__
(b"").__eq__()
(b"").__eq__(None)
(b"").__eq__(b"a")
# __getitem__
(b"").__getitem__()
(b"").__getitem__(1)
(b"").__getitem__(b"a")
(b"").__getitem__((1,2))
(b"").__getitem__(It())
(b"").__getitem__(slice(1,2))
(b"").__getitem__(1j)
(b"").__getitem__(Bad())
(b"abc").__getitem__(slice(None,None,-1))
# __iter__
(b"").__iter__(None)
# __len__
(b"").__len__()
(b"").__len__(None)
# __lt__
(b"").__lt__()
(b"").__lt__(None)
(b"").__lt__(b"a")
(b"abc").__lt__(b"a")
# __mod__
(b"").__mod__()
(b"").__mod__(None)
(b"").__mod__([1])
(b"abc").__mod__([1])
(b"a B,c").__mod__([1])
# __mul__
(b"").__mul__()
(b"").__mul__(1)
(b"").__mul__("a")
(b"").__mul__((1,2))
(b"").__mul__({1})
(b"").__mul__(Old())
(b"").__mul__(1j)
(b"").__mul__(Bad())
(b"abc").__mul__(2)
# __rmod__
(b"").__rmod__()
(b"").__rmod__(None)
(b"").__rmod__(b"a")
# __rmul__
(b"").__rmul__()
(b"").__rmul__(1)
(b"").__rmul__("a")
(b"").__rmul__((1,2))
(b"").__rmul__({1})
(b"").__rmul__(Old())
(b"").__rmul__(1j)
(b"").__rmul__(Bad())
(b"abc").__rmul__(2)
# capitalize
(b"").capitalize()
(b"").capitalize(None)
(b"").capitalize(a=1)
(b"abc").capitalize()
(b"a B,c").capitalize()
# center
(b"").center()
(b"").center(-1)
(b"").center("a")
(b"").center({})
(b"").center(Old())
(b"").center(1,None)
(b"").center(SubStr("a"))
(b"").center(Bad())
(b"abc").center(1)
# count
(b"").count()
(b"").count(1)
(b"").count(3.5)
(b"").count([1])
(b"").count({})
(b"").count(Old())
(b"").count(slice(1,2))
(b"").count(1j)
(b"").count(Bad())
# decode
(b"").decode()
(b"").decode(b"a")
(b"").decode({1})
(b"").decode("a",1)
(b"").decode(1j)
(b"").decode("a",Ix(0))
(b"").decode(maxsplit=1)
(b"").decode(default=1)
(b"abc").decode()
# endswith
(b"").endswith()
(b"").endswith(1)
(b"").endswith(b"a")
(b"").endswith((1,2))
(b"").endswith(Ix(1))
(b"").endswith(Old())
(b"").endswith(SubInt(1))
(b"").endswith(1j)
(b"").endswith(Bad())
# expandtabs
(b"").expandtabs()
(b"").expandtabs("a")
(b"").expandtabs((1,2))
(b"").expandtabs(Old())
(b"").expandtabs(SubStr("a"))
(b"").expandtabs(a=1)
(b"").expandtabs(maxsplit=1)
(b"").expandtabs(keepends=True)
(b"").expandtabs(iterable=[1])
# find
(b"").find()
(b"").find(1)
(b"").find(3.5)
(b"").find((1,2))
(b"").find({1})
(b"").find(Old())
(b"").find(SubStr("a"))
(b"").find(range(2))
(b"").find(1,2,3,4)
# fromhex
(b"").fromhex()
(b"").fromhex(1)
(b"").fromhex("a")
(b"").fromhex([1])
(b"").fromhex({})
(b"").fromhex(It())
(b"").fromhex(slice(1,2))
(b"").fromhex(1j)
(b"").fromhex(range(2))
# hex
(b"").hex()
(b"").hex("abc")
(b"").hex(Old())
(b"").hex(1,None)
(b"").hex(1j)
(b"").hex(maxsplit=1)
(b"").hex(keepends=True)
(b"").hex("a",count=1)
(b"abc").hex("a")
# index
(b"").index()
(b"").index(1)
(b"").index(3.5)
(b"").index((1,2))
(b"").index({1})
(b"").index(Old())
(b"").index(SubStr("a"))
(b"").index(range(2))
(b"").index(1,2,3,4)
# isalnum
(b"").isalnum()
(b"").isalnum(None)
(b"").isalnum(a=1)
(b"abc").isalnum()
# isalpha
(b"").isalpha()
(b"").isalpha(None)
(b"").isalpha(a=1)
(b"abc").isalpha()
# isascii
(b"").isascii()
(b"").isascii(None)
(b"").isascii(a=1)
# isdigit
(b"").isdigit()
(b"").isdigit(None)
(b"").isdigit(a=1)
# islower
(b"").islower()
(b"").islower(None)
(b"").islower(a=1)
(b"abc").islower()
# isspace
(b"").isspace()
(b"").isspace(None)
(b"").isspace(a=1)
# istitle
(b"").istitle()
(b"").istitle(None)
(b"").istitle(a=1)
# isupper
(b"").isupper()
(b"").isupper(None)
(b"").isupper(a=1)
# join
(b"").join()
(b"").join(None)
(b"").join("a")
(b"").join(b"a")
(b"").join({})
(b"").join([(1,2)])
(b"").join(a=1)
# ljust
(b"").ljust()
(b"").ljust(-1)
(b"").ljust("a")
(b"").ljust({})
(b"").ljust(Old())
(b"").ljust(1,None)
(b"").ljust(SubStr("a"))
(b"").ljust(Bad())
(b"abc").ljust(1)
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
