/** Parameters, call arguments and subscripts: what stands between brackets after a name. */
import type { ParserMethod } from 'chevrotain';
import type { Arg, Arguments, Call, Comprehension, ExprNode, Keyword, Slice } from '../ast.js';
import { T, type Token } from '../tokens.js';
import { PARSE_FAILED } from './engine.js';
import { LiteralRules } from './strings.js';

type Expr = ParserMethod<[], ExprNode>;

/** Arguments of `element`: no `:=` here. */
const PLAIN = { ARGS: [false] as [boolean] };

/** Rules for arguments and parameters. */
export abstract class ArgumentRules extends LiteralRules {
  abstract readonly expression: Expr;
  abstract readonly namedExpression: Expr;
  abstract readonly element: ParserMethod<[boolean?], ExprNode>;
  abstract readonly comprehensionClauses: ParserMethod<[], Comprehension[]>;

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
}
