# What the globals of a program hold before its first statement.
print([k for k in globals() if k not in ('__file__', '__cached__')])
print(__annotations__, __builtins__, __spec__, __package__, __doc__)
x: int = 3
print(__annotations__, sorted(set(dir()) - {'__file__', '__cached__'}))
