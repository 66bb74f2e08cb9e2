# from m import *: names, __all__, module __getattr__, modules whose body waits.
import random
import sys
import textwrap
import types
from textwrap import *
print(dedent('  x'), 'TextWrapper' in globals(), 'fill' in globals())
m = types.ModuleType('mm')
m.a = 1
m._b = 2
sys.modules['mm'] = m
from mm import *
print(a, '_b' in globals())
m.__all__ = ['_b', 'zz']
try:
    from mm import *
except AttributeError as e:
    print(e, _b)
m.__all__ = ('a', 1)
try:
    from mm import *
except TypeError as e:
    print(e)
m.__getattr__ = lambda n: n * 2
m.__all__ = ['a', 'zz']
from mm import *
print(zz)
m.__all__ = (1,)
try:
    from mm import *
except TypeError as e:
    print(e)
d = {}
exec('from random import *', d)
print(type(d['choice']).__name__, 'Random' in d, '_inst' in d)


class Seen(dict):
    def __setitem__(self, k, v):
        print('set', k)
        dict.__setitem__(self, k, v)


m.__all__ = ['a']
exec('from mm import *', {}, Seen())
del m.__all__, m.__getattr__
m.__dict__[3] = 4
try:
    from mm import *
except TypeError as e:
    print(e)
try:
    exec('def f():\n    from math import *')
except SyntaxError as e:
    print(e.msg)
sys.modules['odd'] = types.SimpleNamespace(x=1, _y=2)
from odd import *
print(x)
