é = naïve = 变量 = ªº = 1
ﬁ = K = 2
_ = __dunder__ = _x1
match = case = type = 3
