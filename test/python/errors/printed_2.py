"""Tracebacks as text: chains, groups, notes, recursion, anchors under every kind of expression."""
import traceback, sys
def show(src, name='f.py'):
    import linecache
    linecache.cache[name] = (len(src), None, src.splitlines(True), name)
    try: exec(compile(src, name, 'exec'), {'__name__': 'm'})
    except BaseException as e:
        print(''.join(traceback.format_exception(type(e), e, e.__traceback__.tb_next)), end='')
for src in ['"a" in 5', 'a, b = 1', 'a, b = 1, 2, 3', '[*5]', 'print(*5)', 'print(**5)', 'f"{1/0}"', 'f"{x!r:>{10}}"', 'x = 1\nx[0]', 'x = 1\nx[0] = 1', 'x = 1\nx.y = 1', 'x = 1\nx += "a"', 'x = [1]\nx[0] += "a"', 'lambda: (yield)\nx = (lambda a: a)()', 'class A:\n    def f(self): return self.g()\n    def g(self): return self.h\nA().f()', 'class A:\n    x = 1/0', '@foo\ndef f(): pass', 'def f(a=1/0): pass', 'def f(a: 1/0): pass', 'class A(foo): pass', 'x = [i/0 for i in range(2)]', 'x = {i: i/0 for i in range(2)}', 'list(i/0 for i in range(2))', 'try:\n    1/0\nexcept ZeroDivisionError as e:\n    raise ValueError("v") from e', 'try:\n    1/0\nexcept ZeroDivisionError:\n    foo', 'try:\n    1/0\nexcept ZeroDivisionError:\n    raise ValueError("v") from None', 'try:\n    1/0\nfinally:\n    foo', 'try:\n    try:\n        1/0\n    except KeyError: pass\nexcept ZeroDivisionError as e:\n    e.add_note("note 1")\n    e.add_note("note\\n2")\n    raise', 'def f(n): return f(n - 1) if n else 1/0\nf(10)']:
    print('##', src.replace('\n', '\\n')); show(src)
