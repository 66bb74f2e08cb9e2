/** Collects the pieces of adjacent string literals into one Constant or JoinedStr. */
import { ConstBytes } from '../bytecode/consts.js';
import type { ExprNode, FormattedValue, JoinedStr, Position } from './ast.js';
import { decodeText, decodeWhole, joinDecoded, LiteralError, stringParts, type Decoded, type LiteralContext } from './literals.js';
import type { Token } from './tokens.js';

/**
 * One run of adjacent literals. Every node made here has the position of the whole run, as in
 * CPython 3.11, which is only known at the end.
 */
export class StringBuilder {
  private texts: Decoded[] = [];
  private values: (Decoded[] | FormattedValue)[] = [];
  private bytes: Uint8Array[] = [];
  private isBytes: boolean | undefined;
  private isF = false;
  private raw = false;
  /** The f-string token being read. */
  private token: Token | null = null;
  private kind: string | null = null;
  private first = true;

  constructor(
    private readonly context: LiteralContext,
    private readonly atLine: (lineno: number) => void,
  ) {}

  /** Adds a token that is no f-string; false if it has no value or does not fit the others. */
  plain(token: Token): boolean {
    const parts = stringParts(token.image);
    if (this.isBytes !== undefined && this.isBytes !== parts.bytes) return false;
    this.isBytes = parts.bytes;
    if (this.first && parts.unicodePrefix) this.kind = 'u';
    this.first = false;
    this.atLine(token.lineno);
    try {
      const value = decodeWhole(parts, this.context);
      if (value instanceof ConstBytes) this.bytes.push(value.v);
      else this.texts.push(value);
    } catch (e) {
      if (e instanceof LiteralError) return false;
      throw e;
    }
    return true;
  }

  /** An f-string begins. */
  startF(token: Token): void {
    // Bytes next to an f-string: `finish` refuses.
    this.isF = true;
    this.first = false;
    this.raw = /r/i.test(token.image);
    this.token = token;
  }

  /** Literal text inside an f-string. */
  middle(token: Token): boolean {
    this.atLine(this.token!.lineno);
    try {
      this.texts.push(decodeText(token.image, this.raw, this.context));
    } catch (e) {
      if (e instanceof LiteralError) return false;
      throw e;
    }
    return true;
  }

  /** A builder for a format spec of the f-string being read. */
  nested(): StringBuilder {
    const spec = new StringBuilder(this.context, this.atLine);
    spec.isF = true;
    spec.raw = this.raw;
    spec.token = this.token;
    spec.first = false;
    return spec;
  }

  /** A finished field. */
  field(value: ExprNode, debug: string | null, conversion: number, spec: StringBuilder | null): void {
    if (debug !== null) {
      this.texts.push(debug);
      if (conversion === -1 && spec === null) conversion = 114; // 'r'
    }
    if (this.texts.length > 0) this.values.push(this.texts);
    this.texts = [];
    const node: FormattedValue = { _type: 'FormattedValue', value, conversion, format_spec: null, lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };
    // The spec's own nodes are made when the position is known.
    if (spec !== null) this.specs.push({ node, spec });
    this.values.push(node);
  }

  private readonly specs: { node: FormattedValue; spec: StringBuilder }[] = [];

  /** The node; null if bytes and str were mixed. */
  finish(where: Position, line35: number): ExprNode | null {
    if (this.isBytes === true) {
      if (this.isF) return null;
      const size = this.bytes.reduce((sum, part) => sum + part.length, 0);
      const all = new Uint8Array(size);
      let at = 0;
      for (const part of this.bytes) {
        all.set(part, at);
        at += part.length;
      }
      return place({ _type: 'Constant', value: new ConstBytes(all), kind: null, ...where }, line35);
    }
    if (!this.isF) return place({ _type: 'Constant', value: joinDecoded(this.texts), kind: this.kind, ...where }, line35);
    return this.joined(where, line35, this.kind);
  }

  private joined(where: Position, line35: number, kind: string | null): JoinedStr {
    for (const { node, spec } of this.specs) {
      // CPython 3.11 gives a spec the position of its own token, not of the whole run.
      const { lineno, col, endLineno, endCol } = spec.token!;
      node.format_spec = spec.joined({ lineno, col_offset: col, end_lineno: endLineno, end_col_offset: endCol }, endLineno, kind);
    }
    if (this.texts.length > 0) this.values.push(this.texts);
    const values: ExprNode[] = [];
    for (const piece of this.values) {
      if (Array.isArray(piece)) {
        const value = joinDecoded(piece);
        if (value !== '') values.push(place({ _type: 'Constant', value, kind, ...where }, line35));
      } else {
        Object.assign(piece, where);
        values.push(place(piece, line35));
      }
    }
    return place({ _type: 'JoinedStr', values, ...where }, line35);
  }
}

function place<N extends ExprNode>(node: N, line35: number): N {
  if (line35 !== node.lineno) node.line35 = line35;
  return node;
}
