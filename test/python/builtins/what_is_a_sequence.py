# What can be iterated over, looked into and reversed, though it has a __getitem__.
import re, types, array, collections
vals=[list[int], int|str, re.match('a','a'), types.MappingProxyType({1:2}), memoryview(b'ab'), array.array('i',[1]), range(3), 'ab', b'ab', bytearray(b'ab'), {1:2}, {1:2}.items(), collections.deque([1]), (1,), collections.Counter('a'), collections.ChainMap({1:2}), 3, None, set(), slice(1), type, list, collections.UserList([1]), collections.UserString('ab'), collections.UserDict({1:2})]
for v in vals:
    try: print(type(v).__name__, type(reversed(v)).__name__)
    except Exception as e: print(type(v).__name__, type(e).__name__, e)
    try: print(iter(v) is not None)
    except Exception as e: print(type(v).__name__, type(e).__name__, e)
    try: print(5 in v)
    except Exception as e: print(type(v).__name__, type(e).__name__, e)
class Alias(types.GenericAlias):
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i

    def __len__(self):
        return 3


class Nothing(types.GenericAlias):
    pass


print(list(reversed(Alias(list, int))), 2 in Alias(list, int))
for f in (reversed, list, lambda v: 1 in v):
    try:
        print(f(Nothing(list, int)))
    except TypeError as e:
        print(e)
