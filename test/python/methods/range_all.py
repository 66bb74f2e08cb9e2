"""Methods of range, __bool__ to index: each with arguments of several kinds, the right ones and wrong ones."""
class SubStr(str): pass
class Bad:
    def __eq__(self, other): raise KeyError("eq")
    __hash__ = None
    def __repr__(self): return "Bad()"
CALLS = r'''
# __bool__
(range(0)).__bool__()
(range(0)).__bool__(None)
(range(1,10,3)).__bool__()
# __contains__
(range(0)).__contains__()
(range(0)).__contains__(None)
(range(1,10,3)).__contains__(1)
(range(1,10,3)).__contains__(Bad())
# __eq__
(range(0)).__eq__()
(range(0)).__eq__(None)
(range(0)).__eq__(range(2))
# __getitem__
(range(0)).__getitem__()
(range(0)).__getitem__(1)
(range(0)).__getitem__("a")
(range(0)).__getitem__((1,2))
(range(0)).__getitem__({1})
(range(0)).__getitem__(slice(1,2))
(range(0)).__getitem__(SubStr("a"))
(range(0)).__getitem__(Bad())
(range(1,10,3)).__getitem__(slice(1,2))
# __iter__
(range(0)).__iter__(None)
# __len__
(range(0)).__len__()
(range(0)).__len__(None)
# __lt__
(range(0)).__lt__()
(range(0)).__lt__(None)
# __reversed__
(range(0)).__reversed__(None)
# count
(range(0)).count()
(range(0)).count(None)
(range(0)).count(a=1)
(range(1,10,3)).count(Bad())
# index
(range(0)).index()
(range(0)).index(None)
(range(0)).index(1)
(range(0)).index(-1)
(range(0)).index(True)
(range(0)).index(a=1)
(range(1,10,3)).index(1)
(range(1,10,3)).index(Bad())
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
