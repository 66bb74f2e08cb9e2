"""Tracebacks as text: chains, groups, notes, recursion, anchors under every kind of expression."""
import traceback, sys
def show(src, name='f.py'):
    import linecache
    linecache.cache[name] = (len(src), None, src.splitlines(True), name)
    try: exec(compile(src, name, 'exec'), {'__name__': 'm'})
    except BaseException as e:
        print(''.join(traceback.format_exception(type(e), e, e.__traceback__.tb_next)), end='')
for src in ['1 + "a"', 'x = [1][5]', 'x = {}["a"]["b"]', 'a = None\na.b.c.d', 'a = 5\na(1)(2)', 'f = lambda: 1/0\nf()', 'x = 1\nx.foo(\n  1,\n  2)', 'print(1, 2, foo, 3)', '[1, 2, 3 + None]', '{"a": 1, "b": 1 / 0}', 'x = (1 if 1/0 else 2)', 'assert 1 == 2, "msg"', 'assert (1, 2) == 3', 'raise ValueError', 'raise ValueError("multi\\nline")', 'raise KeyError("k")', 'for i in 5: pass', 'for i in [1]:\n    1/0', 'with 5: pass', 'with open("/nope/x") as f: pass', 'del x', 'del [1][5]', 'import nope', 'from . import x', '-"a"', 'not_defined', 'x = ~1.5', '1 < "a"', '1 < 2 < "a"']:
    print('##', src.replace('\n', '\\n')); show(src)
