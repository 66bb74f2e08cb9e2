import inspect, types

for o in (print, sorted, open, object, enumerate, property, staticmethod, input, len, [].sort, [].index, ''.split, pow, compile, list, float, complex, tuple,
          memoryview, reversed, types.FunctionType, types.CodeType, types.ModuleType, types.MethodType, anext, min, type, str.find, object.__init__, int.__new__):
    try:
        print(inspect.signature(o))
    except ValueError as e:
        print('ValueError', e)
print(inspect.ismemberdescriptor(type.__dict__['__base__']), inspect.isgetsetdescriptor(type.__dict__['__bases__']))

# A function that becomes hot while most of it was never run.
for i in range(300):
    inspect.signature(sorted)
