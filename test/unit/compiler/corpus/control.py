"""Control flow: if, while, for, break, continue, try, with, in all nestings."""
def c001(a):
    if a: return 1
def c002(a):
    if a: b = 1
    else: b = 2
    return b
def c003(a):
    if a: b = 1
    elif a > 1: b = 2
    elif a > 2: b = 3
    else: b = 4
    return b
def c004(a):
    if not a: return 1
    return 2
def c005(a, b):
    if a and b: return 1
def c006(a, b):
    if a or b: return 1
def c007(a, b, c):
    if a and b or c: return 1
def c008(a, b, c):
    if a and (b or c): return 1
def c009(a, b):
    if not (a and b): return 1
def c010(a, b):
    if a < b < 3: return 1
def c011(a):
    if 1: return a
    else: return 2
def c012(a):
    if 0: return a
    else: return 2
def c013(a):
    if None: return a
    return 3
def c014(a):
    if 'x': a = 1
    if '': a = 2
    return a
def c015(a):
    if __debug__: a = 1
    return a
def c016(a):
    while a: a -= 1
def c017(a):
    while a:
        a -= 1
    else:
        a = 5
    return a
def c018(a):
    while True:
        a -= 1
        if a: break
    return a
def c019(a):
    while 1:
        if a: continue
        break
def c020(a):
    while 0: a = 1
    else: a = 2
    return a
def c021(a):
    while not a: a = a.b
def c022(a, b):
    while a and b: a = b
def c023(a):
    for i in a: i()
def c024(a):
    for i in a:
        if i: break
    else:
        return 1
    return 2
def c025(a):
    for i in a:
        if i: continue
        i()
def c026(a):
    for i, (j, k) in a: i, j, k
def c027(a):
    for a.b in a: pass
def c028(a):
    for a[0] in a: pass
def c029(a):
    for i, *j in a: j
def c030(a):
    for i in a:
        for j in i:
            if j: break
            if i: continue
        else:
            continue
        break
def c031(a):
    for i in 1, 2, 3: i
def c032(a):
    for i in [1, 2]: i
    for i in (): i
def c033(a):
    try: a()
    except: pass
def c034(a):
    try: a()
    except ValueError: return 1
def c035(a):
    try: a()
    except ValueError as e: return e
def c036(a):
    try: a()
    except (ValueError, TypeError) as e: a = e
    except KeyError: a = 2
    except: a = 3
    else: a = 4
    return a
def c037(a):
    try: a()
    finally: a = 1
    return a
def c038(a):
    try: a()
    except E: a = 1
    else: a = 2
    finally: a = 3
def c039(a):
    try: return a()
    finally: a = 1
def c040(a):
    try: return a()
    finally: return 2
def c041(a):
    for i in a:
        try: continue
        finally: i()
def c042(a):
    for i in a:
        try: break
        finally: i()
def c043(a):
    for i in a:
        try: i()
        except E: continue
        except F: break
        except G: return
def c044(a):
    for i in a:
        try: i()
        except E as e: continue
        except F as e: break
        except G as e: return e
def c045(a):
    while a:
        try:
            try: return 1
            finally: a()
        finally:
            a.b()
def c046(a):
    try:
        try: a()
        except E: a.b()
    except F:
        try: a.c()
        finally: a.d()
def c047(a):
    for i in a:
        try: i()
        finally: break
def c048(a):
    try: a()
    except E:
        raise
def c049(a):
    try: a()
    except E as e:
        raise F from e
def c050(a):
    try: a()
    except E as e:
        del e
def c051(a):
    with a: pass
def c052(a):
    with a as b: return b
def c053(a):
    with a as b, b as c: return c
def c054(a):
    with a as (b, c): return b, c
def c055(a):
    with a as a.b, a as a[0]: pass
def c056(a):
    for i in a:
        with i: continue
def c057(a):
    for i in a:
        with i as j:
            if j: break
def c058(a):
    with a:
        with a:
            return 1
def c059(a):
    try:
        with a: a()
    finally: a.b()
def c060(a):
    with a:
        try: a()
        except E: return
def c061(a):
    while a:
        while a:
            try:
                with a:
                    if a: continue
                    if a.b: break
                    return
            finally:
                a()
def c062(a):
    if a:
        if a.b:
            return 1
        else:
            return 2
    else:
        return 3
def c063(a):
    if a: pass
def c064(a):
    for i in a: pass
    else: pass
def c065(a):
    while a: pass
def c066(a):
    try: pass
    finally: pass
def c067(a):
    try: pass
    except: pass
    else: pass
    finally: pass
def c068(a):
    if a: return
    elif a.b: return
    a()
def c069(a):
    while True: pass
def c070(a):
    for i in a:
        if i:
            if i.a: continue
            else: break
        elif i.b: return i
        else: yield i
def c071(a):
    if a == 1: return 1
    if a in (1, 2): return 2
    if a in [1, 2]: return 3
    if a in {1, 2}: return 4
    if a not in [1, 2]: return 5
    if not a in (1,): return 6
    if not a is None: return 7
    if a is not None: return 8
def c072(a):
    try:
        for i in a:
            try: i()
            except E: pass
            else: return i
    except F: pass
    finally: a()
def c073(a):
    assert a
    while a: assert a, 1
def c074(a):
    try: return 1
    except E: return 2
    finally: return 3
def c075(a):
    if a and 1: a()
    if 1 and a: a()
    if a or 0: a()
    if not 0: a()
