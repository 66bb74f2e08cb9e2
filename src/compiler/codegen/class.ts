/** Class statements. */
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import { callWithArguments } from './call.js';
import type { Codegen } from './codegen.js';
import { visitExpr } from './expression.js';
import { applyDecorators, makeClosure } from './function.js';
import { moduleBody } from './statement.js';

export function classDef(c: Codegen, s: ast.ClassDef): void {
  const loc = c.loc;
  for (const d of s.decorator_list) visitExpr(c, d);
  const first = s.decorator_list[0];
  const firstline = first === undefined ? s.lineno : first.lineno;
  const start = { lineno: firstline, end_lineno: firstline, col_offset: 0, end_col_offset: 0 };
  const unit = c.enterScope('class', s.name, s, firstline, start);
  unit.private_ = s.name;
  c.loadName('__name__');
  c.storeName('__module__');
  c.loadConst(unit.qualname);
  c.storeName('__qualname__');
  moduleBody(c, s.body);
  c.loc = null;
  if (unit.scope.needsClassClosure) c.emit(Op.LOAD_CLOSURE, unit.cellvars.get('__class__') ?? 0);
  else c.loadConst(null);
  c.emit(Op.RETURN_VALUE);
  const code = c.leaveScope(true, 0, loc);
  c.emit(Op.LOAD_BUILD_CLASS);
  makeClosure(c, code, 0, code.name);
  c.loadConst(s.name);
  callWithArguments(c, 2, s.bases, s.keywords, null);
  applyDecorators(c, s.decorator_list);
  c.loc = loc;
  c.storeName(s.name);
}
