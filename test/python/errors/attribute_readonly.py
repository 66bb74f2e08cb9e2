class A:
    @property
    def p(self): return 1
print(A().p)
A().p = 2
