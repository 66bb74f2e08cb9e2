/**
 * _ast_tree: between our parser's nodes and the instances of lib/_ast.py's classes, both ways, with the checks of
 * CPython's Python-ast.c (types of fields) and Python/ast.c (validation) on the way to the compiler.
 */
import { AstralStr, PyFloat, T, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { error, typeError, valueError } from '../../objects/errors.js';
import { defaultRepr, reprSync } from '../../objects/convert.js';
import { asStr, asJS, codePoints, jsStr, strFromJS } from '../../objects/str.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import { PyBytes } from '../../objects/bytes.js';
import { PyComplex } from '../../objects/complex.js';
import { PyDict } from '../../objects/dict.js';
import { PySet } from '../../objects/set.js';
import { Ellipsis } from '../../objects/singletons.js';
import { asInt } from '../../objects/int.js';
import { PyInstance, PyType, typeName } from '../../objects/type.js';
import { ownAttr } from '../../objects/attribute.js';
import { constValue, PyCode } from '../../objects/code.js';
import { ConstBytes, ConstComplex, ConstFloat, ConstFrozenset, ConstStr, ConstTuple, ELLIPSIS, type ConstValue } from '../../bytecode/consts.js';
import { enumTable, nodeTable, type ModNode, type Node } from '../../parser/ast.js';
import { syntaxErrorObject, type CompilerHook, type SymbolBlock } from '../../builtins/scope.js';
import { PySyntaxErrorInfo } from '../../parser/syntax-error.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

const POSITIONS = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const;
/** The sum types of the grammar, in CPython's order, with whether their nodes have positions. */
const SUMS: readonly (readonly [name: string, positioned: boolean])[] = [
  ['mod', false], ['stmt', true], ['expr', true], ['expr_context', false], ['boolop', false], ['operator', false], ['unaryop', false],
  ['cmpop', false], ['excepthandler', true], ['pattern', true], ['type_ignore', false],
];
const ENUM_OF = new Map<string, string>();
for (const [sum, names] of Object.entries(enumTable)) for (const n of names) ENUM_OF.set(n, sum);

const signature = (name: string): string => {
  const fields = nodeTable[name as keyof typeof nodeTable].fields;
  return fields.length === 0 ? name : `${name}(${fields.map(([f, t]) => `${t} ${f}`).join(', ')})`;
};
const members = (sum: string): string[] =>
  sum in enumTable ? [...enumTable[sum as keyof typeof enumTable]] : Object.entries(nodeTable).filter(([, r]) => r.base === sum).map(([n]) => n);

/** What lib/_ast.py makes its classes of: name, base, fields (name, optional) or None, positioned or None, docstring. */
function rows(): PyList {
  const out: PyValue[] = [];
  const row = (name: string, base: string, fields: PyValue, positioned: PyValue, doc: string): void => void out.push(new PyTuple([name, base, fields, positioned, doc]));
  const empty = (): PyTuple => new PyTuple([]);
  for (const [sum, positioned] of SUMS) {
    const names = members(sum);
    const doc = sum in enumTable ? `${sum} = ${names.join(' | ')}` : `${sum} = ${names.map(signature).join(`\n${' '.repeat(sum.length + 1)}| `)}`;
    row(sum, 'AST', empty(), positioned, doc);
    for (const n of names) {
      if (sum in enumTable) row(n, sum, empty(), null, n);
      else row(n, sum, fieldsOf(n), null, signature(n));
    }
  }
  for (const [n, r] of Object.entries(nodeTable)) if (r.base === 'AST') row(n, 'AST', fieldsOf(n), r.positioned, signature(n));
  return new PyList(out);
}
const fieldsOf = (n: string): PyTuple =>
  new PyTuple(nodeTable[n as keyof typeof nodeTable].fields.map(([f, t]) => new PyTuple([f, t.endsWith('?')])));

interface Classes {
  byName: Map<string, PyType>;
  /** Load, Add, ...: one instance each, as CPython's. */
  singletons: Map<string, PyValue>;
}

// ---- our tree to Python objects ----

function toPython(c: Classes, v: unknown, asdl: string): PyValue {
  if (asdl === 'constant') return constValue(v as ConstValue);
  if (Array.isArray(v)) return new PyList(v.map((x) => toPython(c, x, asdl.slice(0, -1))));
  if (v === null || v === undefined) return null;
  if (typeof v === 'string') {
    const single = c.singletons.get(v);
    return single !== undefined && ENUM_OF.get(v) === asdl.replace('?', '') ? single : strFromJS(v);
  }
  if (typeof v !== 'object') return v as PyValue;
  if (v instanceof ConstStr) return constValue(v);
  const node = v as Node;
  const row = nodeTable[node._type];
  const o = new PyInstance(c.byName.get(node._type)!);
  for (const [name, type] of row.fields) o.setOwn(name, toPython(c, (node as unknown as Record<string, unknown>)[name], type.replace('?', '')));
  if (row.positioned) for (const p of POSITIONS) o.setOwn(p, (node as unknown as Record<string, number>)[p]!);
  return o;
}

// ---- Python objects to our tree ----

function attr(o: PyValue, name: string): PyValue | undefined {
  const own = ownAttr(o, name);
  return own === undefined ? typeOf(o).lookup(name) : own; // None is null: `??` would lose it
}

const show = (vm: VM, o: PyValue): string => {
  const r = reprSync(vm, o);
  return r === undefined ? defaultRepr(o) : jsStr(r);
};

class Reader {
  constructor(
    readonly vm: VM,
    readonly classes: Classes,
  ) {}

  /** A node of sum or product type `asdl`. */
  node(o: PyValue, asdl: string): unknown {
    const base = this.classes.byName.get(asdl)!;
    const out: Record<string, unknown> = { _type: '' };
    const positioned = SUMS.find(([n]) => n === asdl)?.[1] ?? nodeTable[asdl as keyof typeof nodeTable].positioned;
    // CPython reads the positions before it looks at the class.
    if (positioned) {
      for (const p of POSITIONS) {
        const v = attr(o, p);
        if (p.startsWith('end_') && (v === undefined || v === null)) out[p] = out[p.slice(4)];
        else if (v === undefined) throw typeError(`required field "${p}" missing from ${asdl}`);
        else out[p] = this.int(v);
      }
    }
    const cls = typeOf(o);
    const name = cls.mro.find((c) => this.classes.byName.get(c.name) === c && (Object.hasOwn(nodeTable, c.name) || ENUM_OF.has(c.name)))?.name;
    if (!cls.isSubtype(base) || name === undefined) throw typeError(`expected some sort of ${asdl}, but got ${show(this.vm, o)}`);
    if (ENUM_OF.has(name)) return name;
    const row = nodeTable[name as keyof typeof nodeTable];
    out._type = name;
    for (const [f, type] of row.fields) {
      const v = attr(o, f);
      if (type.endsWith('*')) {
        if (v === undefined) throw typeError(`required field "${f}" missing from ${name}`);
        if (!(v instanceof PyList)) throw typeError(`${name} field "${f}" must be a list, not a ${typeName(v)}`);
        // A null in a list stands for "nothing" in Dict.keys and kw_defaults.
        if ((type === 'expr*' || type === 'stmt*') && f !== 'keys' && f !== 'kw_defaults' && v.items.includes(null)) throw valueError(`None disallowed in ${type === 'expr*' ? 'expression' : 'statement'} list`);
        out[f] = v.items.map((x) => (x === null && (f === 'keys' || f === 'kw_defaults') ? null : this.value(x, type.slice(0, -1))));
      } else if (type.endsWith('?')) out[f] = v === undefined || v === null ? null : this.value(v, type.slice(0, -1));
      else {
        if (v === undefined) throw typeError(`required field "${f}" missing from ${name}`);
        out[f] = this.value(v, type);
      }
    }
    return out;
  }

  private int(v: PyValue): number {
    const n = asInt(v);
    if (n === undefined) throw valueError(`invalid integer value: ${show(this.vm, v)}`);
    return Number(n);
  }

  private value(v: PyValue, asdl: string): unknown {
    switch (asdl) {
      case 'identifier': {
        const s = asStr(v);
        if (s === undefined) throw typeError('AST identifier must be of type str');
        return jsStr(s);
      }
      case 'string':
        if (asStr(v) === undefined && !(v instanceof PyBytes)) throw typeError('AST string must be of type str');
        return asJS(v);
      case 'int':
        return this.int(v);
      case 'constant':
        return constant(v);
      default:
        return this.node(v, asdl);
    }
  }
}

function constant(v: PyValue): ConstValue {
  if (v === null || typeof v === 'boolean' || typeof v === 'number' || typeof v === 'bigint' || typeof v === 'string') return v;
  if (v instanceof AstralStr) return /[\ud800-\udbff][\udc00-\udfff]/.test(v.s) && codePoints(v).length === v.s.length ? new ConstStr([...v.cps]) : v.s;
  if (v.cls === T.float) return new ConstFloat((v as PyFloat).v);
  if (v.cls === T.complex) return new ConstComplex((v as PyComplex).re, (v as PyComplex).im);
  if (v.cls === T.bytes) return new ConstBytes((v as PyBytes).v);
  if (v === Ellipsis) return ELLIPSIS;
  if (v.cls === T.tuple) return new ConstTuple((v as PyTuple).items.map(constant));
  if (v.cls === T.frozenset) return new ConstFrozenset((v as PySet).items().map(constant));
  throw typeError(`got an invalid type in Constant: ${typeName(v)}`);
}

// ---- validation, as Python/ast.c does before compiling an AST object ----

type Any = any;

const nonEmpty = (list: unknown[], field: string, owner: string): void => {
  if (list.length === 0) throw valueError(`empty ${field} on ${owner}`);
};
const CONTEXTED = new Set(['Attribute', 'Subscript', 'Starred', 'Name', 'List', 'Tuple']);
const FORBIDDEN = new Set(['None', 'True', 'False']);
const checkName = (name: string): void => {
  if (FORBIDDEN.has(name)) throw valueError(`identifier field can't represent '${name}' constant`);
};

function validateExpr(e: Any, ctx: string): void {
  if (CONTEXTED.has(e._type)) {
    if (e.ctx !== ctx) throw valueError(`expression must have ${ctx} context but has ${e.ctx} instead`);
  } else if (ctx !== 'Load') throw valueError(`expression which can't be assigned to in ${ctx} context`);
  const load = (x: Any): void => validateExpr(x, 'Load');
  const each = (xs: Any[], c = 'Load', nulls = false): void => {
    for (const x of xs) {
      if (x === null) {
        if (!nulls) throw valueError('None disallowed in expression list');
      } else validateExpr(x, c);
    }
  };
  switch (e._type) {
    case 'BoolOp':
      if (e.values.length < 2) throw valueError('BoolOp with less than 2 values');
      each(e.values);
      break;
    case 'BinOp':
      load(e.left);
      load(e.right);
      break;
    case 'UnaryOp':
      load(e.operand);
      break;
    case 'Lambda':
      validateArguments(e.args);
      load(e.body);
      break;
    case 'IfExp':
      load(e.test);
      load(e.body);
      load(e.orelse);
      break;
    case 'Dict':
      if (e.keys.length !== e.values.length) throw valueError("Dict doesn't have the same number of keys as values");
      each(e.keys, 'Load', true);
      each(e.values);
      break;
    case 'Set':
      each(e.elts);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
    case 'DictComp':
      if (e.generators.length === 0) throw valueError('comprehension with no generators');
      for (const g of e.generators) {
        validateExpr(g.target, 'Store');
        load(g.iter);
        each(g.ifs);
      }
      if (e._type === 'DictComp') {
        load(e.key);
        load(e.value);
      } else load(e.elt);
      break;
    case 'Yield':
      if (e.value !== null) load(e.value);
      break;
    case 'YieldFrom':
    case 'Await':
      load(e.value);
      break;
    case 'Compare':
      if (e.comparators.length === 0) throw valueError('Compare with no comparators');
      if (e.comparators.length !== e.ops.length) throw valueError('Compare has a different number of comparators and operands');
      each(e.comparators);
      load(e.left);
      break;
    case 'Call':
      load(e.func);
      each(e.args);
      for (const k of e.keywords) load(k.value);
      break;
    case 'JoinedStr':
      each(e.values);
      break;
    case 'FormattedValue':
      load(e.value);
      if (e.format_spec !== null) load(e.format_spec);
      break;
    case 'Attribute':
      load(e.value);
      break;
    case 'Subscript':
      load(e.slice);
      load(e.value);
      break;
    case 'Starred':
      validateExpr(e.value, ctx);
      break;
    case 'Slice':
      for (const x of [e.lower, e.upper, e.step]) if (x !== null) load(x);
      break;
    case 'List':
    case 'Tuple':
      each(e.elts, ctx);
      break;
    case 'NamedExpr':
      if (e.target._type !== 'Name') throw typeError('NamedExpr target must be a Name');
      load(e.value);
      break;
    case 'Name':
      checkName(e.id);
      break;
    default:
  }
}

function validateArguments(a: Any): void {
  if (a.defaults.length > a.posonlyargs.length + a.args.length) throw valueError('more positional defaults than args on arguments');
  if (a.kw_defaults.length !== a.kwonlyargs.length) throw valueError('length of kwonlyargs is not the same as kw_defaults on arguments');
  for (const x of [...a.posonlyargs, ...a.args, a.vararg, ...a.kwonlyargs, a.kwarg]) if (x !== null && x.annotation !== null) validateExpr(x.annotation, 'Load');
  for (const x of [...a.defaults, ...a.kw_defaults]) if (x !== null) validateExpr(x, 'Load');
}

function validateBody(body: Any[], owner: string, field = 'body'): void {
  nonEmpty(body, field, owner);
  body.forEach(validateStmt);
}

/** What a value of a pattern may be. */
function validatePatternValue(e: Any, key = false): void {
  if (e._type === 'Constant') {
    // A value that is None or a bool is a MatchSingleton's.
    if (!key && (e.value === null || typeof e.value === 'boolean')) throw valueError('unexpected constant inside of a literal pattern');
    return;
  }
  if (e._type === 'Attribute' || e._type === 'JoinedStr' || e._type === 'UnaryOp' || e._type === 'BinOp') {
    validateExpr(e, 'Load');
    return;
  }
  throw valueError('patterns may only match literals and attribute lookups');
}

function validatePattern(p: Any): void {
  switch (p._type) {
    case 'MatchValue':
      validatePatternValue(p.value);
      break;
    case 'MatchSequence':
      p.patterns.forEach(validatePattern);
      break;
    case 'MatchOr':
      if (p.patterns.length < 2) throw valueError('MatchOr requires at least 2 patterns');
      p.patterns.forEach(validatePattern);
      break;
    case 'MatchMapping':
      if (p.keys.length !== p.patterns.length) throw valueError("MatchMapping doesn't have the same number of keys as patterns");
      p.keys.forEach((k: Any) => validatePatternValue(k, true));
      p.patterns.forEach(validatePattern);
      break;
    case 'MatchClass':
      if (p.kwd_attrs.length !== p.kwd_patterns.length) throw valueError("MatchClass doesn't have the same number of keyword attributes as patterns");
      validateExpr(p.cls, 'Load');
      p.patterns.forEach(validatePattern);
      p.kwd_patterns.forEach(validatePattern);
      break;
    case 'MatchAs':
      if (p.pattern !== null) {
        if (p.name === null) throw valueError('MatchAs must specify a target name if a pattern is given');
        validatePattern(p.pattern);
      }
      break;
  }
}

function validateStmt(s: Any): void {
  const load = (x: Any): void => {
    if (x !== null) validateExpr(x, 'Load');
  };
  const store = (xs: Any[], ctx = 'Store'): void => xs.forEach((x) => validateExpr(x, ctx));
  const t = s._type;
  switch (t) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      checkName(s.name);
      validateBody(s.body, t);
      validateArguments(s.args);
      s.decorator_list.forEach(load);
      load(s.returns);
      break;
    case 'ClassDef':
      checkName(s.name);
      validateBody(s.body, t);
      s.bases.forEach(load);
      s.keywords.forEach((k: Any) => load(k.value));
      s.decorator_list.forEach(load);
      break;
    case 'Return':
      load(s.value);
      break;
    case 'Delete':
      nonEmpty(s.targets, 'targets', t);
      store(s.targets, 'Del');
      break;
    case 'Assign':
      nonEmpty(s.targets, 'targets', t);
      store(s.targets);
      load(s.value);
      break;
    case 'AugAssign':
      store([s.target]);
      load(s.value);
      break;
    case 'AnnAssign':
      if (s.target._type !== 'Name' && s.simple) throw typeError('AnnAssign with simple non-Name target');
      store([s.target]);
      load(s.value);
      load(s.annotation);
      break;
    case 'For':
    case 'AsyncFor':
      store([s.target]);
      load(s.iter);
      validateBody(s.body, t);
      s.orelse.forEach(validateStmt);
      break;
    case 'While':
    case 'If':
      load(s.test);
      validateBody(s.body, t);
      s.orelse.forEach(validateStmt);
      break;
    case 'With':
    case 'AsyncWith':
      nonEmpty(s.items, 'items', t);
      for (const i of s.items) {
        load(i.context_expr);
        if (i.optional_vars !== null) store([i.optional_vars]);
      }
      validateBody(s.body, t);
      break;
    case 'Match':
      load(s.subject);
      nonEmpty(s.cases, 'cases', t);
      for (const c of s.cases) {
        validatePattern(c.pattern);
        load(c.guard);
        validateBody(c.body, 'match_case');
      }
      break;
    case 'Raise':
      if (s.exc !== null) {
        load(s.exc);
        load(s.cause);
      } else if (s.cause !== null) throw valueError('Raise with cause but no exception');
      break;
    case 'Try':
    case 'TryStar':
      validateBody(s.body, t);
      if (s.handlers.length === 0 && s.finalbody.length === 0) throw valueError(`${t} has neither handlers nor finalbody`);
      if (s.handlers.length === 0 && s.orelse.length > 0) throw valueError(`${t} has orelse but no except handlers`);
      for (const h of s.handlers) {
        load(h.type);
        validateBody(h.body, 'ExceptHandler');
      }
      s.orelse.forEach(validateStmt);
      s.finalbody.forEach(validateStmt);
      break;
    case 'Assert':
      load(s.test);
      load(s.msg);
      break;
    case 'Import':
    case 'ImportFrom':
      nonEmpty(s.names, 'names', t);
      if (t === 'ImportFrom' && s.level !== null && s.level < 0) throw valueError('Negative ImportFrom level');
      break;
    case 'Global':
    case 'Nonlocal':
      nonEmpty(s.names, 'names', t);
      break;
    case 'Expr':
      load(s.value);
      break;
    default:
  }
}

