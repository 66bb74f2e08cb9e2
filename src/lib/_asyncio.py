"""Accelerator module for asyncio"""

from _asyncio_native import (
    Future, Task, _all_tasks, _current_tasks, _enter_task, _get_event_loop, _get_running_loop, _leave_task, _register_task, _set_running_loop,
    _unregister_task, get_event_loop, get_running_loop)


def _helpers():
    from traceback import extract_stack
    from types import GeneratorType
    from asyncio.base_futures import _future_repr
    from asyncio.base_tasks import _task_get_stack, _task_print_stack, _task_repr
    from asyncio.coroutines import iscoroutine
    from asyncio.events import get_event_loop_policy
    from asyncio.exceptions import CancelledError, InvalidStateError

    def tell(future, /, **context):
        if future._source_traceback:
            context['source_traceback'] = future._source_traceback
        future._loop.call_exception_handler(context)

    def future_del(self):
        if self._loop is not None and self._log_traceback:
            self._log_traceback = False
            tell(self, message=f'{type(self).__name__} exception was never retrieved', exception=self._exception, future=self)

    def task_del(self):
        if self._loop is not None and self._log_destroy_pending and not self.done():
            tell(self, message='Task was destroyed but it is pending!', task=self)
        future_del(self)

    def others(callbacks, fn):
        return [pair for pair in callbacks if not (pair[0] is fn or pair[0] == fn)]

    def enter(loop, task):
        running = _current_tasks.get(loop)
        if running is not None:
            raise RuntimeError(f'Cannot enter into task {task!r} while another task {running!r} is being executed.')
        _current_tasks[loop] = task

    def leave(loop, task):
        running = _current_tasks.get(loop)
        if running is not task:
            raise RuntimeError(f'Leaving task {task!r} does not match the current task {running!r}.')
        del _current_tasks[loop]

    def already_done(task, exc):
        raise InvalidStateError(f'_step(): already done: {task!r} {exc!r}')

    def no_coroutine(coro):
        raise TypeError(f'a coroutine was expected, got {coro!r}')

    def misuse(how, task, result):
        if how == 'self':
            return RuntimeError(f'Task cannot await on itself: {task!r}')
        if how == 'loop':
            return RuntimeError(f'Task {task!r} got Future {result!r} attached to a different loop')
        if how == 'yield':
            return RuntimeError(f'yield was used instead of yield from in task {task!r} with {result!r}')
        if how == 'generator':
            return RuntimeError(f'yield was used instead of yield from for generator in task {task!r} with {result!r}')
        return RuntimeError(f'Task got bad yield: {result!r}')

    def foreign(task, result, wakeup, context):
        """A task's coroutine has yielded what is neither a Future nor a Task itself."""
        blocking = getattr(result, '_asyncio_future_blocking', None)
        if blocking is None:
            return misuse('generator' if isinstance(result, GeneratorType) else 'other', task, result)
        get_loop = getattr(result, 'get_loop', None)
        if (result._loop if get_loop is None else get_loop()) is not task._loop:
            return misuse('loop', task, result)
        if not blocking:
            return misuse('yield', task, result)
        result._asyncio_future_blocking = False
        result.add_done_callback(wakeup, context=context)

    return {f.__name__: f for f in (extract_stack, iscoroutine, get_event_loop_policy, CancelledError, InvalidStateError, future_del, task_del, others, enter, leave,
                                    already_done, no_coroutine, misuse, foreign)} | {
        'future_repr': _future_repr, 'task_repr': _task_repr, 'task_get_stack': _task_get_stack, 'task_print_stack': _task_print_stack}


import _asyncio_native
_asyncio_native.use(_helpers())
del _asyncio_native, _helpers
