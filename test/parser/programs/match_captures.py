match a, b:
    case x: pass
    case _:
        pass
    case (x): pass
    case (1 | 2) as y: pass
    case x.y.z: pass
    case x if x > 1: pass
