/** try statements. */
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import type { Codegen } from './codegen.js';
import { visitExpr } from './expression.js';
import { visitBody } from './statement.js';
import { Block } from './unit.js';

export function tryStatement(c: Codegen, s: ast.Try): void {
  if (s.finalbody.length > 0) withFinally(c, s.finalbody, () => (s.handlers.length > 0 ? tryExcept(c, s) : visitBody(c, s.body)));
  else tryExcept(c, s);
}

function withFinally(c: Codegen, finalbody: readonly ast.StmtNode[], inner: () => void): void {
  const body = new Block();
  const end = new Block();
  c.jump(Op.SETUP_FINALLY, end);
  c.use(body);
  c.pushBlock('finally-try', body);
  inner();
  c.loc = null;
  c.emit(Op.POP_BLOCK);
  c.popBlock();
  c.loadConst(null);
  c.use(end);
  c.pushBlock('finally-end', end);
  visitBody(c, finalbody);
  c.loc = null;
  c.emit(Op.END_FINALLY);
  c.popBlock();
}

function tryExcept(c: Codegen, s: ast.Try): void {
  const body = new Block();
  const orelse = new Block();
  const end = new Block();
  let next = new Block();
  c.jump(Op.SETUP_EXCEPT, next);
  c.use(body);
  c.pushBlock('except', body);
  visitBody(c, s.body);
  c.loc = null;
  c.emit(Op.POP_BLOCK);
  c.popBlock();
  c.jump(Op.JUMP_FORWARD, orelse);
  c.use(next);
  for (const [i, h] of s.handlers.entries()) {
    c.loc = h;
    if (h.type === null && i < s.handlers.length - 1) throw c.error("default 'except:' must be last", h);
    c.startLine(h.lineno);
    next = new Block();
    if (h.type !== null) {
      c.emit(Op.DUP_TOP);
      visitExpr(c, h.type);
      c.emit(Op.COMPARE_OP, 10);
      c.jump(Op.POP_JUMP_IF_FALSE, next);
    }
    c.emit(Op.POP_TOP);
    handlerBody(c, h);
    c.loc = null;
    c.jump(Op.JUMP_FORWARD, end);
    c.use(next);
  }
  c.emit(Op.END_FINALLY);
  c.use(orelse);
  visitBody(c, s.orelse);
  c.use(end);
}

/** A named exception is deleted at the end, however the handler is left: it would keep its frame alive. */
function handlerBody(c: Codegen, h: ast.ExceptHandler): void {
  const body = new Block();
  if (h.name === null) {
    c.emit(Op.POP_TOP);
    c.emit(Op.POP_TOP);
    c.use(body);
    c.pushBlock('finally-try', body);
    visitBody(c, h.body);
    c.loc = null;
    c.emit(Op.POP_EXCEPT);
    c.popBlock();
    return;
  }
  const cleanup = new Block();
  c.storeName(h.name);
  c.emit(Op.POP_TOP);
  c.jump(Op.SETUP_FINALLY, cleanup);
  c.use(body);
  c.pushBlock('finally-try', body);
  visitBody(c, h.body);
  c.loc = null;
  c.emit(Op.POP_BLOCK);
  c.emit(Op.POP_EXCEPT);
  c.popBlock();
  c.loadConst(null);
  c.use(cleanup);
  c.pushBlock('finally-end', cleanup);
  clearName(c, h.name);
  c.emit(Op.END_FINALLY);
  c.popBlock();
}

function clearName(c: Codegen, name: string): void {
  c.loadConst(null);
  c.storeName(name);
  c.deleteName(name);
}

/** `except*`: every clause takes its part of the group; what is left or newly raised goes on. */
export function tryStar(c: Codegen, s: ast.TryStar): void {
  if (s.finalbody.length > 0) withFinally(c, s.finalbody, () => exceptStar(c, s));
  else exceptStar(c, s);
}

function exceptStar(c: Codegen, s: ast.TryStar): void {
  const body = new Block();
  const handlers = new Block();
  const orelse = new Block();
  const end = new Block();
  const again = new Block();
  c.jump(Op.SETUP_EXCEPT, handlers);
  c.use(body);
  c.pushBlock('except', body);
  visitBody(c, s.body);
  c.loc = null;
  c.emit(Op.POP_BLOCK);
  c.popBlock();
  c.jump(Op.JUMP_FORWARD, orelse);
  c.use(handlers);
  c.loc = null;
  // tb value type -> orig list rest
  c.emit(Op.POP_TOP);
  c.emit(Op.ROT_TWO);
  c.emit(Op.POP_TOP);
  c.emit(Op.DUP_TOP);
  c.emit(Op.BUILD_LIST, 0);
  c.emit(Op.ROT_TWO);
  for (const h of s.handlers) starClause(c, h);
  c.loc = null;
  c.emit(Op.LIST_APPEND, 1);
  c.emit(Op.PREP_RERAISE_STAR);
  c.emit(Op.DUP_TOP);
  c.loadConst(null);
  c.emit(Op.COMPARE_OP, 8);
  c.jump(Op.POP_JUMP_IF_FALSE, again);
  c.emit(Op.POP_TOP);
  c.emit(Op.POP_EXCEPT);
  c.jump(Op.JUMP_FORWARD, end);
  c.use(again);
  c.emit(Op.RERAISE);
  c.use(orelse);
  visitBody(c, s.orelse);
  c.use(end);
}

function starClause(c: Codegen, h: ast.ExceptHandler): void {
  const noMatch = new Block();
  const body = new Block();
  const raised = new Block();
  const next = new Block();
  c.startLine(h.lineno);
  c.loc = h;
  if (h.type === null) throw c.error("expected one or more exception types", h);
  visitExpr(c, h.type);
  c.emit(Op.CHECK_EG_MATCH);
  c.emit(Op.DUP_TOP);
  c.loadConst(null);
  c.emit(Op.COMPARE_OP, 8);
  c.jump(Op.POP_JUMP_IF_TRUE, noMatch);
  if (h.name !== null) c.storeName(h.name);
  else c.emit(Op.POP_TOP);
  c.jump(Op.SETUP_EXCEPT, raised);
  c.use(body);
  c.pushBlock('except-star', body);
  visitBody(c, h.body);
  c.loc = null;
  c.emit(Op.POP_BLOCK);
  c.popBlock();
  if (h.name !== null) clearName(c, h.name);
  c.jump(Op.JUMP_FORWARD, next);
  c.use(raised);
  c.loc = h;
  c.emit(Op.POP_TOP);
  c.emit(Op.ROT_TWO);
  c.emit(Op.POP_TOP);
  // Below the exception: the three values of its handler block, rest, list.
  c.emit(Op.LIST_APPEND, 5);
  c.emit(Op.POP_EXCEPT);
  if (h.name !== null) clearName(c, h.name);
  c.jump(Op.JUMP_FORWARD, next);
  c.use(noMatch);
  c.emit(Op.POP_TOP);
  c.use(next);
}
