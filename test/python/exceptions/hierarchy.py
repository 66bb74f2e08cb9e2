def tree(c, depth=0):
    print('  ' * depth + c.__name__)
    for s in sorted(c.__subclasses__(), key=lambda k: k.__name__):
        if s.__module__ == 'builtins': tree(s, depth + 1)
tree(BaseException)
print(IOError is OSError, EnvironmentError is OSError)
for c in (KeyError, FileNotFoundError, UnicodeDecodeError, TabError, NotImplementedError, ModuleNotFoundError, RecursionError, GeneratorExit, ExceptionGroup):
    print(c.__name__, [k.__name__ for k in c.__mro__], c.__doc__)
