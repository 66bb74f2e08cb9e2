/** What CPython calls an expression in messages, and which part of a target is none. */
import type { PegNode } from './peg.js';

const NAMES: Readonly<Record<string, string>> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
  Slice: 'slice',
};

/** CPython's name for a kind of expression. */
export function expressionName(node: PegNode): string {
  if (node.type === 'Keyword') {
    const image = node.kids[0] as string;
    return image === '...' ? 'ellipsis' : image;
  }
  return NAMES[node.type] ?? 'literal';
}

export type TargetKind = 'star' | 'del' | 'for';

/** The first part of `node` that cannot be a target, or null. */
export function invalidTarget(node: PegNode, kind: TargetKind): PegNode | null {
  switch (node.type) {
    case 'List':
    case 'Tuple':
      for (const elt of node.kids as PegNode[]) {
        const bad = invalidTarget(elt, kind);
        if (bad !== null) return bad;
      }
      return null;
    case 'Starred':
      return kind === 'del' ? node : invalidTarget(node.kids[0] as PegNode, kind);
    case 'Compare':
      // `for f() in x` was read as a comparison.
      if (kind === 'for') return node.kids[1] === 'in' ? invalidTarget(node.kids[0] as PegNode, kind) : null;
      return node;
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null;
    default:
      return node;
  }
}
