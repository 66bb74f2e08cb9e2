"""Asynchronous generators driven by hand: asend, athrow, aclose, their states and errors."""
import warnings, inspect
warnings.simplefilter('ignore')
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
def drive(aw, *sends):
    out = []
    try:
        v = None
        for s in (None,) + sends:
            out.append(aw.send(s))
        return out, 'waits'
    except StopIteration as e: return out, 'value', e.value
    except BaseException as e: return out, type(e).__name__, str(e)
def new(old, fresh):
    print('closing', drive(old.aclose()))
    return fresh
async def none():
    yield
a = none()
async def g(n):
    try:
        for i in range(n):
            got = yield i
            print('got', got)
            await Wait('w%d' % i)
    except ValueError as e:
        print('caught', e)
        yield 'after'
    finally: print('cleanup')
a = new(a, g(2))
print(drive(a.__anext__()), a.ag_running, a.ag_await, a.ag_frame is not None, a.ag_code.co_name)
print(drive(a.asend('s'), None)); print(drive(a.asend('t'), None)); print(drive(a.__anext__())); print(drive(a.aclose())); print(a.ag_frame)
a = new(a, g(2)); print(drive(a.asend(1))); print(drive(a.athrow(ValueError('x')))); print(drive(a.__anext__())); print(drive(a.athrow(ValueError)))
a = new(a, g(5)); drive(a.__anext__()); print(drive(a.aclose())); print(drive(a.aclose())); print(drive(a.asend(None))); print(drive(a.athrow(KeyError('k'))))
a = new(a, g(5)); drive(a.__anext__()); print(drive(a.athrow(GeneratorExit))); print(drive(a.athrow(StopAsyncIteration)))
a = new(a, g(1)); print(drive(a.athrow(TypeError, 'msg'))); print(drive(a.__anext__()))
async def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
a = new(a, stubborn()); drive(a.__anext__()); print(drive(a.aclose()))
async def stubborn2():
    try: yield 1
    finally: await Wait('closing'); print('closed')
a = new(a, stubborn2()); drive(a.__anext__()); print(drive(a.aclose(), None))
async def stop():
    yield 1
    raise StopAsyncIteration
async def stop2():
    yield 1
    raise StopIteration
for f in (stop, stop2):
    a = f(); drive(a.__anext__()); print(drive(a.__anext__()))
a = new(a, g(1)); x = a.__anext__(); print(drive(x)); print(drive(x)); y = a.asend(1); print(drive(y, None, None)); print(drive(y))
a = new(a, g(3)); x = a.__anext__(); drive(x); y = a.asend(2); print(y.send(None)); z = a.asend(3)
print(drive(z)); print(a.ag_running); print(drive(y))
a = new(a, g(1)); x = a.asend(None); x.close(); print(drive(x)); x = a.aclose(); x.close(); print(drive(x)); x = a.athrow(ValueError); x.close(); print(drive(x))
a = new(a, g(1)); x = a.asend(None)
try: x.throw(KeyError('thrown'))
except KeyError as e: print(repr(e))
print(drive(x))
for name in ('__anext__', 'asend', 'athrow', 'aclose'):
    try: r = getattr(g(1), name)(); print(type(r).__name__, hasattr(r, '__await__'), r.__await__() is r, iter(r) is r)
    except TypeError as e: print(e)
for bad in ('[x for x in g(1)]', 'list(g(1))', 'next(g(1))', 'g(1).send(1)', 'iter(g(1))', 'aiter(5)', 'anext(5)', 'aiter()', 'anext()', 'anext(g(1), 1, 2)'):
    try: print(eval(bad))
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
async def use(): return await anext(a, 'default'), await anext(a, 'default')
async def once(): yield 1
a = new(a, once()); print(drive(use()))
async def use2(): return await anext(a)
print(drive(use2()))
print(aiter(a) is a, inspect.isasyncgen(a), inspect.isasyncgenfunction(once), repr(a)[:29])
async def comp(): return [x + y async for x in g2() if x async for y in g2()]
async def g2():
    for i in range(3): yield i
print(drive(comp()))
async def gexp(): 
    e = (x * 2 async for x in g2()); print(type(e).__name__, e.__name__, e.__qualname__)
    return [y async for y in e]
print(drive(gexp()))
async def first(): 
    return sum([x async for x in g2()]), {x async for x in g2()}, {x: x async for x in g2()}
print(drive(first()))
async def breaks():
    async for x in g2():
        if x == 1: break
    else: print('else')
    return 'broke'
print(drive(breaks()))
async def els():
    async for x in g2(): pass
    else: return 'else', x
print(drive(els()))
class It:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration('end')
        self.n -= 1
        return await Wait(self.n)
async def itr(): return [x async for x in It(2)]
print(drive(itr(), 'a', 'b'))
async def manual():
    i = aiter(It(1)); r = [await anext(i)]
    try: await anext(i)
    except StopAsyncIteration as e: r.append(e.args)
    return r
print(drive(manual(), 'z'))
async def ret():
    yield 1
    return
print(drive(ret().__anext__()))
async def unpack():
    [a, b] = [x async for x in g2()][:2]; return a, b
print(drive(unpack()))
a = new(a, g(1)); a.__name__ = 'renamed'; print(a.__name__, a.__qualname__)
try: a.ag_frame = 1
except AttributeError as e: print(e)
