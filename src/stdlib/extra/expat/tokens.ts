/**
 * Tokens of XML, as Expat cuts them: one method a place tokens may stand in. Each takes the text from `at` to `end`, returns a `Tok`
 * and leaves in `next` where the token ends, or for INVALID where the wrong character is. What ends with the text is PARTIAL; tokens
 * of a document type that may be whole or not are negated.
 */
import { Char, classes } from './characters.js';

export const Tok = {
  Invalid: 0, Partial: -1, PartialChar: -2, TrailingCr: -3, None: -4, TrailingRsqb: -5,
  StartNoAtts: 2, StartAtts: 1, EmptyNoAtts: 4, EmptyAtts: 3, EndTag: 5, Data: 6, Newline: 7, CdataOpen: 8, EntityRef: 9, CharRef: 10, Pi: 11, XmlDecl: 12, Comment: 13, Bom: 14,
  PrologS: 15, DeclOpen: 16, DeclClose: 17, Name: 18, NmToken: 19, PoundName: 20, Or: 21, Percent: 22, OpenParen: 23, CloseParen: 24, OpenBracket: 25, CloseBracket: 26,
  Literal: 27, ParamEntityRef: 28, InstanceStart: 29, NameQuestion: 30, NameAsterisk: 31, NamePlus: 32, CondOpen: 33, CondClose: 34, CloseParenQuestion: 35,
  CloseParenAsterisk: 36, CloseParenPlus: 37, Comma: 38, CdataClose: 40, PrefixedName: 41,
} as const;

const { Name, NameStart, Space, Bad, Lead, Trail } = Char;
const ODD = Bad | Lead | Trail;
const LT = 60;
const GT = 62;
const SLASH = 47;
const AMP = 38;
const RSQB = 93;
const LSQB = 91;
const MINUS = 45;
const QUEST = 63;
const PERCENT = 37;
const COLON = 58;

export class Tokens {
  /** The text; `end` may be before its end. */
  text = '';
  end = 0;
  next = 0;
  /** Of the attributes of the start tag last seen, five numbers each: where name and value begin and end, and whether the value is its text. */
  readonly attributes: number[] = [];
  nattributes = 0;
  readonly cls: Uint8Array;
  constructor(readonly namespaces: boolean) {
    this.cls = classes(namespaces);
  }

  private invalid(at: number): number {
    this.next = at;
    return Tok.Invalid;
  }

  /** Units of the character at `at`, 0 when it is none of XML. */
  private width(at: number): number {
    const k = this.cls[this.text.charCodeAt(at)]! & ODD;
    if (k === 0) return 1;
    return k === Lead && at + 1 < this.end && this.cls[this.text.charCodeAt(at + 1)] === Trail ? 2 : 0;
  }

  /** Content of an element. */
  content(at: number): number {
    const { text, end, cls } = this;
    if (at >= end) return Tok.None;
    let p = at;
    switch (text.charCodeAt(p)) {
      case LT:
        return this.tag(p + 1);
      case AMP:
        return this.reference(p + 1);
      case 13:
        p++;
        if (p === end) return Tok.TrailingCr;
        this.next = text.charCodeAt(p) === 10 ? p + 1 : p;
        return Tok.Newline;
      case 10:
        this.next = p + 1;
        return Tok.Newline;
      case RSQB:
        p++;
        if (p === end) return Tok.TrailingRsqb;
        if (text.charCodeAt(p) !== RSQB) break;
        p++;
        if (p === end) return Tok.TrailingRsqb;
        if (text.charCodeAt(p) !== GT) {
          p--;
          break;
        }
        return this.invalid(p);
      default: {
        const n = this.width(p);
        if (n === 0) return this.invalid(p);
        p += n;
      }
    }
    while (p < end) {
      const c = text.charCodeAt(p);
      if (c > RSQB && c < 0xd800) {
        p++;
        continue;
      }
      if (c === LT || c === AMP || c === 10 || c === 13) break;
      if (c === RSQB) {
        if (p + 1 < end) {
          if (text.charCodeAt(p + 1) !== RSQB) {
            p++;
            continue;
          }
          if (p + 2 < end) {
            if (text.charCodeAt(p + 2) !== GT) {
              p++;
              continue;
            }
            return this.invalid(p + 2);
          }
        }
        break;
      }
      if ((cls[c]! & ODD) === 0) p++;
      else {
        const n = this.width(p);
        if (n === 0) break;
        p += n;
      }
    }
    this.next = p;
    return Tok.Data;
  }

