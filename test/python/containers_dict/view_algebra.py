# Views of dicts with values that have no hash, except* that matches nothing, buffers with holes; arity of set().
import copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
V=[{"a":[1]}, {"a":1}, {}, {1:2,3:4}, {"a":[1],"b":2}]
for a in V:
    for b in V:
        t(lambda: sorted(a.items() & b.items(), key=str)); t(lambda: sorted(a.items() ^ b.items(), key=str)); t(lambda: sorted(a.items() | b.items(), key=str)); t(lambda: sorted(a.items() - b.items(), key=str)); t(lambda: sorted(a.keys() & b.items(), key=str)); t(lambda: sorted(a.items() & set(b), key=str)); t(lambda: sorted([*b] & a.keys(), key=str)); t(lambda: sorted(a.items() & list(b.items()), key=str)); t(lambda: sorted(a.keys() ^ b.keys(), key=str))
def eg():
    try: raise ExceptionGroup('g', [TypeError('t'), ValueError(0.5)])
    except* ArithmeticError: pass
    except* Exception as e:
        print(e.__suppress_context__); raise RuntimeError(1)
def t2():
    try: eg()
    except BaseException as e: print(repr(e), repr(e.__context__), e.__context__ and e.__context__.__suppress_context__)
t2()
class Sub(list): pass
class B(Sub):
    def __new__(cls, *a): return object.__new__(cls)
t(lambda: B()); t(lambda: copy.copy(memoryview(b'a')))
for m in (memoryview(b'mem')[-1:0:5], memoryview(b'mem')[::2], memoryview(b'm')[::2], memoryview(b'')[::2], memoryview(b'123')):
    t(lambda: (m.contiguous, m.c_contiguous, m.tobytes())); t(lambda: int(m)); t(lambda: bytes(m))
t(lambda: set(1,2)); t(lambda: S(1,2)); t(lambda: set(a=1)); t(lambda: set([1],a=1)); t(lambda: S(a=1)); t(lambda: set.__init__(S(), 1, 2)); t(lambda: frozenset(1,2)); t(lambda: set([1,2])); t(lambda: set(*[[1]])); t(lambda: set.__init__()); t(lambda: set.__init__.__text_signature__); t(lambda: set([1], *[2]))
