"""Codecs of several bytes a character: error handlers, incremental and stream forms. What maps is native (_cjk)."""

import _cjk
import codecs as _codecs

_INCOMPLETE = 'incomplete multibyte sequence'
_ILLEGAL = 'illegal multibyte sequence'


def _errors_name(errors, what):
    if errors is None:
        return 'strict'
    if not isinstance(errors, str):
        raise TypeError('%s must be str or None, not %s' % (what, type(errors).__name__))
    return errors


def _position(pos, length):
    if pos < 0:
        pos += length
    if not 0 <= pos <= length:
        raise IndexError('position %d from error handler out of bounds' % pos)
    return pos


def _encode(name, text, errors, state, final):
    """(bytes, characters used, state): all of it, or up to what needs the next character when not `final`."""
    out = []
    at = 0
    n = len(text)
    while True:
        data, at, state, wrong = _cjk.encode(name, text, at, state, final)
        out.append(data)
        if wrong == 0 or wrong < 0 and not final:
            return b''.join(out), at, state
        end = n if wrong < 0 else min(n, at + wrong)
        if errors == 'replace':
            data, _, state, bad = _cjk.encode(name, '?', 0, state, True)
            out.append(b'?' if bad else data)
            at = end
        elif errors == 'ignore':
            at = end
        else:
            e = UnicodeEncodeError(name, text, at, end, _INCOMPLETE if wrong < 0 else _ILLEGAL)
            if errors == 'strict':
                raise e
            answer = _codecs.lookup_error(errors)(e)
            if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], (str, bytes)) or not isinstance(answer[1], int):
                raise TypeError('encoding error handler must return (str, int) tuple')
            if isinstance(answer[0], str):
                data, _, state = _encode(name, answer[0], 'strict', state, True)
                out.append(data)
            else:
                out.append(answer[0])
            at = _position(answer[1], n)


def _decode(name, data, errors, state, final):
    """(text, bytes used, state): all of it, or up to a sequence that is not whole when not `final`."""
    out = []
    at = 0
    n = len(data)
    while True:
        text, at, state, wrong = _cjk.decode(name, data, at, state)
        out.append(text)
        if wrong == 0 or wrong < 0 and not final:
            return ''.join(out), at, state
        end = n if wrong < 0 else min(n, at + wrong)
        if errors == 'replace':
            out.append('\ufffd')
            at = end
        elif errors == 'ignore':
            at = end
        else:
            e = UnicodeDecodeError(name, data, at, end, _INCOMPLETE if wrong < 0 else _ILLEGAL)
            if errors == 'strict':
                raise e
            answer = _codecs.lookup_error(errors)(e)
            if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], str) or not isinstance(answer[1], int):
                raise TypeError('decoding error handler must return (str, int) tuple')
            out.append(answer[0])
            at = _position(answer[1], n)


def _bytes(data):
    if type(data) is bytes:
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__) from None


class MultibyteCodec:
    def __new__(cls):
        raise TypeError("cannot create '_multibytecodec.MultibyteCodec' instances")

    def encode(self, input, errors=None):
        errors = _errors_name(errors, "encode() argument 'errors'")
        if not isinstance(input, str):
            raise TypeError("couldn't convert the object to str.")
        name = self._name
        data, used, state = _encode(name, input, errors, _encoder_start(name), True)
        return data + _cjk.reset(name, state), len(input)

    def decode(self, input, errors=None):
        errors = _errors_name(errors, "decode() argument 'errors'")
        data = _bytes(input)
        text, used, state = _decode(self._name, data, errors, _cjk.start(self._name), True)
        return text, len(data)


def _getter(module):
    def getcodec(encoding, /):
        if not isinstance(encoding, str):
            raise TypeError('encoding name must be a string.')
        if not _cjk.has(module, encoding):
            raise LookupError('no such codec is supported.')
        codec = object.__new__(MultibyteCodec)
        codec._name = encoding
        return codec
    return getcodec


def _codec_of(self):
    codec = getattr(type(self), 'codec', None) or self.codec
    if not isinstance(codec, MultibyteCodec):
        raise TypeError('codec is unexpected type')
    return codec._name


class _WithErrors:
    @property
    def errors(self):
        return self._errors

    @errors.setter
    def errors(self, value):
        if not isinstance(value, str):
            raise TypeError('errors must be a string')
        self._errors = value

    @errors.deleter
    def errors(self):
        raise AttributeError('cannot delete attribute')


