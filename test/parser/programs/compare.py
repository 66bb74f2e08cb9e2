a = b < c <= d == e != f >= g > h
i = a is b is not c in d not in e
j = (a < b) < c
k = a < (b < c)
