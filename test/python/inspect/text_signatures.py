import builtins, types

# What the interactive site module adds is not compared.
site = ('copyright', 'credits', 'exit', 'help', 'license', 'quit')
for n in sorted(n for n in dir(builtins) if n[0] != '_' and n not in site) + ['__import__', '__build_class__']:
    o = getattr(builtins, n)
    if callable(o) and not (isinstance(o, type) and issubclass(o, BaseException)):
        print(n, repr(o.__text_signature__))
kinds = (int, str, bytes, bytearray, float, complex, list, dict, set, frozenset, tuple, range, slice, type, object, property,
         staticmethod, classmethod, super, memoryview, BaseException, types.FunctionType, types.MethodType, types.CodeType,
         types.FrameType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.TracebackType,
         types.ModuleType, types.MappingProxyType, types.CellType, types.SimpleNamespace, enumerate, zip, map, filter, reversed)
names = ('__new__', '__init__', '__reduce__', '__class_getitem__', '__getitem__', '__contains__', 'index', 'count', 'find', 'pop',
         'clear', 'copy', 'send', 'throw', 'close', 'format', 'translate', 'center', 'split', 'upper', 'replace', 'sort', 'fromkeys',
         'union', 'cast', 'tobytes', 'fromhex', 'setter', 'indices', 'with_traceback', 'co_lines', 'aclose', 'get', 'update', 'conjugate', 'mro')
for t in kinds:
    print(t.__name__, t.__text_signature__)
    for n in names:
        if n in t.__dict__:
            print('   ', n, repr(getattr(getattr(t, n), '__text_signature__', '-')))
