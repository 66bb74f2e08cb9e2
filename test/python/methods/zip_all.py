"""Methods of zip, __eq__ to __next__: each with arguments of several kinds, the right ones and wrong ones."""
CALLS = r'''
# __eq__
(zip([1],[2])).__eq__()
(zip([1],[2])).__eq__(None)
# __iter__
(zip([1],[2])).__iter__(None)
# __lt__
(zip([1],[2])).__lt__()
(zip([1],[2])).__lt__(None)
# __next__
(zip([1],[2])).__next__()
(zip([1],[2])).__next__(None)
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
