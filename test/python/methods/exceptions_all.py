"""Methods of BaseException, __class_getitem__ to subgroup: each with arguments of several kinds, the right ones and wrong ones."""
class Ix:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
    def __repr__(self): return "Ix(%r)" % self.v
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i
    def __repr__(self): return "Old()"
CALLS = r'''
# __class_getitem__
(ExceptionGroup("g",[ValueError(1)])).__class_getitem__()
(ExceptionGroup("g",[ValueError(1)])).__class_getitem__(1)
(ExceptionGroup("g",[ValueError(1)])).__class_getitem__("a")
(ExceptionGroup("g",[ValueError(1)])).__class_getitem__([1])
(ExceptionGroup("g",[ValueError(1)])).__class_getitem__({"a":1})
(ExceptionGroup("g",[ValueError(1)])).__class_getitem__(Ix(1))
(ExceptionGroup("g",[ValueError(1)])).__class_getitem__([(1,2)])
(ExceptionGroup("g",[ValueError(1)])).__class_getitem__(slice(None,None,-1))
(ExceptionGroup("g",[ValueError(1)])).__class_getitem__(range(2))
# __eq__
(BaseException()).__eq__()
(BaseException()).__eq__(None)
# __lt__
(BaseException()).__lt__()
(BaseException()).__lt__(None)
# add_note
(BaseException()).add_note()
(BaseException()).add_note(3.5)
(BaseException()).add_note([1])
(BaseException()).add_note({1})
(BaseException()).add_note(Old())
(BaseException()).add_note(True)
(BaseException()).add_note(a=1)
(KeyError("k")).add_note(*[])
(UnicodeDecodeError("utf8",b"ab",0,1,"r")).add_note(*[])
# derive
(ExceptionGroup("g",[ValueError(1)])).derive()
(ExceptionGroup("g",[ValueError(1)])).derive(None)
(ExceptionGroup("g",[ValueError(1)])).derive("a")
(ExceptionGroup("g",[ValueError(1)])).derive(a=1)
# split
(ExceptionGroup("g",[ValueError(1)])).split()
(ExceptionGroup("g",[ValueError(1)])).split(None)
(ExceptionGroup("g",[ValueError(1)])).split(a=1)
# subgroup
(ExceptionGroup("g",[ValueError(1)])).subgroup()
(ExceptionGroup("g",[ValueError(1)])).subgroup(None)
(ExceptionGroup("g",[ValueError(1)])).subgroup(a=1)
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
