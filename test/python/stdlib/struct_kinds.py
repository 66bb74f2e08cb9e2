"""Every format character, packed and unpacked: least and greatest values, what is too large, and padding."""
import struct

for order in '<>@=!':
    for code in 'bBhHiIlLqQnN':
        if code in 'nN' and order != '@':
            continue
        size = struct.calcsize(order + code)
        top = 2 ** (8 * size)
        for v in (0, 1, -1, top // 2 - 1, top // 2, -(top // 2), -(top // 2) - 1, top - 1, top, 2 ** 70, True):
            try:
                packed = struct.pack(order + code, v)
                print(order, code, v, packed.hex(), struct.unpack(order + code, packed))
            except struct.error as e:
                print(order, code, v, e)
    for text, values in (('bxh', (1, 2)), ('3s2x5p', (b'ab', b'wxyz')), ('40s', (b'abc',)), ('33p', (b'q' * 40,)), ('c?e', (b'c', [], 0.5)), ('fd', (1.5, -2.25)), ('2hB3s', (1, 2, 3, b'long')), ('0s1s', (b'x', b''))):
        struct.pack('<8Q', *[2 ** 64 - 1] * 8)
        packed = struct.pack(order + text, *values)
        print(order, text, packed.hex(), struct.unpack(order + text, packed))
for call in (lambda: struct.pack(), lambda: struct.pack('hh', 1), lambda: struct.pack('h', 1, 2), lambda: struct.Struct('h').pack(), lambda: struct.pack('c', b''), lambda: struct.pack('3s', 'a'), lambda: struct.pack('f', 'x'), lambda: struct.pack('h', 1.5)):
    try:
        call()
    except (TypeError, struct.error) as e:
        print(type(e).__name__, e)


class I:
    def __index__(self):
        return 7

    def __float__(self):
        return 2.5

    def __bool__(self):
        return True


print(struct.pack('>hB?f', I(), I(), I(), I()).hex(), struct.pack('>xq', I()).hex())
