#!/usr/bin/env python3
"""Random calls of the methods of int, bool, float, complex, str, bytes and bytearray, with CPython's answers.

    python3 cases.py SEED COUNT [TYPE...] > cases.json

Each case: [type, method, args, kwargs or null, expected]; expected is the repr of the result, or
`!Error: message`; for bytearray receivers ` | ` and the receiver's repr afterwards.
"""
import json
import math
import random
import sys

seed, count = int(sys.argv[1]), int(sys.argv[2])
only = sys.argv[3:]
R = random.Random(seed)

INTS = [0, 1, -1, 2, 3, -3, 5, 7, 10, -10, 16, 31, 32, 60, 63, 64, 97, 100, 255, 256, -256, 1000, 65535, 2**31, -2**31, 2**32, 2**53 - 1, 2**53, 2**53 + 1, -2**53 - 1,
        10**15, 10**16, 10**17, 2**63, -2**63, 2**64, 10**22, 10**23, 3**70, -7**50, 2**200 + 1, 10**300, 10**310]
SMALL = [0, 1, -1, 2, 3, 4, 5, -2, -3, 7, 8, 10, 20, -10, 100]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 0.1, 0.2, 0.3, 3.14159, 1e16, 1e15, 123456789.125, 1e22, 1e23, 1e100, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308,
          1e-5, 1e-4, 0.00012345, 1 / 3, -1 / 3, 2 / 3, float('inf'), float('-inf'), float('nan'), 2.675, 1e-7, 9007199254740993.0, 12345.6789, 999999.5, 0.05, 0.25, 1e21, 99.5, 9.995, 1e-10, 4.35, 1234.5]
TEXT = ['', 'a', 'b', 'ab', 'abc', 'aba', ' ', '  a b  c ', 'a,b,,c', ',', 'Hello World', 'HELLO', 'hello', 'a\tb', 'x\ny\r\nz\r', 'one\x0btwo\x0cthree\x1cfour\x85five\u2028six', '123', '-12', '+5', '\u0661\u0662',
        'é', 'ÉCOLE straße', 'ß', 'ŉ', 'ΑΣ', 'ΑΣΑ', 'Σ', 'ὈΔΥΣΣΕΎΣ', 'ǆ', 'ǅ', 'ﬁn', 'İ', 'ı', '\u1f80', '²', '½', '一', '\u3000x\u3000', '😀', 'a😀b', '😀😀', '😀a😀b😀', '𝒳𝒴', '𝟙𝟚', '\ud800', 'a\udc00', '\u200b', '\xa0a\xa0',
        "it's", '"q"', '\'"', '\\', '\x00', '\x7f', '\xad', '\U000e0001', 'aaaa', 'abcabcabc', 'The quick brown fox', '{}', '%s', 'x=1;y=2', '_x1', '1x', 'class', 'Ab Cd', 'AB cd', '__', '𐐀𐐨', 'ა', 'Ა', 'ꭰ', 'Ꭰ', '\u0345', 'a\u0345', '\u01c5b']
BYTES = [b'', b'a', b'b', b'ab', b'abc', b' a b  c ', b'a,b,,c', b',', b'Hello World', b'hello', b'HELLO', b'a\tb', b'x\ny\r\nz\r', b'\x00\xff', b'123', b'-12', b'+5', b'aaaa', b'abcabc', b'\x80\xe9', b"it's", b'"\'', b'\\n', b'Ab Cd', b'aba',
         'é€😀'.encode(), 'é€'.encode('utf-16'), b'\xff\xfe\x00\xd8', b'\xed\xa0\x80', b'\xf0\x9f\x98', b'\xc3(', b'\\u20ac\\x41\\n', b'\\N{DIGIT ONE}', b'+AGE-']


def enc(v):
    t = type(v)
    if v is None or t is bool:
        return v
    if t is int:
        return v if abs(v) < 2**53 else ['i', str(v)]
    if t is float:
        return ['f', repr(v)]
    if t is complex:
        return ['c', repr(v.real), repr(v.imag)]
    if t is str:
        return v if not any(0xd800 <= ord(c) < 0xe000 for c in v) else ['u', [ord(c) for c in v]]
    if t is bytes:
        return ['b', v.hex()]
    if t is bytearray:
        return ['B', v.hex()]
    if t is tuple:
        return ['t', [enc(x) for x in v]]
    if t is list:
        return ['l', [enc(x) for x in v]]
    if t is slice:
        return ['S', enc(v.start), enc(v.stop), enc(v.step)]
    if t is dict:
        return ['d', [[enc(k), enc(x)] for k, x in v.items()]]
    if t is type:
        return ['T', v.__name__]
    raise TypeError(t)


