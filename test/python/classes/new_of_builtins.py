import types

def t(f, *a):
    try: return f(*a)
    except BaseException as e: return type(e).__name__, str(e)

# A builtin's __new__ in a class's body: CPython's slot is the one of the base, whichever it is.
class C(object): __new__ = list.__new__
print(type(t(C)), C.__new__ is list.__new__)
class C(list): __new__ = object.__new__
print(t(C), t(C, 'ab'), type(C()))
class D(C): pass
print(t(D, [1]), t(object.__new__, D))
class S(str): __new__ = int.__new__
print(t(S, 5), type(S(5)))
print(t(list.__new__, object), t(object.__new__, list), t(object.__new__, C), t(object.__new__, ''), t(object.__new__), t(int.__new__, bool), t(dict.__new__, C))
class A(object):
    def __new__(cls, *args, **kwargs): raise AssertionError
print(t(A))
class B(A):
    __new__ = object.__new__
    def __init__(self, foo): self.foo = foo
print(t(lambda: B(3).foo), type(t(object.__new__, B)))
del B.__new__
print(t(B))

# __dict__ of instances of classes made of type, module and another class.
class Base(object): pass
class Meta1(type, Base): pass
class Meta2(Base, type): pass
class D(object, metaclass=Meta1): pass
class E(object, metaclass=Meta2): pass
dd = Base.__dict__["__dict__"]
def setd(x): x.__dict__ = {}
def deld(x): del x.__dict__
for cls in A, D, E:
    print(t(setd, cls), t(deld, cls), t(dd.__set__, cls, {}), type(cls.__dict__), t(dd.__get__, cls) == ())
class Module1(types.ModuleType, Base): pass
class Module2(Base, types.ModuleType): pass
for M in Module1, Module2:
    m = M('spam'); print(t(setd, m), t(deld, m), t(dd.__set__, m, {})); m.__dict__['spam'] = 'eggs'; print(m.spam)
