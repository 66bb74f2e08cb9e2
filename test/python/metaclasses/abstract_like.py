# Attributes of a metaclass, and attribute assignment through it.
class Meta(type):
    count = 0
    def __setattr__(cls, k, v):
        print('set', cls.__name__, k)
        super().__setattr__(k, v)
    def __delattr__(cls, k):
        print('del', cls.__name__, k)
        super().__delattr__(k)
    def __getattribute__(cls, k):
        if k == 'magic': return 'magic!'
        return super().__getattribute__(k)
    def method(cls): return cls.__name__
    def __eq__(cls, o): return isinstance(o, str) and o == cls.__name__
    def __hash__(cls): return 7
    def __call__(cls, *a): return 'not an instance'
    def __bool__(cls): return False
    def __dir__(cls): return ['b', 'a']
class A(metaclass=Meta): v = 1
A.x = 1
del A.x
print(A.magic, A.method(), A.count, A == 'A', A == A, hash(A), A(), bool(A), dir(A), {A: 1}['A'] if hash('A') == 7 else 'no')
A.count = 5
print(Meta.count, A.count)
for f in (lambda: A.zzz, lambda: object.__new__(A).method(), lambda: object.__new__(A).count):
    try: print(f())
    except AttributeError as e: print(e)
class Desc:
    def __get__(s, o, t): return (o is A, t is Meta)
Meta.d = Desc()
print(A.d)
class Single(type):
    _inst = {}
    def __call__(cls, *a):
        if cls not in cls._inst: cls._inst[cls] = super().__call__(*a)
        return cls._inst[cls]
class S(metaclass=Single):
    def __init__(self, v): self.v = v
print(S(1) is S(2), S(3).v)
