# Not hidden from tracebacks: Python code in CPython too.
"""ProcessPoolExecutor, which there is no system for here: making one fails as on platforms without semaphores."""

from concurrent.futures import _base


class BrokenProcessPool(_base.BrokenExecutor):
    """
    Raised when a process in a ProcessPoolExecutor terminated abruptly
    while a future was in the running state.
    """


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        """Initializes a new ProcessPoolExecutor instance: not here."""
        if max_workers is not None and max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        raise NotImplementedError('there are no processes here; ThreadPoolExecutor takes turns in one')
