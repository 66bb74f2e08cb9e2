/** Expressions. */
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import { firstOperand } from '../spine.js';
import { awaitTop } from './async.js';
import { callWithArguments } from './call.js';
import { checkCaller, checkCompare, checkIndex, checkSubscripter } from './checks.js';
import type { Codegen } from './codegen.js';
import { comprehension } from './comprehension.js';
import { lambda } from './function.js';
import { formattedValue, joinedStr } from './fstring.js';
import { assignSequence } from './targets.js';
import { Block } from './unit.js';

export const binaryOps: Readonly<Record<ast.Operator, Op>> = {
  Add: Op.BINARY_ADD,
  Sub: Op.BINARY_SUBTRACT,
  Mult: Op.BINARY_MULTIPLY,
  MatMult: Op.BINARY_MATRIX_MULTIPLY,
  Div: Op.BINARY_TRUE_DIVIDE,
  Mod: Op.BINARY_MODULO,
  Pow: Op.BINARY_POWER,
  LShift: Op.BINARY_LSHIFT,
  RShift: Op.BINARY_RSHIFT,
  BitOr: Op.BINARY_OR,
  BitXor: Op.BINARY_XOR,
  BitAnd: Op.BINARY_AND,
  FloorDiv: Op.BINARY_FLOOR_DIVIDE,
};

export const unaryOps: Readonly<Record<ast.Unaryop, Op>> = {
  Invert: Op.UNARY_INVERT,
  Not: Op.UNARY_NOT,
  UAdd: Op.UNARY_POSITIVE,
  USub: Op.UNARY_NEGATIVE,
};

/** Arguments of COMPARE_OP. */
const compareArgs: Readonly<Record<ast.Cmpop, number>> = {
  Lt: 0,
  LtE: 1,
  Eq: 2,
  NotEq: 3,
  Gt: 4,
  GtE: 5,
  In: 6,
  NotIn: 7,
  Is: 8,
  IsNot: 9,
};

export function line35(e: ast.ExprNode): number {
  return e.line35 ?? e.lineno;
}

/**
 * Emits an expression. The way down to what is evaluated first, and back up, are loops: an operator
 * chain is as long as the input is.
 */
export function visitExpr(c: Codegen, e: ast.ExprNode): void {
  c.deeper();
  const outer = c.loc;
  const spine: ast.ExprNode[] = [];
  let leaf = e;
  for (;;) {
    enter(c, leaf);
    const first = firstOperand(leaf);
    if (first === null) break;
    spine.push(leaf);
    leaf = first;
  }
  c.loc = leaf;
  finish(c, leaf);
  for (let node = spine.pop(); node !== undefined; node = spine.pop()) {
    c.loc = node;
    finish(c, node);
  }
  c.loc = outer;
  c.shallower();
}

export function visitExprs(c: Codegen, list: readonly ast.ExprNode[]): void {
  for (const e of list) visitExpr(c, e);
}

/** What happens to a node before its first operand: lines, and errors that come first. */
function enter(c: Codegen, e: ast.ExprNode): void {
  c.raiseLine(line35(e));
  switch (e._type) {
    case 'Yield':
    case 'YieldFrom':
      if (c.unit.scope.type !== 'function') throw c.error("'yield' outside function", e);
      if (e._type === 'YieldFrom' && c.unit.kind === 'async') throw c.error("'yield from' inside async function", e);
      break;
    case 'Await':
      if (!(awaitTop(c) || c.unit.scope.type === 'function')) throw c.error("'await' outside function", e);
      if (c.unit.kind !== 'async' && c.unit.kind !== 'comprehension' && !awaitTop(c)) throw c.error("'await' outside async function", e);
      break;
    case 'Compare':
      checkCompare(c, e);
      break;
    case 'Call':
      checkCaller(c, e.func);
      break;
    case 'Subscript':
      if (e.ctx === 'Load') {
        checkSubscripter(c, e.value);
        checkIndex(c, e.value, e.slice);
      }
      break;
    default:
      break;
  }
}

