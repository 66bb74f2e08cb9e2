/** Functions and lambdas: defaults, annotations, the code object, MAKE_FUNCTION. */
import type { CodeObject } from '../../bytecode/code.js';
import { ConstTuple } from '../../bytecode/consts.js';
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import { ScopeKind } from '../scope.js';
import { unparse } from '../unparse.js';
import type { Codegen } from './codegen.js';
import { line35, visitExpr } from './expression.js';
import { docstring, visitBody } from './statement.js';

/** MAKE_FUNCTION counts defaults in a byte. */
const MAX_DEFAULTS = 255;

/** What lies on the stack for MAKE_FUNCTION. */
interface Defaults {
  arg: number;
  /** More than fit: attributes of the function instead, whose values lie on the stack, last on top. */
  packed: readonly string[];
}

export function functionDef(c: Codegen, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  const loc = c.loc;
  const isAsync = s._type === 'AsyncFunctionDef';
  for (const d of s.decorator_list) visitExpr(c, d);
  checkParameters(c, s.args);
  const defaults = pushDefaults(c, s.args);
  const annotations = pushAnnotations(c, s.args, s.returns);
  const first = s.decorator_list[0];
  const firstline = first === undefined ? s.lineno : first.lineno;
  const unit = c.enterScope(isAsync ? 'async' : 'function', s.name, s, firstline, s);
  const doc = docstring(s.body);
  unit.constIndex(doc !== null && c.settings.optimize < 2 ? doc : null);
  setArgcounts(c, s.args);
  visitBody(c, doc === null ? s.body : s.body.slice(1));
  const { qualname } = unit;
  const code = c.leaveScope(true, 0, loc);
  makeClosure(c, code, defaults.arg + annotations * 0x10000, qualname);
  setPackedDefaults(c, defaults.packed);
  applyDecorators(c, s.decorator_list);
  c.loc = loc;
  c.storeName(s.name);
}

export function applyDecorators(c: Codegen, decorators: readonly ast.ExprNode[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) {
    c.loc = decorators[i] as ast.ExprNode;
    c.emit(Op.CALL_FUNCTION, 1);
  }
}

export function lambda(c: Codegen, e: ast.Lambda): void {
  const loc = c.loc;
  checkParameters(c, e.args);
  const defaults = pushDefaults(c, e.args);
  const unit = c.enterScope('lambda', '<lambda>', e, line35(e), e);
  unit.constIndex(null);
  setArgcounts(c, e.args);
  visitExpr(c, e.body);
  const generator = unit.scope.generator;
  if (!generator) {
    c.loc = e;
    c.emit(Op.RETURN_VALUE);
  }
  const { qualname } = unit;
  const code = c.leaveScope(!generator, 0, loc);
  makeClosure(c, code, defaults.arg, qualname);
  setPackedDefaults(c, defaults.packed);
}

/** Cells, code, qualified name, MAKE_*. */
export function makeClosure(c: Codegen, code: CodeObject, arg: number, qualname: string): void {
  const u = c.unit;
  if (code.freevars.length > 0) {
    for (const name of code.freevars) {
      const own = u.scope.kindOf(name) === ScopeKind.CELL || (u.scope.type === 'class' && name === '__class__');
      const index = (own ? u.cellvars.get(name) : u.freevars.get(name)) ?? u.freevars.get(name) ?? u.cellvars.get(name);
      if (index === undefined) throw new Error(`no cell for ${name}`);
      c.emit(Op.LOAD_CLOSURE, index);
    }
    c.emit(Op.BUILD_TUPLE, code.freevars.length);
  }
  c.loadConst(code);
  c.loadConst(qualname);
  c.emit(code.freevars.length > 0 ? Op.MAKE_CLOSURE : Op.MAKE_FUNCTION, arg);
}

function setArgcounts(c: Codegen, args: ast.Arguments): void {
  c.unit.posonlyargcount = args.posonlyargs.length;
  c.unit.argcount = args.posonlyargs.length + args.args.length;
  c.unit.kwonlyargcount = args.kwonlyargs.length;
}

function checkParameters(c: Codegen, args: ast.Arguments): void {
  const all = [...args.posonlyargs, ...args.args, ...(args.vararg ? [args.vararg] : []), ...args.kwonlyargs, ...(args.kwarg ? [args.kwarg] : [])];
  for (const a of all) c.forbidDebug(a.arg, 'Store');
}

function pushDefaults(c: Codegen, args: ast.Arguments): Defaults {
  const keywords = args.kwonlyargs.flatMap((a, i) => {
    const value = args.kw_defaults[i] ?? null;
    return value === null ? [] : [{ name: c.mangle(a.arg), value }];
  });
  for (const d of args.defaults) visitExpr(c, d);
  const packed = args.defaults.length > MAX_DEFAULTS || keywords.length > MAX_DEFAULTS;
  if (packed && args.defaults.length > 0) c.emit(Op.BUILD_TUPLE, args.defaults.length);
  for (const k of keywords) {
    c.loadConst(k.name);
    visitExpr(c, k.value);
  }
  if (!packed) return { arg: args.defaults.length | (keywords.length << 8), packed: [] };
  if (keywords.length > 0) c.emit(Op.BUILD_MAP, keywords.length);
  return { arg: 0, packed: [...(args.defaults.length > 0 ? ['__defaults__'] : []), ...(keywords.length > 0 ? ['__kwdefaults__'] : [])] };
}

/** Stack: values function -> function with the attributes set. */
function setPackedDefaults(c: Codegen, packed: readonly string[]): void {
  for (const name of [...packed].reverse()) {
    c.emit(Op.DUP_TOP);
    c.emit(Op.ROT_THREE);
    c.emit(Op.STORE_ATTR, c.unit.nameIndex(name));
  }
}

/** Values, then the tuple of their names; returns the count MAKE_FUNCTION wants. */
function pushAnnotations(c: Codegen, args: ast.Arguments, returns: ast.ExprNode | null): number {
  const names: string[] = [];
  const push = (name: string, annotation: ast.ExprNode | null | undefined): void => {
    if (!annotation) return;
    names.push(c.mangle(name));
    annotationValue(c, annotation);
  };
  for (const a of args.args) push(a.arg, a.annotation);
  for (const a of args.posonlyargs) push(a.arg, a.annotation);
  if (args.vararg !== null) push(args.vararg.arg, args.vararg.annotation);
  for (const a of args.kwonlyargs) push(a.arg, a.annotation);
  if (args.kwarg !== null) push(args.kwarg.arg, args.kwarg.annotation);
  push('return', returns);
  if (names.length === 0) return 0;
  c.loadConst(new ConstTuple(names));
  return names.length + 1;
}

/** An annotation as an expression, or, under the future import, as its text. */
export function annotationValue(c: Codegen, e: ast.ExprNode): void {
  if (c.futureAnnotations) {
    c.loadConst(unparse(e));
  } else if (e._type === 'Starred') {
    // `*args: *Ts` (PEP 646): the one item of the unpacked value.
    visitExpr(c, e.value);
    c.emit(Op.UNPACK_SEQUENCE, 1);
  } else {
    visitExpr(c, e);
  }
}

