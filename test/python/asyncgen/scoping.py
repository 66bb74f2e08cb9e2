# Async comprehensions: scopes, conditions, nesting; generator expressions that await.
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def src(n, log=None):
    for i in range(n):
        await Wait(0)
        yield i
x = 'global'
async def f():
    x = 'local'
    r = [x async for x in src(3)]
    return r, x
print(run(f()))
async def g():
    fs = [lambda: i async for i in src(3)]
    return [h() for h in fs]
print(run(g()))
async def h():
    return [[(i, j) async for j in src(i)] async for i in src(3)]
print(run(h()))
async def k():
    return [y := i async for i in src(3)], y
print(run(k()))
async def cond():
    return [i async for i in src(6) if await val(i)]
async def val(i): return i % 2
print(run(cond()))
async def ge():
    g = (await val(i) for i in range(4))
    return type(g).__name__, [v async for v in g]
print(run(ge()))
class C:
    async def m(self):
        return {k: v async for k, v in self.items()}
    async def items(self):
        yield 'a', 1
        yield 'b', 2
print(run(C().m()))
async def unpack():
    a, *b = [i async for i in src(4)]
    return a, b
print(run(unpack()))
async def later():
    try:
        return [1 / i async for i in src(2)]
    except ZeroDivisionError as e:
        return str(e)
print(run(later()))
async def star(): return (*[i async for i in src(2)], *[5])
print(run(star()))
