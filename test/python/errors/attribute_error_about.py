# AttributeErrors of getters, hooks and descriptors are about the object and name that were asked for.
class P:
    @property
    def x(self): raise AttributeError('plain')
    @property
    def y(self): return self.nope
    @property
    def z(self): raise AttributeError('given', name='n')
    @property
    def k(self): raise KeyError('k')
class D:
    def __get__(self, o, c): raise AttributeError('d')
class Q:
    d = D()
    def __getattr__(self, n): raise AttributeError('hook ' + n)
class R:
    def __getattribute__(self, n): raise AttributeError('ga ' + n)
class M(type):
    @property
    def mx(cls): raise AttributeError('meta')
    def __getattr__(cls, n): raise AttributeError
class N(metaclass=M): pass
class SubE(AttributeError): pass
class S:
    @property
    def x(self): raise SubE('sub')
    def __getattr__(self, n): raise SubE(n)
class T:
    @property
    def x(self): raise AttributeError('first')
    def __getattr__(self, n): raise AttributeError('second ' + n)
class W(P):
    @property
    def x(self): return super().x
    def m(self): return self.x
import types, operator
mod = types.ModuleType('mod')
def __getattr__(n): raise AttributeError('module ' + n)
mod.__getattr__ = __getattr__
class O:
    __slots__ = ('s',)
def show(name, f):
    try: print(name, f())
    except AttributeError as e: print(name, repr(e), repr(e.name), type(e.obj).__name__)
    except Exception as e: print(name, repr(e))
p, q, r, s, t, w = P(), Q(), R(), S(), T(), W()
def again(n):
    for i in range(n):
        show('P.x', lambda: p.x)
        show('P.y', lambda: p.y)
        show('P.z', lambda: p.z)
        show('P.k', lambda: p.k)
        show('call y', lambda: p.y(1, 2))
        show('Q.d', lambda: q.d)
        show('Q.other', lambda: q.other)
        show('Q.call', lambda: q.other())
        show('R', lambda: r.any)
        show('N.mx', lambda: N.mx)
        show('N.any', lambda: N.any)
        show('S.x', lambda: s.x)
        show('S.y', lambda: s.y)
        show('T.x', lambda: t.x)
        show('W.x', lambda: w.x)
        show('W.m', lambda: w.m())
        show('mod', lambda: mod.zz)
        show('slot', lambda: O().s)
        show('getattr', lambda: getattr(p, 'x'))
        show('getattr2', lambda: getattr(q, 'd'))
        show('getattr3', lambda: getattr(q, 'zz'))
        show('attrgetter', lambda: operator.attrgetter('x')(p))
        show('type', lambda: type(p).x.fget(p))
        show('object', lambda: object.__getattribute__(p, 'x'))
        show('hasattr', lambda: hasattr(p, 'x'))
        show('default', lambda: getattr(p, 'x', 5))
        show('set', lambda: setattr(p, 'x', 1))
        show('del', lambda: delattr(p, 'x'))
        show('comp', lambda: [o.x for o in (p,)])
        show('format', lambda: '{0.x}'.format(p))
        show('f', lambda: f'{p.x}')
        show('int', lambda: (5).foo)
        show('int2', lambda: int.foo)
        show('int3', lambda: (5).foo())
        show('noget', lambda: property().__get__(p))
again(1)
import contextlib, io
for i in range(40):
    with contextlib.redirect_stdout(io.StringIO()): again(1)
again(1)
