"""Methods of float, __repr__ to is_integer: each with arguments of several kinds, the right ones and wrong ones."""
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i
    def __repr__(self): return "Old()"
class SubStr(str): pass
class Bad:
    def __eq__(self, other): raise KeyError("eq")
    __hash__ = None
    def __repr__(self): return "Bad()"
CALLS = r'''
# __repr__
(0.0).__repr__()
(0.0).__repr__(None)
(-2.5).__repr__()
(1e300).__repr__()
(float("inf")).__repr__()
(float("nan")).__repr__()
# __rfloordiv__
(0.0).__rfloordiv__()
(0.0).__rfloordiv__(None)
(0.0).__rfloordiv__(1)
(-2.5).__rfloordiv__(1)
(-2.5).__rfloordiv__(-1)
(-2.5).__rfloordiv__(2**70)
(-2.5).__rfloordiv__(-2**70)
(-2.5).__rfloordiv__(float("nan"))
# __rmod__
(0.0).__rmod__()
(0.0).__rmod__(None)
(0.0).__rmod__(1)
(-2.5).__rmod__(1)
(-2.5).__rmod__(float("nan"))
(1e300).__rmod__(1)
(1e300).__rmod__(-1)
(1e300).__rmod__(2**70)
(float("inf")).__rmod__(-1)
# __rmul__
(0.0).__rmul__()
(0.0).__rmul__(None)
(0.0).__rmul__(1)
(0.0).__rmul__(-1)
(0.0).__rmul__(float("nan"))
(1e300).__rmul__(1)
(1e300).__rmul__(-1)
(1e300).__rmul__(3.5)
(float("inf")).__rmul__(1)
# __round__
(0.0).__round__()
(0.0).__round__(3.5)
(0.0).__round__([1])
(0.0).__round__({1})
(0.0).__round__(Old())
(0.0).__round__(SubStr("a"))
(0.0).__round__(Bad())
(-2.5).__round__(1)
(float("inf")).__round__(1)
# __rpow__
(0.0).__rpow__()
(0.0).__rpow__(None)
(0.0).__rpow__(1)
(0.0).__rpow__(1,2)
(0.0).__rpow__(1,2,3)
(-2.5).__rpow__(-1)
(-2.5).__rpow__(0)
(-2.5).__rpow__(float("nan"))
(1e300).__rpow__(2)
# __rsub__
(0.0).__rsub__()
(0.0).__rsub__(None)
(0.0).__rsub__(1)
(0.0).__rsub__(-1)
(0.0).__rsub__(2**70)
(0.0).__rsub__(-2**70)
(0.0).__rsub__(float("nan"))
(1e300).__rsub__(1)
(float("inf")).__rsub__(1)
# __rtruediv__
(0.0).__rtruediv__()
(0.0).__rtruediv__(None)
(0.0).__rtruediv__(1)
(-2.5).__rtruediv__(-1)
(-2.5).__rtruediv__(2**70)
(-2.5).__rtruediv__(-2**70)
(1e300).__rtruediv__(1)
(1e300).__rtruediv__(-1)
(1e300).__rtruediv__(3.5)
# __setattr__
(0.0).__setattr__()
(0.0).__setattr__(1,2)
(0.0).__setattr__("a","b")
(0.0).__setattr__(b"a",b"b")
(0.0).__setattr__(None,None)
(0.0).__setattr__([1],[2])
(0.0).__setattr__(slice(0,1),[9])
(0.0).__setattr__("",0)
(0.0).__setattr__("ascii","replace")
# __str__
(0.0).__str__()
(0.0).__str__(None)
(-2.5).__str__()
(1e300).__str__()
(float("inf")).__str__()
(float("nan")).__str__()
# __sub__
(0.0).__sub__()
(0.0).__sub__(None)
(0.0).__sub__(1)
(0.0).__sub__(-1)
(0.0).__sub__(2**70)
(0.0).__sub__(-2**70)
(0.0).__sub__(float("nan"))
(1e300).__sub__(1)
(float("inf")).__sub__(1)
# __truediv__
(0.0).__truediv__()
(0.0).__truediv__(None)
(0.0).__truediv__(-1)
(0.0).__truediv__(0)
(-2.5).__truediv__(2**70)
(-2.5).__truediv__(-2**70)
(1e300).__truediv__(-1)
(1e300).__truediv__(3.5)
(float("inf")).__truediv__(1)
# __trunc__
(0.0).__trunc__()
(0.0).__trunc__(None)
(-2.5).__trunc__()
(float("inf")).__trunc__()
(float("nan")).__trunc__()
# as_integer_ratio
(0.0).as_integer_ratio()
(0.0).as_integer_ratio(None)
(0.0).as_integer_ratio(a=1)
(-2.5).as_integer_ratio()
(float("inf")).as_integer_ratio()
(float("nan")).as_integer_ratio()
# conjugate
(0.0).conjugate()
(0.0).conjugate(None)
(0.0).conjugate(a=1)
(-2.5).conjugate()
(1e300).conjugate()
(float("inf")).conjugate()
(float("nan")).conjugate()
# fromhex
(0.0).fromhex()
(0.0).fromhex(None)
(0.0).fromhex("a")
(0.0).fromhex(a=1)
# hex
(0.0).hex(None)
(0.0).hex(a=1)
(float("inf")).hex()
(float("nan")).hex()
# is_integer
(0.0).is_integer()
(0.0).is_integer(None)
(0.0).is_integer(a=1)
(-2.5).is_integer()
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
