/**
 * Text to tokens, in one hand-written pass that follows CPython 3.11's tokenizer decision by
 * decision, because its error messages and positions are part of the language.
 *
 * f-strings: 3.11 first finds the end of the whole literal and only then looks inside. For the
 * grammar the literal is cut into FSTRING_START, MIDDLE, ... , END (see `fstring-tokens.ts`); for
 * error diagnosis it stays one String token (`wholeStrings`).
 *
 * The tokenizer stops at the first error and hands back what it has. It knows nothing of the
 * grammar except where `match` and `case` are keywords, which the layout alone decides.
 */
import { charClass, Cls, codePointLength, invalidIdentifierIndex, isDigit, isHexDigit, isNameChar, isPrintable, utf8Length } from './chars.js';
import { splitFString } from './fstring-tokens.js';
import { keywords, T, Token } from './tokens.js';

/** CPython allows 200 open brackets and 100 indentation levels. */
const MAX_BRACKETS = 200;
const MAX_INDENTS = 100;

/** State CPython's `tok->done` would have after an error; it decides which error wins in `diagnose`. */
export type LexDone = 'error' | 'eof' | 'eof-in-string' | 'eof-in-line' | 'layout';

/** Why the tokenizer stopped. `message` is empty for an end of text inside brackets or after a backslash: the words then depend on what is open. */
export interface LexError {
  kind: 'SyntaxError' | 'IndentationError' | 'TabError';
  message: string;
  lineno: number;
  /** Characters, from 1. */
  offset: number;
  endOffset: number;
  done: LexDone;
}

/** An open bracket. */
export interface OpenBracket {
  char: string;
  lineno: number;
  /** Offset in the text. */
  offset: number;
  col: number;
}

/** Column and end of what is warned of, as a SyntaxError would give them. */
export type WarnPlace = readonly [offset: number, endLineno: number, endOffset: number];

export interface TokenizeOptions {
  mode: 'exec' | 'eval' | 'single' | 'func_type';
  wholeStrings?: boolean;
  /** For the REPL: do not close open blocks at the end of the text. */
  dontImplyDedent?: boolean;
  warn?: ((category: 'SyntaxWarning', message: string, lineno: number, where: WarnPlace) => void) | undefined;
}

export interface Tokens {
  tokens: Token[];
  error: LexError | null;
  /** Brackets still open where the tokenizer stopped. */
  open: OpenBracket[];
}

/** Thrown inside the tokenizer only. */
class LexStop {
  constructor(readonly error: LexError) {}
}

const CLOSERS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Turns normalised text (`\n` only, see `source-text.ts`) into tokens. The last token is EOF unless there was an error. */
export function tokenize(text: string, options: TokenizeOptions): Tokens {
  return new Tokenizer(text, options).run();
}

/** One run over one text. `fstring-tokens.ts` uses its position-keeping methods. */
export class Tokenizer {
  readonly tokens: Token[] = [];
  pos = 0;
  lineno = 1;
  lineStart = 0;
  /** Where CPython's read buffer begins: the line, but the first one of a token or of continued lines. */
  private bufferStart = 0;
  readonly ascii: boolean;
  private readonly open: OpenBracket[] = [];
  private readonly indents: number[] = [0];
  private readonly altIndents: number[] = [0];
  /** Per indentation level: is this the body of a `match`, so that its lines begin with `case`? */
  private readonly matchBodies: boolean[] = [false];
  private matchPending = false;
  /** Index of the token that opens the current logical line. */
  private lineToken = 0;
  private colBase = 0;
  private colBytes = 0;

  constructor(
    readonly text: string,
    readonly options: TokenizeOptions,
  ) {
    // eslint-disable-next-line no-control-regex
    this.ascii = !/[^\x00-\x7f]/.test(text);
  }

  run(): Tokens {
    let error: LexError | null = null;
    try {
      this.scanLines();
    } catch (e) {
      if (!(e instanceof LexStop)) throw e;
      error = e.error;
    }
    return { tokens: this.tokens, error, open: this.open };
  }

  /** UTF-8 column of `offset`, which must be on the current line. */
  col(offset: number): number {
    if (this.ascii) return offset - this.lineStart;
    // Columns are asked for from left to right: go on from the last one.
    if (this.colBase < this.lineStart || this.colBase > offset) {
      this.colBase = this.lineStart;
      this.colBytes = 0;
    }
    this.colBytes += utf8Length(this.text, this.colBase, offset);
    this.colBase = offset;
    return this.colBytes;
  }

