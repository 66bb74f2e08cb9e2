"""async def of 3.5."""
async def a001(): pass
async def a002(x): return await x
async def a003(x): await x; return 1
async def a004(x):
    async for y in x: y()
async def a005(x):
    async for y in x:
        if y: break
        if y.z: continue
    else: x()
async def a006(x):
    async with x: pass
async def a007(x):
    async with x as y, y as z: return z
async def a008(x):
    async with x as y:
        async for z in y: return z
async def a009(x):
    try: await x
    except E: await x.b
    finally: await x.c
async def a010(x):
    for y in x: await y
async def a011(x): return [await x, (await x).y, await x.y()]
async def a012(x):
    async for y, z in x:
        async for w in y:
            try: continue
            finally: z()
async def a013(x):
    async def inner(): return await x
    return inner
async def a014(x): return lambda: x
async def a015(x):
    while await x:
        async with x:
            if x: continue
            break
class A016:
    async def m(self): return await super().m()
    @staticmethod
    async def n(a, *b, c=1, **d) -> int: return a
