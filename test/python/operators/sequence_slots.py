# Sequence slots called by name and by operators; order of evaluation of stars; argument names in messages.
class R:
    def __radd__(self, o): return 'radd'
    def __rmul__(self, o): return 'rmul'
class L(list): pass
for s in ('[].__add__(1)', '().__mul__("a")', '"a".__add__(1)', 'b"".__add__(1)', '[].__imul__(None)', '[1] + 1', '"a" * "b"', '[].__mul__()', '[] + R()', '"a" * R()', '() + R()', 'b"" * R()', 'bytearray().__iadd__(1)',
          '(lambda *a, **k: 1)(*1, **2)', '(lambda *a, **k: 1)(0, *1, **2)', '(lambda *a, **k: 1)(*1, **{})', '(lambda **k: 1)(**dict)', 'list(1, 2, k=1)', 'sum(5, "x")', 'sum([], "x")', 'sorted(5, foo=1)', 'sorted([], foo=1)',
          '{1}.__contains__(a=1)', 'True.bit_count(reverse=True)', 'True.bit_count(1)', 'L().append()', 'str.index("a", "b", "c")', '[].index(1, "c")', 'list(memoryview(b"ab"))', 'memoryview(b"ab")["x":]', 'memoryview(b"ab")["x"]',
          'memoryview(b"a").tobytes(5)', 'memoryview(b"a").tobytes("x")', 'str.maketrans([], None)', 'type([].__getitem__)', '[].__getitem__', 'dict.__contains__', 'set.__contains__'):
    try: r = eval(s)
    except Exception as e: print(s, type(e).__name__, e)
    else: print(s, '->', r if not callable(r) else type(r).__name__)
def setdel(src):
    try: exec(src)
    except Exception as e: print(src, type(e).__name__, e)
for src in ('del "text"[::2]', 'del "text"[0]', 'del (1,)[0]', 'del (1,)["a"]', 'del 5[0]', 'del memoryview(b"a")[0]', 'del memoryview(bytearray(b"a"))[0]', 'm = memoryview(b"a")\nm.release()\nlist(m)', 'del {1}[1]', 'del range(3)[0]'): setdel(src)
print({None: 1, R: 1, 2: None} == {None: 1, R: 1, 2: None})
