/**
 * Symbol table, first pass: which block defines and uses which name. `analyze.ts` then decides the
 * scope of every name. Rules and messages are CPython 3.11's, what they lead to in code is 3.5's.
 */
import type * as ast from '../parser/ast.js';
import { analyzeScopes } from './analyze.js';
import { MAX_COMPILE_DEPTH, TooDeep, type Where, syntaxError } from './errors.js';
import { mangle } from './mangle.js';
import { type BlockType, type ComprehensionKind, DEF, Scope } from './scope.js';

type FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef;
type ComprehensionNode = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

const comprehensionKinds: Readonly<Record<ComprehensionNode['_type'], readonly [name: string, kind: ComprehensionKind]>> = {
  ListComp: ['listcomp', 'list'],
  SetComp: ['setcomp', 'set'],
  DictComp: ['dictcomp', 'dict'],
  GeneratorExp: ['genexpr', 'generator'],
};

const yieldInside: Readonly<Record<string, string>> = {
  list: "'yield' inside list comprehension",
  set: "'yield' inside set comprehension",
  dict: "'yield' inside dict comprehension",
  generator: "'yield' inside generator expression",
};

/** The blocks of a module: its top and, by AST node, all others. */
export interface SymbolTable {
  readonly top: Scope;
  readonly byNode: ReadonlyMap<ast.Node, Scope>;
}

/** Builds and analyses the symbol table; throws a SyntaxError for what it forbids. */
export function buildSymtable(mod: ast.ModNode, filename: string, futureAnnotations: boolean, target35 = false): SymbolTable {
  const builder = new SymtableBuilder(mod, filename, futureAnnotations, target35);
  builder.run(mod);
  analyzeScopes(builder.top, filename);
  return { top: builder.top, byNode: builder.byNode };
}

class SymtableBuilder {
  readonly top: Scope;
  readonly byNode = new Map<ast.Node, Scope>();
  private cur: Scope;
  /** Name of the innermost class, for mangling. */
  private private_: string | null = null;
  private depth = 0;

  constructor(
    mod: ast.ModNode,
    private readonly filename: string,
    private readonly futureAnnotations: boolean,
    /** Accept what only 3.5 accepts. */
    private readonly target35: boolean,
  ) {
    this.top = new Scope('top', 'module', mod, null, null);
    this.cur = this.top;
    this.byNode.set(mod, this.top);
  }

  run(mod: ast.ModNode): void {
    if (mod._type === 'Expression') this.expr(mod.body);
    else if (mod._type === 'FunctionType') throw this.error("this compiler does not handle FunctionTypes", null);
    else this.body(mod.body);
  }

  private error(msg: string, where: Where | null): Error {
    return syntaxError(msg, this.filename, where, true);
  }

  private enter(name: string, type: BlockType, node: ast.Node, where: ast.Position): Scope {
    if (++this.depth > MAX_COMPILE_DEPTH) throw new TooDeep();
    const scope = new Scope(name, type, node, where, this.cur);
    // A walrus is forbidden in a comprehension's iterables, also inside lambdas there.
    scope.compIterExpr = this.cur.compIterExpr;
    if (type !== 'annotation') {
      this.cur.children.push(scope);
      this.byNode.set(node, scope);
    }
    this.cur = scope;
    return scope;
  }

  private leave(): void {
    this.depth--;
    if (this.cur.parent !== null) this.cur = this.cur.parent;
  }

  private lookup(name: string): number {
    return this.cur.flags.get(mangle(this.private_, name)) ?? 0;
  }

