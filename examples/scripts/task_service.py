"""An asyncio service: jobs with priorities, retries with growing delays, timeouts, a circuit breaker, events, a clean shutdown."""
import asyncio
import collections
import contextlib
import contextvars
import dataclasses
import enum
import itertools
import logging
import sys

job_id = contextvars.ContextVar('job_id', default='-')


class WithJob(logging.Filter):
    def filter(self, record):
        record.job = job_id.get()
        return True


log = logging.getLogger('service')
handler = logging.StreamHandler(sys.stdout)
handler.addFilter(WithJob())
handler.setFormatter(logging.Formatter('{levelname:<7} [{job}] {message}', style='{'))
log.addHandler(handler)
log.setLevel(logging.INFO)


class Status(enum.Enum):
    QUEUED = 'queued'
    RUNNING = 'running'
    DONE = 'done'
    FAILED = 'failed'
    CANCELLED = 'cancelled'


class Broken(Exception):
    pass


@dataclasses.dataclass(order=True)
class Job:
    priority: int
    number: int
    name: str = dataclasses.field(compare=False)
    work: object = dataclasses.field(compare=False, repr=False)
    timeout: float = dataclasses.field(compare=False, default=1.0)
    retries: int = dataclasses.field(compare=False, default=2)
    status: Status = dataclasses.field(compare=False, default=Status.QUEUED)
    attempts: int = dataclasses.field(compare=False, default=0)
    result: object = dataclasses.field(compare=False, default=None)


class Breaker:
    """Lets nothing through after too many failures in a row."""

    def __init__(self, limit):
        self.limit, self.failures = limit, 0

    @contextlib.asynccontextmanager
    async def __call__(self):
        if self.failures >= self.limit:
            raise Broken(f'{self.failures} failures in a row')
        try:
            yield self
        except Exception:
            self.failures += 1
            raise
        else:
            self.failures = 0


class Service:
    def __init__(self, workers=2):
        self.queue = asyncio.PriorityQueue()
        self.numbers = itertools.count(1)
        self.jobs = []
        self.counts = collections.Counter()
        self.workers = workers
        self.changed = asyncio.Condition()
        self.breaker = Breaker(3)

    async def __aenter__(self):
        self.tasks = [asyncio.create_task(self.worker(), name=f'worker-{i}') for i in range(self.workers)]
        return self

    async def __aexit__(self, *exc):
        if exc[0] is None:
            await self.queue.join()
        for t in self.tasks:
            t.cancel()
        results = await asyncio.gather(*self.tasks, return_exceptions=True)
        print('workers ended:', [type(r).__name__ for r in results])

    def submit(self, name, work, priority=5, **options):
        job = Job(priority, next(self.numbers), name, work, **options)
        self.jobs.append(job)
        self.queue.put_nowait(job)
        return job

    async def set_status(self, job, status):
        async with self.changed:
            job.status = status
            self.counts[status] += 1
            self.changed.notify_all()

    async def wait_for(self, status, count):
        async with self.changed:
            await self.changed.wait_for(lambda: self.counts[status] >= count)

    async def worker(self):
        while True:
            job = await self.queue.get()
            token = job_id.set(f'{job.number}:{job.name}')
            try:
                await self.run(job)
            finally:
                job_id.reset(token)
                self.queue.task_done()

    async def run(self, job):
        await self.set_status(job, Status.RUNNING)
        while True:
            job.attempts += 1
            try:
                async with self.breaker():
                    async with asyncio.timeout(job.timeout):
                        job.result = await job.work(job.attempts)
            except asyncio.CancelledError:
                await self.set_status(job, Status.CANCELLED)
                raise
            except Broken as e:
                log.error('not tried: %s', e)
                self.breaker.failures = 0
                return await self.set_status(job, Status.FAILED)
            except (ValueError, TimeoutError) as e:
                log.warning('attempt %d: %s', job.attempts, f'{type(e).__name__}: {e}' if str(e) else type(e).__name__)
                if job.attempts > job.retries:
                    log.error('given up')
                    return await self.set_status(job, Status.FAILED)
                await asyncio.sleep(0.001 * 2 ** job.attempts)
            else:
                log.info('result %r', job.result)
                return await self.set_status(job, Status.DONE)


async def quick(attempt):
    await asyncio.sleep(0)
    return 'quick'


async def flaky(attempt):
    if attempt < 3:
        raise ValueError(f'not yet ({attempt})')
    return 'at last'


async def slow(attempt):
    await asyncio.sleep(10)


async def hopeless(attempt):
    raise ValueError('never')


async def fan_out(attempt):
    async with asyncio.TaskGroup() as group:
        parts = [group.create_task(asyncio.sleep(0.001 * i, i * i)) for i in range(4)]
    return sum(p.result() for p in parts)


async def stream(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def consume(attempt):
    return [x async for x in stream(4) if x % 2]


async def main():
    async with Service(workers=1) as service:
        service.submit('later', quick, priority=9)
        service.submit('first', fan_out, priority=1)
        service.submit('flaky', flaky)
        service.submit('slow', slow, timeout=0.002, retries=1)
        service.submit('stream', consume)
        await service.wait_for(Status.DONE, 2)
        print('two are done')
        service.submit('hopeless', hopeless, priority=2, retries=5)
        service.submit('after', quick, priority=3)
    for job in sorted(service.jobs):
        print(f'{job.number} {job.name:<9} {job.status.value:<9} attempts {job.attempts} result {job.result!r}')
    print({s.name: n for s, n in service.counts.items()})
    try:
        async with Service(workers=3) as service:
            for i in range(4):
                service.submit(f'stuck{i}', slow, timeout=60)
            await service.wait_for(Status.RUNNING, 3)
            raise KeyError('operator')
    except KeyError as e:
        print('stopped by', e, [j.status.name for j in service.jobs])


asyncio.run(main())
