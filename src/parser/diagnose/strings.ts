/** What can be wrong with string literals; f-strings are taken apart as CPython 3.11 does. */
import { decodeBytes, decodeText, LiteralError, stringParts } from '../literals.js';
import type { Token } from '../tokens.js';
import { diagnoseField } from './diagnose.js';
import type { DiagnosticRun } from './run.js';

const MAX_BRACKETS = 200;

/** Checks adjacent literals; true if one of them is an f-string. */
export function checkStrings(run: DiagnosticRun, tokens: Token[]): boolean {
  let bytes: boolean | undefined;
  let joined = false;
  for (const token of tokens) {
    const parts = stringParts(token.image);
    try {
      if (parts.bytes) decodeBytes(parts.body, parts.raw, {});
    } catch (e) {
      if (!(e instanceof LiteralError)) throw e;
      run.raiseLiteral(e, token);
    }
    if (bytes !== undefined && bytes !== parts.bytes) run.raiseHere('cannot mix bytes and nonbytes literals');
    bytes = parts.bytes;
    if (parts.bytes) continue;
    if (!parts.fstring) decode(run, parts.body, parts.raw);
    else {
      joined = true;
      const from = token.image.length - parts.body.length - (token.image.endsWith(`${token.image.at(-1)}`.repeat(3)) && token.image.length - parts.body.length >= 7 ? 3 : 1);
      new FieldScan(run, token, token.image, from + parts.body.length, parts.raw).whole(from);
    }
  }
  return joined;
}

function decode(run: DiagnosticRun, text: string, raw: boolean): void {
  try {
    decodeText(text, raw, { lookupName: run.options.lookupName });
  } catch (e) {
    if (!(e instanceof LiteralError)) throw e;
    run.raiseLiteral(e);
  }
}

/** Scans one f-string token; positions are offsets in its text. */
class FieldScan {
  private pos = 0;

  constructor(
    private readonly run: DiagnosticRun,
    private readonly token: Token,
    private readonly text: string,
    private readonly end: number,
    private readonly raw: boolean,
  ) {}

  whole(from: number): void {
    this.pos = from;
    this.pieces(0);
    if (this.pos < this.end) this.fail("f-string: unexpected end of string");
  }

  private fail(message: string): never {
    return this.run.raiseHere(message);
  }

  private pieces(depth: number): void {
    const { text, end } = this;
    while (this.pos < end) {
      const doubled = this.literal(depth);
      if (doubled) continue;
      if (this.pos >= end || text[this.pos] === '}') return;
      this.field(depth);
    }
  }

  /** Literal text; true if it ended in a doubled brace. */
  private literal(depth: number): boolean {
    const { text, end, raw } = this;
    const start = this.pos;
    let s = start;
    let stop = -1;
    let doubled = false;
    while (s < end) {
      let ch = text[s++];
      if (!raw && ch === '\\' && s < end) {
        ch = text[s++];
        if (ch === 'N') {
          if (s < end && text[s++] === '{') {
            while (s < end && text[s++] !== '}');
            continue;
          }
          continue;
        }
      }
      if (ch === '{' || ch === '}') {
        if (depth === 0) {
          if (s < end && text[s] === ch) {
            stop = s;
            this.pos = s + 1;
            doubled = true;
            break;
          }
          if (ch === '}') this.fail("f-string: single '}' is not allowed");
        }
        s--;
        break;
      }
    }
    if (!doubled) {
      stop = s;
      this.pos = s;
    }
    if (stop > start) decode(this.run, text.slice(start, stop), raw);
    return doubled;
  }

  private field(depth: number): void {
    const { text, end } = this;
    if (depth >= 2) this.fail('f-string: expressions nested too deeply');
    const brace = this.pos++;
    const from = this.pos;
    this.expression();
    const to = this.pos;
    if (to >= end) this.expecting();
    this.compile(brace, from, to);
    if (text[this.pos] === '=') {
      this.pos++;
      while (/[ \t\n\r\f\v]/.test(text[this.pos] ?? '')) this.pos++;
      if (this.pos >= end) this.expecting();
    }
    if (text[this.pos] === '!') {
      const begin = ++this.pos;
      for (;;) {
        if (this.pos > begin) break;
        if (this.pos >= end) this.expecting();
        if (text[this.pos] === '}' || text[this.pos] === ':') break;
        this.pos++;
      }
      if (!/^[sra]$/.test(text.slice(begin, this.pos))) this.fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
    if (this.pos >= end) this.expecting();
    if (text[this.pos] === ':') {
      this.pos++;
      if (this.pos >= end) this.expecting();
      this.pieces(depth + 1);
    }
    if (this.pos >= end || text[this.pos] !== '}') this.expecting();
    this.pos++;
  }

  private expecting(): never {
    return this.fail("f-string: expecting '}'");
  }

  /** Moves to the end of the field's expression. */
  private expression(): void {
    const { text, end } = this;
    const open: string[] = [];
    let quote = '';
    let triple = false;
    for (; this.pos < end; this.pos++) {
      const ch = text[this.pos]!;
      if (ch === '\\') this.fail('f-string expression part cannot include a backslash');
      if (quote !== '') {
        if (ch !== quote) continue;
        if (triple) {
          if (!(this.pos + 2 < end && text[this.pos + 1] === ch && text[this.pos + 2] === ch)) continue;
          this.pos += 2;
        }
        quote = '';
        continue;
      }
      if (ch === "'" || ch === '"') {
        quote = ch;
        triple = this.pos + 2 < end && text[this.pos + 1] === ch && text[this.pos + 2] === ch;
        if (triple) this.pos += 2;
        continue;
      }
      if (ch === '[' || ch === '{' || ch === '(') {
        if (open.length >= MAX_BRACKETS) this.fail('f-string: too many nested parenthesis');
        open.push(ch);
        continue;
      }
      if (ch === '#') this.fail("f-string expression part cannot include '#'");
      if (open.length === 0 && '!:}=<>'.includes(ch)) {
        const next = this.pos + 1 < end ? text[this.pos + 1] : '';
        if ('!=<>'.includes(ch) && next === '=') {
          this.pos++;
          continue;
        }
        if (ch === '<' || ch === '>') continue;
        break;
      }
      if (ch === ']' || ch === '}' || ch === ')') {
        const opening = open.pop();
        if (opening === undefined) this.fail(`f-string: unmatched '${ch}'`);
        if (opening !== (ch === ')' ? '(' : ch === ']' ? '[' : '{')) this.fail(`f-string: closing parenthesis '${ch}' does not match opening parenthesis '${opening}'`);
      }
    }
    if (quote !== '') this.fail('f-string: unterminated string');
    if (open.length > 0) this.fail(`f-string: unmatched '${open[open.length - 1]}'`);
  }

  /** Reads the expression as a program of its own. */
  private compile(brace: number, from: number, to: number): void {
    const { text, token } = this;
    const source = text.slice(from, to);
    if (/^[ \t\n\f]*$/.test(source)) {
      const next = text[to];
      this.fail(next === '!' || next === ':' || next === '=' ? `f-string: expression required before '${next}'` : 'f-string: empty expression not allowed');
    }
    const before = text.slice(0, brace);
    const lines = before.split('\n').length - 1;
    let column = 0;
    if (!/^[ \t\f]*\n/.test(source)) column = brace - (before.lastIndexOf('\n') + 1);
    diagnoseField(source, { lineno: this.run.firstLine - 1 + token.lineno + lines, column: lines > 0 ? column : token.col + column }, this.run);
  }
}
