# asyncio and threads: executors, to_thread, coroutines started from another thread.
import asyncio
import concurrent.futures
import contextvars
import threading
import time

name = contextvars.ContextVar('name', default='?')


def blocking(wait_for, then, value):
    wait_for.wait()
    time.sleep(0.0005)
    order.append(value)
    then.set()
    return value


now, fast_done, rest = threading.Event(), threading.Event(), threading.Event()
now.set()


order = []


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(asyncio.to_thread(blocking, fast_done, rest, 'slow'), asyncio.to_thread(blocking, now, fast_done, 'fast')), order)
    name.set('context')
    print(await asyncio.to_thread(name.get), await asyncio.to_thread(lambda: threading.current_thread() is threading.main_thread()))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        print(await loop.run_in_executor(pool, blocking, now, rest, 'pool'))
        try:
            await loop.run_in_executor(pool, lambda: 1 / 0)
        except ZeroDivisionError as e:
            print('failed:', e)
    ticks = 0
    ticked = threading.Event()

    async def tick():
        nonlocal ticks
        while True:
            ticks += 1
            if ticks == 3:
                ticked.set()
            await asyncio.sleep(0.001)
    t = asyncio.create_task(tick())
    await asyncio.to_thread(ticked.wait)
    t.cancel()
    print(ticks > 2)

    event = asyncio.Event()
    threading.Timer(0.002, loop.call_soon_threadsafe, (event.set,)).start()
    await event.wait()
    print('woken')

    async def answer(x):
        await asyncio.sleep(0)
        return x * 2

    def from_thread():
        return asyncio.run_coroutine_threadsafe(answer(21), loop).result(5)
    print(await asyncio.to_thread(from_thread))
    return 'done'


print(asyncio.run(main()))


def own_loop(out):
    async def inner():
        await asyncio.sleep(0.001)
        return threading.current_thread().name
    out.append(asyncio.run(inner()))


out = []
threads = [threading.Thread(target=own_loop, args=(out,), name='loop %d' % i) for i in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(out))