  push(kind: T, image: string, start: number, end: number): Token {
    const col = this.col(start);
    const endCol = this.ascii ? end - this.lineStart : this.col(end);
    const token = new Token(kind, image, start, end, this.lineno, col, this.lineno, endCol);
    this.tokens.push(token);
    return token;
  }

  /** A token without a place in its line (INDENT, DEDENT, EOF); `startOffset` says how far the tokenizer had read. */
  private pushBare(kind: T): void {
    // At the end of the text CPython still stands on the last line.
    const lineno = this.pos >= this.text.length && this.lineStart === this.pos ? this.lineno - 1 : this.lineno;
    this.tokens.push(new Token(kind, '', this.pos, this.pos, lineno, -1, lineno, -1));
  }

  fail(message: string, cursor: number, done: LexDone = 'error'): never {
    const offset = codePointLength(this.text, this.lineStart, cursor);
    this.failAt(message, offset, offset, done);
  }

  private failAt(message: string, offset: number, endOffset: number, done: LexDone = 'error', kind: LexError['kind'] = 'SyntaxError'): never {
    throw new LexStop({ kind, message, lineno: this.lineno, offset, endOffset, done });
  }

  /** The whole text: layout outside, {@link scanTokens} for each stretch between line starts. */
  private scanLines(): void {
    const { text, options } = this;
    const size = text.length;
    const atEnd = (): void => {
      // CPython: in 'single' mode the end of the text counts once as the end of a line.
      if (options.mode === 'single' && this.tokens.length > 0 && this.tokens[this.tokens.length - 1]!.tokenTypeIdx !== T.EOF) {
        this.endLogicalLine();
        this.pushBare(T.Newline);
        if (this.indents.length > 1 && options.dontImplyDedent !== true) {
          while (this.indents.length > 1) this.dedent();
          this.pushBare(T.Newline);
        }
      }
      this.pushBare(T.EOF);
    };
    for (;;) {
      if (this.startOfLine(size)) {
        if (this.pos >= size) {
          atEnd();
          return;
        }
      }
      this.lineToken = this.tokens.length;
      if (!this.scanTokens(size)) {
        if (this.open.length > 0) this.failAt('', 0, 0, 'eof');
        atEnd();
        return;
      }
    }
  }

  /** Reads a line's indentation, skipping blank lines; true if INDENT/DEDENT could be decided (always, but for clarity at the end of the text). */
  private startOfLine(size: number): boolean {
    const { text } = this;
    for (;;) {
      let column = 0;
      let alt = 0;
      let continued = 0;
      let c = 0;
      for (;;) {
        c = text.charCodeAt(this.pos);
        if (c === 32) {
          column++;
          alt++;
        } else if (c === 9) {
          column = (Math.floor(column / 8) + 1) * 8;
          alt++;
        } else if (c === 12) {
          column = 0;
          alt = 0;
        } else if (c === 92) {
          // Indentation before a continued line counts from where it began.
          continued = continued || column;
          this.continueLine();
          continue;
        } else break;
        this.pos++;
      }
      if (c === 35 || c === 10) {
        // A line with nothing but space and comment has no layout.
        if (c === 35) {
          const end = text.indexOf('\n', this.pos);
          this.pos = end < 0 ? size : end;
        }
        if (this.pos < size) {
          this.nextLine(this.pos + 1);
          continue;
        }
        return true;
      }
      if (continued > 0) {
        column = continued;
        alt = continued;
      }
      this.layout(column, alt);
      return true;
    }
  }

  nextLine(start: number): void {
    this.pos = start;
    this.lineno++;
    this.lineStart = start;
    this.bufferStart = start;
  }

  private continueLine(): void {
    const { text } = this;
    if (text.charCodeAt(this.pos + 1) !== 10) {
      const atEnd = this.pos + 1 >= text.length;
      const offset = codePointLength(text, this.bufferStart, this.pos) + (atEnd ? 1 : 2);
      // The caret stands after the backslash; a line-continuation error knows no end.
      this.failAt('unexpected character after line continuation character', offset, 0, 'layout');
    }
    if (this.pos + 2 >= text.length) this.failAt('', codePointLength(text, this.lineStart, this.pos + 2), -1, 'eof');
    this.nextLine(this.pos + 2);
  }

