class A:
    __slots__ = ('a',)
a = A()
a.a = 1
print(a.a)
a.b = 2
