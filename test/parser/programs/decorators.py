@a
def f(): pass
@a.b(c)
@d[0]
@(lambda g: g)
class C: pass
@x
async def g(): pass
@(y := z)
def h(): pass
