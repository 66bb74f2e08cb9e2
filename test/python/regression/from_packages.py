# What programs of others met: a pickler's own `dispatch`, positions beyond a Py_ssize_t in re, white space behind a line in a traceback.
import io
import os
import pickle
import re
import shutil
import sys
import tempfile
import types


class Pickler(pickle.Pickler):
    # Not what pickle.py calls so.
    dispatch = types.MappingProxyType({types.FunctionType: lambda f: (str, ('never',))})

    def reducer_override(self, o):
        if isinstance(o, types.FunctionType) and o.__name__ == '<lambda>':
            return named, (o.__code__.co_name,)
        return NotImplemented


def named(name):
    return 'the function ' + name


out = io.BytesIO()
Pickler(out).dump([lambda: 1, named, {1: (2, lambda: 3)}])
print(pickle.loads(out.getvalue())[::2], pickle.loads(out.getvalue())[1] is named)

a = re.compile('a')
for call in (lambda: a.match('a', 2 ** 63), lambda: a.search('a', -2 ** 64), lambda: a.findall('a', 0, 2 ** 63), lambda: a.sub('b', 'a', 2 ** 63), lambda: a.split('a', 2 ** 63),
             lambda: a.match('a', -2 ** 62), lambda: a.match('a', 0, 2 ** 63 - 1), lambda: a.sub('b', 'aa', 2 ** 62), lambda: a.match('a', 1.5)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

where = tempfile.mkdtemp()
try:
    with open(os.path.join(where, 'spaces_behind.py'), 'w') as f:
        f.write('def fails(n):\n    if n:\n        fails(n - 1)   \n    return [  \n        1 / n  ]\t  # behind  \n')
    sys.path.insert(0, where)
    import spaces_behind
    stderr = sys.stderr
    sys.stderr = io.StringIO()
    try:
        spaces_behind.fails(1)
    except ZeroDivisionError as e:
        e.__traceback__ = e.__traceback__.tb_next
        sys.excepthook(type(e), e, e.__traceback__)
    text, sys.stderr = sys.stderr.getvalue(), stderr
    print([line for line in text.split('\n') if 'File' not in line])
finally:
    shutil.rmtree(where)
