with (lambda x, *y: x, b): c
with (a if b else c) as d: e
with (a, lambda: b): c
