async def f(x):
    [y async for y in x]
    {y async for y in x if await y}
    {y: z async for y, z in x}
    (y async for y in x)
    [z for y in x async for z in y]
    [await y for y in x]
    return [[z async for z in y] async for y in x if y]
async def g(x):
    yield 1
    y = yield x
    await y
    async for z in x: yield z
    return
async def h(x):
    return (await y for y in x)
async def k():
    for i in x:
        try: pass
        finally: continue
