# What the assignment to the target raises is not the end of the loop.
class BadTarget:
    def __setitem__(self, key, value):
        raise StopAsyncIteration(key)

class BadIterable:
    def __iter__(self):
        raise StopAsyncIteration('iter')

async def source(v=10):
    yield v

def run(coro):
    try:
        coro.send(None)
    except StopIteration as e:
        print('returned', e.value)
    except Exception as e:
        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))

tgt = BadTarget()

async def caught():
    try:
        async for tgt[0] in source(): print('body')
    except StopAsyncIteration as e:
        return e.args
    else:
        return 'else'
run(caught())

async def pairs():
    async for i, j in source(BadIterable()): pass
run(pairs())

async def comprehension():
    try:
        return [0 async for tgt['c'] in source()]
    except StopAsyncIteration as e:
        return 'comprehension', e.args
run(comprehension())

async def generator():
    async for tgt['g'] in source(): yield 1

async def outer():
    try:
        async for x in generator(): print(x)
    except RuntimeError as e:
        return e.args, repr(e.__cause__)
run(outer())

async def nested():
    async for a in source():
        try:
            async for tgt[a] in source(): pass
        except StopAsyncIteration as e:
            print('inner', e)
        else:
            print('no')
    return 'end'
run(nested())

# And what is wrong with the awaitable of __anext__ is the cause.
class Bad:
    def __init__(self, answer): self.answer = answer
    def __aiter__(self): return self
    def __anext__(self): return self.answer

class Awaits:
    def __init__(self, f): self.f = f
    def __await__(self): return self.f()

async def loop(x):
    async for _ in x: pass
run(loop(Bad(Awaits(lambda: 1 / 0)))); run(loop(Bad(5))); run(loop(Bad(Awaits(lambda: 5)))); run(loop(5))
c = caught(); run(loop(Bad(Awaits(lambda: c)))); c.close()
