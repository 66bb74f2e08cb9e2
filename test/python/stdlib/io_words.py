"""Streams: errors of text and byte streams; names of classes and their qualified names; futures that are done."""
import asyncio
import csv
import io
import operator
import os
import tempfile


def t(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        r = '%s: %s' % (type(e).__name__, e)
    print(repr(r))


t(io.StringIO, 'x', 'bad')
t(io.TextIOWrapper, io.BytesIO(), newline='z')
t(io.BytesIO().write, 5)
t(io.BytesIO(b'ab').readinto, b'xx')
t(io.BytesIO(b'ab').readinto, 5)
t(io.RawIOBase().readinto, bytearray(1))
t(io.RawIOBase().write, b'')
f, name = tempfile.mkstemp()
os.close(f)
h = open(name)
t(h.write, 'x')
next(h, None)
t(h.truncate)
t(h.detach().read)
t(h.close)
t(h.read)


class Raw(io.RawIOBase):
    n = 0

    def readable(self):
        return True

    def readinto(self, b):
        self.n += 1
        if self.n > 3:
            return 0
        b[:2] = b'%d\n' % self.n
        return 2


t(list, io.TextIOWrapper(Raw()))
t(operator.itemgetter)
t(csv.field_size_limit, 1, 2)


class A:
    pass


A.__name__ += 'X'
print(A.__name__, A.__qualname__, A.__dict__['__dict__'].__doc__, A.__dict__['__weakref__'].__doc__)
T = type('T', (), {})
T.__name__ += '1'
T.__qualname__ += '2'
print(T.__name__, T.__qualname__)
print((int | str).__module__)


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    t(future.set_result, 2)
    t(future.set_exception, ValueError())


asyncio.run(main())
