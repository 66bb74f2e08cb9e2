"""queue.SimpleQueue, which CPython writes in C."""

from _collections import deque
from threading import Semaphore
from types import GenericAlias


class Empty(Exception):
    'Exception raised by Queue.get(block=0)/get_nowait().'


class SimpleQueue:
    'Simple, unbounded, reentrant FIFO queue.'
    __slots__ = ('_items', '_count', '__weakref__')

    def __init__(self):
        self._items = deque()
        self._count = Semaphore(0)

    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        self._count.release()

    def put_nowait(self, item):
        self.put(item)

    def get(self, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._count.acquire(block, timeout if block else None):
            raise Empty
        return self._items.popleft()

    def get_nowait(self):
        return self.get(block=False)

    def empty(self, /):
        return len(self._items) == 0

    def qsize(self, /):
        return len(self._items)

    def __reduce__(self):
        raise TypeError("cannot pickle '_queue.SimpleQueue' object")

    __class_getitem__ = classmethod(GenericAlias)
