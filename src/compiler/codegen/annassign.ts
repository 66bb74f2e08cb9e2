/** Annotated assignment (PEP 526). */
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import type { Codegen } from './codegen.js';
import { visitExpr } from './expression.js';
import { annotationValue } from './function.js';

/** Whether a body annotates a name outside nested scopes: it then needs `__annotations__`. */
export function findsAnnotation(body: readonly ast.StmtNode[]): boolean {
  const todo: (readonly ast.StmtNode[])[] = [body];
  for (let list = todo.pop(); list !== undefined; list = todo.pop()) {
    for (const s of list) {
      switch (s._type) {
        case 'AnnAssign':
          return true;
        case 'For':
        case 'AsyncFor':
        case 'While':
        case 'If':
          todo.push(s.body, s.orelse);
          break;
        case 'With':
        case 'AsyncWith':
          todo.push(s.body);
          break;
        case 'Match':
          for (const k of s.cases) todo.push(k.body);
          break;
        case 'Try':
        case 'TryStar':
          todo.push(s.body, s.orelse, s.finalbody);
          for (const h of s.handlers) todo.push(h.body);
          break;
        default:
          break;
      }
    }
  }
  return false;
}

export function annAssign(c: Codegen, s: ast.AnnAssign): void {
  const { target } = s;
  if (s.value !== null) {
    visitExpr(c, s.value);
    visitExpr(c, target);
  }
  const evaluated = c.unit.scope.type === 'module' || c.unit.scope.type === 'class';
  switch (target._type) {
    case 'Name':
      c.forbidDebug(target.id, 'Store', target);
      if (s.simple !== 0 && evaluated) {
        annotationValue(c, s.annotation);
        c.emit(Op.LOAD_NAME, c.unit.nameIndex('__annotations__'));
        c.loadConst(c.mangle(target.id));
        c.emit(Op.STORE_SUBSCR);
        return;
      }
      break;
    case 'Attribute':
      c.forbidDebug(target.attr, 'Store', target);
      if (s.value === null) drop(c, target.value);
      break;
    case 'Subscript':
      if (s.value === null) {
        drop(c, target.value);
        dropIndex(c, target.slice);
      }
      break;
    default:
      throw c.error(`invalid node type (${target._type}) for annotated assignment`, target);
  }
  if (evaluated && !c.futureAnnotations) drop(c, s.annotation);
}

/** Evaluated for its effects only. */
function drop(c: Codegen, e: ast.ExprNode): void {
  visitExpr(c, e);
  c.emit(Op.POP_TOP);
}

function dropIndex(c: Codegen, e: ast.ExprNode): void {
  if (e._type === 'Slice') {
    if (e.lower !== null) drop(c, e.lower);
    if (e.upper !== null) drop(c, e.upper);
    if (e.step !== null) drop(c, e.step);
  } else if (e._type === 'Tuple' && !e.elts.some((d) => d._type === 'Starred')) {
    for (const d of e.elts) dropIndex(c, d);
  } else {
    drop(c, e);
  }
}
