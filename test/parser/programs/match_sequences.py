match a:
    case []: b
    case [x]: c
    case [x, *_, y]: d
    case (): e
    case (x,): f
    case (x, y): g
    case x, y: h
    case *x, : i
    case [*rest, [1, (2, z)]]: j
