try: a
except: b
try:
    a
except A: b
except B as c:
    d
except (C, D) as e: f
else:
    g
finally:
    h
try: a
finally: b
