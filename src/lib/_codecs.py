"""The codec registry, and the encodings the machine has built in."""

_search = []
_cache = {}
_handlers = {}


def register(search_function):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _search.append(search_function)


def unregister(search_function):
    if search_function in _search:
        _search.remove(search_function)
        _cache.clear()


def lookup(encoding):
    if not isinstance(encoding, str):
        raise TypeError('lookup() argument must be str, not ' + type(encoding).__name__)
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
    """Calls a codec; an error of a plain kind names it."""
    try:
        return function(obj, errors)[0]
    except Exception as e:
        kind = type(e)
        # Classes with fields of their own are left as they are.
        if isinstance(e, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError, OSError, ImportError, SyntaxError, StopIteration, NameError, AttributeError)) or e.__dict__ or len(e.args) != 1 or not isinstance(e.args[0], str):
            raise
        new = kind("%s with '%s' codec failed (%s: %s)" % (what, encoding, kind.__name__, e))
        raise new from e


def encode(obj, encoding='utf-8', errors='strict'):
    return _wrapped(lookup(encoding)[0], obj, errors, 'encoding', encoding)


def decode(obj, encoding='utf-8', errors='strict'):
    return _wrapped(lookup(encoding)[1], obj, errors, 'decoding', encoding)


def _strict(error):
    raise error


def _ignore(error):
    return '', error.end


def _replace(error):
    if isinstance(error, UnicodeDecodeError):
        return '\ufffd', error.end
    return '?' * (error.end - error.start), error.end


def _backslashreplace(error):
    part = error.object[error.start:error.end]
    if isinstance(error, UnicodeDecodeError):
        return ''.join(['\\x%02x' % b for b in part]), error.end
    return part.encode('ascii', 'backslashreplace').decode('ascii'), error.end


def _xmlcharrefreplace(error):
    return ''.join(['&#%d;' % ord(c) for c in error.object[error.start:error.end]]), error.end


def _namereplace(error):
    return error.object[error.start:error.end].encode('ascii', 'namereplace').decode('ascii'), error.end


def _surrogates(error):
    raise error


_handlers.update({'strict': _strict, 'ignore': _ignore, 'replace': _replace, 'backslashreplace': _backslashreplace,
                  'xmlcharrefreplace': _xmlcharrefreplace, 'namereplace': _namereplace, 'surrogateescape': _surrogates,
                  'surrogatepass': _surrogates})


def register_error(errors, handler):
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def lookup_error(errors):
    try:
        return _handlers[errors]
    except KeyError:
        raise LookupError('unknown error handler name %r' % errors) from None


from _codecs_native import *


def escape_decode(data, errors=None):
    return data.decode('unicode_escape').encode('latin-1'), len(data)


def escape_encode(data, errors=None):
    return repr(data)[2:-1].encode('ascii'), len(data)


def _charmap_encode(str, errors, mapping):
    out = bytearray()
    for i, c in enumerate(str):
        try:
            b = mapping[ord(c)]
        except LookupError:
            b = None
        if b is None:
            text, _ = lookup_error(errors or 'strict')(UnicodeEncodeError('charmap', str, i, i + 1, 'character maps to <undefined>'))
            for r in text:
                out.append(mapping[ord(r)])
        elif isinstance(b, int):
            out.append(b)
        else:
            out.extend(b)
    return bytes(out), len(str)


def _charmap_decode(data, errors, mapping):
    out = []
    for i, b in enumerate(data):
        try:
            c = mapping[b]
        except LookupError:
            c = '\ufffe'
        if isinstance(c, int):
            c = chr(c)
        if c is None or c == '\ufffe':
            c, _ = lookup_error(errors or 'strict')(UnicodeDecodeError('charmap', bytes(data), i, i + 1, 'character maps to <undefined>'))
        out.append(c)
    return ''.join(out), len(data)


# What str.encode and bytes.decode ask for encodings and error handlers that are not native.

def _text_codec(encoding, kind):
    info = lookup(encoding)
    if not getattr(info, '_is_text_encoding', True):
        raise LookupError("'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs" % (encoding, kind))
    return info


def _str_encode(text, encoding, errors, native):
    if not native:
        data = _text_codec(encoding, 'encode').encode(text, errors)
        if not isinstance(data, tuple) or len(data) != 2:
            raise TypeError('encoder must return a tuple (object, integer)')
        if not isinstance(data[0], (bytes, bytearray)):
            raise TypeError("'%.400s' encoder returned '%.400s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types" % (encoding, type(data[0]).__name__))
        return bytes(data[0])
    # A native encoding with a handler of the program: piece by piece.
    out = []
    pos = 0
    n = len(text)
    while True:
        try:
            out.append(text[pos:].encode(encoding))
            return b''.join(out)
        except UnicodeEncodeError as e:
            error = UnicodeEncodeError(e.encoding, text, pos + e.start, pos + e.end, e.reason)
            if e.start:
                out.append(text[pos:pos + e.start].encode(encoding))
        result = lookup_error(errors)(error)
        if not isinstance(result, tuple) or len(result) != 2 or not isinstance(result[0], (str, bytes)) or not isinstance(result[1], int):
            raise TypeError('encoding error handler must return (str/bytes, int) tuple')
        piece, new = result
        if new < 0:
            new += n
        if not 0 <= new <= n:
            raise IndexError('position %d from error handler out of bounds' % result[1])
        if isinstance(piece, str):
            try:
                piece = piece.encode(encoding)
            except UnicodeEncodeError:
                raise error from None
        out.append(piece)
        pos = new


def _bytes_decode(data, encoding, errors, native):
    if not native:
        text = _text_codec(encoding, 'decode').decode(data, errors)
        if not isinstance(text, tuple) or len(text) != 2:
            raise TypeError('decoder must return a tuple (object,integer)')
        if not isinstance(text[0], str):
            raise TypeError("'%.400s' decoder returned '%.400s' instead of 'str'; use codecs.decode() to decode to arbitrary types" % (encoding, type(text[0]).__name__))
        return text[0]
    out = []
    pos = 0
    n = len(data)
    while True:
        try:
            out.append(data[pos:].decode(encoding))
            return ''.join(out)
        except UnicodeDecodeError as e:
            error = UnicodeDecodeError(e.encoding, data, pos + e.start, pos + e.end, e.reason)
            if e.start:
                out.append(data[pos:pos + e.start].decode(encoding))
        result = lookup_error(errors)(error)
        if not isinstance(result, tuple) or len(result) != 2 or not isinstance(result[0], str) or not isinstance(result[1], int):
            raise TypeError('decoding error handler must return (str, int) tuple')
        piece, new = result
        if new < 0:
            new += n
        if not 0 <= new <= n:
            raise IndexError('position %d from error handler out of bounds' % result[1])
        out.append(piece)
        pos = new
