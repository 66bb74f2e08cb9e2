"""Methods of str, removesuffix to zfill: each with arguments of several kinds, the right ones and wrong ones."""
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
# removesuffix
("").removesuffix()
("").removesuffix(1)
("").removesuffix(b"a")
("").removesuffix({})
("").removesuffix(It())
("").removesuffix(SubInt(1))
("").removesuffix(range(2))
("abc").removesuffix("a")
(SubStr("sub")).removesuffix("a")
# replace
("").replace()
("").replace("a","b")
("").replace("a","b","c")
("").replace(slice(0,1),[9])
("").replace("a",Ix(0))
("").replace(True,True)
("abc").replace("ascii","replace")
("a B,c").replace("a","x")
("\u20acx\U0001f600").replace("a","b")
# rfind
("").rfind()
("").rfind(1)
("").rfind(b"a")
("").rfind((1,2))
("").rfind(Ix(1))
("").rfind(Old())
("").rfind(SubInt(1))
("").rfind(True)
("").rfind(1,2,3,4)
# rindex
("").rindex()
("").rindex(1)
("").rindex(b"a")
("").rindex((1,2))
("").rindex(Ix(1))
("").rindex(Old())
("").rindex(SubInt(1))
("").rindex(True)
("").rindex(1,2,3,4)
# rjust
("").rjust()
("").rjust(2)
("").rjust([1])
("").rjust(It())
("").rjust(1,None)
("").rjust(SubStr("a"))
("").rjust(a=1)
("abc").rjust(10,"*")
("\u20acx\U0001f600").rjust(10,"*")
# rpartition
("").rpartition()
("").rpartition(3.5)
("").rpartition([1])
("").rpartition({1})
("").rpartition(Old())
("").rpartition(1j)
("").rpartition(Bad())
("abc").rpartition("abc")
("\u20acx\U0001f600").rpartition("a")
# rsplit
("").rsplit()
("").rsplit([1])
("").rsplit(It())
("").rsplit(1,None)
("").rsplit(True)
("").rsplit(key=1)
("").rsplit(tabsize=3)
("").rsplit(object=1)
("a B,c").rsplit("a")
# rstrip
("").rstrip()
("").rstrip(1)
("").rstrip(1,2)
("").rstrip(a=1)
("abc").rstrip()
("a B,c").rstrip("abc")
("\u20acx\U0001f600").rstrip()
(SubStr("sub")).rstrip()
(SubStr("sub")).rstrip("abc")
# split
("").split()
("").split([1])
("").split(It())
("").split(1,None)
("").split(True)
("").split(key=1)
("").split(tabsize=3)
("").split(object=1)
("a B,c").split("a")
# splitlines
("").splitlines()
("").splitlines("a")
("").splitlines({})
("").splitlines(1,2)
("").splitlines(1j)
("").splitlines(key=1)
("").splitlines(encoding="ascii")
("").splitlines(default=1)
("a B,c").splitlines()
# startswith
("").startswith()
("").startswith(1)
("").startswith(b"a")
("").startswith((1,2))
("").startswith(Ix(1))
("").startswith(Old())
("").startswith(SubInt(1))
("").startswith(True)
("").startswith(1,2,3,4)
# strip
("").strip()
("").strip(1)
("").strip(1,2)
("abc").strip()
("abc").strip("a")
("a B,c").strip("a")
("a B,c").strip("abc")
(SubStr("sub")).strip()
(SubStr("sub")).strip("abc")
# swapcase
("").swapcase()
("").swapcase(None)
("").swapcase(a=1)
("abc").swapcase()
("a B,c").swapcase()
("\u20acx\U0001f600").swapcase()
(SubStr("sub")).swapcase()
(SubStr("sub")).swapcase("x",*[1]*9)
("12").swapcase()
# title
("").title()
("").title(None)
("").title(a=1)
("abc").title()
("a B,c").title()
("\u20acx\U0001f600").title()
(SubStr("sub")).title()
(SubStr("sub")).title("x",*[1]*9)
("12").title()
# translate
("").translate()
("").translate(a=1)
("abc").translate(1)
("abc").translate("a")
("abc").translate(Ix(1))
("abc").translate(SubInt(1))
("abc").translate(True)
("a B,c").translate("a")
(SubStr("sub")).translate("a")
# upper
("").upper()
("").upper(None)
("").upper(a=1)
("abc").upper()
("a B,c").upper()
("\u20acx\U0001f600").upper()
(SubStr("sub")).upper()
(SubStr("sub")).upper("x",*[1]*9)
("12").upper()
# zfill
("").zfill()
("").zfill(1)
("").zfill("a")
("").zfill((1,2))
("").zfill({1})
("").zfill(slice(1,2))
("").zfill(range(2))
("").zfill(a=1)
("\u20acx\U0001f600").zfill(1)
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
