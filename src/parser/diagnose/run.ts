/** One diagnosis: tokens fetched as CPython fetches them, and the errors it would raise. */
import { bytesToCodePoints, utf8Length } from '../chars.js';
import { LiteralError } from '../literals.js';
import { PySyntaxErrorInfo } from '../syntax-error.js';
import { T, Token } from '../tokens.js';
import type { LexError, OpenBracket, Tokens } from '../tokenizer.js';
import { makeNode, type Matcher, type PegNode, type PegRun, type Placed } from './peg.js';
import { checkStrings } from './strings.js';

/** Stands for the last token when there is none. */
const NOTHING = /* @__PURE__ */ new Token(T.EOF, '', 0, 0, 1, 0, 1, 0);

/** An error raised by a rule: later lexical errors may still win over it. */
export class Raised {
  constructor(readonly error: PySyntaxErrorInfo) {}
}

/** An error of the tokenizer: final. */
export class RaisedByLexer {
  constructor(
    readonly error: PySyntaxErrorInfo,
    readonly done: LexError['done'],
  ) {}
}

/** Where an expression cut out of an f-string stands. */
export interface FieldOrigin {
  /** Line of its first token in the file. */
  lineno: number;
  /** What CPython adds to the columns of the first line. */
  column: number;
}

export interface RunOptions {
  filename: string;
  lookupName?: ((name: string) => string | null) | undefined;
  /** Set for the expression of an f-string field. */
  field?: FieldOrigin;
  byteColumns?: boolean;
  interactive?: boolean;
}

/** State of a pass over the tokens. */
export class DiagnosticRun implements PegRun {
  mark = 0;
  fill = 0;
  invalid = false;
  private second = false;
  memo: Map<Matcher, { value: unknown; end: number }>[] = [];
  private readonly levels: number[] = [];
  private readonly lineStarts: number[] = [0];

