"""Methods of filter, __eq__ to __next__: each with arguments of several kinds, the right ones and wrong ones."""
CALLS = r'''
# __eq__
(filter(None,[1])).__eq__()
(filter(None,[1])).__eq__(None)
# __iter__
(filter(None,[1])).__iter__(None)
# __lt__
(filter(None,[1])).__lt__()
(filter(None,[1])).__lt__(None)
# __next__
(filter(None,[1])).__next__()
(filter(None,[1])).__next__(None)
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
