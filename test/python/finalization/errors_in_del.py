# What __del__ raises goes to sys.unraisablehook; exceptions keep objects as long as they are held.
import sys


def hook(u):
    print('hook', u.exc_type.__name__, u.exc_value, u.err_msg, getattr(u.object, '__qualname__', u.object), u.exc_traceback.tb_frame.f_code.co_name)


sys.unraisablehook = hook


class A:
    def __init__(self, n): self.n = n
    def __del__(self): raise ValueError(self.n)


class B(A):
    def __del__(self):
        print('B', self.n)
        super().__del__()


A(1)
b = B(2)
b = None
print('after')


def fails():
    local = A(3)
    raise KeyError('k')


try:
    fails()
except KeyError as e:
    print('caught', e)
print('handled')
kept = None
try:
    fails()
except KeyError as e:
    kept = e
print('kept')
kept.__traceback__ = None
print('traceback gone')


class P:
    @property
    def __del__(self): raise OSError


P()


class Slots:
    __slots__ = ('x',)

    def __init__(self): self.x = A(4)
    def __del__(self): print('slots', hasattr(self, 'x'))


s = Slots()
del s
print('end')
