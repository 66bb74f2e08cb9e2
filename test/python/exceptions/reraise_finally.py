import sys
def f(n):
    try:
        if n == 0: return 'try'
        if n == 1: raise ValueError('x')
        if n == 2: return 'never'
    except ValueError:
        return 'except'
    else:
        return 'else'
    finally:
        if n == 2: return 'finally wins'
        print('finally', n)
    return 'end'
print(f(0), f(1), f(2), f(3))
def g():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print('body', i)
        finally:
            print('fin', i)
    else: print('no')
    return i
print(g())
def h():
    try: raise KeyError('lost')
    finally: return 'swallowed'
print(h())
def k():
    while True:
        try: raise KeyError('lost')
        finally: break
    return sys.exc_info()
print(k())
def m():
    try:
        try: raise KeyError('k')
        except KeyError:
            raise
    except KeyError as e:
        return e.args, sys.exc_info()[1] is e
print(m(), sys.exc_info())
try: raise
except RuntimeError as e: print(e)
def n():
    try: raise ValueError('v')
    except ValueError as e: pass
    try: print(e)
    except UnboundLocalError as x: print(x)
n()
e = 'before'
try: raise ValueError
except ValueError as e: pass
try: e
except NameError as x: print(x)
try:
    raise ValueError
except ValueError as e: del e
print('ok')
def o():
    try: return print('ret expr')
    finally: print('after')
o()
def p():
    x = 1
    try: return x
    finally: x = 2
print(p())
def q():
    for x in range(3):
        try: continue
        finally: print('c', x)
    for x in range(3):
        try: 1 / 0
        except ZeroDivisionError: continue
        finally: print('d', x)
q()
def nested():
    try:
        try: 1 / 0
        finally:
            try: [][0]
            except IndexError as e: print('ctx', repr(e.__context__))
    except ZeroDivisionError as e: print('still', e, e.__context__)
nested()
