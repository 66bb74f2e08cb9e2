"""Methods of bytearray, removeprefix to zfill: each with arguments of several kinds, the right ones and wrong ones."""
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
# removeprefix
(bytearray(b"")).removeprefix()
(bytearray(b"")).removeprefix(1)
(bytearray(b"")).removeprefix("a")
(bytearray(b"")).removeprefix((1,2))
(bytearray(b"")).removeprefix({1})
(bytearray(b"")).removeprefix(Old())
(bytearray(b"")).removeprefix(SubInt(1))
(bytearray(b"")).removeprefix(True)
(bytearray(b"")).removeprefix(Bad())
# removesuffix
(bytearray(b"")).removesuffix()
(bytearray(b"")).removesuffix(1)
(bytearray(b"")).removesuffix("a")
(bytearray(b"")).removesuffix((1,2))
(bytearray(b"")).removesuffix({1})
(bytearray(b"")).removesuffix(Old())
(bytearray(b"")).removesuffix(SubInt(1))
(bytearray(b"")).removesuffix(True)
(bytearray(b"")).removesuffix(Bad())
# replace
(bytearray(b"")).replace()
(bytearray(b"")).replace(1,2)
(bytearray(b"")).replace("a","b")
(bytearray(b"")).replace(b"a",b"b")
(bytearray(b"")).replace(None,None)
(bytearray(b"")).replace(slice(0,1),[9])
(bytearray(b"")).replace(1,2,3,4)
(bytearray(b"")).replace(a=1)
(bytearray(b"")).replace(True,True)
# reverse
(bytearray(b"")).reverse()
(bytearray(b"")).reverse(None)
(bytearray(b"")).reverse(a=1)
# rfind
(bytearray(b"")).rfind()
(bytearray(b"")).rfind(1)
(bytearray(b"")).rfind(3.5)
(bytearray(b"")).rfind((1,2))
(bytearray(b"")).rfind({1})
(bytearray(b"")).rfind(Old())
(bytearray(b"")).rfind(SubStr("a"))
(bytearray(b"")).rfind(range(2))
(bytearray(b"")).rfind(1,2,3,4)
# rindex
(bytearray(b"")).rindex()
(bytearray(b"")).rindex(1)
(bytearray(b"")).rindex(3.5)
(bytearray(b"")).rindex((1,2))
(bytearray(b"")).rindex({1})
(bytearray(b"")).rindex(Old())
(bytearray(b"")).rindex(SubStr("a"))
(bytearray(b"")).rindex(range(2))
(bytearray(b"")).rindex(1,2,3,4)
# rjust
(bytearray(b"")).rjust()
(bytearray(b"")).rjust(-1)
(bytearray(b"")).rjust("a")
(bytearray(b"")).rjust((1,2))
(bytearray(b"")).rjust(It())
(bytearray(b"")).rjust(1,2,3)
(bytearray(b"")).rjust(10,b"*")
(bytearray(b"")).rjust(1j)
(bytearray(b"")).rjust(a=1)
# rpartition
(bytearray(b"")).rpartition()
(bytearray(b"")).rpartition(1)
(bytearray(b"")).rpartition("a")
(bytearray(b"")).rpartition((1,2))
(bytearray(b"")).rpartition({1})
(bytearray(b"")).rpartition(Old())
(bytearray(b"")).rpartition(SubInt(1))
(bytearray(b"")).rpartition(True)
(bytearray(b"")).rpartition(Bad())
# rsplit
(bytearray(b"")).rsplit()
(bytearray(b"")).rsplit(b"a")
(bytearray(b"")).rsplit({1})
(bytearray(b"")).rsplit("a","b")
(bytearray(b"")).rsplit([1],[2])
(bytearray(b"")).rsplit(True)
(bytearray(b"")).rsplit(key=1)
(bytearray(b"")).rsplit(keepends=True)
(bytearray(b"")).rsplit("a",count=1)
# rstrip
(bytearray(b"")).rstrip()
(bytearray(b"")).rstrip(3.5)
(bytearray(b"")).rstrip([1])
(bytearray(b"")).rstrip({1})
(bytearray(b"")).rstrip(It())
(bytearray(b"")).rstrip(1,2)
(bytearray(b"")).rstrip(SubStr("a"))
(bytearray(b"")).rstrip(True)
(bytearray(b"")).rstrip(Bad())
# split
(bytearray(b"")).split()
(bytearray(b"")).split(b"a")
(bytearray(b"")).split({1})
(bytearray(b"")).split("a","b")
(bytearray(b"")).split([1],[2])
(bytearray(b"")).split(True)
(bytearray(b"")).split(key=1)
(bytearray(b"")).split(keepends=True)
(bytearray(b"")).split("a",count=1)
# splitlines
(bytearray(b"")).splitlines()
(bytearray(b"")).splitlines("a")
(bytearray(b"")).splitlines((1,2))
(bytearray(b"")).splitlines(Old())
(bytearray(b"")).splitlines(SubStr("a"))
(bytearray(b"")).splitlines(Bad())
(bytearray(b"")).splitlines(sep=None)
(bytearray(b"")).splitlines(errors="ignore")
(bytearray(b"")).splitlines(default=1)
# startswith
(bytearray(b"")).startswith()
(bytearray(b"")).startswith(1)
(bytearray(b"")).startswith(b"a")
(bytearray(b"")).startswith({})
(bytearray(b"")).startswith(Ix(1))
(bytearray(b"")).startswith("a","b")
(bytearray(b"")).startswith(SubStr("a"))
(bytearray(b"")).startswith(True)
(bytearray(b"")).startswith(1,2,3,4)
# strip
(bytearray(b"")).strip()
(bytearray(b"")).strip(3.5)
(bytearray(b"")).strip([1])
(bytearray(b"")).strip({1})
(bytearray(b"")).strip(It())
(bytearray(b"")).strip(slice(1,2))
(bytearray(b"")).strip(SubStr("a"))
(bytearray(b"")).strip(range(2))
(bytearray(b"")).strip(a=1)
# swapcase
(bytearray(b"")).swapcase()
(bytearray(b"")).swapcase(None)
(bytearray(b"")).swapcase(a=1)
(bytearray(b"abc")).swapcase()
# title
(bytearray(b"")).title()
(bytearray(b"")).title(None)
(bytearray(b"")).title(a=1)
(bytearray(b"abc")).title()
# translate
(bytearray(b"")).translate()
(bytearray(b"")).translate(3.5)
(bytearray(b"")).translate([1])
(bytearray(b"")).translate({1})
(bytearray(b"")).translate(Old())
(bytearray(b"")).translate(slice(1,2))
(bytearray(b"")).translate(1j)
(bytearray(b"")).translate(Bad())
(bytearray(b"")).translate(2,tabsize=3)
# upper
(bytearray(b"")).upper()
(bytearray(b"")).upper(None)
(bytearray(b"")).upper(a=1)
(bytearray(b"abc")).upper()
# zfill
(bytearray(b"")).zfill()
(bytearray(b"")).zfill(1)
(bytearray(b"")).zfill(3.5)
(bytearray(b"")).zfill(b"a")
(bytearray(b"")).zfill((1,2))
(bytearray(b"")).zfill(It())
(bytearray(b"")).zfill(slice(1,2))
(bytearray(b"")).zfill(1j)
(bytearray(b"")).zfill(Bad())
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
