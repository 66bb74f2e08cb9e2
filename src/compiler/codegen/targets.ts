/** Assignment targets that are sequences, and augmented assignment. */
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import type { Codegen } from './codegen.js';
import { attributeLoc, index, line35, visitExpr } from './expression.js';

const inplaceOps: Readonly<Record<ast.Operator, Op>> = {
  Add: Op.INPLACE_ADD,
  Sub: Op.INPLACE_SUBTRACT,
  Mult: Op.INPLACE_MULTIPLY,
  MatMult: Op.INPLACE_MATRIX_MULTIPLY,
  Div: Op.INPLACE_TRUE_DIVIDE,
  Mod: Op.INPLACE_MODULO,
  Pow: Op.INPLACE_POWER,
  LShift: Op.INPLACE_LSHIFT,
  RShift: Op.INPLACE_RSHIFT,
  BitOr: Op.INPLACE_OR,
  BitXor: Op.INPLACE_XOR,
  BitAnd: Op.INPLACE_AND,
  FloorDiv: Op.INPLACE_FLOOR_DIVIDE,
};

/** `a, *b, c = ...`: unpacks, then stores from left to right. */
export function assignSequence(c: Codegen, e: ast.Tuple | ast.List): void {
  unpackFor(c, e.elts);
  for (const t of e.elts) visitExpr(c, t._type === 'Starred' ? t.value : t);
}

function unpackFor(c: Codegen, elts: readonly ast.ExprNode[]): void {
  let star = -1;
  for (let i = 0; i < elts.length; i++) {
    if (elts[i]?._type !== 'Starred') continue;
    if (star >= 0) throw c.error('multiple starred expressions in assignment');
    star = i;
    if (i >= 256 || elts.length - i - 1 >= 0x7fffff) throw c.error('too many expressions in star-unpacking assignment');
  }
  if (star < 0) c.emit(Op.UNPACK_SEQUENCE, elts.length);
  else c.emit(Op.UNPACK_EX, star + ((elts.length - star - 1) << 8));
}

export function augAssign(c: Codegen, s: ast.AugAssign): void {
  const t = s.target;
  const stmt = c.loc;
  switch (t._type) {
    case 'Name':
      c.raiseLine(line35(t));
      c.loc = t;
      c.loadName(t.id);
      break;
    case 'Attribute':
      c.raiseLine(line35(t));
      visitExpr(c, t.value);
      c.loc = t;
      c.emit(Op.DUP_TOP);
      attributeLoc(c, t);
      c.emitName(Op.LOAD_ATTR, t.attr);
      break;
    case 'Subscript':
      c.raiseLine(line35(t));
      visitExpr(c, t.value);
      c.loc = t;
      index(c, t.slice);
      c.emit(Op.DUP_TOP_TWO);
      c.emit(Op.BINARY_SUBSCR);
      break;
    default:
      throw c.error(`invalid node type (${t._type}) for augmented assignment`, t);
  }
  c.loc = stmt;
  visitExpr(c, s.value);
  c.emit(inplaceOps[s.op]);
  c.loc = t;
  switch (t._type) {
    case 'Name':
      c.storeName(t.id);
      break;
    case 'Attribute':
      attributeLoc(c, t);
      c.emit(Op.ROT_TWO);
      c.forbidDebug(t.attr, 'Store', t);
      c.emitName(Op.STORE_ATTR, t.attr);
      break;
    case 'Subscript':
      c.emit(Op.ROT_THREE);
      c.emit(Op.STORE_SUBSCR);
      break;
  }
  c.loc = stmt;
}
