def f(x):
    try: x()
    except* E: a
def g(x):
    try: x()
    except* E as e: e
    except* (F, G) as e: raise
    except* H:
        for y in x:
            if y: continue
            break
        def n(): return 1
    else: b
    finally: c
def h(x):
    for y in x:
        try: y()
        except* E as e:
            with e: pass
            try: z
            finally: w
def k(x):
    try:
        try: x()
        except* E: return_
    except* F as e: del e
async def l(x):
    try: await x
    except* E: await x
