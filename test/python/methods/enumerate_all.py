"""Methods of enumerate, __class_getitem__ to __next__: each with arguments of several kinds, the right ones and wrong ones."""
class Ix:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
    def __repr__(self): return "Ix(%r)" % self.v
CALLS = r'''
# __class_getitem__
(enumerate([1,2])).__class_getitem__()
(enumerate([1,2])).__class_getitem__(1)
(enumerate([1,2])).__class_getitem__("a")
(enumerate([1,2])).__class_getitem__([1])
(enumerate([1,2])).__class_getitem__({"a":1})
(enumerate([1,2])).__class_getitem__(Ix(1))
(enumerate([1,2])).__class_getitem__([(1,2)])
(enumerate([1,2])).__class_getitem__(slice(None,None,-1))
(enumerate([1,2])).__class_getitem__(range(2))
# __eq__
(enumerate([1,2])).__eq__()
(enumerate([1,2])).__eq__(None)
# __iter__
(enumerate([1,2])).__iter__(None)
# __lt__
(enumerate([1,2])).__lt__()
(enumerate([1,2])).__lt__(None)
# __next__
(enumerate([1,2])).__next__()
(enumerate([1,2])).__next__(None)
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
