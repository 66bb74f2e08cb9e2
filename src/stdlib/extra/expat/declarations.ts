/** Before the first element: the XML declaration, the document type and what is declared in it. */
import { entityValue, attributeValue, predefined, ValueError, type Entity } from './dtd.js';
import { XmlError } from './errors.js';
import { H, type Model } from './handlers.js';
import type { Scanner } from './scanner.js';
import { Tok } from './tokens.js';

const CTYPE = { Empty: 1, Any: 2, Mixed: 3, Name: 4, Choice: 5, Seq: 6 } as const;
const QUANT: Readonly<Record<string, number>> = { '': 0, '?': 1, '*': 2, '+': 3 };

/** A group of a content model that is being read, and how its parts are joined. */
interface Group {
  model: Model;
  connector: '' | '|' | ',';
}

export class Declarations {
  private doctypeName: string | null = null;
  private systemId: string | null = null;
  private publicId: string | null = null;
  private hasSystemId = false;
  private entity: Entity | null = null;
  private elementName = '';
  private attributeName = '';
  private cdata = false;
  private isId = false;
  private type = '';
  private notationName: string | null = null;
  private notationPublicId: string | null = null;
  private groups: Group[] = [];
  /** Joins of the parentheses that are open, also when nobody asks for models. */
  private connectors: ('' | '|' | ',')[] = [];
  private inElement = false;

  constructor(readonly scanner: Scanner) {}

  step(): boolean {
    const sc = this.scanner;
    const { tokens, roles } = sc;
    const s = sc.at;
    if (sc.main) sc.event = s;
    let tok = s === 0 && roles.state.endsWith('0') && tokens.text.charCodeAt(0) === 0xfeff && sc.main && sc.byteIndex === 0 ? Tok.Bom : tokens.prolog(s);
    if (tok === Tok.Bom) tokens.next = 1;
    if (tok <= 0) {
      if (tok === Tok.Invalid) return sc.fail(XmlError.InvalidToken, tokens.next);
      if (sc.more) return false;
      if (sc.main && sc.input.partial && tok > -6) return sc.fail(XmlError.PartialChar);
      if (tok === Tok.Partial) return sc.fail(XmlError.UnclosedToken);
      if (tok === Tok.None) return sc.main && sc.input.half ? sc.fail(XmlError.UnclosedToken) : this.end();
      tok = -tok;
    }
    const { next } = tokens;
    const before = sc.expansions.length;
    const told = this.role(roles.role(tok, tokens.text, s, next), tok, s, next);
    if (told === 'error') return false;
    if (told === 'default') sc.default(s, next);
    if (told === 'entered' || sc.expansions.length !== before) return true;
    if (sc.mode !== 'content' || told !== 'start') sc.at = next;
    return true;
  }

  /** The text is at its end. */
  private end(): boolean {
    const sc = this.scanner;
    if (!sc.main) {
      const e = sc.expansions[sc.expansions.length - 1]!;
      if (e.between && sc.roles.role(Tok.None, '', 0, 0) === 'Error') return sc.fail(XmlError.IncompletePe);
      sc.leave();
      return true;
    }
    if (sc.isParamEntity) {
      if (sc.roles.role(Tok.None, '', 0, 0) === 'Error') return sc.fail(XmlError.IncompletePe);
      sc.done();
      return false;
    }
    return sc.fail(XmlError.NoElements);
  }

  /** In an IGNORE section. */
  ignore(): boolean {
    const sc = this.scanner;
    const tok = sc.tokens.ignored(sc.at);
    if (tok === Tok.Invalid) return sc.fail(XmlError.InvalidToken, sc.tokens.next);
    if (tok === Tok.Partial) return sc.more ? false : sc.fail(XmlError.Syntax);
    sc.default(sc.at, sc.tokens.next);
    sc.at = sc.tokens.next;
    sc.mode = 'prolog';
    return true;
  }

  private fail(code: number, at = -1): 'error' {
    this.scanner.fail(code, at);
    return 'error';
  }

