/** Compound statements: the top of the grammar's class chain, and the parser's entry points. */
import type { ParserMethod } from 'chevrotain';
import type { Call, ExceptHandler, ExprNode, If, MatchCase, ModNode, StmtNode, Withitem } from '../ast.js';
import { T, type Token } from '../tokens.js';
import type { Decisions } from './decisions.js';
import { PARSE_FAILED } from './engine.js';
import { SimpleStatementParser } from './simple-statements.js';

type Stmt = ParserMethod<[], StmtNode>;
type StmtInto = ParserMethod<[StmtNode[]], void>;

/** The whole grammar. Construct once, call `parse` as often as needed. Without `decisions` Chevrotain analyses the grammar. */
export class PythonParser extends SimpleStatementParser {
  constructor(decisions?: Decisions, skipValidations = true) {
    super({ maxLookahead: 1, skipValidations });
    this.decideBy(decisions);
  }

  /** Parses `tokens`; throws `PARSE_FAILED` if they are not in the language. */
  parse(tokens: Token[], mode: 'exec' | 'eval' | 'single' | 'func_type'): ModNode {
    this.begin(tokens);
    const node = this.inSegments(() => (mode === 'exec' ? this.fileInput() : mode === 'eval' ? this.evalInput() : mode === 'single' ? this.singleInput() : this.funcTypeInput()));
    if (mode !== 'single' && this.kind() !== T.EOF) throw PARSE_FAILED;
    return node;
  }

  /** Lets go of the tokens. */
  release(): void {
    this.begin([]);
  }

  /** Index of the first token `parse` did not consume. */
  get consumed(): number {
    return this.currIdx + 1;
  }

  // ---- entry points

  readonly fileInput: ParserMethod<[], ModNode> = this.RULE('fileInput', (): ModNode => {
    const body: StmtNode[] = [];
    this.MANY(() => this.SUBRULE(this.statement, { ARGS: [body] }));
    return { _type: 'Module', body, type_ignores: [] };
  });

  readonly singleInput: ParserMethod<[], ModNode> = this.RULE('singleInput', (): ModNode => {
    const body: StmtNode[] = [];
    const start = this.next();
    this.OR([
      { ALT: () => this.SUBRULE(this.simpleStatements, { ARGS: [body] }) },
      {
        ALT: () => {
          this.SUBRULE(this.compoundStatement, { ARGS: [body] });
          this.CONSUME(this.t[T.Newline]!);
        },
      },
      {
        ALT: () => {
          this.CONSUME1(this.t[T.Newline]!);
          body.push({ _type: 'Pass', lineno: start.lineno, col_offset: start.col, end_lineno: start.endLineno, end_col_offset: start.endCol });
        },
      },
    ]);
    return { _type: 'Interactive', body };
  });

