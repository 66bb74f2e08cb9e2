# ctypes without native code: simple types, structures, unions, arrays, pointers, functions made of Python ones, buffers.
from ctypes import *
import ctypes, sys
print(sizeof(c_long), c_int(5), c_int(2 ** 40 + 7), c_char(b'a'), c_char_p(b'hello').value, c_wchar_p('hé').value, c_double(1.5), c_bool(3), c_void_p(), c_float(0.1).value)

class POINT(Structure):
    _fields_ = [('x', c_int), ('y', c_short), ('z', c_double)]
p = POINT(1, 2, z=3)
print(p.x, p.y, p.z, sizeof(p), POINT.x, POINT.z, alignment(POINT))
p.x = -1
print(p.x)
for f in [lambda: POINT(1, 2, 3, 4), lambda: POINT('a'), lambda: c_int('x'), lambda: c_int(1.5), lambda: setattr(p, 'z', 'q'), lambda: c_char(b'ab'), lambda: (c_int * 3)(1, 2, 3, 4), lambda: (c_int * 2)()[5], lambda: c_int * -1, lambda: POINT.from_buffer(b'x' * 16), lambda: POINT.from_buffer_copy(b'x'), lambda: hash(p), lambda: cast(p, c_int), lambda: POINTER(c_int)().contents, lambda: sizeof(3), lambda: byref(3), lambda: c_char_p('s')]:
    try:
        print(f())
    except OSError as e:
        print(type(e).__name__)
    except Exception as e:
        print(type(e).__name__, e)
A = c_int * 3
a = A(1, 2, 3)
print(list(a), len(a), a[-1], a[0:2], A.__name__, A._length_)
a[1] = 9
print(a[:], sum(a))
b = create_string_buffer(b'abc', 10)
print(b.value, b.raw, sizeof(b), len(b))
b.value = b'xy'
print(b.raw, b[0], b[0:2])
u = create_unicode_buffer('hé')
print(u.value, sizeof(u))
i = c_int(42)
q = pointer(i)
print(q.contents, q[0])
q[0] = 7
print(i.value, bool(q), bool(POINTER(c_int)()), POINTER(c_int) is POINTER(c_int), POINTER(c_int).__name__)

class U(Union):
    _fields_ = [('i', c_uint32), ('b', c_uint8 * 4)]
v = U(16909060)
print(list(v.b), sizeof(U))

class B(Structure):
    _fields_ = [('a', c_uint, 3), ('b', c_uint, 5), ('c', c_int, 4)]
z = B(7, 31, -1)
print(z.a, z.b, z.c, sizeof(B), B.a, B.b, B.c)

class P(Structure):
    _pack_ = 1
    _fields_ = [('a', c_char), ('b', c_int)]

class BE(BigEndianStructure):
    _fields_ = [('a', c_uint16), ('b', c_uint32)]
e = BE(1, 2)
print(sizeof(P), string_at(addressof(e), sizeof(e)), e.a, e.b)

class N(Structure):
    pass
N._fields_ = [('v', c_int), ('next', POINTER(N))]
n2 = N(2)
n1 = N(1, pointer(n2))
print(n1.next.contents.v, bool(n2.next))

class In(Structure):
    _fields_ = [('x', c_int), ('y', c_int)]

class An(Structure):
    _anonymous_ = ['i']
    _fields_ = [('i', In), ('k', c_int)]
an = An()
an.x = 5
print(an.i.x, an.y, An.y)
F = CFUNCTYPE(c_int, c_int, c_int)
f = F(lambda a, b: a * b)
print(f(6, 7))
try:
    f('a', 1)
except ArgumentError as ex:
    print(ex)
d = create_string_buffer(5)
memmove(d, b'hello', 5)
print(d.raw)
memset(d, 65, 3)
print(d.raw, string_at(d, 2), string_at(b'zz'), wstring_at('qq'))
print(cast(a, POINTER(c_short))[0], cast(q, c_void_p).value == addressof(i), c_int.from_buffer(bytearray(b'\x01\x00\x00\x00')), c_uint16.from_buffer_copy(b'\x01\x02'))
ba = bytearray(8)
g = In.from_buffer(ba)
g.y = 3
print(ba)
import pickle
print(pickle.loads(pickle.dumps(In(3, 4))).y, c_int(3) == c_int(3), repr(py_object([1])), py_object([1]).value)

class MyI(c_int):
    pass
print(MyI(3).value, isinstance(MyI(1), c_int), type(c_int), type(POINT), type(A), type(POINTER(c_int)), type(F))
print((In * 2)((1, 2), (3, 4))[1].y, [x.x for x in (In * 2)((1, 2), (3, 4))], c_size_t(-1).value, c_ubyte(300).value, c_byte(200).value, c_longdouble(1.5), c_int8(-129).value, sizeof(c_wchar), c_wchar('x'))

class Sub(In):
    _fields_ = [('w', c_int)]
print(Sub(1, 2, 3).w, sizeof(Sub), Sub.w, [f[0] for f in Sub._fields_])
from ctypes import util, wintypes
print(util.find_library('nonexistent_lib_x'), sizeof(wintypes.DWORD))
try:
    pythonapi.nope_fn
except AttributeError as ex:
    print('AttributeError')

class Q(Structure):
    _fields_ = [('x', c_int), ('y', c_short * 2), ('d', c_double)]
for o in [c_int(3), (c_int * 3)(), (c_char * 2 * 3)(), Q(1), c_char(b'a'), c_long(3), c_bool(1), POINTER(c_int)(), (Q * 2)(), BE(1, 2)]:
    m = memoryview(o)
    print(m.format, m.itemsize, m.shape, m.ndim, m.readonly, m.nbytes, bytes(m), bytes(o) == bytes(m))
s = Q(7, (1, 2))
m = memoryview(s).cast('B')
m[0] = 9
print(s.x, bytearray(s), b'%b' % bytes(s))
import io
print(io.BytesIO(bytes(s)).readinto(s), s.x, int.from_bytes(bytes(c_uint16(513)), 'little'))

class Q(Structure):
    _fields_ = [('a', c_char), ('b', c_int), ('c', c_char), ('s', c_char * 3)]
print(memoryview(Q()).format, sizeof(Q))
q = Q()
q.s = b'ab'
print(q.s)
q.s = b'abc'
print(q.s, bytes(q))

class W(Structure):
    _fields_ = [('s', c_wchar * 3)]
w = W('ab')
print(w.s)
for f in [lambda: setattr(q, 's', b'abcd'), lambda: setattr(q, 's', 'x'), lambda: setattr(w, 's', 'abcd'), lambda: setattr(w, 's', b'x')]:
    try:
        f()
    except Exception as e:
        print(e)