/** Emits the rest of a node whose first operand is on the stack (or that has none). */
function finish(c: Codegen, e: ast.ExprNode): void {
  switch (e._type) {
    case 'Constant':
      return c.loadConst(e.value);
    case 'Name':
      return nameNode(c, e);
    case 'Attribute':
      return attribute(c, e);
    case 'Call':
      return callWithArguments(c, 0, e.args, e.keywords, e);
    case 'BinOp':
      visitExpr(c, e.right);
      return c.emit(binaryOps[e.op]);
    case 'UnaryOp':
      return c.emit(unaryOps[e.op]);
    case 'BoolOp':
      return boolOp(c, e);
    case 'Compare':
      return compare(c, e);
    case 'IfExp':
      return ifExp(c, e);
    case 'Subscript':
      return subscript(c, e);
    case 'Slice':
      return slice(c, e);
    case 'Tuple':
      if (e.ctx === 'Store') return assignSequence(c, e);
      return display(c, e, Op.BUILD_TUPLE, Op.BUILD_TUPLE, Op.BUILD_TUPLE_UNPACK);
    case 'List':
      if (e.ctx === 'Store') return assignSequence(c, e);
      return display(c, e, Op.BUILD_LIST, Op.BUILD_TUPLE, Op.BUILD_LIST_UNPACK);
    case 'Set':
      return display(c, e, Op.BUILD_SET, Op.BUILD_SET, Op.BUILD_SET_UNPACK);
    case 'Dict':
      return dict(c, e);
    case 'Lambda':
      return lambda(c, e);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return comprehension(c, e);
    case 'Yield':
      if (e.value === null) c.loadConst(null);
      return c.emit(Op.YIELD_VALUE);
    case 'YieldFrom':
      c.emit(Op.GET_YIELD_FROM_ITER);
      c.loadConst(null);
      return c.emit(Op.YIELD_FROM);
    case 'Await':
      return awaitValue(c);
    case 'NamedExpr':
      c.emit(Op.DUP_TOP);
      return visitExpr(c, e.target);
    case 'JoinedStr':
      return joinedStr(c, e);
    case 'FormattedValue':
      return formattedValue(c, e);
    case 'Starred':
      if (e.ctx === 'Store') throw c.error('starred assignment target must be in a list or tuple', e);
      throw c.error("can't use starred expression here", e);
  }
}

/** How far into a test `visitTest` looks for a comparison. */
const TEST_DEPTH = 50;

/**
 * A condition. The jump on it (and what an assert does after it) counts to the last comparison in it,
 * as in CPython 3.11, else to the statement: `c.loc` is left so.
 */
export function visitTest(c: Codegen, e: ast.ExprNode): void {
  visitExpr(c, e);
  c.loc = lastComparison(e, 0) ?? c.loc;
}

function lastComparison(e: ast.ExprNode, depth: number): ast.Compare | null {
  if (depth > TEST_DEPTH) return null;
  switch (e._type) {
    case 'Compare':
      return e;
    case 'UnaryOp':
      return e.op === 'Not' ? lastComparison(e.operand, depth + 1) : null;
    case 'BoolOp':
      for (let i = e.values.length - 1; i >= 0; i--) {
        const found = lastComparison(e.values[i] as ast.ExprNode, depth + 1);
        if (found !== null) return found;
      }
      return null;
    case 'IfExp':
      return lastComparison(e.orelse, depth + 1) ?? lastComparison(e.body, depth + 1) ?? lastComparison(e.test, depth + 1);
    default:
      return null;
  }
}

/** The awaitable on the stack is run to its end. */
export function awaitValue(c: Codegen): void {
  c.emit(Op.GET_AWAITABLE);
  c.loadConst(null);
  c.emit(Op.YIELD_FROM);
}

function nameNode(c: Codegen, e: ast.Name): void {
  if (e.ctx === 'Load') {
    // 3.5 looks it up; it is True unless the compiler was told to optimise.
    if (e.id === '__debug__' && c.settings.optimize > 0) c.loadConst(false);
    else c.loadName(e.id);
  }
  else if (e.ctx === 'Store') c.storeName(e.id);
  else c.deleteName(e.id);
}

