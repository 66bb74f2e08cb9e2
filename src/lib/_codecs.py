"""The codec registry, and the encodings the machine has built in."""

_search = []
_cache = {}
_handlers = {}


def register(search_function, /):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _search.append(search_function)


def unregister(search_function, /):
    if search_function in _search:
        _search.remove(search_function)
        _cache.clear()


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError('lookup() argument must be str, not ' + type(encoding).__name__)
    if '\0' in encoding:
        raise ValueError('embedded null character')
    key = encoding.lower().replace(' ', '_')
    found = _cache.get(key)
    if found is None:
        if not _search:
            import encodings
        for search in _search:
            found = search(key)
            if found is not None:
                break
        else:
            raise LookupError('unknown encoding: ' + encoding)
        _cache[key] = found
    return found


def _wrapped(function, obj, errors, what, encoding):
    """Calls a codec; an error of a class without fields of its own names the codec."""
    try:
        result = function(obj, errors)
    except BaseException as e:
        kind = type(e)
        # A class of a program has room for weak references.
        size = kind.__basicsize__ - (8 if kind.__flags__ & 512 else 0)
        if size != Exception.__basicsize__ or any([c.__flags__ & 512 and ('__new__' in vars(c) or '__init__' in vars(c)) for c in kind.__mro__]) or e.__dict__ or len(e.args) > 1 or e.args and type(e.args[0]) is not str:
            raise
        cause = e
    else:
        if type(result) is not tuple or len(result) != 2:
            raise TypeError('encoder must return a tuple (object, integer)' if what == 'encoding' else 'decoder must return a tuple (object,integer)')
        return result[0]
    raise kind("%s with '%s' codec failed (%s: %s)" % (what, encoding, kind.__name__, cause)) from cause


def _check_names(function, encoding, errors):
    for name, value in ('encoding', encoding), ('errors', errors):
        if not isinstance(value, str):
            raise TypeError("%s() argument '%s' must be str, not %s" % (function, name, 'None' if value is None else type(value).__name__))
        if '\0' in value:
            raise ValueError('embedded null character')


def encode(obj, encoding='utf-8', errors='strict'):
    _check_names('encode', encoding, errors)
    return _wrapped(lookup(encoding)[0], obj, errors, 'encoding', encoding)


def decode(obj, encoding='utf-8', errors='strict'):
    _check_names('decode', encoding, errors)
    return _wrapped(lookup(encoding)[1], obj, errors, 'decoding', encoding)


def _part(error, *kinds):
    """Where an error of one of these kinds is; any other is refused."""
    if not isinstance(error, kinds):
        raise TypeError("don't know how to handle %.200s in error callback" % type(error).__name__)
    return error.object[error.start:error.end]


def strict_errors(error):
    if not isinstance(error, BaseException):
        raise TypeError('codec must pass exception instance')
    raise error


