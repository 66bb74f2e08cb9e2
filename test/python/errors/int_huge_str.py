import sys
print(len(str(10 ** 100)))
str(10 ** 5000)