function validate(mod: Any): void {
  if (mod._type === 'Expression') validateExpr(mod.body, 'Load');
  else if (mod._type !== 'FunctionType') mod.body.forEach(validateStmt);
}

const MODE_CLASS: Readonly<Record<string, string>> = { exec: 'Module', eval: 'Expression', single: 'Interactive', func_type: 'FunctionType' };
const ONLY_AST = 0x400;

export const makeAstTree: NativeModuleMaker = (vm) =>
  defineModule({
    name: '_ast_tree',
    functions: {
      'rows()': () => rows(),
      'symbols(source, filename, mode, /)': (v, source, filename, mode) => symbolsOf(v, source, asJS(filename) ?? '', asJS(mode)!),
      'use(classes, /)': (_vm, classes: PyDict) => {
        const c: Classes = { byName: new Map(), singletons: new Map() };
        for (const [k, v] of classes.entries()) {
          c.byName.set(k as string, v as PyType);
          if (ENUM_OF.has(k as string)) c.singletons.set(k as string, new PyInstance(v as PyType));
        }
        // What the builtin compile() does with trees; see builtins/scope.ts.
        vm.state.compileAst = (t: VM, source: PyValue, text: string | Uint8Array | null, file: string, mode: string, flags: number, optimize: number): Result => compileAst(t, c, source, text, file, mode, flags, optimize);
        vm.state.astBase = c.byName.get('AST');
        return null;
      },
    },
  });

