"""Methods of slice, __eq__ to indices: each with arguments of several kinds, the right ones and wrong ones."""
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i
    def __repr__(self): return "Old()"
class SubStr(str): pass
CALLS = r'''
# __eq__
(slice(None)).__eq__()
(slice(None)).__eq__(None)
(slice(None)).__eq__(slice(1,2))
# __lt__
(slice(None)).__lt__()
(slice(None)).__lt__(None)
(slice(None)).__lt__(slice(1,2))
(slice(1,5,2)).__lt__(slice(1,2))
(slice(1,5,2)).__lt__(slice(None,None,-1))
# indices
(slice(None)).indices()
(slice(None)).indices(1)
(slice(None)).indices(3.5)
(slice(None)).indices(b"a")
(slice(None)).indices((1,2))
(slice(None)).indices({1})
(slice(None)).indices(Old())
(slice(None)).indices(SubStr("a"))
(slice(None)).indices(range(2))
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