function attribute(c: Codegen, e: ast.Attribute): void {
  attributeLoc(c, e);
  c.forbidDebug(e.attr, e.ctx);
  c.emitName(e.ctx === 'Load' ? Op.LOAD_ATTR : e.ctx === 'Store' ? Op.STORE_ATTR : Op.DELETE_ATTR, e.attr);
}

/** Of an attribute access over several lines 3.11 shows the attribute's name only. */
export function attributeLoc(c: Codegen, e: ast.Attribute): void {
  const loc = c.loc;
  if (loc === null || loc.lineno === e.end_lineno) return;
  const width = [...e.attr].length;
  const known = width <= e.end_col_offset;
  c.loc = {
    lineno: e.end_lineno,
    end_lineno: loc.end_lineno,
    col_offset: known ? e.end_col_offset - width : -1,
    end_col_offset: known ? loc.end_col_offset : -1,
  };
}

function boolOp(c: Codegen, e: ast.BoolOp): void {
  const op = e.op === 'And' ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP;
  const end = new Block();
  for (let i = 1; i < e.values.length; i++) {
    c.jump(op, end);
    visitExpr(c, e.values[i] as ast.ExprNode);
  }
  c.use(end);
}

function compare(c: Codegen, e: ast.Compare): void {
  const last = e.ops.length - 1;
  if (last === 0) {
    visitExpr(c, e.comparators[0] as ast.ExprNode);
    return c.emit(Op.COMPARE_OP, compareArgs[e.ops[0] as ast.Cmpop]);
  }
  const cleanup = new Block();
  const end = new Block();
  for (let i = 0; i < last; i++) {
    visitExpr(c, e.comparators[i] as ast.ExprNode);
    c.emit(Op.DUP_TOP);
    c.emit(Op.ROT_THREE);
    c.emit(Op.COMPARE_OP, compareArgs[e.ops[i] as ast.Cmpop]);
    c.jump(Op.JUMP_IF_FALSE_OR_POP, cleanup);
    c.nextBlock();
  }
  visitExpr(c, e.comparators[last] as ast.ExprNode);
  c.emit(Op.COMPARE_OP, compareArgs[e.ops[last] as ast.Cmpop]);
  c.jump(Op.JUMP_FORWARD, end);
  c.use(cleanup);
  c.emit(Op.ROT_TWO);
  c.emit(Op.POP_TOP);
  c.use(end);
}

/** `a if b else c if d else ...`: the else parts are a right spine, taken in a loop too. */
function ifExp(c: Codegen, first: ast.IfExp): void {
  const ends: { end: Block; loc: typeof c.loc }[] = [];
  let e = first;
  for (;;) {
    const end = new Block();
    const next = new Block();
    c.jump(Op.POP_JUMP_IF_FALSE, next);
    visitExpr(c, e.body);
    c.jump(Op.JUMP_FORWARD, end);
    c.use(next);
    ends.push({ end, loc: c.loc });
    if (e.orelse._type !== 'IfExp') break;
    e = e.orelse;
    c.raiseLine(line35(e));
    visitExpr(c, e.test);
    c.loc = e;
  }
  visitExpr(c, e.orelse);
  for (let last = ends.pop(); last !== undefined; last = ends.pop()) c.use(last.end);
}

function subscript(c: Codegen, e: ast.Subscript): void {
  index(c, e.slice);
  c.emit(e.ctx === 'Load' ? Op.BINARY_SUBSCR : e.ctx === 'Store' ? Op.STORE_SUBSCR : Op.DELETE_SUBSCR);
}

/** What stands in the brackets: 3.5 knows a tuple with slices in it as no expression (it has no line). */
export function index(c: Codegen, e: ast.ExprNode): void {
  if (e._type === 'Slice') {
    slice(c, e);
  } else if (e._type === 'Tuple' && e.elts.some((d) => d._type === 'Slice') && !e.elts.some((d) => d._type === 'Starred')) {
    const outer = c.loc;
    for (const d of e.elts) index(c, d);
    c.loc = e;
    c.emit(Op.BUILD_TUPLE, e.elts.length);
    c.loc = outer;
  } else {
    visitExpr(c, e);
  }
}

