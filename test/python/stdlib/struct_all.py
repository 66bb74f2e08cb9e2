import struct


def t(*f):
    try:
        print(*f[1:], f[0](*f[1:]))
    except Exception as e:
        print(*f[1:], type(e).__name__, e)


for c in 'bBhHiIlLqQnNP':
    for p in '@<>':
        for v in (-2**64, 2**64, -1, 3.5, 'a', 2**63, 0, 100, 2**40, -2**40):
            t(struct.pack, p + c, v)
for f, v in (('f', 1e300), ('<f', 1e300), ('e', 1e6), ('e', 65504.0), ('e', 1e-8), ('e', -0.1), ('d', 'x'), ('s', 'x'), ('c', b'ab'), ('p', 1), ('<P', 1), ('3s', b''), ('?', []), ('5p', b'abcdefg'), ('>d', 1.5), ('3s', b'abcd')):
    t(struct.pack, f, v)
for f in ('i', 'ii'):
    t(struct.pack, f)
    t(struct.pack, f, 1, 2, 3)
for f in ('<5', 'Z', '99999999999999999999i', 'x5', 'i\0', 'é', 'bhiq', '<bhiq', '3xi', 'b0i', '2s3p?', 'hhl 2q', 1, None):
    t(struct.calcsize, f)
t(struct.unpack, 'i', b'abc')
for n in (-3, -13, -6, 0, 2, 3):
    t(struct.unpack_from, 'i', b'abcdef', n)
    b = bytearray(6)
    t(struct.pack_into, 'i', b, n, 77)
    print(b)
t(struct.pack_into, 'i', b'123456', 0, 1)
t(struct.pack_into, 'i')
t(struct.pack_into, 'i', bytearray(6))
t(struct.pack_into, 'i', bytearray(6), 'a', 1)
t(lambda: list(struct.iter_unpack('<hb', b'abcdef')))
t(lambda: list(struct.iter_unpack('i', b'abc')))
t(lambda: list(struct.iter_unpack('', b'abc')))
s = struct.Struct('>IhB3sd')
d = s.pack(2**32 - 1, -5, 200, b'xyz', -0.5)
print(d, s.unpack(d), s.size, s.format, s.unpack_from(d), list(s.iter_unpack(d)))


class I:
    def __index__(self):
        return 7

    def __float__(self):
        return 2.5


t(struct.pack, 'idB?', 1, 2, 3, 0)
print(struct.pack('<idB?', I(), I(), I(), I()))
print(struct.unpack('<bBhHiIqQ', struct.pack('<bBhHiIqQ', -1, 255, -2, 65535, -3, 2**32 - 1, -2**63, 2**64 - 1)))
print(struct.unpack('>efd', struct.pack('>efd', 0.1, 0.1, 0.1)), struct.unpack('e', b'\x00\x7c'), struct.unpack('<e', b'\x01\x00'))
