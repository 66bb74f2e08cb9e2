/**
 * Expressions: the bottom of the grammar's class chain.
 *
 * Written for depth: an atom reaches the next nested expression through five rules
 * (primary, groupBody, element, expression, disjunction). Errors are not explained here: any fault
 * ends the parse, and `diagnose` finds the words.
 */
import type { IParserConfig, ParserMethod } from 'chevrotain';
import { ELLIPSIS } from '../../bytecode/consts.js';
import type { Arg, Arguments, Call, Comprehension, ExprNode, Keyword, Position, Slice, Starred } from '../ast.js';
import { setContext } from '../checks.js';
import { LiteralError, parseNumber, type LiteralContext } from '../literals.js';
import { StringBuilder } from '../string-builder.js';
import { line35Of, Prec, T, type Token, tokenTypes } from '../tokens.js';
import { LeanParser, PARSE_FAILED } from './engine.js';
import { OperatorFold, precedenceOf } from './operators.js';

type Expr = ParserMethod<[], ExprNode>;
type Alternatives<R> = { ALT: () => R }[];

/** Arguments of `disjunction` that keep it to `bitwise_or`. */
const FROM_BIT_OR = { ARGS: [Prec.BitOr] as [Prec] };
/** Arguments of `element`: no `:=` here. */
const PLAIN = { ARGS: [false] as [boolean] };

/** The line of an expression as CPython 3.5 saw it. */
export function line35(node: ExprNode): number {
  return (node as { line35?: number }).line35 ?? node.lineno;
}

/** Rules for expressions. */
export class ExpressionParser extends LeanParser {
  protected readonly t = tokenTypes();
  /** The node a group returned last: `(a): int` is not the same as `a: int`. */
  protected grouped: ExprNode | null = null;
  /** The tuple or generator `groupBody` made; its end is the caller's bracket. */
  private container: ExprNode | null = null;
  /** What string literals need from outside; set for each parse. */
  literals: LiteralContext = {};
  /** Called with the line before a literal is decoded, so that a warning knows it. */
  literalLine: (lineno: number) => void = () => {};

  constructor(config: IParserConfig) {
    super(config);
  }

  // ---- names, numbers, groups

  private readonly atoms: Alternatives<ExprNode> = [
    {
      ALT: () => {
        const token = this.CONSUME(this.t[T.Name]!) as unknown as Token;
        return { _type: 'Name', id: token.image, ctx: 'Load', lineno: token.lineno, col_offset: token.col, end_lineno: token.endLineno, end_col_offset: token.endCol };
      },
    },
    {
      ALT: () => {
        const token = this.CONSUME(this.t[T.Number]!) as unknown as Token;
        return this.constant(this.RECORDING_PHASE ? 0 : this.number(token.image), token);
      },
    },
    { ALT: () => this.SUBRULE(this.strings) },
    {
      ALT: () => {
        const open = this.CONSUME(this.t[T.LPar]!) as unknown as Token;
        this.container = null;
        const node = this.OPTION(() => this.SUBRULE(this.groupBody, { ARGS: [open] }));
        const close = this.CONSUME(this.t[T.RPar]!) as unknown as Token;
        if (node === undefined) {
          return { _type: 'Tuple', elts: [], ctx: 'Load', lineno: open.lineno, col_offset: open.col, end_lineno: close.endLineno, end_col_offset: close.endCol };
        }
        if ((this.container as ExprNode | null) === node) {
          node.end_lineno = close.endLineno;
          node.end_col_offset = close.endCol;
          this.container = null;
        }
        this.grouped = node;
        return node;
      },
    },
    { ALT: () => this.SUBRULE(this.listDisplay) },
    { ALT: () => this.SUBRULE(this.braces) },
    { ALT: () => this.constant(null, this.CONSUME(this.t[T.None_]!) as unknown as Token) },
    { ALT: () => this.constant(true, this.CONSUME(this.t[T.True_]!) as unknown as Token) },
    { ALT: () => this.constant(false, this.CONSUME(this.t[T.False_]!) as unknown as Token) },
    { ALT: () => this.constant(ELLIPSIS, this.CONSUME(this.t[T.Ellipsis]!) as unknown as Token) },
  ];

  protected constant(value: (ExprNode & { _type: 'Constant' })['value'], token: Token): ExprNode {
    return { _type: 'Constant', value, kind: null, lineno: token.lineno, col_offset: token.col, end_lineno: token.endLineno, end_col_offset: token.endCol };
  }

