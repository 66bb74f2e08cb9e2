eg = ExceptionGroup('msg', [ValueError(1), TypeError('t'), ExceptionGroup('inner', [KeyError('k'), ValueError(2)])])
print(repr(eg), str(eg), eg.message, eg.exceptions, eg.args)
m, r = eg.split(ValueError); print(repr(m)); print(repr(r))
print(eg.subgroup(KeyError), repr(eg.subgroup(lambda e: isinstance(e, TypeError))), eg.subgroup(OSError), eg.split(OSError)[0], eg.split(OSError)[1] is eg, eg.subgroup(ExceptionGroup) is eg)
print(repr(eg.derive([ValueError(9)])), type(eg.derive([ValueError()])).__name__, type(BaseExceptionGroup('x', [ValueError()])).__name__, type(BaseExceptionGroup('x', [KeyboardInterrupt()])).__name__)
for f in (lambda: ExceptionGroup('x', []), lambda: ExceptionGroup('x', [1]), lambda: ExceptionGroup('x', [KeyboardInterrupt()]), lambda: ExceptionGroup('x', 5), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup('x'), lambda: ExceptionGroup(), lambda: ExceptionGroup('x', [ValueError], 3), lambda: ExceptionGroup('x', [ValueError]), lambda: ExceptionGroup('x', {ValueError()}), lambda: eg.split(5), lambda: eg.split(), lambda: eg.subgroup((ValueError, 5)), lambda: eg.subgroup('x'), lambda: eg.derive(5), lambda: eg.derive([]), lambda: setattr(eg, 'message', 1), lambda: setattr(eg, 'exceptions', 1), lambda: ExceptionGroup('x', [ValueError()], y=1)):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class My(ExceptionGroup):
    def __new__(cls, msg, excs, code=0):
        self = super().__new__(cls, msg, excs); self.code = code; return self
    def derive(self, excs): return My(self.message, excs, self.code + 1)
my = My('m', [ValueError(1), KeyError(2)], 5)
my.add_note('note')
a, b = my.split(KeyError)
print(type(a).__name__, a.code, a.exceptions, b.code, a.__notes__, a.__notes__ is my.__notes__)
class Bad(ExceptionGroup):
    def derive(self, excs): return 42
try: Bad('m', [ValueError(1), KeyError(2)]).split(KeyError)
except TypeError as e: print(e)
print(isinstance(eg, Exception), isinstance(BaseExceptionGroup('b', [GeneratorExit()]), Exception), ExceptionGroup.__mro__[1:3])
class Mix(ExceptionGroup, ValueError): pass
print(repr(Mix('m', [KeyError(1)])))
print(ExceptionGroup[int] if hasattr(ExceptionGroup, '__class_getitem__') else '')
