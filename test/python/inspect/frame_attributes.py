import sys, types
def show(label, f):
    try: r = f()
    except BaseException as e: r = type(e).__name__ + ': ' + str(e)
    print(label, '=>', r)

# frame.clear
def fn():
    x = 1
    return sys._getframe()
f = fn()
show('clear done', lambda: f.clear())
show('locals after', lambda: f.f_locals)
def running(): sys._getframe().clear()
show('running', running)
def g():
    y = 1
    yield sys._getframe()
    yield 2
it = g(); fr = next(it)
show('suspended', lambda: fr.clear())
show('locals', lambda: fr.f_locals)
show('gi_frame', lambda: it.gi_frame)
show('next', lambda: next(it))
def g2():
    try:
        z = 1
        yield sys._getframe()
    finally:
        print('finally ran')
it = g2(); fr = next(it)
show('suspended', lambda: fr.clear())
show('locals after close', lambda: (fr.f_locals, it.gi_frame))
def g3():
    try:
        yield sys._getframe()
    finally:
        raise ValueError('in finally')
def g4():
    try: yield sys._getframe()
    except GeneratorExit: yield 5
sys.unraisablehook = lambda u: print('unraisable', u.exc_type.__name__, u.exc_value, u.err_msg, u.object.__name__)
it = g3(); fr = next(it)
show('error in finally', lambda: fr.clear())
it = g4(); fr = next(it)
show('goes on', lambda: fr.clear())
show('state', lambda: (it.gi_frame is fr, it.gi_suspended))
async def ag0():
    try: yield sys._getframe()
    finally: print('finally of an asynchronous one')
it = ag0()
try: it.__anext__().send(None)
except StopIteration as stop: fr = stop.value
show('async', lambda: (fr.clear(), it.ag_frame))
def selfclear():
    fr = sys._getframe()
    fr.clear()
    yield 1
show('self', lambda: next(selfclear()))
it = g(); 
show('unstarted', lambda: it.gi_frame.clear())
show('unstarted next', lambda: next(it, 'end'))
def outer():
    fr = sys._getframe()
    def inner(): fr.clear()
    inner()
show('outer running', outer)
# exception traceback frames
def bad():
    loc = [1]
    raise KeyError('x')
try: bad()
except KeyError as e:
    tb = e.__traceback__
    show('tb frame', lambda: tb.tb_next.tb_frame.clear())
    show('loc', lambda: tb.tb_next.tb_frame.f_locals)
    show('top', lambda: tb.tb_frame.clear())
show('clear args', lambda: f.clear(1))
# generator attributes
def gg(): yield 1
for o, p in ((gg(), 'gi_'),):
    for a in ('frame', 'code', 'running', 'yieldfrom', 'suspended'):
        show(p + a, lambda: type(getattr(o, p + a)).__name__)
        show('set ' + p + a, lambda: setattr(o, p + a, 1))
        show('del ' + p + a, lambda: delattr(o, p + a))
    show('name', lambda: setattr(o, '__name__', 1))
    show('qual', lambda: setattr(o, '__qualname__', 1))
    show('delname', lambda: delattr(o, '__name__'))
    o.__name__ = 'zz'; o.__qualname__ = 'qq.zz'
    show('repr', lambda: repr(o).split(' at ')[0])
    next(o); show('susp', lambda: (o.gi_suspended, o.gi_running))
    list(o); show('done', lambda: (o.gi_frame, o.gi_suspended, o.gi_running, o.gi_yieldfrom, o.gi_code.co_name))
async def co(): 
    await other()
@types.coroutine
def other(): yield 7
o = co()
for a in ('frame', 'code', 'running', 'await', 'suspended', 'origin'):
    show('cr_' + a, lambda: type(getattr(o, 'cr_' + a)).__name__)
    show('set cr_' + a, lambda: setattr(o, 'cr_' + a, 1))
    show('del cr_' + a, lambda: delattr(o, 'cr_' + a))
o.send(None)
show('await', lambda: (o.cr_await.__name__, o.cr_suspended, o.cr_await.gi_yieldfrom))
o.close()
show('closed', lambda: (o.cr_await, o.cr_suspended, o.cr_frame, o.cr_running))
async def ag():
    yield 1
