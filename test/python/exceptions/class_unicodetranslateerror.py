# UnicodeTranslateError: construction, text, attributes, raising, subclassing.
C = UnicodeTranslateError
print(C.__name__, C.__mro__, C.__module__, C.__doc__)
print([n for n in vars(C) if n not in ("__doc__", "__module__", "__weakref__", "__dict__")] and sorted(n for n in vars(C) if not n.startswith("__")))
try:
    e = C('a\u1234', 1, 2, 'why')
    print(type(e).__name__, repr(e), '|', str(e), '|', e.args, e.__reduce__()[1:])
    print({n: getattr(e, n) for n in sorted(dir(e)) if not n.startswith('_') and n not in ('add_note', 'with_traceback', 'args', 'split', 'subgroup', 'derive', 'characters_written', 'exceptions')})
    try: raise e
    except C as x: print(x is e, x.__traceback__.tb_lineno, x.__cause__, x.__context__)
except Exception as x:
    print("'a\\u1234', 1, 2, 'why'", type(x).__name__, x)
try:
    e = C('abc', 0, 2, 'r')
    print(type(e).__name__, repr(e), '|', str(e), '|', e.args, e.__reduce__()[1:])
    print({n: getattr(e, n) for n in sorted(dir(e)) if not n.startswith('_') and n not in ('add_note', 'with_traceback', 'args', 'split', 'subgroup', 'derive', 'characters_written', 'exceptions')})
    try: raise e
    except C as x: print(x is e, x.__traceback__.tb_lineno, x.__cause__, x.__context__)
except Exception as x:
    print("'abc', 0, 2, 'r'", type(x).__name__, x)
try: C('abc', 0, 2, 'r', bad_keyword=1)
except TypeError as e: print(e)
class Sub(C):
    def __str__(self): return "sub text"
try: raise Sub('abc', 0, 2, 'r')
except C as e: print(type(e).__name__, str(e), isinstance(e, Exception), e.__suppress_context__)