  private layout(column: number, alt: number): void {
    const { indents, altIndents } = this;
    let top = indents.length - 1;
    const inMatch = this.matchPending;
    this.matchPending = false;
    if (column === indents[top]) {
      if (alt !== altIndents[top]) this.tabError();
    } else if (column > indents[top]!) {
      if (indents.length >= MAX_INDENTS) this.failAt('too many levels of indentation', 1, 0, 'layout', 'IndentationError');
      if (alt <= altIndents[top]!) this.tabError();
      indents.push(column);
      altIndents.push(alt);
      this.matchBodies.push(inMatch);
      this.pushBare(T.Indent);
    } else {
      let pending = 0;
      while (top > 0 && column < indents[top]!) {
        pending++;
        top--;
      }
      if (column !== indents[top]) {
        // CPython has read to the end of the line.
        const end = this.text.indexOf('\n', this.pos);
        const offset = codePointLength(this.text, this.lineStart, end < 0 ? this.text.length : end + 1);
        this.failAt('unindent does not match any outer indentation level', offset, -1, 'layout', 'IndentationError');
      }
      if (alt !== altIndents[top]) this.tabError();
      while (pending-- > 0) this.dedent();
    }
  }

  private tabError(): never {
    this.failAt('inconsistent use of tabs and spaces in indentation', 1, 0, 'layout', 'TabError');
  }

  private dedent(): void {
    this.indents.pop();
    this.altIndents.pop();
    this.matchBodies.pop();
    this.pushBare(T.Dedent);
  }

  /** Decides whether the logical line just read began with the keyword `match` or `case`. */
  private endLogicalLine(): void {
    const first = this.tokens[this.lineToken];
    if (first === undefined || first.tokenTypeIdx !== T.Name) return;
    let kind: T;
    if (first.image === 'case' && this.matchBodies[this.matchBodies.length - 1] === true) kind = T.Case;
    else if (first.image === 'match' && this.tokens.length - this.lineToken > 2 && this.tokens[this.tokens.length - 1]!.tokenTypeIdx === T.Colon) {
      // No expression statement ends in a colon.
      kind = T.Match;
      this.matchPending = true;
    } else return;
    this.tokens[this.lineToken] = new Token(kind, first.image, first.startOffset, first.endOffset, first.lineno, first.col, first.endLineno, first.endCol);
  }

  /**
   * Tokens up to and including the end of the logical line; false if the text ended first. Inside an
   * f-string's field (`nested`) every line end is space and `limit` is the field's end.
   */
  scanTokens(limit: number, nested = false): boolean {
    const { text, open } = this;
    const base = nested ? open.length : 0;
    let comment = -1;
    for (;;) {
      if (this.pos >= limit) return false;
      const c = text.charCodeAt(this.pos);
      if (c === 32 || c === 9 || c === 12) {
        this.pos++;
        continue;
      }
      if (c >= 128 || (charClass[c]! & Cls.NameStart) !== 0) {
        this.name(c);
        continue;
      }
      const start = this.pos;
      switch (c) {
        case 10: // newline
          if (nested || open.length > 0) {
            this.nextLine(start + 1);
            comment = -1;
            // Inside brackets a backslash at the start of a line is one like any other.
            continue;
          }
          this.endLogicalLine();
          // CPython: after a comment NEWLINE begins where the comment does.
          this.push(T.Newline, '', comment >= 0 ? comment : start, start);
          this.nextLine(start + 1);
          return true;
        case 35: { // #
          const end = text.indexOf('\n', start);
          this.pos = end < 0 || end > limit ? limit : end;
          comment = start;
          continue;
        }
        case 92: // backslash
          {
            const buffer = this.bufferStart;
            this.continueLine();
            this.bufferStart = buffer;
          }
          continue;
        case 34:
        case 39:
          this.string(start, start);
          continue;
        case 40:
        case 91:
        case 123:
          this.openBracket(c, start);
          continue;
        case 41:
        case 93:
        case 125:
          this.closeBracket(c, start, base);
          continue;
        case 46: { // .
          const next = text.charCodeAt(start + 1);
          if (isDigit(next)) this.number(start);
          else if (next === 46 && text.charCodeAt(start + 2) === 46) this.punctuation(T.Ellipsis, start, 3);
          else this.punctuation(T.Dot, start, 1);
          continue;
        }
        case 44:
          this.punctuation(T.Comma, start, 1);
          continue;
        case 59:
          this.punctuation(T.Semi, start, 1);
          continue;
        case 126:
          this.punctuation(T.Tilde, start, 1);
          continue;
        default:
          if (c >= 48 && c <= 57) this.number(start);
          else this.operator(c, start);
      }
    }
  }

