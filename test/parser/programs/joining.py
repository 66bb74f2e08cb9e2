a = 1 + \
    2
b = (1 +
  2)
if a and \
   b:
    c = [
  1, # one

  2,
]
x = \
"s"