def ignore_errors(error):
    _part(error, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    return '', error.end


def replace_errors(error):
    part = _part(error, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    if isinstance(error, UnicodeDecodeError):
        return '\ufffd', error.end
    return ('?' if isinstance(error, UnicodeEncodeError) else '\ufffd') * len(part), error.end


def backslashreplace_errors(error):
    part = _part(error, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    if isinstance(error, UnicodeDecodeError):
        return ''.join(['\\x%02x' % b for b in part]), error.end
    return part.encode('ascii', 'backslashreplace').decode('ascii'), error.end


def xmlcharrefreplace_errors(error):
    return ''.join(['&#%d;' % ord(c) for c in _part(error, UnicodeEncodeError)]), error.end


def namereplace_errors(error):
    return _part(error, UnicodeEncodeError).encode('ascii', 'namereplace').decode('ascii'), error.end


def surrogateescape(error):
    part = _part(error, UnicodeEncodeError, UnicodeDecodeError)
    if isinstance(error, UnicodeDecodeError):
        # At most four bytes, up to one that is ASCII.
        part = part[:4]
        n = next((i for i, b in enumerate(part) if b < 128), len(part))
        if n == 0:
            raise error
        return ''.join([chr(0xdc00 + b) for b in part[:n]]), error.start + n
    if not all(['\udc80' <= c <= '\udcff' for c in part]):
        raise error
    return bytes([ord(c) - 0xdc00 for c in part]), error.end


def surrogatepass(error):
    part = _part(error, UnicodeEncodeError, UnicodeDecodeError)
    encoding = error.encoding.lower().replace('_', '-')
    if encoding in ('utf-16', 'utf16', 'utf-32', 'utf32'):
        encoding += '-le'
    if encoding not in ('utf-8', 'utf8', 'cp65001') and not encoding.startswith(('utf-16', 'utf16', 'utf-32', 'utf32')):
        raise error
    if isinstance(error, UnicodeEncodeError):
        if not all(['\ud800' <= c <= '\udfff' for c in part]):
            raise error
        return part.encode(encoding, 'surrogatepass'), error.end
    # One surrogate, as long as the encoding has it.
    n = 3 if '8' in encoding or encoding == 'cp65001' else 2 if '16' in encoding else 4
    try:
        text = error.object[error.start:error.start + n].decode(encoding, 'surrogatepass')
    except UnicodeDecodeError:
        raise error from None
    if len(text) != 1 or not '\ud800' <= text <= '\udfff':
        raise error
    return text, error.start + n


def _install_handlers():
    import _type_names
    for f in strict_errors, ignore_errors, replace_errors, backslashreplace_errors, xmlcharrefreplace_errors, namereplace_errors, surrogateescape, surrogatepass:
        f.__module__ = None
        _handlers[f.__name__.removesuffix('_errors')] = _type_names.builtin(f.__name__, f, None)


_install_handlers()
del strict_errors, ignore_errors, replace_errors, backslashreplace_errors, xmlcharrefreplace_errors, namereplace_errors, surrogateescape, surrogatepass, _install_handlers


def register_error(errors, handler, /):
    if not isinstance(errors, str):
        raise TypeError('register_error() argument 1 must be str, not ' + type(errors).__name__)
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def lookup_error(name, /):
    if not isinstance(name, str):
        raise TypeError('lookup_error() argument must be str, not ' + type(name).__name__)
    handler = _handlers.get(name)
    if handler is None:
        raise LookupError("unknown error handler name '%.400s'" % name)
    return handler


from _codecs_native import *


_ESCAPES = {b'\n': b'', b'\\': b'\\', b"'": b"'", b'"': b'"', b'a': b'\a', b'b': b'\b', b'f': b'\f', b'n': b'\n', b'r': b'\r', b't': b'\t', b'v': b'\v'}


def escape_decode(data, errors=None, /):
    if isinstance(data, str):
        data = data.encode()
    try:
        data = bytes(memoryview(data))
    except TypeError:
        raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__) from None
    out = bytearray()
    pos = 0
    while True:
        at = data.find(b'\\', pos)
        if at < 0:
            out += data[pos:]
            return bytes(out), len(data)
        out += data[pos:at]
        if at + 1 == len(data):
            raise ValueError('Trailing \\ in string')
        c = data[at + 1:at + 2]
        pos = at + 2
        if c in _ESCAPES:
            out += _ESCAPES[c]
        elif b'0' <= c <= b'7':
            while pos < at + 4 and data[pos:pos + 1] and b'0' <= data[pos:pos + 1] <= b'7':
                pos += 1
            value = int(data[at + 1:pos], 8)
            if value > 255:
                from warnings import warn
                warn("invalid octal escape sequence '\\%o'" % value, DeprecationWarning)
            out.append(value & 255)
        elif c == b'x':
            digits = data[pos:pos + 2]
            if len(digits) == 2 and all([d in b'0123456789abcdefABCDEF' for d in digits]):
                out.append(int(digits, 16))
                pos += 2
                continue
            if errors is None or errors == 'strict':
                raise ValueError('invalid \\x escape at position %d' % at)
            if errors not in ('replace', 'ignore'):
                raise ValueError('decoding error; unknown error handling code: %.400s' % errors)
            if errors == 'replace':
                out += b'?'
            if digits and digits[0] in b'0123456789abcdefABCDEF':
                pos += 1
        else:
            from warnings import warn
            warn("invalid escape sequence '\\%s'" % chr(c[0]), DeprecationWarning)
            out += b'\\' + c


def escape_encode(data, errors=None, /):
    if not isinstance(data, bytes):
        raise TypeError('escape_encode() argument 1 must be bytes, not ' + type(data).__name__)
    # With a double quote in it, repr() has single quotes around, and a backslash before those inside.
    return repr(data + b'"')[2:-2].encode('ascii'), len(data)


def _charmap_encode(str, errors, mapping):
    out = []

    def put(c):
        try:
            b = mapping[ord(c)]
        except LookupError:
            return False
        if b is None:
            return False
        out.append(b if isinstance(b, bytes) else bytes([b]))
        return True

    pos = 0
    n = len(str)
    while pos < n:
        if put(str[pos]):
            pos += 1
            continue
        end = pos + 1
        m = len(out)
        while end < n and not put(str[end]):
            end += 1
        del out[m:]
        error = UnicodeEncodeError('charmap', str, pos, end, 'character maps to <undefined>')
        text, pos = _answer(lookup_error(errors or 'strict')(error), (_str, bytes), 'encoding error handler must return (str/bytes, int) tuple', n)
        if isinstance(text, bytes):
            out.append(text)
        elif not all([put(c) for c in text]):
            raise error
    return b''.join(out), n


_str = str


def _charmap_decode(data, errors, mapping):
    out = []
    pos = 0
    n = len(data)
    while pos < n:
        try:
            c = mapping[data[pos]]
        except LookupError:
            c = None
        if isinstance(c, int):
            c = chr(c)
        if c is None or c == '\ufffe':
            error = UnicodeDecodeError('charmap', bytes(data), pos, pos + 1, 'character maps to <undefined>')
            c, pos = _answer(lookup_error(errors or 'strict')(error), str, 'decoding error handler must return (str, int) tuple', n)
        else:
            pos += 1
        out.append(c)
    return ''.join(out), n


# What str.encode and bytes.decode ask for encodings and error handlers that are not native.

def _no_null(encoding, errors):
    if '\0' in encoding or '\0' in errors:
        raise ValueError('embedded null character')


def _text_codec(encoding, kind):
    info = lookup(encoding)
    if not getattr(info, '_is_text_encoding', True):
        raise LookupError("'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs" % (encoding, kind))
    return info


def _str_encode(text, encoding, errors, native):
    _no_null(encoding, errors)
    if not native:
        data = _wrapped(_text_codec(encoding, 'encode')[0], text, errors, 'encoding', encoding)
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("'%.400s' encoder returned '%.400s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types" % (encoding, type(data).__name__))
        return bytes(data)
    # A native encoding with a handler of the program.
    if native == 'direct':
        return _encode_pieces(text, encoding, errors)
    return _wrapped(lambda text, errors: (_encode_pieces(text, encoding, errors), 0), text, errors, 'encoding', encoding)


def _answer(result, kinds, words, n):
    """The replacement of an error handler, and where to go on."""
    if not isinstance(result, tuple) or len(result) != 2 or not isinstance(result[0], kinds):
        raise TypeError(words)
    new = result[1]
    if not hasattr(type(new), '__index__'):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(new).__name__)
    new = new.__index__()
    if new < 0:
        new += n
    if not 0 <= new <= n:
        raise IndexError('position %d from error handler out of bounds' % new)
    return result[0], new


# What follows the mark of an encoding that has one.
_AFTER = {b'\xff\xfe': 'utf-16-le', b'\xff\xfe\0\0': 'utf-32-le', b'\xef\xbb\xbf': 'utf-8'}
_MARKS = {'utf-16-le': ((b'\xff\xfe', 'utf-16-le'), (b'\xfe\xff', 'utf-16-be')), 'utf-32-le': ((b'\xff\xfe\0\0', 'utf-32-le'), (b'\0\0\xfe\xff', 'utf-32-be')),
          'utf-8': ((b'\xef\xbb\xbf', 'utf-8'),)}


def _encode_pieces(text, encoding, errors):
    mark = ''.encode(encoding)
    out = [mark]
    name = None
    if mark:
        encoding = _AFTER[mark]
        name = encoding[:-3] if len(mark) != 3 else None
    width = 2 if encoding[:6] == 'utf-16' else 4 if encoding[:6] == 'utf-32' else 1
    pos = 0
    n = len(text)
    while True:
        try:
            out.append(text[pos:].encode(encoding))
            return b''.join(out)
        except UnicodeEncodeError as e:
            error = UnicodeEncodeError(name or e.encoding, text, pos + e.start, pos + e.end, e.reason)
            if e.start:
                out.append(text[pos:pos + e.start].encode(encoding))
        piece, pos = _answer(lookup_error(errors)(error), (str, bytes), 'encoding error handler must return (str/bytes, int) tuple', n)
        if isinstance(piece, str):
            try:
                # Of Unicode's own encodings only ASCII will do.
                piece = (piece if encoding[:3] != 'utf' or piece.isascii() else '\ud800').encode(encoding)
            except UnicodeEncodeError:
                piece = None
        elif len(piece) % width:
            piece = None
        if piece is None:
            raise error
        out.append(piece)


def _bytes_decode(data, encoding, errors, native):
    _no_null(encoding, errors)
    if not native:
        text = _wrapped(_text_codec(encoding, 'decode')[1], data, errors, 'decoding', encoding)
        if not isinstance(text, str):
            raise TypeError("'%.400s' decoder returned '%.400s' instead of 'str'; use codecs.decode() to decode to arbitrary types" % (encoding, type(text).__name__))
        return text
    if native == 'direct':
        return _decode_pieces(data, encoding, errors)
    return _wrapped(lambda data, errors: (_decode_pieces(data, encoding, errors), 0), data, errors, 'decoding', encoding)


def _decode_pieces(data, encoding, errors):
    out = []
    pos = 0
    mark = ''.encode(encoding)
    if mark:
        encoding = _AFTER[mark]
        for mark, order in _MARKS[encoding]:
            if data.startswith(mark):
                encoding = order
                pos = len(mark)
    n = len(data)
    while True:
        try:
            out.append(data[pos:].decode(encoding))
            return ''.join(out)
        except UnicodeDecodeError as e:
            error = UnicodeDecodeError(e.encoding, data, pos + e.start, pos + e.end, e.reason)
            if e.start:
                out.append(data[pos:pos + e.start].decode(encoding))
        piece, pos = _answer(lookup_error(errors)(error), str, 'decoding error handler must return (str, int) tuple', n)
        out.append(piece)


import _type_names
register, unregister, lookup, encode, decode, register_error, lookup_error, escape_decode, escape_encode = [
    _type_names.builtin(f.__name__, f, '_codecs') for f in (register, unregister, lookup, encode, decode, register_error, lookup_error, escape_decode, escape_encode)]
del _type_names
