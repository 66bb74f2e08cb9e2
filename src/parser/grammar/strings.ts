/** Literals: the rules for strings and f-strings, and what every class above needs to make nodes. */
import type { ParserMethod } from 'chevrotain';
import type { ExprNode, Position, Starred } from '../ast.js';
import { LiteralError, parseNumber, type LiteralContext } from '../literals.js';
import { StringBuilder } from '../string-builder.js';
import { line35Of, T, type Token, tokenTypes } from '../tokens.js';
import { LeanParser, PARSE_FAILED } from './engine.js';

type Expr = ParserMethod<[], ExprNode>;

/** The line of an expression as CPython 3.5 saw it. */
export function line35(node: ExprNode): number {
  return (node as { line35?: number }).line35 ?? node.lineno;
}

/** Rules for literals. */
export abstract class LiteralRules extends LeanParser {
  protected readonly t = tokenTypes();
  /** The node a group returned last: `(a): int` is not the same as `a: int`. */
  protected grouped: ExprNode | null = null;
  /** The tuple or generator `groupBody` made; its end is the caller's bracket. */
  protected container: ExprNode | null = null;
  /** What string literals need from outside; set for each parse. */
  literals: LiteralContext = {};
  /** Called with the line before a literal is decoded, so that a warning knows it. */
  literalLine: (lineno: number) => void = () => {};

  abstract readonly groupBody: ParserMethod<[Token], ExprNode>;

  // ---- making nodes

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

  /** Sets `line35` where the first token is a string of several lines. */
  protected lineOf(node: Position & { line35?: number }, start: Token): void {
    const line = line35Of(start);
    if (line !== node.lineno) node.line35 = line;
  }

  protected starred(value: ExprNode, start: Token): Starred {
    const end = this.last();
    return { _type: 'Starred', value, ctx: 'Load', lineno: start.lineno, col_offset: start.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
  }

  /** A tuple from `start` to the token consumed last. */
  protected tuple(elts: ExprNode[], start: Token): ExprNode {
    const end = this.last();
    const node: ExprNode = { _type: 'Tuple', elts, ctx: 'Load', lineno: start.lineno, col_offset: start.col, end_lineno: end.endLineno, end_col_offset: end.endCol };
    this.lineOf(node, start);
    return node;
  }

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
