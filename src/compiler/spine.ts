/**
 * Left spines. `a + b + c ...`, `a.b().c[0]`, `not not x` nest as deep as they are long, but what is
 * evaluated first is always the leftmost leaf; passes therefore walk down to the leaf in a loop and
 * come back up in a loop, and use no JavaScript stack for it.
 */
import type { ExprNode } from '../parser/ast.js';

/** The part of an expression that is evaluated before anything else of it, if it has such a part. */
export function firstOperand(e: ExprNode): ExprNode | null {
  switch (e._type) {
    case 'BinOp':
    case 'Compare':
      return e.left;
    case 'BoolOp':
      return e.values[0] ?? null;
    case 'UnaryOp':
      return e.operand;
    case 'Attribute':
    case 'Subscript':
    case 'Await':
    case 'YieldFrom':
    case 'NamedExpr':
      return e.value;
    case 'Yield':
      return e.value;
    case 'Call':
      return e.func;
    case 'IfExp':
      return e.test;
    default:
      return null;
  }
}
