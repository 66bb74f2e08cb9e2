class D:
    def __get__(self, o, t): return 1
    def __set__(self, o, v): raise AttributeError('no')
class A: d = D()
print(A().d)
A().d = 5
