"""Streams: files of the host's file system, bytes and text in memory."""

import _memory_files
import posix

DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    __module__ = 'io'


def _index(n, default=-1):
    if n is None:
        return default
    if type(n) is not int:
        if not hasattr(type(n), '__index__'):
            raise TypeError('argument should be integer or None, not %r' % type(n).__name__)
        n = n.__index__()
    if not -0x8000000000000000 <= n <= 0x7fffffffffffffff:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return min(n, _LARGEST)


# What is larger comes to the same: no file is so long.
_LARGEST = 2 ** 53 - 1


def _offset(pos):
    if type(pos) is int:
        return pos
    if not hasattr(type(pos), '__index__'):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(pos).__name__)
    return pos.__index__()


def _bytes_of(b):
    """The contents of any bytes-like object."""
    if type(b) is bytes:
        return b
    view = None
    try:
        view = memoryview(b)
    except TypeError:
        pass
    if view is None:
        raise TypeError('a bytes-like object is required, not %r' % type(b).__name__)
    return bytes(view)


def _writable(b):
    """The memory that readinto() fills."""
    try:
        m = memoryview(b)
    except TypeError:
        m = None
    if m is None or m.readonly:
        raise TypeError('readinto() argument must be read-write bytes-like object, not %s' % type(b).__name__)
    return m if m.format == 'B' and m.ndim == 1 else m.cast('B')


