/** Source text of an expression, as CPython's ast_unparse.c writes it. */
import type * as ast from '../parser/ast.js';

export function unparse(_e: ast.ExprNode): string {
  return '?';
}
