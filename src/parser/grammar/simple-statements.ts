/** Statements of one line: assignments, imports and the keywords that take no block. */
import type { ParserMethod } from 'chevrotain';
import type { Alias, ExprNode, Operator, Position, StmtNode } from '../ast.js';
import { setContext } from '../checks.js';
import { binaryOperators, line35Of, T, type Token } from '../tokens.js';
import { PatternParser } from './patterns.js';

type Stmt = ParserMethod<[], StmtNode>;
type StmtInto = ParserMethod<[StmtNode[]], void>;

/** Rules for simple statements. */
export class SimpleStatementParser extends PatternParser {
  /** From `start` to the last token that is not layout. */
  protected extent(start: Token): Position {
    let at = this.currIdx;
    let end = this.tokVector[at] ?? start;
    while (end.tokenTypeIdx >= T.Newline && end.tokenTypeIdx <= T.Dedent) end = this.tokVector[--at]!;
    return { lineno: start.lineno, col_offset: start.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
  }

  readonly simpleStatements: StmtInto = this.RULE('simpleStatements', (body: StmtNode[]): void => {
    const first = this.OR(this.simples);
    if (!this.RECORDING_PHASE) body.push(first);
    let ended = false;
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        this.CONSUME(this.t[T.Semi]!);
        ended = true;
        this.OPTION(() => {
          const node = this.SUBRULE(this.simpleStatement);
          if (!this.RECORDING_PHASE) body.push(node);
          ended = false;
        });
      },
    });
    this.CONSUME(this.t[T.Newline]!);
  });

  readonly simpleStatement: Stmt = this.RULE('simpleStatement', (): StmtNode => this.OR(this.simples));

  private readonly simples: { ALT: () => StmtNode }[] = [
    { ALT: () => this.SUBRULE(this.expressionStatement) },
    { ALT: () => this.SUBRULE(this.returnStatement) },
    { ALT: () => this.SUBRULE(this.importStatement) },
    { ALT: () => this.SUBRULE(this.fromStatement) },
    { ALT: () => this.SUBRULE(this.raiseStatement) },
    { ALT: () => ({ _type: 'Pass', ...this.extent(this.CONSUME(this.t[T.Pass]!) as unknown as Token) }) },
    { ALT: () => ({ _type: 'Break', ...this.extent(this.CONSUME(this.t[T.Break]!) as unknown as Token) }) },
    { ALT: () => ({ _type: 'Continue', ...this.extent(this.CONSUME(this.t[T.Continue]!) as unknown as Token) }) },
    { ALT: () => this.SUBRULE(this.delStatement) },
    { ALT: () => this.SUBRULE(this.assertStatement) },
    { ALT: () => this.SUBRULE(this.globalStatement) },
  ];

  /** An expression, `yield` included: the right side of assignments. */
  readonly rightSide: ParserMethod<[], ExprNode> = this.RULE('rightSide', (): ExprNode =>
    this.OR([{ ALT: () => this.SUBRULE(this.starExpressions) }, { ALT: () => this.SUBRULE(this.yieldExpression) }]),
  );

  /** An expression statement or any kind of assignment: the token after the first expression decides. */
  readonly expressionStatement: Stmt = this.RULE('expressionStatement', (): StmtNode => {
    const start = this.next();
    const first = this.SUBRULE(this.rightSide);
    const parenthesized = this.grouped === first;
    let node = undefined as StmtNode | undefined;
    this.OPTION(() => {
      node = this.OR([
        {
          ALT: (): StmtNode => {
            this.CONSUME(this.t[T.Colon]!);
            if (!this.RECORDING_PHASE && (!(first._type === 'Name' || first._type === 'Attribute' || first._type === 'Subscript') || !setContext(first, 'Store'))) this.failed();
            const annotation = this.SUBRULE(this.expression);
            let value: ExprNode | null = null;
            this.OPTION1(() => {
              this.CONSUME(this.t[T.Equal]!);
              value = this.SUBRULE1(this.rightSide);
            });
            return { _type: 'AnnAssign', target: first, annotation, value, simple: first._type === 'Name' && !parenthesized ? 1 : 0, ...this.extent(start) };
          },
        },
        {
          ALT: (): StmtNode => {
            const op = this.CONSUME(this.t[T.AugAssign]!) as unknown as Token;
            if (!this.RECORDING_PHASE && (!(first._type === 'Name' || first._type === 'Attribute' || first._type === 'Subscript') || !setContext(first, 'Store'))) this.failed();
            const value = this.SUBRULE2(this.rightSide);
            const name: Operator = this.RECORDING_PHASE ? 'Add' : binaryOperators.get(op.image.slice(0, -1))!.op;
            return { _type: 'AugAssign', target: first, op: name, value, ...this.extent(start) };
          },
        },
        {
          ALT: (): StmtNode => {
            const targets: ExprNode[] = [first];
            this.CONSUME1(this.t[T.Equal]!);
            let value = this.SUBRULE3(this.rightSide);
            this.MANY(() => {
              this.CONSUME2(this.t[T.Equal]!);
              targets.push(value);
              value = this.SUBRULE4(this.rightSide);
            });
            if (!this.RECORDING_PHASE) {
              for (const target of targets) if (!setContext(target, 'Store')) this.failed();
            }
            return { _type: 'Assign', targets, value, type_comment: null, ...this.extent(start) };
          },
        },
      ]);
    });
    if (node === undefined) node = { _type: 'Expr', value: first, ...this.extent(start) };
    this.statementLine(node, start);
    return node;
  });

  /** A statement that begins with a string of several lines has that string's last line in CPython 3.5. */
  private statementLine(node: StmtNode, start: Token): void {
    const line = line35Of(start);
    if (line !== node.lineno && !this.RECORDING_PHASE) (node as { line35?: number }).line35 = line;
  }

  readonly returnStatement: Stmt = this.RULE('returnStatement', (): StmtNode => {
    const start = this.CONSUME(this.t[T.Return]!) as unknown as Token;
    let value: ExprNode | null = null;
    this.OPTION(() => {
      value = this.SUBRULE(this.starExpressions);
    });
    return { _type: 'Return', value, ...this.extent(start) };
  });

  readonly raiseStatement: Stmt = this.RULE('raiseStatement', (): StmtNode => {
    const start = this.CONSUME(this.t[T.Raise]!) as unknown as Token;
    let exc: ExprNode | null = null;
    let cause: ExprNode | null = null;
    this.OPTION(() => {
      exc = this.SUBRULE(this.expression);
      this.OPTION1(() => {
        this.CONSUME(this.t[T.From]!);
        cause = this.SUBRULE1(this.expression);
      });
    });
    return { _type: 'Raise', exc, cause, ...this.extent(start) };
  });

  readonly delStatement: Stmt = this.RULE('delStatement', (): StmtNode => {
    const start = this.CONSUME(this.t[T.Del]!) as unknown as Token;
    const targets: ExprNode[] = [];
    let ended = false;
    targets.push(this.SUBRULE(this.primary));
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        this.CONSUME(this.t[T.Comma]!);
        ended = true;
        this.OPTION(() => {
          targets.push(this.SUBRULE1(this.primary));
          ended = false;
        });
      },
    });
    if (!this.RECORDING_PHASE) {
      for (const target of targets) if (!setContext(target, 'Del')) this.failed();
    }
    return { _type: 'Delete', targets, ...this.extent(start) };
  });

  readonly assertStatement: Stmt = this.RULE('assertStatement', (): StmtNode => {
    const start = this.CONSUME(this.t[T.Assert]!) as unknown as Token;
    const test = this.SUBRULE(this.expression);
    let msg: ExprNode | null = null;
    this.OPTION(() => {
      this.CONSUME(this.t[T.Comma]!);
      msg = this.SUBRULE1(this.expression);
    });
    return { _type: 'Assert', test, msg, ...this.extent(start) };
  });

  readonly globalStatement: Stmt = this.RULE('globalStatement', (): StmtNode => {
    const start = this.next();
    let global = true;
    this.OR([
      { ALT: () => this.CONSUME(this.t[T.Global]!) },
      {
        ALT: () => {
          this.CONSUME(this.t[T.Nonlocal]!);
          global = false;
        },
      },
    ]);
    const names = [(this.CONSUME(this.t[T.Name]!) as unknown as Token).image];
    this.MANY(() => {
      this.CONSUME(this.t[T.Comma]!);
      names.push((this.CONSUME1(this.t[T.Name]!) as unknown as Token).image);
    });
    return { _type: global ? 'Global' : 'Nonlocal', names, ...this.extent(start) };
  });

  // ---- imports

  readonly dottedName: ParserMethod<[], string> = this.RULE('dottedName', (): string => {
    let name = (this.CONSUME(this.t[T.Name]!) as unknown as Token).image;
    this.MANY(() => {
      this.CONSUME(this.t[T.Dot]!);
      name += '.' + (this.CONSUME1(this.t[T.Name]!) as unknown as Token).image;
    });
    return name;
  });

  readonly importAlias: ParserMethod<[], Alias> = this.RULE('importAlias', (): Alias => {
    const start = this.next();
    const name = this.SUBRULE(this.dottedName);
    let asname: string | null = null;
    this.OPTION(() => {
      this.CONSUME(this.t[T.As]!);
      asname = (this.CONSUME(this.t[T.Name]!) as unknown as Token).image;
    });
    return { _type: 'alias', name, asname, ...this.extent(start) };
  });

  readonly importStatement: Stmt = this.RULE('importStatement', (): StmtNode => {
    const start = this.CONSUME(this.t[T.Import]!) as unknown as Token;
    const names = [this.SUBRULE(this.importAlias)];
    this.MANY(() => {
      this.CONSUME(this.t[T.Comma]!);
      names.push(this.SUBRULE1(this.importAlias));
    });
    return { _type: 'Import', names, ...this.extent(start) };
  });

  readonly fromStatement: Stmt = this.RULE('fromStatement', (): StmtNode => {
    const start = this.CONSUME(this.t[T.From]!) as unknown as Token;
    let level = 0;
    let module: string | null = null;
    let names: Alias[] = [];
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(this.t[T.Dot]!);
            level += 1;
          },
        },
        {
          ALT: () => {
            this.CONSUME(this.t[T.Ellipsis]!);
            level += 3;
          },
        },
      ]);
    });
    this.OPTION(() => {
      module = this.SUBRULE(this.dottedName);
    });
    if (module === null && level === 0) this.failed();
    this.CONSUME(this.t[T.Import]!);
    this.OR1([
      {
        ALT: () => {
          const star = this.CONSUME(this.t[T.Star]!) as unknown as Token;
          names = [{ _type: 'alias', name: '*', asname: null, ...this.extent(star) }];
        },
      },
      {
        ALT: () => {
          this.CONSUME(this.t[T.LPar]!);
          names = this.SUBRULE(this.importNames, { ARGS: [true] });
          this.CONSUME(this.t[T.RPar]!);
        },
      },
      {
        ALT: () => {
          names = this.SUBRULE1(this.importNames, { ARGS: [false] });
        },
      },
    ]);
    return { _type: 'ImportFrom', module, names, level, ...this.extent(start) };
  });

  readonly importNames: ParserMethod<[boolean], Alias[]> = this.RULE('importNames', (brackets: boolean): Alias[] => {
    const names = [this.SUBRULE(this.fromAlias)];
    let ended = false;
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        this.CONSUME(this.t[T.Comma]!);
        ended = true;
        this.OPTION(() => {
          names.push(this.SUBRULE1(this.fromAlias));
          ended = false;
        });
        if (ended && !brackets) this.failed();
      },
    });
    return names;
  });

  readonly fromAlias: ParserMethod<[], Alias> = this.RULE('fromAlias', (): Alias => {
    const start = this.CONSUME(this.t[T.Name]!) as unknown as Token;
    let asname: string | null = null;
    this.OPTION(() => {
      this.CONSUME(this.t[T.As]!);
      asname = (this.CONSUME1(this.t[T.Name]!) as unknown as Token).image;
    });
    return { _type: 'alias', name: start.image, asname, ...this.extent(start) };
  });
}
