"""C data types over bytes of our own. There is no native code: libraries cannot be opened, functions are Python's."""

import struct as _struct
from _buffer_native import expose as _expose
from bisect import bisect_right as _bisect_right
from operator import index as _index

__version__ = '1.1.0'
RTLD_LOCAL = 0; RTLD_GLOBAL = 256
FUNCFLAG_CDECL = 1; FUNCFLAG_PYTHONAPI = 4; FUNCFLAG_USE_ERRNO = 8; FUNCFLAG_USE_LASTERROR = 16
_memmove_addr = 0x1000; _memset_addr = 0x1010; _string_at_addr = 0x1020; _cast_addr = 0x1030; _wstring_at_addr = 0x1040

_pointer_type_cache = {}


class ArgumentError(Exception):
    pass


# Memory: blocks of bytes, which get an address when somebody asks for one.

class _Block:
    def __init__(self, data):
        self.data = data
        self.address = 0


_starts = []
_blocks = []
_state = {'next': 0x7f2000000000, 'errno': 0}
_objects = {}


def _address(block, offset):
    if not block.address:
        block.address = _state['next']
        _state['next'] += (len(block.data) + 31) // 16 * 16
        _starts.append(block.address)
        _blocks.append(block)
    return block.address + offset


def _locate(address):
    i = _bisect_right(_starts, address) - 1
    if i >= 0 and address - _starts[i] <= len(_blocks[i].data):
        return _blocks[i], address - _starts[i]
    raise ValueError('there is nothing at address 0x%x' % address)


def _text_block(data, zero):
    return _Block(bytearray(data + zero))


def _until_zero(address, width):
    block, at = _locate(address)
    data = block.data
    end = at
    zero = bytes(width)
    while data[end:end + width] not in (zero, b''):
        end += width
    return bytes(data[at:end])


