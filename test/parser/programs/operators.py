a = b + c - d * e / f // g % h @ i ** j
k = a | b ^ c & d << e >> f
l = -a + ~b - +c
m = -a ** -b ** c
n = not a == b
o = (a + b) * c
q = a - (b - c) - d
