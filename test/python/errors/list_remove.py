a = [1]
a.remove(1)
print(a)
a.remove(1)
