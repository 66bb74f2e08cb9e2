# What may stand behind `except*`, and be asked of split(): a class, or a tuple that is no instance of a subclass.
class T(tuple):
    pass


eg = ExceptionGroup('g', [ValueError(1), IndexError()])
for t in (T(), T((ValueError,)), (), (ValueError,), [ValueError], 5, ValueError, T):
    try:
        try:
            raise eg
        except* t as e:
            print('caught', e.exceptions)
    except BaseException as e:
        print(type(e).__name__, e)
    for name in 'split', 'subgroup':
        try:
            print(getattr(eg, name)(t))
        except TypeError as e:
            print(e)
