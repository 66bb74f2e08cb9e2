"""Methods of complex, __abs__ to conjugate: each with arguments of several kinds, the right ones and wrong ones."""
class Ix:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
    def __repr__(self): return "Ix(%r)" % self.v
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i
    def __repr__(self): return "Old()"
class SubInt(int): pass
CALLS = r'''
# __abs__
(1+2j).__abs__()
(1+2j).__abs__(None)
# __add__
(1+2j).__add__()
(1+2j).__add__(None)
(1+2j).__add__(1)
(1+2j).__add__(-1)
(1+2j).__add__(3.5)
(1+2j).__add__(2**70)
(1+2j).__add__(-2**70)
(1+2j).__add__(float("nan"))
(0j).__add__(-1)
# __bool__
(1+2j).__bool__()
(1+2j).__bool__(None)
(0j).__bool__()
# __complex__
(1+2j).__complex__()
(1+2j).__complex__(None)
(0j).__complex__()
# __delattr__
(1+2j).__delattr__()
(1+2j).__delattr__(1)
(1+2j).__delattr__("a")
(1+2j).__delattr__(b"a")
(1+2j).__delattr__((1,2))
(1+2j).__delattr__(Ix(1))
(1+2j).__delattr__(Old())
(1+2j).__delattr__(SubInt(1))
(1+2j).__delattr__(True)
# __eq__
(1+2j).__eq__()
(1+2j).__eq__(None)
(1+2j).__eq__(1)
(0j).__eq__(0)
# __format__
(1+2j).__format__()
(1+2j).__format__(1)
(1+2j).__format__("a")
(1+2j).__format__(b"a")
(1+2j).__format__((1,2))
(1+2j).__format__(Ix(1))
(1+2j).__format__(Old())
(1+2j).__format__(SubInt(1))
(1+2j).__format__(True)
# __getattribute__
(1+2j).__getattribute__()
(1+2j).__getattribute__(1)
(1+2j).__getattribute__("a")
(1+2j).__getattribute__(b"a")
(1+2j).__getattribute__((1,2))
(1+2j).__getattribute__(Ix(1))
(1+2j).__getattribute__(Old())
(1+2j).__getattribute__(SubInt(1))
(1+2j).__getattribute__(True)
# __init__
(1+2j).__init__()
# __lt__
(1+2j).__lt__()
(1+2j).__lt__(None)
# __mul__
(1+2j).__mul__()
(1+2j).__mul__(None)
(1+2j).__mul__(1)
(1+2j).__mul__(-1)
(1+2j).__mul__(0)
(1+2j).__mul__(3.5)
(1+2j).__mul__(1j)
(1+2j).__mul__(float("nan"))
# __neg__
(1+2j).__neg__()
(1+2j).__neg__(None)
# __pos__
(1+2j).__pos__()
(1+2j).__pos__(None)
(0j).__pos__()
# __radd__
(1+2j).__radd__()
(1+2j).__radd__(None)
(1+2j).__radd__(1)
(1+2j).__radd__(-1)
(1+2j).__radd__(3.5)
(1+2j).__radd__(2**70)
(1+2j).__radd__(-2**70)
(1+2j).__radd__(float("nan"))
(0j).__radd__(-1)
# __repr__
(1+2j).__repr__()
(1+2j).__repr__(None)
(0j).__repr__()
# __rmul__
(1+2j).__rmul__()
(1+2j).__rmul__(None)
(1+2j).__rmul__(1)
(1+2j).__rmul__(-1)
(1+2j).__rmul__(0)
(1+2j).__rmul__(3.5)
(1+2j).__rmul__(1j)
(1+2j).__rmul__(float("nan"))
# __rpow__
(1+2j).__rpow__()
(1+2j).__rpow__(None)
(1+2j).__rpow__(1)
(1+2j).__rpow__(-1)
(1+2j).__rpow__(0)
(1+2j).__rpow__(3.5)
(1+2j).__rpow__(1,2)
(1+2j).__rpow__(1,2,3)
# __rsub__
(1+2j).__rsub__()
(1+2j).__rsub__(None)
(1+2j).__rsub__(-1)
(1+2j).__rsub__(3.5)
(1+2j).__rsub__(-2**70)
(1+2j).__rsub__(float("nan"))
(0j).__rsub__(-1)
(0j).__rsub__(3.5)
(0j).__rsub__(-2**70)
# __rtruediv__
(1+2j).__rtruediv__()
(1+2j).__rtruediv__(None)
(1+2j).__rtruediv__(1)
(1+2j).__rtruediv__(-1)
(1+2j).__rtruediv__(0)
(1+2j).__rtruediv__(2**70)
(1+2j).__rtruediv__(-2**70)
(1+2j).__rtruediv__(1j)
(1+2j).__rtruediv__(float("nan"))
# __setattr__
(1+2j).__setattr__()
(1+2j).__setattr__(1,2)
(1+2j).__setattr__("a","b")
(1+2j).__setattr__(b"a",b"b")
(1+2j).__setattr__(None,None)
(1+2j).__setattr__([1],[2])
(1+2j).__setattr__(slice(0,1),[9])
(1+2j).__setattr__("",0)
(1+2j).__setattr__("ascii","replace")
# __str__
(1+2j).__str__()
(1+2j).__str__(None)
(0j).__str__()
# __sub__
(1+2j).__sub__()
(1+2j).__sub__(None)
(1+2j).__sub__(1)
(1+2j).__sub__(-1)
(1+2j).__sub__(2)
(1+2j).__sub__(3.5)
(1+2j).__sub__(2**70)
(1+2j).__sub__(-2**70)
(1+2j).__sub__(float("nan"))
# __truediv__
(1+2j).__truediv__()
(1+2j).__truediv__(None)
(1+2j).__truediv__(1)
(1+2j).__truediv__(0)
(1+2j).__truediv__(2)
(1+2j).__truediv__(3.5)
(1+2j).__truediv__(-2**70)
(1+2j).__truediv__(1j)
(1+2j).__truediv__(float("nan"))
# conjugate
(1+2j).conjugate()
(1+2j).conjugate(None)
(1+2j).conjugate(a=1)
(0j).conjugate()
'''
for line in CALLS.split("\n"):
    if line.startswith("#") or not line:
        print(line)
        continue
    try:
        value = eval(line)
        print(sorted(value, key=repr) if isinstance(value, (set, frozenset)) else repr(value))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
