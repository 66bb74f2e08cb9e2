class M(type):
    def mro(cls):
        if cls.__mro__ is None and cls.__name__ != 'X':
            try:
                class X(cls): pass
            except TypeError as e: print(e)
        return type.mro(cls)
class A(metaclass=M): pass
class B: pass
class M(type):
    def mro(cls):
        del M.mro
        return (B,)
try:
    class X(metaclass=M): pass
except TypeError as e: print(e)
class M(type):
    def mro(cls): return (B, object)
try:
    class X(metaclass=M): pass
    print(X.__mro__)
except TypeError as e: print(e)
for ret in [(), (int,), (object,), (int, object), (dict,), (5,), None, 5, 'ab', [], (B,), (bool,), (type,)]:
    class M(type):
        def mro(cls): return ret
    for bases in (), (int,), (B,), (list,):
        try:
            X = M('X', bases, {})
            print(ret, bases, X.__mro__, X.__base__)
            pass
        except Exception as e: print(ret, bases, type(e).__name__, e)
    class M(type):
        def mro(cls): return (cls,) + tuple(ret)
    for bases in (), (int,), (B,):
        try:
            X = M('X', bases, {})
            print(ret, bases, X.__mro__, X.__base__)
            pass
        except Exception as e: print(ret, bases, type(e).__name__, e)

# A mro() that assigns bases: no cycle through __base__ either.
class M(type):
    def mro(cls):
        if cls.__mro__ is not None and cls.__name__ == 'A' and not seen:
            seen.append(1)
            try: B1.__bases__ = (B2,); B2.__bases__ = (B1,)
            except TypeError as e: print(e)
        return type.mro(cls)
seen = []
class Base: pass
class A(Base, metaclass=M): pass
class B1(A): pass
class B2(A): pass
A.__bases__ = (type('Q', (), {}),)
print(B1.__mro__, B2.__mro__)
