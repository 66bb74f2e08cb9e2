a = b and c or d and not e
f = not not g
h = a or (b or c) or d
i = (a and b) and c
