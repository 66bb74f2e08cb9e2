"""Methods of memoryview, __delitem__ to toreadonly: each with arguments of several kinds, the right ones and wrong ones."""
class It:
    def __iter__(self): return iter([1, 2])
    def __repr__(self): return "It()"
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i
    def __repr__(self): return "Old()"
class SubInt(int): pass
class Bad:
    def __eq__(self, other): raise KeyError("eq")
    __hash__ = None
    def __repr__(self): return "Bad()"
CALLS = r'''
# __delitem__
(memoryview(b"abcd")).__delitem__()
(memoryview(b"abcd")).__delitem__(None)
(memoryview(bytearray(b"abcd"))).__delitem__(None)
# __enter__
(memoryview(b"abcd")).__enter__(None)
# __eq__
(memoryview(b"abcd")).__eq__()
(memoryview(b"abcd")).__eq__(None)
(memoryview(b"abcd")).__eq__(b"a")
# __exit__
(memoryview(b"abcd")).__exit__()
# __getitem__
(memoryview(b"abcd")).__getitem__()
(memoryview(b"abcd")).__getitem__(None)
(memoryview(b"abcd")).__getitem__(1)
(memoryview(b"abcd")).__getitem__((1,2))
(memoryview(b"abcd")).__getitem__(2**70)
# __iter__
(memoryview(b"abcd")).__iter__(None)
# __len__
(memoryview(b"abcd")).__len__()
(memoryview(b"abcd")).__len__(None)
# __lt__
(memoryview(b"abcd")).__lt__()
(memoryview(b"abcd")).__lt__(None)
# __setitem__
(memoryview(b"abcd")).__setitem__()
(memoryview(b"abcd")).__setitem__(1,2)
(memoryview(bytearray(b"abcd"))).__setitem__(1,2)
(memoryview(bytearray(b"abcd"))).__setitem__("a","b")
(memoryview(bytearray(b"abcd"))).__setitem__(1,None)
(memoryview(bytearray(b"abcd"))).__setitem__(10,"*")
(memoryview(bytearray(b"abcd"))).__setitem__(slice(0,1),[9])
(memoryview(bytearray(b"abcd"))).__setitem__(slice(0,1),"z")
(memoryview(bytearray(b"abcd"))).__setitem__(slice(None),None)
# cast
(memoryview(b"abcd")).cast()
(memoryview(b"abcd")).cast(1)
(memoryview(b"abcd")).cast(b"a")
(memoryview(b"abcd")).cast({})
(memoryview(b"abcd")).cast(It())
(memoryview(b"abcd")).cast("a","b")
(memoryview(b"abcd")).cast(SubInt(1))
(memoryview(b"abcd")).cast(range(2))
(memoryview(b"abcd")).cast("a",sep="b")
# hex
(memoryview(b"abcd")).hex()
(memoryview(b"abcd")).hex("a")
(memoryview(b"abcd")).hex(It())
(memoryview(b"abcd")).hex(1,2,3)
(memoryview(b"abcd")).hex(SubInt(1))
(memoryview(b"abcd")).hex(a=1)
(memoryview(b"abcd")).hex("a",sep="b")
(memoryview(b"abcd")).hex(tabsize=3)
(memoryview(b"abcd")).hex(iterable=[1])
# release
(memoryview(b"abcd")).release()
(memoryview(b"abcd")).release(None)
(memoryview(b"abcd")).release(a=1)
# tobytes
(memoryview(b"abcd")).tobytes()
(memoryview(b"abcd")).tobytes("a")
(memoryview(b"abcd")).tobytes({})
(memoryview(b"abcd")).tobytes(Old())
(memoryview(b"abcd")).tobytes(SubInt(1))
(memoryview(b"abcd")).tobytes(Bad())
(memoryview(b"abcd")).tobytes(maxsplit=1)
(memoryview(b"abcd")).tobytes(errors="ignore")
(memoryview(b"abcd")).tobytes(default=1)
# tolist
(memoryview(b"abcd")).tolist()
(memoryview(b"abcd")).tolist(None)
(memoryview(b"abcd")).tolist(a=1)
# toreadonly
(memoryview(b"abcd")).toreadonly(None)
(memoryview(b"abcd")).toreadonly(a=1)
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
