T = type('T', (), {'x': 1, 'f': lambda self: self.x, '__doc__': 'doc'})
print(T, T().f(), T.__doc__, T.__name__, T.__qualname__, T.__module__, T.__bases__)
U = type('U', (T,), dict(y=2, __qualname__='Outer.U', __module__='somewhere'))
print(U, U.__qualname__, U.__module__, '__qualname__' in U.__dict__)
U.__name__ = 'V'; U.__qualname__ = 'W'
print(U, U.__name__, repr(U()).split(' at ')[0])
for f in (lambda: type('A', (), {}, 1), lambda: type('A', ()), lambda: type(), lambda: type(1, (), {}), lambda: type('A', [], {}), lambda: type('A', (), []), lambda: type('A', (), {}, x=1),
          lambda: type('A\0', (), {}), lambda: setattr(U, '__name__', 1), lambda: setattr(U, '__name__', 'a\0b'), lambda: setattr(U, '__qualname__', 1), lambda: delattr(U, '__name__'), lambda: delattr(U, '__qualname__'),
          lambda: setattr(int, '__name__', 'x'), lambda: setattr(U, '__module__', 5), lambda: type('A', (), {'__qualname__': 1}), lambda: type.__new__(type), lambda: type.__new__(int, 'a', (), {}), lambda: type.__call__(), lambda: type('A', (), {'__slots__': 1}), lambda: type('A', (), {'__slots__': ['a b']}), lambda: type('A', (), {'__classcell__': 1}), lambda: type('A', (), {'__init_subclass__': None})):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(U.__module__, type(type) is type, type(object), isinstance(type, object))
print(type(1), type(type(1)), type('x' * 0))
class Y(int): pass
print(Y.__dict__.get('__doc__'), Y.__doc__, Y.__basicsize__ >= 0, Y.__dictoffset__ != 0, Y.__flags__ & (1 << 9) != 0)
Y.__doc__ = 'changed'
print(Y.__doc__)