class _IOBase:
    __module__ = '_io'
    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, pos, whence=0, /):
        self._unsupported('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._unsupported('truncate')

    def fileno(self):
        self._unsupported('fileno')

    def flush(self):
        self._checkClosed()

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def isatty(self):
        self._checkClosed()
        return False

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError('I/O operation on closed file.' if msg is None else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation('File or stream is not readable.' if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation('File or stream is not writable.' if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation('File or stream is not seekable.' if msg is None else msg)

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        size = _index(size)
        out = bytearray()
        while size < 0 or len(out) < size:
            b = self.read(1)
            if not b:
                break
            if not isinstance(b, bytes):
                raise OSError("read() should have returned a bytes object, not '%s'" % type(b).__name__)
            out += b
            if b == b'\n':
                break
        return bytes(out)

    def readlines(self, hint=None, /):
        hint = _index(hint)
        if hint <= 0:
            return list(self)
        n = 0
        lines = []
        for line in self:
            lines.append(line)
            n += len(line)
            if n >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)

    def __del__(self):
        pass


class _RawIOBase(_IOBase):
    def read(self, size=-1, /):
        size = _index(size)
        if size < 0:
            return self.readall()
        b = bytearray(size)
        n = self.readinto(b)
        if n is None:
            return None
        return bytes(b[:n])

    def readall(self):
        parts = []
        while True:
            data = self.read(DEFAULT_BUFFER_SIZE)
            if data is None and not parts:
                return None
            if not data:
                break
            parts.append(data)
        return b''.join(parts)

    def readinto(self, b, /):
        raise NotImplementedError

    def write(self, b, /):
        raise NotImplementedError


class _BufferedIOBase(_IOBase):
    def read(self, size=-1, /):
        self._unsupported('read')

    def read1(self, size=-1, /):
        self._unsupported('read1')

    def readinto(self, b, /):
        target = _writable(b)
        data = self.read(len(target))
        target[:len(data)] = data
        return len(data)

    def readinto1(self, b, /):
        target = _writable(b)
        data = self.read1(len(target))
        target[:len(data)] = data
        return len(data)

    def write(self, b, /):
        self._unsupported('write')

    def detach(self):
        self._unsupported('detach')


class _TextIOBase(_IOBase):
    @property
    def encoding(self):
        return None

    @property
    def newlines(self):
        return None

    @property
    def errors(self):
        return None

    def read(self, size=-1, /):
        self._unsupported('read')

    def readline(self, size=-1, /):
        self._unsupported('readline')

    def write(self, s, /):
        self._unsupported('write')

    def detach(self):
        self._unsupported('detach')


class BytesIO(_BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""

    def __init__(self, initial_bytes=b''):
        if initial_bytes is None:
            buffer = bytearray()
        elif isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        else:
            buffer = bytearray(memoryview(initial_bytes))
        self._b = _memory_files.bytes(buffer)

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file.')

    def __getstate__(self):
        self._check()
        d = dict(self.__dict__)
        d.pop('_b', None)
        return self.getvalue(), self._b.pos, d or None

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) < 3:
            raise TypeError('%s.__setstate__ argument should be 3-tuple, got %s' % (type(self).__name__, type(state).__name__))
        value, pos, d = state[:3]
        self.__init__(value)
        self._b.pos = pos
        if d:
            self.__dict__.update(d)

    def getbuffer(self):
        self._check()
        return memoryview(self._b.buffer)

    def _slow_read(self, size):
        return BytesIO.read(self, _index(size))

    def _slow_readline(self, size):
        return BytesIO.readline(self, _index(size))

    def _slow_write(self, b):
        return BytesIO.write(self, _bytes_of(b))

    def _slow_next(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, b, /):
        self._check()
        target = _writable(b)
        data = self.read(len(target))
        target[:len(data)] = data
        return len(data)

    readinto1 = readinto

    def seek(self, pos, whence=0, /):
        self._check()
        pos = _offset(pos)
        b = self._b
        if whence == 0:
            if pos < 0:
                raise ValueError('negative seek value %r' % (pos,))
            b.pos = pos
        elif whence == 1:
            b.pos = max(0, b.pos + pos)
        elif whence == 2:
            b.pos = max(0, len(b.buffer) + pos)
        else:
            raise ValueError('invalid whence (%r, should be 0, 1 or 2)' % (whence,))
        return b.pos

    def tell(self):
        self._check()
        return self._b.pos

    def truncate(self, size=None, /):
        self._check()
        if size is None:
            size = self._b.pos
        else:
            size = _index(size)
            if size < 0:
                raise ValueError('negative size value %d' % size)
        del self._b.buffer[size:]
        return size

    def isatty(self):
        self._check()
        return False

    def flush(self):
        self._check()

    def close(self):
        # A BufferError while a view of the bytes is in use.
        self._b.closed = True
        self._closed = True
        self._b.buffer = bytearray()

    def readable(self):
        self._check()
        return True

    writable = seekable = readable


_memory_files.install_bytes(BytesIO)


class IncrementalNewlineDecoder:
    """Codec used when reading a file in universal newlines mode."""

    def __init__(self, decoder, translate, errors='strict'):
        self._decoder = decoder
        self._translate = translate
        self._errors = errors
        self._seen = 0
        self._pending = False

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final)
        if self._pending and (text or final):
            text = '\r' + text
            self._pending = False
        if text.endswith('\r') and not final:
            text = text[:-1]
            self._pending = True
        crlf = text.count('\r\n')
        cr = text.count('\r') - crlf
        lf = text.count('\n') - crlf
        self._seen |= (1 if lf else 0) | (2 if cr else 0) | (4 if crlf else 0)
        if self._translate:
            if crlf:
                text = text.replace('\r\n', '\n')
            if cr:
                text = text.replace('\r', '\n')
        return text

    def getstate(self):
        data, flag = (b'', 0) if self._decoder is None else self._decoder.getstate()
        return data, flag << 1 | (1 if self._pending else 0)

    def setstate(self, state, /):
        data, flag = state
        self._pending = bool(flag & 1)
        if self._decoder is not None:
            self._decoder.setstate((data, flag >> 1))

    def reset(self):
        self._seen = 0
        self._pending = False
        if self._decoder is not None:
            self._decoder.reset()

    @property
    def newlines(self):
        return (None, '\n', '\r', ('\r', '\n'), '\r\n', ('\n', '\r\n'), ('\r', '\r\n'), ('\r', '\n', '\r\n'))[self._seen]


class StringIO(_TextIOBase):
    """Text I/O implementation using an in-memory buffer."""

    _decoder = None

    def __init__(self, initial_value='', newline='\n'):
        if newline is not None and not isinstance(newline, str):
            raise TypeError('newline must be str or None, not %s' % type(newline).__name__)
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError('illegal newline value: %r' % newline)
        if not newline:
            self._decoder = IncrementalNewlineDecoder(None, newline is None)
        self._b = _memory_files.text(newline)
        if initial_value is not None:
            if not isinstance(initial_value, str):
                raise TypeError('initial_value must be str or None, not %s' % type(initial_value).__name__)
            if initial_value:
                self._b.text = self._translate(initial_value)

    def _translate(self, s):
        newline = self._b.newline
        if self._decoder is not None:
            return self._decoder.decode(s, True)
        if newline == '\r' or newline == '\r\n':
            return s.replace('\n', newline)
        return s

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def __getstate__(self):
        self._check()
        d = {k: v for k, v in self.__dict__.items() if k not in ('_b', '_decoder')}
        return self._b.text, self._b.newline, self._b.pos, d or None

    def __setstate__(self, state):
        value, newline, pos, d = state
        self.__init__('', newline)
        self._b.text = value
        self._b.pos = pos
        if d:
            self.__dict__.update(d)

    def _slow_write(self, s):
        if not isinstance(s, str):
            raise TypeError('string argument expected, got %r' % type(s).__name__)
        self._check()
        if s:
            self._b.put(self._translate(s))
        return len(s)

    def _slow_read(self, size):
        return StringIO.read(self, _index(size))

    def _slow_readline(self, size):
        b = self._b
        newline = b.newline
        if newline is None or newline == '\n':
            return StringIO.readline(self, _index(size))
        if type(size) is not int:
            size = _index(size)
        text = b.text
        pos = b.pos
        if newline == '':
            end = _line_end(text, pos)
        else:
            end = text.find(newline, pos)
            end = len(text) if end < 0 else end + len(newline)
        if size >= 0:
            end = min(end, pos + size)
        if end <= pos:
            return ''
        b.pos = end
        return text[pos:end]

    def _slow_next(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, pos, whence=0, /):
        self._check()
        pos = _offset(pos)
        whence = _offset(whence)
        if whence == 0:
            if pos < 0:
                raise ValueError('Negative seek position %d' % pos)
            self._b.pos = pos
        elif whence == 1:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            self._b.pos = len(self._b.text)
        else:
            raise ValueError('Invalid whence (%d, should be 0, 1 or 2)' % whence)
        return self._b.pos

    def tell(self):
        self._check()
        return self._b.pos

    def truncate(self, size=None, /):
        self._check()
        if size is None:
            size = self._b.pos
        else:
            size = _index(size)
            if size < 0:
                raise ValueError('Negative size value %d' % size)
        self._b.text = self._b.text[:size]
        return size

    def close(self):
        self._closed = True
        self._b.closed = True
        self._b.text = ''

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        self._check()
        return False

    @property
    def newlines(self):
        self._check()
        return None if self._decoder is None else self._decoder.newlines


_memory_files.install_text(StringIO)


def _line_end(text, pos):
    """Where the line at `pos` ends, when all three line ends count."""
    lf = text.find('\n', pos)
    cr = text.find('\r', pos, lf if lf >= 0 else len(text))
    if cr >= 0:
        return cr + 2 if text.startswith('\r\n', cr) else cr + 1
    return len(text) if lf < 0 else lf + 1


class FileIO(_RawIOBase):
    """A file descriptor of the host."""

    _fd = -1
    _closed = True

    def __init__(self, file, mode='r', closefd=True, opener=None):
        if isinstance(file, float):
            raise TypeError('integer argument expected, got float')
        if not isinstance(mode, str):
            raise TypeError("FileIO() argument 'mode' must be str, not %s" % type(mode).__name__)
        if set(mode) - set('xrwab+') or sum(c in 'rwax' for c in mode) != 1 or mode.count('+') > 1:
            if not set(mode) - set('xrwab+') :
                raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
            raise ValueError('invalid mode: %s' % mode)
        self._created = 'x' in mode
        self._appending = 'a' in mode
        self._readable = 'r' in mode or '+' in mode
        self._writable = 'r' not in mode or '+' in mode
        flags = posix.O_RDWR if self._readable and self._writable else posix.O_RDONLY if self._readable else posix.O_WRONLY
        if 'x' in mode:
            flags |= posix.O_EXCL | posix.O_CREAT
        elif 'w' in mode:
            flags |= posix.O_CREAT | posix.O_TRUNC
        elif 'a' in mode:
            flags |= posix.O_APPEND | posix.O_CREAT
        flags |= posix.O_CLOEXEC
        if isinstance(file, int):
            if file < 0:
                raise ValueError('negative file descriptor')
            posix.fstat(file)
            self._fd = file
            self._closefd = closefd
            self.name = file
        else:
            if not closefd:
                raise ValueError('Cannot use closefd=False with file name')
            self._closefd = True
            path = posix.fspath(file)
            if opener is None:
                self._fd = posix.open(path, flags, 0o666)
            else:
                fd = opener(file, flags)
                if not isinstance(fd, int):
                    raise TypeError('expected integer from opener')
                if fd < 0:
                    raise ValueError('opener returned %d' % fd)
                self._fd = fd
            self.name = file
            if posix.fstat(self._fd).st_mode & 0o170000 == 0o040000:
                posix.close(self._fd)
                raise IsADirectoryError(21, 'Is a directory', file)
        self._closed = False
        self._seekable = None
        if self._appending:
            try:
                posix.lseek(self._fd, 0, 2)
            except OSError:
                pass

    @property
    def mode(self):
        if self._created:
            return 'xb+' if self._readable else 'xb'
        if self._appending:
            return 'ab+' if self._readable else 'ab'
        if self._readable:
            return 'rb+' if self._writable else 'rb'
        return 'wb'

    @property
    def closefd(self):
        return self._closefd

    def __repr__(self):
        if self._closed:
            return '<_io.FileIO [closed]>'
        return '<_io.FileIO name=%r mode=%r closefd=%r>' % (self.name, self.mode, self._closefd)

    def fileno(self):
        self._checkClosed('I/O operation on closed file')
        return self._fd

    def readable(self):
        self._checkClosed('I/O operation on closed file')
        return self._readable

    def writable(self):
        self._checkClosed('I/O operation on closed file')
        return self._writable

    def seekable(self):
        self._checkClosed('I/O operation on closed file')
        if self._seekable is None:
            try:
                posix.lseek(self._fd, 0, 1)
            except OSError:
                self._seekable = False
            else:
                self._seekable = True
        return self._seekable

    def isatty(self):
        self._checkClosed('I/O operation on closed file')
        return posix.isatty(self._fd)

    def read(self, size=-1, /):
        self._checkClosed('I/O operation on closed file')
        if not self._readable:
            raise UnsupportedOperation('File not open for reading')
        size = _index(size)
        if size < 0:
            return self.readall()
        return posix.read(self._fd, size)

    def readall(self):
        self._checkClosed('I/O operation on closed file')
        parts = []
        while True:
            data = posix.read(self._fd, 1 << 20)
            if not data:
                return b''.join(parts)
            parts.append(data)

    def readinto(self, b, /):
        self._checkClosed('I/O operation on closed file')
        if not self._readable:
            raise UnsupportedOperation('File not open for reading')
        return posix._readinto(self._fd, b)

    def write(self, b, /):
        self._checkClosed('I/O operation on closed file')
        if not self._writable:
            raise UnsupportedOperation('File not open for writing')
        return posix.write(self._fd, b)

    def seek(self, pos, whence=0, /):
        self._checkClosed('I/O operation on closed file')
        if isinstance(pos, float):
            raise TypeError('an integer is required')
        return posix.lseek(self._fd, pos, whence)

    def tell(self):
        self._checkClosed('I/O operation on closed file')
        return posix.lseek(self._fd, 0, 1)

    def truncate(self, size=None, /):
        self._checkClosed('I/O operation on closed file')
        if not self._writable:
            raise UnsupportedOperation('File not open for writing')
        if size is None:
            size = self.tell()
        posix.ftruncate(self._fd, size)
        return size

    def close(self):
        if not self._closed:
            self._closed = True
            if self._closefd:
                posix.close(self._fd)


class _Buffered(_BufferedIOBase):
    """What the buffered classes have in common: `raw`, and a name for their text."""

    def __init__(self, raw):
        self._raw = raw

    @property
    def raw(self):
        return self._raw

    @property
    def name(self):
        return self._raw.name

    @property
    def mode(self):
        return self._raw.mode

    @property
    def closed(self):
        return self._raw is not None and self._raw.closed

    def _check(self):
        if self._raw is None:
            raise ValueError('raw stream has been detached')
        if self._raw.closed:
            raise ValueError(self._closed_message)

    _closed_message = 'I/O operation on closed file.'

    def __repr__(self):
        try:
            return '<%s.%s name=%r>' % (type(self).__module__, type(self).__qualname__, self.name)
        except AttributeError:
            return '<%s.%s>' % (type(self).__module__, type(self).__qualname__)

    def fileno(self):
        return self._raw.fileno()

    def isatty(self):
        self._check()
        return self._raw.isatty()

    def seekable(self):
        self._check()
        return self._raw.seekable()

    def flush(self):
        self._check()

    def detach(self):
        self._check()
        self.flush()
        raw = self._raw
        self._raw = None
        return raw

    def close(self):
        if self._raw is not None and not self._raw.closed:
            try:
                self.flush()
            finally:
                self._raw.close()

    def __getstate__(self):
        raise TypeError("cannot pickle '%s.%s' object" % (type(self).__module__, type(self).__qualname__))


class BufferedReader(_Buffered):
    """Create a new buffered reader using the given readable raw IO object."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise UnsupportedOperation('File or stream is not readable.')
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        _Buffered.__init__(self, raw)
        self._size = buffer_size
        self._data = b''
        self._at = 0

    def readable(self):
        self._check()
        return self._raw.readable()

    def _more(self, n):
        """One read of the raw stream, behind what is left of the buffer; False at the end."""
        data = self._raw.read(n if n > self._size else self._size)
        if not data:
            return False
        if self._at < len(self._data):
            self._data = self._data[self._at:] + data
        else:
            self._data = data
        self._at = 0
        return True

    def read(self, size=-1, /):
        self._check_read()
        size = _index(size)
        if size < -1:
            raise ValueError('read length must be non-negative or -1')
        if size == -1:
            rest = self._data[self._at:]
            self._data = b''
            self._at = 0
            more = self._raw.readall() if hasattr(self._raw, 'readall') else self._raw.read()
            if more is None:
                return rest or None
            return rest + more
        while len(self._data) - self._at < size:
            if not self._more(size - (len(self._data) - self._at)):
                break
        at = self._at
        out = self._data[at:at + size]
        self._at = at + len(out)
        return out

    def _check_read(self):
        if self._raw is None:
            raise ValueError('raw stream has been detached')
        if self._raw.closed:
            raise ValueError('read of closed file')

    def read1(self, size=-1, /):
        self._check_read()
        if size < 0:
            size = self._size
        if size == 0:
            return b''
        if self._at >= len(self._data):
            self._more(1)
        at = self._at
        out = self._data[at:at + size]
        self._at = at + len(out)
        return out

    def readinto(self, b, /):
        self._check_read()
        target = _writable(b)
        data = self.read(len(target))
        target[:len(data)] = data
        return len(data)

    def readinto1(self, b, /):
        target = _writable(b)
        data = self.read1(len(target))
        target[:len(data)] = data
        return len(data)

    def peek(self, size=0, /):
        self._check_read()
        if self._at >= len(self._data):
            self._more(1)
        return self._data[self._at:]

    def readline(self, size=-1, /):
        self._check_read()
        size = _index(size)
        scanned = self._at
        while True:
            end = self._data.find(b'\n', scanned) + 1
            if end > 0 or (size >= 0 and len(self._data) - self._at >= size):
                break
            left = len(self._data) - self._at
            if not self._more(1):
                end = len(self._data)
                break
            scanned = left
        at = self._at
        if size >= 0 and (end == 0 or end > at + size):
            end = at + size
        out = self._data[at:end]
        self._at = at + len(out)
        return out

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._check()
        return self._raw.tell() - (len(self._data) - self._at)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError('whence value %d unsupported' % whence)
        if whence == 1:
            pos -= len(self._data) - self._at
        self._data = b''
        self._at = 0
        return self._raw.seek(pos, whence)

    def truncate(self, pos=None, /):
        self._check()
        raise UnsupportedOperation('truncate')


class BufferedWriter(_Buffered):
    """A buffer for a writeable sequential RawIO object. The host collects what is written; here nothing waits."""

    _closed_message = 'write to closed file'

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise UnsupportedOperation('File or stream is not writable.')
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        _Buffered.__init__(self, raw)
        self._direct = type(raw) is FileIO
        self._size = buffer_size
        self._pending = bytearray()

    def writable(self):
        self._check()
        return self._raw.writable()

    def write(self, b, /):
        self._check()
        b = _bytes_of(b)
        if self._direct:
            self._raw.write(b)
            return len(b)
        self._pending += b
        if len(self._pending) > self._size:
            self.flush()
        return len(b)

    def flush(self):
        if self._raw is None:
            raise ValueError('raw stream has been detached')
        if self._raw.closed:
            raise ValueError('flush of closed file')
        while self._pending:
            n = self._raw.write(self._pending)
            if n is None:
                raise BlockingIOError(11, 'write could not complete without blocking', 0)
            del self._pending[:n]

    def tell(self):
        self._check()
        return self._raw.tell() + len(self._pending)

    def seek(self, pos, whence=0, /):
        self._check()
        self.flush()
        return self._raw.seek(pos, whence)

    def truncate(self, pos=None, /):
        self._check()
        self.flush()
        if pos is None:
            pos = self.tell()
        return self._raw.truncate(pos)


class BufferedRandom(BufferedReader):
    """A buffered interface to random access streams."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')
        BufferedReader.__init__(self, raw, buffer_size)

    def writable(self):
        self._check()
        return self._raw.writable()

    def _back(self):
        """The raw position becomes what tell() says."""
        left = len(self._data) - self._at
        if left:
            self._raw.seek(-left, 1)
        self._data = b''
        self._at = 0

    def write(self, b, /):
        self._check()
        data = _bytes_of(b)
        self._back()
        self._raw.write(data)
        return len(data)

    def truncate(self, pos=None, /):
        self._check()
        if pos is None:
            pos = self.tell()
        self._back()
        return self._raw.truncate(pos)


class BufferedRWPair(_BufferedIOBase):
    """A buffered reader and writer object together."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        if not reader.readable():
            raise UnsupportedOperation('File or stream is not readable.')
        if not writer.writable():
            raise UnsupportedOperation('File or stream is not writable.')
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def readinto(self, b, /):
        return self.reader.readinto(b)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def write(self, b, /):
        return self.writer.write(b)

    def flush(self):
        return self.writer.flush()

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    def close(self):
        self.writer.close()
        self.reader.close()

    @property
    def closed(self):
        return self.writer.closed


class TextIOWrapper(_TextIOBase):
    """Character and line based layer over a BufferedIOBase object, buffer."""

    _CHUNK_SIZE = 8192

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline is not None and not isinstance(newline, str):
            raise TypeError('illegal newline type: %r' % type(newline))
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError('illegal newline value: %s' % newline)
        if encoding is None or encoding == 'locale':
            encoding = 'utf-8' if encoding == 'locale' else 'UTF-8'
        elif not isinstance(encoding, str):
            raise TypeError("TextIOWrapper() argument 'encoding' must be str or None, not %s" % type(encoding).__name__)
        import codecs
        info = codecs.lookup(encoding)
        if not info._is_text_encoding:
            raise LookupError('%r is not a text encoding; use codecs.open() to handle arbitrary codecs' % encoding)
        if errors is None:
            errors = 'strict'
        elif not isinstance(errors, str):
            raise TypeError("TextIOWrapper() argument 'errors' must be str or None, not %s" % type(errors).__name__)
        self._info = info
        self._buffer = buffer
        self._encoding = encoding
        self._errors = errors
        self._line_buffering = line_buffering
        self._write_through = write_through
        self._set_newline(newline)
        self._encoder = None
        self._bom = None
        # Decoded text and where in it we are; bytes of the buffer before it (for tell).
        self._text = ''
        self._at = 0
        self._decoder = None
        self._snapshot = None
        self._telling = True
        # utf-8, ascii, latin-1: no state between writes, no decoder needed for it.
        self._stateless = info.name in ('utf-8', 'ascii', 'iso8859-1')
        self._seekable = buffer.seekable()

    def _set_newline(self, newline):
        self._newline = newline
        self._universal = not newline
        self._write_newline = newline if newline in ('\r', '\r\n') else None

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def buffer(self):
        return self._buffer

    @property
    def newlines(self):
        return self._decoder.newlines if self._universal and self._decoder is not None else None

    @property
    def closed(self):
        return self._buffer.closed

    @property
    def name(self):
        return self._buffer.name

    def __repr__(self):
        text = '<%s.%s' % (type(self).__module__, type(self).__qualname__)
        try:
            text += ' name=%r' % (self.name,)
        except AttributeError:
            pass
        try:
            text += ' mode=%r' % (self.mode,)
        except AttributeError:
            pass
        return text + ' encoding=%r>' % (self._encoding,)

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        if self._decoder is not None and (encoding is not None or errors is not None or newline is not ...):
            raise UnsupportedOperation('It is not possible to set the encoding or newline of stream after the first read')
        self.flush()
        if encoding is not None or errors is not None or newline is not ...:
            keep = self._newline if newline is ... else newline
            self.__init__(self._buffer, self._encoding if encoding is None else encoding,
                          (self._errors if encoding is None else 'strict') if errors is None else errors, keep,
                          self._line_buffering, self._write_through)
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)

    def fileno(self):
        return self._buffer.fileno()

    def isatty(self):
        return self._buffer.isatty()

    def readable(self):
        return self._buffer.readable()

    def writable(self):
        return self._buffer.writable()

    def seekable(self):
        return self._buffer.seekable()

    def flush(self):
        self._buffer.flush()

    def detach(self):
        buffer = self._buffer
        if buffer is None:
            raise ValueError('underlying buffer has been detached')
        self.flush()
        self._buffer = None
        return buffer

    def close(self):
        if self._buffer is None:
            raise ValueError('underlying buffer has been detached')
        if not self._buffer.closed:
            try:
                self.flush()
            finally:
                self._buffer.close()

    def write(self, s, /):
        buffer = self._buffer
        if buffer.closed:
            raise ValueError('I/O operation on closed file.')
        if not isinstance(s, str):
            raise TypeError('write() argument must be str, not %s' % type(s).__name__)
        if self._seekable and not self._telling and not buffer.writable():
            raise UnsupportedOperation('not writable')
        n = len(s)
        if self._write_newline is not None and '\n' in s:
            text = s.replace('\n', self._write_newline)
        else:
            text = s
        if self._text:
            # What was read ahead is forgotten.
            self._sync()
        if self._stateless:
            data = text.encode(self._encoding, self._errors)
        else:
            if self._encoder is None:
                self._encoder = self._info.incrementalencoder(self._errors)
                if self._seekable and hasattr(buffer, 'tell') and buffer.tell() != 0:
                    try:
                        self._encoder.setstate(0)
                    except LookupError:
                        pass
            data = self._encoder.encode(text)
        try:
            buffer.write(data)
        except UnsupportedOperation:
            raise UnsupportedOperation('not writable') from None
        if self._line_buffering and ('\n' in s or '\r' in s):
            self.flush()
        return n

    def _sync(self):
        """Puts the buffer where the reader is."""
        if self._text and self._seekable:
            pos = self.tell()
            self._forget()
            self._buffer.seek(pos)

    def _forget(self):
        self._text = ''
        self._at = 0
        self._snapshot = None

    def _make_decoder(self):
        if not self._buffer.readable():
            raise UnsupportedOperation('not readable')
        decoder = self._info.incrementaldecoder(self._errors)
        if self._universal:
            decoder = IncrementalNewlineDecoder(decoder, self._newline is None)
        self._decoder = decoder
        return decoder

    def _more(self):
        """Decodes one more chunk behind the text; False at the end of the file."""
        decoder = self._decoder or self._make_decoder()
        buffer = self._buffer
        if self._seekable:
            state = decoder.getstate()
        data = buffer.read1(self._CHUNK_SIZE) if hasattr(buffer, 'read1') else buffer.read(self._CHUNK_SIZE)
        if not isinstance(data, bytes):
            data = bytes(data)
        more = bool(data)
        text = decoder.decode(data, not more)
        if self._at < len(self._text):
            if self._snapshot is not None:
                before, old = self._snapshot
                self._snapshot = before, old + data
            self._text = self._text[self._at:] + text if self._snapshot is None else self._text + text
            if self._snapshot is None:
                self._at = 0
        else:
            self._text = text
            self._at = 0
            self._snapshot = (state, data) if self._seekable else None
        return more

    def _check(self):
        if self._buffer is None:
            raise ValueError('underlying buffer has been detached')
        if self._buffer.closed:
            raise ValueError('I/O operation on closed file.')

    def read(self, size=-1, /):
        self._check()
        size = _index(size)
        if size < 0:
            decoder = self._decoder or self._make_decoder()
            rest = self._text[self._at:]
            text = rest + decoder.decode(self._buffer.read(), True)
            self._forget()
            return text
        while len(self._text) - self._at < size:
            if not self._more():
                break
        at = self._at
        out = self._text[at:at + size]
        self._at = at + len(out)
        return out

    def readline(self, size=-1, /):
        buffer = self._buffer
        if buffer is None or buffer.closed:
            self._check()
        if size != -1:
            size = _index(size)
        newline = self._newline
        mark = '\n' if newline is None else newline
        scanned = self._at
        while True:
            text = self._text
            if mark:
                end = text.find(mark, scanned)
                if end >= 0:
                    end += len(mark)
            else:
                end = _line_end(text, self._at)
                if end == len(text) and not text.endswith(('\n', '\r')):
                    end = -1
            if end >= 0 or (size >= 0 and len(text) - self._at >= size):
                break
            left = len(text) - self._at
            if not self._more():
                if len(self._text) - self._at > left:
                    scanned = self._at
                    continue
                end = len(self._text)
                break
            scanned = self._at + left if left < 2 else self._at + left - 1
            if left == 0:
                scanned = self._at
        at = self._at
        if size >= 0 and (end < 0 or end > at + size):
            end = at + size
        out = self._text[at:end]
        self._at = at + len(out)
        return out

    def __next__(self):
        self._telling = False
        line = self.readline()
        if not line:
            self._telling = self._seekable
            self._snapshot = None
            raise StopIteration
        return line

    def tell(self):
        self._check()
        if not self._seekable:
            raise UnsupportedOperation('underlying stream is not seekable')
        if not self._telling:
            raise OSError('telling position disabled by next() call')
        self.flush()
        pos = self._buffer.tell()
        if self._decoder is None or self._snapshot is None or self._at >= len(self._text) and not self._decoder.getstate()[0]:
            return pos
        state, data = self._snapshot
        start = pos - len(data)
        if self._at == 0:
            return start
        if self._stateless:
            # Grow the piece of data until it decodes to the text before us.
            decoder = self._info.incrementaldecoder(self._errors)
            if self._universal:
                decoder = IncrementalNewlineDecoder(decoder, self._newline is None)
            decoder.setstate(state)
            done = 0
            n = 0
            guess = len(data)
            low = 0
            while low < guess:
                mid = (low + guess) // 2
                decoder.setstate(state)
                if len(decoder.decode(data[:mid])) >= self._at:
                    guess = mid
                else:
                    low = mid + 1
            return start + low
        rest = self._text[self._at:].encode(self._encoding, self._errors)
        return pos - len(rest)

    def seek(self, cookie, whence=0, /):
        self._check()
        if not self._seekable:
            raise UnsupportedOperation('underlying stream is not seekable')
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie = self.tell()
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            pos = self._buffer.seek(0, 2)
            self._forget()
            if self._decoder is not None:
                self._decoder.reset()
            return pos
        elif whence != 0:
            raise ValueError('invalid whence (%r, should be 0, 1 or 2)' % (whence,))
        if cookie < 0:
            raise ValueError('negative seek position %r' % (cookie,))
        self.flush()
        self._buffer.seek(cookie)
        self._forget()
        self._telling = self._seekable
        if self._decoder is not None:
            self._decoder.reset()
        if self._encoder is not None:
            if cookie == 0:
                self._encoder.reset()
            else:
                self._encoder.setstate(0)
        return cookie

    def truncate(self, pos=None, /):
        self.flush()
        if not self._buffer.writable():
            raise UnsupportedOperation('truncate')
        if pos is None:
            pos = self.tell()
        return self._buffer.truncate(pos)


def text_encoding(encoding, stacklevel=2, /):
    return 'locale' if encoding is None else encoding


def _open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open file and return a stream.  Raise OSError upon failure."""
    if not isinstance(file, int):
        file = posix.fspath(file)
    if not isinstance(mode, str):
        raise TypeError("open() argument 'mode' must be str, not %s" % type(mode).__name__)
    if not isinstance(buffering, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(buffering).__name__)
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError("open() argument 'encoding' must be str or None, not %s" % type(encoding).__name__)
    if errors is not None and not isinstance(errors, str):
        raise TypeError("open() argument 'errors' must be str or None, not %s" % type(errors).__name__)
    modes = set(mode)
    if modes - set('rwxabt+') or len(mode) > len(modes):
        raise ValueError("invalid mode: '%s'" % mode)
    updating = '+' in modes
    binary = 'b' in modes
    if 't' in modes and binary:
        raise ValueError("can't have text and binary mode at once")
    if len(modes & set('rwxa')) > 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if not modes & set('rwxa'):
        raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if binary and buffering == 1:
        import warnings
        warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used", RuntimeWarning, 2)
    raw = FileIO(file, ''.join([c for c in mode if c not in 'bt']), closefd, opener)
    result = raw
    try:
        line_buffering = buffering == 1 or buffering < 0 and raw.isatty()
        if buffering < 0 or buffering == 1:
            buffering = DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if binary:
                return result
            raise ValueError("can't have unbuffered text I/O")
        if updating:
            buffer = BufferedRandom(raw, buffering)
        elif 'r' in modes:
            buffer = BufferedReader(raw, buffering)
        else:
            buffer = BufferedWriter(raw, buffering)
        result = buffer
        if binary:
            return result
        text = TextIOWrapper(buffer, encoding, errors, newline, line_buffering)
        text.mode = mode
        return text
    except BaseException:
        result.close()
        raise


def open_code(path):
    return open(path, 'rb')


class _StdRaw(_RawIOBase):
    """Bytes of sys.stdin, sys.stdout or sys.stderr, under the text streams of the machine."""

    def __init__(self, fd, stream):
        self._fd = fd
        self._stream = stream
        self.name = '<%s>' % ('stdin', 'stdout', 'stderr')[fd]
        self.mode = 'rb' if fd == 0 else 'wb'

    def fileno(self):
        return self._fd

    def readable(self):
        return self._fd == 0

    def writable(self):
        return self._fd != 0

    def isatty(self):
        return self._stream.isatty()

    def readall(self):
        return self._stream._read_raw(True).encode('utf-8', 'surrogateescape')

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        return self._stream._read_raw(False).encode('utf-8', 'surrogateescape')

    def write(self, b, /):
        b = bytes(b)
        self._stream._write_bytes(b)
        return len(b)


def _std_buffer(fd, stream):
    raw = _StdRaw(fd, stream)
    if fd == 0:
        return BufferedReader(raw)
    buffer = BufferedWriter(raw)
    buffer._direct = True
    return buffer


def _no_pickle(self, protocol, /):
    cls = type(self)
    raise TypeError('cannot pickle %r object' % (cls.__module__ + '.' + cls.__name__ if cls.__module__ == '_io' else cls.__name__))


for _c in FileIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, TextIOWrapper:
    _c.__reduce_ex__ = _no_pickle
del _c

import _type_names
# The function of builtins, which calls the one here.
from builtins import open
open_code = _type_names.builtin('open_code', open_code, 'io')
text_encoding = _type_names.builtin('text_encoding', text_encoding, 'io')
_type_names.as_c(_IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase, BytesIO, IncrementalNewlineDecoder, StringIO, FileIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, TextIOWrapper)
del _type_names
