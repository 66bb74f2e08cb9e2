import itertools
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
class X:
    def __init__(s, n): s.n=n
    def __index__(s): print('index', s.n); return s.n
class IT:
    def __iter__(s): print('iter'); return iter(range(5))
class BAD:
    def __iter__(s): print('baditer'); raise KeyError('bad')
i = itertools.islice
t(i); t(i, []); t(i, IT(), 'x'); t(i, 5, 'x'); t(i, 5, -1); t(i,5,1); t(i, BAD(), 'x'); t(i, IT(), -1); t(i, IT(), 0, -1); t(i, IT(), 'a', 'b', 'c'); t(i, IT(), 1,2,'c'); t(i, IT(), 1,2,0); t(i, IT(), 1,2,-3); t(i,BAD(),1,2,0)
for a in [(X(1),), (X(1),X(2)), (X(1),X(4),X(2)), (X(-1),), (X(-1),X(2)), (X(1),X(-2)), (X(1),X(2),X(-2)), (None,), (None,None), (None,None,None), (0,None,None), (None, 3), (None, X(3), None), (2**70,), (0,2**70), (0,1,2**70), (2**63-1,), (2**63,), (1.5,), (1,1.5), (1,2,1.5), (1,2,3,4)]:
    print(a if not any(isinstance(x, X) for x in a) else [x.n if isinstance(x,X) else x for x in a])
    t(lambda: list(i(IT(), *a)))
t(i, [], stop=3)
t(lambda: list(i([1,2,3], 2, **{})))