  /** Behind `&`. */
  reference(p: number): number {
    const { text, end, cls } = this;
    if (p >= end) return Tok.Partial;
    const c = text.charCodeAt(p);
    if (c === 35) return this.charReference(p + 1);
    if ((cls[c]! & NameStart) === 0) return this.invalid(p);
    for (p++; p < end; p++) {
      const d = text.charCodeAt(p);
      if ((cls[d]! & Name) !== 0) continue;
      if (d !== 59) return this.invalid(p);
      this.next = p + 1;
      return Tok.EntityRef;
    }
    return Tok.Partial;
  }

  private charReference(p: number): number {
    const { text, end, cls } = this;
    if (p >= end) return Tok.Partial;
    let kind: number = Char.Digit;
    if (text.charCodeAt(p) === 120) {
      kind = Char.Hex;
      p++;
      if (p >= end) return Tok.Partial;
    }
    if ((cls[text.charCodeAt(p)]! & kind) === 0) return this.invalid(p);
    for (p++; p < end; p++) {
      const c = text.charCodeAt(p);
      if ((cls[c]! & kind) !== 0) continue;
      if (c !== 59) return this.invalid(p);
      this.next = p + 1;
      return Tok.CharRef;
    }
    return Tok.Partial;
  }

  /** Behind `<`. */
  private tag(p: number): number {
    const { text, end, cls } = this;
    if (p >= end) return Tok.Partial;
    const first = text.charCodeAt(p);
    if ((cls[first]! & NameStart) === 0) {
      if (first === SLASH) return this.endTag(p + 1);
      if (first === QUEST) return this.instruction(p + 1);
      if (first !== 33) return this.invalid(p);
      p++;
      if (p >= end) return Tok.Partial;
      const c = text.charCodeAt(p);
      return c === MINUS ? this.comment(p + 1) : c === LSQB ? this.cdataOpen(p + 1) : this.invalid(p);
    }
    this.nattributes = 0;
    p = this.qname(p + 1);
    if (p < 0) return p === -1 ? Tok.Invalid : Tok.Partial;
    let c = text.charCodeAt(p);
    if ((cls[c]! & Space) !== 0) {
      do {
        p++;
        if (p >= end) return Tok.Partial;
        c = text.charCodeAt(p);
      } while ((cls[c]! & Space) !== 0);
      if ((cls[c]! & NameStart) !== 0) return this.attributesFrom(p);
    }
    return this.tagEnd(p, c, Tok.StartNoAtts, Tok.EmptyNoAtts);
  }

  /** `>` or `/>` at `p`. */
  private tagEnd(p: number, c: number, start: number, empty: number): number {
    if (c === GT) {
      this.next = p + 1;
      return start;
    }
    if (c !== SLASH) return this.invalid(p);
    p++;
    if (p >= this.end) return Tok.Partial;
    if (this.text.charCodeAt(p) !== GT) return this.invalid(p);
    this.next = p + 1;
    return empty;
  }

  /** End of a name, one colon in it when there are namespaces; -1 invalid, -2 at the end of the text. */
  private qname(p: number): number {
    const { text, end, cls } = this;
    let colon = false;
    while (p < end) {
      const c = text.charCodeAt(p);
      if ((cls[c]! & Name) !== 0) p++;
      else if (c === COLON && this.namespaces) {
        if (colon) {
          this.next = p;
          return -1;
        }
        colon = true;
        p++;
        if (p >= end) return -2;
        if ((cls[text.charCodeAt(p)]! & NameStart) === 0) {
          this.next = p;
          return -1;
        }
        p++;
      } else return p;
    }
    return -2;
  }

