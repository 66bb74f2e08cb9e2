class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
def gen(*a):
    for x in a: yield x
t(lambda: bytes(gen(1, 2, 3))); t(lambda: bytes(gen(1, I(5), 256))); t(lambda: bytes([1, I(2)])); t(lambda: bytes(I(3))); t(lambda: bytes('a')); t(lambda: bytes('é', 'utf-8')); t(lambda: bytes(5.0)); t(lambda: bytes([300])); t(lambda: bytes(['a'])); t(lambda: bytes(-1)); t(lambda: bytes(b'ab', 'x')); t(lambda: bytes(range(5))); t(lambda: bytes({1: 2})); t(lambda: bytes(None)); t(lambda: bytes())
b = bytearray(b'hello')
t(lambda: b.extend(gen(1, 2))); t(lambda: b); t(lambda: b.append(I(65))); t(lambda: b.insert(I(0), I(66))); t(lambda: b.pop(I(0))); t(lambda: b.remove(I(65))); t(lambda: b)
b[0] = I(72); t(lambda: b); b[1:3] = b'XYZ'; t(lambda: b); b[::2] = b'12345'[:len(b[::2])]; t(lambda: b); del b[0]; t(lambda: b); del b[::2]; t(lambda: b); b[:] = gen(1, 2, I(3)); t(lambda: b)
def st(k, v): b[k] = v
t(lambda: st(0, 256)); t(lambda: st(9, 1)); t(lambda: st('a', 1)); t(lambda: st(0, 'a')); t(lambda: st(slice(0, 1), 5)); t(lambda: st(slice(0, 1), 'a')); t(lambda: st(slice(None, None, 2), b'abcdef')); t(lambda: st(I(0), 7)); t(lambda: b)
c = b; c += b'!!'; t(lambda: b is c); c *= 2; t(lambda: b); t(lambda: b'a' + bytearray(b'b')); t(lambda: bytearray(b'a') + b'b'); t(lambda: b'a' + 'b'); t(lambda: b'a' + 1); t(lambda: b'a' * 2.0); t(lambda: b'ab'[0]); t(lambda: b'ab'[0:1]); t(lambda: b'ab'['x']); t(lambda: b'ab'[7]); t(lambda: b'abc'[I(1)]); t(lambda: b'abc'[I(1):]); t(lambda: 97 in b'abc'); t(lambda: I(97) in b'abc'); t(lambda: 'a' in b'abc'); t(lambda: 300 in b'abc'); t(lambda: b'bc' in b'abc'); t(lambda: b'abc'.find(I(98))); t(lambda: b'abc'.find(98)); t(lambda: b'abc'.index(b'z')); t(lambda: b'abc'.count(I(99), I(0)))
t(lambda: b','.join(gen(b'a', bytearray(b'b')))); t(lambda: b','.join(['a'])); t(lambda: b','.join(5)); t(lambda: list(b'ab')); t(lambda: b'a' == bytearray(b'a')); t(lambda: b'a' == 'a'); t(lambda: b'a' < bytearray(b'b')); t(lambda: b'a' < 'b'); t(lambda: hash(b'a') == hash(b'a')); t(lambda: hash(bytearray())); t(lambda: {b'k': 1}[b'k'])
it = iter(b'abc'); t(lambda: type(it).__name__); t(lambda: next(it)); t(lambda: it.__length_hint__()); t(lambda: it.__reduce__()[1:]); t(lambda: list(it)); t(lambda: list(it)); t(lambda: type(iter(bytearray(b'a'))).__name__)
class B(bytes):
    pass
class BA(bytearray):
    def __init__(self, *a): super().__init__(*a); self.x = 1
x = B(b'abc'); t(lambda: x); t(lambda: type(x[:2]).__name__); t(lambda: type(x.upper()).__name__); t(lambda: B.fromhex('00ff')); t(lambda: type(B.fromhex('00ff')).__name__); t(lambda: bytes(x)); t(lambda: type(bytes(x)).__name__); t(lambda: x == b'abc'); t(lambda: {b'abc': 1}[x])
y = BA(b'xyz'); t(lambda: y); t(lambda: y.x); t(lambda: type(y + b'a').__name__); t(lambda: type(y.copy()).__name__); t(lambda: bytearray(y)); t(lambda: BA.fromhex('41')); t(lambda: y.__reduce__()[1:]); t(lambda: y.__reduce_ex__(4)[1:])
t(lambda: bytearray(b'a\'b"')); t(lambda: str(b'a')); t(lambda: b'%d' % 5); t(lambda: b'abc'.translate(None, b'b')); t(lambda: b'abc'.translate(bytes.maketrans(b'ab', b'xy'), delete=b'c')); t(lambda: b'abc'.hex('-', 1)); t(lambda: b'abc'.hex(sep=':')); t(lambda: b'abcde'.hex('_', 2)); t(lambda: b'abcde'.hex('_', -2)); t(lambda: bytes.fromhex('zz')); t(lambda: bytes.fromhex(b'00')); t(lambda: bytearray(3)); t(lambda: bytearray('é', 'utf-16-le')); t(lambda: bytearray(5.0)); t(lambda: bytearray('x')); t(lambda: bytearray(b'a', 'x')); t(lambda: bytearray().pop()); t(lambda: bytearray(b'a').pop(5)); t(lambda: bytearray(b'a').remove(1)); t(lambda: bytearray(b'a').extend(5)); t(lambda: bytearray(b'a').extend('a')); t(lambda: bytearray(b'a').append('a'))
