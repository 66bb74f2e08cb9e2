"""Warnings: filters, categories, stacklevel, once per place, errors from filters, catch_warnings, syntax warnings."""
import warnings, sys
def seen(f, *filters):
    with warnings.catch_warnings(record=True) as w:
        warnings.resetwarnings()
        for x in filters: warnings.filterwarnings(*x) if isinstance(x, tuple) else warnings.simplefilter(x)
        try: r = f()
        except Exception as e: r = '%s: %s' % (type(e).__name__, e)
    print(r, [(x.category.__name__, str(x.message), x.lineno > 0) for x in w])
def once():
    for i in range(3): warnings.warn('w%d' % (i % 2))
def same():
    for i in range(3): warnings.warn('same', DeprecationWarning)
for f in (once, same):
    for x in ('always', 'default', 'once', 'module', 'ignore', 'error'): seen(f, x)
seen(once, ('ignore', 'w0')); seen(once, ('error', 'w1')); seen(same, ('ignore', '', UserWarning), 'always') ; seen(same, ('always', 'SAME')); seen(same, ('ignore', 'am')); seen(same, ('ignore', '.*am'))
class Mine(UserWarning): pass
for a in (('m',), ('m', Mine), ('m', None), (Mine('inst'),), (Mine('inst'), UserWarning), ('m', int), ('m', ValueError), ('m', 'x'), (5,), (None,), ('m', Mine, 2), ('m', Mine, 50), ('m', Mine, 1)):
    seen(lambda: warnings.warn(*a), 'always')
seen(lambda: warnings.warn('k', category=Mine, stacklevel=1), 'always'); seen(lambda: warnings.warn('k', source=5), 'always')
seen(lambda: warnings.warn_explicit('e', Mine, 'file.py', 7), 'always')
for a in (('nope',), ('error', 5), ('error', '', 5), ('error', '', int), ('error', '', UserWarning, 5), ('error', '', UserWarning, '', -1), ('error', '', UserWarning, '', 'x')):
    try: warnings.filterwarnings(*a); print('ok', warnings.filters[0][0])
    except Exception as e: print(type(e).__name__, e)
try: warnings.simplefilter('bad')
except Exception as e: print(type(e).__name__, e)
warnings.resetwarnings(); print(warnings.filters)
warnings.simplefilter('error', Mine); warnings.simplefilter('ignore', append=True); print([f[:3:2] for f in warnings.filters])
for src in ('x = 1 is 1', 'x = "a" is not y', 'x = ()()', 'x = [1][1, 2]', 'x = 1 ["a"]', 'x = "s"("t")', 'assert (1, "m")', 'assert ()', 'x = "\\d"', 'x = b"\\d"', 'x = f"\\d{1}"', 'x = r"\\d"', 'x = 0x1for x in y', 'x = 1if 1else 2', 'x = [] is []', 'x = None is None', 'x = {}()', 'x = f""()', 'x = (lambda: 1)()', 'x = ...()', 'x = 5 .real()', 'x = (1, 2)(3)', 'x = {1}[2]', 'x = "abc"["d"]', 'x = [1, 2][None]', 'x = [1]["a":]', 'global_ = 1 is -1', 'x = 1 == 1', 'x = "\\400"', 'x = "\\N{DIGIT ONE}"', 'x = "\\8"'):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: compile(src, 'f', 'exec'); r = 'ok'
        except SyntaxError as e: r = 'SyntaxError %s' % e.msg
    print(src, r, [(x.category.__name__, str(x.message), x.lineno, x.filename) for x in w])
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try: compile(src, 'f', 'exec')
        except (SyntaxError, Warning) as e: print('   ', type(e).__name__, e)
w = warnings.WarningMessage('msg', Mine, 'f.py', 3); print(w, w.category is Mine, w.line, w.source)
print(warnings.formatwarning('text', Mine, 'f.py', 3, 'line of code'), end=''); print(warnings.formatwarning(Mine('text'), Mine, '/nope.py', 3), end='')
with warnings.catch_warnings(): warnings.simplefilter('always'); warnings.showwarning = lambda m, c, f, l, file=None, line=None: print('shown', m, c.__name__); warnings.warn('custom', Mine)
for k in (dict(record=5), dict(module=5), dict(x=1), dict(action='ignore'), dict(action='nope')):
    try:
        with warnings.catch_warnings(**k): print(k, 'ok')
    except Exception as e: print(k, type(e).__name__, e)
print([c.__mro__[1].__name__ for c in (UserWarning, DeprecationWarning, SyntaxWarning, RuntimeWarning, FutureWarning, PendingDeprecationWarning, ImportWarning, UnicodeWarning, BytesWarning, ResourceWarning, EncodingWarning, Warning)])
