# Not hidden from tracebacks: Python code in CPython too.
"""The event loop: ready callbacks and timers; it waits on the host's clock."""

import _thread
import time

from . import base_events
from . import events

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy')


class _Timer:
    """What the base loop calls a selector: with nothing to read there is the time to wait for, and other threads."""

    def __init__(self):
        self._sleeping = _thread.allocate_lock()
        self._sleeping.acquire()

    def select(self, timeout=None):
        if timeout is not None and timeout <= 0:
            return ()
        if _thread._count():
            self._sleeping.acquire(timeout=-1 if timeout is None else timeout)
        elif timeout is None:
            raise RuntimeError('deadlock: the event loop waits, and nothing can wake it')
        else:
            time.sleep(timeout)
        return ()

    def wake(self):
        if self._sleeping.locked():
            self._sleeping.release()

    def close(self):
        pass


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    def __init__(self, selector=None):
        super().__init__()
        self._selector = _Timer()
        self._signal_handlers = {}
        self._failed = []

    def _note_failed(self, future):
        # CPython says at its end (__del__) that nobody asked for a future's exception; here, the loop does when it is closed.
        if len(self._failed) >= 1000:
            self._failed = [f for f in self._failed if f._log_traceback]
        self._failed.append(future)

    def close(self):
        failed, self._failed = self._failed, []
        for future in failed:
            if future._log_traceback:
                future.__del__()
                future._log_traceback = False
        super().close()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        # From another thread.
        self._selector.wake()

    def add_signal_handler(self, sig, callback, *args):
        self._signal_handlers[sig] = (callback, args)

    def remove_signal_handler(self, sig):
        return self._signal_handlers.pop(sig, None) is not None

class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