  /** What a role does. 'default': the token is the default handler's; 'told': somebody was told of it, or will be. */
  private role(role: string, tok: number, s: number, next: number): 'default' | 'told' | 'error' | 'entered' | 'start' {
    const sc = this.scanner;
    const { sink, dtd } = sc;
    const { text } = sc.tokens;
    const word = (): string => text.slice(s, next);
    const literal = (): string => text.slice(s + 1, next - 1);
    const toldIf = (yes: boolean): 'told' | 'default' => (yes ? 'told' : 'default');
    const quantified = role.length > 1 && '?*+'.includes(role[role.length - 1]!);
    const quant = quantified ? role[role.length - 1]! : '';
    switch (quantified ? role.slice(0, -1) : role) {
      case 'XmlDecl':
        return this.xmlDeclaration(s, next, false);
      case 'TextDecl':
        return this.xmlDeclaration(s, next, true);
      case 'DoctypeName':
        this.systemId = this.publicId = null;
        this.hasSystemId = false;
        this.doctypeName = sc.wants(H.StartDoctype) ? word() : null;
        return toldIf(this.doctypeName !== null);
      case 'DoctypeInternalSubset':
        return toldIf(this.startDoctype(true));
      case 'DoctypePublicId':
      case 'EntityPublicId': {
        const bad = notPublic(text, s, next);
        if (bad >= 0) return this.fail(XmlError.PublicId, bad);
        const id = normalPublic(literal());
        const doctype = role === 'DoctypePublicId';
        if (doctype) {
          if (sc.wants(H.StartDoctype)) this.publicId = id;
          this.doctypePublic = id;
          return toldIf(sc.wants(H.StartDoctype));
        }
        if (dtd.keepProcessing && this.entity !== null) {
          this.entity.publicId = id;
          return toldIf(sc.wants(H.EntityDecl));
        }
        return 'default';
      }
      case 'DoctypeSystemId':
        this.hasSystemId = true;
        this.systemId = literal();
        dtd.hasParamEntityRefs = true;
        if (!dtd.standalone && sc.paramParsing === 0 && sc.wants(H.NotStandalone)) sink.ask(H.NotStandalone, [], XmlError.NotStandalone);
        return toldIf(sc.wants(H.StartDoctype));
      case 'DoctypeClose':
        return this.doctypeClose();
      case 'InstanceStart':
        return this.instanceStart();
      case 'AttlistElementName':
        this.elementName = word();
        return toldIf(dtd.keepProcessing && sc.wants(H.AttlistDecl));
      case 'AttributeName':
        this.attributeName = word();
        this.cdata = this.isId = false;
        this.type = '';
        return toldIf(dtd.keepProcessing && sc.wants(H.AttlistDecl));
      case 'AttributeType':
        this.type = word();
        this.cdata = this.type === 'CDATA';
        this.isId = this.type === 'ID';
        return toldIf(dtd.keepProcessing && sc.wants(H.AttlistDecl));
      case 'AttributeEnumValue':
      case 'AttributeNotationValue':
        this.type += (this.type !== '' ? '|' : role === 'AttributeNotationValue' ? 'NOTATION(' : '(') + word();
        return toldIf(dtd.keepProcessing && sc.wants(H.AttlistDecl));
      case 'ImpliedValue':
      case 'RequiredValue':
        if (!dtd.keepProcessing) return 'default';
        dtd.define(this.elementName, this.attributeName, this.cdata, this.isId, null);
        return this.attribute(null, role === 'RequiredValue');
      case 'DefaultValue':
      case 'FixedValue': {
        if (!dtd.keepProcessing) return 'default';
        const { tokens } = sc;
        const { end } = tokens;
        let value: string;
        try {
          const mustExist = sc.roles.documentEntity && (dtd.standalone ? sc.main : !dtd.hasParamEntityRefs);
          value = attributeValue(tokens, text, s + 1, next - 1, this.cdata, { dtd, mustExist, count: (n) => sc.amplify(n) });
          sc.note(value);
        } catch (e) {
          if (!(e instanceof ValueError)) throw e;
          return this.fail(e.code, e.at);
        } finally {
          tokens.text = text;
          tokens.end = end;
        }
        dtd.define(this.elementName, this.attributeName, this.cdata, false, value);
        return this.attribute(value, role === 'FixedValue');
      }
      case 'EntityValue': {
        if (!dtd.keepProcessing) return 'default';
        const { tokens } = sc;
        const { end } = tokens;
        const value = { text: '' };
        let wrong: ValueError | null = null;
        try {
          entityValue(value, tokens, text, s + 1, next - 1, dtd, sc.isParamEntity || !sc.main);
        } catch (e) {
          if (!(e instanceof ValueError)) throw e;
          wrong = e;
        }
        tokens.text = text;
        tokens.end = end;
        sc.note(value.text);
        const e = this.entity;
        const tells = e !== null && sc.wants(H.EntityDecl);
        if (wrong !== null && wrong.at >= 0 && sc.main) sc.event = wrong.at;
        if (e !== null) {
          e.text = value.text;
          if (tells) sink.event(H.EntityDecl, [e.name, e.isParam, value.text, sc.base, null, null, null]);
        }
        return wrong !== null ? this.fail(wrong.code, wrong.at) : toldIf(tells);
      }
      case 'EntitySystemId':
        if (!dtd.keepProcessing || this.entity === null) return 'default';
        this.entity.systemId = literal();
        this.entity.base = sc.base;
        return toldIf(sc.wants(H.EntityDecl));
      case 'EntityComplete': {
        const e = this.entity;
        if (!dtd.keepProcessing || e === null || !sc.wants(H.EntityDecl)) return 'default';
        sink.event(H.EntityDecl, [e.name, e.isParam, null, e.base, e.systemId, e.publicId, null]);
        return 'told';
      }
      case 'EntityNotationName': {
        const e = this.entity;
        if (!dtd.keepProcessing || e === null) return 'default';
        e.notation = word();
        if (sc.wants(H.Unparsed)) sink.event(H.Unparsed, [e.name, e.base, e.systemId, e.publicId, e.notation]);
        else if (sc.wants(H.EntityDecl)) sink.event(H.EntityDecl, [e.name, false, null, e.base, e.systemId, e.publicId, e.notation]);
        else return 'default';
        return 'told';
      }
      case 'GeneralEntityName':
      case 'ParamEntityName': {
        const param = role === 'ParamEntityName';
        this.entity = null;
        if (!param && predefined(word()) !== undefined) return 'default';
        if (!dtd.keepProcessing) return 'default';
        this.entity = dtd.declare(word(), param, !sc.isExternal && sc.main);
        return toldIf(this.entity !== null && sc.wants(H.EntityDecl));
      }
      case 'NotationName':
        this.notationPublicId = null;
        this.notationName = sc.wants(H.Notation) ? word() : null;
        return toldIf(this.notationName !== null);
      case 'NotationPublicId': {
        const bad = notPublic(text, s, next);
        if (bad >= 0) return this.fail(XmlError.PublicId, bad);
        if (this.notationName === null) return 'default';
        this.notationPublicId = normalPublic(literal());
        return 'told';
      }
      case 'NotationSystemId':
      case 'NotationNoSystemId':
        if (this.notationName === null || !sc.wants(H.Notation)) return 'default';
        sink.event(H.Notation, [this.notationName, sc.base, role === 'NotationSystemId' ? literal() : null, this.notationPublicId]);
        this.notationName = null;
        return 'told';
      case 'Error':
        return this.fail(tok === Tok.ParamEntityRef ? XmlError.ParamEntityRef : tok === Tok.XmlDecl ? XmlError.MisplacedXmlPi : XmlError.Syntax);
      case 'IgnoreSect':
        sc.default(s, next);
        sc.mode = 'ignore';
        return 'told';
      case 'GroupOpen':
        this.connectors.push('');
        if (!this.inElement) return 'default';
        this.groups.push({ model: { type: CTYPE.Seq, quant: 0, name: null, parts: [] }, connector: '' });
        return toldIf(sc.wants(H.ElementDecl));
      case 'GroupSequence':
        if (this.connectors[this.connectors.length - 1] === '|') return this.fail(XmlError.Syntax);
        this.connectors[this.connectors.length - 1] = ',';
        return toldIf(this.inElement && sc.wants(H.ElementDecl));
      case 'GroupChoice': {
        const last = this.connectors.length - 1;
        if (this.connectors[last] === ',') return this.fail(XmlError.Syntax);
        const first = this.connectors[last] === '';
        this.connectors[last] = '|';
        if (!this.inElement || !first) return 'default';
        const { model } = this.groups[this.groups.length - 1]!;
        if (model.type === CTYPE.Mixed) return 'default';
        model.type = CTYPE.Choice;
        return toldIf(sc.wants(H.ElementDecl));
      }
      case 'GroupClose': {
        this.connectors.pop();
        if (!this.inElement) return 'default';
        const { model } = this.groups.pop()!;
        model.quant = QUANT[quant]!;
        if (this.groups.length > 0) this.groups[this.groups.length - 1]!.model.parts.push(model);
        else {
          this.inElement = false;
          if (sc.wants(H.ElementDecl)) sink.event(H.ElementDecl, [this.elementName, model]);
        }
        return toldIf(sc.wants(H.ElementDecl));
      }
      case 'ElementName':
        this.groups = [];
        this.inElement = sc.wants(H.ElementDecl);
        if (this.inElement) this.elementName = word();
        return toldIf(this.inElement);
      case 'ContentAny':
      case 'ContentEmpty':
        if (!this.inElement) return 'default';
        this.inElement = false;
        if (!sc.wants(H.ElementDecl)) return 'default';
        sink.event(H.ElementDecl, [this.elementName, { type: role === 'ContentAny' ? CTYPE.Any : CTYPE.Empty, quant: 0, name: null, parts: [] }]);
        return 'told';
      case 'ContentPcdata':
        if (!this.inElement) return 'default';
        this.groups[this.groups.length - 1]!.model.type = CTYPE.Mixed;
        return toldIf(sc.wants(H.ElementDecl));
      case 'ContentElement':
        if (!this.inElement) return 'default';
        this.groups[this.groups.length - 1]!.model.parts.push({ type: CTYPE.Name, quant: QUANT[quant]!, name: text.slice(s, quant === '' ? next : next - 1), parts: [] });
        return toldIf(sc.wants(H.ElementDecl));
      case 'ParamEntityRef':
      case 'InnerParamEntityRef':
        return this.parameter(role, s, next);
      case 'Pi':
        sc.instruction(s, next);
        return 'told';
      case 'Comment':
        sc.comment(s, next);
        return 'told';
      case 'DoctypeNone':
        return toldIf(sc.wants(H.StartDoctype));
      case 'EntityNone':
        return toldIf(dtd.keepProcessing && sc.wants(H.EntityDecl));
      case 'NotationNone':
        return toldIf(sc.wants(H.Notation));
      case 'AttlistNone':
        return toldIf(dtd.keepProcessing && sc.wants(H.AttlistDecl));
      case 'ElementNone':
        return toldIf(sc.wants(H.ElementDecl));
      default:
        return toldIf(tok === Tok.Bom);
    }
  }