def _wide(data):
    return ''.join(map(chr, _struct.unpack('<%dI' % (len(data) // 4), data)))


class _Info:
    """What is known of a type: size, alignment, and what its kind needs."""

    def __init__(self, size, align, **more):
        self.size = size
        self.align = align
        self.fields = {}
        self.nested = {}
        self.final = False
        self.laid = False
        self.shown = None
        self.pointers = False
        self.__dict__.update(more)


def _type_name(o):
    return type(o).__name__


def _info(cls):
    info = cls.__dict__.get('_info_')
    if info is None:
        info = getattr(cls, '_info_', None)
    if info is None:
        raise TypeError('abstract class')
    return info


class _DataType(type):
    def __mul__(self, length):
        if not isinstance(length, int):
            raise TypeError("can't multiply sequence by non-int of type %r" % _type_name(length))
        if length < 0:
            raise ValueError('Array length must be >= 0, not %d' % length)
        key = self, length
        made = _array_types.get(key)
        if made is None and length * _info(self).size >= 1 << 63:
            raise OverflowError('array too large')
        if made is None:
            made = _array_types[key] = PyCArrayType('%s_Array_%d' % (self.__name__, length), (Array,), {'_length_': length, '_type_': self})
        return made

    __rmul__ = __mul__

    def from_address(self, address, /):
        if not isinstance(address, int):
            raise TypeError('integer expected')
        block, offset = _locate(address)
        return _view(self, block, offset, None, None)

    def from_buffer(self, source, offset=0, /):
        info = _info(self)
        view = memoryview(source)
        if view.readonly:
            raise TypeError('underlying buffer is not writable')
        if not view.c_contiguous:
            raise TypeError('underlying buffer is not C contiguous')
        if offset < 0:
            raise ValueError('offset cannot be negative')
        if info.size > view.nbytes - offset:
            raise ValueError('Buffer size too small (%d instead of at least %d bytes)' % (view.nbytes, info.size + offset))
        made = _view(self, _Block(view.cast('B') if view.format != 'B' or view.ndim != 1 else view), offset, None, None)
        made._b_objects_ = {-1: view}
        return made

    def from_buffer_copy(self, source, offset=0, /):
        info = _info(self)
        data = bytes(memoryview(source).cast('B'))
        if offset < 0:
            raise ValueError('offset cannot be negative')
        if info.size > len(data) - offset:
            raise ValueError('Buffer size too small (%d instead of at least %d bytes)' % (len(data), info.size + offset))
        return _view(self, _Block(bytearray(data[offset:offset + info.size])), 0, None, None)

    def in_dll(self, dll, name, /):
        raise ValueError('%s: undefined symbol: %s' % ('pyvm', name))

    def from_param(self, value, /):
        if isinstance(value, self):
            return value
        if isinstance(value, _CArg) and value.obj is not None and isinstance(value.obj, self):
            return value
        parameter = getattr(value, '_as_parameter_', None)
        if parameter is not None:
            return self.from_param(parameter)
        raise TypeError('expected %s instance instead of %s' % (self.__name__, _type_name(value)))


def _view(cls, block, offset, base, index):
    self = _CData.__new__(cls, _raw)
    self._block = block
    self._offset = offset
    _show(self)
    self._b_base_ = base
    self._b_index = index
    return self


_raw = object()
_array_types = {}


def _show(self):
    """Its bytes are a buffer."""
    format, dimensions, shape = buffer_info(type(self))
    itemsize = self._size
    for n in shape:
        itemsize = itemsize // n if n else 1
    _expose(self, self._block.data, self._offset, self._size, format, itemsize or 1, shape)


class _CData:
    _b_needsfree_ = 1

    def __new__(cls, *args, **kwargs):
        info = _info(cls)
        self = object.__new__(cls)
        info.final = True
        self._b_objects_ = None
        self._b_base_ = None
        self._b_index = None
        self._offset = 0
        self._size = info.size
        if args and args[0] is _raw:
            self._b_needsfree_ = 0
        else:
            self._block = _Block(bytearray(info.size))
            _show(self)
        return self

    @property
    def _objects(self):
        return self._b_objects_

    def _keep(self, key, value):
        """Remembers what memory here leads to; with it, what contains this object."""
        if value is None:
            return
        root = self
        path = str(key)
        while root._b_base_ is not None:
            if root._b_index is not None:
                path = '%s:%s' % (path, root._b_index)
            root = root._b_base_
        if root._b_objects_ is None:
            root._b_objects_ = {}
        root._b_objects_[path] = value

    def _bytes(self):
        return bytes(self._block.data[self._offset:self._offset + self._size])

    def _store(self, data):
        self._block.data[self._offset:self._offset + len(data)] = data

    def __hash__(self):
        raise TypeError('unhashable type')

    def __reduce__(self):
        if _has_pointers(type(self)):
            raise ValueError('ctypes objects containing pointers cannot be pickled')
        state = {k: v for k, v in self.__dict__.items() if k not in _INTERNAL}
        return _unpickle, (type(self), (state, self._bytes()))

    def __setstate__(self, state, /):
        self.__dict__.update(state[0])
        self._store(state[1])

    def __ctypes_from_outparam__(self):
        return self


_INTERNAL = {'_b_objects_', '_b_base_', '_b_index', '_offset', '_size', '_block', '_b_needsfree_'}


def _unpickle(cls, state, /):
    self = cls.__new__(cls)
    self.__setstate__(state)
    return self


def _has_pointers(cls):
    info = _info(cls)
    if info.pointers:
        return True
    return any(_has_pointers(f.type) for f in info.fields.values()) or (info.size and getattr(info, 'item', None) is not None and _has_pointers(info.item))


# Simple types.

_CODES = {
    'c': 'c', 'b': 'b', 'B': 'B', '?': '?', 'h': 'h', 'H': 'H', 'i': 'i', 'I': 'I', 'l': 'q', 'L': 'Q', 'q': 'q', 'Q': 'Q', 'f': 'f', 'd': 'd', 'g': 'd',
    'P': 'Q', 'z': 'Q', 'Z': 'Q', 'O': 'Q', 'u': 'I', 'v': 'h',
}


class PyCSimpleType(_DataType):
    def __new__(meta, name, bases, namespace, **kwargs):
        cls = type.__new__(meta, name, bases, namespace)
        if bases == (_CData,):
            return cls
        code = getattr(cls, '_type_', None)
        if code is None:
            raise AttributeError("class must define a '_type_' attribute")
        if not isinstance(code, str):
            raise TypeError("class must define a '_type_' string attribute")
        if len(code) != 1:
            raise ValueError("class must define a '_type_' attribute which must be a string of length 1")
        if code not in _CODES:
            raise AttributeError("class must define a '_type_' attribute which must be\n a single character string containing one of 'cbBhHiIlLfuzZqQPXOv?g'.")
        packed = _CODES[code]
        size = 16 if code == 'g' else _struct.calcsize('<' + packed)
        cls._info_ = _Info(size, size, code=code, format='<' + packed, pointers=code in 'PzZO')
        if bases[0] is _SimpleCData and code in 'hHiIlLqQfd':
            swapped = type.__new__(meta, name, bases, dict(namespace))
            swapped._info_ = _Info(size, size, code=code, format='>' + packed)
            for one in cls, swapped:
                one.__ctype_le__ = cls
                one.__ctype_be__ = swapped
        return cls

    def from_param(self, value, /):
        if isinstance(value, self):
            return value
        code = _info(self).code
        if code in 'zZP':
            if value is None:
                return None
            if code == 'z' and isinstance(value, bytes) or code == 'Z' and isinstance(value, str) or code == 'P' and isinstance(value, (bytes, str, int)):
                return _CArg(code, self(value) if not (code == 'P' and not isinstance(value, int)) else (_simple('z') if isinstance(value, bytes) else _simple('Z'))(value))
            if isinstance(value, (Array, _Pointer)) and (code == 'P' or getattr(_info(type(value)).item, '_type_', None) == {'z': 'c', 'Z': 'u'}[code]):
                return value
            if isinstance(value, _CArg) and value.tag == 'P':
                return value
            if code == 'P' and isinstance(value, (CFuncPtr, _SimpleCData)) and (isinstance(value, CFuncPtr) or value._type_ in 'zZP'):
                return value
        else:
            try:
                return _CArg(code, self(value))
            except TypeError:
                pass
        parameter = getattr(value, '_as_parameter_', None)
        if parameter is not None:
            return self.from_param(parameter)
        raise TypeError('wrong type')


def _encode(info, value):
    """The bytes of `value` as a simple type, and what has to be kept for them."""
    code = info.code
    kept = None
    if code in 'bBhHiIlLqQ':
        bits = 8 * info.size
        value = _index(value) & ((1 << bits) - 1)
        if code in 'bhilq' and value >> (bits - 1):
            value -= 1 << bits
    elif code in 'fdg':
        if not isinstance(value, (int, float)) and not hasattr(value, '__float__') and not hasattr(value, '__index__'):
            raise TypeError('must be real number, not %s' % _type_name(value))
        value = float(value)
        if code == 'f':
            try:
                return _struct.pack(info.format, value), None
            except OverflowError:
                value = float('inf') if value > 0 else float('-inf')
        if code == 'g':
            return _struct.pack('<d8x', value), None
    elif code == '?':
        value = bool(value)
    elif code == 'v':
        value = -1 if value else 0
    elif code == 'c':
        if isinstance(value, int) and 0 <= value < 256:
            value = bytes([value])
        elif not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise TypeError('one character bytes, bytearray or integer expected')
        value = bytes(value)
    elif code == 'u':
        if not isinstance(value, str):
            raise TypeError('unicode string expected instead of %s instance' % _type_name(value))
        if len(value) != 1:
            raise TypeError('one character unicode string expected')
        value = ord(value)
    elif code == 'z' or code == 'Z':
        if value is None:
            value = 0
        elif code == 'z' and isinstance(value, bytes):
            kept = value
            value = _address(_text_block(value, b'\0'), 0)
        elif code == 'Z' and isinstance(value, str):
            kept = value
            value = _address(_text_block(_struct.pack('<%dI' % len(value), *map(ord, value)), bytes(4)), 0)
        elif isinstance(value, int):
            value &= 0xffffffffffffffff
        else:
            raise TypeError('%s or integer address expected instead of %s instance' % ('bytes' if code == 'z' else 'unicode string', _type_name(value)))
    elif code == 'P':
        if value is None:
            value = 0
        elif not isinstance(value, int):
            raise TypeError('cannot be converted to pointer')
        value &= 0xffffffffffffffff
    else:
        kept = value
        _objects[id(value)] = value
        value = id(value)
    return _struct.pack(info.format, value), kept


def _decode(info, data, offset):
    code = info.code
    value = _struct.unpack_from(info.format, data, offset)[0]
    if code == 'u':
        return chr(value)
    if code == 'v':
        return value != 0
    if code == 'z':
        return _until_zero(value, 1) if value else None
    if code == 'Z':
        return _wide(_until_zero(value, 4)) if value else None
    if code == 'P':
        return value or None
    if code == 'O':
        if not value:
            raise ValueError('PyObject is NULL')
        return _objects[value]
    return value


class _SimpleCData(_CData, metaclass=PyCSimpleType):
    def __init__(self, *args):
        if len(args) > 1:
            raise TypeError('__init__ expected at most 1 argument, got %d' % len(args))
        if args:
            self.value = args[0]

    @property
    def value(self):
        return _decode(_info(type(self)), self._block.data, self._offset)

    @value.setter
    def value(self, value):
        data, kept = _encode(_info(type(self)), value)
        self._store(data)
        if kept is not None:
            self._b_objects_ = kept

    @value.deleter
    def value(self):
        raise TypeError("can't delete attribute")

    def __bool__(self):
        return any(self._bytes())

    def __repr__(self):
        cls = type(self)
        if cls.__bases__[0] is not _SimpleCData:
            return '<%s object at 0x%x>' % (cls.__name__, id(self))
        return '%s(%r)' % (cls.__name__, self.value)

    def __ctypes_from_outparam__(self):
        return self.value if type(self).__bases__[0] is _SimpleCData else self


def _is_plain(cls):
    return isinstance(cls, PyCSimpleType) and cls.__bases__[0] is _SimpleCData


_simple_types = {}


def _simple(code):
    if code not in _simple_types:
        _simple_types[code] = PyCSimpleType({'z': 'c_char_p', 'Z': 'c_wchar_p', 'P': 'c_void_p', 'i': 'c_int'}[code], (_SimpleCData,), {'_type_': code})
    return _simple_types[code]


# What memory at a place means, as a type has it.

def _get(cls, base, offset, index):
    if _is_plain(cls):
        return _decode(_info(cls), base._block.data, offset)
    return _view(cls, base._block, offset, base, index)


def _set(cls, base, offset, index, value):
    info = _info(cls)
    data = base._block.data
    kept = None
    if isinstance(value, cls):
        data[offset:offset + info.size] = value._bytes()[:info.size]
        kept = value._b_objects_
        if isinstance(value, (_Pointer, CFuncPtr)) and kept is None:
            kept = value
    elif isinstance(cls, PyCSimpleType):
        packed, kept = _encode(info, value)
        data[offset:offset + info.size] = packed
    elif isinstance(cls, PyCPointerType) and value is None:
        data[offset:offset + 8] = bytes(8)
    elif isinstance(cls, PyCPointerType) and isinstance(value, Array) and issubclass(_info(type(value)).item, info.item):
        data[offset:offset + 8] = _struct.pack('<Q', addressof(value))
        kept = value
    elif isinstance(cls, PyCFuncPtrType) and callable(value):
        made = cls(value)
        data[offset:offset + 8] = made._bytes()
        kept = made
    elif isinstance(value, tuple) and isinstance(cls, (PyCStructType, PyCArrayType)):
        try:
            made = cls(*value)
        except Exception as e:
            raise RuntimeError('(%s) %r %s' % (cls.__name__, type(e), e)) from None
        data[offset:offset + info.size] = made._bytes()
        kept = made._b_objects_
    elif isinstance(cls, PyCArrayType) and getattr(info.item, '_type_', None) in ('c', 'u') and isinstance(value, bytes if info.item._type_ == 'c' else str):
        wide = info.item._type_ == 'u'
        if len(value) > info.length:
            raise ValueError('%s too long (%d, maximum length %d)' % ('string' if wide else 'bytes', len(value), info.length))
        raw = _struct.pack('<%dI' % len(value), *map(ord, value)) if wide else value
        if len(value) < info.length:
            raw += bytes(info.size // info.length)
        data[offset:offset + len(raw)] = raw
    else:
        if isinstance(value, _CData):
            raise TypeError('incompatible types, %s instance instead of %s instance' % (_type_name(value), cls.__name__))
        raise TypeError('expected %s instance, got %s' % (cls.__name__, _type_name(value)))
    base._keep(index, kept)


# Structures and unions.

class CField:
    def __new__(cls, name=None, kind=None, *more):
        if kind is None:
            raise TypeError("cannot create '_ctypes.CField' instances")
        return object.__new__(cls)

    def __init__(self, name, cls, offset, bits=None, bit=0):
        self._name = name
        self.type = cls
        self.offset = offset
        self._bits = bits
        self._bit = bit
        self._index = 0

    @property
    def size(self):
        return _info(self.type).size if self._bits is None else self._bits << 16 | self._bit

    def _letters(self):
        """The code of the items of a row of characters, which has a string as its value."""
        if isinstance(self.type, PyCArrayType) and _is_plain(_info(self.type).item):
            code = _info(self.type).item._type_
            return code if code in 'cu' else None
        return None

    def __get__(self, owner, cls=None):
        if owner is None:
            return self
        if not isinstance(owner, _CData):
            raise TypeError('not a ctypes instance')
        letters = self._letters()
        if letters:
            row = _view(self.type, owner._block, owner._offset + self.offset, owner, self._index)
            return row.value
        if self._bits is None:
            return _get(self.type, owner, owner._offset + self.offset, self._index)
        info = _info(self.type)
        order = 'big' if info.format[0] == '>' else 'little'
        at = owner._offset + self.offset
        whole = int.from_bytes(owner._block.data[at:at + info.size], order)
        low = info.size * 8 - self._bit - self._bits if order == 'big' else self._bit
        value = whole >> low & (1 << self._bits) - 1
        if info.code in 'bhilq' and value >> (self._bits - 1):
            value -= 1 << self._bits
        return bool(value) if info.code == '?' else value

    def __set__(self, owner, value):
        if not isinstance(owner, _CData):
            raise TypeError('not a ctypes instance')
        letters = self._letters()
        if letters == 'c' and isinstance(value, bytes):
            value = value.partition(b'\0')[0]
        elif letters == 'c' and not isinstance(value, Array):
            raise TypeError('expected bytes, %s found' % _type_name(value))
        elif letters == 'u' and not isinstance(value, (str, Array)):
            raise TypeError('unicode string expected instead of %s instance' % _type_name(value))
        if self._bits is None:
            return _set(self.type, owner, owner._offset + self.offset, self._index, value)
        info = _info(self.type)
        value = _index(value)
        order = 'big' if info.format[0] == '>' else 'little'
        at = owner._offset + self.offset
        low = info.size * 8 - self._bit - self._bits if order == 'big' else self._bit
        mask = (1 << self._bits) - 1
        whole = int.from_bytes(owner._block.data[at:at + info.size], order)
        whole = whole & ~(mask << low) | (value & mask) << low
        owner._block.data[at:at + info.size] = whole.to_bytes(info.size, order)

    def __delete__(self, owner):
        raise TypeError("can't delete attribute")

    def __repr__(self):
        if self._bits is None:
            return '<Field type=%s, ofs=%d, size=%d>' % (self.type.__name__, self.offset, self.size)
        return '<Field type=%s, ofs=%d:%d, bits=%d>' % (self.type.__name__, self.offset, self._bit, self._bits)


def _lay_out(cls, fields, union):
    if cls._info_.final or cls._info_.laid:
        raise AttributeError('_fields_ is final')
    base = getattr(cls.__bases__[0], '_info_', None) if cls.__bases__[0] not in (Structure, Union) else None
    pack = getattr(cls, '_pack_', None)
    if pack is not None and (not isinstance(pack, int) or pack < 0):
        raise ValueError('_pack_ must be a non-negative integer')
    size = base.size if base else 0
    align = base.align if base else 1
    info = cls._info_
    info.laid = True
    info.fields = dict(base.fields) if base else {}
    end = size
    bit_type = None
    bits_used = 0
    bits_at = 0
    try:
        rows = list(fields)
    except TypeError:
        raise TypeError('_fields_ must be a sequence of pairs') from None
    for row in rows:
        if not isinstance(row, tuple) or not 2 <= len(row) <= 3 or not isinstance(row[0], str):
            raise TypeError('_fields_ must be a sequence of (name, C type) pairs')
        name, kind = row[:2]
        if not isinstance(kind, _DataType):
            raise TypeError('second item in _fields_ tuple (index %d) must be a C type' % rows.index(row))
        of = _info(kind)
        of.final = True
        step = min(of.align, pack) if pack else of.align
        if len(row) == 3:
            bits = row[2]
            if not isinstance(kind, PyCSimpleType) or of.code not in 'bBhHiIlLqQ?':
                raise TypeError('bit fields not allowed for type %s' % kind.__name__)
            if not isinstance(bits, int) or not 0 < bits <= of.size * 8:
                raise ValueError('number of bits invalid for bit field')
            if union:
                at, bit = 0, 0
            elif bit_type is not None and bit_type.size == of.size and bits_used + bits <= of.size * 8:
                at, bit = bits_at, bits_used
                bits_used += bits
            elif bit_type is not None and bit_type.size != of.size and bits_used + bits <= max(of.size, bit_type.size) * 8 and of.size <= bit_type.size:
                at, bit = bits_at, bits_used
                bits_used += bits
            else:
                at = (end + step - 1) // step * step
                bit = 0
                bit_type, bits_used, bits_at = of, bits, at
            field = CField(name, kind, at, bits, bit)
        else:
            bit_type = None
            at = 0 if union else (end + step - 1) // step * step
            field = CField(name, kind, at)
        end = max(end, at + of.size) if union or len(row) == 3 else at + of.size
        align = max(align, step)
        field._index = len(info.fields)
        info.fields[name] = field
        type.__setattr__(cls, name, field)
    info.align = align
    info.size = (end + align - 1) // align * align
    for name in getattr(cls, '_anonymous_', ()):
        if name not in info.fields:
            raise AttributeError(name)
        outer = info.fields[name]
        for inner_name, inner in [*_info(outer.type).fields.items(), *_info(outer.type).nested.items()]:
            made = CField(inner_name, inner.type, outer.offset + inner.offset, inner._bits, inner._bit)
            made._index = outer._index
            info.nested[inner_name] = made
            if inner_name not in cls.__dict__:
                type.__setattr__(cls, inner_name, made)


class PyCStructType(_DataType):
    def __new__(meta, name, bases, namespace, **kwargs):
        cls = type.__new__(meta, name, bases, namespace, **kwargs)
        base = getattr(cls, '_info_', None)
        cls._info_ = _Info(base.size if base else 0, base.align if base else 1)
        if base:
            base.final = True
            cls._info_.fields = dict(base.fields)
        if '_fields_' in namespace:
            # A metaclass may have its own opinion of them (ctypes._endian).
            cls._fields_ = namespace['_fields_']
        return cls

    def __setattr__(self, name, value):
        if name == '_fields_':
            _lay_out(self, value, isinstance(self, UnionType))
        type.__setattr__(self, name, value)


class UnionType(PyCStructType):
    pass


class _Fields:
    """What structures and unions share."""

    def __init__(self, *args, **kwargs):
        fields = _info(type(self)).fields
        if len(args) > len(fields):
            raise TypeError('too many initializers')
        for name, value in zip(fields, args):
            if name in kwargs:
                raise TypeError('duplicate values for field %r' % name)
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)


class Structure(_Fields, _CData, metaclass=PyCStructType):
    pass


class Union(_Fields, _CData, metaclass=UnionType):
    pass


del Structure._info_, Union._info_


# Arrays and pointers.

class PyCArrayType(_DataType):
    def __new__(meta, name, bases, namespace, **kwargs):
        cls = type.__new__(meta, name, bases, namespace)
        if not bases or bases == (_CData,):
            return cls
        length = getattr(cls, '_length_', None)
        if length is None:
            raise AttributeError("class must define a '_length_' attribute")
        if not isinstance(length, int):
            raise TypeError("The '_length_' attribute must be an integer")
        if length < 0:
            raise ValueError("The '_length_' attribute must not be negative")
        if length >= 1 << 63:
            raise OverflowError("The '_length_' attribute is too large")
        item = getattr(cls, '_type_', None)
        if item is None:
            raise AttributeError("class must define a '_type_' attribute")
        if not isinstance(item, _DataType):
            raise TypeError('_type_ must have storage info')
        of = _info(item)
        of.final = True
        cls._info_ = _Info(of.size * length, of.align, item=item, length=length)
        code = getattr(item, '_type_', None)
        if code == 'c':
            cls.value = _char_value
            cls.raw = _char_raw
        elif code == 'u':
            cls.value = _wide_value
        return cls


def _get_char(self):
    return self._bytes().partition(b'\0')[0]


def _set_char(self, value):
    if not isinstance(value, bytes):
        raise TypeError('bytes expected instead of %s instance' % _type_name(value))
    if len(value) > self._size:
        raise ValueError('byte string too long')
    self._store(value + b'\0' if len(value) < self._size else value)


def _set_raw(self, value):
    data = bytes(memoryview(value))
    if len(data) > self._size:
        raise ValueError('byte string too long')
    self._store(data)


def _get_wide(self):
    return _wide(self._bytes()).partition('\0')[0]


def _set_wide(self, value):
    if not isinstance(value, str):
        raise TypeError('unicode string expected instead of %s instance' % _type_name(value))
    if len(value) > self._size // 4:
        raise ValueError('string too long')
    self._store(_struct.pack('<%dI' % len(value), *map(ord, value)) + (bytes(4) if len(value) < self._size // 4 else b''))


def _cannot_delete(self):
    raise TypeError("can't delete attribute")


def _cannot_delete_raw(self):
    raise AttributeError('cannot delete attribute')


_char_value = property(_get_char, _set_char, _cannot_delete, 'string value')
_char_raw = property(_CData._bytes, _set_raw, _cannot_delete_raw, 'value')
_wide_value = property(_get_wide, _set_wide, _cannot_delete, 'string value')


def _joined(item, values):
    code = getattr(item, '_type_', None) if isinstance(item, PyCSimpleType) else None
    return b''.join(values) if code == 'c' else ''.join(values) if code == 'u' else values


class Array(_CData, metaclass=PyCArrayType):
    def __init__(self, *args):
        for i, value in enumerate(args):
            self[i] = value

    def __len__(self):
        return _info(type(self)).length

    def _index(self, i):
        if not hasattr(i, '__index__'):
            raise TypeError('indices must be integers')
        i = i.__index__()
        info = _info(type(self))
        if i < 0:
            i += info.length
        if not 0 <= i < info.length:
            raise IndexError('invalid index')
        return i

    def __getitem__(self, i):
        item = _info(type(self)).item
        if isinstance(i, slice):
            return _joined(item, [self[n] for n in range(*i.indices(len(self)))])
        i = self._index(i)
        return _get(item, self, self._offset + i * _info(item).size, i)

    def __setitem__(self, i, value):
        item = _info(type(self)).item
        if isinstance(i, slice):
            places = range(*i.indices(len(self)))
            values = list(value)
            if len(values) != len(places):
                raise ValueError('Can only assign sequence of same size')
            for n, v in zip(places, values):
                self[n] = v
            return
        i = self._index(i)
        _set(item, self, self._offset + i * _info(item).size, i, value)

    def __delitem__(self, i):
        raise TypeError('Array does not support item deletion')

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class PyCPointerType(_DataType):
    def __new__(meta, name, bases, namespace, **kwargs):
        cls = type.__new__(meta, name, bases, namespace)
        item = namespace.get('_type_', getattr(cls, '_type_', None))
        if item is not None and not isinstance(item, _DataType):
            raise TypeError('_type_ must have storage info')
        cls._info_ = _Info(8, 8, item=item, pointers=True)
        return cls

    def set_type(self, item, /):
        self._type_ = item
        self._info_.item = item

    def from_param(self, value, /):
        if value is None:
            return None
        item = _info(self).item
        if isinstance(value, item):
            return byref(value)
        if isinstance(value, (Array, _Pointer)) and issubclass(_info(type(value)).item, item):
            return value
        if isinstance(value, _CArg) and isinstance(value.obj, item):
            return value
        return _DataType.from_param(self, value)


class _Pointer(_CData, metaclass=PyCPointerType):
    def __new__(cls, *args):
        if _info(cls).item is None:
            raise TypeError('Cannot create instance: has no _type_')
        return _CData.__new__(cls, *args)

    def __init__(self, *args):
        if len(args) > 1:
            raise TypeError('POINTER expected at most 1 argument, got %d' % len(args))
        if args:
            self.contents = args[0]

    def _address(self):
        return _struct.unpack_from('<Q', self._block.data, self._offset)[0]

    def _target(self):
        address = self._address()
        if not address:
            raise ValueError('NULL pointer access')
        return address

    @property
    def contents(self):
        block, offset = _locate(self._target())
        return _view(_info(type(self)).item, block, offset, None, None)

    @contents.setter
    def contents(self, value):
        item = _info(type(self)).item
        # CPython lets any other data in as well.
        if not isinstance(value, _CData):
            raise TypeError('expected %s instead of %s' % (item.__name__, _type_name(value)))
        self._store(_struct.pack('<Q', addressof(value)))
        self._keep(1, value)

    def __bool__(self):
        return self._address() != 0

    def __getitem__(self, i):
        item = _info(type(self)).item
        if isinstance(i, slice):
            step = 1 if i.step is None else i.step
            if step == 0:
                raise ValueError('slice step cannot be zero')
            if i.start is None and step < 0:
                raise ValueError('slice start is required for step < 0')
            if i.stop is None:
                raise ValueError('slice stop is required')
            return _joined(item, [self[n] for n in range(i.start or 0, i.stop, step)])
        if not hasattr(i, '__index__'):
            raise TypeError('Pointer indices must be integer')
        block, offset = _locate(self._target() + i.__index__() * _info(item).size)
        holder = _view(item, block, offset, None, None)
        return _get(item, holder, offset, None) if _is_plain(item) else holder

    def __setitem__(self, i, value):
        item = _info(type(self)).item
        if not hasattr(i, '__index__'):
            raise TypeError('Pointer indices must be integer')
        block, offset = _locate(self._target() + i.__index__() * _info(item).size)
        _set(item, _view(item, block, offset, None, None), offset, i, value)


def POINTER(cls, /):
    made = _pointer_type_cache.get(cls)
    if made is None:
        if isinstance(cls, str):
            made = PyCPointerType('LP_' + cls, (_Pointer,), {})
            _pointer_type_cache[id(made)] = made
            return made
        if not isinstance(cls, type):
            raise TypeError('must have a ctypes type')
        made = _pointer_type_cache[cls] = PyCPointerType('LP_' + cls.__name__, (_Pointer,), {'_type_': cls})
    return made


def pointer(obj, /):
    return POINTER(type(obj))(obj)


# Functions.

class _CArg:
    """An argument for a function: `byref`, or a value that `from_param` made."""

    def __init__(self, tag, obj, offset=0):
        self.tag = tag
        self._obj = obj
        self._at = offset

    @property
    def obj(self):
        return self._obj if self.tag == 'P' else None

    def __repr__(self):
        if self.tag in 'PzZ' and not isinstance(self._obj, _SimpleCData):
            return "<cparam '%s' (0x%x)>" % (self.tag, addressof(self._obj) + self._at)
        return "<cparam '%s' (%s)>" % (self.tag, self._obj.value)


_CArg.__name__ = _CArg.__qualname__ = 'CArgObject'


class PyCFuncPtrType(_DataType):
    def __new__(meta, name, bases, namespace, **kwargs):
        cls = type.__new__(meta, name, bases, namespace)
        if bases and bases != (_CData,):
            if not isinstance(getattr(cls, '_flags_', None), int):
                raise TypeError("class must define _flags_ which must be an integer")
            for argument in getattr(cls, '_argtypes_', None) or ():
                if not hasattr(argument, 'from_param'):
                    raise TypeError('item %d in _argtypes_ has no from_param method' % (cls._argtypes_.index(argument) + 1))
            restype = getattr(cls, '_restype_', None)
            if restype is not None and not isinstance(restype, _DataType) and not callable(restype):
                raise TypeError('_restype_ must be a type, a callable, or None')
        cls._info_ = _Info(8, 8, pointers=True)
        return cls


_callbacks = {}


def _address_of_argument(value):
    """What a C function gets for a pointer."""
    if value is None:
        return 0
    if isinstance(value, int):
        return value
    if isinstance(value, bytes):
        return _address(_text_block(value, b'\0'), 0)
    if isinstance(value, str):
        return _address(_text_block(_struct.pack('<%dI' % len(value), *map(ord, value)), bytes(4)), 0)
    if isinstance(value, _CArg):
        if isinstance(value._obj, _SimpleCData) and value.tag != 'P' or value.tag == 'P' and isinstance(value._obj, _SimpleCData) and value._obj._type_ in 'zZP' and not value._at and value.by_value:
            return _struct.unpack('<Q', value._obj._bytes())[0]
        return addressof(value._obj) + value._at
    if isinstance(value, Array):
        return addressof(value)
    if isinstance(value, (_Pointer, CFuncPtr, _SimpleCData)):
        return _struct.unpack('<Q', value._bytes()[:8].ljust(8, b'\0'))[0]
    raise ArgumentError("Don't know how to convert parameter 1")


_CArg.by_value = True


def _memmove(target, source, count):
    target, source = _address_of_argument(target), _address_of_argument(source)
    if count:
        to, at = _locate(target)
        out, start = _locate(source)
        to.data[at:at + count] = bytes(out.data[start:start + count])
    return target


def _memset(target, value, count):
    target = _address_of_argument(target)
    if count:
        block, at = _locate(target)
        block.data[at:at + count] = bytes([value & 255]) * count
    return target


def _string_at(address, size):
    address = _address_of_argument(address)
    if size < 0:
        return _until_zero(address, 1)
    if size == 0:
        return b''
    block, at = _locate(address)
    return bytes(block.data[at:at + size])


def _wstring_at(address, size):
    address = _address_of_argument(address)
    if size < 0:
        return _wide(_until_zero(address, 4))
    block, at = _locate(address)
    return _wide(bytes(block.data[at:at + size * 4]))


def _cast(value, source, target):
    if not isinstance(target, type) or not (isinstance(target, (PyCPointerType, PyCFuncPtrType)) or isinstance(target, PyCSimpleType) and target._type_ in 'sPzUZXO'):
        raise TypeError('cast() argument 2 must be a pointer, not %s' % getattr(target, '__name__', target))
    made = target.__new__(target)
    made._store(_struct.pack('<Q', _address_of_argument(value)))
    if isinstance(source, _CData):
        kept = source._b_objects_ if isinstance(source._b_objects_, dict) else None
        made._b_objects_ = {**(kept or {}), id(source): source}
    elif source is not None:
        made._b_objects_ = {id(source): source}
    return made


_FUNCTIONS = {_memmove_addr: _memmove, _memset_addr: _memset, _string_at_addr: _string_at, _cast_addr: _cast, _wstring_at_addr: _wstring_at}


class CFuncPtr(_CData, metaclass=PyCFuncPtrType):
    def __init__(self, *args):
        if not args:
            return
        what = args[0]
        if isinstance(what, tuple):
            raise AttributeError('pyvm: undefined symbol: %s' % (what[0].decode() if isinstance(what[0], bytes) else what[0]))
        if isinstance(what, int):
            self._store(_struct.pack('<Q', what))
            return
        if not callable(what):
            raise TypeError('argument must be callable or integer function address')
        if getattr(type(self), '_argtypes_', None) is None:
            raise TypeError('cannot construct instance of this class: no argtypes')
        address = _address(_Block(bytearray(8)), 0)
        _callbacks[address] = what
        self._store(_struct.pack('<Q', address))
        self._b_objects_ = {'0': what}

    @property
    def argtypes(self):
        return self.__dict__.get('_argtypes', getattr(type(self), '_argtypes_', None))

    @argtypes.setter
    def argtypes(self, types):
        if types is not None:
            types = tuple(types)
            for i, one in enumerate(types):
                if not hasattr(one, 'from_param'):
                    raise TypeError('item %d in _argtypes_ has no from_param method' % (i + 1))
        self.__dict__['_argtypes'] = types

    @property
    def restype(self):
        return self.__dict__.get('_restype', getattr(type(self), '_restype_', None))

    @restype.setter
    def restype(self, kind):
        if kind is not None and not isinstance(kind, _DataType) and not callable(kind):
            raise TypeError('restype must be a type, a callable, or None')
        self.__dict__['_restype'] = kind

    @property
    def errcheck(self):
        return self.__dict__.get('_errcheck')

    @errcheck.setter
    def errcheck(self, check):
        if check is not None and not callable(check):
            raise TypeError('the errcheck attribute must be callable')
        self.__dict__['_errcheck'] = check

    def __bool__(self):
        return any(self._bytes())

    def __repr__(self):
        return '<%s object at 0x%x>' % (type(self).__name__, id(self))

    def __call__(self, *args, **kwargs):
        address = _struct.unpack('<Q', self._bytes())[0]
        if not address:
            raise ValueError('NULL function pointer')
        argtypes = self.argtypes or ()
        if len(args) < len(argtypes):
            raise TypeError('this function takes at least %d argument%s (%d given)' % (len(argtypes), '' if len(argtypes) == 1 else 's', len(args)))
        native = _FUNCTIONS.get(address)
        if native is not None:
            args = [a.value if isinstance(a, _SimpleCData) and a._type_ in 'bBhHiIlLqQ' else a for a in args]
            for i, (kind, value) in enumerate(zip(argtypes, args)):
                if isinstance(kind, PyCSimpleType) and kind._type_ != 'O':
                    try:
                        kind.from_param(value)
                    except TypeError as e:
                        raise ArgumentError('argument %d: %s: %s' % (i + 1, type(e).__name__, e)) from None
            return native(*args)
        function = _callbacks.get(address)
        if function is None:
            raise ValueError('there is no function at address 0x%x' % address)
        given = []
        for i, value in enumerate(args):
            if i >= len(argtypes):
                given.append(value)
                continue
            kind = argtypes[i]
            try:
                value = kind.from_param(value)
                if isinstance(kind, PyCSimpleType):
                    made = value if isinstance(value, kind) else value._obj if isinstance(value, _CArg) and isinstance(value._obj, kind) else None
                    if made is None:
                        made = kind.__new__(kind)
                        made._store(_struct.pack('<Q', _address_of_argument(value)))
                    value = made.value if _is_plain(kind) else made
                elif isinstance(kind, PyCPointerType):
                    made = kind.__new__(kind)
                    made._store(_struct.pack('<Q', _address_of_argument(value)))
                    made._b_objects_ = {'0': value}
                    value = made
            except Exception as e:
                raise ArgumentError('argument %d: %s: %s' % (i + 1, type(e).__name__, e)) from None
            given.append(value)
        try:
            result = function(*given)
        except Exception as e:
            import sys
            import types
            sys.unraisablehook(types.SimpleNamespace(exc_type=type(e), exc_value=e, exc_traceback=e.__traceback__, err_msg='Exception ignored on calling ctypes callback function', object=function))
            result = 0
        restype = self.restype
        if isinstance(restype, _DataType):
            made = restype.__new__(restype)
            try:
                _set(restype, made, made._offset, None, result)
            except TypeError:
                pass
            result = made.value if _is_plain(restype) else made
        elif restype is None:
            result = None
        else:
            result = restype(result)
        if self.errcheck is not None:
            result = self.errcheck(result, self, args)
        return result


def sizeof(obj, /):
    if isinstance(obj, _DataType):
        return _info(obj).size
    if isinstance(obj, _CData):
        return obj._size
    raise TypeError('this type has no size')


def alignment(obj, /):
    if isinstance(obj, _DataType):
        return _info(obj).align
    if isinstance(obj, _CData):
        return _info(type(obj)).align
    raise TypeError('no alignment info')


def addressof(obj, /):
    if not isinstance(obj, _CData):
        raise TypeError('invalid type')
    return _address(obj._block, obj._offset)


def byref(obj, offset=0, /):
    if not isinstance(obj, _CData):
        raise TypeError("byref() argument must be a ctypes instance, not '%s'" % _type_name(obj))
    made = _CArg('P', obj, offset)
    made.by_value = False
    return made


def resize(obj, size, /):
    if not isinstance(obj, _CData):
        raise TypeError('excepted ctypes instance')
    if size < _info(type(obj)).size:
        raise ValueError('minimum size is %d' % _info(type(obj)).size)
    if not obj._b_needsfree_:
        raise ValueError('Memory cannot be resized because this object doesn\'t own it')
    obj._block.data.extend(bytes(max(0, size - obj._size)))
    obj._size = size
    _show(obj)


def get_errno():
    return _state['errno']


def set_errno(value, /):
    before = _state['errno']
    _state['errno'] = value
    return before


def dlopen(name, flag=0, /):
    if name is None:
        return 0
    raise OSError('%s: cannot open shared object file: there is no native code in pyvm' % (name.decode() if isinstance(name, bytes) else name))


def dlclose(handle, /):
    return None


def dlsym(handle, name, /):
    raise OSError('pyvm: undefined symbol: %s' % name)


def buffer_info(cls, /):
    info = _info(cls)
    shape = ()
    while isinstance(cls, PyCArrayType):
        shape += (_info(cls).length,)
        cls = _info(cls).item
    of = _info(cls)
    if of.shown is None:
        of.shown = _format(cls, of)
    return of.shown, len(shape), shape


def _format(cls, of):
    if isinstance(cls, PyCSimpleType):
        return of.format[0] + (of.format[1] if of.code in 'lLqQ' else of.code)
    if isinstance(cls, PyCPointerType):
        return '&' + (buffer_info(of.item)[0] if of.item is not None and _info(of.item) is not of else 'B')
    if isinstance(cls, PyCFuncPtrType):
        return 'X{}'
    if isinstance(cls, UnionType) or not of.fields:
        return 'B'
    of.shown = 'B'
    parts = []
    for name, field in of.fields.items():
        format, dimensions, shape = buffer_info(field.type)
        parts.append(('(%s)' % ','.join(map(str, shape)) if shape else '') + format + ':' + name + ':')
    return 'T{' + ''.join(parts) + '}'


def call_function(address, arguments, /):
    return _FUNCTIONS[address](*arguments)


call_cdeclfunction = call_function
CTYPES_MAX_ARGCOUNT = 1024


def PyObj_FromPtr(address, /):
    return _objects[address]


def Py_INCREF(o, /):
    return o


Py_DECREF = Py_INCREF