  private punctuation(kind: T, start: number, length: number): void {
    this.pos = start + length;
    this.push(kind, length === 1 ? this.text[start]! : this.text.substring(start, start + length), start, start + length);
  }

  private operator(c: number, start: number): void {
    const { text } = this;
    const next = text.charCodeAt(start + 1);
    const eq = next === 61;
    switch (c) {
      case 61: // =
        return eq ? this.punctuation(T.BinaryOnly, start, 2) : this.punctuation(T.Equal, start, 1);
      case 58: // :
        return eq ? this.punctuation(T.ColonEqual, start, 2) : this.punctuation(T.Colon, start, 1);
      case 43: // +
        return eq ? this.punctuation(T.AugAssign, start, 2) : this.punctuation(T.Plus, start, 1);
      case 45: // -
        if (next === 62) return this.punctuation(T.Arrow, start, 2);
        return eq ? this.punctuation(T.AugAssign, start, 2) : this.punctuation(T.Minus, start, 1);
      case 42: // *
        if (next === 42) return text.charCodeAt(start + 2) === 61 ? this.punctuation(T.AugAssign, start, 3) : this.punctuation(T.DoubleStar, start, 2);
        return eq ? this.punctuation(T.AugAssign, start, 2) : this.punctuation(T.Star, start, 1);
      case 47: // /
        if (next === 47) return text.charCodeAt(start + 2) === 61 ? this.punctuation(T.AugAssign, start, 3) : this.punctuation(T.BinaryOnly, start, 2);
        return eq ? this.punctuation(T.AugAssign, start, 2) : this.punctuation(T.Slash, start, 1);
      case 60: // <
        if (next === 62) return this.punctuation(T.Unknown, start, 2);
        if (next === 60) return text.charCodeAt(start + 2) === 61 ? this.punctuation(T.AugAssign, start, 3) : this.punctuation(T.BinaryOnly, start, 2);
        return this.punctuation(T.BinaryOnly, start, eq ? 2 : 1);
      case 62: // >
        if (next === 62) return text.charCodeAt(start + 2) === 61 ? this.punctuation(T.AugAssign, start, 3) : this.punctuation(T.BinaryOnly, start, 2);
        return this.punctuation(T.BinaryOnly, start, eq ? 2 : 1);
      case 37: // %
      case 38: // &
      case 94: // ^
        return eq ? this.punctuation(T.AugAssign, start, 2) : this.punctuation(T.BinaryOnly, start, 1);
      case 124: // |
        return eq ? this.punctuation(T.AugAssign, start, 2) : this.punctuation(T.VBar, start, 1);
      case 64: // @
        return eq ? this.punctuation(T.AugAssign, start, 2) : this.punctuation(T.At, start, 1);
      case 33: // !
        return eq ? this.punctuation(T.BinaryOnly, start, 2) : this.punctuation(T.Unknown, start, 1);
      default:
        if (c < 32 || c === 127) this.fail(`invalid non-printable character U+${c.toString(16).toUpperCase().padStart(4, '0')}`, start + 1);
        return this.punctuation(T.Unknown, start, 1);
    }
  }

  private openBracket(c: number, start: number): void {
    if (this.open.length >= MAX_BRACKETS) this.fail('too many nested parentheses', start + 1);
    this.punctuation(c === 40 ? T.LPar : c === 91 ? T.LSqb : T.LBrace, start, 1);
    this.open.push({ char: this.text[start]!, lineno: this.lineno, offset: start, col: this.tokens[this.tokens.length - 1]!.col });
  }

  private closeBracket(c: number, start: number, base: number): void {
    const char = this.text[start]!;
    if (this.open.length <= base) this.fail(`unmatched '${char}'`, start + 1);
    const opening = this.open.pop()!;
    if (opening.char !== CLOSERS[char]) {
      const where = opening.lineno !== this.lineno ? ` on line ${opening.lineno}` : '';
      this.fail(`closing parenthesis '${char}' does not match opening parenthesis '${opening.char}'${where}`, start + 1);
    }
    this.punctuation(c === 41 ? T.RPar : c === 93 ? T.RSqb : T.RBrace, start, 1);
  }

