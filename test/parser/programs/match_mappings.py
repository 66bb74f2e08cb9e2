match a:
    case {}: b
    case {"k": v}: c
    case {"k": 1, x.y: _, -1: z, **rest}: d
    case {**rest}: e
    case {None: n, 1+1j: m,}: f
