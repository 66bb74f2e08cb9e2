/** `async for`, `async with`, and what asynchronous comprehensions share with them. */
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import type { Codegen } from './codegen.js';
import { awaitValue, visitExpr } from './expression.js';
import { visitBody } from './statement.js';
import { Block } from './unit.js';

/** Whether the current unit is a module in which `await` is allowed (PyCF_ALLOW_TOP_LEVEL_AWAIT). */
export function awaitTop(c: Codegen): boolean {
  return c.settings.allowTopLevelAwait && c.unit.kind === 'module';
}

/** `async for` and `async with` stand in coroutines only; a module becomes one by them. */
function checkAsync(c: Codegen, what: string, s: ast.AsyncFor | ast.AsyncWith): void {
  if (awaitTop(c)) c.unit.scope.coroutine = true;
  else if (c.unit.kind !== 'async') throw c.error(`'${what}' outside async function`, s);
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
  checkAsync(c, 'async for', s);
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
  checkAsync(c, 'async with', s);
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
