a = [x for x in y]
b = {x for x in y if z if w}
c = {x: y for x, y in z}
d = (x for x in y for z in x)
e = [(x, y) for x, in z for (y, [w, *v]) in x]
f = [[a for a in b] for c in d]
