def run(exc):
    try:
        try: raise exc
        except* ValueError as e: print('V', repr(e), e.exceptions)
        except* (TypeError, KeyError) as e: print('T|K', repr(e))
        else: print('else')
        finally: print('finally')
    except BaseException as e: print('out', repr(e), repr(e.__context__), repr(e.__cause__))
for exc in (ValueError('naked'), OSError('os'), ExceptionGroup('g', [ValueError(1), ValueError(2)]), ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)]), ExceptionGroup('g', [ExceptionGroup('h', [KeyError(1), OSError(2)]), ValueError(3)]), KeyboardInterrupt('ki'), BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(1)])):
    run(exc)
try: pass
except* ValueError: print('no')
else: print('else runs')
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError('new')
except BaseException as e: print(repr(e), [repr(x.__context__) for x in e.exceptions])
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e: raise
except BaseException as e: print(repr(e))
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e: raise e
except BaseException as e: print(repr(e))
try:
    try: raise ValueError('n')
    except* ValueError as e: raise OSError('x') from e
except BaseException as e: print(repr(e), repr(e.exceptions[0].__cause__) if hasattr(e, 'exceptions') else e.__cause__)
for bad in (5, ExceptionGroup, BaseExceptionGroup, (ValueError, ExceptionGroup), int):
    try:
        try: raise ValueError(1)
        except* bad: pass
    except BaseException as e: print(type(e).__name__, e)
def f():
    for x in (1, 2):
        try: raise ExceptionGroup('g', [ValueError(x)])
        except* ValueError as e: print(e.exceptions)
    try: e
    except UnboundLocalError as u: print(u)
f()
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError: 1 / 0
    except* TypeError: [][0]
except ExceptionGroup as e: print(repr(e))
