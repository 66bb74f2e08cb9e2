import types


def f(a):
    for x in a:
        try:
            if x:
                continue
        finally:
            a = x
    return a


# Code that cannot run is refused when it is made. (CPython does not look: there this program would crash.)
try:
    code = f.__code__.replace(co_code=b'\x01' + f.__code__.co_code[1:])
except ValueError as e:
    print('ValueError')
try:
    f.__code__.replace(co_stacksize=0)
except ValueError as e:
    print('ValueError')
try:
    f.__code__.replace(co_consts=())
except ValueError:
    print('ValueError')
