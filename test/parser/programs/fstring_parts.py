a = f'{x!r:>{width}.{prec}} {y!s} {z!a:%Y-%m-%d}'
b = f'{x = } {y=!s} {z=:>10}'
c = f'{a if b else c} {(lambda q: q)(1)} {d["k"]:{e}}'
