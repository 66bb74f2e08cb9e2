# Descriptors that stand for the same open file; standard output that leads elsewhere; pipes.
import os
import sys
import tempfile

with tempfile.TemporaryFile() as f:
    fd = f.fileno()
    other = os.dup(fd)
    print(other != fd)
    os.write(fd, b'one ')
    os.write(other, b'two ')
    os.lseek(other, 0, os.SEEK_SET)
    print(os.read(fd, 3), os.read(other, 100))
    os.close(other)
    try:
        os.write(other, b'x')
    except OSError as e:
        print(e)
    os.write(fd, b'three')

    sys.stdout.flush()
    saved = os.dup(1)
    print(os.dup2(fd, 1, inheritable=False), file=sys.stderr)
    print('to the file', 'é')
    sys.stdout.flush()
    os.write(1, b'and this\n')
    print(os.dup2(saved, 1), file=sys.stderr)
    os.close(saved)
    print('back')
    os.lseek(fd, 0, os.SEEK_SET)
    print(f.read())

    again = os.dup(fd)
    f.close()
    print(os.lseek(again, 0, os.SEEK_SET), os.read(again, 7))
    os.close(again)

for bad in 9999, -1:
    for call in lambda: os.dup(bad), lambda: os.dup2(bad, 1), lambda: os.fstat(bad):
        try:
            call()
        except OSError as e:
            print(bad, e)

r, w = os.pipe()
print(os.write(w, b'through the pipe'), os.read(r, 7), os.isatty(r))
copy = os.dup(w)
os.close(w)
with os.fdopen(copy, 'w') as out:
    print(' and on', file=out)
with os.fdopen(r) as text:
    print(text.read())
r, w = os.pipe()
os.close(r)
try:
    os.write(w, b'x')
except BrokenPipeError as e:
    print(e)
os.close(w)
