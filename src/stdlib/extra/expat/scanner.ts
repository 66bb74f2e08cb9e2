/**
 * A parser of XML 1.0 with Expat's behaviour: its tokens, events, errors and positions (lib/xmlparse.c, rewritten as a machine that is
 * asked for one token after the other, so that Python code may run in between). `feed` gives it text, `step` reads a token.
 */
import { Char } from './characters.js';
import { attributeValue, charOf, Dtd, predefined, ValueError, type Entity, type ValueRules } from './dtd.js';
import { XmlError } from './errors.js';
import { H, type Sink } from './handlers.js';
import { Input } from './input.js';
import { Declarations } from './declarations.js';
import { Namespaces, type Binding } from './namespaces.js';
import { Roles } from './roles.js';
import { Tok, Tokens } from './tokens.js';

/** An element that is open. */
interface Tag {
  raw: string;
  name: string;
  bindings: Binding[] | null;
}

/** An entity's text that is read in the place of the reference to it; what it interrupted. */
interface Expansion {
  entity: Entity;
  text: string;
  at: number;
  end: number;
  startLevel: number;
  /** In the document type, not inside a declaration. */
  between: boolean;
}

type Mode = 'prolog' | 'content' | 'cdata' | 'epilog' | 'ignore';

/** What reading of entities may add to a document: the factor, and from how many characters on it counts. */
const AMPLIFICATION = 100;
const AMPLIFICATION_FROM = 8 * 1024 * 1024;

export class Scanner {
  readonly tokens: Tokens;
  readonly input: Input;
  /** Bits of `H`: who is to be told. */
  handlers = 0;
  /** The default handler gets references to internal entities instead of their texts. */
  expandInternal = true;
  mode: Mode = 'prolog';
  roles: Roles;
  dtd = new Dtd();
  readonly ns: Namespaces | null;
  /** Error that ended it; 0: none. */
  error = 0;
  finished = false;
  started = false;
  final = false;
  base: string | null = null;
  /** 0 never, 1 unless standalone, 2 always. */
  paramParsing = 0;
  foreignDtd = false;
  /** An external entity's parser: of content (1 for its start level), or of a document type. */
  startLevel = 0;
  isParamEntity = false;
  isExternal = false;
  /** Where the next token begins. */
  at = 0;
  /** Where the current event is in the document's text. */
  event = 0;
  /** There are characters outside the BMP. */
  astral = false;
  readonly expansions: Expansion[] = [];
  private readonly tags: Tag[] = [];
  private readonly declarations: Declarations;
  /** The place up to which lines were counted, and what was dropped before the text. */
  private counted = 0;
  private line = 1;
  private column = 0;
  private droppedBytes = 0;
  private afterCr = false;
  private direct = 0;
  private indirect = 0;

  constructor(
    readonly sink: Sink,
    encoding: string | null,
    /** Between namespace and name; null: no namespaces. */
    separator: string | null,
  ) {
    this.tokens = new Tokens(separator !== null);
    this.input = new Input(encoding);
    this.ns = separator === null ? null : new Namespaces(separator);
    this.roles = new Roles(true);
    this.declarations = new Declarations(this);
  }

  // -- text --

  feed(data: Uint8Array | string, final: boolean): void {
    this.started = true;
    this.final = final;
    this.direct += data.length;
    let more: string;
    if (typeof data === 'string') {
      if (this.input.encoding === null || (this.input.fixed && !this.input.waiting && this.input.encoding === 'utf-8')) {
        if (this.input.encoding === null || this.input.asked !== null) this.input.say('utf-8');
        more = data;
      } else {
        if (this.input.asked !== null) this.input.say('utf-8');
        more = this.input.feed(new TextEncoder().encode(data), final);
      }
    } else more = this.input.feed(data, final);
    this.append(more);
  }

  private append(more: string): void {
    this.drop();
    this.put(more);
  }

  private put(more: string): void {
    const { tokens } = this;
    tokens.text = this.at < tokens.text.length ? tokens.text.slice(this.at) + more : more;
    this.event -= this.at;
    this.counted -= this.at;
    this.nextCr = -1;
    this.at = 0;
    tokens.end = tokens.text.length;
    this.note(more);
  }

  /** Sees whether a text has characters that are two units. */
  note(text: string): void {
    if (!this.astral && /[\ud800-\udbff][\udc00-\udfff]/.test(text)) this.astral = true;
  }