def rint():
    r = R.random()
    if r < .5:
        return R.choice(INTS)
    if r < .8:
        return R.randint(-1000, 1000)
    return R.randint(-1, 1) * R.getrandbits(R.choice([20, 52, 54, 64, 100, 300]))


def rsmall():
    return R.choice(SMALL)


def rfloat():
    r = R.random()
    if r < .5:
        return R.choice(FLOATS)
    if r < .8:
        return round(R.uniform(-1000, 1000), R.randint(0, 6))
    return R.uniform(-1, 1) * 10.0 ** R.randint(-30, 30)


def rcomplex():
    return complex(R.choice(FLOATS + [2.0, 3.0, -1.5]), R.choice(FLOATS + [2.0, 3.0, 0.0]))


def rtext():
    r = R.random()
    if r < .7:
        return R.choice(TEXT)
    if r < .9:
        return R.choice(TEXT) + R.choice(TEXT)
    return ''.join(R.choice('ab ,x😀é') for _ in range(R.randint(0, 8)))


def rbytes():
    r = R.random()
    if r < .7:
        return R.choice(BYTES)
    return bytes(R.choice(b'ab ,x\xff\x00') for _ in range(R.randint(0, 8)))


def rbuf():
    return rbytes() if R.random() < .8 else bytearray(rbytes())


def wrong():
    return R.choice([None, 1, 1.5, 'x', b'y', (), [], 2j, True])


def rslice():
    f = lambda: R.choice([None, 0, 1, -1, 2, -2, 3, 5, -5, 100])
    s = R.choice([None, None, 1, 2, -1, -2, 3])
    return slice(f(), f(), s)


def rspec():
    s = ''
    if R.random() < .4:
        s += R.choice(['<', '>', '^', '=', '*<', '0>', 'é^', '😀=', ' ^'])
    if R.random() < .3:
        s += R.choice('+- ')
    if R.random() < .1:
        s += 'z'
    if R.random() < .2:
        s += '#'
    if R.random() < .2:
        s += '0'
    if R.random() < .5:
        s += str(R.choice([0, 1, 5, 10, 15, 20]))
    if R.random() < .25:
        s += R.choice(',_')
    if R.random() < .4:
        s += '.' + str(R.choice([0, 1, 2, 3, 5, 6, 10, 17, 25, 60]))
    if R.random() < .8:
        s += R.choice('bcdeEfFgGnosxX%')
    return s


def rpercent():
    s = ''
    for _ in range(R.randint(1, 2)):
        s += R.choice(['', 'a', 'é']) + '%'
        if R.random() < .1:
            s += '(k)'
        s += ''.join(R.choice('-+ #0') for _ in range(R.randint(0, 2)))
        if R.random() < .4:
            s += R.choice(['5', '10', '*', '0'])
        if R.random() < .3:
            s += R.choice(['.0', '.2', '.*', '.', '.10'])
        s += R.choice(['s', 'r', 'a', 'd', 'i', 'u', 'x', 'X', 'o', 'c', 'e', 'f', 'g', 'G', 'E', '%', 'ld', 'b', 'y', ''])
    return s


def rvalue():
    return R.choice([rint, rfloat, rtext, rbytes, rcomplex, lambda: None, lambda: True])()


def rargs():
    r = R.random()
    if r < .1:
        return {'k': rvalue(), 'j': rvalue()}
    if r < .3:
        return rvalue()
    return tuple(R.choice([rint, rfloat, rtext, rsmall])() for _ in range(R.randint(0, 4)))


def rformat():
    parts = []
    for _ in range(R.randint(1, 2)):
        parts.append(R.choice(['', 'a', '{{', '}}', '{', '}', 'é😀'] if R.random() < .3 else ['', 'a']))
        f = R.choice(['', '', '', '0', '1', 'k', 'k', '5', 'zz', '0[1]', '0[a]', 'k[0]', '0.', '0[', '0[]', '0]', '0[1]x'] if R.random() < .3 else ['', '0', '1', 'k'])
        if R.random() < .3:
            f += '!' + R.choice('rsax')
        if R.random() < .5:
            f += ':' + (rspec() if R.random() < .8 else R.choice(['{}', '{0}', '{k}', '>{}', '{{}']))
        parts.append('{' + f + '}')
    return ''.join(parts)


