# Where bytes objects are the operand itself, or the one object of that byte.
b = b'hello'
ba = bytearray(b'hello')
one = b'q'


class B(bytes):
    pass


x = B(b'q')
print(b[1:2] is b[1:2], b[1:2], b[:] is b, (b'' + b) is b, (b + b'') is b, ba[1:2], ba[:], ba[:] is ba, type(ba[1:2]))
print(b[::2], b[4:3], b[-1:], b[0:1] + b[1:2], (bytearray() + b) is b, type(b'' + ba), (b'' + ba) is ba)
print(type(x[:]), type(x + b''), type(b'' + x), x[0:1] is one, type(x[0:1]))
ba[1:2] += b'zz'
print(ba)
it = iter(b'abc')
print(next(it), list(it), next(it, None), list(it))
it = iter(ba)
next(it)
ba.append(7)
print(list(it), [n for n in b'\x00\xff'], sum(bytes(range(10))))
print('b' in 'abc', 'b' not in 'abc', '' in '', 'abd' in 'abc', 1 in ('a', 1), '1' in (1, '1'), 'a' in {'b': 1}, 'b' in {'b': 1}, True in (1, 2), 1 in (True,), 1.0 in [1], 1 in [2.0, 1.0])
