# An open bracket is no reason to wait for more where what stands in it is wrong already.
from codeop import compile_command

for text in ('f(1', 'f(1 2', 'f(1,', 'def g(:', 'def g(a', 'def g(a b', 'def g(a,', 'class C(:', 'class C(', '[1\n', '[1\n2', '[1,\n2', '{1: 2', '{1: 2 3', '{1: 2,',
             'x = (a b\n', 'x = (a +', 'x = (a + )', 'with (a b', 'with (a as b,', 'from m import (a b', 'from m import (a,', 'a[1 2', 'a[1:', 'if 1:\n  f(1 2',
             'if 1:\n  f(1,', '@d(a b', '@d(a', 'try:\n  1\nexcept (A B', 'try:\n  1\nexcept (A,', '(]', '(', '"""a', '"a', 'assert (a b', 'assert (a'):
    for end in ('', '\n'):
        try:
            print(repr(text + end), compile_command(text + end))
        except SyntaxError as e:
            print(repr(text + end), type(e).__name__, e.msg, e.lineno, e.offset)
