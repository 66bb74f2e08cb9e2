# __builtins__ that is no module and no dict: it is asked for the names that are missed.
def t(f, *args):
    try:
        print(repr(f(*args)))
    except BaseException as e:
        print(type(e).__name__, e)


t(eval, 'x + 1', {'__builtins__': None}, {'x': 1})
t(eval, 'len', {'__builtins__': None})
t(eval, 'len', {'__builtins__': None}, {'a': 2})
t(eval, '[q for q in y]', {'__builtins__': None, 'y': 'ab'})
t(exec, 'print(1)', {'__builtins__': 5})
t(exec, 'class A: pass', {'__builtins__': None})
t(eval, 'len', {'__builtins__': {}})
t(eval, '(lambda: abs(-1))()', {'__builtins__': None})
t(eval, '(lambda: abs(-1))()', {'__builtins__': [1]})


class Mapping:
    def __getitem__(self, name):
        if name == 'gone':
            raise KeyError(name)
        return 'got ' + name


class Sandbox(dict):
    def __missing__(self, name):
        return 'missed ' + name


for odd in (Mapping(), Sandbox(abs=abs)):
    t(eval, 'anything', {'__builtins__': odd})
    t(eval, '(lambda: other)()', {'__builtins__': odd})
    t(eval, 'gone', {'__builtins__': odd})
    t(eval, 'abs', {'__builtins__': odd})
ns = {'__builtins__': None}
exec('def f(): return unknown', ns)
print(ns['f'].__builtins__)
t(ns['f'])
for sep in (range(9, 0, -2), 5, [1], [1, 2], {1}, '', b'ab', '::', None, {'a': 1}):
    t(bytearray(b'ab').hex, sep)
    t(memoryview(b'ab').hex, sep)
