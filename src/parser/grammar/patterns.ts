/** Patterns of `match`: the middle of the grammar's class chain. */
import type { ParserMethod } from 'chevrotain';
import { ConstComplex } from '../../bytecode/consts.js';
import type { ExprNode, MatchClass, MatchMapping, PatternNode } from '../ast.js';
import { T, type Token } from '../tokens.js';
import { ExpressionParser } from './expressions.js';

type Pattern = ParserMethod<[], PatternNode>;

interface Where {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

/** Rules for patterns. */
export class PatternParser extends ExpressionParser {
  /** From `start` to the token consumed last. */
  protected span(start: Token): Where {
    const end = this.last();
    return { lineno: start.lineno, col_offset: start.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
  }

  /** What follows `case`: one pattern, or several as a sequence without brackets. */
  readonly patterns: Pattern = this.RULE('patterns', (): PatternNode => {
    const start = this.next();
    const first = this.SUBRULE(this.starPattern);
    let list: PatternNode[] | undefined;
    let ended = false;
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        this.CONSUME(this.t[T.Comma]!);
        list ??= [first];
        ended = true;
        this.OPTION(() => {
          list!.push(this.SUBRULE1(this.starPattern));
          ended = false;
        });
      },
    });
    if (list !== undefined) return { _type: 'MatchSequence', patterns: list, ...this.span(start) };
    if (first._type === 'MatchStar') this.failed();
    return first;
  });

  /** `*name` or a pattern. */
  readonly starPattern: Pattern = this.RULE('starPattern', (): PatternNode => {
    const start = this.next();
    return this.OR([
      {
        ALT: (): PatternNode => {
          this.CONSUME(this.t[T.Star]!);
          const name = (this.CONSUME(this.t[T.Name]!) as unknown as Token).image;
          return { _type: 'MatchStar', name: name === '_' ? null : name, ...this.span(start) };
        },
      },
      { ALT: (): PatternNode => this.SUBRULE(this.pattern) },
    ]);
  });

  /** `a | b as c`. */
  readonly pattern: Pattern = this.RULE('pattern', (): PatternNode => {
    const start = this.next();
    let node = this.SUBRULE(this.closedPattern);
    let alternatives: PatternNode[] | undefined;
    this.MANY(() => {
      this.CONSUME(this.t[T.VBar]!);
      (alternatives ??= [node]).push(this.SUBRULE1(this.closedPattern));
    });
    if (alternatives !== undefined) node = { _type: 'MatchOr', patterns: alternatives, ...this.span(start) };
    this.OPTION(() => {
      this.CONSUME(this.t[T.As]!);
      const name = (this.CONSUME(this.t[T.Name]!) as unknown as Token).image;
      if (name === '_') this.failed();
      node = { _type: 'MatchAs', pattern: node, name, ...this.span(start) };
    });
    return node;
  });

  readonly closedPattern: Pattern = this.RULE('closedPattern', (): PatternNode => {
    const start = this.next();
    return this.OR([
      { ALT: (): PatternNode => this.SUBRULE(this.namePattern) },
      {
        ALT: (): PatternNode => {
          const value = this.SUBRULE(this.literalValue);
          if (this.RECORDING_PHASE) return { _type: 'MatchValue', value, ...this.span(start) };
          if (value._type === 'Constant' && (value.value === null || typeof value.value === 'boolean')) {
            return { _type: 'MatchSingleton', value: value.value, ...this.span(start) };
          }
          return { _type: 'MatchValue', value, ...this.span(start) };
        },
      },
      { ALT: (): PatternNode => this.SUBRULE(this.sequencePattern) },
      { ALT: (): PatternNode => this.SUBRULE(this.mappingPattern) },
    ]);
  });

  /** A number with its sign and imaginary part, strings, `None`, `True`, `False`. */
  readonly literalValue: ParserMethod<[], ExprNode> = this.RULE('literalValue', (): ExprNode => {
    const start = this.next();
    return this.OR([
      { ALT: (): ExprNode => this.SUBRULE(this.strings) },
      { ALT: (): ExprNode => this.constant(null, this.CONSUME(this.t[T.None_]!) as unknown as Token) },
      { ALT: (): ExprNode => this.constant(true, this.CONSUME(this.t[T.True_]!) as unknown as Token) },
      { ALT: (): ExprNode => this.constant(false, this.CONSUME(this.t[T.False_]!) as unknown as Token) },
      {
        ALT: (): ExprNode => {
          const left = this.SUBRULE(this.signedNumber);
          let node = left;
          this.OPTION(() => {
            let op: 'Add' | 'Sub' = 'Add';
            this.OR1([
              { ALT: () => this.CONSUME(this.t[T.Plus]!) },
              {
                ALT: () => {
                  this.CONSUME(this.t[T.Minus]!);
                  op = 'Sub';
                },
              },
            ]);
            const token = this.CONSUME(this.t[T.Number]!) as unknown as Token;
            if (this.RECORDING_PHASE) return;
            const right = this.constant(this.number(token.image), token);
            if (!isImaginary(right) || isImaginary(left)) this.failed();
            node = { _type: 'BinOp', left, op, right, ...this.span(start) };
          });
          return node;
        },
      },
    ]);
  });

  readonly signedNumber: ParserMethod<[], ExprNode> = this.RULE('signedNumber', (): ExprNode => {
    const start = this.next();
    let minus = false;
    this.OPTION(() => {
      this.CONSUME(this.t[T.Minus]!);
      minus = true;
    });
    const token = this.CONSUME(this.t[T.Number]!) as unknown as Token;
    const value = this.constant(this.RECORDING_PHASE ? 0 : this.number(token.image), token);
    return minus ? { _type: 'UnaryOp', op: 'USub', operand: value, ...this.span(start) } : value;
  });

  /** A capture, the wildcard, a dotted value, or a class pattern. */
  readonly namePattern: Pattern = this.RULE('namePattern', (): PatternNode => {
    const start = this.next();
    const name = this.SUBRULE(this.dottedValue);
    let node = undefined as PatternNode | undefined;
    this.OPTION(() => {
      node = this.SUBRULE(this.classArguments, { ARGS: [name, start] });
    });
    if (node !== undefined) return node;
    if (name._type === 'Name') return { _type: 'MatchAs', pattern: null, name: name.id === '_' ? null : name.id, ...this.span(start) };
    return { _type: 'MatchValue', value: name, ...this.span(start) };
  });

  readonly dottedValue: ParserMethod<[], ExprNode> = this.RULE('dottedValue', (): ExprNode => {
    const start = this.next();
    const first = this.CONSUME(this.t[T.Name]!) as unknown as Token;
    let node: ExprNode = { _type: 'Name', id: first.image, ctx: 'Load', ...this.span(start) };
    this.MANY(() => {
      this.CONSUME(this.t[T.Dot]!);
      const name = this.CONSUME1(this.t[T.Name]!) as unknown as Token;
      node = { _type: 'Attribute', value: node, attr: name.image, ctx: 'Load', ...this.span(start) };
    });
    return node;
  });

  readonly classArguments: ParserMethod<[ExprNode, Token], PatternNode> = this.RULE('classArguments', (cls: ExprNode, start: Token): PatternNode => {
    const node: MatchClass = { _type: 'MatchClass', cls, patterns: [], kwd_attrs: [], kwd_patterns: [], lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };
    let ended = false;
    this.CONSUME(this.t[T.LPar]!);
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        this.OR([
          {
            // Two tokens decide: a name and `=`.
            GATE: () => this.kind(2) === T.Equal && this.kind(1) === T.Name,
            ALT: () => {
              const name = this.CONSUME(this.t[T.Name]!) as unknown as Token;
              this.CONSUME(this.t[T.Equal]!);
              node.kwd_attrs.push(name.image);
              node.kwd_patterns.push(this.SUBRULE(this.pattern));
            },
            IGNORE_AMBIGUITIES: true,
          },
          {
            ALT: () => {
              if (node.kwd_attrs.length > 0) this.failed();
              node.patterns.push(this.SUBRULE1(this.pattern));
            },
            IGNORE_AMBIGUITIES: true,
          },
        ]);
        ended = true;
        this.OPTION(() => {
          this.CONSUME(this.t[T.Comma]!);
          ended = false;
        });
      },
    });
    this.CONSUME(this.t[T.RPar]!);
    return Object.assign(node, this.span(start ?? this.next()));
  });

  /** `[a, *b]`, `(a, b)`, `(a)`. */
  readonly sequencePattern: Pattern = this.RULE('sequencePattern', (): PatternNode => {
    const start = this.next();
    const list: PatternNode[] = [];
    let ended = false;
    let commas = 0;
    const items = (): void => {
      this.MANY({
        GATE: () => !ended,
        DEF: () => {
          list.push(this.SUBRULE(this.starPattern));
          ended = true;
          this.OPTION(() => {
            this.CONSUME(this.t[T.Comma]!);
            commas++;
            ended = false;
          });
        },
      });
    };
    let square = false;
    this.OR([
      {
        ALT: () => {
          this.CONSUME(this.t[T.LSqb]!);
          square = true;
        },
      },
      { ALT: () => this.CONSUME(this.t[T.LPar]!) },
    ]);
    items();
    this.OR1([
      {
        ALT: () => {
          this.CONSUME(this.t[T.RSqb]!);
        },
      },
      { ALT: () => this.CONSUME(this.t[T.RPar]!) },
    ]);
    // A group of one pattern is that pattern.
    if (!square && commas === 0 && list.length === 1) {
      if (list[0]!._type === 'MatchStar') this.failed();
      return list[0]!;
    }
    return { _type: 'MatchSequence', patterns: list, ...this.span(start) };
  });

  readonly mappingPattern: Pattern = this.RULE('mappingPattern', (): PatternNode => {
    const start = this.next();
    const node: MatchMapping = { _type: 'MatchMapping', keys: [], patterns: [], rest: null, lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };
    let ended = false;
    this.CONSUME(this.t[T.LBrace]!);
    this.MANY({
      GATE: () => !ended,
      DEF: () => {
        if (node.rest !== null) this.failed();
        this.OR([
          {
            ALT: () => {
              this.CONSUME(this.t[T.DoubleStar]!);
              const name = (this.CONSUME(this.t[T.Name]!) as unknown as Token).image;
              if (name === '_') this.failed();
              node.rest = name ?? null;
            },
          },
          {
            ALT: () => {
              const key = this.OR1([{ ALT: () => this.SUBRULE(this.literalValue) }, { ALT: () => this.SUBRULE(this.dottedValue) }]);
              if (key._type === 'Name') this.failed();
              this.CONSUME(this.t[T.Colon]!);
              node.keys.push(key);
              node.patterns.push(this.SUBRULE(this.pattern));
            },
          },
        ]);
        ended = true;
        this.OPTION(() => {
          this.CONSUME(this.t[T.Comma]!);
          ended = false;
        });
      },
    });
    this.CONSUME(this.t[T.RBrace]!);
    return Object.assign(node, this.span(start));
  });
}

function isImaginary(node: ExprNode): boolean {
  const value = node._type === 'UnaryOp' ? node.operand : node;
  return value._type === 'Constant' && value.value instanceof ConstComplex;
}
