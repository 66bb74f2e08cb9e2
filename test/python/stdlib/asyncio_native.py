"""Futures and tasks as CPython's C has them: attributes, texts, callbacks, cancelling, what cannot be awaited."""
import asyncio
import contextvars
import re


def show(*a):
    print(*(re.sub('0x[0-9a-f]+|[^ ]*asyncio_native.py', '0x', str(x)) for x in a))


def t(f, *a, **k):
    try:
        show(f(*a, **k))
    except BaseException as e:
        show(type(e).__name__, re.sub(' (running )?at [^ ]*', '', str(e)), repr(e.__context__))


async def coro():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    show(f, f._state, f._callbacks, f._result, f._exception, f._log_traceback, f._asyncio_future_blocking, f._loop is loop, f._source_traceback, f._cancel_message)
    t(f.result)
    t(f.exception)
    t(setattr, f, '_log_traceback', True)
    t(delattr, f, '_asyncio_future_blocking')
    t(setattr, f, '_state', 1)
    out = []
    cb = out.append
    f.add_done_callback(cb)
    f.add_done_callback(print)
    f.add_done_callback(cb)
    show(f, len(f._callbacks), type(f._callbacks[0]))
    show(f.remove_done_callback(cb), f.remove_done_callback(5), f.remove_done_callback(print))
    var = contextvars.ContextVar('var', default='outer')
    context = contextvars.copy_context()
    context.run(var.set, 'inner')
    f.add_done_callback(lambda f: out.append(var.get()), context=context)
    f.add_done_callback(lambda f: out.append(var.get()))
    f.set_result('r')
    show(f, f.result(), f.exception(), f.cancel())
    t(f.set_result, 2)
    t(f.set_exception, ValueError)
    await asyncio.sleep(0)
    show(out)
    f = loop.create_future()
    t(f.set_exception, StopIteration)
    t(f.set_exception, 5)
    f.set_exception(ValueError)
    show(f, f._log_traceback)
    t(f.result)
    show(f._log_traceback)
    f = loop.create_future()
    show(f.cancel('why'), f, f._cancel_message, f.cancelled(), f.done())
    t(f.result)
    t(f.exception)
    it = iter(loop.create_future())
    show(it, next(it))
    t(next, it)
    t(it.throw, ValueError, 'x')
    t(next, it)
    t(it.throw, 3)
    show(asyncio.Future[int], asyncio.Task[int])

    task = asyncio.create_task(coro(), name=5)
    show(task, repr(task.get_name()), task.get_coro(), task.cancelling(), task.uncancel(), task._fut_waiter, task._must_cancel, task._log_destroy_pending)
    show(loop._ready[-1])
    t(task.set_result, 1)
    t(task.set_exception, 1)
    task.set_name('n')
    show(await task, task, task in asyncio.all_tasks(), asyncio.current_task().get_name())
    t(asyncio.Task, 5, loop=loop)
    t(asyncio.Task)
    show(asyncio.current_task().get_stack()[0].f_code.co_name)

    class Child(asyncio.Future):
        extra = 1

        def result(self):
            return 'own ' + super().result()

    f = Child(loop=loop)
    f.other = 2
    loop.call_soon(f.set_result, 'x')
    show(await f, f.result(), f.other, f)
    t(vars, f)

    class Yields:
        def __init__(self, v):
            self.v = v

        def __await__(self):
            return (yield self.v)

    async def waits(v):
        await Yields(v)

    async def selfish():
        await asyncio.current_task()
    other = asyncio.new_event_loop()
    for c in waits(5), waits(loop.create_future()), waits((i for i in ())), waits(None), selfish(), waits(other.create_future()):
        try:
            show(await asyncio.create_task(c, name='bad'))
        except RuntimeError as e:
            show(re.sub(' at [^>]*', '', str(e)), e.__context__)
    other.close()

    async def stubborn():
        for i in range(2):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as e:
                show('cancelled', e.args, asyncio.current_task().cancelling(), asyncio.current_task().uncancel())
        return 'done'
    s = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    show(s.cancel('one'), s.cancelling(), s._must_cancel)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    s.cancel()
    show(await s)
    n = asyncio.create_task(coro())
    n.cancel('early')
    try:
        await n
    except asyncio.CancelledError as e:
        show(e.args, n)

    class Foreign:
        """Looks like a future."""
        _asyncio_future_blocking = False

        def __init__(self):
            self.callbacks = []

        def get_loop(self):
            return loop

        def add_done_callback(self, fn, *, context):
            show('callback', fn.__qualname__, type(context))
            loop.call_soon(fn, self)

        def result(self):
            return 7

        def __await__(self):
            self._asyncio_future_blocking = True
            yield self
            return self.result()

    async def foreign():
        return await Foreign()
    show(await asyncio.create_task(foreign()))
    t(asyncio.tasks._enter_task, loop, 'task')
    t(asyncio.tasks._leave_task, loop, 'task')


asyncio.run(main())
t(asyncio.get_running_loop)
print(asyncio.Future.__module__, asyncio.Task.__mro__, asyncio._get_running_loop())
