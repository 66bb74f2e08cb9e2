"""A web cache with LRU eviction, simulated with asyncio."""
import asyncio
from collections import OrderedDict


class Cache:
    def __init__(self, size):
        self.size, self.data, self.pending = size, OrderedDict(), {}
        self.hits = self.misses = self.shared = 0

    async def get(self, key):
        if key in self.data:
            self.data.move_to_end(key)
            self.hits += 1
            return self.data[key]
        if key in self.pending:
            self.shared += 1
            return await self.pending[key]
        self.misses += 1
        self.pending[key] = task = asyncio.ensure_future(fetch(key))
        try:
            value = await task
        finally:
            del self.pending[key]
        self.data[key] = value
        if len(self.data) > self.size:
            print('evict', self.data.popitem(last=False)[0])
        return value


async def fetch(url):
    await asyncio.sleep(len(url) / 20)
    if 'bad' in url:
        raise ConnectionError(url)
    return f'<{url}>'


async def client(cache, urls, log):
    for u in urls:
        try:
            log.append(await cache.get(u))
        except ConnectionError as e:
            log.append(f'error {e}')


async def main():
    cache = Cache(2)
    logs = [[], [], []]
    plans = [['/a', '/b', '/a'], ['/a', '/ccccc', '/bad'], ['/ccccc', '/a']]
    await asyncio.gather(*(client(cache, p, log) for p, log in zip(plans, logs)))
    print(*logs, list(cache.data), cache.misses, sep='\n')

asyncio.run(main())
