# BufferError: construction, text, attributes, raising, subclassing.
C = BufferError
print(C.__name__, C.__mro__, C.__module__, C.__doc__)
print([n for n in vars(C) if n not in ("__doc__", "__module__", "__weakref__", "__dict__")] and sorted(n for n in vars(C) if not n.startswith("__")))
try:
    e = C()
    print(type(e).__name__, repr(e), '|', str(e), '|', e.args, e.__reduce__()[1:])
    print({n: getattr(e, n) for n in sorted(dir(e)) if not n.startswith('_') and n not in ('add_note', 'with_traceback', 'args', 'split', 'subgroup', 'derive', 'characters_written', 'exceptions')})
    try: raise e
    except C as x: print(x is e, x.__traceback__.tb_lineno, x.__cause__, x.__context__)
except Exception as x:
    print('', type(x).__name__, x)
try:
    e = C('text')
    print(type(e).__name__, repr(e), '|', str(e), '|', e.args, e.__reduce__()[1:])
    print({n: getattr(e, n) for n in sorted(dir(e)) if not n.startswith('_') and n not in ('add_note', 'with_traceback', 'args', 'split', 'subgroup', 'derive', 'characters_written', 'exceptions')})
    try: raise e
    except C as x: print(x is e, x.__traceback__.tb_lineno, x.__cause__, x.__context__)
except Exception as x:
    print("'text'", type(x).__name__, x)
try:
    e = C('a', 2)
    print(type(e).__name__, repr(e), '|', str(e), '|', e.args, e.__reduce__()[1:])
    print({n: getattr(e, n) for n in sorted(dir(e)) if not n.startswith('_') and n not in ('add_note', 'with_traceback', 'args', 'split', 'subgroup', 'derive', 'characters_written', 'exceptions')})
    try: raise e
    except C as x: print(x is e, x.__traceback__.tb_lineno, x.__cause__, x.__context__)
except Exception as x:
    print("'a', 2", type(x).__name__, x)
try:
    e = C(1, 'b')
    print(type(e).__name__, repr(e), '|', str(e), '|', e.args, e.__reduce__()[1:])
    print({n: getattr(e, n) for n in sorted(dir(e)) if not n.startswith('_') and n not in ('add_note', 'with_traceback', 'args', 'split', 'subgroup', 'derive', 'characters_written', 'exceptions')})
    try: raise e
    except C as x: print(x is e, x.__traceback__.tb_lineno, x.__cause__, x.__context__)
except Exception as x:
    print("1, 'b'", type(x).__name__, x)
try:
    e = C(None)
    print(type(e).__name__, repr(e), '|', str(e), '|', e.args, e.__reduce__()[1:])
    print({n: getattr(e, n) for n in sorted(dir(e)) if not n.startswith('_') and n not in ('add_note', 'with_traceback', 'args', 'split', 'subgroup', 'derive', 'characters_written', 'exceptions')})
    try: raise e
    except C as x: print(x is e, x.__traceback__.tb_lineno, x.__cause__, x.__context__)
except Exception as x:
    print('None', type(x).__name__, x)
try:
    e = C(['x'])
    print(type(e).__name__, repr(e), '|', str(e), '|', e.args, e.__reduce__()[1:])
    print({n: getattr(e, n) for n in sorted(dir(e)) if not n.startswith('_') and n not in ('add_note', 'with_traceback', 'args', 'split', 'subgroup', 'derive', 'characters_written', 'exceptions')})
    try: raise e
    except C as x: print(x is e, x.__traceback__.tb_lineno, x.__cause__, x.__context__)
except Exception as x:
    print("['x']", type(x).__name__, x)
try: C(['x'], bad_keyword=1)
except TypeError as e: print(e)
class Sub(C):
    def __str__(self): return "sub text"
try: raise Sub(['x'])
except C as e: print(type(e).__name__, str(e), isinstance(e, Exception), e.__suppress_context__)
try:
    try: raise C
    except C as first: raise C from first
except C as e: print(repr(e), repr(e.__cause__), repr(e.__context__))