  protected number(image: string): ReturnType<typeof parseNumber> {
    try {
      return parseNumber(image);
    } catch (e) {
      throw e instanceof LiteralError ? PARSE_FAILED : e;
    }
  }

  /** An atom with its trailers. */
  readonly primary: Expr = this.RULE('primary', (): ExprNode => {
    const start = this.next();
    let node = this.OR(this.atoms);
    this.MANY(() => {
      const value = node;
      node = this.OR1([
        {
          ALT: (): ExprNode => {
            this.CONSUME(this.t[T.Dot]!);
            const name = this.CONSUME1(this.t[T.Name]!) as unknown as Token;
            return { _type: 'Attribute', value, attr: name.image, ctx: 'Load', lineno: start.lineno, col_offset: start.col, end_lineno: name.endLineno, end_col_offset: name.endCol };
          },
        },
        {
          ALT: (): ExprNode => {
            const open = this.CONSUME1(this.t[T.LPar]!) as unknown as Token;
            const call: Call = { _type: 'Call', func: value, args: [], keywords: [], lineno: start.lineno, col_offset: start.col, end_lineno: 0, end_col_offset: 0 };
            this.SUBRULE(this.callArguments, { ARGS: [call, open] });
            const close = this.CONSUME1(this.t[T.RPar]!) as unknown as Token;
            call.end_lineno = close.endLineno;
            call.end_col_offset = close.endCol;
            return call;
          },
        },
        {
          ALT: (): ExprNode => {
            this.CONSUME(this.t[T.LSqb]!);
            const slice = this.SUBRULE(this.slices);
            const close = this.CONSUME(this.t[T.RSqb]!) as unknown as Token;
            return { _type: 'Subscript', value, slice, ctx: 'Load', lineno: start.lineno, col_offset: start.col, end_lineno: close.endLineno, end_col_offset: close.endCol };
          },
        },
      ]);
      const line = line35(value);
      if (line !== start.lineno && !this.RECORDING_PHASE) node.line35 = line;
    });
    return node;
  });

  // ---- operators

  private readonly prefixes: Alternatives<unknown> = [
    { ALT: () => this.CONSUME(this.t[T.Not]!) },
    { ALT: () => this.CONSUME(this.t[T.Minus]!) },
    { ALT: () => this.CONSUME(this.t[T.Plus]!) },
    { ALT: () => this.CONSUME(this.t[T.Tilde]!) },
    { ALT: () => this.CONSUME(this.t[T.Await]!) },
  ];

  private readonly binaries: Alternatives<unknown> = [
    { ALT: () => this.CONSUME1(this.t[T.BinaryOnly]!) },
    { ALT: () => this.CONSUME1(this.t[T.Star]!) },
    { ALT: () => this.CONSUME1(this.t[T.DoubleStar]!) },
    { ALT: () => this.CONSUME1(this.t[T.Slash]!) },
    { ALT: () => this.CONSUME1(this.t[T.Plus]!) },
    { ALT: () => this.CONSUME1(this.t[T.Minus]!) },
    { ALT: () => this.CONSUME1(this.t[T.At]!) },
    { ALT: () => this.CONSUME1(this.t[T.VBar]!) },
    { ALT: () => this.CONSUME1(this.t[T.And]!) },
    { ALT: () => this.CONSUME1(this.t[T.Or]!) },
    { ALT: () => this.CONSUME1(this.t[T.In]!) },
    {
      ALT: () => {
        this.CONSUME2(this.t[T.Not]!);
        this.CONSUME2(this.t[T.In]!);
      },
    },
    {
      ALT: () => {
        this.CONSUME1(this.t[T.Is]!);
        this.OPTION(() => this.CONSUME3(this.t[T.Not]!));
      },
    },
  ];

