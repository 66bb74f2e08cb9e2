# Async generators and async for, by hand.
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
def run(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e: return out, e.value
    except BaseException as e: return out, type(e).__name__, str(e)
async def count(n):
    try:
        for i in range(n):
            await Wait('w%d' % i)
            got = yield i
            if got: print('got', got)
    finally:
        await Wait('cleanup')
        print('closed')
async def collect(): return [x async for x in count(3)]
print(run(collect()))
async def nested(): return [(x, y) async for x in count(2) for y in range(x + 1) if y != 5]
print(run(nested()))
async def sets(): return {x async for x in count(2)}, {x: x * 2 async for x in count(2)}, [await Wait(x) for x in range(2)]
print(run(sets()))
async def genexp():
    g = (x * 10 async for x in count(2))
    return type(g).__name__, [v async for v in g]
print(run(genexp()))
g = count(3)
print(run(g.__anext__()), run(g.asend('hello')), run(g.athrow(ValueError('t'))), run(g.__anext__()))
g = count(3)
print(run(g.aclose()), run(g.__anext__()), run(g.aclose()))
g = count(3)
print(run(g.__anext__()), run(g.aclose()), run(g.asend(1)), run(g.athrow(KeyError)))
g = count(3)
try: run_ = g.asend('early').send(None)
except TypeError as e: print(e)
async def ignores():
    try: yield 1
    except GeneratorExit: yield 2
g = ignores(); print(run(g.__anext__()), run(g.aclose()))
g = count(2); a = g.__anext__(); a.send(None)
print(g.ag_running, g.ag_await is not None, g.ag_frame is not None)
b = g.__anext__()
try: b.send(None)
except RuntimeError as e: print(e)
try: a.send(None)
except StopIteration as e: print('item', e.value)
try: a.send(None)
except RuntimeError as e: print(e)
print(run(g.aclose()))
async def breaks():
    async for x in count(5):
        if x == 1: break
    else: print('no')
    return 'broke'
print(run(breaks()))
async def elses():
    async for x in count(1): continue
    else: return 'else'
print(run(elses()))
class It:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def over(o): return [x async for x in o]
print(run(over(It(3))))
for o in (5, [1], type('A', (), {'__aiter__': lambda s: 5})(), type('B', (), {'__aiter__': lambda s: s, '__anext__': lambda s: 5})()):
    print(run(over(o))[1:])
async def stops():
    yield 1
    raise StopAsyncIteration
print(run(over(stops())))
async def stops2():
    yield 1
    raise StopIteration(5)
print(run(over(stops2())))
async def builtin():
    g = count(2)
    return await anext(g), await anext(g), await anext(g, 'default'), aiter(g) is g
print(run(builtin()))
async def no_default():
    await anext(count(0))
print(run(no_default()))
for f in (lambda: anext(5), lambda: aiter(5), lambda: list(count(1)), lambda: next(count(1))):
    try: f()
    except TypeError as e: print(e)
for src in ('async def f():\n yield 1\n return 2', 'async def f():\n yield from x', 'def f():\n async for x in y: pass', 'def f():\n await x', '[x async for x in y]', 'async def f():\n def g(): return [await z for z in y]', 'def f():\n async with x: pass'):
    try: compile(src, '<s>', 'exec'); print('ok')
    except SyntaxError as e: print(e.msg)
