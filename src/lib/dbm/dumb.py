"""A dumb and slow but simple dbm clone: an index in FILE.dir, the values in FILE.dat."""

import ast as _ast
import collections.abc as _abc
import io as _io
import os as _os

import dbm as _dbm

__all__ = ['error', 'open']

_BLOCK = 512
error = OSError


class _Database(_abc.MutableMapping):
    def __init__(self, file, flag, mode):
        file = _os.fsdecode(file)
        self._names = file + '.dir', file + '.dat'
        self._readonly = flag == 'r'
        self._mode = mode
        self._changed = False
        self._data = {}
        if flag == 'n':
            self._changed = True
        else:
            self._load(flag)

    def _load(self, flag):
        try:
            index = _io.open(self._names[0], encoding='latin-1')
        except FileNotFoundError:
            if flag not in ('c', 'n'):
                raise
            self._changed = True
            return
        with index, _io.open(self._names[1], 'rb') as values:
            content = values.read()
            for line in index:
                key, (at, size) = _ast.literal_eval(line.strip())
                self._data[key.encode('latin-1')] = content[at:at + size]

    def sync(self):
        if not self._changed:
            return
        lines = []
        content = bytearray()
        for key, value in self._data.items():
            lines.append('%r, %r\n' % (key.decode('latin-1'), (len(content), len(value))))
            content += value + b'\0' * (-len(value) % _BLOCK)
        with _io.open(self._names[0], 'w', encoding='latin-1') as index, _io.open(self._names[1], 'wb') as values:
            index.writelines(lines)
            values.write(content)
        self._changed = False

    _commit = sync

    def _check(self):
        if self._data is None:
            raise error('DBM object has already been closed')

    @staticmethod
    def _bytes(what, v):
        if isinstance(v, str):
            return v.encode('utf-8')
        if not isinstance(v, (bytes, bytearray)):
            raise TypeError('%s must be bytes or strings' % what)
        return bytes(v)

    def __getitem__(self, key):
        self._check()
        return self._data[self._bytes('keys', key)]

    def __setitem__(self, key, value):
        if self._readonly:
            raise error('The database is opened for reading only')
        self._check()
        self._data[self._bytes('keys', key)] = self._bytes('values', value)
        self._changed = True

    def __delitem__(self, key):
        if self._readonly:
            raise error('The database is opened for reading only')
        self._check()
        del self._data[self._bytes('keys', key)]
        self._changed = True

    def __contains__(self, key):
        self._check()
        return self._bytes('keys', key) in self._data

    def __iter__(self):
        self._check()
        return iter(list(self._data))

    def __len__(self):
        self._check()
        return len(self._data)

    def keys(self):
        self._check()
        return list(self._data)

    def items(self):
        self._check()
        return list(self._data.items())

    def close(self):
        if self._data is not None:
            self.sync()
            self._data = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(file, flag='c', mode=0o666):
    """Open the database file, filename, and return corresponding object."""
    if flag not in ('r', 'w', 'c', 'n'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(file, flag, mode)