  /** Counts what is read, which is let go. */
  private drop(): void {
    if (this.at === 0) return;
    this.count(this.at);
    this.droppedBytes += this.input.size(this.tokens.text.slice(0, this.at));
  }

  /** The encoding asked for (`input.asked`): its 256 characters; false: it cannot be used. */
  setTable(chars: string): boolean {
    if (!this.input.setTable(chars)) return false;
    this.release();
    return true;
  }

  /** What waited behind the declaration. */
  release(): void {
    // A byte order mark no position was asked behind of is three characters of the declared encoding.
    if (this.input.changes && this.counted === 0 && this.droppedBytes === 0 && this.tokens.text.charCodeAt(0) === 0xfeff) this.column += 2;
    // What was read is counted as what it was.
    this.drop();
    this.put(this.input.release(this.final));
  }

  // -- positions --

  private count(to: number): void {
    const from = this.counted;
    if (to <= from) return;
    this.counted = to;
    const { text } = this.document();
    let at = from;
    // Line ends by the host's search, which is much faster than a look at each character.
    for (;;) {
      const lf = text.indexOf('\n', at);
      if (this.nextCr < at) {
        const cr = text.indexOf('\r', at);
        this.nextCr = cr < 0 ? Infinity : cr;
      }
      const end = Math.min(lf < 0 ? Infinity : lf, this.nextCr);
      if (end >= to) break;
      if (!(this.afterCr && end === at && end === lf)) this.line++;
      this.column = 0;
      at = end + 1;
      this.afterCr = end !== lf;
      // A line feed behind a carriage return is part of it.
      if (this.afterCr && at < to && text.charCodeAt(at) === 10) {
        at++;
        this.afterCr = false;
      }
    }
    if (at === to) return;
    this.afterCr = false;
    this.column += to - at;
    if (this.astral) for (let p = at; p < to; p++) if ((text.charCodeAt(p) & 0xfc00) === 0xdc00) this.column--;
  }
  /** Where the next carriage return is, for `count`. */
  private nextCr = -1;

  /** The document's own text, also while an entity's is read. */
  private document(): { text: string; end: number } {
    return this.expansions.length > 0 ? this.expansions[0]! : this.tokens;
  }

  get lineNumber(): number {
    if (this.started) this.count(this.event);
    return this.line;
  }
  get columnNumber(): number {
    if (this.started) this.count(this.event);
    return this.column;
  }
  get byteIndex(): number {
    return this.direct > 0 ? this.droppedBytes + this.input.size(this.document().text.slice(0, this.event)) : -1;
  }
  /** What there is of the document from the current event on. */
  context(): string {
    return this.document().text.slice(this.event);
  }

  // -- steps --

  /** Whether text of the document itself is read. */
  get main(): boolean {
    return this.expansions.length === 0;
  }
  get more(): boolean {
    return this.main && (!this.final || this.input.waiting);
  }
  wants(handler: number): boolean {
    return ((this.handlers >> handler) & 1) !== 0;
  }
  get level(): number {
    return this.tags.length + this.startLevel;
  }

  /** Ends with an error, at `at` in the document; -1, or inside an entity: where the event is. */
  fail(code: number, at = -1): false {
    // Behind the events of the same token.
    if (at >= 0 && this.main) this.sink.then(() => {
      this.event = at;
    });
    this.error = code;
    this.finished = true;
    return false;
  }

  /** Reads a token. False: there is no other (yet), or an error. */
  step(): boolean {
    if (this.finished || this.input.asked !== null) return false;
    switch (this.mode) {
      case 'content':
        return this.content();
      case 'cdata':
        return this.cdata();
      case 'epilog':
        return this.epilog();
      case 'ignore':
        return this.declarations.ignore();
      default:
        return this.declarations.step();
    }
  }

  /** Reads an external entity of `parent`'s document: `context` as it was given to the handler, null for a part of the document type. */
  external(parent: Scanner, context: string | null): void {
    this.isExternal = true;
    this.dtd = context === null ? parent.dtd : parent.dtd.copy();
    if (context === null) {
      this.isParamEntity = true;
      this.roles = new Roles(false);
      this.dtd.paramEntityRead = true;
      return;
    }
    const parts = context.split('\f');
    this.ns?.setContext(parts);
    for (const part of parts) {
      const e = this.dtd.general.get(part);
      if (e !== undefined) e.open = true;
    }
    this.mode = 'content';
    this.startLevel = 1;
  }

