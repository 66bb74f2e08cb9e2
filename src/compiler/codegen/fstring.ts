/** f-strings. */
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import type { Codegen } from './codegen.js';
import { visitExpr } from './expression.js';

const conversions: Readonly<Record<number, number>> = { 115: 1, 114: 2, 97: 3 };

/** Pieces in order, then joined; a single piece is the value itself. */
export function joinedStr(c: Codegen, e: ast.JoinedStr): void {
  const outer = c.loc;
  for (const v of e.values) visitExpr(c, v);
  c.loc = outer;
  if (e.values.length === 0) c.loadConst('');
  else if (e.values.length > 1) c.emit(Op.BUILD_STRING, e.values.length);
}

/** One field: value, its format spec, FORMAT_VALUE. */
export function formattedValue(c: Codegen, e: ast.FormattedValue): void {
  visitExpr(c, e.value);
  let arg = conversions[e.conversion] ?? 0;
  if (e.format_spec !== null) {
    visitExpr(c, e.format_spec);
    arg |= 4;
  }
  c.emit(Op.FORMAT_VALUE, arg);
}
