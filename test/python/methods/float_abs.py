"""Methods of float, __abs__ to __radd__: each with arguments of several kinds, the right ones and wrong ones."""
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
(0.0).__abs__()
(0.0).__abs__(None)
(1e300).__abs__()
(float("inf")).__abs__()
(float("nan")).__abs__()
# __add__
(0.0).__add__()
(0.0).__add__(None)
(0.0).__add__(1)
(0.0).__add__(-1)
(0.0).__add__(2**70)
(0.0).__add__(-2**70)
(0.0).__add__(float("nan"))
(1e300).__add__(1)
(float("inf")).__add__(1)
# __bool__
(0.0).__bool__()
(0.0).__bool__(None)
(-2.5).__bool__()
# __ceil__
(0.0).__ceil__()
(0.0).__ceil__(None)
(-2.5).__ceil__()
(float("inf")).__ceil__()
(float("nan")).__ceil__()
# __delattr__
(0.0).__delattr__()
(0.0).__delattr__(1)
(0.0).__delattr__("a")
(0.0).__delattr__(b"a")
(0.0).__delattr__((1,2))
(0.0).__delattr__(Ix(1))
(0.0).__delattr__(Old())
(0.0).__delattr__(SubInt(1))
(0.0).__delattr__(True)
# __divmod__
(0.0).__divmod__()
(0.0).__divmod__(None)
(0.0).__divmod__(1)
(0.0).__divmod__(0)
(0.0).__divmod__(float("nan"))
(-2.5).__divmod__(-1)
(-2.5).__divmod__(2**70)
(1e300).__divmod__(-1)
(1e300).__divmod__(3.5)
# __eq__
(0.0).__eq__()
(0.0).__eq__(None)
(0.0).__eq__(1)
(0.0).__eq__(0)
# __float__
(0.0).__float__()
(0.0).__float__(None)
(-2.5).__float__()
(1e300).__float__()
(float("inf")).__float__()
(float("nan")).__float__()
# __floor__
(0.0).__floor__()
(0.0).__floor__(None)
(-2.5).__floor__()
(float("inf")).__floor__()
(float("nan")).__floor__()
# __floordiv__
(0.0).__floordiv__()
(0.0).__floordiv__(None)
(0.0).__floordiv__(1)
(0.0).__floordiv__(-1)
(0.0).__floordiv__(0)
(0.0).__floordiv__(float("nan"))
(1e300).__floordiv__(1)
(1e300).__floordiv__(-1)
(1e300).__floordiv__(3.5)
# __format__
(0.0).__format__()
(0.0).__format__(1)
(0.0).__format__("a")
(0.0).__format__(b"a")
(0.0).__format__((1,2))
(0.0).__format__(Ix(1))
(0.0).__format__(Old())
(0.0).__format__(SubInt(1))
(0.0).__format__(True)
# __getattribute__
(0.0).__getattribute__()
(0.0).__getattribute__(1)
(0.0).__getattribute__("a")
(0.0).__getattribute__(b"a")
(0.0).__getattribute__((1,2))
(0.0).__getattribute__(Ix(1))
(0.0).__getattribute__(Old())
(0.0).__getattribute__(SubInt(1))
(0.0).__getattribute__(True)
# __init__
(0.0).__init__()
# __int__
(0.0).__int__()
(0.0).__int__(None)
(-2.5).__int__()
(float("inf")).__int__()
(float("nan")).__int__()
# __lt__
(0.0).__lt__()
(0.0).__lt__(None)
(0.0).__lt__(1)
(0.0).__lt__(-1)
# __mod__
(0.0).__mod__()
(0.0).__mod__(None)
(0.0).__mod__(1)
(0.0).__mod__(-1)
(0.0).__mod__(0)
(0.0).__mod__(float("nan"))
(-2.5).__mod__(2**70)
# __mul__
(0.0).__mul__()
(0.0).__mul__(None)
(0.0).__mul__(1)
(0.0).__mul__(-1)
(0.0).__mul__(float("nan"))
(1e300).__mul__(1)
(1e300).__mul__(-1)
(1e300).__mul__(3.5)
(float("inf")).__mul__(1)
# __neg__
(0.0).__neg__()
(0.0).__neg__(None)
(-2.5).__neg__()
(1e300).__neg__()
(float("inf")).__neg__()
(float("nan")).__neg__()
# __pos__
(0.0).__pos__()
(0.0).__pos__(None)
(-2.5).__pos__()
(1e300).__pos__()
(float("inf")).__pos__()
(float("nan")).__pos__()
# __pow__
(0.0).__pow__()
(0.0).__pow__(None)
(0.0).__pow__(1)
(0.0).__pow__(1,2)
(0.0).__pow__(1,2,3)
(-2.5).__pow__(1)
(-2.5).__pow__(3.5)
(1e300).__pow__(-1)
(1e300).__pow__(2)
# __radd__
(0.0).__radd__()
(0.0).__radd__(None)
(0.0).__radd__(1)
(0.0).__radd__(-1)
(0.0).__radd__(2**70)
(0.0).__radd__(-2**70)
(0.0).__radd__(float("nan"))
(1e300).__radd__(1)
(float("inf")).__radd__(1)
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
