# setlocale() and what it governs: the C locale, C.UTF-8, and names that there are not.
import locale
import os


def attempt(f, *args):
    try:
        print(f.__name__, args, '->', repr(f(*args)))
    except Exception as e:
        print(f.__name__, args, type(e).__module__, type(e).__name__, e)


for name in ('C', 'POSIX', 'C.UTF-8', 'C.utf8', 'xx_YY.UTF-8', 5, b'C', 'a\0b'):
    attempt(locale._setlocale, locale.LC_ALL, name)
    print(locale.setlocale(locale.LC_TIME), locale.nl_langinfo(locale.CODESET), locale.getencoding())
locale.setlocale(locale.LC_ALL, 'C.UTF-8')
attempt(locale.setlocale, locale.LC_NUMERIC, 'C')
mixed = locale.setlocale(locale.LC_ALL)
print(mixed)
attempt(locale.setlocale, locale.LC_ALL, 'C')
attempt(locale.setlocale, locale.LC_ALL, mixed)
attempt(locale.setlocale, 99, 'C')
attempt(locale.setlocale, 99)
attempt(locale._setlocale)
attempt(locale._setlocale, 'a')
os.environ['LC_ALL'] = 'C.UTF-8'
attempt(locale.setlocale, locale.LC_ALL, '')
os.environ['LC_ALL'] = 'xx'
attempt(locale.setlocale, locale.LC_ALL, '')
print(locale.localeconv())
for constant in ('DAY_1', 'ABDAY_7', 'MON_12', 'ABMON_5', 'RADIXCHAR', 'THOUSEP', 'D_T_FMT', 'D_FMT', 'T_FMT', 'T_FMT_AMPM', 'AM_STR', 'YESEXPR', 'NOEXPR', 'CRNCYSTR', 'ERA'):
    print(constant, getattr(locale, constant), repr(locale.nl_langinfo(getattr(locale, constant))))
attempt(locale.nl_langinfo, 7)
attempt(locale.nl_langinfo, 'a')
for pair in (('a', 'b'), ('b', 'B'), ('ab', 'a'), ('', ''), ('\U0001f600', '\uffff'), ('a', 1), ('a\0', 'b'), ('a',)):
    attempt(locale.strcoll, *pair)
print(sorted(['b', 'a', 'B'], key=locale.strxfrm))
attempt(locale.strxfrm, 1)
print(locale.format_string('%d %.2f %s', (1234567, 1.5, 'x'), grouping=True), locale.atof('1.5'), locale.str(0.5))
attempt(locale.currency, 5)
print(locale.textdomain(None), locale.gettext('hello'), locale.dgettext(None, 'a'), locale.dcgettext('x', 'b', locale.LC_MESSAGES))
attempt(locale.bindtextdomain, 'shop', '/tmp/shop')
attempt(locale.bindtextdomain, 'shop', None)
attempt(locale.bindtextdomain, '', None)
attempt(locale.dgettext, 1, 'a')
