if (n := len(a)) > 10: pass
while x := f(): y
z = [y := 1, y ** 2]
f(x := 3)
a[b := 1]
{c := 1}
b = [q for p in r if (q := p)]
