import math, operator, sys, time, types
def show(label, f):
    try: r = f()
    except BaseException as e: r = type(e).__name__ + ': ' + str(e)
    print(label, '=>', r)
# f_lineno, f_trace assignment errors
f = sys._getframe()
show('lineno', lambda: setattr(f, 'f_lineno', 3))
show('del lineno', lambda: delattr(f, 'f_lineno'))
show('lineno str', lambda: setattr(f, 'f_lineno', 'x'))
for a in ('f_back', 'f_code', 'f_globals', 'f_builtins', 'f_locals', 'f_lasti'):
    show('set ' + a, lambda: setattr(f, a, 1)); show('del ' + a, lambda: delattr(f, a))
show('trace', lambda: setattr(f, 'f_trace', 5)); show('got', lambda: f.f_trace); show('del', lambda: delattr(f, 'f_trace')); show('got', lambda: f.f_trace)
for a in ('f_trace_lines', 'f_trace_opcodes'):
    show(a, lambda: getattr(f, a)); show(a, lambda: setattr(f, a, 1)); show(a, lambda: setattr(f, a, True)); show(a, lambda: delattr(f, a)); setattr(f, a, a == 'f_trace_lines')
show('getframe', lambda: sys._getframe(100)); show('neg', lambda: sys._getframe(-1) is not None); show('bad', lambda: sys._getframe('a')); show('kw', lambda: sys._getframe(depth=1))
def fn(a, b=1, *c, d=2, **e):
    "doc"
    return a
show('code', lambda: setattr(fn, '__code__', 1)); show('code', lambda: delattr(fn, '__code__'))
show('defs', lambda: setattr(fn, '__defaults__', 1)); show('kw', lambda: setattr(fn, '__kwdefaults__', 1))
show('clos', lambda: setattr(fn, '__closure__', None)); show('glob', lambda: setattr(fn, '__globals__', {})); show('name', lambda: setattr(fn, '__name__', 1)); show('qual', lambda: setattr(fn, '__qualname__', 1))
show('dict', lambda: setattr(fn, '__dict__', 1)); show('ann', lambda: setattr(fn, '__annotations__', 1)); show('deldict', lambda: delattr(fn, '__dict__')); show('bi', lambda: setattr(fn, '__builtins__', 1))
def cl():
    x = 1
    def i(): return x
    return i
show('freevars', lambda: setattr(fn, '__code__', cl().__code__)); show('freevars', lambda: setattr(cl(), '__code__', fn.__code__))
show('FT', lambda: types.FunctionType(1, {})); show('FT', lambda: types.FunctionType(fn.__code__, 1)); show('FT', lambda: types.FunctionType(fn.__code__, {}, 1)); show('FT', lambda: types.FunctionType(fn.__code__, {}, 'n', 1)); show('FT', lambda: (lambda f: (f.__name__, f.__qualname__))(types.FunctionType(fn.__code__, {}, 'n', (), ()))); show('FT', lambda: types.FunctionType(fn.__code__, {}, 'n', (), (1,)))
show('FT', lambda: types.FunctionType(cl().__code__, {})); show('FT', lambda: types.FunctionType(cl().__code__, {}, None, None, (1,))); show('FT', lambda: types.FunctionType(cl().__code__, {}, None, None, (types.CellType(7),))()); show('FT', lambda: types.FunctionType(cl().__code__, {}, None, None, [types.CellType(7)]))
show('FT', lambda: types.FunctionType(fn.__code__, {}, argdefs=(1, 2))()); show('FT', lambda: types.FunctionType()); show('FT', lambda: types.FunctionType(fn.__code__, {}).__module__)
show('MT', lambda: types.MethodType(1, 2)); show('MT', lambda: types.MethodType(fn, None)); show('MT', lambda: types.MethodType(fn)); show('MT', lambda: types.MethodType(fn, 3)()); show('MT', lambda: types.MethodType(fn, a=3))
show('cell', lambda: types.CellType(1, 2)); show('cell', lambda: types.CellType().cell_contents); show('cell', lambda: types.CellType(x=1)); c = types.CellType(3); show('cell', lambda: (delattr(c, 'cell_contents'), repr(c).split(' at')[0])); show('cells', lambda: types.CellType(1) < types.CellType(2)); show('cells', lambda: types.CellType() < types.CellType(2)); show('hash', lambda: hash(c))
show('call', lambda: math.sqrt(x=1))
show('call', lambda: math.sqrt())
show('call', lambda: math.pow(1))
show('call', lambda: math.gcd(x=1))
show('call', lambda: sys.intern(x=1))
show('call', lambda: sys.intern())
show('call', lambda: sys._getframe(1,2))
show('call', lambda: sys.setrecursionlimit(x=5))
show('call', lambda: operator.add(a=1))
show('call', lambda: operator.add(1))
show('call', lambda: time.sleep(x=1))
show('call', lambda: time.sleep())
show('call', lambda: len(x=1))
show('call', lambda: len())
show('call', lambda: abs(x=3))
show('call', lambda: ''.upper(1))
show('call', lambda: ''.upper(x=1))
show('call', lambda: [].append(x=1))
show('call', lambda: {}.get(x=1))
