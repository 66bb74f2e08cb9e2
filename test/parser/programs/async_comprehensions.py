async def f():
    return [x async for x in y if await z], {x async for x in y}, (i async for j in k for i in j)