  /** Operands and operators from `weakest` up, folded by precedence. */
  readonly disjunction: ParserMethod<[Prec?], ExprNode> = this.RULE('disjunction', (weakest: Prec = Prec.Or): ExprNode => {
    let fold: OperatorFold | undefined;
    this.MANY(() => {
      const token = this.next();
      this.OR(this.prefixes);
      fold ??= new OperatorFold(weakest);
      if (!fold.prefix(token)) this.failed();
    });
    let start = this.next();
    let node = this.SUBRULE(this.primary);
    const binary = (): void => {
      fold ??= new OperatorFold(weakest);
      fold.operand(node, start, this.last());
      const token = this.next();
      this.OR1(this.binaries);
      if (!this.RECORDING_PHASE) fold.operator(token, this.last());
      this.MANY2(() => {
        const prefix = this.next();
        this.OR2(this.prefixes2);
        if (!fold!.prefix(prefix)) this.failed();
      });
      start = this.next();
      node = this.SUBRULE2(this.primary);
    };
    if (weakest === Prec.Or) this.MANY1(binary);
    else this.MANY1({ GATE: () => precedenceOf(this.next()) >= weakest, DEF: binary });
    if (fold === undefined || this.RECORDING_PHASE) return node;
    fold.operand(node, start, this.last());
    return fold.finish();
  });

  private readonly prefixes2: Alternatives<unknown> = [
    { ALT: () => this.CONSUME4(this.t[T.Not]!) },
    { ALT: () => this.CONSUME4(this.t[T.Minus]!) },
    { ALT: () => this.CONSUME4(this.t[T.Plus]!) },
    { ALT: () => this.CONSUME4(this.t[T.Tilde]!) },
    { ALT: () => this.CONSUME4(this.t[T.Await]!) },
  ];