  get unknownEncodingAt(): number {
    return this.declarations.encodingAt;
  }

  /** `XML_StopParser`: nothing more is read, behind the token that was. */
  stop(): void {
    if (this.main) this.event = this.at;
    this.finished = true;
  }

  /** The end of a document that was read to its end. */
  done(): void {
    this.finished = true;
  }

  /** Hands the token's own text to the default handler. */
  default(at: number, end: number): void {
    if (this.wants(H.Default)) this.pieces(at, end, true, (s) => this.sink.event(H.Default, [s]));
  }

  /** Text that had to be converted comes in pieces of a buffer of 1024 bytes; the event's place goes with them, behind the last one where `behind`. */
  private pieces(at: number, end: number, behind: boolean, give: (s: string) => void): void {
    const { text } = this.tokens;
    if (!this.input.converted || !this.main) {
      give(text.slice(at, end));
      return;
    }
    let from = at;
    let bytes = 0;
    const move = (p: number): void =>
      this.sink.then(() => {
        this.event = p;
      });
    for (let p = at; end - at > 341 && p < end; p++) {
      const c = text.charCodeAt(p);
      const n = c < 0x80 ? 1 : c < 0x800 ? 2 : (c & 0xfc00) === 0xd800 ? 4 : (c & 0xfc00) === 0xdc00 ? 0 : 3;
      if (bytes + n > 1024) {
        give(text.slice(from, p));
        move(p);
        from = p;
        bytes = 0;
      }
      bytes += n;
    }
    give(text.slice(from, end));
    if (behind) move(end);
  }

  private characters(at: number, end: number): void {
    if (!this.wants(H.Data)) this.default(at, end);
    else if (this.input.converted) this.pieces(at, end, false, (s) => this.sink.data(s));
    else this.sink.data(this.tokens.text.slice(at, end));
  }

  private content(): boolean {
    const { tokens } = this;
    if (this.isExternal && this.main && this.at === 0 && tokens.text.charCodeAt(0) === 0xfeff && this.byteIndex === 0) this.at = 1;
    const s = this.at;
    const tok = tokens.content(s);
    const { next } = tokens;
    if (this.main) this.event = s;
    switch (tok) {
      case Tok.Data:
        this.characters(s, next);
        break;
      case Tok.StartAtts:
      case Tok.StartNoAtts:
        if (!this.open(s, next, tok === Tok.StartAtts)) return false;
        break;
      case Tok.EndTag:
        if (!this.close(s, next)) return false;
        break;
      case Tok.Newline:
        if (this.wants(H.Data)) this.sink.data('\n');
        else this.default(s, next);
        break;
      case Tok.EmptyAtts:
      case Tok.EmptyNoAtts:
        if (!this.empty(s, next, tok === Tok.EmptyAtts)) return false;
        break;
      case Tok.EntityRef: {
        const depth = this.expansions.length;
        if (!this.reference(s, next)) return false;
        if (this.expansions.length > depth) return true;
        break;
      }
      case Tok.CharRef: {
        const ch = charOf(tokens.text, s, next);
        if (ch === null) return this.fail(XmlError.BadCharRef);
        this.note(ch);
        if (this.wants(H.Data)) this.sink.data(ch);
        else this.default(s, next);
        break;
      }
      case Tok.CdataOpen:
        if (this.wants(H.StartCdata)) this.sink.event(H.StartCdata, []);
        else this.default(s, next);
        this.mode = 'cdata';
        break;
      case Tok.Pi:
        this.instruction(s, next);
        break;
      case Tok.Comment:
        this.comment(s, next);
        break;
      case Tok.XmlDecl:
        if (this.isExternal && this.startLevel > 0 && s <= 1 && this.main) return this.declarations.textDeclaration(s, next);
        return this.fail(XmlError.MisplacedXmlPi);
      case Tok.Invalid:
        return this.fail(XmlError.InvalidToken, next);
      case Tok.Partial:
        return this.more ? false : this.fail(this.input.partial && this.main ? XmlError.PartialChar : XmlError.UnclosedToken);
      case Tok.TrailingCr:
      case Tok.TrailingRsqb:
        if (this.more) return false;
        if (this.wants(H.Data)) this.sink.data(tok === Tok.TrailingCr ? '\n' : tokens.text.slice(s, tokens.end));
        else this.default(s, tokens.end);
        if (tok === Tok.TrailingRsqb && this.main) this.event = tokens.end;
        this.at = tokens.end;
        return this.contentEnd();
      default:
        return this.contentEnd();
    }
    this.at = next;
    return true;
  }

