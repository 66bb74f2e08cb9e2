# Import statements: forms, attributes of modules, sys.modules, __all__, errors, module __getattr__.
import sys, types
def show(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'name', None), getattr(e, 'path', None) and 'path')
def run(src, **ns):
    try: exec(src, ns)
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'name', None))
    ns.pop('__builtins__', None)
    return {k: v for k, v in ns.items() if not k.startswith('__')}
m = types.ModuleType('made', 'the doc'); m.a = 1; m.b = 2; m._hidden = 3; sys.modules['made'] = m
print(run('import made')['made'] is m, run('from made import a, b as c'), sorted(run('from made import *')))
m.__all__ = ['b', '_hidden']; print(sorted(run('from made import *')))
m.__all__ = ['nope']; run('from made import *'); m.__all__ = [5]; run('from made import *'); del m.__all__
run('from made import nothing'); run('import made.sub'); run('import nowhere_'); run('from nowhere_ import x'); run('from nowhere_.x import y')
sys.modules['blocked'] = None; run('import blocked'); run('from blocked import x')
m.__getattr__ = lambda name: 'dyn ' + name
print(m.anything, run('from made import dynamic')); del m.__getattr__
show(lambda: m.anything)
pkg = types.ModuleType('pkg'); pkg.__path__ = []; sub = types.ModuleType('pkg.sub'); sub.v = 7; sys.modules['pkg'] = pkg; sys.modules['pkg.sub'] = sub
print(run('import pkg.sub')['pkg'] is pkg, hasattr(pkg, 'sub')); print(run('from pkg import sub')['sub'] is sub)
print(run('from pkg.sub import v')); run('from pkg import other'); run('import pkg.other')
run('from . import x'); run('from .. import x', __package__='pkg'); run('from .sub import v', __package__='pkg'); print(run('from .sub import v', __package__='pkg', __name__='pkg.me')); print(run('from . import sub', __package__='pkg')['sub'].v); run('from ...a import b', __package__='pkg.sub')
print(m, m.__name__, m.__doc__, m.__spec__, m.__loader__, m.__package__); m.__file__ = '/x/made.py'; print(m); del m.__name__; print(m)
import math, os.path as p, collections.abc; print(p.__name__ in ('posixpath', 'ntpath'), collections.abc.__name__, math.__name__)
def inside():
    import math as mm
    from math import pi, tau as t
    return mm.floor(t - pi)
print(inside())
class C: import math
print(C.math is math)
try: import nope_a, math as mathematics
except ImportError as e: print(e.msg, e.name, e.path); print('mathematics' in globals())
print(type(sys.modules) is dict, 'sys' in sys.modules, sys.modules['__main__'].__name__, __name__)
for src in ('from made import', 'import a.b as c.d', 'from x import (a, b', 'import', 'from . import *', 'def f():\n from made import *', 'from __future__ import nope', 'x = 1\nfrom __future__ import annotations', 'from __future__ import braces', 'import a, b,', 'from a import b,', 'from a import (b,)'):
    try: compile(src, '<s>', 'exec'); print('ok')
    except SyntaxError as e: print(e.msg)
mt = types.ModuleType('t'); show(types.ModuleType); show(types.ModuleType, 5); print(mt.__dict__, dir(mt)); mt.__dict__['k'] = 1; print(mt.k); show(lambda: setattr(mt, '__dict__', {})); show(lambda: delattr(mt, 'zz'))
