"""Methods of str, endswith to removeprefix: each with arguments of several kinds, the right ones and wrong ones."""
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
# endswith
("").endswith()
("").endswith(1)
("").endswith(b"a")
("").endswith((1,2))
("").endswith(Ix(1))
("").endswith(Old())
("").endswith(SubInt(1))
("").endswith(True)
("").endswith(1,2,3,4)
# expandtabs
("").expandtabs()
("").expandtabs("a")
("").expandtabs({})
("").expandtabs(1,2)
("").expandtabs(range(2))
("").expandtabs(key=1)
("").expandtabs(encoding="ascii")
("").expandtabs(default=1)
("a B,c").expandtabs()
# find
("").find()
("").find(1)
("").find(b"a")
("").find((1,2))
("").find(Ix(1))
("").find(Old())
("").find(SubInt(1))
("").find(True)
("").find(1,2,3,4)
# format
("").format()
("abc").format()
("a B,c").format()
("\u20acx\U0001f600").format()
(SubStr("sub")).format()
("12").format()
# format_map
("").format_map()
("").format_map(None)
("").format_map(a=1)
("abc").format_map(None)
("a B,c").format_map(None)
("\u20acx\U0001f600").format_map(None)
(SubStr("sub")).format_map(None)
(SubStr("sub")).format_map(*[])
("12").format_map(None)
# index
("").index()
("").index(1)
("").index(b"a")
("").index((1,2))
("").index(Ix(1))
("").index(Old())
("").index(SubInt(1))
("").index(True)
("").index(1,2,3,4)
# isalnum
("").isalnum()
("").isalnum(None)
("").isalnum(a=1)
("abc").isalnum()
(SubStr("sub")).isalnum("x",*[1]*9)
# isalpha
("").isalpha()
("").isalpha(None)
("").isalpha(a=1)
("abc").isalpha()
(SubStr("sub")).isalpha("x",*[1]*9)
# isascii
("").isascii()
("").isascii(None)
("").isascii(a=1)
("\u20acx\U0001f600").isascii()
(SubStr("sub")).isascii("x",*[1]*9)
# isdecimal
("").isdecimal()
("").isdecimal(None)
("").isdecimal(a=1)
(SubStr("sub")).isdecimal("x",*[1]*9)
("12").isdecimal()
# isdigit
("").isdigit()
("").isdigit(None)
("").isdigit(a=1)
(SubStr("sub")).isdigit("x",*[1]*9)
("12").isdigit()
# isidentifier
("").isidentifier()
("").isidentifier(None)
("").isidentifier(a=1)
("abc").isidentifier()
(SubStr("sub")).isidentifier("x",*[1]*9)
# islower
("").islower()
("").islower(None)
("").islower(a=1)
("abc").islower()
(SubStr("sub")).islower("x",*[1]*9)
# isnumeric
("").isnumeric()
("").isnumeric(None)
("").isnumeric(a=1)
(SubStr("sub")).isnumeric("x",*[1]*9)
("12").isnumeric()
# isprintable
("").isprintable()
("").isprintable(None)
("").isprintable(a=1)
(SubStr("sub")).isprintable("x",*[1]*9)
# isspace
("").isspace()
("").isspace(None)
("").isspace(a=1)
(SubStr("sub")).isspace("x",*[1]*9)
# istitle
("").istitle()
("").istitle(None)
("").istitle(a=1)
(SubStr("sub")).istitle("x",*[1]*9)
# isupper
("").isupper()
("").isupper(None)
("").isupper(a=1)
(SubStr("sub")).isupper("x",*[1]*9)
# join
("").join()
("").join("a")
("").join(b"a")
("").join([(1,2)])
("").join(a=1)
("a B,c").join("abc")
("\u20acx\U0001f600").join("abc")
(SubStr("sub")).join("abc")
(SubStr("sub")).join(*[])
# ljust
("").ljust()
("").ljust(2)
("").ljust([1])
("").ljust(It())
("").ljust(1,None)
("").ljust(SubStr("a"))
("").ljust(a=1)
("abc").ljust(10,"*")
("\u20acx\U0001f600").ljust(10,"*")
# lower
("").lower()
("").lower(None)
("").lower(a=1)
("abc").lower()
("a B,c").lower()
("\u20acx\U0001f600").lower()
(SubStr("sub")).lower()
(SubStr("sub")).lower("x",*[1]*9)
("12").lower()
# lstrip
("").lstrip()
("").lstrip(1)
("").lstrip(1,2)
("").lstrip(a=1)
("abc").lstrip()
("a B,c").lstrip()
("a B,c").lstrip("a")
("\u20acx\U0001f600").lstrip()
(SubStr("sub")).lstrip()
# maketrans
("").maketrans()
("").maketrans(None)
("").maketrans({"a":1})
("").maketrans(b"a",b"b")
("").maketrans("a","b","c")
("").maketrans([1],[2])
("").maketrans(1,2,3,4)
("").maketrans("a",Ix(0))
("").maketrans("ascii","replace")
# partition
("").partition()
("").partition(3.5)
("").partition([1])
("").partition({1})
("").partition(Old())
("").partition(1j)
("").partition(Bad())
("abc").partition("abc")
("\u20acx\U0001f600").partition("a")
# removeprefix
("").removeprefix()
("").removeprefix(3.5)
("").removeprefix([1])
("").removeprefix({1})
("").removeprefix(Old())
("").removeprefix(1j)
("").removeprefix(Bad())
("a B,c").removeprefix("a")
(SubStr("sub")).removeprefix("a")
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
