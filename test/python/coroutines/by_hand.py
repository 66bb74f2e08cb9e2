"""Coroutines driven by send, throw and close, without an event loop."""
import inspect, sys, types, warnings
warnings.simplefilter('ignore')
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, type(e.__cause__).__name__, type(e.__context__).__name__)
async def simple(): return 5
c = simple(); print(inspect.getcoroutinestate(c), c.cr_await, c.cr_running, c.cr_frame is not None, c.cr_origin, c.__name__, c.__qualname__)
t(c.send, 1); t(c.send, None); print(inspect.getcoroutinestate(c), c.cr_frame); t(c.send, None); t(c.throw, ValueError); c.close()
async def two(x):
    a = await Wait(x)
    try: b = await Wait(a)
    except KeyError as e: b = ('caught', e.args)
    finally: print('finally', a)
    return a, b
c = two(1); t(c.send, None); print(type(c.cr_await).__name__); t(c.send, 'A'); t(c.throw, KeyError('k')); 
c = two(1); c.send(None); c.send(2); t(c.throw, ValueError('v')); t(c.send, None)
c = two(1); c.send(None); c.send(2); c.close(); t(c.send, None); c.close()
async def stubborn():
    while True:
        try: await Wait(1)
        except GeneratorExit: print('ignored')
        else: break
c = stubborn(); c.send(None); t(c.close); 
try: c.send(None)
except StopIteration as e: print('end', e.value)
async def nested(): return await two(10)
c = nested(); t(c.send, None); print(c.cr_await.__name__, c.cr_await.cr_frame.f_code.co_name); t(c.send, 'x'); t(c.send, 'y')
async def awaits(x): return await x
for v in (1, None, 'a', [], iter([]), (i for i in ()), simple):
    c = awaits(v); t(c.send, None)
class NoIter:
    def __await__(self): return 5
class CoroIter:
    def __await__(self): return simple()
class GenIter:
    def __await__(self): return iter([1, 2])
class Raises:
    def __await__(self): raise OSError('await')
for v in (NoIter(), CoroIter(), GenIter(), Raises()):
    c = awaits(v); t(c.send, None)
c = simple(); d = awaits(c); t(d.send, None); e = awaits(c); t(e.send, None)
@types.coroutine
def gen(): 
    r = yield 'from types.coroutine'
    return r * 2
c = awaits(gen()); t(c.send, None); t(c.send, 21)
print(inspect.isawaitable(gen()), inspect.iscoroutine(gen()), inspect.isawaitable(simple), inspect.iscoroutinefunction(simple), inspect.isgenerator(gen()))
@types.coroutine
def plain(): return iter([7])
c = awaits(plain()); t(c.send, None); t(c.send, None)
async def stop(): raise StopIteration(3)
t(stop().send, None)
async def stopasync(): raise StopAsyncIteration(3)
t(stopasync().send, None)
async def reent():
    try: me.send(None)
    except ValueError as e: print(e)
    await Wait(0)
me = reent(); me.send(None); me.close()
t(iter, simple()); t(list, simple()); t(len, simple()); t(lambda: [*simple()]); t(lambda: simple() + 1); t(next, simple())
c = simple(); w = c.__await__(); print(type(w).__name__); t(w.send, None); t(w.__next__); t(c.__await__().send, None)
c = two(5); w = c.__await__(); print(iter(w) is w, next(w)); t(w.send, 6); t(w.throw, KeyError, 'kk'); w.close()
t(c.throw, 1); t(simple().throw, 'x'); t(simple().throw, ValueError, 'msg'); t(simple().throw, ValueError('a'), 'b')
for attr in ('cr_await', 'cr_frame', 'cr_running', 'cr_code'):
    t(setattr, c, attr, 1)
c.__name__ = 'other'; c.__qualname__ = 'q.other'; print(c.__name__, repr(c)[:26]); t(setattr, c, '__name__', 1); t(delattr, c, '__name__')
sys.set_coroutine_origin_tracking_depth(1); print(sys.get_coroutine_origin_tracking_depth()); c = simple(); print(len(c.cr_origin), c.cr_origin[0][1:]); c.close(); sys.set_coroutine_origin_tracking_depth(0); t(sys.set_coroutine_origin_tracking_depth, -1)
async def with_gen_expr(): return [x async for x in agen()], {x: await simple() async for x in agen()}, [await Wait(i) for i in range(2)]
async def agen():
    yield 1; yield await simple()
c = with_gen_expr(); t(c.send, None); t(c.send, 'r1'); t(c.send, 'r2')
async def ctx():
    async with Ctx() as v: return v
class Ctx:
    async def __aenter__(self): print('enter'); return await Wait('in')
    async def __aexit__(self, *a): print('exit', a[0]); await Wait('out'); return True
c = ctx(); t(c.send, None); t(c.send, 'value'); t(c.send, None)
c = ctx(); c.send(None); t(c.throw, ValueError('in enter'))
for bad in (1, type('A', (), {})(), type('B', (), {'__aenter__': lambda s: 1})(), type('C', (), {'__aenter__': lambda s: 1, '__aexit__': lambda s, *a: 1})(), type('D', (), {'__enter__': lambda s: 1, '__exit__': lambda *a: 1})()):
    async def f():
        async with bad: pass
    t(f().send, None)
    async def g():
        async for x in bad: pass
    t(g().send, None)
class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5
class BadAiter:
    def __aiter__(self): return 5
async def loop(x):
    async for y in x: pass
t(loop(BadAnext()).send, None); t(loop(BadAiter()).send, None)
def f():
    with Ctx(): pass
t(f)