  private define(name: string, flag: number, where: Where, scope: Scope = this.cur): void {
    const mangled = mangle(this.private_, name);
    let value = scope.flags.get(mangled) ?? 0;
    if ((flag & DEF.PARAM) !== 0 && (value & DEF.PARAM) !== 0) {
      throw this.error(`duplicate argument '${name}' in function definition`, where);
    }
    value |= flag;
    if (scope.compIterTarget) {
      if ((value & (DEF.GLOBAL | DEF.NONLOCAL)) !== 0) {
        throw this.error(`comprehension inner loop cannot rebind assignment expression target '${name}'`, where);
      }
      value |= DEF.COMP_ITER;
    }
    scope.flags.set(mangled, value);
    if ((flag & DEF.PARAM) !== 0) scope.varnames.push(mangled);
    // A global declaration anywhere in the file marks the module's own name too: the code of the
    // module then uses *_GLOBAL for it.
    else if ((flag & DEF.GLOBAL) !== 0) this.top.flags.set(mangled, (this.top.flags.get(mangled) ?? 0) | flag);
  }

  // ---- statements ---------------------------------------------------------------------------

  private body(stmts: readonly ast.StmtNode[]): void {
    for (const s of stmts) this.stmt(s);
  }

  private stmt(s: ast.StmtNode): void {
    switch (s._type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        return this.functionDef(s);
      case 'ClassDef':
        return this.classDef(s);
      case 'Return':
        if (s.value !== null) {
          this.expr(s.value);
          this.cur.returnsValue = true;
        }
        return;
      case 'Delete':
        return this.exprs(s.targets);
      case 'Assign':
        this.exprs(s.targets);
        return this.expr(s.value);
      case 'AugAssign':
        this.expr(s.target);
        return this.expr(s.value);
      case 'AnnAssign':
        return this.annAssign(s);
      case 'For':
      case 'AsyncFor':
        this.expr(s.target);
        this.expr(s.iter);
        this.body(s.body);
        return this.body(s.orelse);
      case 'While':
        this.expr(s.test);
        this.body(s.body);
        return this.body(s.orelse);
      case 'If':
        return this.ifChain(s);
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          this.expr(item.context_expr);
          if (item.optional_vars !== null) this.expr(item.optional_vars);
        }
        return this.body(s.body);
      case 'Match':
        this.expr(s.subject);
        for (const c of s.cases) {
          this.pattern(c.pattern);
          if (c.guard !== null) this.expr(c.guard);
          this.body(c.body);
        }
        return;
      case 'Raise':
        if (s.exc !== null) this.expr(s.exc);
        if (s.cause !== null) this.expr(s.cause);
        return;
      case 'Try':
      case 'TryStar':
        this.body(s.body);
        this.body(s.orelse);
        for (const h of s.handlers) {
          if (h.type !== null) this.expr(h.type);
          if (h.name !== null) this.define(h.name, DEF.LOCAL, h);
          this.body(h.body);
        }
        return this.body(s.finalbody);
      case 'Assert':
        this.expr(s.test);
        if (s.msg !== null) this.expr(s.msg);
        return;
      case 'Import':
      case 'ImportFrom':
        for (const a of s.names) this.alias(a);
        return;
      case 'Global':
        return this.declare(s, DEF.GLOBAL, 'global');
      case 'Nonlocal':
        return this.declare(s, DEF.NONLOCAL, 'nonlocal');
      case 'Expr':
        return this.expr(s.value);
      default:
        return;
    }
  }

  /** `elif` nests in the tree as deep as it is long: walked in a loop. */
  private ifChain(first: ast.If): void {
    let s = first;
    for (;;) {
      this.expr(s.test);
      this.body(s.body);
      const only = s.orelse.length === 1 ? s.orelse[0] : undefined;
      if (only?._type !== 'If') return this.body(s.orelse);
      s = only;
    }
  }

  private functionDef(s: FunctionNode): void {
    this.define(s.name, DEF.LOCAL, s);
    this.defaults(s.args);
    this.annotations(s);
    this.exprs(s.decorator_list);
    const scope = this.enter(s.name, 'function', s, s);
    scope.coroutine = s._type === 'AsyncFunctionDef';
    this.parameters(s.args);
    this.body(s.body);
    this.leave();
  }

  private classDef(s: ast.ClassDef): void {
    this.define(s.name, DEF.LOCAL, s);
    this.exprs(s.bases);
    for (const k of s.keywords) this.expr(k.value);
    this.exprs(s.decorator_list);
    this.enter(s.name, 'class', s, s);
    const outer = this.private_;
    this.private_ = s.name;
    this.body(s.body);
    this.private_ = outer;
    this.leave();
  }

  private annAssign(s: ast.AnnAssign): void {
    const target = s.target;
    if (target._type === 'Name') {
      const flags = this.lookup(target.id);
      if ((flags & (DEF.GLOBAL | DEF.NONLOCAL)) !== 0 && this.cur !== this.top && s.simple !== 0) {
        const word = (flags & DEF.GLOBAL) !== 0 ? 'global' : 'nonlocal';
        throw this.error(`annotated name '${target.id}' can't be ${word}`, s);
      }
      if (s.simple !== 0) this.define(target.id, DEF.ANNOT | DEF.LOCAL, target);
      else if (s.value !== null) this.define(target.id, DEF.LOCAL, target);
    } else {
      this.expr(target);
    }
    this.annotation(s.annotation);
    if (s.value !== null) this.expr(s.value);
  }

  private declare(s: ast.Global | ast.Nonlocal, flag: number, word: string): void {
    for (const name of s.names) {
      const flags = this.lookup(name);
      if ((flags & (this.target35 ? DEF.PARAM : DEF.PARAM | DEF.LOCAL | DEF.USE | DEF.ANNOT)) !== 0) {
        let msg: string;
        if ((flags & DEF.PARAM) !== 0) msg = `name '${name}' is parameter and ${word}`;
        else if ((flags & DEF.USE) !== 0) msg = `name '${name}' is used prior to ${word} declaration`;
        else if ((flags & DEF.ANNOT) !== 0) msg = `annotated name '${name}' can't be ${word}`;
        else msg = `name '${name}' is assigned to before ${word} declaration`;
        throw this.error(msg, s);
      }
      this.define(name, flag, s);
      this.cur.directives.push({ name: mangle(this.private_, name), where: s });
    }
  }

  private alias(a: ast.Alias): void {
    if (a.name === '*') {
      if (this.cur.type !== 'module') throw this.error('import * only allowed at module level', a);
      return;
    }
    const dot = a.name.indexOf('.');
    const stored = a.asname ?? (dot < 0 ? a.name : a.name.slice(0, dot));
    this.define(stored, DEF.IMPORT, a);
  }

  private pattern(p: ast.PatternNode): void {
    switch (p._type) {
      case 'MatchValue':
        return this.expr(p.value);
      case 'MatchSingleton':
        return;
      case 'MatchSequence':
      case 'MatchOr':
        for (const q of p.patterns) this.pattern(q);
        return;
      case 'MatchMapping':
        this.exprs(p.keys);
        for (const q of p.patterns) this.pattern(q);
        if (p.rest !== null) this.define(p.rest, DEF.LOCAL, p);
        return;
      case 'MatchClass':
        this.expr(p.cls);
        for (const q of p.patterns) this.pattern(q);
        for (const q of p.kwd_patterns) this.pattern(q);
        return;
      case 'MatchStar':
        if (p.name !== null) this.define(p.name, DEF.LOCAL, p);
        return;
      case 'MatchAs':
        if (p.pattern !== null) this.pattern(p.pattern);
        if (p.name !== null) this.define(p.name, DEF.LOCAL, p);
        return;
    }
  }

  // ---- parameters and annotations -------------------------------------------------------------

  private defaults(args: ast.Arguments): void {
    this.exprs(args.defaults);
    for (const d of args.kw_defaults) if (d !== null) this.expr(d);
  }

  private parameters(args: ast.Arguments): void {
    for (const a of args.posonlyargs) this.define(a.arg, DEF.PARAM, a);
    for (const a of args.args) this.define(a.arg, DEF.PARAM, a);
    for (const a of args.kwonlyargs) this.define(a.arg, DEF.PARAM, a);
    if (args.vararg !== null) {
      this.define(args.vararg.arg, DEF.PARAM, args.vararg);
      this.cur.varargs = true;
    }
    if (args.kwarg !== null) {
      this.define(args.kwarg.arg, DEF.PARAM, args.kwarg);
      this.cur.varkeywords = true;
    }
  }

  private annotations(s: FunctionNode): void {
    const a = s.args;
    for (const p of a.posonlyargs) if (p.annotation !== null) this.annotation(p.annotation);
    for (const p of a.args) if (p.annotation !== null) this.annotation(p.annotation);
    if (a.vararg?.annotation) this.annotation(a.vararg.annotation);
    if (a.kwarg?.annotation) this.annotation(a.kwarg.annotation);
    for (const p of a.kwonlyargs) if (p.annotation !== null) this.annotation(p.annotation);
    if (s.returns !== null) this.annotation(s.returns);
  }

  /** With the future import annotations are text: they are checked, but touch no names. */
  private annotation(e: ast.ExprNode): void {
    if (!this.futureAnnotations) return this.expr(e);
    this.enter('_annotation', 'annotation', e, e);
    this.expr(e);
    this.leave();
  }

  private forbidInAnnotation(what: string, e: ast.ExprNode): void {
    if (this.cur.type === 'annotation') throw this.error(`'${what}' can not be used within an annotation`, e);
  }

  // ---- expressions ------------------------------------------------------------------------------

  private exprs(list: readonly ast.ExprNode[]): void {
    for (const e of list) this.expr(e);
  }

  /** Pre-order over a stack of our own, so that only new scopes cost JavaScript stack. */
  private expr(root: ast.ExprNode): void {
    if (root._type === 'Name') return this.name(root);
    if (root._type === 'Constant') return;
    const todo: ast.ExprNode[] = [root];
    for (let e = todo.pop(); e !== undefined; e = todo.pop()) {
      switch (e._type) {
        case 'Name':
          this.name(e);
          break;
        case 'Constant':
          break;
        case 'Attribute':
        case 'Starred':
          todo.push(e.value);
          break;
        case 'BinOp':
          todo.push(e.right, e.left);
          break;
        case 'UnaryOp':
          todo.push(e.operand);
          break;
        case 'BoolOp':
          pushAll(todo, e.values);
          break;
        case 'Compare':
          pushAll(todo, e.comparators);
          todo.push(e.left);
          break;
        case 'Call':
          for (let i = e.keywords.length - 1; i >= 0; i--) todo.push((e.keywords[i] as ast.Keyword).value);
          pushAll(todo, e.args);
          todo.push(e.func);
          break;
        case 'Subscript':
          todo.push(e.slice, e.value);
          break;
        case 'Slice':
          if (e.step !== null) todo.push(e.step);
          if (e.upper !== null) todo.push(e.upper);
          if (e.lower !== null) todo.push(e.lower);
          break;
        case 'IfExp':
          todo.push(e.orelse, e.body, e.test);
          break;
        case 'List':
        case 'Tuple':
        case 'Set':
          pushAll(todo, e.elts);
          break;
        case 'Dict':
          pushAll(todo, e.values);
          for (let i = e.keys.length - 1; i >= 0; i--) {
            const k = e.keys[i];
            if (k) todo.push(k);
          }
          break;
        case 'JoinedStr':
          pushAll(todo, e.values);
          break;
        case 'FormattedValue':
          if (e.format_spec !== null) todo.push(e.format_spec);
          todo.push(e.value);
          break;
        case 'NamedExpr':
          this.namedExpr(e);
          todo.push(e.target, e.value);
          break;
        case 'Lambda':
          this.lambda(e);
          break;
        case 'ListComp':
        case 'SetComp':
        case 'DictComp':
        case 'GeneratorExp':
          this.comprehension(e);
          break;
        case 'Yield':
        case 'YieldFrom':
          this.forbidInAnnotation('yield expression', e);
          this.cur.generator = true;
          if (this.cur.comprehension !== null && !this.target35) throw this.error(yieldInside[this.cur.comprehension] as string, e);
          if (e.value !== null) todo.push(e.value);
          break;
        case 'Await':
          this.forbidInAnnotation('await expression', e);
          this.cur.coroutine = true;
          this.cur.awaits = true;
          todo.push(e.value);
          break;
      }
    }
  }

  private name(e: ast.Name): void {
    this.define(e.id, e.ctx === 'Load' ? DEF.USE : DEF.LOCAL, e);
    // A zero-argument super() needs the cell of its class.
    if (e.ctx === 'Load' && e.id === 'super' && this.cur.type === 'function') this.define('__class__', DEF.USE, e);
  }

  private lambda(e: ast.Lambda): void {
    this.defaults(e.args);
    this.enter('lambda', 'function', e, e);
    this.parameters(e.args);
    this.expr(e.body);
    this.leave();
  }

  private namedExpr(e: ast.NamedExpr): void {
    this.forbidInAnnotation('named expression', e);
    if (this.cur.compIterExpr > 0) {
      throw this.error('assignment expression cannot be used in a comprehension iterable expression', e);
    }
    if (this.cur.comprehension !== null && e.target._type === 'Name') this.extendNamedExprScope(e.target);
  }

  /** A walrus in a comprehension binds in the block that contains the outermost comprehension. */
  private extendNamedExprScope(target: ast.Name): void {
    const name = target.id;
    for (let scope: Scope | null = this.cur; scope !== null; scope = scope.parent) {
      const flags = scope.flags.get(mangle(this.private_, name)) ?? 0;
      if (scope.comprehension !== null) {
        if ((flags & DEF.COMP_ITER) !== 0) {
          throw this.error(`assignment expression cannot rebind comprehension iteration variable '${name}'`, target);
        }
      } else if (scope.type === 'function') {
        this.define(name, (flags & DEF.GLOBAL) !== 0 ? DEF.GLOBAL : DEF.NONLOCAL, target);
        this.cur.directives.push({ name: mangle(this.private_, name), where: target });
        return this.define(name, DEF.LOCAL, target, scope);
      } else if (scope.type === 'module') {
        this.define(name, DEF.GLOBAL, target);
        this.cur.directives.push({ name: mangle(this.private_, name), where: target });
        return this.define(name, DEF.GLOBAL, target, scope);
      } else if (scope.type === 'class') {
        throw this.error('assignment expression within a comprehension cannot be used in a class body', target);
      }
    }
  }

  private comprehension(e: ComprehensionNode): void {
    const [name, kind] = comprehensionKinds[e._type];
    const [first, ...rest] = e.generators;
    if (first === undefined) return;
    this.cur.compIterExpr++;
    this.expr(first.iter);
    this.cur.compIterExpr--;
    const scope = this.enter(name, 'function', e, e);
    scope.comprehension = kind;
    if (first.is_async !== 0) scope.coroutine = true;
    scope.flags.set('.0', DEF.PARAM | DEF.USE);
    scope.varnames.push('.0');
    this.compTarget(first.target);
    this.exprs(first.ifs);
    for (const c of rest) {
      this.compTarget(c.target);
      scope.compIterExpr++;
      this.expr(c.iter);
      scope.compIterExpr--;
      this.exprs(c.ifs);
      if (c.is_async !== 0) scope.coroutine = true;
    }
    if (e._type === 'DictComp') {
      this.expr(e.value);
      this.expr(e.key);
    } else {
      this.expr(e.elt);
    }
    scope.generator ||= kind === 'generator';
    this.leave();
    if (scope.coroutine && kind !== 'generator') {
      this.cur.coroutine = true;
      this.cur.awaits = true;
    }
  }

  private compTarget(target: ast.ExprNode): void {
    this.cur.compIterTarget = true;
    this.expr(target);
    this.cur.compIterTarget = false;
  }
}

function pushAll(todo: ast.ExprNode[], list: readonly ast.ExprNode[]): void {
  for (let i = list.length - 1; i >= 0; i--) todo.push(list[i] as ast.ExprNode);
}
