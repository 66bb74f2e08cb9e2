def show(e):
    print(repr(e), '| cause', repr(e.__cause__), '| context', repr(e.__context__), '| suppress', e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('a')
except ValueError as e: show(e)
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise ValueError('b') from z
except ValueError as e: show(e)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('c') from None
except ValueError as e: show(e)
try: raise ValueError('d') from KeyError
except ValueError as e: show(e)
try: raise ValueError('d') from KeyError('k')
except ValueError as e: show(e)
for bad in (5, 'x', int, object()):
    try: raise ValueError from bad
    except Exception as e: print(type(e).__name__, e)
for bad in (5, 'x', int, None, ...):
    try: raise bad
    except Exception as e: print(type(e).__name__, e)
try:
    try: raise KeyError('1')
    finally: raise IndexError('2')
except IndexError as e: show(e)
try:
    try: raise KeyError('1')
    except KeyError:
        try: raise IndexError('2')
        except IndexError: raise TypeError('3')
except TypeError as e:
    show(e); show(e.__context__); show(e.__context__.__context__)
e = ValueError('self')
try:
    try: raise e
    except ValueError as x: raise x
except ValueError as y: show(y)
a, b = ValueError('a'), ValueError('b')
try:
    try: raise a
    except ValueError:
        try: raise b
        except ValueError: raise a
except ValueError as e: show(e); show(b)
e = ValueError()
for attr, v in (('__cause__', 1), ('__context__', 'x'), ('__traceback__', 5), ('__cause__', None), ('__suppress_context__', 3), ('args', 5), ('args', 'ab')):
    try: setattr(e, attr, v); print(attr, getattr(e, attr))
    except TypeError as x: print(x)
e.__cause__ = KeyError(); print(e.__suppress_context__)
for attr in ('__cause__', '__context__', '__traceback__', 'args', '__suppress_context__'):
    try: delattr(e, attr); print('deleted', attr)
    except TypeError as x: print(x)
