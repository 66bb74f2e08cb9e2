"""Methods of generator, __del__ to throw: each with arguments of several kinds, the right ones and wrong ones."""
class Ix:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
    def __repr__(self): return "Ix(%r)" % self.v
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
# __del__
((i for i in [1,2])).__del__()
((i for i in [1,2])).__del__(None)
# __eq__
((i for i in [1,2])).__eq__()
((i for i in [1,2])).__eq__(None)
# __iter__
((i for i in [1,2])).__iter__(None)
# __lt__
((i for i in [1,2])).__lt__()
((i for i in [1,2])).__lt__(None)
# __next__
((i for i in [1,2])).__next__()
((i for i in [1,2])).__next__(None)
# close
((i for i in [1,2])).close()
((i for i in [1,2])).close(None)
((i for i in [1,2])).close(a=1)
# send
((i for i in [1,2])).send()
((i for i in [1,2])).send(None)
((i for i in [1,2])).send(1)
((i for i in [1,2])).send(a=1)
# throw
((i for i in [1,2])).throw()
((i for i in [1,2])).throw(1)
((i for i in [1,2])).throw(b"a")
((i for i in [1,2])).throw((1,2))
((i for i in [1,2])).throw(Ix(1))
((i for i in [1,2])).throw(Old())
((i for i in [1,2])).throw(SubInt(1))
((i for i in [1,2])).throw(1j)
((i for i in [1,2])).throw(Bad())
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
