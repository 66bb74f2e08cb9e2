# f_lineno of a frame that an exception left: where it was raised, or where it went on.
class Noop:
    def __enter__(self): return self
    def __exit__(self, *a): pass


def after_with():
    with Noop():
        1/0
        pass


def named():
    try:
        1/0
    except Exception as ex:
        1/0
        pass


def own_finally():
    try:
        1/0
    finally:
        x = 1


def no_match():
    try:
        1/0
    except KeyError:
        pass


def bare():
    try:
        1/0
    except ZeroDivisionError:
        x = 1
        raise


for f in (after_with, named, own_finally, no_match, bare):
    try:
        f()
    except Exception as e:
        t = e.__traceback__.tb_next
        print(f.__name__, t.tb_frame.f_lineno - f.__code__.co_firstlineno, t.tb_lineno - f.__code__.co_firstlineno)
