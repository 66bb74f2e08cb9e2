class Bad:
    def __init__(s, v): s.v = v
    def __int__(s): return s.v
    def __float__(s): return s.v
    def __complex__(s): return s.v
    def __index__(s): return s.v
    def __bytes__(s): return s.v
    def __bool__(s): return s.v
    def __repr__(s): return s.v
    def __str__(s): return s.v
    def __hash__(s): return s.v
    def __len__(s): return s.v
    def __format__(s, f): return s.v
    def __iter__(s): return s.v
    def __dir__(s): return s.v
    def __contains__(s, x): return s.v
    def __reversed__(s): return s.v
    def __length_hint__(s): return s.v
    def __round__(s): return s.v
    def __instancecheck__(s, x): return s.v
def show(label, f):
    try: print(label, '->', f())
    except Exception as e: print(label, '->', type(e).__name__, e)
for v in (None, 'text', 1.5, 7, -3, [3, 1]):
    b = Bad(v)
    for name, f in (('int', int), ('float', float), ('complex', complex), ('index', [1, 2].__getitem__), ('hex', hex), ('bytes', bytes), ('bool', bool), ('repr', repr), ('str', str), ('hash', hash), ('len', len),
                    ('format', format), ('iter', lambda b: type(iter(b)).__name__), ('dir', dir), ('in', lambda b: 1 in b), ('reversed', reversed), ('round', round), ('isinstance', lambda b: isinstance(1, b)), ('range', range), ('%d', lambda b: '%d' % b), ('%s', lambda b: '%s' % b), ('f', lambda b: f'{b}'), ('print', print), ('not', lambda b: not b), ('and', lambda b: b and 1), ('if', lambda b: 1 if b else 2), ('chr', chr), ('list', list), ('[]', lambda b: repr([b]))):
        show(f'{name} {v!r}', lambda: f(b))
