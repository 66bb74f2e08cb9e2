a, *b, c = range(5)
print(b)
a, *b, c = [1]
