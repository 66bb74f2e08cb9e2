class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v

class BadIndex:
    def __index__(self): return 'x'

class Num(int):
    def __repr__(self): return 'Num(%d)' % int(self)

class Int:
    def __int__(self): return 42

class Trunc:
    def __trunc__(self): return 7

class BadInt:
    def __int__(self): return 1.5

def t(f, *a):
    try:
        print(repr(f(*a)))
    except Exception as e:
        print(type(e).__name__, e)

t(int, I(5)); t(int, Int()); t(int, Trunc()); t(int, BadInt()); t(int, BadIndex()); t(int, '12', I(16)); t(int, '12', BadIndex())
n = Num(5)
t(lambda: n); t(lambda: n + 1); t(lambda: n * n); t(lambda: str(n)); t(lambda: f'{n}'); t(lambda: f'{n:05d}'); t(lambda: '%d' % n); t(lambda: -n); t(lambda: +n); t(lambda: abs(n))
t(lambda: type(n + 0)); t(lambda: type(+n)); t(lambda: n == 5); t(lambda: hash(n) == hash(5)); t(lambda: {5: 'x'}[n]); t(lambda: {n: 'y'}[5]); t(lambda: n.real); t(lambda: type(n.numerator))
n.attr = 3
t(lambda: n.attr); t(lambda: n.__dict__)
t(lambda: Num('12', 8)); t(lambda: Num()); t(lambda: Num.from_bytes(b'\x01\x02', 'big')); t(lambda: type(Num.from_bytes(b'\x01\x02')))
t(lambda: (1000).to_bytes(I(4), 'little')); t(lambda: round(12345, I(-2))); t(lambda: round(I(3)))
t(lambda: int.from_bytes([1, 2, I(3)], 'big')); t(lambda: int.from_bytes((x for x in range(3)), 'little'))
class B:
    def __bytes__(self): return b'\x05\x06'
t(lambda: int.from_bytes(B(), 'big')); t(lambda: bytes(B()))
t(lambda: int.__new__(Num, 9)); t(lambda: int.__new__(bool, 1)); t(lambda: int.__new__(str)); t(lambda: bool.__new__(bool, []))
class T:
    def __bool__(self): return False
class L:
    def __len__(self): return 0
class Bad:
    def __bool__(self): return 1
t(bool, T()); t(bool, L()); t(bool, Bad()); t(lambda: not T())
t(lambda: I(3) * 'ab'); t(lambda: 'ab' * I(2)); t(lambda: b'ab' * I(2)); t(lambda: bytearray(b'ab') * I(2)); t(lambda: 'ab' * 1.5); t(lambda: 'ab' * BadIndex())
t(lambda: 1 + I(2)); t(lambda: 2 ** I(3)); t(lambda: pow(2, -1, 7)); t(lambda: pow(3, 4, -5)); t(lambda: 2 ** -2); t(lambda: (-8) ** (1/3)); t(lambda: 0 ** -1)
t(lambda: 10**20 // 3); t(lambda: -10**20 % 7); t(lambda: divmod(-10**20, 10**10 + 1)); t(lambda: 10**400 / 10**399); t(lambda: 10**400 / 3); t(lambda: 1 << -1); t(lambda: 1 << 2**70)
t(lambda: 5 .__add__('x')); t(lambda: 5 + 'x'); t(lambda: 5 - 'x'); t(lambda: -'x'); t(lambda: 5 < 'x'); t(lambda: 5 & 1.5); t(lambda: 5 @ 5)
t(lambda: (2**100).bit_count()); t(lambda: (-2**100).bit_length()); t(lambda: ~2**64); t(lambda: 2**64 & -2**32); t(lambda: -2**64 | 5); t(lambda: -2**64 ^ 2**65)
t(lambda: str(10**4300)); t(lambda: int('1' * 4301)); t(lambda: len(str(10**4299)))
import sys
t(lambda: sys.set_int_max_str_digits(5000)); t(lambda: len(str(10**4500)))
t(lambda: int('9' * 4999) % 10**20); t(lambda: hash(2**61 - 1)); t(lambda: hash(2**61)); t(lambda: hash(-1)); t(lambda: hash(1.5)); t(lambda: hash(1e300)); t(lambda: hash(1j)); t(lambda: hash(True)); t(lambda: hash(10**50) == hash(1e50) if 10**50 == 1e50 else 'ne'); t(lambda: hash((1, 2, 3))); t(lambda: hash(())); t(lambda: hash((1.5, (2, -1))))
