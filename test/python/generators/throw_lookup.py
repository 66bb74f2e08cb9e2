# throw() and close() through `yield from` to an iterator whose methods cannot be looked up: the generator stays where it is.
import traceback


class It:
    def __iter__(self): return self
    def __next__(self): return 5
    @property
    def throw(self): raise OSError('no throw')
    @property
    def close(self): raise OSError('no close')


def deleg(it):
    try:
        yield from it
    except BaseException as e:
        print('deleg', type(e).__name__)
        raise


g = deleg(It())
print(next(g))
try:
    g.throw(ValueError(3))
except OSError as e:
    print(repr(e.__context__), [f.name for f in traceback.extract_tb(e.__traceback__)])
print(next(g), g.gi_running, g.gi_yieldfrom.__class__.__name__)
It.throw = lambda self, *a: ('thrown', a[0].__class__.__name__)
print(g.throw(ValueError(4)), next(g))
It.close = lambda self: print('closed')
g.close()
print(g.gi_frame)