  /** An identifier, a keyword, or a string with a prefix. */
  private name(first: number): void {
    const { text } = this;
    const start = this.pos;
    let pos = start;
    let c = first;
    let nonAscii = false;
    for (;;) {
      if (c >= 128) nonAscii = true;
      else if ((charClass[c]! & (Cls.NameStart | Cls.Digit)) === 0) break;
      c = text.charCodeAt(++pos);
      if (c !== c) break;
    }
    if ((c === 34 || c === 39) && pos - start <= 2 && /^(?:[bBuUfFrR]|[bB][rR]|[rR][bB]|[fF][rR]|[rR][fF])$/.test(text.substring(start, pos))) {
      this.string(start, pos);
      return;
    }
    this.pos = pos;
    let image = text.substring(start, pos);
    if (nonAscii) {
      const bad = invalidIdentifierIndex(image);
      if (bad >= 0) {
        const ch = String.fromCodePoint(image.codePointAt(bad)!);
        const hex = ch.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
        this.fail(isPrintable(ch) ? `invalid character '${ch}' (U+${hex})` : `invalid non-printable character U+${hex}`, start + bad + ch.length);
      }
      image = image.normalize('NFKC');
      this.push(T.Name, image, start, pos);
      return;
    }
    this.push(keywords.get(image) ?? T.Name, image, start, pos);
  }

  private number(start: number): void {
    const { text } = this;
    const c = text.charCodeAt(start);
    const second = text.charCodeAt(start + 1) | 32;
    let pos: number;
    if (c === 48 && second === 120) pos = this.radixDigits(start + 2, isHexDigit, 'hexadecimal');
    else if (c === 48 && second === 111) pos = this.radixDigits(start + 2, (d) => d >= 48 && d <= 55, 'octal');
    else if (c === 48 && second === 98) pos = this.radixDigits(start + 2, (d) => d === 48 || d === 49, 'binary');
    else pos = this.decimal(start, c);
    this.pos = pos;
    this.push(T.Number, text.substring(start, pos), start, pos);
  }

  private radixDigits(pos: number, valid: (c: number) => boolean, kind: string): number {
    const { text } = this;
    let c: number;
    do {
      if (text.charCodeAt(pos) === 95) pos++;
      c = text.charCodeAt(pos);
      if (!valid(c)) {
        if (kind !== 'hexadecimal' && isDigit(c)) this.fail(`invalid digit '${text[pos]}' in ${kind} literal`, pos + 1);
        this.fail(`invalid ${kind} literal`, pos);
      }
      while (valid(c)) c = text.charCodeAt(++pos);
    } while (c === 95);
    if (kind !== 'hexadecimal' && isDigit(c)) this.fail(`invalid digit '${text[pos]}' in ${kind} literal`, pos + 1);
    this.endOfNumber(pos, kind);
    return pos;
  }

  private digits(pos: number): number {
    const { text } = this;
    for (;;) {
      while (isDigit(text.charCodeAt(pos))) pos++;
      if (text.charCodeAt(pos) !== 95) return pos;
      pos++;
      if (!isDigit(text.charCodeAt(pos))) this.fail('invalid decimal literal', pos);
    }
  }

  private decimal(start: number, first: number): number {
    const { text } = this;
    let pos = start;
    let leadingZeros = 0;
    if (first === 48) {
      pos++;
      for (;;) {
        if (text.charCodeAt(pos) === 95) {
          pos++;
          if (!isDigit(text.charCodeAt(pos))) this.fail('invalid decimal literal', pos);
        }
        if (text.charCodeAt(pos) !== 48) break;
        pos++;
      }
      if (isDigit(text.charCodeAt(pos))) {
        // Only a float or an imaginary number may go on after leading zeros.
        leadingZeros = pos + 1;
        pos = this.digits(pos);
      }
    } else if (first !== 46) pos = this.digits(pos);
    let c = text.charCodeAt(pos);
    let float = false;
    if (c === 46) {
      float = true;
      pos++;
      if (isDigit(text.charCodeAt(pos))) pos = this.digits(pos);
      c = text.charCodeAt(pos);
    }
    if (c === 101 || c === 69) {
      let exponent = pos + 1;
      const sign = text.charCodeAt(exponent);
      if (sign === 43 || sign === 45) {
        exponent++;
        if (!isDigit(text.charCodeAt(exponent))) this.fail('invalid decimal literal', exponent);
      } else if (!isDigit(sign)) {
        this.endOfNumber(pos, 'decimal');
        return pos;
      }
      float = true;
      pos = this.digits(exponent);
      c = text.charCodeAt(pos);
    }
    if (c === 106 || c === 74) {
      this.endOfNumber(pos + 1, 'imaginary');
      return pos + 1;
    }
    if (leadingZeros > 0 && !float) {
      this.failAt(
        'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
        utf8Length(text, this.lineStart, start) + 1,
        utf8Length(text, this.lineStart, leadingZeros),
      );
    }
    this.endOfNumber(pos, 'decimal');
    return pos;
  }

