import sys
def g():
    try: 1 / 0
    except ZeroDivisionError:
        print('in', sys.exc_info()[0])
        yield 1
        print('back', sys.exc_info()[0])
        try: raise KeyError('inner')
        except KeyError as e: print(repr(e.__context__))
        yield 2
    print('after', sys.exc_info()[0])
    yield 3
it = g()
print(next(it), sys.exc_info()[0])
try: raise TypeError('outer')
except TypeError:
    print(next(it), sys.exc_info()[0])
    print(next(it), sys.exc_info()[0])
    try: next(it)
    except StopIteration as e: print(repr(e.__context__))
print(sys.exc_info())
def h():
    try: yield
    except ValueError as e: print('ctx', repr(e.__context__)); raise KeyError('from h')
x = h(); next(x)
try:
    try: raise TypeError('t')
    except TypeError: x.throw(ValueError('v'))
except KeyError as e: print(repr(e.__context__), repr(e.__context__.__context__))
def k():
    yield sys.exc_info()[0]
    try: yield
    finally: print('fin', sys.exc_info()[0])
y = k()
try: raise OSError
except OSError: print(next(y))
print(next(y)); y.close()
def re():
    try: raise ValueError('a')
    except ValueError:
        yield
        raise
z = re(); next(z)
try:
    try: 1 / 0
    except ZeroDivisionError: next(z)
except ValueError as e: print('reraised', e, repr(e.__context__))
def bare():
    yield
    raise
b = bare(); next(b)
try:
    try: raise LookupError('outer')
    except LookupError: next(b)
except Exception as e: print(type(e).__name__, e)
