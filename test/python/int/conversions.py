"""int: construction from every kind of value, bases, underscores, bytes, methods, huge numbers, bit operations."""
class I:
    def __int__(self): return 5
class X:
    def __index__(self): return 6
class T:
    def __trunc__(self): return 7
class BadI:
    def __int__(self): return 'x'
class SubI(int):
    def __int__(self): return SubI(9)
class BadX:
    def __index__(self): return 1.5
import warnings; warnings.simplefilter('ignore')
def t(src):
    try: print(src, '->', repr(eval(src)))
    except Exception as e: print(src, '->', type(e).__name__, e)
for v in ('', '0', '1.9', '-1.9', '1e20', 'float("nan")', 'float("inf")', '1j', 'None', '[]', 'True', '"5"', '" -5 "', '"+5"', '"--5"', '"5 5"', '""', '" "', '"0x10"', '"1_000"', '"1__0"', '"_1"', '"1_"', '"1.0"', '"1e5"', '"abc"', 'b"12"', 'b"\\xff"', 'bytearray(b"7")', 'memoryview(b"8")', '"\\x00"', '"1\\x00"', 'I()', 'X()', 'T()', 'BadI()', 'SubI(3)', 'BadX()', 'object()', 'int', '"9" * 30', '"0" * 10 + "1"'): t('int(%s)' % v)
for a in ('"10", 2', '"12", 2', '"z", 36', '"Z", 36', '"10", 0', '"0x1f", 0', '"0o17", 0', '"0b11", 0', '"010", 0', '"0", 0', '"00", 0', '"0_7", 0', '"0x_f", 16', '"0xf", 16', '"0b1", 16', '"-0x1", 0', '"1", 1', '"1", 37', '"1", -1', '"1", 2.5', '"1", "2"', '"1", None', '5, 10', '5.5, 10', '[], 10', 'b"ff", 16', 'base=10', '"5", base=8', 'x="5"', '"9", X()', '"1", 2**70'): t('int(%s)' % a)
for n in (0, 1, -1, 255, -256, 2**31, 2**63, -2**63, 2**64 - 1, 10**30): print(n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, hex(n), oct(n), bin(n), hash(n), float(n), ~n, n >> 3, n & 0xff, n | 1, n ^ -1, n // 7, n % 7, divmod(n, -7), pow(n, 3, 11), str(n)[-5:], bool(n))
for a in ('(1).to_bytes()', '(256).to_bytes()', '(256).to_bytes(2)', '(256).to_bytes(2, "little")', '(-1).to_bytes(2, "big")', '(-1).to_bytes(2, "big", signed=True)', '(128).to_bytes(1, signed=True)', '(0).to_bytes(0)', '(1).to_bytes(0)', '(1).to_bytes(-1)', '(1).to_bytes(1, "mid")', '(1).to_bytes(length=3, byteorder="little", signed=False)', '(2**100).to_bytes(13)', 'int.from_bytes(b"\\x01\\x00")', 'int.from_bytes(b"\\xff", signed=True)', 'int.from_bytes(b"\\x01\\x00", "little")', 'int.from_bytes(b"")', 'int.from_bytes([1, 2])', 'int.from_bytes([256])', 'int.from_bytes("ab")', 'int.from_bytes(5)', 'int.from_bytes(b"a", "x")', 'bool.from_bytes(b"\\x00")', 'SubI.from_bytes(b"\\x02")', '(5).__round__(-1)', 'round(15, -1)', 'round(25, -1)', 'round(-15, -1)', 'round(5, 2)', 'round(10**20 + 5, -1)', '(5).__floor__()', '(5).__getnewargs__()', '1 << 100', '1 << 0', '-1 << 3', '5 >> 100', '-5 >> 100', '0 << 10**20', '1 << 10**20', '2 ** 200 % 1000007', '(-7) // 2, (-7) % 2', '7 // -2, 7 % -2', '(-2) ** 3', '2 ** -2', '(-2) ** 0.5', '0 ** -1', 'pow(3, -1, 10)', 'pow(2, -1, 4)', 'pow(5, 0, 1)', 'pow(2, 10, -7)', 'pow(2, 3, 0)', '10 ** 25 // 10 ** 24', '10 ** 400 / 10 ** 399', '10 ** 400 / 3.0', '10 ** 400 * 1.0', 'float(10 ** 400)', '1 / 10 ** 400', '2 ** 1024 / 2 ** 1000', '(2 ** 53 + 1) / 1', '10 ** 23 == 1e23', '2 ** 53 + 1 == float(2 ** 53)', '2 ** 1024 > 1e308', '1 < float("inf")', '10 ** 400 < float("inf")', '10 ** 400 == float("nan")', 'True + True', 'True & 2', 'True | False', 'True ^ True', '~True', '-True', 'True / 2', 'True.real', 'isinstance(True, int)', 'True == 1.0', 'int.__new__(int)', 'int.__new__(bool, 1)', 'int.__new__(SubI, 4)', 'int(3).__class__', 'SubI(3) + 1', 'type(SubI(3) + 1)', 'type(+SubI(3))', 'abs(SubI(-3))', '1_000_000', '0xFF_FF', '0b1_0', '0o1_7', '1if 1else 2'): t(a)