  private attributesFrom(p: number): number {
    const { text, end, cls, attributes } = this;
    let n = 0;
    for (;;) {
      attributes[n] = p;
      p = this.qname(p + 1);
      if (p < 0) return p === -1 ? Tok.Invalid : Tok.Partial;
      attributes[n + 1] = p;
      let c = text.charCodeAt(p);
      while (c !== 61) {
        if ((cls[c]! & Space) === 0) return this.invalid(p);
        p++;
        if (p >= end) return Tok.Partial;
        c = text.charCodeAt(p);
      }
      do {
        p++;
        if (p >= end) return Tok.Partial;
        c = text.charCodeAt(p);
      } while ((cls[c]! & Space) !== 0);
      if (c !== 34 && c !== 39) return this.invalid(p);
      const quote = c;
      attributes[n + 2] = ++p;
      let plain = 1;
      for (;;) {
        if (p >= end) return Tok.Partial;
        c = text.charCodeAt(p);
        if (c === quote) break;
        if (c === LT) return this.invalid(p);
        if (c === AMP) {
          const tok = this.reference(p + 1);
          if (tok <= 0) return tok;
          p = this.next;
          plain = 0;
        } else if ((cls[c]! & ODD) === 0) {
          if (c < 32) plain = 0;
          p++;
        } else {
          const w = this.width(p);
          if (w === 0) return this.invalid(p);
          p += w;
        }
      }
      attributes[n + 3] = p;
      attributes[n + 4] = plain;
      n += 5;
      p++;
      if (p >= end) return Tok.Partial;
      c = text.charCodeAt(p);
      if ((cls[c]! & Space) !== 0) {
        do {
          p++;
          if (p >= end) return Tok.Partial;
          c = text.charCodeAt(p);
        } while ((cls[c]! & Space) !== 0);
        if ((cls[c]! & NameStart) !== 0) continue;
      }
      this.nattributes = n;
      return this.tagEnd(p, c, Tok.StartAtts, Tok.EmptyAtts);
    }
  }

  /** Behind `</`. */
  private endTag(p: number): number {
    const { text, end, cls } = this;
    if (p >= end) return Tok.Partial;
    if ((cls[text.charCodeAt(p)]! & NameStart) === 0) return this.invalid(p);
    for (p++; p < end; p++) {
      const c = text.charCodeAt(p);
      if ((cls[c]! & Name) !== 0 || (c === COLON && this.namespaces)) continue;
      if ((cls[c]! & Space) !== 0) {
        for (p++; p < end; p++) {
          const d = text.charCodeAt(p);
          if ((cls[d]! & Space) !== 0) continue;
          if (d !== GT) return this.invalid(p);
          this.next = p + 1;
          return Tok.EndTag;
        }
        return Tok.Partial;
      }
      if (c !== GT) return this.invalid(p);
      this.next = p + 1;
      return Tok.EndTag;
    }
    return Tok.Partial;
  }

  /** Behind `<!-`. */
  private comment(p: number): number {
    const { text, end } = this;
    if (p >= end) return Tok.Partial;
    if (text.charCodeAt(p) !== MINUS) return this.invalid(p);
    p++;
    while (p < end) {
      if (text.charCodeAt(p) === MINUS) {
        p++;
        if (p >= end) return Tok.Partial;
        if (text.charCodeAt(p) !== MINUS) continue;
        p++;
        if (p >= end) return Tok.Partial;
        if (text.charCodeAt(p) !== GT) return this.invalid(p);
        this.next = p + 1;
        return Tok.Comment;
      }
      const w = this.width(p);
      if (w === 0) return this.invalid(p);
      p += w;
    }
    return Tok.Partial;
  }

  /** Behind `<?`. */
  private instruction(p: number): number {
    const { text, end, cls } = this;
    const target = p;
    if (p >= end) return Tok.Partial;
    if ((cls[text.charCodeAt(p)]! & NameStart) === 0) return this.invalid(p);
    p++;
    while (p < end && (cls[text.charCodeAt(p)]! & Name) !== 0) p++;
    if (p >= end) return Tok.Partial;
    const c = text.charCodeAt(p);
    const space = (cls[c]! & Space) !== 0;
    if (!space && c !== QUEST) return this.invalid(p);
    const name = text.slice(target, p);
    if (name !== 'xml' && name.length === 3 && name.toLowerCase() === 'xml') return this.invalid(p);
    const tok = name === 'xml' ? Tok.XmlDecl : Tok.Pi;
    p++;
    if (!space) {
      if (p >= end) return Tok.Partial;
      if (text.charCodeAt(p) !== GT) return this.invalid(p);
      this.next = p + 1;
      return tok;
    }
    while (p < end) {
      if (text.charCodeAt(p) === QUEST) {
        p++;
        if (p >= end) return Tok.Partial;
        if (text.charCodeAt(p) !== GT) continue;
        this.next = p + 1;
        return tok;
      }
      const w = this.width(p);
      if (w === 0) return this.invalid(p);
      p += w;
    }
    return Tok.Partial;
  }

