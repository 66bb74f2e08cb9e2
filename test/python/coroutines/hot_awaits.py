# Awaits and delegation that get hot, in every way they can end.
import asyncio


async def fib(n):
    if n <= 1:
        return n
    return await fib(n - 1) + await fib(n - 2)


def drive(c):
    try:
        while True:
            c.send(None)
    except StopIteration as e:
        return e.value


print(drive(fib(11)), drive(fib(13)))


class Pause:
    def __await__(self):
        got = yield 'paused'
        return got


async def pausing(n):
    total = 0
    for i in range(n):
        total += await Pause()
    return total


def feed(c):
    sent = None
    try:
        while True:
            assert c.send(sent) == 'paused'
            sent = 3
    except StopIteration as e:
        return e.value


print(feed(pausing(5)), feed(pausing(400)))


async def failing(n):
    if n == 0:
        raise KeyError('at the end')
    try:
        return await failing(n - 1)
    except KeyError as e:
        if n == 7:
            raise ValueError(n) from e
        raise


for i in range(60):
    try:
        drive(failing(9))
    except ValueError as e:
        last = (e.args, type(e.__cause__).__name__)
print(last)


def inner(n):
    got = []
    try:
        for i in range(n):
            got.append((yield i))
    except RuntimeError as e:
        got.append(str(e))
    finally:
        got.append('end')
    return got


def outer(n):
    result = yield from inner(n)
    yield result
    yield from ()
    return 'done'


for i in range(120):
    g = outer(3)
    seen = [next(g), g.send('a'), g.throw(RuntimeError('thrown'))]
    try:
        next(g)
    except StopIteration as e:
        seen.append(e.value)
print(seen)
g = outer(3)
next(g)
g.close()
print(g.gi_frame, list(outer(2)))


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(sum(tree(9)), len(list(tree(6))))


def again(g):
    yield from g


shared = inner(5)
a, b = again(shared), again(shared)
print(next(a), next(b), next(a), list(b), list(a))


async def gathered(n):
    async def one(k):
        await asyncio.sleep(0)
        if k % 7 == 6:
            raise LookupError(k)
        return k

    out = []
    for i in range(n):
        out += await asyncio.gather(*[one(k) for k in range(8)], return_exceptions=True)
    assert not [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    return sum(x for x in out if isinstance(x, int)), sum(isinstance(x, LookupError) for x in out)


print(asyncio.run(gathered(3)), asyncio.run(gathered(30)))


def taken(exc=None, value=1):
    try:
        if exc is not None:
            raise exc
    except ValueError as exc:
        value = -1
    except (KeyError, TypeError) as exc:
        value = exc
        raise
    finally:
        value = 2
    try:
        return value, exc
    except UnboundLocalError as e:
        return str(e)


for i in range(300):
    assert taken() == (2, None)
    said = taken(ValueError(i))
    try:
        taken(KeyError(i))
    except KeyError as e:
        assert e.args == (i,)
print(said)


def without(a, b):
    del a
    b = b + 1
    try:
        return a
    except NameError as e:
        return type(e).__name__, b


print([without(1, i) for i in range(300)][-1])
