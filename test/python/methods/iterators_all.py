"""Methods of iterators, __eq__ to __next__: each with arguments of several kinds, the right ones and wrong ones."""
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i
    def __repr__(self): return "Old()"
CALLS = r'''
# __eq__
(iter([1,2])).__eq__()
(iter([1,2])).__eq__(None)
# __iter__
(iter([1,2])).__iter__(None)
# __length_hint__
(iter([1,2])).__length_hint__()
(iter([1,2])).__length_hint__(None)
(iter({1:2})).__length_hint__(None)
(iter("ab")).__length_hint__(None)
(iter(b"ab")).__length_hint__(None)
(iter(bytearray(b"ab"))).__length_hint__(None)
(iter({1:2}.values())).__length_hint__(None)
(reversed({1:2})).__length_hint__(None)
(iter(Old())).__length_hint__(None)
# __lt__
(iter([1,2])).__lt__()
(iter([1,2])).__lt__(None)
# __next__
(iter([1,2])).__next__()
(iter([1,2])).__next__(None)
(iter("ab")).__next__()
(iter({1:2}.items())).__next__()
(iter(lambda:1,1)).__next__()
(reversed("ab")).__next__()
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
