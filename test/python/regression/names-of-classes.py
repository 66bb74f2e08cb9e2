# Names of classes that are no UTF-8; functions made of a module's code; __build_class__ that is not there.
import types

for name in ('A\ud800', 'x\udc80\udc81y', '\U0001f600\ud800', 'a\0b', 'é\U0001f600'):
    try:
        print(ascii(type(name, (), {})))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


class C:
    pass


try:
    C.__name__ = 'a\ud800'
except UnicodeEncodeError as e:
    print(e, C.__name__)
ns = {'x': 5}
f = types.FunctionType(compile('y = x\nx = 6\nz = y + x\ndel y', 'm', 'exec'), ns)
print(f(), ns['x'], ns['z'], 'y' in ns)
print(types.FunctionType(compile('x * 2', 'm', 'eval'), ns)())
for odd in ({}, None, types.MappingProxyType({}), types.SimpleNamespace()):
    try:
        exec('class A: pass', {'__builtins__': odd})
    except (NameError, TypeError) as e:
        print(type(e).__name__, e)
