def f(x):
    match x:
        case 1: a
        case -1 | 2j | 1 - 2j | 'a' | b'b' | 'c' 'd': b
        case None | True | False: c
        case a.b: d
        case (y): e
def g(x):
    match x:
        case []: a
        case [_]: b
        case [y]: c
        case [1, y, *z]: d
        case [y, *_, 1]: e
        case (*_,): f
        case y, *z if y: g
        case _: h
def h(x):
    match x:
        case {}: a
        case {'a': 1}: b
        case {'a': y, 'b': [z], **rest}: c
        case {a.b: 1, -1: y}: d
        case {**rest}: e
def k(x):
    match x:
        case A(): a
        case A(1, b=2): b
        case A.B(y, [z], c=w, d=_) as v: c
        case A(b=B(c=C(y))) | D(y): d
def l(x):
    match x:
        case [y, z] | {'a': z, 'b': y} | A(z, y, _): a
        case ([y] as z) | (z, [*y]): b
        case [[a, b, c, d, [e, f, *g]], h]: c
def m(x):
    match x, 1:
        case y: return y
def n(x):
    for y in x:
        match y:
            case 1: continue
            case 2: break
            case [a, b] if a == b: return a
            case _ if y: z
            case _: w
def o(x):
    match x:
        case _: y
match x:
    case [a, 'b']: c = a
    case {"k": v}: c = v
class A:
    match x:
        case __a: b
