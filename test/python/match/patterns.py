class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case None: return 'None'
        case True | False: return 'bool'
        case 0: return 'zero'
        case -1 | 1.5 | 2+3j: return 'number literal'
        case 'a' | 'b': return 'str ' + v
        case b'x': return 'bytes'
        case int(n) if n > 100: return f'big {n}'
        case int() as n: return f'int {n}'
        case float(f): return f'float {f}'
        case []: return 'empty seq'
        case [x]: return f'one {x}'
        case [1, *rest]: return f'1 then {rest}'
        case (x, [y, *_]): return f'nested {x} {y}'
        case [x, *_, 'end']: return f'{x} .. end'
        case [x, y, z]: return f'three {x} {y} {z}'
        case {'k': v1, 'n': {'i': v2}}: return f'mapping {v1} {v2}'
        case {'k': 1, **rest}: return f'k=1 {rest}'
        case {}: return f'mapping {v}'
        case P(0, y=0): return 'origin'
        case P(x, y=yy) if x == yy: return f'diagonal {x}'
        case P(x=a, y=b): return f'point {a} {b}'
        case str(): return 'other str'
        case set() | frozenset(): return 'a set'
        case type(): return 'a class'
        case _: return 'default'
for v in (None, True, 0, 0.0, -1, 1.5, 2+3j, 'a', b'x', 1000, 7, 2.5, [], (), [5], [1, 2, 3], (9, [8, 7]), [4, 5, 'end'], [4, 5, 6], [4, 5, 6, 7], {'k': 1, 'n': {'i': 2}}, {'k': 1, 'z': 3}, {}, {'q': 1}, P(0, 0), P(3, 3), P(1, 2), 'zz', {1}, int, object, range(3), bytearray(b'x'), 'xyz', iter([1])):
    r = m(v)
    print(type(v).__name__, r if ' at 0x' not in r else 'object')
