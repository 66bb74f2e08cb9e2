"""format() with every kind of value and many specifications, right and wrong."""
SPECS = '|5|<5|>5|^5|=5|05|+|-| |+5|x|X|#x|#X|b|#b|o|#o|#010x|n|d|c|s|e|E|f|F|g|G|%|,|_|,d|_d|_x|_b|,x|.2|.0f|.3f|.10g|#g|#.0f|.2%|z|z.1f|zd|*>7|*<7|*^7|0<7|\u20ac>4|<<5|>>5|^^5|==5|x<5|10.3|10.3f|+10.3e|08.2f|-08.2f|,.2f|_.2f|1,|1_|,_|_,|,,|__|__d|5c|,c|+c|#c|.1d|.1s|5.1s|=s|05s|,s|_s|+s|#s|q|5q|5 |{}|}|!|1000|1.|.|..|.x|+-5|-+5|5<|<|>|^|=|#|0|00|007|0=5|0>5|0|1e5|%5|5%|%%|.999999999999|+.3|+#x| #o| x|z5|#z|zx|d5|5dd|Ns'.split('|')
VALUES = [0, 5, -5, 255, 1234567, -1234567, 10**20, True, 0.0, -0.0, 1.5, -2.25, 1e10, 1e-10, 123456.789, float('inf'), float('-nan'), 1+2j, -0j, 'abc', '', '\u20ac\U0001f600', None, [1], b'x', object, (1, 2), ...]
for v in VALUES:
    out = []
    for s in SPECS:
        try: r = format(v, s)
        except Exception as e: r = '%s: %s' % (type(e).__name__, e)
        out.append(r if len(r) < 60 else r[:20] + str(len(r)))
    print(repr(v), '|'.join(out))
class F:
    def __format__(self, s): return 'F<%s>' % s
class Bad:
    def __format__(self, s): return 5
class Str(str): pass
class Int(int): pass
class IntF(int):
    def __format__(self, s): return 'intf'
    def __str__(self): return 'intstr'
for f in (lambda: format(F(), 'spec'), lambda: format(F()), lambda: format(Bad()), lambda: format(Str('x'), '>3'), lambda: format(Int(5), '03'), lambda: format(IntF(5)), lambda: f'{IntF(5)}', lambda: format(1, 5), lambda: format(1, None), lambda: format(), lambda: format(1, '', 2), lambda: format(object(), 'x'), lambda: format(type, ''), lambda: (5).__format__(), lambda: object().__format__(5), lambda: format(97, 'c'), lambda: format(0x110000, 'c'), lambda: format(-1, 'c'), lambda: format(10**30, 'c'), lambda: format(10**30, 'f'), lambda: format(10**400, 'e'), lambda: format(3, '.2'), lambda: format(True, 'd'), lambda: format(True, 's'), lambda: format(True, '5'), lambda: format(2**100, ',')):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
