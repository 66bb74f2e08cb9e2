# Docstrings and signatures of builtin functions, methods, attributes and types.
import inspect
import io
import math

for f in [len, print, str.split, str.upper, [].append, {}.get, int.__add__, (5).__add__, object.__init__, dict.fromkeys, open, math.sqrt,
          int.real, ValueError.with_traceback, type(iter([])).__length_hint__]:
    print(f.__doc__.splitlines()[0], '|', getattr(f, '__text_signature__', '-'))
for t in [zip, classmethod, staticmethod, type(math), type(iter([])), type(lambda: 0)]:
    print(t.__name__, repr(t.__doc__ and t.__doc__[:60]))
print(type(len).__doc__, open.__module__, io.open is open)
for f in [len, print, sorted, str.split, int.to_bytes, open, sum, isinstance, math.sqrt, pow, list.sort, list, property, object, float, max, dict.pop, zip, str]:
    try:
        print(f.__name__, inspect.signature(f))
    except ValueError as e:
        print(f.__name__, e)
print(inspect.getdoc(str.splitlines))
