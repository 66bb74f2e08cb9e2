async def f(a):
    await a
    b = await c.d(e)[f] ** 2
    return -await g
    async for h in i: j
    else: k
    async with l as m, n: o
    async with (p as q, r): s
