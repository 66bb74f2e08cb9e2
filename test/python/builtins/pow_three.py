# pow() with three arguments asks the classes of all three.
class P:
    def __pow__(self, other, mod=9):
        return ('pow', type(other).__name__, type(mod).__name__)

    def __rpow__(self, other):
        return 'rpow'


class No(P):
    def __pow__(self, other, mod=9):
        return NotImplemented


class Int(int):
    def __pow__(self, other, mod=9):
        return ('Int', type(mod).__name__)


class OnlyRight:
    def __rpow__(self, other):
        return 'only'


for a in (2, 1.5, 1j, 'a', P(), No(), Int(2), True, OnlyRight()):
    for b in (3, 2.0, 2j, 'a', P(), No(), Int(3)):
        for m in (5, 3.0, 3j, 'a', P(), Int(3), 0):
            try:
                r = pow(a, b, m)
            except Exception as e:
                r = type(e).__name__ + ': ' + str(e)
            print(type(a).__name__, type(b).__name__, type(m).__name__, r)
