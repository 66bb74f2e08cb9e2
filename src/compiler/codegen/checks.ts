/** SyntaxWarnings about expressions that cannot be meant. */
import { ConstBytes, ConstComplex, ConstEllipsis, ConstFloat, ConstStr, ConstTuple, type ConstValue } from '../../bytecode/consts.js';
import type * as ast from '../../parser/ast.js';
import { constTruth, foldBinary, foldUnary } from '../fold.js';
import type { Codegen } from './codegen.js';
import { binaryOps, unaryOps } from './expression.js';

/** Name of the type an expression certainly has, or null. */
function typeName(e: ast.ExprNode): string | null {
  switch (e._type) {
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    case 'Constant':
      return constTypeName(e.value);
    default:
      return null;
  }
}

export function constTypeName(v: ConstValue): string {
  if (v === null) return 'NoneType';
  if (typeof v === 'boolean') return 'bool';
  if (typeof v === 'number' || typeof v === 'bigint') return 'int';
  if (typeof v === 'string' || v instanceof ConstStr) return 'str';
  if (v instanceof ConstFloat) return 'float';
  if (v instanceof ConstComplex) return 'complex';
  if (v instanceof ConstBytes) return 'bytes';
  if (v instanceof ConstTuple) return 'tuple';
  if (v instanceof ConstEllipsis) return 'ellipsis';
  return 'frozenset';
}

const uncallable = new Set<ast.ExprNode['_type']>([
  'Constant', 'Tuple', 'List', 'ListComp', 'Dict', 'DictComp', 'Set', 'SetComp', 'GeneratorExp', 'JoinedStr', 'FormattedValue',
]);

export function checkCaller(c: Codegen, func: ast.ExprNode): void {
  if (c.settings.warn === null || !uncallable.has(func._type)) return;
  c.warn(`'${typeName(func)}' object is not callable; perhaps you missed a comma?`, func);
}

export function checkSubscripter(c: Codegen, value: ast.ExprNode): void {
  if (c.settings.warn === null) return;
  switch (value._type) {
    case 'Constant': {
      const v = value.value;
      const fails = v === null || v instanceof ConstEllipsis || typeof v === 'boolean' || typeof v === 'number' || typeof v === 'bigint' ||
        v instanceof ConstFloat || v instanceof ConstComplex;
      if (!fails) return;
      break;
    }
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'Lambda':
      break;
    default:
      return;
  }
  c.warn(`'${typeName(value)}' object is not subscriptable; perhaps you missed a comma?`, value);
}

const indexed = new Set<ast.ExprNode['_type']>(['Tuple', 'List', 'ListComp', 'JoinedStr', 'FormattedValue']);

export function checkIndex(c: Codegen, value: ast.ExprNode, index: ast.ExprNode): void {
  if (c.settings.warn === null) return;
  const indexType = typeName(index);
  if (indexType === null || indexType === 'int' || indexType === 'bool' || index._type === 'Slice') return;
  if (value._type === 'Constant') {
    const v = value.value;
    if (!(typeof v === 'string' || v instanceof ConstStr || v instanceof ConstBytes || v instanceof ConstTuple)) return;
  } else if (!indexed.has(value._type)) {
    return;
  }
  c.warn(`${typeName(value)} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`, index);
}

/** How deep `constantOf` looks. */
const FOLD_DEPTH = 20;

/** Value of an expression that CPython folds before it looks for mistakes. */
export function constantOf(e: ast.ExprNode, depth = 0): ConstValue | undefined {
  if (e._type === 'Constant') return e.value;
  if (depth > FOLD_DEPTH) return undefined;
  if (e._type === 'Tuple') {
    const items: ConstValue[] = [];
    for (const elt of e.elts) {
      const v = constantOf(elt, depth + 1);
      if (v === undefined) return undefined;
      items.push(v);
    }
    return new ConstTuple(items);
  }
  if (e._type === 'UnaryOp') {
    const v = constantOf(e.operand, depth + 1);
    if (v === undefined) return undefined;
    return e.op === 'Not' ? !constTruth(v) : foldUnary(unaryOps[e.op], v);
  }
  if (e._type === 'BinOp') {
    const a = constantOf(e.left, depth + 1);
    const b = a === undefined ? undefined : constantOf(e.right, depth + 1);
    return a === undefined || b === undefined ? undefined : foldBinary(binaryOps[e.op], a, b);
  }
  return undefined;
}

/** `x is 1`: identity with a literal is an accident of the implementation. */
export function checkCompare(c: Codegen, e: ast.Compare): void {
  if (c.settings.warn === null) return;
  const isOdd = (v: ast.ExprNode): boolean => {
    const k = constantOf(v);
    return k !== undefined && !(k === null || typeof k === 'boolean' || k instanceof ConstEllipsis);
  };
  if (!e.ops.some((op) => op === 'Is' || op === 'IsNot')) return;
  let left = isOdd(e.left);
  for (let i = 0; i < e.ops.length; i++) {
    const op = e.ops[i];
    const right = isOdd(e.comparators[i] as ast.ExprNode);
    if ((op === 'Is' || op === 'IsNot') && (left || right)) {
      c.warn(op === 'Is' ? '"is" with a literal. Did you mean "=="?' : '"is not" with a literal. Did you mean "!="?', e);
    }
    left = right;
  }
}
