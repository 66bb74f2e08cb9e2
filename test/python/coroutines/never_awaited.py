# Warnings of coroutines whose call is a statement, and of those that are left at the end.
import asyncio
import io
import os
import sys

sys.stderr = io.StringIO()


async def fetch(n):
    return n


class Client:
    async def go(self, x, *, k=1):
        pass

    async def run(self):
        self.go(1)
        self.go(
            1, k=2)
        await self.go(1)


async def boom():
    raise ValueError('lost')


async def main():
    asyncio.sleep(1)
    await Client().run()
    t = asyncio.ensure_future(boom())
    asyncio.ensure_future(boom())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        await t
    except ValueError as e:
        print(e)


fetch(1)
asyncio.run(main())
print(sys.stderr.getvalue().replace(os.path.abspath(__file__), 'FILE'))
