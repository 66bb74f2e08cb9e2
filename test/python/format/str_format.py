"""str.format and format_map: fields, conversions, nesting, errors."""
class A:
    x = 5
    d = {'k': [1, 2], 3: 'three'}
    def __getitem__(self, i): return ('item', i)
    def __repr__(self): return 'A()'
    def __str__(self): return 'str A'
    def __format__(self, s): return 'fmt ' + s
class Missing(dict):
    def __missing__(self, k): return '<%s>' % k
a = A()
for t in ('{}', '{0}', '{1}', '{2}', '{} {}', '{} {0}', '{0} {}', '{0} {1} {0}', '{a}', '{b}', '{a.x}', '{a.y}', '{a[0]}', '{a[k]}', '{a[-1]}', '{a[ 1]}', '{a.d[k]}', '{a.d[k][1]}', '{a.d[3]}', '{a.d[nope]}', '{a!r}', '{a!s}', '{a!a}', '{a!x}', '{a!}', '{a!rr}', '{a!r:>8}', '{a:spec}', '{a:{b}}', '{a:{0}}', '{0:{1}}', '{0:{1}{2}}', '{:{}}', '{:{}} {}', '{:{:{}}}', '{{}}', '{{{0}}}', '{', '}', '{{', '}}', '{0', '0}', '{}}', '{{}', '{0!}', '{0!r', '{0:', '{a.}', '{a[}', '{a[]}', '{a[x}', '{a[0]x}', '{.x}', '{[0]}', '{0.real}', '{0.real.imag}', '{0.__class__}', '{0.__class__.__name__}', '{00}', '{01}', '{-1}', '{1e5}', '{a b}', '{ a}', '{a }', '{\u20ac}', '{:>5}|{:<5}|{:^5}', '{0:>{1}}', '{0:{1}>5}', '{a.d}', '{self}', '{0[0][0]}', '{99999999999999999999}', '{0.99999999999999999999}', '{0[99999999999999999999]}', '{!r}', '{!r:5}', '{:d}', '{:s}', '{0:,}', '{0:%}', 'a{}b{}c', '\u20ac{}\U0001f600{}', '{0:{a!r}}', '{0:{a.x}}', '{0:{1[0]}}', '{0:}}', '{0:{{}', '{0:x{{y}}}'):
    for args, kw in (((1, 2), {'a': a, 'b': 7}), (('s', '<6', '.2'), {'a': 'v'})):
        try: print(repr(t), repr(t.format(*args, **kw)))
        except Exception as e: print(repr(t), type(e).__name__, e)
for t, m in (('{a} {b}', Missing(a=1)), ('{}', {'': 5}), ('{0}', {0: 1}), ('{0}', {'0': 1}), ('{a}', {}), ('{a.b}', Missing()), ('{a[0]}', {'a': 'xyz'}), ('{a}', 5), ('{a}', None), ('x', 5), ('{a}', a)):
    try: print(repr(t.format_map(m)))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: '{}'.format(), lambda: '{}'.format(*range(3)), lambda: str.format(), lambda: str.format(5), lambda: '{}'.format_map(), lambda: '{self}'.format(self=1), lambda: '{0}'.format(a=1), lambda: '{format_string}'.format(format_string=2), lambda: '%s {}'.format(1) % 2):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
