# A bytearray does not change its size while a memoryview of it is in use.
import io


def attempt(what, b, *args):
    try:
        print(what, getattr(b, what)(*args), b)
    except BufferError as e:
        print(what, e)


ALL = [('append', 1), ('extend', b'x'), ('insert', 0, 1), ('pop',), ('remove', 98), ('clear',), ('__delitem__', 0), ('__delitem__', slice(0, 2)),
       ('__setitem__', slice(0, 1), b'xyz'), ('__setitem__', slice(0, 1), b'x'), ('__iadd__', b'q'), ('__imul__', 2), ('__imul__', 1), ('__iadd__', b''), ('reverse',), ('__init__', b'q')]
for what, *args in ALL:
    b = bytearray(b'abc')
    m = memoryview(b)
    attempt(what, b, *args)
    m.release()
    attempt(what, b, *args)

b = bytearray(b'abc')
with memoryview(b) as m:
    attempt('append', b, 1)
    b[0] = 65
    print(m.tolist())
attempt('append', b, 1)

b = bytearray(b'abcd')
m = memoryview(b)[1:3]
attempt('append', b, 1)
del m
attempt('append', b, 1)
print(memoryview(b).tolist())
attempt('append', b, 2)
keep = {'k': [memoryview(b)]}
attempt('append', b, 3)
keep.clear()
attempt('append', b, 3)


class Holder:
    def __init__(self, v):
        self.view = memoryview(v)


h = Holder(b)
attempt('pop', b)
h.view = None
attempt('pop', b)
view = memoryview(b).cast('b').toreadonly()
attempt('pop', b)
view = None
attempt('pop', b)
views = map(memoryview, [b])
attempt('append', b, 4)
first = next(views)
attempt('append', b, 4)
first = None
attempt('append', b, 4)


def inside(b):
    with memoryview(b):
        attempt('append', b, 5)
    attempt('append', b, 5)


inside(b)
f = io.BytesIO(b'abc')
with f.getbuffer() as v:
    v[0] = 65
    try:
        f.write(b'longer')
    except BufferError as e:
        print(e)
print(f.getvalue(), f.write(b'longer'), f.getvalue())