  constructor(
    readonly text: string,
    private readonly lexed: Tokens,
    readonly options: RunOptions,
  ) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lineStarts.push(at + 1);
    let level = 0;
    for (const token of lexed.tokens) {
      if (token.tokenTypeIdx === T.LPar || token.tokenTypeIdx === T.LSqb || token.tokenTypeIdx === T.LBrace) level++;
      else if (token.tokenTypeIdx === T.RPar || token.tokenTypeIdx === T.RSqb || token.tokenTypeIdx === T.RBrace) level--;
      this.levels.push(level);
    }
  }

  // ---- tokens

  peek(): Token {
    const token = this.lexed.tokens[this.mark];
    if (token === undefined) {
      // At a prompt nobody is asked for another line to explain the error of this one.
      if (this.second && this.options.interactive === true && this.lexed.error?.done === 'eof') return NOTHING;
      if (this.lexed.error !== null) throw this.lexical(this.lexed.error);
      return this.lexed.tokens[this.lexed.tokens.length - 1]!;
    }
    if (this.mark >= this.fill) this.fill = this.mark + 1;
    return token;
  }

  /** The last token fetched. */
  fetched(): Token {
    return this.lexed.tokens[Math.max(0, this.fill - 1)] ?? NOTHING;
  }

  lastToken(): Token {
    const { tokens } = this.lexed;
    let at = this.mark - 1;
    while (at > 0 && isLayout(tokens[at]!)) at--;
    return tokens[Math.max(0, at)]!;
  }

  /** How many brackets were open after the token before `mark`. */
  levelBefore(): number {
    return this.levels[this.mark - 1] ?? 0;
  }

  /** Starts the second pass. */
  again(): void {
    this.mark = 0;
    this.second = true;
    this.invalid = true;
    this.memo = [];
  }

  // ---- errors

  forced(token: Token, expected: string): never {
    return this.raiseAt(token, `expected '${expected}'`);
  }

  /** At the last token fetched. */
  raiseHere(message: string, kind: PySyntaxErrorInfo['kind'] = 'SyntaxError'): never {
    const token = this.fetched();
    const bare = token.col === -1;
    const col = bare ? this.width(token) - 1 : token.col;
    throw this.raised(kind, message, token.lineno, col + 1, token.endLineno, bare ? -1 : token.endCol + 1);
  }

  raiseAt(where: Placed, message: string): never {
    return this.raiseRange(where, where, message);
  }

  raiseRange(from: Placed, to: Placed, message: string): never {
    throw this.raised('SyntaxError', message, from.lineno, from.col + 1, to.endLineno, to.endCol + 1);
  }

  /** From a place to where the tokenizer stands. */
  raiseFrom(from: Placed, message: string): never {
    const token = this.fetched();
    const end = token.col === -1 ? this.width(token) : token.tokenTypeIdx === T.Newline ? token.endCol + 1 : token.endCol;
    throw this.raised('SyntaxError', message, from.lineno, from.col + 1, token.endLineno, end);
  }

  /** A literal without a value: CPython blames it, or what follows it. */
  raiseLiteral(error: LiteralError, where?: Placed): never {
    if (error.kind === 'plain' && where !== undefined) return this.raiseAt(where, error.message);
    return this.raiseHere(error.kind === 'plain' ? error.message : `(${error.kind} error) ${error.message}`);
  }

  strings(tokens: Token[], start: Token): PegNode {
    const joined = checkStrings(this, tokens);
    return makeNode(this, joined ? 'JoinedStr' : 'Constant', [], start);
  }

  /** Generic failure, blamed on the token the first pass stopped at. */
  raiseGeneric(token: Token): never {
    if (token.tokenTypeIdx === T.Indent || token.tokenTypeIdx === T.Dedent) {
      this.raiseHere(token.tokenTypeIdx === T.Indent ? 'unexpected indent' : 'unexpected unindent', 'IndentationError');
    }
    return this.raiseAt(token, 'invalid syntax');
  }

  /** After an error of the grammar CPython reads on to the end: a lexical error there is the better one. */
  laterLexicalError(): PySyntaxErrorInfo | null {
    const { error, open } = this.lexed;
    if (error === null) return null;
    // Looking past the last token CPython has met the end of the text, and reads no further.
    if (!this.text.endsWith('\n') && this.fetched().endOffset === this.text.length) return null;
    if (error.done === 'layout' || error.done === 'eof') {
      const bracket = open[open.length - 1];
      return bracket !== undefined && this.fetched().lineno > bracket.lineno + this.firstLine - 1 ? this.neverClosed(bracket) : null;
    }
    return this.lexical(error).error;
  }

  /** The rules ran out of stack: the lexical error if there is one, else the parser's own place. */
  tooDeep(stoppedAt: number | undefined): PySyntaxErrorInfo {
    const { tokens, error } = this.lexed;
    if (error !== null) return this.lexical(error).error;
    const token = tokens.find((candidate) => candidate.startOffset === stoppedAt);
    // CPython: MemoryError, without words.
    if (token === undefined) return new PySyntaxErrorInfo('MemoryError', '', this.options.filename, null, null, null, null, null);
    return this.raised('SyntaxError', 'invalid syntax', token.lineno, token.col + 1, token.endLineno, token.endCol + 1).error;
  }

  private lexical(error: LexError): RaisedByLexer {
    const { open } = this.lexed;
    if (error.done === 'eof') {
      if (open.length > 0) return new RaisedByLexer(this.neverClosed(open[open.length - 1]!), error.done);
      return new RaisedByLexer(this.info('SyntaxError', 'unexpected EOF while parsing', error.lineno, error.offset, error.lineno, error.endOffset), error.done);
    }
    return new RaisedByLexer(this.info(error.kind, error.message, error.lineno, error.offset, error.lineno, error.endOffset, error.done === 'layout' ? this.line(error.lineno) : this.line(error.lineno).replace(/\n$/, '')), error.done);
  }

  private neverClosed(bracket: OpenBracket): PySyntaxErrorInfo {
    return this.raised('SyntaxError', `'${bracket.char}' was never closed`, bracket.lineno, bracket.col + 1, bracket.lineno, 0).error;
  }

  /** Line 1 of the text is this line of the file. */
  get firstLine(): number {
    return this.options.field?.lineno ?? 1;
  }

  /** How far into its line the tokenizer had read at a token without a place. */
  private width(token: Token): number {
    const start = this.lineStarts[token.lineno - 1] ?? 0;
    return utf8Length(this.text, start, token.startOffset);
  }

  private line(lineno: number): string {
    const start = this.lineStarts[lineno - 1];
    if (start === undefined) return '';
    return this.text.slice(start, this.lineStarts[lineno] ?? this.text.length);
  }

  /** From byte columns (1-based, 0 and less are CPython's "unknown"), to characters where CPython does. */
  private raised(kind: PySyntaxErrorInfo['kind'], message: string, lineno: number, col: number, endLineno: number, endCol: number): Raised {
    let line = this.line(lineno);
    // Of a line it has left CPython keeps no newline.
    if (lineno < this.fetched().endLineno) line = line.replace(/\n$/, '');
    const { field } = this.options;
    if (field !== undefined && lineno > 1) col -= field.column;
    if (field !== undefined && endLineno > 1) endCol -= field.column;
    const text = field === undefined ? message : `f-string: ${message}`;
    // A field is read as text of its own, of which CPython knows no encoding.
    const inBytes = field !== undefined || this.options.byteColumns === true;
    return new Raised(this.info(kind, text, lineno, inBytes ? col : toCharacters(line, col), endLineno, inBytes ? endCol : toCharacters(line, endCol), line));
  }

  private info(kind: PySyntaxErrorInfo['kind'], message: string, lineno: number, offset: number, endLineno: number, endOffset: number, line = this.line(lineno)): PySyntaxErrorInfo {
    const shift = this.firstLine - 1;
    return new PySyntaxErrorInfo(kind, message, this.options.filename, lineno + shift, offset, endLineno + shift, endOffset, line);
  }
}

function isLayout(token: Token): boolean {
  return token.tokenTypeIdx === T.EOF || (token.tokenTypeIdx >= T.Newline && token.tokenTypeIdx <= T.Dedent);
}

/** CPython counts the characters of the first `col` bytes of the line, of which it takes one too many. */
function toCharacters(line: string, col: number): number {
  if (col <= 0) return col;
  const size = utf8Length(line, 0, line.length);
  if (col > size) return bytesToCodePoints(line, size) + 1;
  return bytesToCodePoints(line, col);
}
