match = 1
match[a]
match(x)
match.a
match, case = case, match
print(match)
match: int = 1
match * a
match -1
match match:
    case case: match
match (a):
    case 1: pass
match *a, b:
    case _: pass
match [a][0]:
    case _: pass
match -a:
    case _: case = 2
