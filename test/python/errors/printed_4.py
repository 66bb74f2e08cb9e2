"""Tracebacks as text: chains, groups, notes, recursion, anchors under every kind of expression."""
import traceback, sys
def show(src, name='f.py'):
    import linecache
    linecache.cache[name] = (len(src), None, src.splitlines(True), name)
    try: exec(compile(src, name, 'exec'), {'__name__': 'm'})
    except BaseException as e:
        print(''.join(traceback.format_exception(type(e), e, e.__traceback__.tb_next)), end='')
for src in ['max(1, "a")', 'sum(["a"])', '"abc".foo', '[].push(1)', 'import collections\ncollections.namdtuple', 'foo = 1\nprint(fooo)', 'class A: blech = 1\nA().bluch', 'def f():\n    value = 1\n    return vlaue\nf()', '"a" + 1 if True else 2', 'x = 1; y = x / 0; z = 3', '(lambda: 1/0)()', '    \n\n1/0  # comment', 'a = [1, 2]\na[0][1][2]', 'a = {"x": {"y": None}}\na["x"]["y"]["z"]', 'x = 3\nx @ 4', 'x = 3\nx //= 0', '2 ** "a"', 'divmod(1, 0)', 'int("x")', 'a = b = c = 1 / 0', 'x = not (1/0)', 'x = 1 and 1/0 or 2', 'print(f"{1:{1/0}}")', 'global_x.y[1](2)', 'x = (yield_ := 1/0)', '[x for x in 5]', '[x for x in [1] if x/0]']:
    print('##', src.replace('\n', '\\n')); show(src)