/** compile() of source text to a tree, or of a tree to code (or to itself, checked). `text` is null for a tree. */
function compileAst(vm: VM, c: Classes, source: PyValue, text: string | Uint8Array | null, file: string, mode: string, flags: number, optimize: number): Result {
  const hook = vm.state.compile as CompilerHook | undefined;
  const tree = hook?.tree?.();
  if (tree === undefined) throw error('SystemError', 'no compiler in this VM');
  try {
    if (text !== null) return toPython(c, tree.parse(text, file, mode as 'exec', flags, (vm.state.lookupName as ((n: string) => string | null) | undefined)), 'mod');
    if (flags & ONLY_AST) return source;
    const want = MODE_CLASS[mode]!;
    if (!typeOf(source).isSubtype(c.byName.get(want)!)) throw typeError(`expected ${want} node, got ${typeName(source)}`);
    const mod = new Reader(vm, c).node(source, 'mod') as ModNode;
    validate(mod);
    return new PyCode(tree.compile(mod, file, flags, optimize));
  } catch (e) {
    if (e instanceof PySyntaxErrorInfo) throw syntaxErrorObject(e);
    if (e instanceof RangeError && /call stack/i.test(e.message)) throw error('RecursionError', 'maximum recursion depth exceeded during ast construction');
    throw e;
  }
}

/** Blocks of a symbol table as tuples: name, type, line, nested, symbols, varnames, children. */
function symbolsOf(vm: VM, source: PyValue, filename: string, mode: string): PyValue {
  const tree = (vm.state.compile as CompilerHook | undefined)?.tree?.();
  if (tree === undefined) throw error('SystemError', 'no compiler in this VM');
  const text = asJS(source) ?? (source instanceof PyBytes ? source.v : undefined);
  if (text === undefined) throw typeError('symtable() arg 1 must be a string, bytes or AST object');
  const row = (b: SymbolBlock): PyTuple => {
    const d = new PyDict();
    for (const [n, f] of b.symbols) d.setStr(n, f);
    return new PyTuple([strFromJS(b.name), b.type, b.lineno, b.nested ? 1 : 0, d, new PyList(b.varnames.map(strFromJS)), new PyList(b.children.map(row))]);
  };
  try {
    return row(tree.symbols(text, filename, mode as 'exec'));
  } catch (e) {
    if (e instanceof PySyntaxErrorInfo) throw syntaxErrorObject(e);
    throw e;
  }
}