  /** What may touch a number: nothing of a name, except (deprecated) a keyword that can follow one. */
  private endOfNumber(pos: number, kind: string): void {
    const c = this.text.charCodeAt(pos);
    // Characters outside ASCII are left to the next token.
    if (!(c < 128) || !isNameChar(c)) return;
    const rest = this.text.substr(pos, 5);
    if (/^(?:(?:and|else|for|or|not)(?![A-Za-z0-9_\u0080-\uffff])|i[fns])/.test(rest)) {
      const col = this.col(pos);
      this.options.warn?.('SyntaxWarning', `invalid ${kind} literal`, this.lineno, [col, this.lineno, col]);
      return;
    }
    this.fail(`invalid ${kind} literal`, pos);
  }

  /** A string literal whose prefix starts at `start` and whose quote is at `quoteAt`. */
  private string(start: number, quoteAt: number): void {
    const { text } = this;
    const size = text.length;
    const quote = text.charCodeAt(quoteAt);
    const { lineno, lineStart } = this;
    const col = this.col(start);
    let pos = quoteAt + 1;
    let triple = false;
    if (text.charCodeAt(pos) === quote) {
      if (text.charCodeAt(pos + 1) === quote) {
        triple = true;
        pos += 2;
      } else {
        this.finishString(start, pos + 1, lineno, lineStart, col, quoteAt, 1);
        return;
      }
    }
    let line = lineno;
    let begin = lineStart;
    for (;;) {
      const c = text.charCodeAt(pos);
      if (c === quote) {
        if (!triple) break;
        if (text.charCodeAt(pos + 1) === quote && text.charCodeAt(pos + 2) === quote) {
          pos += 2;
          break;
        }
      } else if (c === 92) {
        pos++;
        if (text.charCodeAt(pos) === 10) {
          line++;
          begin = pos + 1;
        }
      } else if (c === 10) {
        if (!triple) this.unterminated(start, line, triple, 'error');
        line++;
        begin = pos + 1;
      } else if (pos >= size) {
        // A final newline that only the tokenizer added does not count as a line.
        this.unterminated(start, begin >= size && line > lineno ? line - 1 : line, triple, triple ? 'eof-in-string' : 'eof-in-line');
      }
      pos++;
    }
    this.lineno = line;
    this.lineStart = begin;
    this.finishString(start, pos + 1, lineno, lineStart, col, quoteAt, triple ? 3 : 1);
  }

  private unterminated(start: number, line: number, triple: boolean, done: LexDone): never {
    this.fail(`unterminated ${triple ? 'triple-quoted ' : ''}string literal (detected at line ${line})`, start + 1, done);
  }

  private finishString(start: number, end: number, lineno: number, lineStart: number, col: number, quoteAt: number, quotes: number): void {
    const { text } = this;
    const endLineno = this.lineno;
    const endLineStart = this.lineStart;
    const endCol = this.col(end);
    this.pos = end;
    const p0 = text.charCodeAt(start) | 32;
    const isF = quoteAt > start && (p0 === 102 || (quoteAt - start === 2 && (text.charCodeAt(start + 1) | 32) === 102));
    if (!isF || this.options.wholeStrings === true) {
      this.tokens.push(new Token(T.String, text.substring(start, end), start, end, lineno, col, endLineno, endCol));
      return;
    }
    this.tokens.push(new Token(T.FStringStart, text.substring(start, quoteAt), start, quoteAt + quotes, lineno, col, endLineno, endCol));
    this.lineno = lineno;
    this.lineStart = lineStart;
    splitFString(this, quoteAt + quotes, end - quotes, /r/i.test(text.substring(start, quoteAt)));
    this.lineno = endLineno;
    this.lineStart = endLineStart;
    this.pos = end;
    this.tokens.push(new Token(T.FStringEnd, '', end - quotes, end, endLineno, endCol, endLineno, endCol));
  }
}
