a = b if c else d if e else f
g = (b if c else d) if e else f
h = b if c else lambda: d
