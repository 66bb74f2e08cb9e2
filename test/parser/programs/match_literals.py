match a:
    case 1: b
    case -1 | 1.5 | -2j: c
    case 1 + 2j | -1 - 2.5j: d
    case "s" "t" | b"u": e
    case None | True | False: f