function slice(c: Codegen, e: ast.Slice): void {
  const outer = c.loc;
  c.loc = e;
  if (e.lower === null) c.loadConst(null);
  else visitExpr(c, e.lower);
  if (e.upper === null) c.loadConst(null);
  else visitExpr(c, e.upper);
  if (e.step !== null) visitExpr(c, e.step);
  c.emit(Op.BUILD_SLICE, e.step === null ? 2 : 3);
  c.loc = outer;
}

/** Nobody can tell when it is evaluated. */
export const isPlain = (e: ast.ExprNode): boolean => e._type === 'Name' || e._type === 'Constant';

const unstarred = (e: ast.ExprNode): ast.ExprNode => (e._type === 'Starred' ? e.value : e);

/** Index of the last of `items` that `visible` holds for, or -1. */
export function lastOf<I>(items: readonly I[], visible: (item: I, i: number) => boolean): number {
  let at = items.length - 1;
  while (at >= 0 && !visible(items[at] as I, at)) at--;
  return at;
}

/**
 * A list, tuple or set display; with stars: plain runs are packed, then all parts unpacked into one.
 * 3.11 unpacks each part before it evaluates the next: where that can be seen, the parts before the last
 * element that shows it are unpacked at once.
 */
function display(c: Codegen, e: ast.List | ast.Tuple | ast.Set, plain: Op, inner: Op, outer: Op): void {
  const lastStar = lastOf(e.elts, (d) => d._type === 'Starred');
  // Of a set, the names before the last star are hashed by then.
  const visible = (d: ast.ExprNode, i: number): boolean => !isPlain(unstarred(d)) || (e._type === 'Set' && d._type === 'Name' && i < lastStar);
  const last = c.settings.target35 || lastStar < 0 ? -1 : lastOf(e.elts, visible);
  let parts = 0;
  let run = 0;
  let joined = false;
  const pack = (): void => {
    if (run === 0) return;
    c.emit(inner, run);
    run = 0;
    parts++;
  };
  e.elts.forEach((elt, i) => {
    if (elt._type !== 'Starred') {
      if (elt._type === 'Slice') slice(c, elt);
      else visitExpr(c, elt);
      if (joined && parts === 1) c.emit(Op.SET_ADD, 1);
      else run++;
      return;
    }
    pack();
    visitExpr(c, elt.value);
    parts++;
    if (i >= last) return;
    if (e._type === 'Set') {
      c.emit(outer, parts);
      parts = 1;
      joined = true;
    } else {
      c.emit(Op.BUILD_LIST_UNPACK, 1);
    }
  });
  if (parts === 0) return c.emit(plain, run);
  pack();
  if (!joined || parts > 1) c.emit(outer, parts);
}

/** In the order of 3.11 as in `display`. */
function dict(c: Codegen, e: ast.Dict): void {
  const visible = (value: ast.ExprNode, i: number): boolean => !isPlain(value) || (e.keys[i] != null && e.keys[i]!._type !== 'Constant');
  const last = c.settings.target35 || !e.keys.includes(null) ? -1 : lastOf(e.values, visible);
  let parts = 0;
  let pairs = 0;
  let lastUnpacks = false;
  const join = (): void => {
    c.emit(Op.BUILD_MAP_UNPACK, parts);
    parts = 1;
  };
  for (let i = 0; i < e.values.length; i++) {
    const key = e.keys[i] ?? null;
    lastUnpacks = key === null;
    if (pairs === 0xffff || (pairs > 0 && lastUnpacks)) {
      c.emit(Op.BUILD_MAP, pairs);
      parts++;
      pairs = 0;
      if (parts > 1 && i <= last) join();
    }
    if (key === null) {
      visitExpr(c, e.values[i] as ast.ExprNode);
      parts++;
      if (i < last) join();
    } else {
      visitExpr(c, key);
      visitExpr(c, e.values[i] as ast.ExprNode);
      pairs++;
    }
  }
  if (pairs > 0 || parts === 0) {
    c.emit(Op.BUILD_MAP, pairs);
    parts++;
  }
  while (parts > 1 || lastUnpacks) {
    const n = Math.min(parts, 255);
    c.emit(Op.BUILD_MAP_UNPACK, n);
    parts -= n - 1;
    lastUnpacks = false;
  }
}
