/** What the rules do when they match: build a node, or say what is wrong. */
import { LiteralError, parseNumber } from '../literals.js';
import type { Token } from '../tokens.js';
import { FAIL, makeNode, type Action, type PegNode, type Placed } from './peg.js';
import type { DiagnosticRun } from './run.js';
import { expressionName, invalidTarget, type TargetKind } from './targets.js';

/** Arguments of a call, as far as messages need them. */
interface Args {
  /** Did anything come that only `kwargs` takes? */
  mixed: boolean;
  args: PegNode[];
  keywords: (PegNode | null)[];
}

interface Clause {
  target: PegNode;
  iter: PegNode;
  ifs: PegNode[];
}

type Act = (run: DiagnosticRun, v: unknown[], start: Token) => unknown;

const node = (v: unknown): PegNode => v as PegNode;
const placed = (v: unknown): Placed => v as Placed;
const list = (v: unknown): unknown[] => v as unknown[];
const last = <X>(items: readonly X[]): X => items[items.length - 1]!;

/** Raises at one of the matched values. */
const at = (index: number, message: string): Act => (run, v) => run.raiseAt(placed(v[index]), message);
/** Raises at the token looked at last. */
const here = (message: string): Act => (run) => run.raiseHere(message);
/** "expected an indented block after ... on line N"; the keyword is the `index`th value. */
const blockAfter = (what: string, index = 0): Act => (run, v) =>
  run.raiseHere(`expected an indented block after ${what} on line ${placed(v[index]).lineno}`, 'IndentationError');

const target = (kind: TargetKind, index: number): Act => (run, v) => {
  const bad = invalidTarget(node(v[index]), kind);
  if (bad === null) return FAIL;
  return run.raiseAt(bad, `cannot ${kind === 'del' ? 'delete' : 'assign to'} ${expressionName(bad)}`);
};

const mixedExcept = "cannot have both 'except' and 'except*' on the same 'try'";
const maybeEqual = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

/** The last part of the last `for` clause. */
function lastClauseItem(clauses: Clause[]): PegNode {
  const clause = last(clauses);
  return clause.ifs.length > 0 ? last(clause.ifs) : clause.iter;
}

