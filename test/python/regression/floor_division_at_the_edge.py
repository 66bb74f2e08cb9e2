# The quotient of ints next to 2 ** 53, by every way there is.
def floor(a, b):
    return a // b


def constant(a):
    return a // 97, a // 2, a // 10, a // 3


def loop(numbers, b):
    out = []
    for a in numbers:
        out.append(a // b)
        a //= b
        out.append(a)
    return out


edge = [s * (2**53 - k) for k in (0, 1, 2, 3, 96, 97) for s in (1, -1)] + [-1, 0, 1, -96, -97, -98]
for b in (1, 2, 3, 7, 97, 10**6, 2**52, -1, -2, -97, -(2**53) + 1):
    for a in edge:
        q = floor(a, b)
        assert q * b + a % b == a and type(q) is int, (a, b, q)
        assert divmod(a, b) == (q, a % b)
for a in edge:
    print(floor(a, 97), *constant(a))
for _ in range(40):
    r = loop(edge, 97), loop(edge, -97), [constant(a) for a in edge]
print(r)
