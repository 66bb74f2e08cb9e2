"""exec, eval, compile: namespaces, flags, sources of every kind, code objects and errors."""
import types, builtins
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e if not isinstance(e, SyntaxError) else (e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset))
for src in ('1+1', ' 1 + 1', '\t2', '1\n', '1\n\n', '', ' ', '#c', '1;', 'a', 'x=1', '1 1', '(1', '"', "'''", '\n1', '1 # c', b'3', bytearray(b'4'), memoryview(b'5'), '\ufeff1', b'\xef\xbb\xbf6', b'# coding: latin-1\n"\xe9"', '(lambda: 5)()', 'yield 1', 'await x', 'return 1', 'print(1)', '1\x00', 5, None, '[i for i in range(3)]', '(y := 5)', '*a', '*[1],', 'f"{1}"', 'if 1: 2'):
    t(eval, src)
for src in ('x = 1', 'x = 1;', 'if 1:\n x', 'if 1: pass\nelse: y', 'def f(:', 'return', 'yield', 'break', 'continue', 'class A: return', 'x = = 1', '  x = 1', 'x = 1\n  y = 2', 'if 1:\npass', 'if 1:\n\tx=1\n        y=2', 'for', 'while 1 print', 'import', 'from . import x', 'from __future__ import nope', 'x = 1\nfrom __future__ import annotations', 'from __future__ import braces', 'async def f(): [await x for x in y]', 'def f():\n async with a: pass', 'await x', 'async for x in y: pass', 'print "x"', 'exec "x"', 'raise E, "m"', 'except: pass', 'try: pass', 'else: pass', 'try: pass\nexcept: pass\nexcept E: pass', 'x = 08', 'x = 0b12', 'x = 1__0', 'x = 1_', 'x = 0xg', '1.e', '1ea', '5a', 'x = $', 'x = ?', 'x = `1`', 'x <> y', 'a b', 'f(a b)', 'f(a=1, 2)', 'f(**a, *b)', 'f(a for a in b, c)', 'f(a=1, a=2)', 'def f(a, a): pass', 'def f(a=1, b): pass', 'def f(*): pass', 'def f(*, **k): pass', 'def f(a, /, /): pass', 'def f(/): pass', 'def f(*a, *b): pass', 'def f(**k, a): pass', 'lambda a, a: 1', 'x = (1,', 'x = [1)', 'x = 1)', '"abc', 'f"{', 'f"{}"', 'f"{a b}"', 'f"}"', 'f"{a!x}"', '\\', 'x = \\ 1', 'a\u00b2 = 1', 'x = \u201chi\u201d'):
    t(exec, src, {})
for a in ((1,), ('1', 1), ('1', {}, 1), ('1', None, {}), ('1', [], {}), (), ('1', {}, {}, {}), ('1', types.MappingProxyType({}))): t(eval, *a); t(exec, *a)
class M(dict):
    def __missing__(self, k): return 'missing ' + k
class Map:
    def __getitem__(self, k): return 'got ' + k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
t(eval, 'a', M()); t(eval, 'a', {}, M()); t(eval, 'a', {}, Map()); t(exec, 'x = 1; del x; print(y)', {}, Map()); t(exec, 'print(zz)', M()); t(eval, 'len', {'__builtins__': {}}); t(eval, 'foo', {'__builtins__': {'foo': 5}}); t(eval, 'len("ab")', {'__builtins__': builtins}); t(exec, 'class A: pass', {'__builtins__': {}}); t(exec, 'import sys', {'__builtins__': {}})
g = {}; exec('a = 1', g); print(sorted(g), g['__builtins__'] is builtins.__dict__)
g, l = {}, {}; exec('a = 1\ndef f(): return a\nclass C: b = a', g, l); print(sorted(l), sorted(g)); t(l['f'])
c = compile('x + 1', 'file', 'eval'); print(eval(c, {'x': 2}), eval(c, {'x': 3}), c.co_filename, c.co_name, c.co_flags); t(exec, c, {'x': 1})
c = compile('x = 5', 'file', 'exec'); g = {}; print(eval(c, g), g['x'], exec(c, g))
c = compile('5\nx = 6\nx', '<s>', 'exec'); exec(c)
c = compile('7', '<s>', 'single'); exec(c); exec(compile('x = 8; x; None', '<s>', 'single')); t(compile, '1\n2', 's', 'single'); t(compile, 'if 1: 2', 's', 'single'); t(compile, 'if 1:\n 9\n', 's', 'single')
for a in (('1', 'f', 'nope'), ('1', 'f'), ('1',), (), ('1', 5, 'eval'), ('1', b'f', 'eval'), ('1', 'f', 'eval', 12345678), ('1', 'f', 'eval', 0, 0, 9), ('1', 'f', 5), (1, 'f', 'eval'), ('x=1', 'f', 'eval'), ('', 'f', 'eval'), ('\x00', 'f', 'exec'), ('', 'f', 'exec'), ('a\rb', 'f', 'exec'), ('a\r\nb', 'f', 'exec'), ('a\x0cb', 'f', 'exec'), ('\x0ca = 1', 'f', 'exec')):
    try: r = compile(*a); print(type(r).__name__, r.co_filename)
    except Exception as e: print(type(e).__name__, e)
print(compile('assert 0', 'f', 'exec', optimize=1).co_consts, compile('"doc"\nx', 'f', 'exec', optimize=2).co_names, compile('"doc"\n', 'f', 'exec', optimize=0).co_consts)
def f(a, b=2): return a + b
t(eval, f.__code__); t(exec, f.__code__); t(eval, 'f(1)', {'f': f}); code = f.__code__.replace(co_name='renamed'); print(code.co_name, types.FunctionType(code, globals(), 'n', (1, 2))())
def outer():
    v = 1
    def inner(): return v
    return inner
t(eval, outer().__code__); t(exec, outer().__code__, {}, closure=outer().__closure__); t(exec, 'x', {}, closure=()); t(exec, f.__code__, {}, closure=())
t(types.FunctionType, 5, {}); t(types.FunctionType, f.__code__, 5); t(types.FunctionType, outer().__code__, {}); t(types.FunctionType, f.__code__, {}, 5); t(types.FunctionType, f.__code__, {}, 'n', 5); t(types.FunctionType, outer().__code__, {}, 'n', None, (1,)); t(types.FunctionType, f.__code__, {}, 'n', None, outer().__closure__)
def loc():
    a = 1
    exec('b = a + 1')
    return sorted(locals()), eval('a + 1'), eval('[a for _ in "x"]', globals(), {'a': 1}) if 0 else None
print(loc()); print(eval('__name__'), eval('__builtins__') is not None, eval('[x for x in range(3)]'), eval('(lambda y: y * 2)(4)'))