const actions: Record<string, Act> = {
  // ---- nodes
  tupleMore: (run, v, start) => makeNode(run, 'Tuple', [v[0], ...list(v[1]).map((pair) => list(pair)[1])], start),
  tupleOne: (run, v, start) => makeNode(run, 'Tuple', [v[0]], start),
  tupleItems: (_run, v) => [v[0], ...(v[2] === null ? [] : list(v[2]))],
  tupleDisplay: (run, v, start) => makeNode(run, 'Tuple', v[1] === null ? [] : list(v[1]), start),
  display: (run, v, start) => makeNode(run, 'List', v[1] === null ? [] : list(v[1]), start),
  starred: (run, v, start) => makeNode(run, 'Starred', [v[1]], start),
  keywordConstant: (run, v, start) => makeNode(run, 'Keyword', [(v[0] as Token).image], start),
  number: (run, v) => {
    try {
      parseNumber((node(v[0]).kids[0] as Token).image);
    } catch (e) {
      if (e instanceof LiteralError) run.raiseLiteral(e, placed(v[0]));
      throw e;
    }
    return v[0];
  },
  strings: (run, v, start) => run.strings(v[0] as Token[], start),
  complex: (run, v, start) => {
    const imaginary = (item: unknown): boolean => /[jJ]$/.test((node(item).kids[0] as Token).image);
    if (imaginary(v[0])) run.raiseAt(placed(v[0]), 'real number required in complex literal');
    if (!imaginary(v[2])) run.raiseAt(placed(v[2]), 'imaginary number required in complex literal');
    return makeNode(run, 'BinOp', v, start);
  },
  clause: (_run, v): Clause => ({ target: node(v[1]), iter: node(v[3]), ifs: list(v[4]) as PegNode[] }),
  asyncClause: (_run, v): Clause => ({ target: node(v[2]), iter: node(v[4]), ifs: list(v[5]) as PegNode[] }),
  keyword: (run, v, start) => makeNode(run, 'keyword', [v[0], v[2]], start),
  doubleStar: (run, v, start) => makeNode(run, 'doubleStar', [v[1]], start),
  concat: (_run, v) => [...list(v[0]), ...list(v[2])],
  argsBoth: (run, v, start) => {
    const args: Args = { mixed: v[1] !== null, args: list(v[0]) as PegNode[], keywords: [] };
    if (v[1] !== null) split(args, list(v[1]) as PegNode[]);
    return { ...makeNode(run, 'Args', [], start), args };
  },
  argsKeywords: (run, v, start) => {
    const args: Args = { mixed: true, args: [], keywords: [] };
    split(args, list(v[0]) as PegNode[]);
    return { ...makeNode(run, 'Args', [], start), args };
  },
  lastValue: (_run, v) => last(v),

  // ---- arguments
  unpackingAfterKeywordUnpacking: (run, v) => {
    if (!(v[0] as { args: Args }).args.mixed) return FAIL;
    return run.raiseAt(placed(v[2]), 'iterable argument unpacking follows keyword argument unpacking');
  },
  bareGenerator: (run, v) => run.raiseRange(placed(v[0]), lastClauseItem(v[1] as Clause[]), 'Generator expression must be parenthesized'),
  bareGeneratorLast: (run, v) => run.raiseRange(placed(v[2]), lastClauseItem(v[3] as Clause[]), 'Generator expression must be parenthesized'),
  generatorAmongArguments: (run, v) => {
    const { args } = (v[0] as { args: Args }).args;
    if (args.length <= 1) return FAIL;
    return run.raiseRange(last(args), lastClauseItem(v[1] as Clause[]), 'Generator expression must be parenthesized');
  },
  positionalAfterKeyword: (run, v) => {
    const { keywords } = (v[0] as { args: Args }).args;
    const unpacking = keywords.some((keyword) => keyword?.type === 'doubleStar');
    return run.raiseHere(unpacking ? 'positional argument follows keyword argument unpacking' : 'positional argument follows keyword argument');
  },
  assignToKeyword: (run, v) => run.raiseRange(placed(v[0]), placed(v[1]), `cannot assign to ${(v[0] as Token).image}`),
  maybeEqual2: (run, v) => run.raiseRange(placed(v[0]), placed(v[1]), maybeEqual),
  maybeEqual2Names: (run, v) => run.raiseRange(placed(v[0]), placed(v[2]), maybeEqual),
  keywordExpression: (run, v) => run.raiseRange(placed(v[0]), placed(v[1]), 'expression cannot contain assignment, perhaps you meant "=="?'),

  // ---- expressions
  legacyStatement: (run, v) => {
    const name = (node(v[0]).kids[0] as Token).image;
    if (name !== 'print' && name !== 'exec') return FAIL;
    return run.raiseRange(placed(v[0]), placed(v[1]), `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`);
  },
  forgotComma: (run, v) => {
    const first = node(v[0]);
    if (first.type === 'Name' && /^(?:print|exec)$/.test((first.kids[0] as Token).image)) return FAIL;
    if (run.levelBefore() === 0) return FAIL;
    return run.raiseRange(first, placed(v[1]), 'invalid syntax. Perhaps you forgot a comma?');
  },
  missingElse: (run, v) => run.raiseRange(placed(v[0]), placed(v[2]), "expected 'else' after 'if' expression"),
  walrusTarget: (run, v) => run.raiseAt(placed(v[0]), `cannot use assignment expressions with ${expressionName(node(v[0]))}`),
  cannotAssignHere: (run, v) => run.raiseAt(placed(v[0]), `cannot assign to ${expressionName(node(v[0]))} here. Maybe you meant '==' instead of '='?`),
  starInComprehension: at(1, 'iterable unpacking cannot be used in comprehension'),
  comprehensionTuple: (run, v) => run.raiseRange(placed(v[1]), placed(last(list(v[3]))), 'did you forget parentheses around the comprehension target?'),
  comprehensionComma: (run, v) => run.raiseRange(placed(v[1]), placed(v[2]), 'did you forget parentheses around the comprehension target?'),
  dictUnpackingInComprehension: at(1, 'dict unpacking cannot be used in dict comprehension'),
  starGroup: at(1, 'cannot use starred expression here'),
  doubleStarGroup: at(1, 'cannot use double starred expression here'),
  starDictValue: (run, v) => run.raiseFrom(placed(v[2]), 'cannot use a starred expression in a dictionary value'),
  missingDictValue: at(1, "expression expected after dictionary key and ':'"),
  missingDictColon: (run, v) => {
    const key = placed(v[0]);
    return run.raiseRange({ lineno: key.lineno, col: key.endCol - 1, endLineno: 0, endCol: 0 }, { lineno: 0, col: 0, endLineno: key.endLineno, endCol: -1 }, "':' expected after dictionary key");
  },

  // ---- assignment
  annotateDisplay: (run, v) => run.raiseAt(placed(v[0]), `only single target (not ${expressionName(node(v[0]))}) can be annotated`),
  annotateTuple: at(0, 'only single target (not tuple) can be annotated'),
  annotateIllegal: at(0, 'illegal target for annotation'),
  assignTarget: target('star', 1),
  assignYield: at(1, 'assignment to yield expression not possible'),
  augTarget: (run, v) => run.raiseAt(placed(v[0]), `'${expressionName(node(v[0]))}' is an illegal expression for augmented assignment`),
  delTarget: target('del', 1),
  withTarget: target('star', 2),
  forTarget: target('for', 2),

  // ---- parameters
  nonDefault: at(2, 'non-default argument follows default argument'),
  parenthesizedParameters: (run, v) => run.raiseRange(placed(v[1]), placed(v[4]), 'Function parameters cannot be parenthesized'),
  parenthesizedLambda: (run, v) => run.raiseRange(placed(v[1]), placed(v[4]), 'Lambda expression parameters cannot be parenthesized'),
  slashFirst: at(0, 'at least one argument must precede /'),
  slashTwice: at(2, '/ may appear only once'),
  slashAfterStar: at(5, '/ must be ahead of *'),
  slashStar: at(2, 'expected comma between / and *'),
  missingDefault: at(0, 'expected default value expression'),
  bareStar: at(0, 'named arguments must follow bare *'),
  bareStarHere: here('named arguments must follow bare *'),
  starDefault: at(2, 'var-positional argument cannot have default value'),
  starTwice: at(3, '* argument may appear only once'),
  kwdsDefault: at(2, 'var-keyword argument cannot have default value'),
  afterKwds: at(3, 'arguments cannot follow var-keyword argument'),

  // ---- statements
  importComma: here('trailing comma not allowed without surrounding parentheses'),
  expectedColon: here("expected ':'"),
  expectedBlock: (run) => run.raiseHere('expected an indented block', 'IndentationError'),
  expectedExcept: here("expected 'except' or 'finally' block"),
  mixedExceptStar: (run, v) => run.raiseRange(placed(v[4]), placed(v[5]), mixedExcept),
  mixedExcept: at(4, mixedExcept),
  exceptTuple: (run, v) => run.raiseFrom(placed(v[2]), 'multiple exception types must be parenthesized'),
  exceptStarType: here('expected one or more exception types'),
  blockAfterIf: blockAfter("'if' statement"),
  blockAfterElif: blockAfter("'elif' statement"),
  blockAfterElse: blockAfter("'else' statement"),
  blockAfterWhile: blockAfter("'while' statement"),
  blockAfterFor: blockAfter("'for' statement", 1),
  blockAfterWith: blockAfter("'with' statement", 1),
  blockAfterTry: blockAfter("'try' statement"),
  blockAfterExcept: blockAfter("'except' statement"),
  blockAfterExceptStar: blockAfter("'except*' statement"),
  blockAfterFinally: blockAfter("'finally' statement"),
  blockAfterMatch: blockAfter("'match' statement"),
  blockAfterCase: blockAfter("'case' statement"),
  blockAfterDef: blockAfter('function definition', 1),
  blockAfterClass: blockAfter('class definition'),

  // ---- patterns
  underscoreTarget: at(2, "cannot use '_' as a target"),
  patternTarget: at(2, 'invalid pattern target'),
  positionalPatterns: (run, v) => {
    const patterns = list(v[2]);
    return run.raiseRange(placed(patterns[0]), placed(last(patterns)), 'positional patterns follow keyword patterns');
  },
};

/** Sorts the mixed tail of an argument list. */
function split(args: Args, items: PegNode[]): void {
  for (const item of items) {
    if (item.type === 'Starred') args.args.push(item);
    else args.keywords.push(item);
  }
}

/** The actions by name, as the rules use them. */
export const ruleActions = actions as unknown as Record<string, Action>;