  /** `a`, `a if b else c`, `lambda: a`. Chains of conditionals are read in a loop. */
  readonly expression: Expr = this.RULE('expression', (): ExprNode => {
    const start = this.next();
    return this.OR([
      { ALT: () => this.SUBRULE(this.lambda) },
      {
        ALT: (): ExprNode => {
          const first = this.SUBRULE(this.disjunction);
          let chain: { start: Token; body: ExprNode; test: ExprNode }[] | undefined;
          let body = first;
          let bodyStart = start;
          this.MANY(() => {
            this.CONSUME(this.t[T.If]!);
            const test = this.SUBRULE1(this.disjunction);
            this.CONSUME(this.t[T.Else]!);
            (chain ??= []).push({ start: bodyStart, body, test });
            bodyStart = this.next();
            body = this.OR1([{ ALT: () => this.SUBRULE2(this.lambda) }, { ALT: () => this.SUBRULE2(this.disjunction) }]);
          });
          if (chain === undefined) return first;
          const end = this.last();
          let node = body;
          for (let i = chain.length - 1; i >= 0; i--) {
            const part = chain[i]!;
            node = { _type: 'IfExp', test: part.test, body: part.body, orelse: node, lineno: part.start.lineno, col_offset: part.start.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
            this.lineOf(node, part.start);
          }
          return node;
        },
      },
    ]);
  });

  /** Sets `line35` where the first token is a string of several lines. */
  protected lineOf(node: Position & { line35?: number }, start: Token): void {
    const line = line35Of(start);
    if (line !== node.lineno) node.line35 = line;
  }

  readonly lambda: Expr = this.RULE('lambda', (): ExprNode => {
    const start = this.CONSUME(this.t[T.Lambda]!) as unknown as Token;
    const args = this.SUBRULE(this.parameters, { ARGS: [true] });
    this.CONSUME(this.t[T.Colon]!);
    const body = this.SUBRULE(this.expression);
    const end = this.last();
    return { _type: 'Lambda', args, body, lineno: start.lineno, col_offset: start.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
  });

  /** One element of a display, tuple or group: `*a`, `a`, and `a := b` unless `named` is false. */
  readonly element: ParserMethod<[boolean?], ExprNode> = this.RULE('element', (named = true): ExprNode => {
    const start = this.next();
    return this.OR([
      {
        ALT: (): ExprNode => {
          this.CONSUME(this.t[T.Star]!);
          const value = this.SUBRULE(this.disjunction, FROM_BIT_OR);
          return this.starred(value, start);
        },
      },
      {
        ALT: (): ExprNode => {
          const target = this.SUBRULE(this.expression);
          let node = target;
          this.OPTION({
            GATE: () => named,
            DEF: () => {
              node = this.SUBRULE(this.walrus, { ARGS: [target, start] });
            },
          });
          return node;
        },
      },
    ]);
  });

  protected starred(value: ExprNode, start: Token): Starred {
    const end = this.last();
    return { _type: 'Starred', value, ctx: 'Load', lineno: start.lineno, col_offset: start.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
  }

  /** `:= value` after its target. */
  readonly walrus: ParserMethod<[ExprNode, Token], ExprNode> = this.RULE('walrus', (target: ExprNode, start: Token): ExprNode => {
    this.CONSUME(this.t[T.ColonEqual]!);
    if (!this.RECORDING_PHASE) {
      if (target._type !== 'Name' || this.grouped === target) this.failed();
      else target.ctx = 'Store';
    }
    const value = this.SUBRULE(this.expression);
    const end = this.last();
    const first = start ?? end;
    return { _type: 'NamedExpr', target, value, lineno: first.lineno, col_offset: first.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
  });

  /** `a` or `a := b`. */
  readonly namedExpression: Expr = this.RULE('namedExpression', (): ExprNode => {
    const start = this.next();
    const target = this.SUBRULE(this.expression);
    let node = target;
    this.OPTION(() => {
      node = this.SUBRULE(this.walrus, { ARGS: [target, start] });
    });
    return node;
  });

  /** `a`, `*a`, `a, b`: a tuple needs no parentheses here. */
  readonly starExpressions: Expr = this.RULE('starExpressions', (): ExprNode => {
    const start = this.next();
    const first = this.SUBRULE(this.element, PLAIN);
    let elts: ExprNode[] | undefined;
    let ended = false;
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        this.CONSUME(this.t[T.Comma]!);
        elts ??= [first];
        ended = true;
        this.OPTION(() => {
          elts!.push(this.SUBRULE1(this.element, PLAIN));
          ended = false;
        });
      },
    });
    return elts === undefined ? first : this.tuple(elts, start);
  });

  /** A tuple from `start` to the token consumed last. */
  protected tuple(elts: ExprNode[], start: Token): ExprNode {
    const end = this.last();
    const node: ExprNode = { _type: 'Tuple', elts, ctx: 'Load', lineno: start.lineno, col_offset: start.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
    this.lineOf(node, start);
    return node;
  }

  readonly yieldExpression: Expr = this.RULE('yieldExpression', (): ExprNode => {
    const start = this.CONSUME(this.t[T.Yield]!) as unknown as Token;
    let value: ExprNode | null = null;
    let from = false;
    this.OPTION(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(this.t[T.From]!);
            from = true;
            value = this.SUBRULE(this.expression);
          },
        },
        {
          ALT: () => {
            value = this.SUBRULE(this.starExpressions);
          },
        },
      ]);
    });
    const end = this.last();
    const where = { lineno: start.lineno, col_offset: start.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
    return from ? { _type: 'YieldFrom', value: value!, ...where } : { _type: 'Yield', value, ...where };
  });

  // ---- groups and displays

  /** What stands between parentheses (or the braces of an f-string's field): an expression, a tuple, a generator. */
  readonly groupBody: ParserMethod<[Token], ExprNode> = this.RULE('groupBody', (open: Token): ExprNode => {
    const start = this.next();
    return this.OR([
      { ALT: () => this.SUBRULE(this.yieldExpression) },
      {
        ALT: (): ExprNode => {
          const first = this.SUBRULE(this.element);
          let node = first;
          this.OPTION(() => {
            node = this.SUBRULE(this.groupRest, { ARGS: [first, open] });
          });
          if (node === first) {
            if (node._type === 'Starred') this.failed();
            this.container = null;
          } else {
            const line = line35Of(start);
            if (line !== node.lineno) node.line35 = line;
            this.container = node;
          }
          return node;
        },
      },
    ]);
  });

  /** After the first element of a group: the rest of a tuple or the clauses of a generator. */
  readonly groupRest: ParserMethod<[ExprNode, Token], ExprNode> = this.RULE('groupRest', (first: ExprNode, open: Token): ExprNode =>
    this.OR([
      {
        ALT: (): ExprNode => {
          const elts = [first];
          this.CONSUME(this.t[T.Comma]!);
          this.SUBRULE(this.moreElements, { ARGS: [elts] });
          const at = open ?? this.next();
          return { _type: 'Tuple', elts, ctx: 'Load', lineno: at.lineno, col_offset: at.col, end_lineno: 0, end_col_offset: 0 };
        },
      },
      {
        ALT: (): ExprNode => {
          if (!this.RECORDING_PHASE && first._type === 'Starred') this.failed();
          const generators = this.SUBRULE(this.comprehensionClauses);
          const at = open ?? this.next();
          return { _type: 'GeneratorExp', elt: first, generators, lineno: at.lineno, col_offset: at.col, end_lineno: 0, end_col_offset: 0 };
        },
      },
    ]),
  );

  /** Elements after a comma, up to the closing bracket. */
  readonly moreElements: ParserMethod<[ExprNode[]], void> = this.RULE('moreElements', (elts: ExprNode[]): void => {
    let ended = false;
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        const node = this.SUBRULE(this.element);
        if (!this.RECORDING_PHASE) elts.push(node);
        ended = true;
        this.OPTION(() => {
          this.CONSUME(this.t[T.Comma]!);
          ended = false;
        });
      },
    });
  });

  readonly listDisplay: Expr = this.RULE('listDisplay', (): ExprNode => {
    const open = this.CONSUME(this.t[T.LSqb]!) as unknown as Token;
    const elts: ExprNode[] = [];
    let generators: Comprehension[] | undefined;
    const first = this.next();
    this.OPTION(() => {
      elts.push(this.SUBRULE(this.element));
      this.OPTION1(() => {
        this.OR([
          {
            ALT: () => {
              this.CONSUME(this.t[T.Comma]!);
              this.SUBRULE(this.moreElements, { ARGS: [elts] });
            },
          },
          {
            ALT: () => {
              if (elts[0]!._type === 'Starred') this.failed();
              generators = this.SUBRULE(this.comprehensionClauses);
            },
          },
        ]);
      });
    });
    const close = this.CONSUME(this.t[T.RSqb]!) as unknown as Token;
    if (generators !== undefined) {
      const node: ExprNode = { _type: 'ListComp', elt: elts[0]!, generators, lineno: open.lineno, col_offset: open.col, end_lineno: close.endLineno, end_col_offset: close.endCol };
      this.lineOf(node, first);
      return node;
    }
    return { _type: 'List', elts, ctx: 'Load', lineno: open.lineno, col_offset: open.col, end_lineno: close.endLineno, end_col_offset: close.endCol };
  });

  /** Dict and set displays and comprehensions: the first element decides. */
  readonly braces: Expr = this.RULE('braces', (): ExprNode => {
    const open = this.CONSUME(this.t[T.LBrace]!) as unknown as Token;
    const keys: (ExprNode | null)[] = [];
    const values: ExprNode[] = [];
    let isSet: boolean | undefined;
    let generators: Comprehension[] | undefined;
    let ended = false;
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        this.OR([
          {
            ALT: () => {
              this.CONSUME(this.t[T.DoubleStar]!);
              if (isSet === true) this.failed();
              isSet = false;
              keys.push(null);
              values.push(this.SUBRULE(this.disjunction, FROM_BIT_OR));
            },
          },
          {
            ALT: () => {
              const first = this.SUBRULE(this.element);
              let pair = false;
              this.OPTION(() => {
                this.CONSUME(this.t[T.Colon]!);
                pair = true;
                if (first._type === 'Starred' || (first._type === 'NamedExpr' && this.grouped !== first) || isSet === true) this.failed();
                keys.push(first);
                values.push(this.SUBRULE(this.expression));
              });
              if (!pair) {
                if (isSet === false) this.failed();
                values.push(first);
              }
              isSet = !pair;
            },
          },
        ]);
        ended = true;
        this.OPTION1(() => {
          this.OR1([
            {
              ALT: () => {
                this.CONSUME(this.t[T.Comma]!);
                ended = false;
              },
            },
            {
              ALT: () => {
                if (values.length !== 1 || keys[0] === null || values[0]!._type === 'Starred') this.failed();
                generators = this.SUBRULE(this.comprehensionClauses);
              },
            },
          ]);
        });
      },
    });
    const close = this.CONSUME(this.t[T.RBrace]!) as unknown as Token;
    const where = { lineno: open.lineno, col_offset: open.col, end_lineno: close.endLineno, end_col_offset: close.endCol };
    if (generators !== undefined) {
      return isSet === true ? { _type: 'SetComp', elt: values[0]!, generators, ...where } : { _type: 'DictComp', key: keys[0]!, value: values[0]!, generators, ...where };
    }
    return isSet === true ? { _type: 'Set', elts: values, ...where } : { _type: 'Dict', keys, values, ...where };
  });

  /** `for a in b if c ...`, one clause or more. */
  readonly comprehensionClauses: ParserMethod<[], Comprehension[]> = this.RULE('comprehensionClauses', (): Comprehension[] => {
    const clauses = [this.SUBRULE(this.comprehensionClause)];
    this.MANY(() => {
      clauses.push(this.SUBRULE1(this.comprehensionClause));
    });
    return clauses;
  });

  readonly comprehensionClause: ParserMethod<[], Comprehension> = this.RULE('comprehensionClause', (): Comprehension => {
    let is_async = 0;
    this.OPTION(() => {
      this.CONSUME(this.t[T.Async]!);
      is_async = 1;
    });
    this.CONSUME(this.t[T.For]!);
    const target = this.SUBRULE(this.targets);
    this.CONSUME(this.t[T.In]!);
    const iter = this.SUBRULE(this.disjunction);
    const ifs: ExprNode[] = [];
    this.MANY(() => {
      this.CONSUME(this.t[T.If]!);
      ifs.push(this.SUBRULE1(this.disjunction));
    });
    return { _type: 'comprehension', target, iter, ifs, is_async };
  });

  /** Targets of `for` and of a comprehension. */
  readonly targets: Expr = this.RULE('targets', (): ExprNode => {
    const start = this.next();
    const first = this.SUBRULE(this.target);
    let elts: ExprNode[] | undefined;
    let ended = false;
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        this.CONSUME(this.t[T.Comma]!);
        elts ??= [first];
        ended = true;
        this.OPTION(() => {
          elts!.push(this.SUBRULE1(this.target));
          ended = false;
        });
      },
    });
    if (elts === undefined) return first;
    const node = this.tuple(elts, start);
    if (node._type === 'Tuple') node.ctx = 'Store';
    return node;
  });

  /** One assignment target, optionally starred. */
  readonly target: Expr = this.RULE('target', (): ExprNode => {
    const start = this.next();
    let star = false;
    this.OPTION(() => {
      this.CONSUME(this.t[T.Star]!);
      star = true;
    });
    const value = this.SUBRULE(this.primary);
    const node = star ? this.starred(value, start) : value;
    if (!this.RECORDING_PHASE && !setContext(node, 'Store')) this.failed();
    return node;
  });

  // ---- calls and subscripts

  /** Arguments between the parentheses of a call, or of a class (`open` null), which takes no bare generator. */
  readonly callArguments: ParserMethod<[Call, Token | null], void> = this.RULE('callArguments', (call: Call, open: Token | null): void => {
    let ended = false;
    let doubleStar = false;
    let named = false;
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        const start = this.next();
        let generator = false;
        this.OR([
          {
            ALT: () => {
              this.CONSUME(this.t[T.Star]!);
              if (doubleStar) this.failed();
              const value = this.SUBRULE(this.expression);
              if (!this.RECORDING_PHASE) call.args.push(this.starred(value, start));
            },
          },
          {
            ALT: () => {
              this.CONSUME(this.t[T.DoubleStar]!);
              doubleStar = true;
              const value = this.SUBRULE1(this.expression);
              if (!this.RECORDING_PHASE) call.keywords.push(this.keyword(null, value, start));
            },
          },
          {
            // Two tokens decide: a name and `=`.
            GATE: () => this.kind(2) === T.Equal && this.kind(1) === T.Name,
            ALT: () => {
              this.CONSUME(this.t[T.Name]!);
              this.CONSUME(this.t[T.Equal]!);
              named = true;
              const value = this.SUBRULE2(this.expression);
              if (!this.RECORDING_PHASE) call.keywords.push(this.keyword(start.image, value, start));
            },
            IGNORE_AMBIGUITIES: true,
          },
          {
            ALT: () => {
              if (named || doubleStar) this.failed();
              const first = this.SUBRULE(this.namedExpression);
              let node = first;
              this.OPTION(() => {
                const generators = this.SUBRULE(this.comprehensionClauses);
                if (this.RECORDING_PHASE) return;
                if (call.args.length > 0 || open === null) throw PARSE_FAILED;
                generator = true;
                const end = this.next();
                node = { _type: 'GeneratorExp', elt: first, generators, lineno: open.lineno, col_offset: open.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
                this.lineOf(node, start);
              });
              if (!this.RECORDING_PHASE) call.args.push(node);
            },
            IGNORE_AMBIGUITIES: true,
          },
        ]);
        ended = true;
        this.OPTION1(() => {
          this.CONSUME(this.t[T.Comma]!);
          ended = false;
          if (generator) this.failed();
        });
      },
    });
  });

  private keyword(arg: string | null, value: ExprNode, start: Token): Keyword {
    const end = this.last();
    return { _type: 'keyword', arg, value, lineno: start.lineno, col_offset: start.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
  }

  /** Between the brackets of a subscript. */
  readonly slices: Expr = this.RULE('slices', (): ExprNode => {
    const start = this.next();
    const first = this.SUBRULE(this.slice);
    let elts: ExprNode[] | undefined;
    let ended = false;
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        this.CONSUME(this.t[T.Comma]!);
        elts ??= [first];
        ended = true;
        this.OPTION(() => {
          elts!.push(this.SUBRULE1(this.slice));
          ended = false;
        });
      },
    });
    if (elts === undefined && first._type === 'Starred') elts = [first];
    return elts === undefined ? first : this.tuple(elts, start);
  });

  /** `a`, `a:b:c`, `*a`, `a := b`. */
  readonly slice: Expr = this.RULE('slice', (): ExprNode => {
    const start = this.next();
    return this.OR([
      {
        ALT: (): ExprNode => {
          this.CONSUME(this.t[T.Star]!);
          return this.starred(this.SUBRULE(this.expression), start);
        },
      },
      {
        ALT: (): ExprNode => {
          const first = this.SUBRULE(this.namedExpression);
          let node = first;
          this.OPTION(() => {
            if (first._type === 'NamedExpr' && this.grouped !== first) this.failed();
            node = this.SUBRULE(this.sliceRest, { ARGS: [first, start] });
          });
          return node;
        },
      },
      { ALT: (): ExprNode => this.SUBRULE1(this.sliceRest, { ARGS: [null, start] }) },
    ]);
  });

  readonly sliceRest: ParserMethod<[ExprNode | null, Token], Slice> = this.RULE('sliceRest', (lower: ExprNode | null, start: Token): Slice => {
    let upper: ExprNode | null = null;
    let step: ExprNode | null = null;
    this.CONSUME(this.t[T.Colon]!);
    this.OPTION(() => {
      upper = this.SUBRULE(this.expression);
    });
    this.OPTION1(() => {
      this.CONSUME1(this.t[T.Colon]!);
      this.OPTION2(() => {
        step = this.SUBRULE1(this.expression);
      });
    });
    const end = this.last();
    const first = start ?? end;
    return { _type: 'Slice', lower, upper, step, lineno: first.lineno, col_offset: first.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
  });

  // ---- parameters

  /** Parameters of a `def` or a `lambda`, without the brackets. */
  readonly parameters: ParserMethod<[boolean], Arguments> = this.RULE('parameters', (lambda: boolean): Arguments => {
    const args: Arguments = { _type: 'arguments', posonlyargs: [], args: [], vararg: null, kwonlyargs: [], kw_defaults: [], kwarg: null, defaults: [] };
    let ended = false;
    let star = false;
    let bareStar = false;
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        if (args.kwarg !== null && !this.RECORDING_PHASE) this.failed();
        this.OR([
          {
            ALT: () => {
              const arg = this.SUBRULE(this.parameter, { ARGS: [lambda, false] });
              let value: ExprNode | null = null;
              this.OPTION(() => {
                this.CONSUME(this.t[T.Equal]!);
                value = this.SUBRULE(this.expression);
              });
              if (star) {
                bareStar = false;
                args.kwonlyargs.push(arg);
                args.kw_defaults.push(value);
              } else {
                if (value !== null) args.defaults.push(value);
                else if (args.defaults.length > 0) this.failed();
                args.args.push(arg);
              }
            },
          },
          {
            ALT: () => {
              this.CONSUME(this.t[T.Slash]!);
              if (star || args.posonlyargs.length > 0 || args.args.length === 0) this.failed();
              args.posonlyargs = args.args;
              args.args = [];
            },
          },
          {
            ALT: () => {
              this.CONSUME(this.t[T.Star]!);
              if (star) this.failed();
              star = true;
              bareStar = true;
              this.OPTION1(() => {
                args.vararg = this.SUBRULE1(this.parameter, { ARGS: [lambda, true] });
                bareStar = false;
              });
            },
          },
          {
            ALT: () => {
              this.CONSUME(this.t[T.DoubleStar]!);
              if (bareStar) this.failed();
              args.kwarg = this.SUBRULE2(this.parameter, { ARGS: [lambda, false] });
            },
          },
        ]);
        ended = true;
        this.OPTION2(() => {
          this.CONSUME(this.t[T.Comma]!);
          ended = false;
        });
      },
    });
    if (bareStar) this.failed();
    return args;
  });

  /** A parameter's name and annotation. */
  readonly parameter: ParserMethod<[boolean, boolean], Arg> = this.RULE('parameter', (lambda: boolean, star: boolean): Arg => {
    const name = this.CONSUME(this.t[T.Name]!) as unknown as Token;
    let annotation: ExprNode | null = null;
    this.OPTION({
      GATE: () => !lambda,
      DEF: () => {
        this.CONSUME(this.t[T.Colon]!);
        annotation = this.SUBRULE(this.element, PLAIN);
        if (!star && annotation._type === 'Starred') this.failed();
      },
    });
    const end = this.last();
    return { _type: 'arg', arg: name.image, annotation, type_comment: null, lineno: name.lineno, col_offset: name.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
  });

  // ---- strings

  /** Adjacent string literals. */
  readonly strings: Expr = this.RULE('strings', (): ExprNode => {
    const first = this.next();
    const builder = new StringBuilder(this.literals, this.literalLine);
    this.OR([{ ALT: () => this.SUBRULE(this.plainString, { ARGS: [builder] }) }, { ALT: () => this.SUBRULE(this.fstring, { ARGS: [builder] }) }]);
    this.MANY(() => {
      this.OR1([{ ALT: () => this.SUBRULE1(this.plainString, { ARGS: [builder] }) }, { ALT: () => this.SUBRULE1(this.fstring, { ARGS: [builder] }) }]);
    });
    if (this.RECORDING_PHASE) return this.constant('', first);
    const end = this.last();
    const node = builder.finish({ lineno: first.lineno, col_offset: first.col, end_lineno: end.endLineno, end_col_offset: end.endCol }, line35Of(first));
    if (node === null) throw PARSE_FAILED;
    return node;
  });

  readonly plainString: ParserMethod<[StringBuilder], void> = this.RULE('plainString', (builder: StringBuilder): void => {
    const token = this.CONSUME(this.t[T.String]!) as unknown as Token;
    if (!this.RECORDING_PHASE && !builder.plain(token)) this.failed();
  });

  readonly fstring: ParserMethod<[StringBuilder], void> = this.RULE('fstring', (builder: StringBuilder): void => {
    const start = this.CONSUME(this.t[T.FStringStart]!) as unknown as Token;
    if (!this.RECORDING_PHASE) builder.startF(start);
    this.MANY(() => this.SUBRULE(this.fstringPart, { ARGS: [builder] }));
    this.CONSUME(this.t[T.FStringEnd]!);
  });

  /** Literal text or one `{field}`. */
  readonly fstringPart: ParserMethod<[StringBuilder], void> = this.RULE('fstringPart', (builder: StringBuilder): void => {
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(this.t[T.FStringMiddle]!) as unknown as Token;
          if (!this.RECORDING_PHASE && !builder.middle(token)) this.failed();
        },
      },
      {
        ALT: () => {
          const open = this.CONSUME(this.t[T.FStringLBrace]!) as unknown as Token;
          const value = this.SUBRULE(this.groupBody, { ARGS: [open] });
          if (this.container === value) {
            const close = this.next();
            value.end_lineno = close.lineno;
            value.end_col_offset = close.col + 1;
            this.container = null;
          }
          let debug: string | null = null;
          let conversion = -1;
          let spec: StringBuilder | null = null;
          this.OPTION(() => {
            debug = (this.CONSUME(this.t[T.FStringDebug]!) as unknown as Token).image;
          });
          this.OPTION1(() => {
            const letter = this.CONSUME(this.t[T.FStringConversion]!) as unknown as Token;
            if (!this.RECORDING_PHASE) conversion = letter.image.charCodeAt(0);
          });
          this.OPTION2(() => {
            this.CONSUME(this.t[T.FStringColon]!);
            spec = this.RECORDING_PHASE ? builder : builder.nested();
            this.MANY(() => this.SUBRULE(this.fstringPart, { ARGS: [spec!] }));
          });
          this.CONSUME(this.t[T.FStringRBrace]!);
          if (!this.RECORDING_PHASE) builder.field(value, debug, conversion, spec);
        },
      },
    ]);
  });
}
