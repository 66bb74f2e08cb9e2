"""Streams unpacked in pieces, tar archives with gzip, shelves; codecs that name themselves; signals the program raises itself."""
import codecs
import functools
import gzip
import io
import os
import platform
import shelve
import signal
import tarfile
import tempfile
import zlib

raw = bytes(range(200)) * 6 + b'\0' * 3000
c = zlib.compressobj(9, zlib.DEFLATED, -15)
data = c.compress(raw) + c.flush()
for step in 100, 1000, 8192:
    o = zlib.decompressobj(-15)
    out = []
    buf = data
    while not o.eof:
        out.append(o.decompress(buf, step))
        buf = o.unconsumed_tail
    print(step, b''.join(out) == raw, max(map(len, out)) <= step, o.unused_data)
o = zlib.decompressobj(-15)
r = o.decompress(data + b'TAIL', 50)
print(o.eof, o.unused_data, r + o.decompress(o.unconsumed_tail) == raw, o.unused_data)
f = gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(raw)))
print(f.read(512) == raw[:512], f.seek(1000), f.read() == raw[1000:])
with tempfile.TemporaryDirectory() as d:
    os.chdir(d)
    with open('a.txt', 'w') as f:
        f.write('hello')
    with tarfile.open('t.tgz', 'w:gz') as t:
        t.add('a.txt')
    with tarfile.open('t.tgz') as t:
        print(t.getnames(), t.extractfile('a.txt').read())
    with shelve.open('db') as db:
        db['k'] = {'a': [1, 2]}
        db['j'] = 5
    with shelve.open('db') as db:
        print(sorted(db), db['k'], 'zz' in db)
        del db['j']
    with shelve.open('db', 'r') as db:
        print(list(db))
    os.chdir('/')


def t(f, *a):
    try:
        print(repr(f(*a)))
    except Exception as e:
        print(type(e).__name__, e, repr(e.__cause__))


t(codecs.decode, b'616', 'hex')
t(codecs.decode, b'\xff', 'utf-8')
t(functools.reduce, len, 5)
print(platform.python_version_tuple()[:2], platform.python_implementation())
t(signal.signal, signal.SIGUSR1, lambda n, frame: print('got', n))
signal.raise_signal(signal.SIGUSR1)
t(signal.getsignal, signal.SIGINT)
t(signal.strsignal, 2)
t(signal.signal, 999, signal.SIG_DFL)
t(signal.signal, signal.SIGTERM, 5)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e:
    print(repr(e))