  private doctypePublic: string | null = null;

  private startDoctype(internal: boolean): boolean {
    if (this.doctypeName === null) return false;
    this.scanner.sink.event(H.StartDoctype, [this.doctypeName, this.systemId, this.publicId, internal ? 1 : 0]);
    this.doctypeName = null;
    return true;
  }

  private doctypeClose(): 'default' | 'told' {
    const sc = this.scanner;
    const { dtd } = sc;
    const told = this.startDoctype(false);
    const tells = sc.wants(H.EndDoctype);
    const end = (): void => {
      if (tells) sc.sink.event(H.EndDoctype, []);
    };
    let later = false;
    if (this.hasSystemId || sc.foreignDtd) {
      const had = dtd.hasParamEntityRefs;
      dtd.hasParamEntityRefs = true;
      if (sc.paramParsing !== 0 && sc.wants(H.ExternalRef)) {
        this.external(had, end);
        later = true;
      } else if (!this.hasSystemId) dtd.hasParamEntityRefs = had;
      sc.foreignDtd = false;
    }
    if (!later) end();
    return told || tells ? 'told' : 'default';
  }

  /** Has the external subset read, and goes on with `after`. */
  private external(had: boolean, after: () => void): void {
    const sc = this.scanner;
    const { dtd } = sc;
    dtd.paramEntityRead = false;
    const foreign = !this.hasSystemId;
    sc.sink.ask(H.ExternalRef, [null, sc.base, this.hasSystemId ? this.systemId : null, foreign ? null : this.doctypePublic], XmlError.ExternalEntityHandling);
    sc.sink.then(() => {
      if (dtd.paramEntityRead) {
        if (!dtd.standalone && sc.wants(H.NotStandalone)) sc.sink.ask(H.NotStandalone, [], XmlError.NotStandalone);
      } else if (foreign) dtd.hasParamEntityRefs = had;
      after();
    });
  }

