/** What a document type declares, and the texts of attributes and entities with the references in them replaced. */
import { XmlError } from './errors.js';
import { Tok, Tokens } from './tokens.js';

export interface Entity {
  name: string;
  text: string | null;
  systemId: string | null;
  publicId: string | null;
  base: string | null;
  notation: string | null;
  /** Is being expanded. */
  open: boolean;
  isParam: boolean;
  /** Declared in the document itself. */
  internal: boolean;
}

export interface Attribute {
  name: string;
  cdata: boolean;
  value: string | null;
}

export class Dtd {
  readonly general = new Map<string, Entity>();
  readonly params = new Map<string, Entity>();
  /** Attributes declared, by name of the element. */
  readonly elements = new Map<string, Attribute[]>();
  keepProcessing = true;
  hasParamEntityRefs = false;
  standalone = false;
  paramEntityRead = false;

  /** For the parser of an external entity: entities are open in their own right there. */
  copy(): Dtd {
    const d = new Dtd();
    for (const [k, e] of this.general) d.general.set(k, { ...e, open: false });
    for (const [k, e] of this.params) d.params.set(k, { ...e, open: false });
    for (const [k, atts] of this.elements) d.elements.set(k, atts.slice());
    d.keepProcessing = this.keepProcessing;
    d.hasParamEntityRefs = this.hasParamEntityRefs;
    d.standalone = this.standalone;
    return d;
  }

  define(element: string, name: string, cdata: boolean, isId: boolean, value: string | null): void {
    let atts = this.elements.get(element);
    if (atts === undefined) this.elements.set(element, (atts = []));
    if ((value !== null || isId) && atts.some((a) => a.name === name)) return;
    atts.push({ name, cdata, value });
  }

  declare(name: string, isParam: boolean, internal: boolean): Entity | null {
    const table = isParam ? this.params : this.general;
    if (table.has(name)) return null;
    const e: Entity = { name, text: null, systemId: null, publicId: null, base: null, notation: null, open: false, isParam, internal };
    table.set(name, e);
    return e;
  }
}

export const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
export const predefined = (name: string): string | undefined => (Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined);

/** The character of `&#...;`, which goes from `at` to `end`; null for none of XML. */
export function charOf(text: string, at: number, end: number): string | null {
  const hex = text[at + 2] === 'x';
  let n = 0;
  for (let p = hex ? at + 3 : at + 2; p < end - 1; p++) {
    n = n * (hex ? 16 : 10) + parseInt(text[p]!, 16);
    if (n >= 0x110000) return null;
  }
  if ((n >= 0xd800 && n < 0xe000) || n === 0xfffe || n === 0xffff || (n < 32 && n !== 9 && n !== 10 && n !== 13)) return null;
  return String.fromCodePoint(n);
}

/** A failure in a value: its code, and the place in the text of the document (-1: inside an entity). */
export class ValueError {
  constructor(
    readonly code: number,
    readonly at: number,
  ) {}
}

export interface ValueRules {
  dtd: Dtd;
  /** An entity that is not declared is an error. */
  mustExist: boolean;
  /** Counts what entities add; returns an error's code or 0. */
  count(n: number): number;
}

/** The value of an attribute from its text in quotes; throws ValueError. */
export function attributeValue(tokens: Tokens, text: string, at: number, end: number, cdata: boolean, rules: ValueRules): string {
  let s = append('', tokens, text, at, end, cdata, rules, true);
  if (!cdata && s.endsWith(' ')) s = s.slice(0, -1);
  return s;
}