  /** The text is at its end between two tokens. */
  private contentEnd(): boolean {
    if (!this.main) {
      const e = this.expansions[this.expansions.length - 1]!;
      if (this.level !== e.startLevel) return this.fail(XmlError.AsyncEntity);
      this.leave();
      return true;
    }
    if (this.more) return false;
    if (this.input.partial || this.input.half) return this.fail(this.input.partial ? XmlError.PartialChar : XmlError.UnclosedToken);
    if (this.startLevel > 0) {
      if (this.level !== this.startLevel) return this.fail(XmlError.AsyncEntity);
      this.done();
      return false;
    }
    return this.fail(XmlError.NoElements);
  }

  private cdata(): boolean {
    const { tokens } = this;
    const s = this.at;
    const tok = tokens.cdata(s);
    const { next } = tokens;
    if (this.main) this.event = s;
    switch (tok) {
      case Tok.CdataClose:
        if (this.wants(H.EndCdata)) this.sink.event(H.EndCdata, []);
        else this.default(s, next);
        this.mode = 'content';
        break;
      case Tok.Newline:
        if (this.wants(H.Data)) this.sink.data('\n');
        else this.default(s, next);
        break;
      case Tok.Data:
        this.characters(s, next);
        break;
      case Tok.Invalid:
        return this.fail(XmlError.InvalidToken, next);
      default:
        if (this.more) return false;
        return this.fail(this.input.partial && this.main ? XmlError.PartialChar : XmlError.UnclosedCdata);
    }
    this.at = next;
    return true;
  }

  private epilog(): boolean {
    const { tokens } = this;
    const s = this.at;
    const tok = tokens.prolog(s);
    const { next } = tokens;
    this.event = s;
    switch (tok) {
      case -Tok.PrologS:
        // Expat returns here, its event where it was.
        this.default(s, next);
        this.at = next;
        if (this.final) this.done();
        return false;
      case Tok.None:
        if (this.more) return false;
        if (this.input.partial || this.input.half) return this.fail(this.input.partial ? XmlError.PartialChar : XmlError.UnclosedToken);
        this.done();
        return false;
      case Tok.PrologS:
        this.default(s, next);
        break;
      case Tok.Pi:
        this.instruction(s, next);
        break;
      case Tok.Comment:
        this.comment(s, next);
        break;
      case Tok.Invalid:
        return this.fail(XmlError.InvalidToken, next);
      case Tok.Partial:
        if (this.more) return false;
        return this.fail(this.input.partial ? XmlError.PartialChar : XmlError.UnclosedToken);
      default:
        return this.fail(XmlError.Junk);
    }
    this.at = next;
    return true;
  }

  instruction(s: number, next: number): void {
    if (!this.wants(H.Pi)) return this.default(s, next);
    const { text, cls } = this.tokens;
    let p = s + 2;
    while ((cls[text.charCodeAt(p)]! & Char.Name) !== 0) p++;
    const target = text.slice(s + 2, p);
    while ((cls[text.charCodeAt(p)]! & Char.Space) !== 0) p++;
    this.sink.event(H.Pi, [target, lines(text.slice(p, next - 2))]);
  }

  comment(s: number, next: number): void {
    if (this.wants(H.Comment)) this.sink.event(H.Comment, [lines(this.tokens.text.slice(s + 4, next - 3))]);
    else this.default(s, next);
  }

  // -- entities --

