if a: b; c; d
x = 1; y = 2;
class C: a = 1; b = 2
