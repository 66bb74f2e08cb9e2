# Coroutines driven by hand: send, throw, close, attributes, re-use, awaitables of every kind.
import types
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return ('got', got)
def steps(c, *sends):
    out = []
    try:
        out.append(c.send(None))
        for s in sends:
            out.append(c.throw(s) if isinstance(s, BaseException) else c.send(s))
    except StopIteration as e:
        out.append(('stop', e.value))
    except BaseException as e:
        out.append((type(e).__name__, str(e)))
    print(out)
async def one(): return 1
async def two():
    a = await Wait('x')
    b = await Wait('y')
    return a, b
async def outer():
    return await two(), await one()
steps(one()); steps(two(), 1, 2); steps(outer(), 1, 2)
steps(outer(), ValueError('thrown')); steps(two(), 1, KeyError('k'))
async def catches():
    try:
        await Wait('w')
    except ValueError as e:
        return await Wait('handled %s' % e)
    finally:
        print('finally')
steps(catches(), ValueError('v'), 9)
c = two(); c.send(None); c.close(); print(c.cr_frame, c.cr_running)
try: c.send(None)
except RuntimeError as e: print(e)
c = one(); c.close()
try: c.send(None)
except RuntimeError as e: print(e)
c = one()
try: c.send(5)
except TypeError as e: print(e)
c.close()
c = one()
try: c.send(None)
except StopIteration as e: print(e.value)
for f in (lambda: c.send(None), lambda: c.throw(ValueError), lambda: c.close()):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
@types.coroutine
def gen():
    x = yield 'from generator'
    return x * 2
async def uses(): return await gen()
steps(uses(), 21)
class Bad:
    def __await__(self): return 5
class Bad2:
    def __await__(self): return one()
for thing in (Bad(), Bad2(), 5, None, [1], iter([])):
    async def w(): await thing
    try: w().send(None)
    except BaseException as e: print(type(e).__name__, e)
async def self_await():
    await me
me = self_await()
try: me.send(None)
except BaseException as e: print(type(e).__name__, e)
c = outer(); c.send(None)
print(c.cr_await.__name__, c.cr_await.cr_await is not None, c.cr_suspended, c.cr_running, c.cr_origin)
c2 = c.cr_await
async def again(): await c2
try: again().send(None)
except RuntimeError as e: print(e)
c.close()
async def ignore():
    try: await Wait(1)
    except GeneratorExit: await Wait(2)
c = ignore(); c.send(None)
try: c.close()
except RuntimeError as e: print(e)
for op in ('next(c)', 'iter(c)', 'list(c)', '[*c]', 'for_(c)', 'c + 1', 'len(c)'):
    c = one()
    def for_(c):
        for i in c: pass
    try: eval(op)
    except TypeError as e: print(op, e)
    c.close()
w = one().__await__(); print(type(w).__name__, iter(w) is w)
try: next(w)
except StopIteration as e: print(e.value)
def g():
    yield from one_
one_ = one()
try: next(g())
except TypeError as e: print(e)
one_.close()
class CM:
    async def __aenter__(self):
        await Wait('enter'); return 'cm'
    async def __aexit__(self, *exc):
        await Wait('exit'); print('exc', exc[0] and exc[0].__name__); return self.swallow
async def using(swallow, fail):
    cm = CM(); cm.swallow = swallow
    async with cm as v:
        print('in', v)
        if fail: raise ValueError('inside')
    return 'after'
steps(using(False, False), None, None); steps(using(True, True), None, None); steps(using(False, True), None, None)
async def ret():
    cm = CM(); cm.swallow = False
    for i in range(3):
        async with cm:
            if i == 0: continue
            return i
steps(ret(), None, None, None, None)
for obj in (5, type('H', (), {'__aenter__': lambda s: one()})(), type('G', (), {'__aenter__': lambda s: 5, '__aexit__': lambda s, *a: 5})()):
    async def bad():
        async with obj: pass
    try: bad().send(None)
    except BaseException as e: print(type(e).__name__, e)
