a = f'{1, 2} {x for x in y} {*a, b} {yield_} {{1}} { {1: 2}[1] }'
b = f'{a != b} {a == b} {a <= b} {a >= b} {a < b:x}'