  private reference(s: number, next: number): boolean {
    const { tokens, dtd } = this;
    const name = tokens.text.slice(s + 1, next - 1);
    const ch = predefined(name);
    if (ch !== undefined) {
      if (this.wants(H.Data)) this.sink.data(ch);
      else this.default(s, next);
      return true;
    }
    const e = dtd.general.get(name);
    if (!dtd.hasParamEntityRefs || dtd.standalone) {
      if (e === undefined) return this.fail(XmlError.UndefinedEntity);
      if (!e.internal) return this.fail(XmlError.EntityDeclaredInPe);
    } else if (e === undefined) {
      this.skipped(name, s, next);
      return true;
    }
    if (e.open) return this.fail(XmlError.RecursiveEntityRef);
    if (e.notation !== null) return this.fail(XmlError.BinaryEntityRef);
    if (e.text !== null) {
      if (!this.expandInternal) this.skipped(name, s, next);
      else {
        this.at = next;
        return this.enter(e, false);
      }
    } else if (this.wants(H.ExternalRef)) {
      e.open = true;
      const context = this.entityContext();
      e.open = false;
      this.sink.ask(H.ExternalRef, [context, e.base, e.systemId, e.publicId], XmlError.ExternalEntityHandling);
    } else this.default(s, next);
    return true;
  }

  private skipped(name: string, s: number, next: number): void {
    if (this.wants(H.Skipped)) this.sink.event(H.Skipped, [name, false]);
    else this.default(s, next);
  }

  /** `XML_ExternalEntityParserCreate` gets this: bindings of namespaces and open entities. */
  private entityContext(): string {
    const parts = this.ns?.context() ?? [];
    for (const e of this.dtd.general.values()) if (e.open) parts.push(e.name);
    return parts.join('\f');
  }

  /** Goes on reading in an entity's text. */
  enter(entity: Entity, between: boolean): boolean {
    const wrong = this.amplify(entity.text!.length);
    if (wrong !== 0) return this.fail(wrong);
    const { tokens } = this;
    entity.open = true;
    this.expansions.push({ entity, text: tokens.text, at: this.at, end: tokens.end, startLevel: this.level, between });
    tokens.text = entity.text!;
    tokens.end = tokens.text.length;
    this.at = 0;
    return true;
  }

  leave(): void {
    const e = this.expansions.pop()!;
    e.entity.open = false;
    this.tokens.text = e.text;
    this.tokens.end = e.end;
    this.at = e.at;
    if (this.main) this.event = e.at;
  }

  /** Billion laughs: what entities have added so far must stand in a proportion to the document. */
  amplify(n: number): number {
    this.indirect += n;
    const all = this.direct + this.indirect;
    return all >= AMPLIFICATION_FROM && all / Math.max(1, this.direct) > AMPLIFICATION ? XmlError.Amplification : 0;
  }

  // -- elements --

  private attributes: string[] = [];
  private specified = 0;

  private open(s: number, next: number, atts: boolean): boolean {
    const raw = this.rawName(s + 1);
    const tag: Tag = { raw, name: raw, bindings: null };
    if (!this.takeAttributes(tag, atts)) return false;
    this.tags.push(tag);
    if (this.wants(H.Start)) this.sink.start(tag.name, this.attributes, this.specified);
    else this.default(s, next);
    return true;
  }

  private empty(s: number, next: number, atts: boolean): boolean {
    const raw = this.rawName(s + 1);
    const tag: Tag = { raw, name: raw, bindings: null };
    if (!this.takeAttributes(tag, atts)) {
      this.unbind(tag.bindings);
      return false;
    }
    let told = false;
    if (this.wants(H.Start)) {
      this.sink.start(tag.name, this.attributes, this.specified);
      told = true;
    }
    if (this.wants(H.End)) {
      if (told && this.main) {
        this.sink.then(() => {
          this.event = next;
        });
      }
      this.sink.end(tag.name);
      told = true;
    }
    if (!told) this.default(s, next);
    this.unbind(tag.bindings);
    if (this.tags.length === 0 && this.startLevel === 0) this.mode = 'epilog';
    return true;
  }

  private rawName(at: number): string {
    const { text, cls, namespaces } = this.tokens;
    let p = at;
    for (;;) {
      const c = text.charCodeAt(p);
      if ((cls[c]! & Char.Name) === 0 && !(namespaces && c === 58)) break;
      p++;
    }
    return text.slice(at, p);
  }

  private close(s: number, next: number): boolean {
    if (this.level === (this.main ? this.startLevel : this.expansions[this.expansions.length - 1]!.startLevel)) return this.fail(XmlError.AsyncEntity);
    const raw = this.rawName(s + 2);
    const tag = this.tags[this.tags.length - 1]!;
    if (tag.raw !== raw) return this.fail(XmlError.TagMismatch, s + 2);
    this.tags.pop();
    if (this.wants(H.End)) this.sink.end(tag.name);
    else this.default(s, next);
    this.unbind(tag.bindings);
    if (this.tags.length === 0 && this.startLevel === 0) this.mode = 'epilog';
    return true;
  }