def rnumtext():
    return R.choice([lambda: str(rint()), lambda: repr(rfloat()), lambda: hex(rint()), lambda: bin(R.randint(0, 999)), lambda: oct(R.randint(0, 999)), lambda: '1_000', lambda: '1__0', lambda: '_1', lambda: '1_', lambda: ' 12 ',
                     lambda: '0x', lambda: '0b12', lambda: '0o8', lambda: '010', lambda: '00', lambda: '1e5', lambda: '1e', lambda: '.5', lambda: '5.', lambda: '.', lambda: 'inf', lambda: '-Infinity', lambda: 'nan', lambda: 'infin',
                     lambda: '1_0.0_1e1_0', lambda: '\u0661\u0662.\u0665', lambda: '1j', lambda: '1+2j', lambda: '(1-2j)', lambda: '1e5j', lambda: 'j', lambda: '-j', lambda: '1+j', lambda: '( 1 )', lambda: 'zz', lambda: 'ff', lambda: '', lambda: ' ', lambda: '--1', lambda: '+ 1', lambda: '1 2', lambda: '\x001',
                     lambda: '0x1.8p3', lambda: '0x.8p-1074', lambda: '0x1p1024', lambda: '0x1.fffffffffffff8p1023', lambda: '1.8', lambda: '0x1.00000000000008p0', lambda: '0x1.00000000000018p0', lambda: '0X1P+3', lambda: 'p1', lambda: '0x1p', rtext])()


