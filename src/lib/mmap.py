"""Memory-mapped files: bytes of our own, read from the file at once and written to it with every change."""

import os as _os
from _buffer_native import expose as _expose
from operator import index as _index

ACCESS_DEFAULT = 0; ACCESS_READ = 1; ACCESS_WRITE = 2; ACCESS_COPY = 3
PROT_READ = 1; PROT_WRITE = 2; PROT_EXEC = 4
MAP_SHARED = 1; MAP_PRIVATE = 2; MAP_ANON = 32; MAP_ANONYMOUS = 32; MAP_DENYWRITE = 2048; MAP_EXECUTABLE = 4096
MAP_NORESERVE = 16384; MAP_POPULATE = 32768; MAP_STACK = 131072
MADV_NORMAL = 0; MADV_RANDOM = 1; MADV_SEQUENTIAL = 2; MADV_WILLNEED = 3; MADV_DONTNEED = 4; MADV_REMOVE = 9; MADV_DONTFORK = 10
MADV_DOFORK = 11; MADV_HWPOISON = 100; MADV_MERGEABLE = 12; MADV_UNMERGEABLE = 13; MADV_HUGEPAGE = 14; MADV_NOHUGEPAGE = 15
MADV_DONTDUMP = 16; MADV_DODUMP = 17; MADV_FREE = 8
PAGESIZE = 4096; ALLOCATIONGRANULARITY = 4096
error = OSError
_NAMES = {ACCESS_DEFAULT: 'ACCESS_DEFAULT', ACCESS_READ: 'ACCESS_READ', ACCESS_WRITE: 'ACCESS_WRITE', ACCESS_COPY: 'ACCESS_COPY'}


