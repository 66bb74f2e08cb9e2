"""% formatting of str and bytes: every conversion with every kind of value, flags, widths, mappings, errors."""
class I:
    def __index__(self): return 42
    def __repr__(self): return 'I()'
class T:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __str__(self): return 'T str'
    def __repr__(self): return 'T repr'
class B:
    def __bytes__(self): return b'B bytes'
    def __repr__(self): return 'B()'
VALUES = [0, 5, -5, 255, 10**20, 1.5, -2.5, 1e100, float('inf'), float('nan'), True, 'abc', 'x', '\u20ac', '', None, b'by', I(), T(), 1+2j, [1], 65, 1114112, -1, (), (1,), (1, 2), {'a': 1}]
for t in '%s %r %a %d %i %u %o %x %X %e %E %f %F %g %G %c %% %5s| %-5s| %05d %+d %#x %#o %#X %.2f %.0f %#.0f %10.3e| %-10.2f| %+.1g %5% %.3s %5.1s| %05s| %5c| %-5c| %b %q %y %l %ld %hd %Lf %z %. %.f %*d %.*f %-*d| %(a)s %(a)d %(b)s %(a %() %(a)5d| %(a)% %(a)s%s %'.split(' '):
    out = []
    for v in VALUES:
        try: r = t % v
        except Exception as e: r = '%s: %s' % (type(e).__name__, e)
        out.append(r)
    print(repr(t), out)
    out = []
    for v in (0, -5, 255, 1.5, b'abc', bytearray(b'q'), 'str', None, B(), I(), T(), (), (1,), {b'a': 2}):
        try: r = t.encode() % v
        except Exception as e: r = '%s: %s' % (type(e).__name__, e)
        out.append(r)
    print(out)
for f in (lambda: '%s %s' % (1, 2), lambda: '%s %s' % (1,), lambda: '%s' % (1, 2), lambda: '%s %s' % 1, lambda: 'x' % (), lambda: 'x' % 1, lambda: 'x' % {}, lambda: 'x' % [], lambda: 'x' % (1,), lambda: '%*d' % (5, 42), lambda: '%-*d|' % (5, 42), lambda: '%*d' % (-5, 42), lambda: '%.*f' % (2, 3.14159), lambda: '%*.*f' % (8, 2, 3.14159), lambda: '%*d' % ('a', 1), lambda: '%.*f' % ('a', 1.0), lambda: '%*d' % (1,), lambda: '%(a)s %(b)s' % {'a': 1, 'b': 2}, lambda: '%(a)s' % {}, lambda: '%(a)s' % 5, lambda: '%(a)s' % (1,), lambda: '%(a)s %s' % {'a': 1}, lambda: '%((a))s' % {'(a)': 3}, lambda: '%()s' % {'': 4}, lambda: '%(a' % {'a': 1}, lambda: '%(k)*d' % {'k': 1}, lambda: '%d' % 10**5, lambda: '%d' % '5', lambda: '%d' % 5.9, lambda: '%x' % 5.0, lambda: '%c' % 'ab', lambda: '%c' % 1.5, lambda: '%c' % 0x110000, lambda: '%99999999999d' % 1, lambda: '%.99999999999f' % 1, lambda: '%s' % 'a' * 2, lambda: '%.3d' % 5, lambda: '%+.3d' % 5, lambda: '%08.3d|' % 5, lambda: '% d' % 5, lambda: '% +d' % 5, lambda: '%-05d|' % 5, lambda: '%#b' % 5, lambda: '%r' % ('a',), lambda: '%s' % ('a',), lambda: '\u20ac%s' % 'x', lambda: '%s' % '\U0001f600', lambda: '%a' % '\u20ac', lambda: '%.1a|' % '\u20ac', lambda: '%i' % 1e300, lambda: '%d' % float('nan'), lambda: '%d' % float('inf'), lambda: '%i' % T(), lambda: '%f' % T(), lambda: '%x' % I(), lambda: '%x' % T(), lambda: '%e' % 'a', lambda: '%G' % 1e-10, lambda: '%g' % 1e15, lambda: '%g' % 123456789, lambda: '%#g' % 1, lambda: '%.50f' % .1, lambda: '%.0e' % 12345, lambda: '%5.3s|' % 'abcdef', lambda: '%%%s%%' % 1, lambda: '%' % (), lambda: '% ' % 1, lambda: '%s %' % 1, lambda: '%\u20ac' % 1, lambda: '%s'.__mod__(1), lambda: '%s'.__mod__(), lambda: 'x'.__rmod__('%s'), lambda: 5 % '%s', lambda: [] % '%s'):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