ENC = ['utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-be', 'utf-32-le', 'cp1252', 'unicode_escape', 'raw_unicode_escape', 'UTF8', 'utf_8', 'Latin1', 'nope', 'utf-8-sig']
ERR = ['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'surrogateescape', 'surrogatepass', 'nope']


def bound_args(first):
    a = [first()]
    if R.random() < .4:
        a.append(R.choice([rsmall(), None, rint()]))
        if R.random() < .6:
            a.append(R.choice([rsmall(), None, rint()]))
    return a


INT_BIN = ['add', 'sub', 'mul', 'mod', 'floordiv', 'truediv', 'divmod', 'and', 'or', 'xor', 'lt', 'le', 'eq', 'ne', 'gt', 'ge', 'radd', 'rsub', 'rmul', 'rmod', 'rfloordiv', 'rtruediv', 'rdivmod', 'rand', 'ror', 'rxor']


def int_case():
    m = R.choice(['bin'] * 8 + ['pow', 'powmod', 'shift', 'un', 'un', 'round', 'to_bytes', 'from_bytes', 'new', 'new', 'new', 'format', 'format', 'format', 'meth'])
    a = rint()
    if m == 'bin':
        return '__%s__' % R.choice(INT_BIN), [a, R.choice([rint, rint, rint, rsmall, rfloat, lambda: True])()]
    if m == 'pow':
        if R.random() < .2:
            return '__rpow__', [rsmall(), rsmall()]
        return '__pow__', [R.choice([rsmall(), rint()]), R.choice(SMALL)] if R.random() < .8 else [3, 2.0]
    if m == 'powmod':
        return '__pow__', [rint(), R.choice([rint(), rsmall()]), rint()]
    if m == 'shift':
        return R.choice(['__lshift__', '__rshift__']), [a, R.choice(SMALL + [31, 32, 52, 53, 54, 64, 200, -5, 2**70])] if a else [a, 3]
    if m == 'un':
        return R.choice(['__neg__', '__pos__', '__abs__', '__invert__', '__bool__', '__int__', '__float__', '__index__', '__trunc__', '__floor__', '__ceil__', '__hash__', '__repr__', 'bit_length', 'bit_count', 'as_integer_ratio', 'conjugate', '__getnewargs__', '__sizeof__']), [a]
    if m == 'round':
        return '__round__', [a] + R.choice([[], [R.randint(-6, 3)], [R.choice([-1, -2, -15, -50])], [wrong()]])
    if m == 'to_bytes':
        return 'to_bytes', [a, R.choice([0, 1, 2, 4, 8, 16, 40, -1]), R.choice(['big', 'little', 'x'])], {'signed': R.choice([True, False])}
    if m == 'from_bytes':
        return 'from_bytes', [rbuf(), R.choice(['big', 'little'])], {'signed': R.choice([True, False])}
    if m == 'new':
        r = R.random()
        if r < .4:
            return '__new__', [rnumtext()]
        if r < .8:
            t = rnumtext()
            return '__new__', [R.choice([t, t, t.encode('utf-8', 'replace')]), R.choice([0, 2, 8, 10, 16, 36, 1, 37, -1, 3])]
        return '__new__', [rvalue()]
    if m == 'format':
        return '__format__', [a, rspec()]
    return R.choice(['bit_length', 'to_bytes', '__round__', 'conjugate', '__add__']), [a, wrong(), wrong()][:R.randint(1, 3)]


def bool_case():
    m = R.choice(['__and__', '__or__', '__xor__', '__rand__', '__repr__', '__add__', '__hash__', '__new__', '__format__', '__int__', '__eq__', '__pow__', '__invert__'])
    a = R.choice([True, False])
    if m in ('__repr__', '__hash__', '__int__', '__invert__'):
        return m, [a]
    if m == '__new__':
        return m, [R.choice([None, 0, 1, '', 'a', 0.0])]
    if m == '__format__':
        return m, [a, rspec()]
    return m, [a, R.choice([True, False, rsmall()])]


FLOAT_BIN = [x for x in INT_BIN if x not in ('and', 'or', 'xor', 'rand', 'ror', 'rxor')] + ['pow', 'rpow']


def float_case():
    m = R.choice(['bin'] * 5 + ['un', 'un', 'round', 'round', 'new', 'new', 'format', 'format', 'format', 'format', 'hex', 'pow'])
    a = rfloat()
    if m == 'bin':
        return '__%s__' % R.choice(FLOAT_BIN), [a, R.choice([rfloat, rfloat, rint, rsmall])()]
    if m == 'pow':
        return '__pow__', [abs(a), rfloat()]
    if m == 'un':
        return R.choice(['__neg__', '__pos__', '__abs__', '__bool__', '__int__', '__float__', '__trunc__', '__floor__', '__ceil__', '__repr__', '__hash__', 'hex', 'is_integer', 'as_integer_ratio', 'conjugate', '__getnewargs__']), [a]
    if m == 'round':
        return '__round__', [a] + R.choice([[], [None], [R.randint(-3, 10)], [R.randint(-400, 400)], [wrong()]])
    if m == 'new':
        return '__new__', [R.choice([rnumtext, rnumtext, rnumtext, rvalue])()]
    if m == 'format':
        return '__format__', [a, rspec()]
    return 'fromhex', [rnumtext()]


def complex_case():
    m = R.choice(['bin', 'bin', 'bin', 'un', 'new', 'format', 'powi'])
    a = rcomplex()
    if m == 'bin':
        return '__%s__' % R.choice(['add', 'radd', 'sub', 'rsub', 'mul', 'rmul', 'truediv', 'rtruediv', 'eq', 'ne', 'lt']), [a, R.choice([rcomplex, rfloat, rsmall])()]
    if m == 'powi':
        return '__pow__', [complex(R.randint(-3, 3), R.randint(-3, 3)), R.choice([0, 1, 2, 3, 5, -1, -2, 10])]
    if m == 'un':
        return R.choice(['__neg__', '__pos__', '__abs__', '__bool__', '__repr__', '__hash__', 'conjugate', '__getnewargs__']), [a]
    if m == 'new':
        return '__new__', R.choice([lambda: [rnumtext()], lambda: [rfloat(), rfloat()], lambda: [rcomplex(), rcomplex()], lambda: [rvalue()], lambda: ['1', 2], lambda: [1, '2'], lambda: [rsmall()]])()
    return '__format__', [a, rspec()]


def str_case():
    s = rtext()
    m = R.choice(['search', 'search', 'search', 'tail', 'split', 'split', 'part', 'strip', 'pad', 'case', 'case', 'case', 'is', 'is', 'is', 'replace', 'join', 'encode', 'encode', 'item', 'item', 'op', 'percent', 'percent', 'percent', 'format', 'format', 'format', 'spec', 'fix', 'trans', 'wrong', 'misc', 'new'])
    if m == 'search':
        return R.choice(['find', 'rfind', 'index', 'rindex', 'count']), [s] + bound_args(rtext)
    if m == 'tail':
        return R.choice(['startswith', 'endswith']), [s] + bound_args(lambda: rtext() if R.random() < .7 else (rtext(), rtext()))
    if m == 'split':
        k = {}
        if R.random() < .6:
            k['sep'] = R.choice([None, rtext(), ' ', ',', 'a'])
        if R.random() < .4:
            k['maxsplit'] = rsmall()
        return R.choice(['split', 'rsplit']), [s], k
    if m == 'part':
        return R.choice(['partition', 'rpartition']), [s, rtext()]
    if m == 'strip':
        return R.choice(['strip', 'lstrip', 'rstrip']), [s] + R.choice([[], [None], [rtext()]])
    if m == 'pad':
        return R.choice(['center', 'ljust', 'rjust']), [s, R.choice([rsmall(), 9, 12])] + R.choice([[], ['*'], ['😀'], [rtext()]])
    if m == 'case':
        return R.choice(['upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold']), [s]
    if m == 'is':
        return R.choice(['isalpha', 'isalnum', 'isdecimal', 'isdigit', 'isnumeric', 'isspace', 'isupper', 'islower', 'istitle', 'isprintable', 'isidentifier', 'isascii']), [s]
    if m == 'replace':
        return 'replace', [s, R.choice([rtext(), 'a', '']), rtext()] + R.choice([[], [rsmall()]])
    if m == 'join':
        return 'join', [s, R.choice([lambda: [rtext() for _ in range(R.randint(0, 4))], lambda: tuple(rtext() for _ in range(R.randint(0, 3))), rtext, lambda: ['a', wrong()]])()]
    if m == 'encode':
        return 'encode', [s, R.choice(ENC), R.choice(ERR)]
    if m == 'item':
        return '__getitem__', [s, R.choice([rsmall(), rslice(), rslice(), rslice()] + ([wrong()] if R.random() < .1 else []))]
    if m == 'op':
        o = R.choice(['__add__', '__lt__', '__le__', '__gt__', '__ge__', '__eq__', '__ne__', '__contains__', '__mul__', '__rmul__'])
        return o, [s, R.choice(SMALL)] if o.endswith('mul__') else [s, rtext()]
    if m == 'percent':
        return '__mod__', [rpercent(), rargs()]
    if m == 'format':
        return 'format', [rformat()] + [R.choice([rint, rfloat, rtext, lambda: (1, 'é')])() for _ in range(R.randint(0, 3))], {'k': rvalue()}
    if m == 'spec':
        return '__format__', [s, rspec()]
    if m == 'fix':
        return R.choice(['removeprefix', 'removesuffix']), [s, rtext()]
    if m == 'trans':
        if R.random() < .5:
            return 'maketrans', R.choice([lambda: ['ab😀', 'xyz'], lambda: ['ab', 'xy', 'é'], lambda: [{'a': 'b', 98: None}], lambda: ['a'], lambda: ['a', 'bc'], lambda: [{'ab': 1}]])()
        return 'translate', [s, R.choice([{97: 'X', 98: None, 0x1f600: 'zz'}, {97: 0x1f600}, {97: 1.5}, {97: -1}, {}])]
    if m == 'wrong':
        return R.choice(['split', 'strip', 'replace', 'partition', 'find', 'count', 'startswith', 'join', 'center', 'zfill', 'expandtabs', 'encode', 'splitlines', 'removeprefix', 'translate', '__contains__', 'format_map', 'upper', 'title', 'isalpha', 'index', 'ljust']), [s, wrong(), wrong(), wrong(), wrong()][:R.randint(1, 5)]
    if m == 'new':
        return '__new__', R.choice([lambda: [], lambda: [s], lambda: [rbytes(), R.choice(ENC), R.choice(ERR)], lambda: [s, 'utf-8'], lambda: [1, 'utf-8'], lambda: [rint()], lambda: [rfloat()]])()
    o = R.choice(['expandtabs', 'zfill', 'splitlines', '__len__', '__repr__', '__str__', '__getnewargs__', '__sizeof__'])
    if o in ('expandtabs', 'zfill', 'splitlines'):
        return o, [s, R.choice([rsmall(), 8, 15, True])]
    return o, [s]


def bytes_case(ba):
    s = rbytes()
    if ba:
        s = bytearray(s)
    ms = ['search', 'search', 'search', 'tail', 'split', 'split', 'part', 'strip', 'pad', 'case', 'is', 'replace', 'join', 'decode', 'decode', 'item', 'op', 'percent', 'hex', 'fromhex', 'fix', 'trans', 'wrong', 'misc', 'new']
    if ba:
        ms += ['mut'] * 6 + ['setitem'] * 4
    m = R.choice(ms)
    if m == 'search':
        return R.choice(['find', 'rfind', 'index', 'rindex', 'count']), [s] + bound_args(lambda: R.choice([rbuf, rbuf, lambda: 97, rsmall, lambda: 300])())
    if m == 'tail':
        return R.choice(['startswith', 'endswith']), [s] + bound_args(lambda: rbuf() if R.random() < .7 else (rbytes(), rbytes()))
    if m == 'split':
        k = {}
        if R.random() < .6:
            k['sep'] = R.choice([None, rbytes(), b' ', b',', b'a'])
        if R.random() < .4:
            k['maxsplit'] = rsmall()
        return R.choice(['split', 'rsplit']), [s], k
    if m == 'part':
        return R.choice(['partition', 'rpartition']), [s, rbuf()]
    if m == 'strip':
        return R.choice(['strip', 'lstrip', 'rstrip']), [s] + R.choice([[], [None], [rbuf()]])
    if m == 'pad':
        return R.choice(['center', 'ljust', 'rjust']), [s, R.choice([rsmall(), 9, 12])] + R.choice([[], [b'*'], [bytearray(b'-')], [rbuf()], ['x']])
    if m == 'case':
        return R.choice(['upper', 'lower', 'title', 'capitalize', 'swapcase']), [s]
    if m == 'is':
        return R.choice(['isalpha', 'isalnum', 'isdigit', 'isspace', 'isupper', 'islower', 'istitle', 'isascii']), [s]
    if m == 'replace':
        return 'replace', [s, R.choice([rbuf(), b'a', b'']), rbuf()] + R.choice([[], [rsmall()]])
    if m == 'join':
        return 'join', [s, R.choice([lambda: [rbuf() for _ in range(R.randint(0, 4))], lambda: [b'a', wrong()], lambda: tuple(rbytes() for _ in range(2))])()]
    if m == 'decode':
        return 'decode', [s, R.choice(ENC), R.choice(ERR)]
    if m == 'item':
        return '__getitem__', [s, R.choice([rsmall(), rslice(), rslice()] + ([wrong()] if R.random() < .1 else []))]
    if m == 'op':
        o = R.choice(['__add__', '__lt__', '__le__', '__gt__', '__ge__', '__eq__', '__ne__', '__contains__', '__mul__'])
        return o, [s, R.choice(SMALL)] if o.endswith('mul__') else [s, rbuf()]
    if m == 'percent':
        f = rpercent().encode()
        return '__mod__', [bytearray(f) if ba else f, R.choice([rargs(), tuple(R.choice([rint, rbytes, rfloat])() for _ in range(R.randint(0, 3)))])]
    if m == 'hex':
        return 'hex', [s] + R.choice([[], [':'], ['-', 2], ['-', -2], [b'.', 3], ['ab'], ['é'], [1], [':', 0]])
    if m == 'fromhex':
        return 'fromhex', [R.choice(['', '00ff', 'AB cd', 'a', 'abc', 'zz', ' 0 1', 'é1', '1é', '12\t34', 5, '1 2', '12 3'])]
    if m == 'fix':
        return R.choice(['removeprefix', 'removesuffix']), [s, rbuf()]
    if m == 'trans':
        if R.random() < .5:
            return 'maketrans', R.choice([lambda: [b'ab', b'xy'], lambda: [b'a', b'bc'], lambda: ['a', b'b']])()
        return 'translate', [s, R.choice([None, bytes(range(256))[::-1], b'abc', 'x'])] + R.choice([[], [b'a'], ['x']])
    if m == 'wrong':
        return R.choice(['split', 'strip', 'replace', 'partition', 'find', 'count', 'startswith', 'join', 'center', 'zfill', 'expandtabs', 'decode', 'splitlines', 'removeprefix', 'translate', '__contains__', 'upper', 'title', 'isalpha', 'index', 'ljust', 'hex']), [s, wrong(), wrong(), wrong(), wrong()][:R.randint(1, 5)]
    if m == 'new':
        return '__new__', R.choice([lambda: [], lambda: [rbuf()], lambda: [rtext(), R.choice(ENC), R.choice(ERR)], lambda: [rtext()], lambda: [R.choice([0, 1, 5, -1])], lambda: [[1, 2, 255]], lambda: [[256]], lambda: [[-1]], lambda: [['a']], lambda: [1.5], lambda: [b'a', 'utf-8'], lambda: [b'a', 'utf-8', 'x'], lambda: [(1, True)], lambda: [None]])()
    if m == 'mut':
        o = R.choice(['append', 'extend', 'insert', 'pop', 'remove', 'reverse', 'clear', 'copy', '__iadd__', '__imul__', '__delitem__'])
        a = {'append': lambda: [R.choice([rsmall(), 255, 256, 97, wrong()])], 'extend': lambda: [R.choice([rbuf(), [1, 2], [300], 'ab', 5, ['x']])], 'insert': lambda: [rsmall(), R.choice([1, 97, 300])],
             'pop': lambda: R.choice([[], [rsmall()]]), 'remove': lambda: [R.choice([97, 98, 32, 300, -1])], 'reverse': lambda: [], 'clear': lambda: [], 'copy': lambda: [], '__iadd__': lambda: [R.choice([rbuf(), rbuf(), 5, 'x'])],
             '__imul__': lambda: [rsmall()], '__delitem__': lambda: [R.choice([rsmall(), rslice(), rslice()])]}[o]()
        return o, [s] + a
    if m == 'setitem':
        return '__setitem__', [s] + R.choice([lambda: [rsmall(), R.choice([1, 255, 256, -1, 'a'])], lambda: [rslice(), R.choice([rbuf(), b'xy', [1, 2, 3], 5, 'a', (1,), [300]])], lambda: ['a', 1]])()
    o = R.choice(['expandtabs', 'zfill', 'splitlines', '__len__', '__repr__', '__str__'] + ([] if ba else ['__getnewargs__', '__bytes__']))
    if o in ('expandtabs', 'zfill', 'splitlines'):
        return o, [s, R.choice([rsmall(), 8, 15, True])]
    return o, [s]


MAKERS = {'int': (int, int_case), 'bool': (bool, bool_case), 'float': (float, float_case), 'complex': (complex, complex_case), 'str': (str, str_case), 'bytes': (bytes, lambda: bytes_case(False)), 'bytearray': (bytearray, lambda: bytes_case(True))}


def shown(v):
    return repr(v) if not isinstance(v, (float, complex)) or type(v) in (float, complex) else repr(v)


def message(e):
    if isinstance(e, (UnicodeEncodeError, UnicodeDecodeError)):
        return ', '.join(map(repr, (e.encoding, e.object, e.start, e.end, e.reason)))
    return str(e) if not (len(e.args) == 2) else repr(e.args)


out = []
names = only or list(MAKERS)
skipped = 0
sys.set_int_max_str_digits(4300)
seen = set()
while len(out) < count:
    name = R.choice(names if only else names + ['str'] * 3 + ['float', 'int'])
    t, make = MAKERS[name]
    case = make()
    method, args = case[0], case[1]
    kwargs = case[2] if len(case) > 2 else None
    if any(isinstance(a, float) and math.isnan(a) for a in args) and method == '__hash__' or method == '__hash__' and name in ('str', 'bytes'):
        continue
    if method == '__hash__' and name == 'complex' and (args[0] != args[0]):
        continue
    try:
        j = [enc(a) for a in args]
        k = {n: enc(v) for n, v in kwargs.items()} if kwargs else None
    except TypeError:
        continue
    key = json.dumps([name, method, j, k])
    if key in seen:
        skipped += 1
        if skipped > count:
            break
        continue
    seen.add(key)
    try:
        if method == '__new__':
            r = t(*args, **(kwargs or {}))
        else:
            r = getattr(t, method)(*args, **(kwargs or {}))
        text = repr(r)
    except MemoryError:
        continue
    except Exception as e:
        text = '!%s: %s' % (type(e).__name__, message(e))
    if len(text) > 600:
        continue
    if args and isinstance(args[0], bytearray) and method != '__new__':
        text += ' | ' + repr(args[0])
    if ' object at 0x' in text:
        continue
    out.append([name, method, j, k, text])
for i, row in enumerate(out):
    print('[' if i == 0 else ',', end='')
    print(json.dumps(row, separators=(',', ':'), ensure_ascii=True))
print(']')
