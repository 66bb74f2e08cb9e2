def show(f):
    try: f()
    except BaseException as e: return e
e = show(lambda: undefined_name); print(type(e).__name__, e, e.name, e.args)
e = show(lambda: (1).foo); print(type(e).__name__, e, e.name, e.obj, e.args)
e = show(lambda: __import__('no_such_mod')); print(type(e).__name__, e, e.name, e.path, e.msg)
e = show(lambda: exec('from sys import nope')); print(type(e).__name__, e, e.name, e.msg)
e = show(lambda: {}['k']); print(e.args, str(e), repr(e))
e = show(lambda: next(iter([]))); print(repr(e), e.value, e.args)
def g(): return 5; yield
e = show(lambda: next(g())); print(repr(e), e.value)
e = show(lambda: exec('x = = 1')); print(type(e).__name__, e.msg, e.lineno, e.offset, e.text, e.filename, e.end_lineno, e.end_offset, e.print_file_and_line, e.args)
e = show(lambda: 'é'.encode('ascii')); print(e, e.encoding, e.object, e.start, e.end, e.reason)
e = show(lambda: b'\xff'.decode()); print(e, e.encoding, e.object, e.start, e.end, e.reason)
e = show(lambda: exit_now()); print(e)
def exit_with(v): raise SystemExit(v)
for v in (None, 3, 'msg', (1, 2)):
    e = show(lambda: exit_with(v)); print(repr(e), e.code)
print(repr(SystemExit()), SystemExit(1, 2).code, StopIteration(1, 2).value, StopIteration().value)
e = OSError(2, 'No such file', 'name.txt'); print(type(e).__name__, e, e.errno, e.strerror, e.filename, e.filename2, e.args, repr(e))
e = OSError(17, 'x', 'a', None, 'b'); print(type(e).__name__, e, e.filename2, e.args)
print(repr(OSError('one')), OSError('one').errno, OSError(1, 2).args, OSError(1, 2, 3, 4, 5, 6).args if 0 else '', str(OSError(5, 'io')), OSError().args)
for n in (1, 2, 4, 9, 10, 11, 13, 17, 20, 21, 32, 103, 104, 110, 111, 3, 999): print(n, type(OSError(n, 'x')).__name__, end=' ')
print()
print(repr(KeyError('a', 'b')), str(KeyError('a')), str(KeyError('a', 'b')), str(KeyError()), str(KeyError(1)))
print(repr(ValueError()), repr(ValueError('x')), repr(ValueError('x', 1)), str(ValueError('x', 1)), str(ValueError()), str(ValueError(None)))
for args, kw in (((), {'name': 'n', 'path': 'p'}), (('m',), {'name': 'n'}), ((), {'x': 1})):
    try: e = ImportError(*args, **kw); print(repr(e), e.name, e.path, e.msg)
    except TypeError as x: print(x)
e = NameError('m', name='q'); print(e.name, repr(e))
e = AttributeError('m', name='q', obj=5); print(e.name, e.obj, repr(e))
for f in (lambda: NameError(foo=1), lambda: AttributeError(name=1, obj=2, z=3), lambda: ValueError(x=1), lambda: UnicodeDecodeError('a'), lambda: UnicodeEncodeError('a', b'', 0, 1, 'r'), lambda: UnicodeTranslateError('a', 0, 1), lambda: StopIteration(value=1), lambda: BaseException(a=1), lambda: SyntaxError('m', 5), lambda: SyntaxError('m', (1, 2)), lambda: KeyError(k=1), lambda: OSError(x=1)):
    print(repr(show(f)))
print(UnicodeDecodeError('utf-8', b'abc', 1, 2, 'why'), UnicodeEncodeError('ascii', 'a\u1234b', 1, 2, 'why'), UnicodeEncodeError('x', 'abc', 0, 3, 'r'), UnicodeTranslateError('a\U00012345b', 1, 2, 'why'))