  /** Behind `<![`. */
  private cdataOpen(p: number): number {
    if (this.end - p < 6) return Tok.Partial;
    for (const c of 'CDATA[') {
      if (this.text[p] !== c) return this.invalid(p);
      p++;
    }
    this.next = p;
    return Tok.CdataOpen;
  }

  /** In a CDATA section. */
  cdata(at: number): number {
    const { text, end } = this;
    if (at >= end) return Tok.None;
    let p = at;
    switch (text.charCodeAt(p)) {
      case RSQB:
        p++;
        if (p >= end) return Tok.Partial;
        if (text.charCodeAt(p) !== RSQB) break;
        p++;
        if (p >= end) return Tok.Partial;
        if (text.charCodeAt(p) !== GT) {
          p--;
          break;
        }
        this.next = p + 1;
        return Tok.CdataClose;
      case 13:
        p++;
        if (p >= end) return Tok.Partial;
        this.next = text.charCodeAt(p) === 10 ? p + 1 : p;
        return Tok.Newline;
      case 10:
        this.next = p + 1;
        return Tok.Newline;
      default: {
        const w = this.width(p);
        if (w === 0) return this.invalid(p);
        p += w;
      }
    }
    while (p < end) {
      const c = text.charCodeAt(p);
      if (c === RSQB || c === 10 || c === 13) break;
      const w = this.width(p);
      if (w === 0) break;
      p += w;
    }
    this.next = p;
    return Tok.Data;
  }

  /** Before the first element, behind the last, and in a document type. */
  prolog(at: number): number {
    const { text, end, cls } = this;
    if (at >= end) return Tok.None;
    let p = at;
    const c = text.charCodeAt(p);
    let tok: number;
    switch (c) {
      case 34:
      case 39:
        return this.literal(c, p + 1);
      case LT: {
        p++;
        if (p >= end) return Tok.Partial;
        const d = text.charCodeAt(p);
        if (d === 33) return this.declaration(p + 1);
        if (d === QUEST) return this.instruction(p + 1);
        if ((cls[d]! & NameStart) === 0 && !(d > 127 && this.width(p) > 0)) return this.invalid(p);
        this.next = p - 1;
        return Tok.InstanceStart;
      }
      case 13:
        if (p + 1 === end) {
          this.next = end;
          return -Tok.PrologS;
        }
      // falls through
      case 32:
      case 9:
      case 10:
        for (p++; p < end; p++) {
          const d = text.charCodeAt(p);
          if (d === 13 ? p + 1 === end : (cls[d]! & Space) === 0) break;
        }
        this.next = p;
        return Tok.PrologS;
      case PERCENT:
        return this.percent(p + 1);
      case 44:
        return this.single(p, Tok.Comma);
      case LSQB:
        return this.single(p, Tok.OpenBracket);
      case RSQB:
        p++;
        if (p >= end) return this.single(p - 1, -Tok.CloseBracket);
        if (text.charCodeAt(p) === RSQB) {
          if (p + 1 >= end) return Tok.Partial;
          if (text.charCodeAt(p + 1) === GT) return this.single(p + 1, Tok.CondClose);
        }
        this.next = p;
        return Tok.CloseBracket;
      case 40:
        return this.single(p, Tok.OpenParen);
      case 41: {
        p++;
        if (p >= end) return this.single(p - 1, -Tok.CloseParen);
        const d = text.charCodeAt(p);
        if (d === 42) return this.single(p, Tok.CloseParenAsterisk);
        if (d === QUEST) return this.single(p, Tok.CloseParenQuestion);
        if (d === 43) return this.single(p, Tok.CloseParenPlus);
        if ((cls[d]! & Space) === 0 && d !== GT && d !== 44 && d !== 124 && d !== 41) return this.invalid(p);
        this.next = p;
        return Tok.CloseParen;
      }
      case 124:
        return this.single(p, Tok.Or);
      case GT:
        return this.single(p, Tok.DeclClose);
      case 35:
        return this.poundName(p + 1);
      default: {
        const k = cls[c]!;
        if ((k & NameStart) !== 0) tok = Tok.Name;
        else if ((k & Name) !== 0 || (c === COLON && this.namespaces)) tok = Tok.NmToken;
        else return this.invalid(p);
        p++;
      }
    }
    for (; p < end; p++) {
      const d = text.charCodeAt(p);
      const k = cls[d]!;
      if ((k & Name) !== 0) continue;
      if ((k & Space) !== 0 || d === GT || d === 41 || d === 44 || d === 124 || d === LSQB || d === PERCENT) {
        this.next = p;
        return tok;
      }
      if (d === COLON && this.namespaces) {
        if (tok === Tok.Name) {
          if (p + 1 >= end) return Tok.Partial;
          if ((cls[text.charCodeAt(p + 1)]! & Name) !== 0) {
            tok = Tok.PrefixedName;
            p++;
          } else tok = Tok.NmToken;
        } else tok = Tok.NmToken;
        continue;
      }
      if (d !== 43 && d !== 42 && d !== QUEST) return this.invalid(p);
      if (tok === Tok.NmToken) return this.invalid(p);
      return this.single(p, d === 43 ? Tok.NamePlus : d === 42 ? Tok.NameAsterisk : Tok.NameQuestion);
    }
    this.next = end;
    return -tok;
  }

