/**
 * The inside of an f-string as tokens.
 *
 * CPython 3.11 cuts a field out of the literal with a scan of its own (quotes, brackets, no
 * backslash, no `#`) and parses what it cut; this is the same scan, feeding the same tokenizer. It
 * knows no messages: any fault stops it, and `diagnose` says what was wrong from the whole literal.
 */
import type { Tokenizer } from './tokenizer.js';
import { T, Token } from './tokens.js';

/** A format spec may hold fields, their specs may not. */
const MAX_FIELD_DEPTH = 2;

/** Emits the tokens between the quotes of an f-string: text[from, to). */
export function splitFString(lexer: Tokenizer, from: number, to: number, raw: boolean): void {
  const end = pieces(lexer, from, to, raw, 0);
  if (end < to) stop(lexer);
}

function stop(lexer: Tokenizer): never {
  lexer.fail('f-string', lexer.pos);
}

/** Literal text and fields up to `to`, or up to the `}` that ends a format spec; returns where it stopped. */
function pieces(lexer: Tokenizer, from: number, to: number, raw: boolean, depth: number): number {
  const { text } = lexer;
  let pos = from;
  let literal = from;
  const flush = (end: number): void => {
    if (end > literal) emit(lexer, T.FStringMiddle, text.substring(literal, end), literal, end);
  };
  while (pos < to) {
    const c = text.charCodeAt(pos);
    if (c === 92 && !raw && pos + 1 < to) {
      pos += 2;
      // The braces of \N{name} are part of the escape.
      if (text.charCodeAt(pos - 1) === 78 && pos < to && text.charCodeAt(pos++) === 123) {
        while (pos < to && text.charCodeAt(pos++) !== 125);
      } else if (text.charCodeAt(pos - 1) === 123 || text.charCodeAt(pos - 1) === 125) pos--;
    } else if (c === 123 || c === 125) {
      if (depth === 0 && pos + 1 < to && text.charCodeAt(pos + 1) === c) {
        flush(pos + 1);
        pos += 2;
        literal = pos;
        continue;
      }
      if (c === 125) {
        if (depth === 0) stop(lexer);
        break;
      }
      flush(pos);
      pos = field(lexer, pos, to, raw, depth);
      literal = pos;
    } else pos++;
  }
  flush(pos);
  return pos;
}

/** One `{...}`; returns the offset after its `}`. */
function field(lexer: Tokenizer, start: number, to: number, raw: boolean, depth: number): number {
  const { text } = lexer;
  if (depth >= MAX_FIELD_DEPTH) stop(lexer);
  emit(lexer, T.FStringLBrace, '{', start, start + 1);
  const from = start + 1;
  let pos = expressionEnd(lexer, from, to);
  const kept = lexer.tokens.length;
  moveTo(lexer, from);
  lexer.scanTokens(pos, true);
  if (lexer.pos > pos || lexer.tokens.length === kept) stop(lexer);
  if (text.charCodeAt(pos) === 61) {
    const equal = pos++;
    while (pos < to && /[ \t\n\r\f\v]/.test(text[pos]!)) pos++;
    if (pos >= to) stop(lexer);
    emit(lexer, T.FStringDebug, text.substring(from, pos), equal, pos);
  }
  if (text.charCodeAt(pos) === 33) {
    const letter = text[++pos]!;
    if (pos >= to || !/[sra]/.test(letter)) stop(lexer);
    emit(lexer, T.FStringConversion, letter, pos - 1, pos + 1);
    pos++;
    if (pos >= to || (text.charCodeAt(pos) !== 125 && text.charCodeAt(pos) !== 58)) stop(lexer);
  }
  if (text.charCodeAt(pos) === 58) {
    emit(lexer, T.FStringColon, ':', pos, pos + 1);
    pos = pieces(lexer, pos + 1, to, raw, depth + 1);
  }
  if (pos >= to || text.charCodeAt(pos) !== 125) stop(lexer);
  emit(lexer, T.FStringRBrace, '}', pos, pos + 1);
  return pos + 1;
}

/** Where the field's expression ends: the first `! : } =` outside quotes and brackets that is no comparison. */
function expressionEnd(lexer: Tokenizer, from: number, to: number): number {
  const { text } = lexer;
  const open: number[] = [];
  let quote = 0;
  let quotes = 0;
  let pos = from;
  for (; pos < to; pos++) {
    const c = text.charCodeAt(pos);
    if (c === 92) stop(lexer);
    if (quote !== 0) {
      if (c !== quote) continue;
      if (quotes === 3) {
        if (!(pos + 2 < to && text.charCodeAt(pos + 1) === c && text.charCodeAt(pos + 2) === c)) continue;
        pos += 2;
      }
      quote = 0;
      continue;
    }
    switch (c) {
      case 34:
      case 39:
        quote = c;
        quotes = 1;
        if (pos + 2 < to && text.charCodeAt(pos + 1) === c && text.charCodeAt(pos + 2) === c) {
          quotes = 3;
          pos += 2;
        }
        continue;
      case 40:
      case 91:
      case 123:
        open.push(c);
        continue;
      case 35:
        stop(lexer);
    }
    if (open.length === 0) {
      if (c === 33 || c === 58 || c === 125 || c === 61 || c === 60 || c === 62) {
        if (c !== 58 && c !== 125 && pos + 1 < to && text.charCodeAt(pos + 1) === 61) {
          pos++;
          continue;
        }
        if (c === 60 || c === 62) continue;
        break;
      }
      if (c === 41 || c === 93) stop(lexer);
    } else if (c === 41 || c === 93 || c === 125) {
      const opening = open.pop()!;
      if (c !== (opening === 40 ? 41 : opening + 2)) stop(lexer);
    }
  }
  if (quote !== 0 || open.length > 0 || pos >= to) stop(lexer);
  return pos;
}

/** Brings the lexer's line to `offset`, which lies ahead of it in the literal. */
function moveTo(lexer: Tokenizer, offset: number): void {
  const { text } = lexer;
  for (let at = text.indexOf('\n', lexer.lineStart); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) lexer.nextLine(at + 1);
  lexer.pos = offset;
}

function emit(lexer: Tokenizer, kind: T, image: string, start: number, end: number): void {
  moveTo(lexer, start);
  // Only expressions inside fields have positions of their own; these tokens need none but their line.
  lexer.tokens.push(new Token(kind, image, start, end, lexer.lineno, lexer.col(start), lexer.lineno, lexer.col(start)));
}
