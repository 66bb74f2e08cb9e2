/** Statements: bodies, docstrings, and the simple statements. */
import { ConstComplex, ConstFloat, ConstStr, ConstTuple, type ConstValue } from '../../bytecode/consts.js';
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import { annAssign, findsAnnotation } from './annassign.js';
import { asyncFor, asyncWith } from './async.js';
import { classDef } from './class.js';
import type { Codegen } from './codegen.js';
import { forLoop, ifStatement, loopJump, returnStatement, whileLoop, withStatement } from './control-flow.js';
import { visitExpr, visitTest } from './expression.js';
import { functionDef } from './function.js';
import { importFrom, importNames } from './imports.js';
import { matchStatement } from './match.js';
import { augAssign } from './targets.js';
import { tryStar, tryStatement } from './try.js';
import { Block } from './unit.js';
import { withOf35 } from './with35.js';

/** The docstring of a body, or null. */
export function docstring(body: readonly ast.StmtNode[]): string | ConstStr | null {
  const first = body[0];
  if (first?._type !== 'Expr' || first.value._type !== 'Constant') return null;
  const v = first.value.value;
  return typeof v === 'string' || v instanceof ConstStr ? v : null;
}

/** Body of a module or class: annotations, docstring, statements. */
export function moduleBody(c: Codegen, body: readonly ast.StmtNode[]): void {
  if (body.length === 0) return;
  if (findsAnnotation(body)) {
    const first = body[0] as ast.StmtNode;
    if (c.unit.kind === 'module') {
      c.startLine(statementLine(first));
      c.loc = { lineno: first.lineno, end_lineno: first.lineno, col_offset: 0, end_col_offset: 0 };
    }
    c.emit(Op.SETUP_ANNOTATIONS);
  }
  let rest = body;
  if (docstring(body) !== null && c.settings.optimize < 2) {
    const doc = (body[0] as ast.Expr).value;
    visitExpr(c, doc);
    const outer = c.loc;
    c.loc = doc;
    c.storeName('__doc__');
    c.loc = outer;
    rest = body.slice(1);
  }
  visitBody(c, rest);
}

export function visitBody(c: Codegen, body: readonly ast.StmtNode[]): void {
  for (const s of body) visitStmt(c, s);
}

/**
 * 3.5's line of a statement: that of its first token. A string over several lines counts as standing
 * on its last (the parser says so in `line35`), a decorated definition as on its first decorator's.
 */
export function statementLine(s: ast.StmtNode): number {
  if ('decorator_list' in s) return s.decorator_list[0]?.lineno ?? s.lineno;
  return (s as { line35?: number }).line35 ?? s.lineno;
}

export function visitStmt(c: Codegen, s: ast.StmtNode): void {
  c.deeper();
  c.startLine(statementLine(s));
  c.loc = s;
  switch (s._type) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      functionDef(c, s);
      break;
    case 'ClassDef':
      classDef(c, s);
      break;
    case 'Return':
      returnStatement(c, s);
      break;
    case 'Delete':
      for (const t of s.targets) deleteTarget(c, t);
      break;
    case 'Assign':
      visitExpr(c, s.value);
      for (let i = 0; i < s.targets.length; i++) {
        if (i < s.targets.length - 1) c.emit(Op.DUP_TOP);
        visitExpr(c, s.targets[i] as ast.ExprNode);
      }
      break;
    case 'AugAssign':
      augAssign(c, s);
      break;
    case 'AnnAssign':
      annAssign(c, s);
      break;
    case 'For':
      forLoop(c, s);
      break;
    case 'AsyncFor':
      asyncFor(c, s);
      break;
    case 'While':
      whileLoop(c, s);
      break;
    case 'If':
      ifStatement(c, s);
      break;
    case 'With':
      withStatement(c, c.settings.lines35 === null ? s : withOf35(s, c.settings.lines35), 0);
      break;
    case 'AsyncWith':
      asyncWith(c, c.settings.lines35 === null ? s : withOf35(s, c.settings.lines35), 0);
      break;
    case 'Match':
      matchStatement(c, s);
      break;
    case 'Raise':
      raise(c, s);
      break;
    case 'Try':
      tryStatement(c, s);
      break;
    case 'TryStar':
      tryStar(c, s);
      break;
    case 'Assert':
      assertStatement(c, s);
      break;
    case 'Import':
      importNames(c, s);
      break;
    case 'ImportFrom':
      importFrom(c, s);
      break;
    case 'Expr':
      expressionStatement(c, s);
      break;
    case 'Break':
    case 'Continue':
      loopJump(c, s);
      break;
    case 'Pass':
      c.mark(s);
      break;
    case 'Global':
    case 'Nonlocal':
      break;
  }
  c.shallower();
}

function expressionStatement(c: Codegen, s: ast.Expr): void {
  if (c.settings.interactive && c.unit.kind === 'module') {
    visitExpr(c, s.value);
    c.emit(Op.PRINT_EXPR);
    return;
  }
  if (s.value._type === 'Constant' && isSilent(s.value.value)) return c.mark(s);
  visitExpr(c, s.value);
  c.loc = s;
  c.emit(Op.POP_TOP);
}

/** A string or number as a statement leaves no code. */
function isSilent(v: ConstValue): boolean {
  switch (typeof v) {
    case 'string':
    case 'number':
    case 'bigint':
      return true;
    default:
      return v instanceof ConstStr || v instanceof ConstFloat || v instanceof ConstComplex;
  }
}

function deleteTarget(c: Codegen, t: ast.ExprNode): void {
  if (t._type === 'Tuple' || t._type === 'List') {
    c.raiseLine(t.line35 ?? t.lineno);
    for (const e of t.elts) deleteTarget(c, e);
  } else {
    visitExpr(c, t);
  }
}

function raise(c: Codegen, s: ast.Raise): void {
  let n = 0;
  if (s.exc !== null) {
    visitExpr(c, s.exc);
    n++;
    if (s.cause !== null) {
      visitExpr(c, s.cause);
      n++;
    }
  }
  c.emit(Op.RAISE_VARARGS, n);
}

function assertStatement(c: Codegen, s: ast.Assert): void {
  const { test } = s;
  if ((test._type === 'Tuple' && test.elts.length > 0) || (test._type === 'Constant' && test.value instanceof ConstTuple && test.value.items.length > 0)) {
    c.warn('assertion is always true, perhaps remove parentheses?', s);
  }
  if (c.settings.optimize > 0) return;
  const end = new Block();
  visitTest(c, test);
  c.jump(Op.POP_JUMP_IF_TRUE, end);
  c.emit(Op.LOAD_GLOBAL, c.unit.nameIndex('AssertionError'));
  if (s.msg !== null) {
    visitExpr(c, s.msg);
    c.emit(Op.CALL_FUNCTION, 1);
  }
  c.emit(Op.RAISE_VARARGS, 1);
  c.use(end);
}
