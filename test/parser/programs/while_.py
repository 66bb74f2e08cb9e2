while a: break
while a:
    b
    continue
else:
    c