class mmap:
    def __new__(cls, fileno, length, flags=MAP_SHARED, prot=PROT_READ | PROT_WRITE, access=ACCESS_DEFAULT, offset=0):
        fileno, length, flags, prot, access, offset = map(_index, (fileno, length, flags, prot, access, offset))
        if length < 0:
            raise OverflowError('memory mapped length must be positive')
        if offset < 0:
            raise OverflowError('memory mapped offset must be positive')
        if access != ACCESS_DEFAULT and (flags != MAP_SHARED or prot != PROT_READ | PROT_WRITE):
            raise ValueError("mmap can't specify both access and flags, prot.")
        if access not in _NAMES:
            raise ValueError('mmap invalid access parameter.')
        if access == ACCESS_DEFAULT:
            if not prot & PROT_WRITE:
                access = ACCESS_READ
        elif access == ACCESS_COPY:
            flags = MAP_PRIVATE
        if fileno != -1:
            size = _os.fstat(fileno).st_size
            if length == 0:
                if size == 0:
                    raise ValueError('cannot mmap an empty file')
                if offset >= size:
                    raise ValueError('mmap offset is greater than file size')
                length = size - offset
            elif offset > size or size - offset < length:
                raise ValueError('mmap length is greater than file size')
        elif length == 0:
            raise OSError(22, 'Invalid argument')
        if offset % ALLOCATIONGRANULARITY:
            raise OSError(22, 'Invalid argument')
        self = object.__new__(cls)
        self._access = access
        self._offset = offset
        self._pos = 0
        self._fd = -1
        self._shared = fileno != -1 and not flags & MAP_PRIVATE
        self._data = bytearray(length)
        if fileno != -1:
            self._fd = _os.dup(fileno)
            data = _os.pread(self._fd, length, offset)
            self._data[:len(data)] = data
        self._show()
        return self

    def _show(self):
        _expose(self, bytes(self._data) if self._access == ACCESS_READ else self._data, 0, len(self._data), 'B', 1, (len(self._data),))

    def _check(self):
        if self._data is None:
            raise ValueError('mmap closed or invalid')

    def _writable(self):
        if self._access == ACCESS_READ:
            raise TypeError("mmap can't modify a readonly memory map.")

    def _changed(self, start, stop):
        if self._shared and self._access != ACCESS_READ and stop > start:
            _os.pwrite(self._fd, bytes(self._data[start:stop]), self._offset + start)

    def close(self):
        if self._data is not None:
            self.flush()
            self._data = None
            if self._fd != -1:
                _os.close(self._fd)
                self._fd = -1

    @property
    def closed(self):
        return self._data is None

    def flush(self, offset=0, size=None, /):
        self._check()
        if size is None:
            size = len(self._data) - offset
        if size < 0 or offset < 0 or len(self._data) - offset < size:
            raise ValueError('flush values out of range')
        self._changed(offset, offset + size)

    def __len__(self):
        self._check()
        return len(self._data)

    def __getitem__(self, i):
        self._check()
        if isinstance(i, slice):
            return bytes(self._data[i])
        try:
            i = _index(i)
        except TypeError:
            raise TypeError('mmap indices must be integers') from None
        try:
            return self._data[i]
        except IndexError:
            raise IndexError('mmap index out of range') from None

    def __setitem__(self, i, value):
        self._check()
        self._writable()
        size = len(self._data)
        if isinstance(i, slice):
            places = range(size)[i]
            value = bytes(memoryview(value))
            if len(value) != len(places):
                raise IndexError('mmap slice assignment is wrong size')
            if places:
                self._data[i] = value
                self._changed(min(places), max(places) + 1)
            return
        try:
            i = _index(i)
        except TypeError:
            raise TypeError('mmap indices must be integers') from None
        if not -size <= i < size:
            raise IndexError('mmap index out of range')
        try:
            value = _index(value)
        except TypeError:
            raise TypeError('mmap item value must be an int') from None
        if not 0 <= value < 256:
            raise ValueError('mmap item value must be in range(0, 256)')
        self._data[i] = value
        self._changed(i % size, i % size + 1)

    def __delitem__(self, i):
        self._check()
        self._writable()
        raise TypeError("mmap doesn't support %s deletion" % ('slice' if isinstance(i, slice) else 'item'))

    def __iter__(self):
        for i in range(len(self)):
            yield self[i:i + 1]

    def __contains__(self, value):
        return any(value == one for one in self)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        if self._data is None:
            return '<%s.%s closed=True>' % (type(self).__module__, type(self).__qualname__)
        return '<%s.%s closed=False, access=%s, length=%d, pos=%d, offset=%d>' % (type(self).__module__, type(self).__qualname__, _NAMES[self._access], len(self._data), self._pos, self._offset)

    def _find(self, name, sub, start, end):
        self._check()
        if name == 'find':
            return self._data.find(sub, self._pos if start is None else start, len(self._data) if end is None else end)
        return self._data.rfind(sub, self._pos if start is None else start, len(self._data) if end is None else end)

    def find(self, sub, start=None, end=None, /):
        return self._find('find', sub, start, end)

    def rfind(self, sub, start=None, end=None, /):
        return self._find('rfind', sub, start, end)

    def move(self, dest, src, count, /):
        self._check()
        self._writable()
        size = len(self._data)
        if dest < 0 or src < 0 or count < 0 or size - dest < count or size - src < count:
            raise ValueError('source, destination, or count out of range')
        self._data[dest:dest + count] = bytes(self._data[src:src + count])
        self._changed(dest, dest + count)

    def read(self, n=None, /):
        self._check()
        if n is not None and not isinstance(n, int):
            raise TypeError("argument should be integer or None, not '%s'" % type(n).__name__)
        left = max(0, len(self._data) - self._pos)
        n = left if n is None or n < 0 or n > left else n
        data = bytes(self._data[self._pos:self._pos + n])
        self._pos += n
        return data

    def read_byte(self):
        self._check()
        if self._pos >= len(self._data):
            raise ValueError('read byte out of range')
        self._pos += 1
        return self._data[self._pos - 1]

    def readline(self):
        self._check()
        end = self._data.find(b'\n', self._pos) + 1
        return self.read((end or len(self._data)) - self._pos)

    def resize(self, newsize, /):
        self._check()
        if self._access not in (ACCESS_WRITE, ACCESS_DEFAULT):
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        if newsize < 0 or self._offset + newsize < 0:
            raise ValueError('new size out of range')
        if self._fd != -1:
            _os.ftruncate(self._fd, self._offset + newsize)
        old = self._data
        self._data = old[:newsize] + bytes(max(0, newsize - len(old)))
        self._show()

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError('unknown seek type')
        where = pos + (0 if whence == 0 else self._pos if whence == 1 else len(self._data))
        if not 0 <= where <= len(self._data):
            raise ValueError('seek out of range')
        self._pos = where

    def size(self):
        self._check()
        return _os.fstat(self._fd).st_size

    def tell(self):
        self._check()
        return self._pos

    def write(self, data, /):
        self._check()
        self._writable()
        data = bytes(memoryview(data))
        if self._pos > len(self._data) or len(self._data) - self._pos < len(data):
            raise ValueError('data out of range')
        self._data[self._pos:self._pos + len(data)] = data
        self._changed(self._pos, self._pos + len(data))
        self._pos += len(data)
        return len(data)

    def write_byte(self, value, /):
        self._check()
        self._writable()
        if self._pos >= len(self._data):
            raise ValueError('write byte out of range')
        self[self._pos] = value
        self._pos += 1

    def madvise(self, option, start=0, length=None, /):
        self._check()
        if not 0 <= start < len(self._data):
            raise ValueError('madvise start out of bounds')
        if length is not None and length < 0:
            raise ValueError('madvise length invalid')
