/**
 * The abstract syntax tree of Python 3.11, with CPython's own node and field names
 * (Parser/Python.asdl), so that `ast.dump` equality with CPython is this file's test.
 *
 * A node is a plain object; `_type` is its discriminator (`type` and `kind` are field names of
 * CPython's). Operators and contexts, which carry no data, are the name itself ('Add', 'Load').
 * Positions are CPython's: `lineno` from 1, `col_offset` in UTF-8 bytes from 0.
 */
import type { ConstValue } from '../bytecode/consts.js';

/** Where a node stands in its source, in CPython's units. */
export interface Position {
  lineno: number;
  /** UTF-8 byte offset in the line, from 0. */
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

export type ExprContext = 'Load' | 'Store' | 'Del';
export type Boolop = 'And' | 'Or';
export type Operator = 'Add' | 'Sub' | 'Mult' | 'MatMult' | 'Div' | 'Mod' | 'Pow' | 'LShift' | 'RShift' | 'BitOr' | 'BitXor' | 'BitAnd' | 'FloorDiv';
export type Unaryop = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type Cmpop = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

export interface Module {
  _type: 'Module';
  body: StmtNode[];
  type_ignores: TypeIgnore[];
}
export interface Interactive {
  _type: 'Interactive';
  body: StmtNode[];
}
export interface Expression {
  _type: 'Expression';
  body: ExprNode;
}
export interface FunctionType {
  _type: 'FunctionType';
  argtypes: ExprNode[];
  returns: ExprNode;
}
export interface FunctionDef extends Position {
  _type: 'FunctionDef';
  name: string;
  args: Arguments;
  body: StmtNode[];
  decorator_list: ExprNode[];
  returns: ExprNode | null;
  type_comment: string | null;
}
export interface AsyncFunctionDef extends Position {
  _type: 'AsyncFunctionDef';
  name: string;
  args: Arguments;
  body: StmtNode[];
  decorator_list: ExprNode[];
  returns: ExprNode | null;
  type_comment: string | null;
}
export interface ClassDef extends Position {
  _type: 'ClassDef';
  name: string;
  bases: ExprNode[];
  keywords: Keyword[];
  body: StmtNode[];
  decorator_list: ExprNode[];
}
export interface Return extends Position {
  _type: 'Return';
  value: ExprNode | null;
}
export interface Delete extends Position {
  _type: 'Delete';
  targets: ExprNode[];
}
export interface Assign extends Position {
  _type: 'Assign';
  targets: ExprNode[];
  value: ExprNode;
  type_comment: string | null;
  /** Line CPython 3.5 gave the statement, where it differs from `lineno`: it begins with a string of several lines. */
  line35?: number;
}
export interface AugAssign extends Position {
  _type: 'AugAssign';
  target: ExprNode;
  op: Operator;
  value: ExprNode;
  /** Line CPython 3.5 gave the statement, where it differs from `lineno`: it begins with a string of several lines. */
  line35?: number;
}
export interface AnnAssign extends Position {
  _type: 'AnnAssign';
  target: ExprNode;
  annotation: ExprNode;
  value: ExprNode | null;
  simple: number;
  /** Line CPython 3.5 gave the statement, where it differs from `lineno`: it begins with a string of several lines. */
  line35?: number;
}
export interface For extends Position {
  _type: 'For';
  target: ExprNode;
  iter: ExprNode;
  body: StmtNode[];
  orelse: StmtNode[];
  type_comment: string | null;
}
export interface AsyncFor extends Position {
  _type: 'AsyncFor';
  target: ExprNode;
  iter: ExprNode;
  body: StmtNode[];
  orelse: StmtNode[];
  type_comment: string | null;
}
export interface While extends Position {
  _type: 'While';
  test: ExprNode;
  body: StmtNode[];
  orelse: StmtNode[];
}
export interface If extends Position {
  _type: 'If';
  test: ExprNode;
  body: StmtNode[];
  orelse: StmtNode[];
}
export interface With extends Position {
  _type: 'With';
  items: Withitem[];
  body: StmtNode[];
  type_comment: string | null;
}
export interface AsyncWith extends Position {
  _type: 'AsyncWith';
  items: Withitem[];
  body: StmtNode[];
  type_comment: string | null;
}
export interface Match extends Position {
  _type: 'Match';
  subject: ExprNode;
  cases: MatchCase[];
}
export interface Raise extends Position {
  _type: 'Raise';
  exc: ExprNode | null;
  cause: ExprNode | null;
}
export interface Try extends Position {
  _type: 'Try';
  body: StmtNode[];
  handlers: ExceptHandler[];
  orelse: StmtNode[];
  finalbody: StmtNode[];
}
export interface TryStar extends Position {
  _type: 'TryStar';
  body: StmtNode[];
  handlers: ExceptHandler[];
  orelse: StmtNode[];
  finalbody: StmtNode[];
}
export interface Assert extends Position {
  _type: 'Assert';
  test: ExprNode;
  msg: ExprNode | null;
}
export interface Import extends Position {
  _type: 'Import';
  names: Alias[];
}
export interface ImportFrom extends Position {
  _type: 'ImportFrom';
  module: string | null;
  names: Alias[];
  level: number | null;
}
export interface Global extends Position {
  _type: 'Global';
  names: string[];
}
export interface Nonlocal extends Position {
  _type: 'Nonlocal';
  names: string[];
}
export interface Expr extends Position {
  _type: 'Expr';
  value: ExprNode;
  /** Line CPython 3.5 gave the statement, where it differs from `lineno`: it begins with a string of several lines. */
  line35?: number;
}
export interface Pass extends Position {
  _type: 'Pass';
}
export interface Break extends Position {
  _type: 'Break';
}
export interface Continue extends Position {
  _type: 'Continue';
}
export interface BoolOp extends Position {
  _type: 'BoolOp';
  op: Boolop;
  values: ExprNode[];
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface NamedExpr extends Position {
  _type: 'NamedExpr';
  target: ExprNode;
  value: ExprNode;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface BinOp extends Position {
  _type: 'BinOp';
  left: ExprNode;
  op: Operator;
  right: ExprNode;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface UnaryOp extends Position {
  _type: 'UnaryOp';
  op: Unaryop;
  operand: ExprNode;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Lambda extends Position {
  _type: 'Lambda';
  args: Arguments;
  body: ExprNode;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface IfExp extends Position {
  _type: 'IfExp';
  test: ExprNode;
  body: ExprNode;
  orelse: ExprNode;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Dict extends Position {
  _type: 'Dict';
  keys: (ExprNode | null)[];
  values: ExprNode[];
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Set extends Position {
  _type: 'Set';
  elts: ExprNode[];
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface ListComp extends Position {
  _type: 'ListComp';
  elt: ExprNode;
  generators: Comprehension[];
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface SetComp extends Position {
  _type: 'SetComp';
  elt: ExprNode;
  generators: Comprehension[];
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface DictComp extends Position {
  _type: 'DictComp';
  key: ExprNode;
  value: ExprNode;
  generators: Comprehension[];
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface GeneratorExp extends Position {
  _type: 'GeneratorExp';
  elt: ExprNode;
  generators: Comprehension[];
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Await extends Position {
  _type: 'Await';
  value: ExprNode;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Yield extends Position {
  _type: 'Yield';
  value: ExprNode | null;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface YieldFrom extends Position {
  _type: 'YieldFrom';
  value: ExprNode;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Compare extends Position {
  _type: 'Compare';
  left: ExprNode;
  ops: Cmpop[];
  comparators: ExprNode[];
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Call extends Position {
  _type: 'Call';
  func: ExprNode;
  args: ExprNode[];
  keywords: Keyword[];
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface FormattedValue extends Position {
  _type: 'FormattedValue';
  value: ExprNode;
  conversion: number;
  format_spec: ExprNode | null;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface JoinedStr extends Position {
  _type: 'JoinedStr';
  values: ExprNode[];
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Constant extends Position {
  _type: 'Constant';
  value: ConstValue;
  kind: string | null;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Attribute extends Position {
  _type: 'Attribute';
  value: ExprNode;
  attr: string;
  ctx: ExprContext;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Subscript extends Position {
  _type: 'Subscript';
  value: ExprNode;
  slice: ExprNode;
  ctx: ExprContext;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Starred extends Position {
  _type: 'Starred';
  value: ExprNode;
  ctx: ExprContext;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Name extends Position {
  _type: 'Name';
  id: string;
  ctx: ExprContext;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface List extends Position {
  _type: 'List';
  elts: ExprNode[];
  ctx: ExprContext;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Tuple extends Position {
  _type: 'Tuple';
  elts: ExprNode[];
  ctx: ExprContext;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Slice extends Position {
  _type: 'Slice';
  lower: ExprNode | null;
  upper: ExprNode | null;
  step: ExprNode | null;
  /** Line CPython 3.5 gave this node, where it differs from `lineno` (see docs/compiler.md). */
  line35?: number;
}
export interface Comprehension {
  _type: 'comprehension';
  target: ExprNode;
  iter: ExprNode;
  ifs: ExprNode[];
  is_async: number;
}
export interface ExceptHandler extends Position {
  _type: 'ExceptHandler';
  type: ExprNode | null;
  name: string | null;
  body: StmtNode[];
}
export interface Arguments {
  _type: 'arguments';
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (ExprNode | null)[];
  kwarg: Arg | null;
  defaults: ExprNode[];
}
export interface Arg extends Position {
  _type: 'arg';
  arg: string;
  annotation: ExprNode | null;
  type_comment: string | null;
}
export interface Keyword extends Position {
  _type: 'keyword';
  arg: string | null;
  value: ExprNode;
}
export interface Alias extends Position {
  _type: 'alias';
  name: string;
  asname: string | null;
}
export interface Withitem {
  _type: 'withitem';
  context_expr: ExprNode;
  optional_vars: ExprNode | null;
}
export interface MatchCase {
  _type: 'match_case';
  pattern: PatternNode;
  guard: ExprNode | null;
  body: StmtNode[];
}
export interface MatchValue extends Position {
  _type: 'MatchValue';
  value: ExprNode;
}
export interface MatchSingleton extends Position {
  _type: 'MatchSingleton';
  value: ConstValue;
}
export interface MatchSequence extends Position {
  _type: 'MatchSequence';
  patterns: PatternNode[];
}
export interface MatchMapping extends Position {
  _type: 'MatchMapping';
  keys: ExprNode[];
  patterns: PatternNode[];
  rest: string | null;
}
export interface MatchClass extends Position {
  _type: 'MatchClass';
  cls: ExprNode;
  patterns: PatternNode[];
  kwd_attrs: string[];
  kwd_patterns: PatternNode[];
}
export interface MatchStar extends Position {
  _type: 'MatchStar';
  name: string | null;
}
export interface MatchAs extends Position {
  _type: 'MatchAs';
  pattern: PatternNode | null;
  name: string | null;
}
export interface MatchOr extends Position {
  _type: 'MatchOr';
  patterns: PatternNode[];
}
export interface TypeIgnore {
  _type: 'TypeIgnore';
  lineno: number;
  tag: string;
}

export type ModNode =
  | Module
  | Interactive
  | Expression
  | FunctionType;

export type StmtNode =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | Expr
  | Pass
  | Break
  | Continue;

export type ExprNode =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export type PatternNode =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

export type Node = ModNode | StmtNode | ExprNode | PatternNode | ExceptHandler | TypeIgnore | Comprehension | Arguments | Arg | Keyword | Alias | Withitem | MatchCase;
export type NodeType = Node['_type'];

/** ASDL kind of a field: base type plus `*` (list) or `?` (optional), as in Parser/Python.asdl. */
export type FieldRow = readonly [name: string, asdl: string];

/** One row a node: its ASDL sum type, its fields in CPython's order, whether it carries positions. */
export interface NodeRow {
  readonly base: string;
  readonly fields: readonly FieldRow[];
  readonly positioned: boolean;
}

export const nodeTable: Readonly<Record<NodeType, NodeRow>> = {
  Module: { base: 'mod', positioned: false, fields: [['body', 'stmt*'], ['type_ignores', 'type_ignore*']] },
  Interactive: { base: 'mod', positioned: false, fields: [['body', 'stmt*']] },
  Expression: { base: 'mod', positioned: false, fields: [['body', 'expr']] },
  FunctionType: { base: 'mod', positioned: false, fields: [['argtypes', 'expr*'], ['returns', 'expr']] },
  FunctionDef: { base: 'stmt', positioned: true, fields: [['name', 'identifier'], ['args', 'arguments'], ['body', 'stmt*'], ['decorator_list', 'expr*'], ['returns', 'expr?'], ['type_comment', 'string?']] },
  AsyncFunctionDef: { base: 'stmt', positioned: true, fields: [['name', 'identifier'], ['args', 'arguments'], ['body', 'stmt*'], ['decorator_list', 'expr*'], ['returns', 'expr?'], ['type_comment', 'string?']] },
  ClassDef: { base: 'stmt', positioned: true, fields: [['name', 'identifier'], ['bases', 'expr*'], ['keywords', 'keyword*'], ['body', 'stmt*'], ['decorator_list', 'expr*']] },
  Return: { base: 'stmt', positioned: true, fields: [['value', 'expr?']] },
  Delete: { base: 'stmt', positioned: true, fields: [['targets', 'expr*']] },
  Assign: { base: 'stmt', positioned: true, fields: [['targets', 'expr*'], ['value', 'expr'], ['type_comment', 'string?']] },
  AugAssign: { base: 'stmt', positioned: true, fields: [['target', 'expr'], ['op', 'operator'], ['value', 'expr']] },
  AnnAssign: { base: 'stmt', positioned: true, fields: [['target', 'expr'], ['annotation', 'expr'], ['value', 'expr?'], ['simple', 'int']] },
  For: { base: 'stmt', positioned: true, fields: [['target', 'expr'], ['iter', 'expr'], ['body', 'stmt*'], ['orelse', 'stmt*'], ['type_comment', 'string?']] },
  AsyncFor: { base: 'stmt', positioned: true, fields: [['target', 'expr'], ['iter', 'expr'], ['body', 'stmt*'], ['orelse', 'stmt*'], ['type_comment', 'string?']] },
  While: { base: 'stmt', positioned: true, fields: [['test', 'expr'], ['body', 'stmt*'], ['orelse', 'stmt*']] },
  If: { base: 'stmt', positioned: true, fields: [['test', 'expr'], ['body', 'stmt*'], ['orelse', 'stmt*']] },
  With: { base: 'stmt', positioned: true, fields: [['items', 'withitem*'], ['body', 'stmt*'], ['type_comment', 'string?']] },
  AsyncWith: { base: 'stmt', positioned: true, fields: [['items', 'withitem*'], ['body', 'stmt*'], ['type_comment', 'string?']] },
  Match: { base: 'stmt', positioned: true, fields: [['subject', 'expr'], ['cases', 'match_case*']] },
  Raise: { base: 'stmt', positioned: true, fields: [['exc', 'expr?'], ['cause', 'expr?']] },
  Try: { base: 'stmt', positioned: true, fields: [['body', 'stmt*'], ['handlers', 'excepthandler*'], ['orelse', 'stmt*'], ['finalbody', 'stmt*']] },
  TryStar: { base: 'stmt', positioned: true, fields: [['body', 'stmt*'], ['handlers', 'excepthandler*'], ['orelse', 'stmt*'], ['finalbody', 'stmt*']] },
  Assert: { base: 'stmt', positioned: true, fields: [['test', 'expr'], ['msg', 'expr?']] },
  Import: { base: 'stmt', positioned: true, fields: [['names', 'alias*']] },
  ImportFrom: { base: 'stmt', positioned: true, fields: [['module', 'identifier?'], ['names', 'alias*'], ['level', 'int?']] },
  Global: { base: 'stmt', positioned: true, fields: [['names', 'identifier*']] },
  Nonlocal: { base: 'stmt', positioned: true, fields: [['names', 'identifier*']] },
  Expr: { base: 'stmt', positioned: true, fields: [['value', 'expr']] },
  Pass: { base: 'stmt', positioned: true, fields: [] },
  Break: { base: 'stmt', positioned: true, fields: [] },
  Continue: { base: 'stmt', positioned: true, fields: [] },
  BoolOp: { base: 'expr', positioned: true, fields: [['op', 'boolop'], ['values', 'expr*']] },
  NamedExpr: { base: 'expr', positioned: true, fields: [['target', 'expr'], ['value', 'expr']] },
  BinOp: { base: 'expr', positioned: true, fields: [['left', 'expr'], ['op', 'operator'], ['right', 'expr']] },
  UnaryOp: { base: 'expr', positioned: true, fields: [['op', 'unaryop'], ['operand', 'expr']] },
  Lambda: { base: 'expr', positioned: true, fields: [['args', 'arguments'], ['body', 'expr']] },
  IfExp: { base: 'expr', positioned: true, fields: [['test', 'expr'], ['body', 'expr'], ['orelse', 'expr']] },
  Dict: { base: 'expr', positioned: true, fields: [['keys', 'expr*'], ['values', 'expr*']] },
  Set: { base: 'expr', positioned: true, fields: [['elts', 'expr*']] },
  ListComp: { base: 'expr', positioned: true, fields: [['elt', 'expr'], ['generators', 'comprehension*']] },
  SetComp: { base: 'expr', positioned: true, fields: [['elt', 'expr'], ['generators', 'comprehension*']] },
  DictComp: { base: 'expr', positioned: true, fields: [['key', 'expr'], ['value', 'expr'], ['generators', 'comprehension*']] },
  GeneratorExp: { base: 'expr', positioned: true, fields: [['elt', 'expr'], ['generators', 'comprehension*']] },
  Await: { base: 'expr', positioned: true, fields: [['value', 'expr']] },
  Yield: { base: 'expr', positioned: true, fields: [['value', 'expr?']] },
  YieldFrom: { base: 'expr', positioned: true, fields: [['value', 'expr']] },
  Compare: { base: 'expr', positioned: true, fields: [['left', 'expr'], ['ops', 'cmpop*'], ['comparators', 'expr*']] },
  Call: { base: 'expr', positioned: true, fields: [['func', 'expr'], ['args', 'expr*'], ['keywords', 'keyword*']] },
  FormattedValue: { base: 'expr', positioned: true, fields: [['value', 'expr'], ['conversion', 'int'], ['format_spec', 'expr?']] },
  JoinedStr: { base: 'expr', positioned: true, fields: [['values', 'expr*']] },
  Constant: { base: 'expr', positioned: true, fields: [['value', 'constant'], ['kind', 'string?']] },
  Attribute: { base: 'expr', positioned: true, fields: [['value', 'expr'], ['attr', 'identifier'], ['ctx', 'expr_context']] },
  Subscript: { base: 'expr', positioned: true, fields: [['value', 'expr'], ['slice', 'expr'], ['ctx', 'expr_context']] },
  Starred: { base: 'expr', positioned: true, fields: [['value', 'expr'], ['ctx', 'expr_context']] },
  Name: { base: 'expr', positioned: true, fields: [['id', 'identifier'], ['ctx', 'expr_context']] },
  List: { base: 'expr', positioned: true, fields: [['elts', 'expr*'], ['ctx', 'expr_context']] },
  Tuple: { base: 'expr', positioned: true, fields: [['elts', 'expr*'], ['ctx', 'expr_context']] },
  Slice: { base: 'expr', positioned: true, fields: [['lower', 'expr?'], ['upper', 'expr?'], ['step', 'expr?']] },
  comprehension: { base: 'AST', positioned: false, fields: [['target', 'expr'], ['iter', 'expr'], ['ifs', 'expr*'], ['is_async', 'int']] },
  ExceptHandler: { base: 'excepthandler', positioned: true, fields: [['type', 'expr?'], ['name', 'identifier?'], ['body', 'stmt*']] },
  arguments: { base: 'AST', positioned: false, fields: [['posonlyargs', 'arg*'], ['args', 'arg*'], ['vararg', 'arg?'], ['kwonlyargs', 'arg*'], ['kw_defaults', 'expr*'], ['kwarg', 'arg?'], ['defaults', 'expr*']] },
  arg: { base: 'AST', positioned: true, fields: [['arg', 'identifier'], ['annotation', 'expr?'], ['type_comment', 'string?']] },
  keyword: { base: 'AST', positioned: true, fields: [['arg', 'identifier?'], ['value', 'expr']] },
  alias: { base: 'AST', positioned: true, fields: [['name', 'identifier'], ['asname', 'identifier?']] },
  withitem: { base: 'AST', positioned: false, fields: [['context_expr', 'expr'], ['optional_vars', 'expr?']] },
  match_case: { base: 'AST', positioned: false, fields: [['pattern', 'pattern'], ['guard', 'expr?'], ['body', 'stmt*']] },
  MatchValue: { base: 'pattern', positioned: true, fields: [['value', 'expr']] },
  MatchSingleton: { base: 'pattern', positioned: true, fields: [['value', 'constant']] },
  MatchSequence: { base: 'pattern', positioned: true, fields: [['patterns', 'pattern*']] },
  MatchMapping: { base: 'pattern', positioned: true, fields: [['keys', 'expr*'], ['patterns', 'pattern*'], ['rest', 'identifier?']] },
  MatchClass: { base: 'pattern', positioned: true, fields: [['cls', 'expr'], ['patterns', 'pattern*'], ['kwd_attrs', 'identifier*'], ['kwd_patterns', 'pattern*']] },
  MatchStar: { base: 'pattern', positioned: true, fields: [['name', 'identifier?']] },
  MatchAs: { base: 'pattern', positioned: true, fields: [['pattern', 'pattern?'], ['name', 'identifier?']] },
  MatchOr: { base: 'pattern', positioned: true, fields: [['patterns', 'pattern*']] },
  TypeIgnore: { base: 'type_ignore', positioned: false, fields: [['lineno', 'int'], ['tag', 'string']] },
};

/** The members of the ASDL types whose nodes carry no data. */
export const enumTable = {
  expr_context: ['Load', 'Store', 'Del'],
  boolop: ['And', 'Or'],
  operator: ['Add', 'Sub', 'Mult', 'MatMult', 'Div', 'Mod', 'Pow', 'LShift', 'RShift', 'BitOr', 'BitXor', 'BitAnd', 'FloorDiv'],
  unaryop: ['Invert', 'Not', 'UAdd', 'USub'],
  cmpop: ['Eq', 'NotEq', 'Lt', 'LtE', 'Gt', 'GtE', 'Is', 'IsNot', 'In', 'NotIn'],
} as const;