  readonly evalInput: ParserMethod<[], ModNode> = this.RULE('evalInput', (): ModNode => {
    const start = this.next();
    const first = this.SUBRULE(this.expression);
    let elts: ExprNode[] | undefined;
    let ended = false;
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        this.CONSUME(this.t[T.Comma]!);
        elts ??= [first];
        ended = true;
        this.OPTION(() => {
          elts!.push(this.SUBRULE1(this.expression));
          ended = false;
        });
      },
    });
    const body = elts === undefined ? first : this.tuple(elts, start);
    this.MANY1(() => this.CONSUME(this.t[T.Newline]!));
    return { _type: 'Expression', body };
  });

  readonly funcTypeInput: ParserMethod<[], ModNode> = this.RULE('funcTypeInput', (): ModNode => {
    const argtypes: ExprNode[] = [];
    let ended = false;
    let stars = 0;
    this.CONSUME(this.t[T.LPar]!);
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        let star = 0;
        this.OPTION1(() => {
          this.OR([
            {
              ALT: () => {
                this.CONSUME(this.t[T.Star]!);
                star = 1;
              },
            },
            {
              ALT: () => {
                this.CONSUME(this.t[T.DoubleStar]!);
                star = 2;
              },
            },
          ]);
        });
        if (star > 0 ? star <= stars : stars > 0) this.failed();
        stars = Math.max(stars, star);
        argtypes.push(this.SUBRULE(this.expression));
        ended = true;
        this.OPTION(() => {
          this.CONSUME(this.t[T.Comma]!);
          ended = false;
        });
      },
    });
    if (argtypes.length > 0 && !ended) this.failed();
    this.CONSUME(this.t[T.RPar]!);
    this.CONSUME(this.t[T.Arrow]!);
    const returns = this.SUBRULE1(this.expression);
    this.MANY1(() => this.CONSUME(this.t[T.Newline]!));
    return { _type: 'FunctionType', argtypes, returns };
  });

  // ---- statements

  readonly statement: StmtInto = this.RULE('statement', (body: StmtNode[]): void => {
    this.OR([
      { ALT: () => this.SUBRULE(this.simpleStatements, { ARGS: [body] }) },
      { ALT: () => this.SUBRULE(this.compoundStatement, { ARGS: [body] }) },
    ]);
  });

  readonly compoundStatement: StmtInto = this.RULE('compoundStatement', (body: StmtNode[]): void => {
    const node = this.OR(this.compounds);
    if (!this.RECORDING_PHASE) body.push(node);
  });

  private readonly compounds: { ALT: () => StmtNode }[] = [
    { ALT: () => this.SUBRULE(this.ifStatement) },
    { ALT: () => this.SUBRULE(this.functionDef) },
    { ALT: () => this.SUBRULE(this.classDef) },
    { ALT: () => this.SUBRULE(this.decorated) },
    { ALT: () => this.SUBRULE(this.forStatement) },
    { ALT: () => this.SUBRULE(this.tryStatement) },
    { ALT: () => this.SUBRULE(this.withStatement) },
    { ALT: () => this.SUBRULE(this.whileStatement) },
    { ALT: () => this.SUBRULE(this.asyncStatement) },
    { ALT: () => this.SUBRULE(this.matchStatement) },
  ];

  readonly block: ParserMethod<[], StmtNode[]> = this.RULE('block', (): StmtNode[] => {
    const body: StmtNode[] = [];
    this.OR([
      {
        ALT: () => {
          this.CONSUME(this.t[T.Newline]!);
          this.CONSUME(this.t[T.Indent]!);
          this.MANY(() => this.SUBRULE(this.statement, { ARGS: [body] }));
          this.CONSUME(this.t[T.Dedent]!);
        },
      },
      { ALT: () => this.SUBRULE(this.simpleStatements, { ARGS: [body] }) },
    ]);
    return body;
  });

  // ---- compound statements

  /** `if` with all its `elif`s: a loop, then nested from the last one up. */
  readonly ifStatement: Stmt = this.RULE('ifStatement', (): StmtNode => {
    const start = this.CONSUME(this.t[T.If]!) as unknown as Token;
    const test = this.SUBRULE(this.namedExpression);
    this.CONSUME(this.t[T.Colon]!);
    const body = this.SUBRULE(this.block);
    const first: If = { _type: 'If', test, body, orelse: [], lineno: start.lineno, col_offset: start.col, end_lineno: 0, end_col_offset: 0 };
    const all = [first];
    this.MANY(() => {
      const elif = this.CONSUME(this.t[T.Elif]!) as unknown as Token;
      const elifTest = this.SUBRULE1(this.namedExpression);
      this.CONSUME1(this.t[T.Colon]!);
      const elifBody = this.SUBRULE1(this.block);
      const node: If = { _type: 'If', test: elifTest, body: elifBody, orelse: [], lineno: elif.lineno, col_offset: elif.col, end_lineno: 0, end_col_offset: 0 };
      all[all.length - 1]!.orelse = [node];
      all.push(node);
    });
    all[all.length - 1]!.orelse = this.SUBRULE(this.elseBlock);
    const { end_lineno, end_col_offset } = this.extent(start);
    for (const node of all) {
      node.end_lineno = end_lineno;
      node.end_col_offset = end_col_offset;
    }
    return first;
  });

  /** An optional `else` with its block. */
  readonly elseBlock: ParserMethod<[], StmtNode[]> = this.RULE('elseBlock', (): StmtNode[] => {
    let body: StmtNode[] = [];
    this.OPTION(() => {
      this.CONSUME(this.t[T.Else]!);
      this.CONSUME(this.t[T.Colon]!);
      body = this.SUBRULE(this.block);
    });
    return body;
  });

  readonly whileStatement: Stmt = this.RULE('whileStatement', (): StmtNode => {
    const start = this.CONSUME(this.t[T.While]!) as unknown as Token;
    const test = this.SUBRULE(this.namedExpression);
    this.CONSUME(this.t[T.Colon]!);
    const body = this.SUBRULE(this.block);
    const orelse = this.SUBRULE(this.elseBlock);
    return { _type: 'While', test, body, orelse, ...this.extent(start) };
  });

  /** `for`, `with` and `def` take the `async` before them. */
  readonly forStatement: ParserMethod<[Token?], StmtNode> = this.RULE('forStatement', (async?: Token): StmtNode => {
    const start = this.CONSUME(this.t[T.For]!) as unknown as Token;
    const target = this.SUBRULE(this.targets);
    this.CONSUME(this.t[T.In]!);
    const iter = this.SUBRULE(this.starExpressions);
    this.CONSUME(this.t[T.Colon]!);
    const body = this.SUBRULE(this.block);
    const orelse = this.SUBRULE(this.elseBlock);
    return { _type: async === undefined ? 'For' : 'AsyncFor', target, iter, body, orelse, type_comment: null, ...this.extent(async ?? start) };
  });

  readonly asyncStatement: Stmt = this.RULE('asyncStatement', (): StmtNode => {
    const async = this.CONSUME(this.t[T.Async]!) as unknown as Token;
    return this.OR([
      { ALT: () => this.SUBRULE(this.functionDef, { ARGS: [[], async] }) },
      { ALT: () => this.SUBRULE(this.forStatement, { ARGS: [async] }) },
      { ALT: () => this.SUBRULE(this.withStatement, { ARGS: [async] }) },
    ]);
  });

  readonly decorated: Stmt = this.RULE('decorated', (): StmtNode => {
    const decorators: ExprNode[] = [];
    const one = (): void => {
      this.CONSUME(this.t[T.At]!);
      decorators.push(this.SUBRULE(this.namedExpression));
      this.CONSUME(this.t[T.Newline]!);
    };
    one();
    this.MANY(() => {
      this.CONSUME1(this.t[T.At]!);
      decorators.push(this.SUBRULE1(this.namedExpression));
      this.CONSUME1(this.t[T.Newline]!);
    });
    return this.OR([
      { ALT: () => this.SUBRULE(this.functionDef, { ARGS: [decorators] }) },
      { ALT: () => this.SUBRULE(this.classDef, { ARGS: [decorators] }) },
      {
        ALT: () => {
          const async = this.CONSUME(this.t[T.Async]!) as unknown as Token;
          return this.SUBRULE1(this.functionDef, { ARGS: [decorators, async] });
        },
      },
    ]);
  });

  readonly functionDef: ParserMethod<[ExprNode[]?, Token?], StmtNode> = this.RULE('functionDef', (decorator_list: ExprNode[] = [], async?: Token): StmtNode => {
    const start = this.CONSUME(this.t[T.Def]!) as unknown as Token;
    const name = (this.CONSUME(this.t[T.Name]!) as unknown as Token).image;
    this.CONSUME(this.t[T.LPar]!);
    const args = this.SUBRULE(this.parameters, { ARGS: [false] });
    this.CONSUME(this.t[T.RPar]!);
    let returns: ExprNode | null = null;
    this.OPTION(() => {
      this.CONSUME(this.t[T.Arrow]!);
      returns = this.SUBRULE(this.expression);
    });
    this.CONSUME(this.t[T.Colon]!);
    const body = this.SUBRULE(this.block);
    return { _type: async === undefined ? 'FunctionDef' : 'AsyncFunctionDef', name, args, body, decorator_list, returns, type_comment: null, ...this.extent(async ?? start) };
  });

  readonly classDef: ParserMethod<[ExprNode[]?], StmtNode> = this.RULE('classDef', (decorator_list: ExprNode[] = []): StmtNode => {
    const start = this.CONSUME(this.t[T.Class]!) as unknown as Token;
    const name = (this.CONSUME(this.t[T.Name]!) as unknown as Token).image;
    const call: Call = { _type: 'Call', func: null as unknown as ExprNode, args: [], keywords: [], lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };
    this.OPTION(() => {
      this.CONSUME(this.t[T.LPar]!);
      this.SUBRULE(this.callArguments, { ARGS: [call, null] });
      this.CONSUME(this.t[T.RPar]!);
    });
    this.CONSUME(this.t[T.Colon]!);
    const body = this.SUBRULE(this.block);
    return { _type: 'ClassDef', name, bases: call.args, keywords: call.keywords, body, decorator_list, ...this.extent(start) };
  });

  readonly withStatement: ParserMethod<[Token?], StmtNode> = this.RULE('withStatement', (async?: Token): StmtNode => {
    const start = this.CONSUME(this.t[T.With]!) as unknown as Token;
    const items: Withitem[] = [];
    this.OR([
      {
        GATE: () => this.itemsInParentheses(),
        ALT: () => {
          this.CONSUME(this.t[T.LPar]!);
          items.push(this.SUBRULE(this.withItem));
          let ended = false;
          this.MANY({
            GATE: () => !ended,
            DEF: () => {
              this.CONSUME(this.t[T.Comma]!);
              ended = true;
              this.OPTION(() => {
                items.push(this.SUBRULE1(this.withItem));
                ended = false;
              });
            },
          });
          this.CONSUME(this.t[T.RPar]!);
        },
        IGNORE_AMBIGUITIES: true,
      },
      {
        ALT: () => {
          items.push(this.SUBRULE2(this.withItem));
          this.MANY1(() => {
            this.CONSUME1(this.t[T.Comma]!);
            items.push(this.SUBRULE3(this.withItem));
          });
        },
        IGNORE_AMBIGUITIES: true,
      },
    ]);
    this.CONSUME(this.t[T.Colon]!);
    const body = this.SUBRULE(this.block);
    return { _type: async === undefined ? 'With' : 'AsyncWith', items, body, type_comment: null, ...this.extent(async ?? start) };
  });

  readonly withItem: ParserMethod<[], Withitem> = this.RULE('withItem', (): Withitem => {
    const context_expr = this.SUBRULE(this.expression);
    let optional_vars: ExprNode | null = null;
    this.OPTION(() => {
      this.CONSUME(this.t[T.As]!);
      optional_vars = this.SUBRULE(this.target);
    });
    return { _type: 'withitem', context_expr, optional_vars };
  });

  /**
   * Do the parentheses after `with` hold items (`with (a as b, c):`) rather than belong to the first
   * expression? They do if a colon follows the closing one and nothing inside can only stand in a
   * group: `:=`, `yield`, a starred element, a generator, nothing at all.
   */
  private itemsInParentheses(): boolean {
    const tokens = this.tokVector;
    let at = this.currIdx + 1;
    if (tokens[at]?.tokenTypeIdx !== T.LPar || tokens[at + 1]?.tokenTypeIdx === T.RPar) return false;
    let depth = 0;
    let lambdas = 0;
    for (; ; at++) {
      const token = tokens[at];
      if (token === undefined) return false;
      switch (token.tokenTypeIdx) {
        case T.LPar:
        case T.LSqb:
        case T.LBrace:
        case T.FStringLBrace:
          depth++;
          break;
        case T.RPar:
        case T.RSqb:
        case T.RBrace:
        case T.FStringRBrace:
          if (--depth === 0) return tokens[at + 1]?.tokenTypeIdx === T.Colon;
          break;
        case T.EOF:
        case T.Newline:
          return false;
        default:
          if (depth !== 1) break;
          if (token.tokenTypeIdx === T.Lambda) lambdas++;
          else if (token.tokenTypeIdx === T.Colon) lambdas--;
          else if (lambdas > 0) break;
          else if (token.tokenTypeIdx === T.ColonEqual || token.tokenTypeIdx === T.Yield || token.tokenTypeIdx === T.For) return false;
          else if (token.tokenTypeIdx === T.Star) {
            const before = tokens[at - 1]!.tokenTypeIdx;
            if (before === T.Comma || before === T.LPar) return false;
          }
      }
    }
  }

  readonly tryStatement: Stmt = this.RULE('tryStatement', (): StmtNode => {
    const start = this.CONSUME(this.t[T.Try]!) as unknown as Token;
    this.CONSUME(this.t[T.Colon]!);
    const body = this.SUBRULE(this.block);
    const handlers: ExceptHandler[] = [];
    let orelse: StmtNode[] = [];
    let finalbody: StmtNode[] = [];
    let group: boolean | undefined;
    this.MANY(() => {
      const except = this.CONSUME(this.t[T.Except]!) as unknown as Token;
      let star = false;
      let type: ExprNode | null = null;
      let name: string | null = null;
      // A bare `except` must be the last one, but that is the compiler's to say.
      this.OPTION(() => {
        this.CONSUME(this.t[T.Star]!);
        star = true;
      });
      this.OPTION1(() => {
        type = this.SUBRULE(this.expression);
        this.OPTION2(() => {
          this.CONSUME(this.t[T.As]!);
          name = (this.CONSUME(this.t[T.Name]!) as unknown as Token).image;
        });
      });
      this.CONSUME1(this.t[T.Colon]!);
      if ((group !== undefined && group !== star) || (star && type === null)) this.failed();
      group = star;
      const handlerBody = this.SUBRULE1(this.block);
      handlers.push({ _type: 'ExceptHandler', type, name, body: handlerBody, ...this.extent(except) });
    });
    if (handlers.length > 0) orelse = this.SUBRULE(this.elseBlock);
    this.OPTION3(() => {
      this.CONSUME(this.t[T.Finally]!);
      this.CONSUME2(this.t[T.Colon]!);
      finalbody = this.SUBRULE2(this.block);
    });
    if (handlers.length === 0 && finalbody.length === 0) this.failed();
    return { _type: group === true ? 'TryStar' : 'Try', body, handlers, orelse, finalbody, ...this.extent(start) };
  });

  readonly matchStatement: Stmt = this.RULE('matchStatement', (): StmtNode => {
    const start = this.CONSUME(this.t[T.Match]!) as unknown as Token;
    const subject = this.SUBRULE(this.matchSubject);
    this.CONSUME(this.t[T.Colon]!);
    this.CONSUME(this.t[T.Newline]!);
    this.CONSUME(this.t[T.Indent]!);
    const cases: MatchCase[] = [];
    this.MANY(() => {
      this.CONSUME(this.t[T.Case]!);
      const pattern = this.SUBRULE(this.patterns);
      let guard: ExprNode | null = null;
      this.OPTION(() => {
        this.CONSUME(this.t[T.If]!);
        guard = this.SUBRULE(this.namedExpression);
      });
      this.CONSUME1(this.t[T.Colon]!);
      cases.push({ _type: 'match_case', pattern, guard, body: this.SUBRULE(this.block) });
    });
    if (cases.length === 0) this.failed();
    this.CONSUME(this.t[T.Dedent]!);
    return { _type: 'Match', subject, cases, ...this.extent(start) };
  });

  readonly matchSubject: ParserMethod<[], ExprNode> = this.RULE('matchSubject', (): ExprNode => {
    const start = this.next();
    const elts = [this.SUBRULE(this.element)];
    let tuple = false;
    this.OPTION(() => {
      this.CONSUME(this.t[T.Comma]!);
      tuple = true;
      this.SUBRULE(this.moreElements, { ARGS: [elts] });
    });
    if (tuple) return this.tuple(elts, start);
    if (elts[0]!._type === 'Starred') this.failed();
    return elts[0]!;
  });
}
