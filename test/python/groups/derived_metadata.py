# A part of a group has its context and cause; setting the cause hides the context.
def show(e):
    return e and (e, e.__suppress_context__, e.__cause__, e.__context__)


g = ExceptionGroup('g', [ValueError(1), TypeError(2)])
print(show(g.subgroup(ValueError)), [show(x) for x in g.split(ValueError)], [show(x) for x in g.split(Exception)])
try:
    try:
        raise KeyError(7)
    finally:
        raise g
except* ValueError as e:
    print(show(e))
except* TypeError as e:
    print(show(e))
try:
    try:
        raise g from None
    except* ValueError as e:
        raise
except BaseException as e:
    print(show(e), [show(x) for x in e.exceptions])
try:
    try:
        raise g
    except* ValueError as e:
        raise OSError(1)
    except* TypeError as e:
        raise OSError(2) from e
except BaseException as e:
    print(show(e), [show(x) for x in e.exceptions])
