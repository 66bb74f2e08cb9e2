"""Rewrites Python source with ast: folds constants, renames, counts."""
import ast
from collections import Counter

SOURCE = '''
def area(r):
    """Area of a circle."""
    unused = 2 * 3 + 4
    return 3.14159 * r ** 2 if r > 0 else -(1 + 1)

print(area(2), [area(x) for x in range(3)])
'''


class Fold(ast.NodeTransformer):
    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant):
            return ast.copy_location(ast.Constant(eval(compile(ast.Expression(node), '', 'eval'))), node)
        return node


class Rename(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(ast.Name('surface' if node.id == 'area' else node.id, node.ctx), node)

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        node.name = 'surface'
        return node


tree = ast.parse(SOURCE)
print(sorted(Counter(type(n).__name__ for n in ast.walk(tree)).items()))
tree = ast.fix_missing_locations(Rename().visit(Fold().visit(tree)))
print(ast.unparse(tree))
exec(compile(tree, '<rewritten>', 'exec'))
print(ast.get_docstring(tree.body[0]), ast.literal_eval('[1, (2, {"a": None})]'), ast.dump(ast.parse('x: int = 1').body[0]))
