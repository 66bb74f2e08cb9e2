inf = float('inf'); nan = float('nan')
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 3
class BadF:
    def __float__(self): return 'x'
class Sub(float):
    def __repr__(self): return 'Sub'
class FS:
    def __float__(self): return Sub(1.5)
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
t(lambda: float(F())); t(lambda: float(I())); t(lambda: float(BadF())); t(lambda: float([])); t(lambda: float('x')); t(lambda: float(b'1.5')); t(lambda: float('1_0.5')); t(lambda: float()); t(lambda: float('nan')); t(lambda: float(' -inf ')); t(lambda: float(10**400)); t(lambda: float('1e400')); t(lambda: float(None)); t(lambda: float('1', '2')); t(lambda: float(x=1))
s = Sub(3.5); t(lambda: s); t(lambda: s + 1); t(lambda: str(s)); t(lambda: f'{s}'); t(lambda: f'{s:.2f}'); t(lambda: type(-s).__name__); t(lambda: type(float(s)).__name__); t(lambda: s == 3.5); t(lambda: hash(s) == hash(3.5)); t(lambda: {3.5: 1}[s]); t(lambda: Sub.fromhex('0x1p3')); t(lambda: type(Sub.fromhex('0x1p3')).__name__); s.a = 1; t(lambda: s.__dict__); t(lambda: Sub('2.5').hex()); t(lambda: s.as_integer_ratio()); t(lambda: s.real)
t(lambda: complex(F())); t(lambda: complex(F(), I())); t(lambda: complex('1+2j')); t(lambda: complex(1, 'x')); t(lambda: complex('x')); t(lambda: complex([])); t(lambda: complex(1+2j, 3)); t(lambda: complex(real=1, imag=2)); t(lambda: complex(imag=2))
class C:
    def __complex__(self): return 1+5j
class BadC:
    def __complex__(self): return 1
t(lambda: complex(C())); t(lambda: complex(BadC())); t(lambda: complex(1, C())); t(lambda: (1+2j) ** 2); t(lambda: (1+2j) ** -1); t(lambda: (1+2j) ** 0.5); t(lambda: 0j ** -1); t(lambda: 1j // 1); t(lambda: 1j % 1); t(lambda: 1j < 2j); t(lambda: abs(3+4j)); t(lambda: int(1j)); t(lambda: float(1j)); t(lambda: pow(1j, 2, 3)); t(lambda: 1j / 0); t(lambda: divmod(1j, 1)); t(lambda: 1 + 2j == complex(1, 2)); t(lambda: {1+0j: 'x'}[1]); t(lambda: (1+2j).conjugate()); t(lambda: -(0j)); t(lambda: hash(1+0j)); t(lambda: round(1j))
class SubC(complex): pass
z = SubC(1, 2); t(lambda: z); t(lambda: z + 1); z.q = 1; t(lambda: z.q); t(lambda: type(complex(z)).__name__)
t(lambda: round(2.5)); t(lambda: round(-3.5)); t(lambda: round(2.675, 2)); t(lambda: round(1234.5678, I())); t(lambda: round(1234.5678, -2)); t(lambda: round(5e15 + 0.5)); t(lambda: round(float('nan'))); t(lambda: round(float('inf'))); t(lambda: round(float('inf'), 2)); t(lambda: round(1.5, 'x')); t(lambda: round(1.7976931348623157e308, -308)); t(lambda: round(2.5, None)); t(lambda: round(1e22, 1))
t(lambda: 5.0 // 0); t(lambda: 5.0 % 0); t(lambda: divmod(5.0, 0)); t(lambda: 5.0 / 0); t(lambda: 0.0 ** -1); t(lambda: 10.0 ** 400); t(lambda: (-8.0) ** 0.5); t(lambda: -7.5 // 2); t(lambda: -7.5 % 2); t(lambda: 7.5 % -2); t(lambda: divmod(-1e-20, 3)); t(lambda: inf // 2); t(lambda: inf % 2); t(lambda: 5 % inf); t(lambda: -5 % inf); t(lambda: 2 ** 0.5); t(lambda: 2.0 ** -1074); t(lambda: 1.1 ** 100); t(lambda: 10 ** -5); t(lambda: pow(2.0, 3, 5)); t(lambda: 1.0 .__pow__(2, 3))
t(lambda: 2**53 + 1 == float(2**53 + 1)); t(lambda: 2**53 + 1 > 2.0**53); t(lambda: 10**400 > 1e308); t(lambda: 10**400 < inf); t(lambda: 1 == 1.0 == True); t(lambda: nan == nan); t(lambda: 1.0 < 'a'); t(lambda: 1e16); t(lambda: 1e15 + 0.5); t(lambda: 123456789012345678.0); t(lambda: 1e-5); t(lambda: 0.0001); t(lambda: -0.0); t(lambda: 5e-324); t(lambda: 1.7976931348623157e308); t(lambda: 0.1 + 0.2); t(lambda: 1/3); t(lambda: 1e22); t(lambda: 1e21); t(lambda: float.hex(0.1)); t(lambda: float.fromhex('0x1.999999999999ap-4')); t(lambda: (0.1).as_integer_ratio()); t(lambda: (2.0).is_integer()); t(lambda: inf.as_integer_ratio()); t(lambda: float.__getformat__('double')); t(lambda: float.__getformat__('x')); t(lambda: int(1e30)); t(lambda: int(nan)); t(lambda: int(inf)); t(lambda: (-2.5).__floor__()); t(lambda: (2.1).__ceil__()); t(lambda: (-2.9).__trunc__())
t(lambda: 1.5 + 10**400); t(lambda: 1.5 < 10**400); t(lambda: 1.5 == 10**400); t(lambda: 10**400 * 1.0); t(lambda: 10**308 * 1.0); t(lambda: 1.5 & 1); t(lambda: 1.5 << 1); t(lambda: ~1.5); t(lambda: [1][1.0]); t(lambda: 'a' * 1.0)
