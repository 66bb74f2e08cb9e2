import ast
t=compile('x=1','f','exec',ast.PyCF_ONLY_AST); print(type(t).__name__)
print(type(compile('x','f','eval',ast.PyCF_ONLY_AST)).__name__)
c=compile('await f()','f','eval',ast.PyCF_ALLOW_TOP_LEVEL_AWAIT); print(bool(c.co_flags & 128))
import __future__
c=compile('def f(a: undefined_name): pass','f','exec',__future__.annotations.compiler_flag); ns={}; exec(c,ns); print(ns['f'].__annotations__)
c=compile('assert 0, 1','f','exec',optimize=1); exec(c); print('no assert')
c=compile('"""doc"""','f','exec',optimize=2); print(c.co_consts)
for a in ((1,'f','exec'),('x','f','what'),('x=','f','exec'),('x=1','f','eval'),('a;b','f','single'),(b'x\x00','f','exec')):
    try: compile(*a); print('ok',a)
    except Exception as e: print(type(e).__name__, e)
try: compile('x','f','exec',1<<30)
except ValueError as e: print(e)
try: compile('x','f','exec',optimize=7)
except ValueError as e: print(e)
