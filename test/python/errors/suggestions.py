"""'Did you mean' of names, attributes, imports: what is offered, what is not."""
import sys, traceback, types
def last(src, ns=None):
    try: exec(src, ns if ns is not None else {'__name__': 'm'})
    except BaseException as e: print(''.join(traceback.format_exception_only(e)).strip().split('\n')[-1])
for src in ('value = 1\nvalu', 'value = 1\nvaleu', 'value = 1\nVALUE', 'value = 1\nval', 'value = 1\nxyz', 'a = 1\nb', 'ab = 1\nac', 'abc = 1\nabd', 'prnt(1)', 'pint(1)', 'lenn("a")', 'lne', 'tru', 'true', 'false', 'none', 'null', 'def f():\n local = 1\n return locla\nf()', 'def f(arg):\n return agr\nf(1)', 'def f():\n outer = 1\n def g(): return otuer\n return g()\nf()', 'class A:\n attr = 1\n print(atr)', 'foo = 1\nfooo = 2\nfoooo', 'x1 = 1\nx2', 'import sy', 'syss', 'self.x', 'math.pi', 'sys.exit', 're.match', 'os', 'random.choice', 'collections', '_x = 1\nx', '__nam__', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa = 1\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab',
            '[].push', '[].appendd', '[].apend', '"".uper', '"".Upper', '"".uppercase', '(1).reall', '{}.key', '{}.has_key', '{}.iteritems', 'class A:\n value = 1\n def method(self): pass\nA().vlaue', 'class A: value = 1\nA.valeu', 'class A:\n def __init__(self): self.name = 1\nA().nam', 'class A: __slots__ = ("slot",)\nA().slt', 'class A: __slots__ = ("slot",)\nA().slto = 1', 'class A: pass\nA().x', 'class A: _private = 1\nA().private', 'class A:\n def __getattr__(self, n): raise AttributeError(n)\n value = 1\nA().valeu', 'class A:\n def __getattr__(self, n): raise AttributeError("custom", n)\n value = 1\nA().valeu', 'class A:\n def __dir__(self): return ["foobar"]\nA().foobaz', 'class A:\n def __dir__(self): return 5\nA().foobaz', 'class A:\n def __dir__(self): return [1, 2]\nA().foobaz', 'class A:\n blech = 1\n @property\n def p(self): return self.bleck\nA().p', 'import sys\nsys.exitt', 'import sys\nsys.pathh', 'import math\nmath.sin2', 'import math\nmath.sqr', 'None.foo', 'None.__clas__', '(lambda: 1).__nam__', 'len.__nam__', 'type.mr', 'object().__clas__', 'raise AttributeError("plain")', 'raise AttributeError("named", name="upper", obj="")', 'raise AttributeError("named", name="uppr", obj="")', 'raise NameError("plain")', 'raise NameError("named", name="prin")', 'e = AttributeError("x"); e.name = "uppr"; e.obj = "s"; raise e', 'raise AttributeError(name="uppr", obj="")', 'raise ImportError("x", name="sy")', 'import math.foo', 'import collectionss', 'from collection import x', 'del valu', 'x = 5\ndel xx', 'nonexistent += 1', 'global_name = 1\ndef f():\n globl_name\nf()', 'print(undefined_thing)', '[i for i in rnage(3)]', 'lambda: undefinde\n(lambda: undefinde)()', 'f"{undefinde}"', '@decoratr\ndef f(): pass', 'class A(Bsae): pass', 'raise ValueErorr', 'try: 1/0\nexcept ZeroDivisionErorr: pass', 'with opn("x"): pass', 'for i in ragne(3): pass', 'if Ture: pass', 'match xx:\n case 1: pass', 'match 1:\n case Itn(): pass', 'x: innt = 1', 'def f(x: innt): pass'):
    last(src)
e = None
try: missing_name
except NameError as x: e = x
print(e.name, e.args, hasattr(e, 'obj'))
try: ''.missing
except AttributeError as x: e = x
print(e.name, repr(e.obj), e.args)
try: import missing_mod.sub
except ImportError as x: e = x
print(e.name, e.path, e.args, e.msg)
for c, a, k in ((NameError, ('m',), {'name': 'n'}), (AttributeError, (), {'name': 1, 'obj': 2}), (ImportError, ('m',), {'name': 'n', 'path': 'p'}), (NameError, (), {'x': 1}), (AttributeError, (), {'names': 1}), (ImportError, (), {'z': 1}), (ModuleNotFoundError, ('m',), {'name': 'q'}), (UnboundLocalError, ('u',), {'name': 'v'})):
    try: x = c(*a, **k); print(repr(x), x.name, getattr(x, 'obj', '-'), getattr(x, 'path', '-'))
    except TypeError as t: print(t)
