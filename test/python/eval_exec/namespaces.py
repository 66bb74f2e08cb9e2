# eval, exec and compile: namespaces, mappings, modes, locals() and globals(), __builtins__.
x = 'module'
def show(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
show(eval, '1 + 1'); show(eval, ' \t 2'); show(eval, 'x', {'x': 1}); show(eval, 'x', {'x': 1}, {'x': 2}); show(eval, 'x'); show(eval, b'3 + 4'); show(eval, bytearray(b'5'))
show(eval, 'a b'); show(eval, ''); show(eval, 'x = 1'); show(eval, '(\n1)\n'); show(eval, 'x', []); show(eval, 'x', {}, 5); show(eval, 5); show(eval, 'y', {})
show(exec, 'y = 5'); print('y' in globals())
def f():
    z = 1
    exec('z = 2'); exec('w = 3')
    return z, sorted(locals())
print(f())
def g():
    z = 1
    ns = {}
    exec('z = 2\ndef h(): return z', ns)
    return ns['h'](), z, sorted(k for k in ns if k != '__builtins__')
print(g())
class Map:
    def __init__(self): self.log = []
    def __getitem__(self, k):
        self.log.append(k)
        if k == 'known': return 42
        raise KeyError(k)
    def __setitem__(self, k, v): self.log.append(('set', k, v))
    def __delitem__(self, k): self.log.append(('del', k))
m = Map()
show(eval, 'known + len([1])', {}, m); exec('a = known\ndel a', {}, m); print(m.log)
show(eval, 'missing', {}, m)
class D(dict):
    def __missing__(self, k): return 'missing ' + k
show(eval, 'abc', D()); show(eval, 'abc', {}, D())
show(eval, 'len([1])', {'__builtins__': {}}); show(eval, 'len([1])', {'__builtins__': {'len': lambda x: 'mine'}}); show(exec, 'import os', {'__builtins__': {}}); show(exec, 'class A: pass', {'__builtins__': {}})
show(exec, 'print(1)', {'__builtins__': {'print': lambda *a: None}})
ns = {}; exec('', ns); print(list(ns), type(ns['__builtins__']).__name__)
for mode, src in (('exec', 'a = 1\na'), ('eval', '1 + 2'), ('single', '3 + 4'), ('single', 'a = 1; a'), ('eval', 'a = 1'), ('single', 'a\nb'), ('what', '1')):
    try:
        c = compile(src, 'file', mode)
        print(mode, c.co_name, c.co_filename, eval(c, {'a': 7}))
    except Exception as e: print(mode, type(e).__name__, e)
show(compile, '1', 'f', 'exec', 1 << 30); show(compile, '1', 'f', 'exec', 0, False, 5); show(compile, '1\0', 'f', 'exec'); show(compile, 1, 'f', 'exec'); show(compile, '1', 5, 'exec')
c = compile('def f():\n "doc"\n assert 0\n return __debug__', 'f', 'exec', optimize=2); ns = {}; exec(c, ns); print(ns['f'].__doc__, ns['f']())
def outer():
    q = 1
    def inner():
        return q, eval('q'), sorted(locals())
    return inner()
print(outer())
def noq():
    q = 1
    def inner():
        return eval('q')
    return inner()
show(noq)
def comp():
    q = 5
    return [eval('q', globals(), {'q': i}) for i in range(2)], [locals() for i in range(1)]
print(comp()[0])
def loc():
    a = 1
    l = locals(); l['a'] = 2; l['b'] = 3
    return a, locals() is l, sorted(locals())
print(loc())
class K:
    a = 1
    locals()['b'] = 2
    c = b + 1
print(K.b, K.c)
globals()['made'] = 'yes'; print(made)
def gw():
    globals()['later'] = 9
    return later
print(gw())
print(vars().keys() == globals().keys(), vars(K)['a']); show(vars, 5)
def dirs():
    b = a = 1
    return dir()
print(dirs())
show(exec, 'x = 1', None, None); show(exec, 'return 1'); show(exec, 'yield 1'); show(exec, 'await x'); show(exec, 'nonlocal x')
exec('global gg\ngg = 5', {}, {}); print('gg' in globals())
d1, d2 = {}, {}; exec('global gg\ngg = 5\nhh = 6', d1, d2); print('gg' in d1, d2)
code = compile('n = n + 1', '', 'exec'); ns = {'n': 0}
for i in range(3): exec(code, ns)
print(ns['n'])
print(eval(compile('[i for i in range(3) if i != k]', '', 'eval'), {'k': 1}), eval('lambda: x', {'x': 5})())
print(__import__('math').floor(2.5), __import__('os.path').__name__, __import__('os.path', fromlist=['join']).__name__)
show(__import__, 'no_such_module_'); show(__import__, ''); show(__import__, 5); show(__import__, 'x', {}, {}, [], -1); show(__import__, 'x', {}, {}, [], 1)
show(lambda: __build_class__(lambda: None, 'N')); show(__build_class__); show(__build_class__, 5, 'N'); show(__build_class__, lambda: None, 5)
