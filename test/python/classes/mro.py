class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass
print([c.__name__ for c in E.__mro__], E.__bases__, E.__base__)
for make in (lambda: type('X', (A, O, C), {}), lambda: type('X', (O, A), {}), lambda: type('X', (A, A), {}), lambda: type('X', (type('P', (A, B), {}), type('Q', (B, A), {})), {}),
             lambda: type('X', (int, str), {}), lambda: type('X', (bool,), {}), lambda: type('X', (type(None),), {}), lambda: type('X', (1,), {}),
             lambda: type('X', (type(len),), {}), lambda: type('X', (range,), {}), lambda: type('X', (slice,), {}), lambda: type('X', (type(lambda: 0),), {}), lambda: type('X', (list, dict), {}), lambda: type('X', (object, A), {}), lambda: type('X', (Exception, int), {}), lambda: type('X', (OSError, KeyError), {}),
             lambda: type('X', (ValueError, KeyError), {}), lambda: type('X', (type, A), {})):
    try: print([c.__name__ for c in make().__mro__])
    except TypeError as e: print(e)
class M(type):
    def mro(cls):
        r = super().mro()
        print('mro of', cls.__name__)
        return [r[0], O] + r[1:] if O not in r else r
class X(metaclass=M): pass
print([c.__name__ for c in X.__mro__], X.mro())
print(type.mro(E) == list(E.__mro__), E.__subclasses__(), sorted(c.__name__ for c in O.__subclasses__()))
print(issubclass(E, O), issubclass(O, E), isinstance(E(), (int, D)))
