import ast
t = ast.parse("def f(a, *b, c=1, **d):\n    x = [i for i in a if i]\n    return f'{x!r:>{c}}' + 'é'\n")
print(ast.dump(t, indent=1))
print(ast.unparse(t))
print(ast.dump(ast.parse('1+1', mode='eval'), include_attributes=True))
e = ast.Expression(ast.BinOp(ast.Constant(2), ast.Add(), ast.Constant(3)))
try: compile(e,'x','eval')
except Exception as x: print(type(x), x)
ast.fix_missing_locations(e)
print(eval(compile(e,'x','eval')))
print(ast.literal_eval("{'a': [1, 2.5, (3, None)], b'x': -1+2j}"))
class V(ast.NodeVisitor):
    def visit_Name(self, n): print(n.id, n.ctx)
class R(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value*2), n)
m = ast.parse('print(3 * 4)')
exec(compile(R().visit(m), '<m>', 'exec'))
print(ast.Name.__doc__, ast.expr.__doc__[:80], ast.Name._fields, ast.Name.__match_args__, ast.Name._attributes)
print(ast.get_docstring(ast.parse('"""hi\n   there"""')))
print(ast.walk(m).__next__().__class__)
try: ast.parse('1 +')
except SyntaxError as e: print(e, e.lineno, e.offset)
print(isinstance(ast.Constant(1), ast.Num), ast.Constant(1).n)
for bad in (lambda: ast.Name(1, 2, 3), lambda: ast.Name('a', id='b'), lambda: compile(ast.Module([1], []), 'x', 'exec'), lambda: compile(ast.Module(body=[]), 'x', 'exec'),
            lambda: compile(ast.fix_missing_locations(ast.Expression(ast.BoolOp(ast.And(), [ast.Constant(1)]))), 'x', 'eval'),
            lambda: compile(ast.fix_missing_locations(ast.Expression(ast.Constant([]))), 'x', 'eval'),
            lambda: compile(ast.fix_missing_locations(ast.Module([ast.Expr(ast.Name('x', ast.Store()))], [])), 'x', 'exec'),
            lambda: compile(ast.parse('1'), 'x', 'eval')):
    try:
        bad()
    except Exception as x:
        print(type(x).__name__, x)