  private instanceStart(): 'start' {
    const sc = this.scanner;
    if (sc.foreignDtd) {
      const had = sc.dtd.hasParamEntityRefs;
      sc.dtd.hasParamEntityRefs = true;
      if (sc.paramParsing !== 0 && sc.wants(H.ExternalRef)) {
        this.hasSystemId = false;
        this.external(had, () => {});
      } else sc.dtd.hasParamEntityRefs = had;
      sc.foreignDtd = false;
    }
    sc.mode = 'content';
    return 'start';
  }

  private attribute(value: string | null, required: boolean): 'told' | 'default' {
    const sc = this.scanner;
    if (!sc.wants(H.AttlistDecl) || this.type === '') return 'default';
    const type = this.type.includes('(') ? `${this.type})` : this.type;
    sc.sink.event(H.AttlistDecl, [this.elementName, this.attributeName, type, value, required ? 1 : 0]);
    return 'told';
  }

  private parameter(role: string, s: number, next: number): 'default' | 'told' | 'error' | 'entered' {
    const sc = this.scanner;
    const { dtd } = sc;
    dtd.hasParamEntityRefs = true;
    let told = false;
    if (sc.paramParsing === 0) dtd.keepProcessing = dtd.standalone;
    else {
      const name = sc.tokens.text.slice(s + 1, next - 1);
      const e = dtd.params.get(name);
      if (sc.roles.documentEntity && dtd.standalone && sc.main) {
        if (e === undefined) return this.fail(XmlError.UndefinedEntity);
        if (!e.internal) return this.fail(XmlError.EntityDeclaredInPe);
      } else if (e === undefined) {
        dtd.keepProcessing = dtd.standalone;
        if (role !== 'ParamEntityRef' || !sc.wants(H.Skipped)) return 'default';
        sc.sink.event(H.Skipped, [name, true]);
        return 'told';
      }
      if (e!.open) return this.fail(XmlError.RecursiveEntityRef);
      if (e!.text !== null) {
        sc.at = next;
        return sc.enter(e!, role === 'ParamEntityRef') ? 'entered' : 'error';
      }
      if (sc.wants(H.ExternalRef)) {
        dtd.paramEntityRead = false;
        e!.open = true;
        sc.sink.ask(H.ExternalRef, [null, e!.base, e!.systemId, e!.publicId], XmlError.ExternalEntityHandling);
        sc.sink.then(() => {
          e!.open = false;
          if (!dtd.paramEntityRead) dtd.keepProcessing = dtd.standalone;
          else if (!dtd.standalone && sc.wants(H.NotStandalone)) sc.sink.ask(H.NotStandalone, [], XmlError.NotStandalone);
        });
        return 'told';
      }
      dtd.keepProcessing = dtd.standalone;
      told = false;
      return 'default';
    }
    if (!dtd.standalone && sc.wants(H.NotStandalone)) sc.sink.ask(H.NotStandalone, [], XmlError.NotStandalone);
    return told ? 'told' : 'default';
  }

