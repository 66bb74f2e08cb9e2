"""Each task and each context of contextvars has a decimal context; format with marks; the normal distribution's inverse."""
import asyncio
import contextvars
import decimal as D
import statistics


async def task(n):
    if n % 2:
        D.setcontext(D.Context(prec=n + 2))
    with D.localcontext() as c:
        c.prec = n + 4
        await asyncio.sleep(0)
        print(n, D.Decimal(1) / 7)
    print(n, D.Decimal(1) / 7)


async def main():
    await asyncio.gather(*[task(i) for i in range(4)])


asyncio.run(main())
print(D.getcontext().prec)
contextvars.Context().run(lambda: print(D.getcontext().prec))
contextvars.copy_context().run(lambda: D.setcontext(D.Context(prec=5)))
print(D.getcontext().prec, [v.name for v in contextvars.copy_context()])
print(D.Decimal('1234567.891').__format__('n', {'decimal_point': ',', 'thousands_sep': '.', 'grouping': '\3\2\0'}))
n = statistics.NormalDist(3, 2)
print([n.inv_cdf(p) for p in (1e-30, 1e-9, .02, .3, .5, .8, .999)], n.quantiles(3))
