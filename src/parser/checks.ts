/** Rules about nodes that a grammar of tokens does not express: what may be assigned to, deleted. */
import type { ExprContext, ExprNode } from './ast.js';

/**
 * Turns an expression into a target, recursively; false if it is none. Nesting is bounded by the
 * 200 brackets a program may have open.
 */
export function setContext(node: ExprNode, ctx: ExprContext): boolean {
  switch (node._type) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      node.ctx = ctx;
      return true;
    case 'Tuple':
    case 'List':
      node.ctx = ctx;
      for (const elt of node.elts) {
        if (!setContext(elt, ctx)) return false;
      }
      return true;
    case 'Starred':
      if (ctx === 'Del' || node.value._type === 'Starred') return false;
      node.ctx = ctx;
      return setContext(node.value, ctx);
    default:
      return false;
  }
}
