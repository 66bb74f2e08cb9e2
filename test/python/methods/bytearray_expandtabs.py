"""Methods of bytearray, expandtabs to remove: each with arguments of several kinds, the right ones and wrong ones."""
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
# expandtabs
(bytearray(b"")).expandtabs()
(bytearray(b"")).expandtabs("a")
(bytearray(b"")).expandtabs((1,2))
(bytearray(b"")).expandtabs(Old())
(bytearray(b"")).expandtabs(SubStr("a"))
(bytearray(b"")).expandtabs(Bad())
(bytearray(b"")).expandtabs(maxsplit=1)
(bytearray(b"")).expandtabs(errors="ignore")
(bytearray(b"")).expandtabs(default=1)
# extend
(bytearray(b"")).extend()
(bytearray(b"")).extend(None)
(bytearray(b"")).extend(3.5)
(bytearray(b"")).extend("a")
(bytearray(b"")).extend(Ix(1))
(bytearray(b"")).extend([(1,2)])
(bytearray(b"")).extend(SubInt(1))
(bytearray(b"")).extend(1j)
(bytearray(b"")).extend(Bad())
# find
(bytearray(b"")).find()
(bytearray(b"")).find(1)
(bytearray(b"")).find(3.5)
(bytearray(b"")).find((1,2))
(bytearray(b"")).find({1})
(bytearray(b"")).find(Old())
(bytearray(b"")).find(SubStr("a"))
(bytearray(b"")).find(range(2))
(bytearray(b"")).find(1,2,3,4)
# fromhex
(bytearray(b"")).fromhex()
(bytearray(b"")).fromhex(1)
(bytearray(b"")).fromhex("a")
(bytearray(b"")).fromhex([1])
(bytearray(b"")).fromhex({})
(bytearray(b"")).fromhex(It())
(bytearray(b"")).fromhex(slice(1,2))
(bytearray(b"")).fromhex(1j)
(bytearray(b"")).fromhex(range(2))
# hex
(bytearray(b"")).hex()
(bytearray(b"")).hex(3.5)
(bytearray(b"")).hex(It())
(bytearray(b"")).hex(1,2,3)
(bytearray(b"")).hex(SubInt(1))
(bytearray(b"")).hex(a=1)
(bytearray(b"")).hex(encoding="ascii")
(bytearray(b"")).hex(reverse=True)
(bytearray(b"")).hex(object=1)
# index
(bytearray(b"")).index()
(bytearray(b"")).index(1)
(bytearray(b"")).index(3.5)
(bytearray(b"")).index((1,2))
(bytearray(b"")).index({1})
(bytearray(b"")).index(Old())
(bytearray(b"")).index(SubStr("a"))
(bytearray(b"")).index(range(2))
(bytearray(b"")).index(1,2,3,4)
# insert
(bytearray(b"")).insert()
(bytearray(b"")).insert(1,2)
(bytearray(b"")).insert("a","b")
(bytearray(b"")).insert(b"a",b"b")
(bytearray(b"")).insert(1,None)
(bytearray(b"")).insert([1],[2])
(bytearray(b"")).insert(slice(0,1),[9])
(bytearray(b"")).insert(a=1)
# isalnum
(bytearray(b"")).isalnum()
(bytearray(b"")).isalnum(None)
(bytearray(b"")).isalnum(a=1)
(bytearray(b"abc")).isalnum()
# isalpha
(bytearray(b"")).isalpha()
(bytearray(b"")).isalpha(None)
(bytearray(b"")).isalpha(a=1)
(bytearray(b"abc")).isalpha()
# isascii
(bytearray(b"")).isascii()
(bytearray(b"")).isascii(None)
(bytearray(b"")).isascii(a=1)
# isdigit
(bytearray(b"")).isdigit()
(bytearray(b"")).isdigit(None)
(bytearray(b"")).isdigit(a=1)
# islower
(bytearray(b"")).islower()
(bytearray(b"")).islower(None)
(bytearray(b"")).islower(a=1)
(bytearray(b"abc")).islower()
# isspace
(bytearray(b"")).isspace()
(bytearray(b"")).isspace(None)
(bytearray(b"")).isspace(a=1)
# istitle
(bytearray(b"")).istitle()
(bytearray(b"")).istitle(None)
(bytearray(b"")).istitle(a=1)
# isupper
(bytearray(b"")).isupper()
(bytearray(b"")).isupper(None)
(bytearray(b"")).isupper(a=1)
# join
(bytearray(b"")).join()
(bytearray(b"")).join(None)
(bytearray(b"")).join("a")
(bytearray(b"")).join(b"a")
(bytearray(b"")).join({})
(bytearray(b"")).join([(1,2)])
(bytearray(b"")).join(a=1)
# ljust
(bytearray(b"")).ljust()
(bytearray(b"")).ljust(-1)
(bytearray(b"")).ljust("a")
(bytearray(b"")).ljust((1,2))
(bytearray(b"")).ljust(It())
(bytearray(b"")).ljust(1,2,3)
(bytearray(b"")).ljust(10,b"*")
(bytearray(b"")).ljust(1j)
(bytearray(b"")).ljust(a=1)
# lower
(bytearray(b"")).lower()
(bytearray(b"")).lower(None)
(bytearray(b"")).lower(a=1)
(bytearray(b"abc")).lower()
# lstrip
(bytearray(b"")).lstrip()
(bytearray(b"")).lstrip(3.5)
(bytearray(b"")).lstrip([1])
(bytearray(b"")).lstrip({1})
(bytearray(b"")).lstrip(It())
(bytearray(b"")).lstrip(slice(1,2))
(bytearray(b"")).lstrip(SubStr("a"))
(bytearray(b"")).lstrip(range(2))
(bytearray(b"")).lstrip(a=1)
# maketrans
(bytearray(b"")).maketrans()
(bytearray(b"")).maketrans(1,2)
(bytearray(b"")).maketrans("a","b")
(bytearray(b"")).maketrans(None,None)
(bytearray(b"")).maketrans([1],[2])
(bytearray(b"")).maketrans(slice(0,1),[9])
(bytearray(b"")).maketrans(a=1)
(bytearray(b"")).maketrans(True,True)
# partition
(bytearray(b"")).partition()
(bytearray(b"")).partition(1)
(bytearray(b"")).partition("a")
(bytearray(b"")).partition((1,2))
(bytearray(b"")).partition({1})
(bytearray(b"")).partition(Old())
(bytearray(b"")).partition(SubInt(1))
(bytearray(b"")).partition(True)
(bytearray(b"")).partition(Bad())
# pop
(bytearray(b"")).pop()
(bytearray(b"")).pop(3.5)
(bytearray(b"")).pop(b"a")
(bytearray(b"")).pop((1,2))
(bytearray(b"")).pop({1})
(bytearray(b"")).pop(1,2)
(bytearray(b"")).pop(SubStr("a"))
(bytearray(b"")).pop(1j)
(bytearray(b"")).pop(Bad())
# remove
(bytearray(b"")).remove()
(bytearray(b"")).remove(1)
(bytearray(b"")).remove(3.5)
(bytearray(b"")).remove(b"a")
(bytearray(b"")).remove((1,2))
(bytearray(b"")).remove({1})
(bytearray(b"")).remove(Old())
(bytearray(b"")).remove(SubStr("a"))
(bytearray(b"")).remove(range(2))
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
