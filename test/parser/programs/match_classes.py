match a:
    case C(): b
    case C(x): c
    case C(x, y=1): d
    case m.C(x=[a, *b], y=C()): e
    case C(x, y,): f
    case C(x=1,): g
