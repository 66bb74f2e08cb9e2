"""Streams in memory, and files the host lets one read."""

import _thread

DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    __module__ = 'io'


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
        out = bytearray()
        while size < 0 or len(out) < size:
            b = self.read(1)
            if not b:
                break
            out += b
            if b == b'\n':
                break
        return bytes(out)

    def readlines(self, hint=None, /):
        if hint is None or hint <= 0:
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


class _RawIOBase(_IOBase):
    def read(self, size=-1, /):
        if size is None:
            size = -1
        if size < 0:
            return self.readall()
        b = bytearray(size)
        n = self.readinto(b)
        return None if n is None else bytes(b[:n])

    def readall(self):
        parts = []
        while True:
            data = self.read(DEFAULT_BUFFER_SIZE)
            if not data:
                break
            parts.append(data)
        return b''.join(parts)

    def readinto(self, b, /):
        self._unsupported('readinto')

    def write(self, b, /):
        self._unsupported('write')


class _BufferedIOBase(_IOBase):
    def read(self, size=-1, /):
        self._unsupported('read')

    def read1(self, size=-1, /):
        self._unsupported('read1')

    def readinto(self, b, /):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    readinto1 = readinto

    def write(self, b, /):
        self._unsupported('write')

    def detach(self):
        self._unsupported('detach')


class _TextIOBase(_IOBase):
    encoding = None
    newlines = None
    errors = None

    def read(self, size=-1, /):
        self._unsupported('read')

    def write(self, s, /):
        self._unsupported('write')

    def detach(self):
        self._unsupported('detach')


