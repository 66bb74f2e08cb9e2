/**
 * Expressions: the bottom of the grammar's class chain.
 *
 * Written for depth: an atom reaches the next nested expression through five rules
 * (primary, groupBody, element, expression, disjunction). Errors are not explained here: any fault
 * ends the parse, and `diagnose` finds the words.
 */
import type { ParserMethod } from 'chevrotain';
import { ELLIPSIS } from '../../bytecode/consts.js';
import type { Call, Comprehension, ExprNode } from '../ast.js';
import { setContext } from '../checks.js';
import { line35Of, Prec, T, type Token } from '../tokens.js';
import { ArgumentRules } from './arguments.js';
import { PARSE_FAILED } from './engine.js';
import { OperatorFold, precedenceOf } from './operators.js';
import { DEEPEST, Segments } from './segments.js';
import { line35 } from './strings.js';

type Expr = ParserMethod<[], ExprNode>;
type Alternatives<R> = { ALT: () => R }[];

/** Arguments of `disjunction` that keep it to `bitwise_or`. */
const FROM_BIT_OR = { ARGS: [Prec.BitOr] as [Prec] };
/** Arguments of `element`: no `:=` here. */
const PLAIN = { ARGS: [false] as [boolean] };

/** Rules for expressions. */
export class ExpressionParser extends ArgumentRules {
  /** Primaries around the one being read. */
  private depth = 0;
  private readonly segments = new Segments();
  /** What was warned of: the end is cut off when it will be read again. */
  warned: unknown[] = [];

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

  /** An atom with its trailers. */
  readonly primary: Expr = this.RULE('primary', (): ExprNode => {
    const start = this.next();
    if (++this.depth > DEEPEST) return this.apart(start);
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
    this.depth--;
    return node;
  });

  // ---- primaries within many others (see Segments)

  /** Runs `rule` from the first token with as little of the stack as a shallow text needs. Throws `PARSE_FAILED`. */
  protected inSegments<R>(rule: () => R): R {
    const { segments } = this;
    segments.clear();
    for (;;) {
      const job = segments.job();
      this.currIdx = job - 1;
      this.depth = 0;
      this.grouped = this.container = null;
      const warned = this.warned.length;
      let whole: R | undefined;
      let node: ExprNode | undefined;
      try {
        if (job === 0) whole = rule();
        else node = this.primary();
      } catch (e) {
        if (e !== PARSE_FAILED || !segments.missing) throw e;
      }
      if (segments.missing) {
        segments.later();
        this.warned.length = warned;
      } else if (job === 0) return whole as R;
      else segments.done(job, { node: node!, end: this.currIdx, grouped: this.grouped, container: this.container });
    }
  }

  /** A primary too deep to be read here: what it was found to be, or a stand-in that makes this run a first look. */
  private apart(start: Token): ExprNode {
    this.depth--;
    const first = this.currIdx + 1;
    const known = this.segments.get(first);
    if (known === undefined) {
      this.currIdx = this.segments.wanted(this.tokVector, first);
      return { _type: 'Name', id: '', ctx: 'Load', lineno: start.lineno, col_offset: start.col, end_lineno: start.endLineno, end_col_offset: start.endCol };
    }
    this.currIdx = known.end;
    this.grouped = known.grouped;
    this.container = known.container;
    return known.node;
  }

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

}