  /** `<?xml ...?>` where an external entity begins with it. */
  textDeclaration(s: number, next: number): boolean {
    const r = this.xmlDeclaration(s, next, true);
    if (r === 'error') return false;
    if (r === 'default') this.scanner.default(s, next);
    this.scanner.at = next;
    return true;
  }

  private xmlDeclaration(s: number, next: number, textual: boolean): 'default' | 'told' | 'error' {
    const sc = this.scanner;
    const found = pseudoAttributes(sc.tokens.text, s + 5, next - 2, textual);
    if (typeof found === 'number') return this.fail(textual ? XmlError.TextDecl : XmlError.XmlDecl, found);
    const { version, encoding, encodingAt, standalone } = found;
    if (!textual && standalone === 1) {
      sc.dtd.standalone = true;
      if (sc.paramParsing === 1) sc.paramParsing = 0;
    }
    let told = false;
    if (sc.wants(H.XmlDecl)) {
      sc.sink.event(H.XmlDecl, [version, encoding, standalone]);
      told = true;
    } else sc.default(s, next);
    switch (sc.input.declare(encoding)) {
      case 'incorrect':
        return this.fail(XmlError.IncorrectEncoding, encodingAt);
      case 'asked':
        this.encodingAt = encodingAt;
        break;
      default: {
        // What was held back comes behind this token: where it begins is known by then.
        if (!sc.input.waiting) break;
        sc.sink.then(() => sc.release());
      }
    }
    void told;
    return 'told';
  }
  /** Where the encoding's name stands in the document, while the host is asked what it means. */
  encodingAt = -1;
}

