class S:
    def __init__(self, v='S'): self.v = v
    def __str__(self): return 'str:' + self.v
    def __repr__(self): return 'repr:' + self.v + '\xe9\u20ac'
    def __format__(self, spec): return 'fmt(%s)' % spec
    attr = 'A'
    items = {'k': 'K', 0: 'zero'}
    def __getitem__(self, k): return 'item %r' % (k,)

class F:
    def __float__(self): return 2.5

class I:
    def __index__(self): return 255

class Int:
    def __int__(self): return 77

class Bad:
    def __str__(self): return 5
    __repr__ = __format__ = lambda self, *a: None

class M(dict):
    def __missing__(self, k): return '<%s>' % k

def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

s = S()
t(lambda: '%s|%r|%a' % (s, s, s)); t(lambda: '%10s|%-12r|%.3s' % (s, s, s)); t(lambda: '%(x)s %(y)d' % M()); t(lambda: '%(x)s' % M()); t(lambda: '%(a)s-%(a)r' % {'a': s})
t(lambda: '%d %i' % (Int(), Int())); t(lambda: '%x %o %X' % (I(), I(), I())); t(lambda: '%f %g %e' % (F(), F(), I())); t(lambda: '%c%c' % (65, 'B')); t(lambda: '%s' % Bad()); t(lambda: '%r' % Bad()); t(lambda: '%d' % F()); t(lambda: '%x' % Int()); t(lambda: '%x' % F())
t(lambda: '%*d|%-*d|%.*f' % (6, 1, 6, 2, 2, 3.14159))
t(lambda: '{} {!s} {!r} {!a}'.format(s, s, s, s)); t(lambda: '{:>10}|{!s:>10}|{!r:<14}|'.format(s, s, s)); t(lambda: '{0.attr} {0.items[k]} {0.items[0]} {0[x]} {0[5]}'.format(s)); t(lambda: '{:{}} {:{w}.{p}}'.format(s, 'spec', 3.14159, w=10, p=3))
t(lambda: '{0:{1}}{2}'.format(s, s, 1)); t(lambda: '{x}'.format_map(M())); t(lambda: '{x[0]}'.format_map({'x': [s]})); t(lambda: '{}'.format(Bad())); t(lambda: '{!s}'.format(Bad())); t(lambda: format(Bad(), '')); t(lambda: '{.nope}'.format(s)); t(lambda: '{:d}'.format('x')); t(lambda: '{:s}'.format(5))
t(lambda: '{} {1}'.format(1, 2)); t(lambda: '{1} {}'.format(1, 2)); t(lambda: '{'.format()); t(lambda: '}'.format()); t(lambda: '{a'.format(a=1)); t(lambda: '{!x}'.format(1)); t(lambda: '{!}'.format(1)); t(lambda: '{!r'.format(1)); t(lambda: '{:{:{}}}'.format(1, 2, 3)); t(lambda: '{a.}'.format(a=1)); t(lambda: '{a[}'.format(a=1)); t(lambda: '{a[]}'.format(a=1)); t(lambda: '{}'.format()); t(lambda: '{x}'.format()); t(lambda: '{0}'.format_map({})); t(lambda: '{:'.format(1)); t(lambda: '{0!rx}'.format(1)); t(lambda: '{{}}{{{0}}}'.format(7)); t(lambda: '{0[1][a]}'.format([0, {'a': 'deep'}])); t(lambda: '{0[-1]}'.format([1, 2])); t(lambda: '{0[01]}'.format([1, 2]))
t(lambda: f'{s}{s!s}{s!r}{s!a}{s:abc}{s!r:>20}'); w = 12; t(lambda: f'{3.14159:{w}.{3}f}|{s=}|{1+1=}|{s!s:^{w}}|'); t(lambda: f'{s.attr:*^9}{s.items["k"]}')
t(lambda: format(1234567.891, ',.2f')); t(lambda: format(1234567, '_d')); t(lambda: format(255, '#_b')); t(lambda: format(-1234, '010,')); t(lambda: format(1e-10)); t(lambda: format(True, 'd')); t(lambda: format(True, '')); t(lambda: format(None, '')); t(lambda: format(None, 'd')); t(lambda: format([1], 's')); t(lambda: format(s, 5)); t(lambda: format(5, 5)); t(lambda: format((1, 2), '>10'))
t(lambda: format(float('nan'), '+010.2f')); t(lambda: format(float('-inf'), '<8')); t(lambda: format(-0.0, 'z.1f')); t(lambda: format(-0.04, 'z.1f')); t(lambda: format(0.1, '.60f')); t(lambda: format(1e300, '.3f')[:20]); t(lambda: format(2.5, '.0f')); t(lambda: format(1+2j, '>20.2f')); t(lambda: format(1j, '')); t(lambda: format(complex(-0.0, 2), 'e')); t(lambda: '%s' % (1+0j))
class St(str):
    def __str__(self): return 'inner'
    def __format__(self, spec): return 'St' + spec
x = St('raw')
t(lambda: f'{x}'); t(lambda: '%s' % x); t(lambda: '{}'.format(x)); t(lambda: str(x)); t(lambda: x + '!'); t(lambda: x.upper()); t(lambda: type(x.strip()).__name__); t(lambda: type(x[:]).__name__); t(lambda: format(str.__str__(x), '>5')); t(lambda: ''.join([x, x])); t(lambda: x == 'raw'); t(lambda: {x: 1}['raw']); t(lambda: 'raw' in {x}); t(lambda: St(5)); t(lambda: type(str(x)).__name__); t(lambda: repr(x)); t(lambda: len(x)); t(lambda: x.join(['a', 'b'])); t(lambda: x * 2); t(lambda: 'r' in x); t(lambda: x.replace('r', 'q')); t(lambda: St(b'abc', 'ascii').attr if 0 else St(b'abc', 'ascii'))
t(lambda: b'%s|%b|%a|%d|%x' % (b'x', bytearray(b'y'), s, 5, I())); t(lambda: b'%s' % 'x'); t(lambda: b'%(a)s' % {b'a': b'v'}); t(lambda: b'%f' % F())
class By:
    def __bytes__(self): return b'bytes!'
t(lambda: b'%s' % By()); t(lambda: b'%c%c' % (65, b'B')); t(lambda: b'%5d|%-5d|%05d' % (1, 2, 3)); t(lambda: type(bytearray(b'%d') % 3).__name__)
t(lambda: 'abc'.translate(str.maketrans({'a': s.v, 'b': None, 'c': 0x1f600})))
class Tab:
    def __getitem__(self, k):
        if k == 97: raise LookupError
        if k == 98: return None
        if k == 99: return 'CC'
        if k == 100: return 0x20ac
        raise ValueError('tab %d' % k)
t(lambda: 'abcd'.translate(Tab())); t(lambda: 'abcde'.translate(Tab()))
