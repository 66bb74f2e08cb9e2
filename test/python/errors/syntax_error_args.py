# The symbol table's and the futures' errors have the message alone among their args; the attributes are there all the same.
for s in 'def f(a, a): pass', 'nonlocal x', 'def f(x): global x', 'def f():\n  x = 1\n  global x', 'def f():\n  nonlocal zz', 'from __future__ import nope', 'from __future__ import braces', \
        'x = 1\nfrom __future__ import annotations', '[y for x in (x := z)]', '[x := 1 for x in y]', 'class A: [x := 1 for y in z]', 'def f(): [(yield) for x in y]', 'def f(): from x import *', 'return 1', 'break', 'x = = 1', 'f() = 1', 'def f(): await x':
    try: compile(s, 'file', 'exec')
    except SyntaxError as e: print(repr(s), e.args, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text, str(e))
    else: print(repr(s), 'ok')
