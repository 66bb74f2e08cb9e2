/** `async for`, `async with`, and what asynchronous comprehensions share with them. */
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import type { Codegen } from './codegen.js';
import { awaitValue, visitExpr } from './expression.js';
import { visitBody } from './statement.js';
import { Block } from './unit.js';

/** Whether `await` is allowed outside functions (a compile flag of 3.8; not offered yet). */
export function awaitTop(_c: Codegen): boolean {
  return false;
}

/** The async iterator of the iterable on the stack. */
export function asyncIterator(c: Codegen): void {
  c.emit(Op.GET_AITER);
  c.loadConst(null);
  c.emit(Op.YIELD_FROM);
}

/**
 * One step of an `async for`: awaits the next item and stores it, or goes to `exhausted` when there
 * is none. `inLoop`: a SETUP_LOOP block is to be popped on that way.
 */
export function asyncNext(c: Codegen, target: ast.ExprNode, start: Block, exhausted: Block, inLoop: boolean): void {
  const handler = new Block();
  const cleanup = new Block();
  const body = new Block();
  c.jump(Op.SETUP_EXCEPT, handler);
  c.pushBlock('except', start);
  c.emit(Op.GET_ANEXT);
  c.loadConst(null);
  c.emit(Op.YIELD_FROM);
  visitExpr(c, target);
  c.emit(Op.POP_BLOCK);
  c.popBlock();
  c.jump(Op.JUMP_FORWARD, body);
  c.use(handler);
  c.emit(Op.DUP_TOP);
  c.emit(Op.LOAD_GLOBAL, c.unit.nameIndex('StopAsyncIteration'));
  c.emit(Op.COMPARE_OP, 10);
  c.jump(Op.POP_JUMP_IF_FALSE, cleanup);
  c.emit(Op.POP_TOP);
  c.emit(Op.POP_TOP);
  c.emit(Op.POP_TOP);
  c.emit(Op.POP_EXCEPT);
  if (inLoop) c.emit(Op.POP_BLOCK);
  c.jump(Op.JUMP_ABSOLUTE, exhausted);
  c.use(cleanup);
  c.emit(Op.END_FINALLY);
  c.use(body);
}

export function asyncFor(c: Codegen, s: ast.AsyncFor): void {
  if (c.unit.kind !== 'async') throw c.error("'async for' outside async function", s);
  const start = new Block();
  const end = new Block();
  const afterLoop = new Block();
  const orelse = new Block();
  c.jump(Op.SETUP_LOOP, afterLoop);
  c.pushBlock('loop', start);
  visitExpr(c, s.iter);
  asyncIterator(c);
  c.use(start);
  asyncNext(c, s.target, start, orelse, true);
  visitBody(c, s.body);
  c.loc = null;
  c.jump(Op.JUMP_ABSOLUTE, start);
  c.emit(Op.POP_BLOCK);
  c.popBlock();
  c.use(afterLoop);
  c.jump(Op.JUMP_ABSOLUTE, end);
  c.use(orelse);
  visitBody(c, s.orelse);
  c.use(end);
}

export function asyncWith(c: Codegen, s: ast.AsyncWith, pos: number): void {
  if (c.unit.kind !== 'async') throw c.error("'async with' outside async function", s);
  const item = s.items[pos] as ast.Withitem;
  const body = new Block();
  const final = new Block();
  visitExpr(c, item.context_expr);
  c.loc = withLoc(s, item);
  c.emit(Op.BEFORE_ASYNC_WITH);
  awaitValue(c);
  c.jump(Op.SETUP_ASYNC_WITH, final);
  c.use(body);
  c.pushBlock('finally-try', body);
  if (item.optional_vars !== null) visitExpr(c, item.optional_vars);
  else c.emit(Op.POP_TOP);
  if (pos + 1 === s.items.length) visitBody(c, s.body);
  else asyncWith(c, s, pos + 1);
  c.loc = withLoc(s, item);
  c.emit(Op.POP_BLOCK);
  c.popBlock();
  c.loadConst(null);
  c.use(final);
  c.pushBlock('finally-end', final);
  c.emit(Op.WITH_CLEANUP_START);
  awaitValue(c);
  c.emit(Op.WITH_CLEANUP_FINISH);
  c.emit(Op.END_FINALLY);
  c.popBlock();
}

/** Range of entering and leaving a context manager. */
export function withLoc(s: ast.With | ast.AsyncWith, _item: ast.Withitem): ast.Position {
  return s;
}
