pass
break_ = 1
assert a
assert a, b
raise
raise a
raise a from b
global c, d
a; b; c;