class BytesIO(_BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""

    def __init__(self, initial_bytes=b''):
        self._buffer = bytearray() if initial_bytes is None else bytearray(initial_bytes)
        self._pos = 0

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file.')

    def getvalue(self):
        self._check()
        return bytes(self._buffer)

    def getbuffer(self):
        self._check()
        return memoryview(self._buffer)

    def read(self, size=-1, /):
        self._check()
        pos = self._pos
        end = len(self._buffer) if size is None or size < 0 else min(len(self._buffer), pos + size)
        if end <= pos:
            return b''
        self._pos = end
        return bytes(self._buffer[pos:end])

    read1 = read

    def readline(self, size=-1, /):
        self._check()
        pos = self._pos
        end = self._buffer.find(b'\n', pos) + 1
        if end == 0:
            end = len(self._buffer)
        if size is not None and size >= 0:
            end = min(end, pos + size)
        if end <= pos:
            return b''
        self._pos = end
        return bytes(self._buffer[pos:end])

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        b = bytes(b)
        n = len(b)
        if n == 0:
            return 0
        pos = self._pos
        if pos > len(self._buffer):
            self._buffer += b'\0' * (pos - len(self._buffer))
        self._buffer[pos:pos + n] = b
        self._pos = pos + n
        return n

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError('negative seek value %r' % (pos,))
            self._pos = pos
        elif whence == 1:
            self._pos = max(0, self._pos + pos)
        elif whence == 2:
            self._pos = max(0, len(self._buffer) + pos)
        else:
            raise ValueError('invalid whence (%r, should be 0, 1 or 2)' % (whence,))
        return self._pos

    def tell(self):
        self._check()
        return self._pos

    def truncate(self, size=None, /):
        self._check()
        if size is None:
            size = self._pos
        elif size < 0:
            raise ValueError('negative size value %d' % size)
        del self._buffer[size:]
        return size

    def readable(self):
        self._check()
        return True

    writable = seekable = readable


class StringIO(_TextIOBase):
    """Text I/O implementation using an in-memory buffer."""

    def __init__(self, initial_value='', newline='\n'):
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError('illegal newline value: %r' % (newline,))
        self._newline = newline
        # Text written at the end is kept in parts until somebody asks.
        self._parts = []
        self._text = ''
        self._pos = 0
        if initial_value is not None:
            if not isinstance(initial_value, str):
                raise TypeError('initial_value must be str or None, not %s' % type(initial_value).__name__)
            self._text = self._translate(initial_value)

    def _translate(self, s):
        newline = self._newline
        if newline is None:
            return s.replace('\r\n', '\n').replace('\r', '\n')
        if newline in ('\r', '\r\n'):
            return s.replace('\n', newline)
        return s

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def _join(self):
        if self._parts:
            self._text += ''.join(self._parts)
            self._parts = []
        return self._text

    def getvalue(self):
        self._check()
        return self._join()

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError('string argument expected, got %r' % type(s).__name__)
        n = len(s)
        if n == 0:
            return 0
        if self._newline != '\n':
            s = self._translate(s)
        if self._pos == -1 or (not self._parts and self._pos == len(self._text)):
            # At the end (-1: the parts' length is not counted).
            self._parts.append(s)
            self._pos = -1
            return n
        text = self._join()
        pos = self._pos
        if pos > len(text):
            text += '\0' * (pos - len(text))
        self._text = text[:pos] + s + text[pos + len(s):]
        self._pos = pos + len(s)
        return n

    def _where(self):
        text = self._join()
        if self._pos == -1:
            self._pos = len(text)
        return text

    def read(self, size=-1, /):
        self._check()
        text = self._where()
        pos = self._pos
        end = len(text) if size is None or size < 0 else min(len(text), pos + size)
        if end <= pos:
            return ''
        self._pos = end
        return text[pos:end]

    def readline(self, size=-1, /):
        self._check()
        text = self._where()
        pos = self._pos
        end = text.find('\n' if self._newline in (None, '', '\n') else self._newline, pos)
        end = len(text) if end < 0 else end + len(self._newline or '\n')
        if size is not None and size >= 0:
            end = min(end, pos + size)
        if end <= pos:
            return ''
        self._pos = end
        return text[pos:end]

    def seek(self, pos, whence=0, /):
        self._check()
        text = self._where()
        if whence == 0:
            if pos < 0:
                raise ValueError('Negative seek position %d' % pos)
            self._pos = pos
        elif whence == 1:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            self._pos = len(text)
        else:
            raise ValueError('Invalid whence (%d, should be 0, 1 or 2)' % whence)
        return self._pos

    def tell(self):
        self._check()
        self._where()
        return self._pos

    def truncate(self, size=None, /):
        self._check()
        text = self._where()
        if size is None:
            size = self._pos
        elif size < 0:
            raise ValueError('Negative size value %d' % size)
        self._text = text[:size]
        return size

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        self._check()
        return False


class BufferedReader(BytesIO):
    """A file the host gave, as bytes in memory."""

    mode = 'rb'

    def writable(self):
        return False

    def write(self, b, /):
        self._unsupported('write')

    @property
    def name(self):
        return self._name

    def __repr__(self):
        return '<_io.BufferedReader name=%r>' % (self._name,)


class TextIOWrapper(_TextIOBase):
    """Text over a binary stream."""

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self.encoding = encoding or 'utf-8'
        self.errors = errors or 'strict'
        self._newline = newline
        self.line_buffering = line_buffering
        self.mode = 'r'
        self._text = None

    @property
    def name(self):
        return self.buffer.name

    def __repr__(self):
        return "<_io.TextIOWrapper name=%r mode=%r encoding='%s'>" % (getattr(self.buffer, 'name', None), self.mode, self.encoding.upper())

    def _source(self):
        self._checkClosed()
        if self._text is None:
            text = self.buffer.read().decode(self.encoding, self.errors)
            self._text = StringIO(text, self._newline if self._newline is None or self._newline == '' else '\n')
        return self._text

    def read(self, size=-1, /):
        return self._source().read(size)

    def readline(self, size=-1, /):
        return self._source().readline(size)

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError('write() argument must be str, not %s' % type(s).__name__)
        text = s.replace('\n', self._newline) if self._newline in ('\r', '\r\n') else s
        self.buffer.write(text.encode(self.encoding, self.errors))
        return len(s)

    def seek(self, pos, whence=0, /):
        return self._source().seek(pos, whence)

    def tell(self):
        return self._source().tell()

    def flush(self):
        self.buffer.flush()

    def detach(self):
        buffer, self.buffer = self.buffer, None
        return buffer

    def close(self):
        if not self._closed and self.buffer is not None:
            self._closed = True
            self.buffer.close()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()


class BufferedWriter(BytesIO):
    pass


class BufferedRandom(BytesIO):
    pass


class BufferedRWPair(_BufferedIOBase):
    pass


class FileIO(_RawIOBase):
    def __init__(self, file, mode='r', closefd=True, opener=None):
        raise OSError(38, 'Function not implemented', file)


class IncrementalNewlineDecoder:
    def __init__(self, decoder, translate, errors='strict'):
        self.decoder = decoder
        self.translate = translate

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(input, final=final)
        return text.replace('\r\n', '\n').replace('\r', '\n') if self.translate else text


def text_encoding(encoding, stacklevel=2, /):
    return 'locale' if encoding is None else encoding


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open file and return a stream.  Raise OSError upon failure."""
    import posix
    if not isinstance(mode, str):
        raise TypeError("open() argument 'mode' must be str, not %s" % type(mode).__name__)
    if set(mode) - set('rwxabt+') or len(mode) != len(set(mode)):
        raise ValueError('invalid mode: %r' % mode)
    if sum(c in 'rwxa' for c in mode) != 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    binary = 'b' in mode
    if binary and 't' in mode:
        raise ValueError("can't have text and binary mode at once")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if isinstance(file, int):
        raise OSError(9, 'Bad file descriptor')
    file = posix.fspath(file)
    if 'r' not in mode or '+' in mode:
        raise OSError(30, 'Read-only file system', file)
    raw = BufferedReader(posix._read_file(file))
    raw._name = file
    return raw if binary else TextIOWrapper(raw, None if encoding == 'locale' else encoding, errors, newline)


def open_code(path):
    return open(path, 'rb')
