def f(x):
    for y in x:
        try: y()
        finally: continue
def g(x):
    while x:
        try:
            for y in x:
                try: y()
                except E: pass
                finally:
                    if y: continue
                    break
        finally:
            if x: continue
def h(x):
    with (a as b, c as d,): pass
    with (a, b): pass
def k(x):
    return {y.a: y.b for y in x}, {y: 1 for y in x}, {y: y() for y in x}
