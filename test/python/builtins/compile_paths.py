import pathlib, runpy, ast
class P:
    def __init__(self, v): self.v = v
    def __fspath__(self): return self.v
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: compile('1', pathlib.Path('x.py'), 'eval').co_filename); t(lambda: compile('1', P(b'y'), 'eval').co_filename); t(lambda: compile('1', P(3), 'eval')); t(lambda: compile('1', 3, 'eval')); t(lambda: compile('1', P('x'), 'q')); t(lambda: compile('1 +', P('x'), 'exec'))
ast_of = lambda *s: ast.fix_missing_locations(ast.Module(list(s), []))
case = lambda p: ast_of(ast.Match(ast.Constant(1), [ast.match_case(p, None, [ast.Pass()])]))
name = lambda n='x': ast.Name(n, ast.Load())
for p in (ast.MatchValue(name()), ast.MatchValue(ast.Constant(None)), ast.MatchOr([ast.MatchAs()]), ast.MatchMapping([name()], []), ast.MatchMapping([ast.Constant(None)], [ast.MatchAs()]), ast.MatchAs(ast.MatchAs(), None), ast.MatchClass(name(), [], ['a'], []), ast.MatchSequence([ast.MatchValue(ast.Constant('a')), ast.MatchStar(None)])):
    t(lambda: compile(case(p), '', 'exec') and 'ok')
t(lambda: compile(ast_of(ast.Delete([None])), '', 'exec')); t(lambda: compile(ast_of(None), '', 'exec')); t(lambda: compile(ast_of(ast.If(name(), [None], [])), '', 'exec')); t(lambda: compile(ast_of(ast.Expr(ast.Dict([None], [name()]))), '', 'exec') and 'ok')
import array; t(lambda: array.array('u', [1]))
