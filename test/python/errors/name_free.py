def f():
    def g(): return v
    r = g
    if False: v = 1
    return r()
f()
