"""Producers, workers and a rate limiter with asyncio queues and task groups."""
import asyncio


async def producer(q, n):
    for i in range(n):
        await q.put(i)
        if i % 3 == 2:
            await asyncio.sleep(0)


async def worker(name, q, out, limit):
    while True:
        x = await q.get()
        async with limit:
            await asyncio.sleep(0.001 * (x % 3))
            out.append((x, x * x))
        q.task_done()


async def main():
    q, out, limit = asyncio.Queue(maxsize=2), [], asyncio.Semaphore(2)
    workers = [asyncio.create_task(worker(f'w{i}', q, out, limit)) for i in range(3)]
    await producer(q, 9)
    await q.join()
    for w in workers:
        w.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*workers, return_exceptions=True)], sorted(out))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.Event().wait()
    except TimeoutError:
        print('timed out')

    async def fail(after):
        await asyncio.sleep(after)
        raise ValueError(after)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(0))
            tg.create_task(asyncio.sleep(5))
    except* ValueError as group:
        print(group.exceptions)

    async def ticks(n):
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    print([i async for i in ticks(4) if i % 2], await asyncio.wait_for(asyncio.sleep(0, 'slept'), 1))


asyncio.run(main())
