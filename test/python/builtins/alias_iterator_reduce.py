# iter(list[int]), its reduction, and copies of what it gives.
import copy
import pickle

it = iter(list[int])
r = it.__reduce__()
print(r)
s = next(it)
print(s, it.__reduce__())
print(copy.deepcopy([s]), copy.copy(s), pickle.loads(pickle.dumps(s)) == s, next(copy.copy(iter(dict[str, int]))))
