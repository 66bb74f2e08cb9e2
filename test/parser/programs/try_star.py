try:
    a
except* A:
    b
except *B as c:
    d
except* (C, D): e
else: f
finally: g
