"""Methods of int, __abs__ to to_bytes: each with arguments of several kinds, the right ones and wrong ones."""
class It:
    def __iter__(self): return iter([1, 2])
    def __repr__(self): return "It()"
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i
    def __repr__(self): return "Old()"
class SubInt(int): pass
class Bad:
    def __eq__(self, other): raise KeyError("eq")
    __hash__ = None
    def __repr__(self): return "Bad()"
CALLS = r'''
# __abs__
(0).__abs__()
(0).__abs__(None)
# __add__
(0).__add__()
(0).__add__(None)
(0).__add__(1)
(0).__add__(-1)
# __and__
(0).__and__()
(0).__and__(None)
(0).__and__(1)
(-7).__and__(-1)
(True).__and__(True)
# __bool__
(0).__bool__()
(0).__bool__(None)
(5).__bool__()
# __ceil__
(0).__ceil__()
(0).__ceil__(None)
(-7).__ceil__()
# __delattr__
(0).__delattr__()
(0).__delattr__(1)
(0).__delattr__("a")
(0).__delattr__([1])
(0).__delattr__({})
(0).__delattr__(It())
(0).__delattr__(slice(1,2))
(0).__delattr__(True)
(0).__delattr__(Bad())
# __divmod__
(0).__divmod__()
(0).__divmod__(None)
(0).__divmod__(1)
(0).__divmod__(0)
(5).__divmod__(-1)
(5).__divmod__(-2**70)
(-7).__divmod__(-2**70)
# __eq__
(0).__eq__()
(0).__eq__(None)
(0).__eq__(1)
(0).__eq__(0)
# __float__
(0).__float__()
(0).__float__(None)
(-7).__float__()
(2**70).__float__()
# __floor__
(0).__floor__()
(0).__floor__(None)
(-7).__floor__()
# __floordiv__
(0).__floordiv__()
(0).__floordiv__(None)
(0).__floordiv__(1)
(0).__floordiv__(0)
(5).__floordiv__(-1)
# __format__
(0).__format__()
(0).__format__(1)
(0).__format__("a")
(0).__format__([1])
(0).__format__({})
(0).__format__(It())
(0).__format__(slice(1,2))
(0).__format__(True)
(0).__format__(Bad())
# __getattribute__
(0).__getattribute__()
(0).__getattribute__(1)
(0).__getattribute__("a")
(0).__getattribute__([1])
(0).__getattribute__({})
(0).__getattribute__(It())
(0).__getattribute__(slice(1,2))
(0).__getattribute__(True)
(0).__getattribute__(Bad())
# __index__
(0).__index__()
(0).__index__(None)
(-7).__index__()
# __init__
(0).__init__()
# __int__
(0).__int__()
(0).__int__(None)
(-7).__int__()
# __invert__
(0).__invert__()
(0).__invert__(None)
(-7).__invert__()
# __lshift__
(0).__lshift__()
(0).__lshift__(None)
(0).__lshift__(1)
(0).__lshift__(-1)
(-7).__lshift__(1)
# __lt__
(0).__lt__()
(0).__lt__(None)
(0).__lt__(1)
(0).__lt__(-1)
# __mod__
(0).__mod__()
(0).__mod__(None)
(0).__mod__(1)
(0).__mod__(0)
(5).__mod__(-2**70)
# __mul__
(0).__mul__()
(0).__mul__(None)
(0).__mul__(1)
(5).__mul__(-1)
# __neg__
(0).__neg__()
(0).__neg__(None)
(5).__neg__()
# __or__
(0).__or__()
(0).__or__(None)
(0).__or__(1)
(0).__or__(-1)
(True).__or__(True)
# __pos__
(0).__pos__()
(0).__pos__(None)
(-7).__pos__()
# __pow__
(0).__pow__()
(0).__pow__(None)
(0).__pow__(1)
(0).__pow__(-1)
(0).__pow__(1,2,3)
(5).__pow__(-1)
(-7).__pow__(1)
(-7).__pow__(-1)
(2**70).__pow__(-1)
# __radd__
(0).__radd__()
(0).__radd__(None)
(0).__radd__(1)
(0).__radd__(-1)
# __repr__
(0).__repr__()
(0).__repr__(None)
(-7).__repr__()
(True).__repr__()
# __rfloordiv__
(0).__rfloordiv__()
(0).__rfloordiv__(None)
(0).__rfloordiv__(1)
(5).__rfloordiv__(1)
(5).__rfloordiv__(-1)
# __rlshift__
(0).__rlshift__()
(0).__rlshift__(None)
(0).__rlshift__(1)
(0).__rlshift__(-1)
(-7).__rlshift__(1)
# __rmod__
(0).__rmod__()
(0).__rmod__(None)
(0).__rmod__(1)
(5).__rmod__(1)
(-7).__rmod__(1)
# __rmul__
(0).__rmul__()
(0).__rmul__(None)
(0).__rmul__(1)
(5).__rmul__(-1)
# __round__
(0).__round__()
(0).__round__(3.5)
(0).__round__(b"a")
(0).__round__((1,2))
(0).__round__({1})
(0).__round__(Old())
(0).__round__(slice(1,2))
(0).__round__(1j)
(0).__round__(Bad())
# __rpow__
(0).__rpow__()
(0).__rpow__(None)
(0).__rpow__(1)
(0).__rpow__(1,2,3)
(5).__rpow__(-1)
(-7).__rpow__(1)
(-7).__rpow__(-1)
(-7).__rpow__(0)
# __rrshift__
(0).__rrshift__()
(0).__rrshift__(None)
(0).__rrshift__(1)
(0).__rrshift__(-1)
(-7).__rrshift__(1)
# __rshift__
(0).__rshift__()
(0).__rshift__(None)
(0).__rshift__(1)
(0).__rshift__(-1)
(-7).__rshift__(1)
# __rsub__
(0).__rsub__()
(0).__rsub__(None)
(0).__rsub__(1)
(0).__rsub__(-1)
# __rtruediv__
(0).__rtruediv__()
(0).__rtruediv__(None)
(0).__rtruediv__(1)
(5).__rtruediv__(1)
(5).__rtruediv__(-1)
(5).__rtruediv__(2**70)
(5).__rtruediv__(-2**70)
(2**70).__rtruediv__(1)
(2**70).__rtruediv__(-1)
# __setattr__
(0).__setattr__()
(0).__setattr__(1,2)
(0).__setattr__("a","b")
(0).__setattr__(None,None)
(0).__setattr__([1],[2])
(0).__setattr__("",0)
(0).__setattr__("ascii","replace")
(True).__setattr__("a","b")
(True).__setattr__("",0)
# __str__
(0).__str__()
(0).__str__(None)
(-7).__str__()
(True).__str__()
# __sub__
(0).__sub__()
(0).__sub__(None)
(0).__sub__(1)
(0).__sub__(-1)
# __truediv__
(0).__truediv__()
(0).__truediv__(None)
(0).__truediv__(1)
(0).__truediv__(-1)
(0).__truediv__(0)
(5).__truediv__(2**70)
(5).__truediv__(-2**70)
(2**70).__truediv__(1)
(2**70).__truediv__(-1)
# __trunc__
(0).__trunc__()
(0).__trunc__(None)
(-7).__trunc__()
# __xor__
(0).__xor__()
(0).__xor__(None)
(0).__xor__(1)
(0).__xor__(-1)
(True).__xor__(True)
# as_integer_ratio
(0).as_integer_ratio()
(0).as_integer_ratio(None)
(0).as_integer_ratio(a=1)
(-7).as_integer_ratio()
(True).as_integer_ratio("x",*[1]*9)
# bit_count
(0).bit_count()
(0).bit_count(None)
(0).bit_count(a=1)
(True).bit_count("x",*[1]*9)
# bit_length
(0).bit_length()
(0).bit_length(None)
(0).bit_length(a=1)
(True).bit_length("x",*[1]*9)
# conjugate
(0).conjugate()
(0).conjugate(None)
(0).conjugate(a=1)
(-7).conjugate()
(True).conjugate("x",*[1]*9)
# from_bytes
(0).from_bytes()
(0).from_bytes(3.5)
(0).from_bytes({"a":1})
(0).from_bytes(b"a",b"b")
(0).from_bytes([1],[2])
(0).from_bytes(SubInt(1))
(0).from_bytes(Bad())
(0).from_bytes(None,maxsplit=1)
(0).from_bytes(2,tabsize=3)
# to_bytes
(0).to_bytes()
(0).to_bytes(2)
(0).to_bytes((1,2))
(0).to_bytes(1,2)
(0).to_bytes(slice(1,2))
(0).to_bytes(range(2))
(0).to_bytes(sep=None)
(0).to_bytes(True,True)
(0).to_bytes(iterable=[1])
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
