import inspect
def f(a, b=1, *args, c, d=2, **kw) -> int:
    """Doc of f.

        more
    """
    return a
print(inspect.signature(f))
print(inspect.getsource(f))
print(inspect.getdoc(f))
print(inspect.getfullargspec(f))
print(inspect.getsourcelines(f))
class A:
    """A doc"""
    x = 1
    def m(self, y): 
        "mdoc"
    @property
    def p(self): return 1
    @staticmethod
    def s(q): pass
    @classmethod
    def c(cls, r): pass
class B(A):
    def m(self, y): pass
    async def co(self): pass
    def g(self): yield
    async def ag(self): yield
print(inspect.getdoc(B.m), inspect.getmro(B))
for n in ('m','s','c','co','g','ag'):
    print(n, inspect.signature(getattr(B(), n)), inspect.isfunction(getattr(B,n)), inspect.ismethod(getattr(B,n)), inspect.iscoroutinefunction(getattr(B,n)), inspect.isgeneratorfunction(getattr(B,n)), inspect.isasyncgenfunction(getattr(B,n)))
print([n for n,v in inspect.getmembers(B) if not n.startswith('__')])
print([ (a.name,a.kind) for a in inspect.classify_class_attrs(B) if not a.name.startswith('__')])
for fn in (len, min, max, isinstance, int, dict, str.split, list.append, [].append, type, range, iter, getattr, sum, pow, round, dict.get, str.join, Exception, ValueError, zip, map, bytes.split, abs, eval, compile, super):
    try: print(getattr(fn,'__name__',fn), inspect.signature(fn))
    except Exception as e: print(fn, type(e).__name__, e)
def outer():
    x = 1
    def inner():
        return x + len([]) + undefined_thing
    return inner
print(inspect.getclosurevars(outer()))
print(inspect.unwrap(f) is f, type(inspect.getattr_static(B(), 'p')), inspect.getcallargs(f, 1, c=3))
def caller():
    return inspect.stack()
s = caller()
print([(x.function, x.lineno, x.code_context, x.index) for x in s])
print(s[0].positions)
try: 1/0
except Exception: print([(x.function, x.lineno, x.code_context) for x in inspect.trace()])
def gen():
    z = 1
    yield z
    yield 2
g = gen()
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g)); next(g)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g)); list(g)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
async def co(): pass
c = co(); print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c)); c.close(); print(inspect.getcoroutinestate(c))
print(inspect.currentframe().f_lineno)
print(inspect.getframeinfo(inspect.currentframe())[1:])
print(inspect.formatannotation(int), inspect.cleandoc('  a\n   b'), inspect.getmodule(f).__name__, inspect.getsourcefile(f) == __file__)
print(inspect.isbuiltin(len), inspect.isroutine(str.join), inspect.ismethoddescriptor(str.join), inspect.isdatadescriptor(A.p), inspect.isgetsetdescriptor(type.__dict__['__dict__']), inspect.isabstract(A), inspect.isawaitable(c), inspect.iscode(f.__code__), inspect.isframe(inspect.currentframe()))
print(inspect.signature(f).bind(1, c=2).arguments, inspect.signature(f).parameters['c'].kind, inspect.signature(f).replace(return_annotation=str))
print(inspect.getsource(A))
print(inspect.getcomments(f), inspect.indentsize('  x'))
import functools
print(inspect.signature(functools.partial(f, 1, d=5)))
@functools.wraps(f)
def w(*a): pass
print(inspect.signature(w), inspect.signature(w, follow_wrapped=False), inspect.unwrap(w) is f)
print(inspect.getsource(lambda x: x))
print(inspect.walktree(inspect.getclasstree([A,B]), (), None) if 0 else inspect.getclasstree([A,B]))
