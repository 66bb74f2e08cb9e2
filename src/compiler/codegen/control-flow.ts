/** if, loops, break, continue, return, with. */
import { ConstComplex, ConstEllipsis, ConstFloat, ConstStr } from '../../bytecode/consts.js';
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import { constTruth } from '../fold.js';
import { withLoc } from './async.js';
import type { Codegen } from './codegen.js';
import { visitExpr, visitTest } from './expression.js';
import { statementLine, visitBody } from './statement.js';
import { Block } from './unit.js';

/** Truth of a test the compiler knows beforehand: numbers, strings, None, True, False, `...`, `__debug__`. */
function knownTruth(c: Codegen, e: ast.ExprNode): boolean | null {
  if (e._type === 'Name') return e.id === '__debug__' ? c.settings.optimize === 0 : null;
  if (e._type !== 'Constant') return null;
  const v = e.value;
  if (v === null || typeof v !== 'object') return constTruth(v);
  const known = v instanceof ConstFloat || v instanceof ConstComplex || v instanceof ConstStr || v instanceof ConstEllipsis;
  return known ? constTruth(v) : null;
}

/** An `elif` chain is one statement here: its depth in the tree is its length. */
export function ifStatement(c: Codegen, first: ast.If): void {
  const ends: Block[] = [];
  let s = first;
  for (;;) {
    const end = new Block();
    ends.push(end);
    const truth = knownTruth(c, s.test);
    let rest: readonly ast.StmtNode[] = s.orelse;
    if (truth !== null) c.mark(s.test);
    if (truth === true) {
      visitBody(c, s.body);
      c.discard(() => visitBody(c, s.orelse));
      rest = [];
    } else if (truth === false) c.discard(() => visitBody(c, s.body));
    else {
      const next = rest.length > 0 ? new Block() : end;
      visitTest(c, s.test);
      c.jump(Op.POP_JUMP_IF_FALSE, next);
      visitBody(c, s.body);
      if (rest.length > 0) {
        c.loc = null;
        c.jump(Op.JUMP_FORWARD, end);
        c.use(next);
      }
    }
    const only = rest.length === 1 ? rest[0] : undefined;
    if (only?._type !== 'If') {
      visitBody(c, rest);
      break;
    }
    s = only;
    c.startLine(statementLine(s));
    c.loc = s;
  }
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) c.use(end);
}

export function whileLoop(c: Codegen, s: ast.While): void {
  const truth = knownTruth(c, s.test);
  if (truth === false) {
    c.mark(s.test);
    c.discard(() => {
      const body = new Block();
      c.pushBlock('loop', body);
      visitBody(c, s.body);
      c.popBlock();
    });
    return visitBody(c, s.orelse);
  }
  const loop = new Block();
  const end = new Block();
  const anchor = new Block();
  c.loc = null;
  c.jump(Op.SETUP_LOOP, end);
  c.loc = s;
  c.use(loop);
  c.pushBlock('loop', loop);
  if (truth === true) c.mark(s.test);
  if (truth === null) {
    visitTest(c, s.test);
    c.jump(Op.POP_JUMP_IF_FALSE, anchor);
  }
  visitBody(c, s.body);
  c.loc = null;
  c.jump(Op.JUMP_ABSOLUTE, loop);
  if (truth === null) c.use(anchor);
  c.emit(Op.POP_BLOCK);
  c.popBlock();
  visitBody(c, s.orelse);
  c.use(end);
}

export function forLoop(c: Codegen, s: ast.For): void {
  const start = new Block();
  const cleanup = new Block();
  const end = new Block();
  c.loc = null;
  c.jump(Op.SETUP_LOOP, end);
  c.loc = s;
  c.pushBlock('loop', start);
  visitExpr(c, s.iter);
  c.emit(Op.GET_ITER);
  c.use(start);
  c.jump(Op.FOR_ITER, cleanup);
  visitExpr(c, s.target);
  visitBody(c, s.body);
  c.loc = null;
  c.jump(Op.JUMP_ABSOLUTE, start);
  c.use(cleanup);
  c.emit(Op.POP_BLOCK);
  c.popBlock();
  visitBody(c, s.orelse);
  c.use(end);
}

function inExceptStar(c: Codegen): boolean {
  const { fblocks } = c.unit;
  for (let i = fblocks.length - 1; i >= 0; i--) {
    const { type } = fblocks[i]!;
    if (type === 'loop') return false;
    if (type === 'except-star') return true;
  }
  return false;
}

const EXCEPT_STAR = "'break', 'continue' and 'return' cannot appear in an except* block";

/** break and continue: a jump if nothing but the loop is open, else unwinding. */
export function loopJump(c: Codegen, s: ast.Break | ast.Continue): void {
  const { fblocks } = c.unit;
  if (inExceptStar(c)) throw c.error(EXCEPT_STAR, s);
  let i = fblocks.length - 1;
  while (i >= 0 && fblocks[i]?.type !== 'loop') i--;
  const loop = fblocks[i];
  if (s._type === 'Break') {
    if (loop === undefined) throw c.error("'break' outside loop", s);
    c.emit(Op.BREAK_LOOP);
  } else {
    if (loop === undefined) throw c.error("'continue' not properly in loop", s);
    c.jump(i === fblocks.length - 1 ? Op.JUMP_ABSOLUTE : Op.CONTINUE_LOOP, loop.block);
  }
}

export function returnStatement(c: Codegen, s: ast.Return): void {
  const { scope } = c.unit;
  if (scope.type !== 'function') throw c.error("'return' outside function", s);
  if (s.value !== null && scope.generator && c.unit.kind === 'async') throw c.error("'return' with value in async generator", s);
  if (c.unit.fblocks.some((b) => b.type === 'except-star')) throw c.error(EXCEPT_STAR, s);
  if (s.value !== null) visitExpr(c, s.value);
  else c.loadConst(null);
  c.emit(Op.RETURN_VALUE);
}

export function withStatement(c: Codegen, s: ast.With, pos: number): void {
  const item = s.items[pos] as ast.Withitem;
  const body = new Block();
  const final = new Block();
  visitExpr(c, item.context_expr);
  c.loc = withLoc(s, item);
  c.jump(Op.SETUP_WITH, final);
  c.use(body);
  c.pushBlock('finally-try', body);
  if (item.optional_vars !== null) visitExpr(c, item.optional_vars);
  else c.emit(Op.POP_TOP);
  if (pos + 1 === s.items.length) visitBody(c, s.body);
  else withStatement(c, s, pos + 1);
  c.loc = withLoc(s, item);
  c.emit(Op.POP_BLOCK);
  c.popBlock();
  c.loadConst(null);
  c.use(final);
  c.pushBlock('finally-end', final);
  c.emit(Op.WITH_CLEANUP_START);
  c.emit(Op.WITH_CLEANUP_FINISH);
  c.emit(Op.END_FINALLY);
  c.popBlock();
}