/** Version, encoding and standalone between `at` and `end`, or the place of what is wrong. */
function pseudoAttributes(text: string, at: number, end: number, textual: boolean): { version: string | null; encoding: string | null; encodingAt: number; standalone: number } | number {
  let p = at;
  const found = { version: null as string | null, encoding: null as string | null, encodingAt: -1, standalone: -1 };
  const space = (i: number): boolean => i < end && ' \t\r\n'.includes(text[i]!);
  /** Name and value of the next one; a place when it is wrong; null at the end. */
  const one = (): { name: string; nameAt: number; value: string; at: number } | number | null => {
    if (p >= end) return null;
    if (!space(p)) return p;
    while (space(p)) p++;
    if (p >= end) return null;
    const nameAt = p;
    while (p < end && text[p] !== '=' && !space(p) && text.charCodeAt(p) < 128) p++;
    if (p >= end || text.charCodeAt(p) > 127) return p;
    const name = text.slice(nameAt, p);
    while (space(p)) p++;
    if (text[p] !== '=' || p >= end) return p;
    if (name === '') return p;
    p++;
    while (space(p)) p++;
    const quote = text[p];
    if (p >= end || (quote !== '"' && quote !== "'")) return p;
    const from = ++p;
    while (p < end && text[p] !== quote) {
      if (!/[A-Za-z0-9.\-_]/.test(text[p]!)) return p;
      p++;
    }
    if (p >= end) return p;
    return { name, nameAt, value: text.slice(from, p++), at: from };
  };
  let a = one();
  if (typeof a === 'number') return a;
  if (a === null) return p;
  if (a.name === 'version') {
    found.version = a.value;
    a = one();
    if (typeof a === 'number') return a;
    if (a === null) return textual ? p : found;
  } else if (!textual) return a.nameAt;
  if (a.name === 'encoding') {
    if (!/^[A-Za-z]/.test(a.value)) return a.at;
    found.encoding = a.value;
    found.encodingAt = a.at;
    a = one();
    if (typeof a === 'number') return a;
    if (a === null) return found;
  }
  if (a.name !== 'standalone' || textual) return a.nameAt;
  if (a.value === 'yes') found.standalone = 1;
  else if (a.value === 'no') found.standalone = 0;
  else return a.at;
  while (space(p)) p++;
  return p === end ? found : p;
}

/** The place of the first character no public identifier has, in the literal from `s` to `next`; -1. */
function notPublic(text: string, s: number, next: number): number {
  for (let p = s + 1; p < next - 1; p++) if (!/[ \r\na-zA-Z0-9\-'()+,./:=?;!*#@$_%]/.test(text[p]!)) return p;
  return -1;
}

const normalPublic = (s: string): string => s.replace(/[ \r\n]+/g, ' ').replace(/^ | $/g, '');