def _encoder_start(name):
    # An encoder knows nothing of G2.
    return _cjk.start(name) & 0xffff


class MultibyteIncrementalEncoder(_WithErrors):
    def __init__(self, errors='strict'):
        self._codec = _codec_of(self)
        self.errors = errors
        self._pending = ''
        self._state = _encoder_start(self._codec)

    def encode(self, input, final=False):
        if not isinstance(input, str):
            raise TypeError("couldn't convert the object to str.")
        text = self._pending + input
        data, used, state = _encode(self._codec, text, self.errors, self._state, bool(final))
        if len(text) - used > 2:
            raise UnicodeError('pending buffer overflow')
        self._pending = text[used:]
        self._state = state
        if final:
            data += _cjk.reset(self._codec, state)
            self._state = _encoder_start(self._codec)
        return data

    def reset(self):
        data = _cjk.reset(self._codec, self._state)
        self._pending = ''
        self._state = _encoder_start(self._codec)

    def getstate(self):
        pending = self._pending.encode('utf-8')
        return int.from_bytes(bytes([len(pending)]) + pending + self._state.to_bytes(8, 'little'), 'little')

    def setstate(self, state, /):
        raw = state.to_bytes(17, 'little')
        n = raw[0]
        if n > 8:
            raise UnicodeError('pending buffer too large')
        self._pending = raw[1:1 + n].decode('utf-8')
        self._state = int.from_bytes(raw[1 + n:9 + n], 'little')


class MultibyteIncrementalDecoder(_WithErrors):
    def __init__(self, errors='strict'):
        self._codec = _codec_of(self)
        self.errors = errors
        self._pending = b''
        self._state = _cjk.start(self._codec)

    def decode(self, input, final=False):
        data = self._pending + _bytes(input)
        text, used, self._state = _decode(self._codec, data, self.errors, self._state, bool(final))
        if len(data) - used > 8:
            raise UnicodeError('pending buffer overflow')
        self._pending = data[used:]
        return text

    def reset(self):
        self._pending = b''
        self._state = _cjk.start(self._codec)

    def getstate(self):
        return self._pending, self._state

    def setstate(self, state, /):
        if not isinstance(state, tuple):
            raise TypeError('setstate() argument must be tuple, not ' + type(state).__name__)
        pending, number = state
        if not isinstance(pending, bytes) or not isinstance(number, int):
            raise TypeError('setstate() argument 1, item %d must be %s' % ((1, 'int') if isinstance(pending, bytes) else (0, 'bytes')))
        if len(pending) > 8:
            raise UnicodeError('pending buffer too large')
        self._pending = pending
        self._state = number


class MultibyteStreamReader(MultibyteIncrementalDecoder):
    def __init__(self, stream, errors='strict'):
        super().__init__(errors)
        self.stream = stream

    def _take(self, method, size):
        while True:
            data = getattr(self.stream, method)() if size < 0 else getattr(self.stream, method)(size)
            if not isinstance(data, bytes):
                raise TypeError('stream function returned a non-bytes object (%s)' % type(data).__name__)
            end = not data or size < 0
            # Not `self.decode`, which is that of the codec in the classes of module encodings.
            text = MultibyteIncrementalDecoder.decode(self, data, end)
            if text or end or size == 0:
                return text
            # Not one whole character yet.
            size = 1

    def _size(self, size):
        return -1 if size is None else size.__index__()

    def read(self, sizeobj=None, /):
        return self._take('read', self._size(sizeobj))

    def readline(self, sizeobj=None, /):
        return self._take('readline', self._size(sizeobj))

    def readlines(self, sizehintobj=None, /):
        return self._take('read', self._size(sizehintobj)).splitlines(True)


class MultibyteStreamWriter(MultibyteIncrementalEncoder):
    def __init__(self, stream, errors='strict'):
        super().__init__(errors)
        self.stream = stream

    def write(self, strobj, /):
        self.stream.write(MultibyteIncrementalEncoder.encode(self, strobj))

    def writelines(self, lines, /):
        for line in lines:
            MultibyteStreamWriter.write(self, line)

    def reset(self):
        # What ends a state is written with a character that waited only.
        if self._pending:
            self.stream.write(MultibyteIncrementalEncoder.encode(self, '', True))
