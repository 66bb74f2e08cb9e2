try: assert False
except AssertionError as e: print(repr(e))
try: assert 1 == 2, 'message'
except AssertionError as e: print(repr(e))
try: assert (), ('tuple', 1)
except AssertionError as e: print(repr(e), e.args)
assert True, 1 / 0
def f():
    x
    x = 1
try: f()
except UnboundLocalError as e: print(e, e.name)
def g():
    def h(): return y
    if 0: y = 1
    h()
try: g()
except NameError as e: print(type(e).__name__, e, e.name)
def k():
    del z
    z = 1
try: k()
except UnboundLocalError as e: print(e)
try: del nope
except NameError as e: print(e)
class C:
    try: print(missing)
    except NameError as e: print(e)
    try: del missing
    except NameError as e: print(e)
def d():
    a = 1
    def i(): return a
    del a
    try: i()
    except NameError as e: print(e)
    try: a
    except UnboundLocalError as e: print(e)
d()
def gl():
    global never_set
    try: never_set
    except NameError as e: print(e)
    try: del never_set
    except NameError as e: print(e)
gl()
for src in ('1()', '"a"()', 'None()', '[]()', '(1)(2)', 'int.x', 'None.x', '(1).x = 1', '"".x = 1', 'None.x = 1', 'len.x = 1', 'del None.x', '[].x = 1', '1 .__class__ = int', 'f.x', 'int()()', '1[0]', 'None[0] = 1', 'del 1[0]', '"abc"[0] = "x"', 'del "abc"[0]', '(1,)[0] = 1', 'del (1,)[0]', 'range(3)[0] = 1', '{1}[0]', '{1}[0] = 1', 'len[0]', '[][1.0]', '()["a"]', '"s"[None]', 'b""["x"]', '[][0]', '()[0]', '""[0]', 'b""[0]', 'range(0)[0]', '[][0] = 1', 'del [][0]', '[1]["a"] = 1', 'for x in 5: pass', 'a, b = 5', 'a, b = 1, 2, 3', 'a, b = 1,', 'a, *b, c = 1,', '[*5]', 'print(*5)', 'print(**5)', '{**5}', 'with 5: pass', '"a" + 1', '1 + "a"', '[] + ()', '() + []', 'b"" + ""', '"" + b""', '1 in 5', '"a" in 5', '1 in "a"', 'raise 5', '5 @ 5', '-"a"', '~1.5', '+[]', 'not_defined', 'import nope.sub', 'from . import x', '1 < "a"', '"%d" % "a"', 'int("x")', 'float("x")', 'chr(-1)', 'ord("ab")', '1 / 0', '1 // 0', '1 % 0', '1.0 / 0', '1.0 // 0', '1.0 % 0', 'divmod(1, 0)', '0 ** -1', '0.0 ** -1', '1 << -1', '2 ** 1.5 if 0 else (-8) ** 0.5 and 1', 'round("a")', 'abs("a")', 'sum("a")', 'max()', 'max([])', 'min(1)', 'sorted(5)', 'len(5)', 'iter(5)', 'next(5)', 'next([])', 'isinstance(1, 5)', 'issubclass(1, int)', 'issubclass(int, 5)', 'zip(5)', 'map(5)', 'enumerate(5)', 'reversed(5)', 'reversed({1})', 'list(5)', 'tuple(5)', 'set(5)', 'dict(5)', 'dict([5])', 'dict([(1,)])', 'dict(["abc"])', 'frozenset(5)', 'bytes("a")', 'bytes(-1)', 'bytes([300])', 'bytearray("a")', 'str(b"a", 5)', 'str(5, "a")', 'int("5", 99)', 'int(5, 5)', 'complex("a")', 'range(1, 2, 0)', 'range("a")', 'slice()', 'getattr(1)', 'hash([])', 'compile("1", "f", "bad")', 'eval("1 +")', 'exec("a b")', 'vars(5)', 'dir(1, 2)', 'id()', 'input(1, 2)', 'type()', 'super()', 'object(1)', 'callable()', 'format(1, "zz")', 'format(1, 5)', 'pow(2, -1, 4)', 'pow("a", 1)', 'hex("a")', 'bin(1.5)', 'ord(5)', 'chr("a")', 'all(5)', 'any(5)', 'filter(1)', 'globals(1)', 'print(1, foo=2)', 'sorted([1], foo=2)', 'print(sep=5)', 'print(end=5)'):
    try: exec(src); print(src, '-> ok')
    except Exception as e: print(src, '->', type(e).__name__, e)
