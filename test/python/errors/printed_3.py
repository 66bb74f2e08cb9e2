"""Tracebacks as text: chains, groups, notes, recursion, anchors under every kind of expression."""
import traceback, sys
def show(src, name='f.py'):
    import linecache
    linecache.cache[name] = (len(src), None, src.splitlines(True), name)
    try: exec(compile(src, name, 'exec'), {'__name__': 'm'})
    except BaseException as e:
        print(''.join(traceback.format_exception(type(e), e, e.__traceback__.tb_next)), end='')
for src in ['def f(n):\n    if n: return g(n - 1)\n    raise KeyError(n)\ndef g(n): return f(n)\nf(4)', 'raise ExceptionGroup("eg", [ValueError(1), TypeError("t")])', 'raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [KeyError("k"), OSError(2, "No")])])', 'try:\n    raise ExceptionGroup("a", [ValueError(1)])\nexcept* TypeError: pass', 'try:\n    raise ExceptionGroup("a", [ValueError(1), TypeError(2)])\nexcept* ValueError as e:\n    raise KeyError("new")', 'raise SyntaxError("msg", ("file", 3, 5, "some text", 3, 8))', 'raise SyntaxError("msg", ("file", 3, 5, "    some text"))', 'raise SyntaxError("just msg")', 'raise SystemExit("x")', 'raise KeyboardInterrupt', 'class E(Exception):\n    def __str__(self): raise ValueError\nraise E', 'class E(Exception):\n    def __str__(self): return ""\nraise E', 'class E(Exception):\n    __module__ = "mod"\nraise E("x")', 'class O:\n    class E(Exception): pass\nraise O.E("nested")', 'x = (1 +\n     2 +\n     "a")', 'x = foo(1,\n        bar(2),\n        baz)', 'x = {\n  "a": 1,\n  "b": [1, 2,\n        3][9],\n}', 'def f():\n    yield 1\n    1/0\nlist(f())', 'async def f(): 1/0\nf().send(None)', 'match 5:\n    case x if x / 0: pass', 'match 5:\n    case int(a, b): pass', 'while 1/0: pass', 'if foo: pass', 'x = foo if 1 else bar', 'x: foo = 1', 'return_ = 5\nreturn_.x', 'exec("1/0")', 'eval("1/0")', 'sorted([1, "a"])']:
    print('##', src.replace('\n', '\\n')); show(src)
