import types
U = int | str
print("__module__" in dir(types.UnionType), U.__module__, types.UnionType.__module__, getattr(U, "nope", 5))
try: U.foo
except AttributeError as e: print(e)
try: U.foo = 1
except AttributeError as e: print(e)
print(U.__args__, U.__parameters__, U.__class__, U.__doc__[:10])
