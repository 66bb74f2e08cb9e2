for a in b: c
for a, b in c, d: e
for a, in b: pass
for *a, b in c: pass
for (a, b), [c] in d:
    e
else:
    f
for a.b in c: pass
for a[0] in *b, c: pass