  private single(p: number, tok: number): number {
    this.next = p + 1;
    return tok;
  }

  private literal(quote: number, p: number): number {
    const { text, end, cls } = this;
    while (p < end) {
      const c = text.charCodeAt(p);
      if (c !== quote) {
        const w = this.width(p);
        if (w === 0) return this.invalid(p);
        p += w;
        continue;
      }
      p++;
      this.next = p;
      if (p >= end) return -Tok.Literal;
      const d = text.charCodeAt(p);
      return (cls[d]! & Space) !== 0 || d === GT || d === PERCENT || d === LSQB ? Tok.Literal : Tok.Invalid;
    }
    return Tok.Partial;
  }

  /** Behind `<!`. */
  private declaration(p: number): number {
    const { text, end, cls } = this;
    if (p >= end) return Tok.Partial;
    const c = text.charCodeAt(p);
    if (c === MINUS) return this.comment(p + 1);
    if (c === LSQB) return this.single(p, Tok.CondOpen);
    // Names of declarations: letters of ASCII.
    const letter = (k: number): boolean => k < 128 && (cls[k]! & NameStart) !== 0;
    if (!letter(c)) return this.invalid(p);
    for (p++; p < end; p++) {
      const d = text.charCodeAt(p);
      if ((cls[d]! & Space) !== 0) {
        this.next = p;
        return Tok.DeclOpen;
      }
      if (d === PERCENT) {
        if (p + 1 >= end) return Tok.Partial;
        const e = text.charCodeAt(p + 1);
        if ((cls[e]! & Space) !== 0 || e === PERCENT) return this.invalid(p);
        this.next = p;
        return Tok.DeclOpen;
      }
      if (!letter(d)) return this.invalid(p);
    }
    return Tok.Partial;
  }

  /** Behind `%`. */
  percent(p: number): number {
    const { text, end, cls } = this;
    if (p >= end) return Tok.Partial;
    const c = text.charCodeAt(p);
    if ((cls[c]! & Space) !== 0 || c === PERCENT) {
      this.next = p;
      return Tok.Percent;
    }
    if ((cls[c]! & NameStart) === 0) return this.invalid(p);
    for (p++; p < end; p++) {
      const d = text.charCodeAt(p);
      if ((cls[d]! & Name) !== 0) continue;
      return d === 59 ? this.single(p, Tok.ParamEntityRef) : this.invalid(p);
    }
    return Tok.Partial;
  }

  private poundName(p: number): number {
    const { text, end, cls } = this;
    if (p >= end) return Tok.Partial;
    if ((cls[text.charCodeAt(p)]! & NameStart) === 0) return this.invalid(p);
    for (p++; p < end; p++) {
      const d = text.charCodeAt(p);
      if ((cls[d]! & Name) !== 0) continue;
      if ((cls[d]! & Space) === 0 && d !== 41 && d !== GT && d !== PERCENT && d !== 124) return this.invalid(p);
      this.next = p;
      return Tok.PoundName;
    }
    this.next = end;
    return -Tok.PoundName;
  }

  /** In an IGNORE section: from `at` to behind the `]]>` that ends it; PARTIAL when there is none. */
  ignored(at: number): number {
    let depth = 0;
    let p = at;
    while (p < this.end) {
      if (this.text.startsWith('<![', p)) {
        depth++;
        p += 3;
      } else if (this.text.startsWith(']]>', p)) {
        p += 3;
        if (depth-- === 0) {
          this.next = p;
          return Tok.CondClose;
        }
      } else {
        const w = this.width(p);
        if (w === 0) return this.invalid(p);
        p += w;
      }
    }
    return Tok.Partial;
  }
}