  private unbind(bindings: Binding[] | null): void {
    if (bindings === null) return;
    for (let i = bindings.length - 1; i >= 0; i--) {
      if (this.wants(H.EndNs)) this.sink.event(H.EndNs, [bindings[i]!.prefix]);
      this.ns!.undo(bindings[i]!);
    }
  }

  private rules(): ValueRules {
    return { dtd: this.dtd, mustExist: !this.dtd.hasParamEntityRefs || this.dtd.standalone, count: (n) => this.amplify(n) };
  }

  /** Attributes of a tag, those that are declared with a value too, and the names by namespace. */
  private takeAttributes(tag: Tag, has: boolean): boolean {
    const { tokens, ns } = this;
    const { text } = tokens;
    const places = tokens.attributes;
    const out: string[] = [];
    const n = has ? tokens.nattributes : 0;
    const declared = this.dtd.elements.size === 0 ? undefined : this.dtd.elements.get(tag.raw);
    let seen: Set<string> | null = null;
    let prefixed = false;
    for (let i = 0; i < n; i += 5) {
      const name = text.slice(places[i], places[i + 1]);
      if (n > 40 || declared !== undefined) {
        seen ??= new Set();
        if (seen.has(name)) return this.fail(XmlError.DuplicateAttribute, places[i]);
        seen.add(name);
      } else for (let k = 0; k < i; k += 5) if (places[k + 1]! - places[k]! === name.length && text.startsWith(name, places[k]!)) return this.fail(XmlError.DuplicateAttribute, places[i]);
      const cdata = declared?.find((a) => a.name === name)?.cdata ?? true;
      let value: string;
      if (cdata && places[i + 4] === 1) value = text.slice(places[i + 2], places[i + 3]);
      else {
        const { end, next } = tokens;
        try {
          value = attributeValue(tokens, text, places[i + 2]!, places[i + 3]!, cdata, this.rules());
          this.note(value);
        } catch (e) {
          if (!(e instanceof ValueError)) throw e;
          return this.fail(e.code, e.at);
        } finally {
          tokens.text = text;
          tokens.end = end;
          tokens.next = next;
        }
      }
      if (ns !== null) {
        if (name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')) {
          if (!this.bind(tag, name.length === 5 ? null : name.slice(6), value)) return false;
          continue;
        }
        if (!prefixed && name.includes(':')) prefixed = true;
      }
      out.push(name, value);
    }
    this.specified = out.length;
    if (declared !== undefined) {
      for (const a of declared) {
        if (a.value === null || (seen?.has(a.name) ?? false)) continue;
        (seen ??= new Set()).add(a.name);
        if (ns !== null && (a.name === 'xmlns' || a.name.startsWith('xmlns:'))) {
          if (!this.bind(tag, a.name === 'xmlns' ? null : a.name.slice(6), a.value)) return false;
          continue;
        }
        if (ns !== null && a.name.includes(':')) prefixed = true;
        out.push(a.name, a.value);
      }
    }
    this.attributes = out;
    if (ns === null) return true;
    if (prefixed) {
      const names = new Set<string>();
      for (let i = 0; i < out.length; i += 2) {
        if (!out[i]!.includes(':')) continue;
        const name = ns.resolve(out[i]!, false);
        if (name === null) return this.fail(XmlError.UnboundPrefix);
        if (names.has(name)) return this.fail(XmlError.DuplicateAttribute);
        names.add(name);
        out[i] = name;
      }
    }
    const name = ns.resolve(tag.raw, true);
    if (name === null) return this.fail(XmlError.UnboundPrefix);
    tag.name = name;
    return true;
  }

  private bind(tag: Tag, prefix: string | null, uri: string): boolean {
    const b = this.ns!.bind(prefix, uri);
    if (typeof b === 'number') return this.fail(b);
    (tag.bindings ??= []).push(b);
    if (this.wants(H.StartNs)) this.sink.event(H.StartNs, [prefix, uri === '' && prefix === null ? null : uri]);
    return true;
  }
}

/** Line ends as XML has them. */
export const lines = (s: string): string => (s.includes('\r') ? s.replace(/\r\n?/g, '\n') : s);