function append(out: string, tokens: Tokens, text: string, at: number, end: number, cdata: boolean, rules: ValueRules, own: boolean): string {
  const fail = (code: number, p: number): ValueError => new ValueError(code, own ? p : -1);
  let p = at;
  while (p < end) {
    const c = text.charCodeAt(p);
    if (c === 38) {
      tokens.text = text;
      tokens.end = end;
      const tok = tokens.reference(p + 1);
      if (tok === Tok.Invalid) throw fail(XmlError.InvalidToken, tokens.next);
      if (tok < 0) throw fail(XmlError.InvalidToken, p);
      const { next } = tokens;
      if (tok === Tok.CharRef) {
        const ch = charOf(text, p, next);
        if (ch === null) throw fail(XmlError.BadCharRef, p);
        if (cdata || ch !== ' ' || (out !== '' && !out.endsWith(' '))) out += ch;
      } else {
        const name = text.slice(p + 1, next - 1);
        const ch = predefined(name);
        if (ch !== undefined) out += ch;
        else {
          const e = rules.dtd.general.get(name);
          if (rules.mustExist) {
            if (e === undefined) throw fail(XmlError.UndefinedEntity, -1);
            if (!e.internal) throw fail(XmlError.EntityDeclaredInPe, -1);
          }
          if (e !== undefined) {
            if (e.open) throw fail(XmlError.RecursiveEntityRef, p);
            if (e.notation !== null) throw fail(XmlError.BinaryEntityRef, p);
            if (e.text === null) throw fail(XmlError.AttributeExternalEntityRef, p);
            const wrong = rules.count(e.text.length);
            if (wrong !== 0) throw fail(wrong, p);
            e.open = true;
            try {
              out = append(out, tokens, e.text, 0, e.text.length, cdata, rules, false);
            } finally {
              e.open = false;
            }
          }
        }
      }
      p = next;
    } else if (c === 60 && !own) throw fail(XmlError.InvalidToken, p);
    else if (c === 13 || c === 10 || c === 9 || c === 32) {
      if (cdata || (out !== '' && !out.endsWith(' '))) out += ' ';
      p += c === 13 && text.charCodeAt(p + 1) === 10 && p + 1 < end ? 2 : 1;
    } else {
      let q = p + 1;
      for (; q < end; q++) {
        const d = text.charCodeAt(q);
        if (d === 38 || d === 13 || d === 10 || d === 9 || d === 32 || (d === 60 && !own)) break;
      }
      out += text.slice(p, q);
      p = q;
    }
  }
  return out;
}

/** The text of an entity from its declaration: references to characters and parameter entities replaced, to general ones kept. It is put into `out`; throws ValueError. */
export function entityValue(out: { text: string }, tokens: Tokens, text: string, at: number, end: number, dtd: Dtd, params: boolean, own = true): void {
  const fail = (code: number, p: number): ValueError => new ValueError(code, own ? p : -1);
  let p = at;
  while (p < end) {
    const c = text.charCodeAt(p);
    if (c === 37 || c === 38) {
      tokens.text = text;
      tokens.end = end;
      const tok = c === 38 ? tokens.reference(p + 1) : tokens.percent(p + 1);
      if (tok === Tok.Invalid) throw fail(XmlError.InvalidToken, tokens.next);
      if (tok < 0 || tok === Tok.Percent) throw fail(XmlError.InvalidToken, p);
      const { next } = tokens;
      if (tok === Tok.EntityRef) out.text += text.slice(p, next);
      else if (tok === Tok.CharRef) {
        const ch = charOf(text, p, next);
        if (ch === null) throw fail(XmlError.BadCharRef, p);
        out.text += ch;
      } else {
        // In the internal subset no declaration may have one inside.
        if (!params) throw fail(XmlError.ParamEntityRef, at);
        const e = dtd.params.get(text.slice(p + 1, next - 1));
        if (e === undefined || e.text === null) dtd.keepProcessing = dtd.standalone;
        else {
          if (e.open) throw fail(XmlError.RecursiveEntityRef, p);
          e.open = true;
          try {
            entityValue(out, tokens, e.text, 0, e.text.length, dtd, params, false);
          } finally {
            e.open = false;
          }
        }
      }
      p = next;
    } else if (c === 13) {
      out.text += '\n';
      p += text.charCodeAt(p + 1) === 10 && p + 1 < end ? 2 : 1;
    } else {
      let q = p + 1;
      while (q < end && text.charCodeAt(q) !== 37 && text.charCodeAt(q) !== 38 && text.charCodeAt(q) !== 13) q++;
      out.text += text.slice(p, q);
      p = q;
    }
  }
}
