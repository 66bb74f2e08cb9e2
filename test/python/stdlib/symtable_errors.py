import symtable
for src in ("def f(x): global x", "def f():\n  nonlocal y", "x=1\ndef f():\n  print(x); global x", "class A:\n def f(self):\n  nonlocal z\n", "def f(a,a): pass", "return 1", "yield 1", "def f(:", "def f(x):\n  nonlocal x", "def f():\n  x: int\n  global x", "def f():\n  global x\n  x: int", "[x := 1 for x in y]","class A:\n [x := 1 for i in y]", "def f():\n import x.y\n nonlocal x", "from __future__ import foo", "def f():\n from x import *"):
    try: print(symtable.symtable(src, 'n', 'exec'))
    except SyntaxError as e: print(e, e.lineno, e.offset, e.end_lineno, e.end_offset, e.filename, e.text)
for a in ((), (1,), ('x','n','foo'), (b'x','n','eval'), ('x',1,'exec'), (None,'a','exec'), ('x\0','a','exec')):
    try: print(symtable.symtable(*a))
    except Exception as e: print(type(e), e)
