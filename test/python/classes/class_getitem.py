class A:
    def __class_getitem__(cls, item): return (cls.__name__, item)
class B(A): pass
print(A[1], B[1, 2], A[int], A[1:2])
class M(type):
    def __getitem__(cls, i): return 'meta'
class C(metaclass=M):
    def __class_getitem__(cls, item): return 'class'
print(C[0])
class D: pass
for f in (lambda: D[0], lambda: A()[0], lambda: int[0], lambda: D()[0], lambda: type[0][1] if 0 else str[1], lambda: None[0], lambda: len[0], lambda: (1)[0], lambda: 1.5[2] if 0 else object[1]):
    try: print(f())
    except TypeError as e: print(e)
print(type(A.__dict__['__class_getitem__']).__name__)