o = ag()
for a in ('frame', 'code', 'running', 'await', 'suspended'):
    show('ag_' + a, lambda: type(getattr(o, 'ag_' + a)).__name__)
    show('set ag_' + a, lambda: setattr(o, 'ag_' + a, 1))
    show('del ag_' + a, lambda: delattr(o, 'ag_' + a))
for t in (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType):
    for a in sorted(dir(t)):
        if a[:3] in ('gi_', 'cr_', 'ag_'):
            d = t.__dict__[a]
            print(type(d).__name__, repr(d), d.__doc__, isinstance(d, types.MemberDescriptorType))
# traceback
def mk(depth):
    if depth: mk(depth - 1)
    else: 1/0
try: mk(3)
except ZeroDivisionError as e: tb = e.__traceback__; ex = e
show('TB', lambda: types.TracebackType())
show('TB', lambda: types.TracebackType(1, 2, 3, 4))
show('TB', lambda: types.TracebackType(None, 2, 3, 4))
show('TB', lambda: types.TracebackType(None, tb.tb_frame, 'a', 4))
show('TB', lambda: types.TracebackType(None, tb.tb_frame, 3, 'b'))
show('TB', lambda: types.TracebackType(None, tb.tb_frame, 3.5, 1))
show('TB', lambda: types.TracebackType(None, tb.tb_frame, 2**40, 1))
show('TB', lambda: types.TracebackType(tb_next=None, tb_frame=tb.tb_frame, tb_lasti=3, tb_lineno=1, x=1))
t = types.TracebackType(tb, tb.tb_frame, 3, 77)
show('new', lambda: (t.tb_next is tb, t.tb_lasti, t.tb_lineno, t.tb_frame is tb.tb_frame))
t = types.TracebackType(tb_next=None, tb_frame=tb.tb_frame, tb_lasti=3, tb_lineno=1)
show('set', lambda: setattr(t, 'tb_next', 5))
show('set', lambda: setattr(t, 'tb_next', tb))
show('loop', lambda: setattr(tb, 'tb_next', tb))
show('loop', lambda: setattr(tb.tb_next, 'tb_next', t))
show('none', lambda: setattr(t, 'tb_next', None))
show('del', lambda: delattr(t, 'tb_next'))
show('ro', lambda: setattr(t, 'tb_lineno', 3))
show('ro', lambda: setattr(t, 'tb_lasti', 3))
show('ro', lambda: setattr(t, 'tb_frame', 3))
show('dir', lambda: dir(t)[-4:])
for a in ('tb_next', 'tb_frame', 'tb_lasti', 'tb_lineno', '__new__', '__doc__'):
    show(a, lambda: type(types.TracebackType.__dict__[a]).__name__)
show('doc', lambda: types.TracebackType.__doc__)
show('with_tb', lambda: ex.with_traceback(None).__traceback__)
show('with_tb', lambda: setattr(ex, '__traceback__', 5))
show('subclass', lambda: type('S', (types.TracebackType,), {}))
show('frame', lambda: types.FrameType())
show('gen', lambda: types.GeneratorType())
show('memberdesc', lambda: type(type.__dict__['__base__']) is types.MemberDescriptorType)
for n in ('__base__', '__bases__', '__mro__', '__dictoffset__', '__basicsize__', '__itemsize__', '__flags__', '__weakrefoffset__', '__dict__', '__doc__', '__name__', '__qualname__', '__module__', '__abstractmethods__', '__text_signature__', '__annotations__'):
    show(n, lambda: type(type.__dict__[n]).__name__)
for t in (types.FrameType, types.FunctionType, types.MethodType, types.CodeType, types.BuiltinFunctionType, types.ModuleType, property, staticmethod, classmethod, BaseException, ImportError, SyntaxError, OSError, StopIteration, SystemExit, UnicodeDecodeError, NameError, AttributeError, slice, range, complex, super, types.CellType, types.MappingProxyType, memoryview):
    for a, d in sorted(t.__dict__.items()):
        if type(d).__name__ in ('getset_descriptor', 'member_descriptor'): print(t.__name__, a, type(d).__name__)
