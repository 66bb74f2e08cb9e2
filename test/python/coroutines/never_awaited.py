# Warnings of coroutines whose call is a statement, and of those that are left at the end.
import asyncio
import warnings

warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print(lineno, category.__name__, message)


async def fetch(n):
    return n


class Client:
    async def go(self, x, k=1):
        pass

    async def run(self):
        self.go(1)
        self.go(
            1, k=2)
        await self.go(1)


async def boom():
    raise ValueError('lost')


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, told: print(told['message'], repr(told['exception'])))
    asyncio.sleep(1)
    await Client().run()
    t = asyncio.ensure_future(boom())
    asyncio.ensure_future(boom())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        await t
    except ValueError:
        pass


fetch(1)
asyncio.run(main())
