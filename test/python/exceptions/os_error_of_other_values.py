# OSError shows what it was given, whatever it is.
for args in ((1, 2, 3), ('a', 'b'), (b'z', 36), ('x', ()), ('x', (), {}), ('x', 1, 'f'), (2, None, 'f'), ('utf8', b'x', 0, 1, 'r'), ('x', (int, str), 'f', None, 'g')):
    e = OSError(*args)
    print(type(e).__name__, e, e.args)
