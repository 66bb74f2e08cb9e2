"""Statements: assignment in every form, del, assert, raise, import, global, expression statements."""
def s001(): a = 1
def s002(): a = b = c = 1; return a, b, c
def s003(x): a, b = x; return a, b
def s004(x): (a, b), [c, d] = x; return a, b, c, d
def s005(x): a, *b = x; return a, b
def s006(x): *a, b = x; return a, b
def s007(x): a, *b, c = x; return a, b, c
def s008(x): x.a = 1
def s009(x): x[0] = 1
def s010(x): x[0:1] = []
def s011(x): x[::2] = []
def s012(x): x[0, 1] = 2
def s013(x): x[0:1, 2] = 3
def s014(x): x[...] = 4
def s015(x): x.a, x[0], b = 1, 2, 3; return b
def s016(x): x += 1; return x
def s017(x): x.a += 1
def s018(x): x[0] += 1
def s019(x): x[0:1] += [1]
def s020(x): x.a[1].b -= x
def s021(x): x -= 1; x *= 2; x /= 3; x //= 4; x %= 5; x **= 6; return x
def s022(x): x <<= 1; x >>= 2; x &= 3; x |= 4; x ^= 5; x @= 6; return x
def s023(): global s023_g; s023_g += 1
def s024(x): del x
def s025(x): del x.a
def s026(x): del x[0]
def s027(x): del x[0:1]
def s028(x): del x.a, x[0], (x.b, [x.c])
def s029(x): assert x
def s030(x): assert x, 'message'
def s031(x): assert x == 1 and x != 2, x
def s032(): raise
def s033(x): raise x
def s034(x): raise x from None
def s035(x): raise x('a') from x
def s036(): import a
def s037(): import a.b.c
def s038(): import a.b.c as d
def s039(): import a, b as c, d.e
def s040(): from a import b
def s041(): from a.b import c as d, e
def s042(): from . import a
def s043(): from ..a import b
def s044(): from .a.b import (c, d as e,)
def s045(): 1
def s046(): 'a'
def s047(): None
def s048(): ...
def s049(): b'a'
def s050(): -1
def s051(x): x
def s052(x): x; x
def s053(x): x()
def s054(): pass; pass
def s055(x):
    a = x; b = a
    return b
def s056(x): a, = x; return a
def s057(a, b): a, b = b, a; return a, b
def s058(a, b, c): a, b, c = c, b, a; return a
def s059(a, b, c, d): a, b, c, d = d, c, b, a; return a
def s060(a): [a] = [a]; return a
def s061(a, b): [a, b] = [b, a]; return a
def s062(): a, b = 1, 2; return a
def s063(x): a = (x, [x, {x: x}]); return a
def s064(x): x[x[0]] = x[x[1]]
def s065(x): a = x[0] = x.b = 1; return a
def s066(): return 1; x = 2; return x
def s067(x):
    return x
    x()
def s068(x): raise x; return 1
def s069(): [] = (); () = []
def s070(x): (x.a), (x[1]) = x
def s071(x):
    a = \
        x
    return a
def s072(x):
    return (x +
            1 +
            x)
def s073(x):
    return x(
        1,
        a=2,
        *x
    )
def s074():
    a = """
    text
    """
    return a
def s075(x):
    return [
        x,
        x,
    ]
def s076(x):
    x = {
        1: x,

        2: x,
    }
    return x
