# mmap: anonymous memory and files, as sequences and as files; what is refused.
import mmap
import os
import re
import tempfile

m = mmap.mmap(-1, 12)
print(m, len(m), m[:4], m.tell())
print(m.write(b'hello world!'), m.tell(), m.read(), m.seek(0), m.read(5), m.read_byte(), m.readline())
m[0] = 72
m[-1:] = b'?'
m[0:4:2] = b'AB'
print(m[:], m[1], bytes(m), memoryview(m)[:3].tobytes(), re.search(rb'w(.)r', m).group(1), m.find(b'o'), m.find(b'o', 0), m.rfind(b'o', 0), list(m)[:2])
m.move(0, 6, 5)
m.seek(-2, 2)
m.write_byte(33)
print(m[:], m.tell(), b'!' in m, 33 in m)
m.resize(20)
print(len(m), m[10:])


def refused(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as e:
            print(type(e).__name__, e)


refused(lambda: m['x'], lambda: m[99], lambda: m.__setitem__(0, 300), lambda: m.__setitem__(0, b'a'), lambda: m.__setitem__(slice(0, 2), b'abc'), lambda: m.seek(99), lambda: m.seek(0, 5),
        lambda: m.write(b'x' * 30), lambda: m.move(0, 19, 5), lambda: m.flush(5, 99), lambda: m.read('x'), lambda: m.__delitem__(0), lambda: mmap.mmap(-1, -1), lambda: mmap.mmap(-1, 1, offset=-1),
        lambda: mmap.mmap(-1, 5, access=9), lambda: mmap.mmap(-1, 5, flags=mmap.MAP_PRIVATE, access=mmap.ACCESS_READ), lambda: mmap.mmap(-1, 0))
refused(m.size)
m.close()
refused(lambda: m[0], lambda: len(m), m.tell, lambda: repr(m), lambda: m.closed)

with tempfile.TemporaryFile() as f:
    refused(lambda: mmap.mmap(f.fileno(), 0))
    f.write(b'line one\nline two\n')
    f.flush()
    with mmap.mmap(f.fileno(), 0) as w, mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ) as r, mmap.mmap(f.fileno(), 8, access=mmap.ACCESS_COPY) as c:
        print(w.size(), r.readline(), c[:])
        c[0:4] = b'copy'
        w[5:8] = b'ONE'
        w.flush()
        print(r.size(), repr(r), memoryview(r).readonly, memoryview(w).readonly, c[:])
        refused(lambda: r.__setitem__(0, 1), lambda: r.write(b'x'), lambda: r.resize(3), lambda: mmap.mmap(f.fileno(), 99))
    f.seek(0)
    print(f.read())
