/**
 * The vocabulary: kinds of tokens, their Chevrotain token types, operator facts.
 *
 * One enum is the single list of kinds. Chevrotain identifies a token by `tokenTypeIdx`, so the enum
 * value *is* that index and the tokenizer needs nothing of Chevrotain; the token type objects are
 * made when the parser is first built.
 */
import type { TokenType } from 'chevrotain';
import type { Cmpop, Operator } from './ast.js';

/** Kinds of tokens. `EOF` must be 1: Chevrotain's own index of its EOF. The others keep clear of the few indices Chevrotain gives out itself. */
export enum T {
  EOF = 1,
  Newline = 16,
  Indent,
  Dedent,
  Name,
  Number,
  /** A str or bytes literal; an f-string too where the tokenizer is asked for whole strings. */
  String,
  FStringStart,
  FStringMiddle,
  FStringLBrace,
  /** `=` of a self-documenting field; its image is the field's text up to the end of the `=`. */
  FStringDebug,
  /** `!r`; the image is the letter. */
  FStringConversion,
  FStringColon,
  FStringRBrace,
  FStringEnd,
  LPar,
  RPar,
  LSqb,
  RSqb,
  LBrace,
  RBrace,
  Colon,
  Comma,
  Semi,
  Dot,
  Ellipsis,
  Arrow,
  Equal,
  ColonEqual,
  AugAssign,
  Star,
  DoubleStar,
  Slash,
  Plus,
  Minus,
  At,
  VBar,
  Tilde,
  /** Operators that are only ever binary and stand nowhere else in the grammar: `// % << >> & ^ < > <= >= == !=`. */
  BinaryOnly,
  /** A character no rule accepts (`$ ? !`, also `<>`). */
  Unknown,
  False_,
  None_,
  True_,
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
  Yield,
  /** `match` where it opens a statement, `case` where it opens a block of one; a Name elsewhere. */
  Match,
  Case,
  LAST,
}

/** One token, with the fields Chevrotain reads and CPython's positions. */
export class Token {
  constructor(
    readonly tokenTypeIdx: T,
    /** The text; a Name is in NFKC form already. */
    readonly image: string,
    readonly startOffset: number,
    /** Offset after the last character. */
    readonly endOffset: number,
    readonly lineno: number,
    /** UTF-8 bytes from the start of the line; -1 where CPython's token has no place in the text. */
    readonly col: number,
    readonly endLineno: number,
    readonly endCol: number,
  ) {}

  get tokenType(): TokenType {
    return tokenTypes()[this.tokenTypeIdx]!;
  }
}

/** The line CPython 3.5's tokenizer gave a token: its last one (strings only span lines). */
export function line35Of(token: Token): number {
  return token.tokenTypeIdx === T.String || token.tokenTypeIdx === T.FStringStart ? token.endLineno : token.lineno;
}

/** Python's keywords. */
export const keywords: ReadonlyMap<string, T> = /* @__PURE__ */ new Map<string, T>([
  ['False', T.False_], ['None', T.None_], ['True', T.True_], ['and', T.And], ['as', T.As], ['assert', T.Assert],
  ['async', T.Async], ['await', T.Await], ['break', T.Break], ['class', T.Class], ['continue', T.Continue],
  ['def', T.Def], ['del', T.Del], ['elif', T.Elif], ['else', T.Else], ['except', T.Except], ['finally', T.Finally],
  ['for', T.For], ['from', T.From], ['global', T.Global], ['if', T.If], ['import', T.Import], ['in', T.In],
  ['is', T.Is], ['lambda', T.Lambda], ['nonlocal', T.Nonlocal], ['not', T.Not], ['or', T.Or], ['pass', T.Pass],
  ['raise', T.Raise], ['return', T.Return], ['try', T.Try], ['while', T.While], ['with', T.With], ['yield', T.Yield],
]);

/** Binding strength, weakest first. A unary operator binds its operand at `Unary`, `not` at `Not`. */
export const enum Prec {
  None = 0,
  Or,
  And,
  Not,
  Compare,
  BitOr,
  BitXor,
  BitAnd,
  Shift,
  Sum,
  Term,
  Unary,
  Power,
  Await,
}

/** What the images of arithmetic operators mean. */
export const binaryOperators: ReadonlyMap<string, { readonly prec: Prec; readonly op: Operator }> = /* @__PURE__ */ new Map([
  ['|', { prec: Prec.BitOr, op: 'BitOr' as Operator }],
  ['^', { prec: Prec.BitXor, op: 'BitXor' as Operator }],
  ['&', { prec: Prec.BitAnd, op: 'BitAnd' as Operator }],
  ['<<', { prec: Prec.Shift, op: 'LShift' as Operator }],
  ['>>', { prec: Prec.Shift, op: 'RShift' as Operator }],
  ['+', { prec: Prec.Sum, op: 'Add' as Operator }],
  ['-', { prec: Prec.Sum, op: 'Sub' as Operator }],
  ['*', { prec: Prec.Term, op: 'Mult' as Operator }],
  ['/', { prec: Prec.Term, op: 'Div' as Operator }],
  ['//', { prec: Prec.Term, op: 'FloorDiv' as Operator }],
  ['%', { prec: Prec.Term, op: 'Mod' as Operator }],
  ['@', { prec: Prec.Term, op: 'MatMult' as Operator }],
  ['**', { prec: Prec.Power, op: 'Pow' as Operator }],
]);

/** Comparison operators that are one token of punctuation. */
export const comparisonOperators: ReadonlyMap<string, Cmpop> = /* @__PURE__ */ new Map<string, Cmpop>([
  ['==', 'Eq'], ['!=', 'NotEq'], ['<', 'Lt'], ['<=', 'LtE'], ['>', 'Gt'], ['>=', 'GtE'],
]);

let types: TokenType[] | undefined;

/** Chevrotain's token types, indexed by {@link T}; made at first use. */
export function tokenTypes(): readonly TokenType[] {
  if (types === undefined) {
    types = [];
    for (let kind = T.Newline; kind < T.LAST; kind++) {
      types[kind] = { name: (T[kind] as string).replace('_', ''), tokenTypeIdx: kind, PATTERN: /NOT_APPLICABLE/, CATEGORIES: [] };
    }
  }
  return types;
}
