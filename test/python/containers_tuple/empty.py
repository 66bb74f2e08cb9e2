# There is one empty tuple.
x = (() is ())
print(x)
print((lambda: ())() is (lambda: ())(), tuple() is (), tuple([]) is (), [*()] , ()[:] is (), () + () is ())
def f(): return ()
def g(): return ()
print(f() is g(), f() is (), f(*()) is ())
def h(*a): return a
print(h() is ())
a = ()
print(a is (), a is f())
