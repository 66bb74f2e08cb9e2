/** What a token of a document type means where it stands: Expat's grammar of declarations as a table of states. */
import { Tok } from './tokens.js';

/**
 * One line a state: `token[:word] next-state role`, `-` for "stays"; `top` is the subset the declaration is in, `close:ROLE` waits for
 * the `>` of a declaration. Blanks between tokens have the role behind `S`.
 */
const STATES = `
prolog0 S=None>prolog1; XmlDecl prolog1 XmlDecl; Pi prolog1 Pi; Comment prolog1 Comment; Bom - None; DeclOpen:DOCTYPE doctype0 DoctypeNone; InstanceStart error InstanceStart
prolog1 S=None; Pi - Pi; Comment - Comment; Bom - None; DeclOpen:DOCTYPE doctype0 DoctypeNone; InstanceStart error InstanceStart
prolog2 S=None; Pi - Pi; Comment - Comment; InstanceStart error InstanceStart
doctype0 S=DoctypeNone; Name doctype1 DoctypeName; PrefixedName doctype1 DoctypeName
doctype1 S=DoctypeNone; OpenBracket internal DoctypeInternalSubset; DeclClose prolog2 DoctypeClose; Name:SYSTEM doctype3 DoctypeNone; Name:PUBLIC doctype2 DoctypeNone
doctype2 S=DoctypeNone; Literal doctype3 DoctypePublicId
doctype3 S=DoctypeNone; Literal doctype4 DoctypeSystemId
doctype4 S=DoctypeNone; OpenBracket internal DoctypeInternalSubset; DeclClose prolog2 DoctypeClose
doctype5 S=DoctypeNone; DeclClose prolog2 DoctypeClose
internal S=None; DeclOpen:ENTITY entity0 EntityNone; DeclOpen:ATTLIST attlist0 AttlistNone; DeclOpen:ELEMENT element0 ElementNone; DeclOpen:NOTATION notation0 NotationNone; Pi - Pi; Comment - Comment; ParamEntityRef - ParamEntityRef; CloseBracket doctype5 DoctypeNone; None - None
external0 S=None>external; XmlDecl external TextDecl
external S=None; CondOpen cond0 None; CondClose - CondClose; DeclOpen:ENTITY entity0 EntityNone; DeclOpen:ATTLIST attlist0 AttlistNone; DeclOpen:ELEMENT element0 ElementNone; DeclOpen:NOTATION notation0 NotationNone; Pi - Pi; Comment - Comment; ParamEntityRef - ParamEntityRef; None - None
entity0 S=EntityNone; Percent entity1 EntityNone; Name entity2 GeneralEntityName
entity1 S=EntityNone; Name entity7 ParamEntityName
entity2 S=EntityNone; Name:SYSTEM entity4 EntityNone; Name:PUBLIC entity3 EntityNone; Literal close:EntityNone EntityValue
entity3 S=EntityNone; Literal entity4 EntityPublicId
entity4 S=EntityNone; Literal entity5 EntitySystemId
entity5 S=EntityNone; DeclClose top EntityComplete; Name:NDATA entity6 EntityNone
entity6 S=EntityNone; Name close:EntityNone EntityNotationName
entity7 S=EntityNone; Name:SYSTEM entity9 EntityNone; Name:PUBLIC entity8 EntityNone; Literal close:EntityNone EntityValue
entity8 S=EntityNone; Literal entity9 EntityPublicId
entity9 S=EntityNone; Literal entity10 EntitySystemId
entity10 S=EntityNone; DeclClose top EntityComplete
notation0 S=NotationNone; Name notation1 NotationName
notation1 S=NotationNone; Name:SYSTEM notation3 NotationNone; Name:PUBLIC notation2 NotationNone
notation2 S=NotationNone; Literal notation4 NotationPublicId
notation3 S=NotationNone; Literal close:NotationNone NotationSystemId
notation4 S=NotationNone; Literal close:NotationNone NotationSystemId; DeclClose top NotationNoSystemId
attlist0 S=AttlistNone; Name attlist1 AttlistElementName; PrefixedName attlist1 AttlistElementName
attlist1 S=AttlistNone; DeclClose top AttlistNone; Name attlist2 AttributeName; PrefixedName attlist2 AttributeName
attlist2 S=AttlistNone; Name:CDATA attlist8 AttributeType; Name:ID attlist8 AttributeType; Name:IDREF attlist8 AttributeType; Name:IDREFS attlist8 AttributeType; Name:ENTITY attlist8 AttributeType; Name:ENTITIES attlist8 AttributeType; Name:NMTOKEN attlist8 AttributeType; Name:NMTOKENS attlist8 AttributeType; Name:NOTATION attlist5 AttlistNone; OpenParen attlist3 AttlistNone
attlist3 S=AttlistNone; NmToken attlist4 AttributeEnumValue; Name attlist4 AttributeEnumValue; PrefixedName attlist4 AttributeEnumValue
attlist4 S=AttlistNone; CloseParen attlist8 AttlistNone; Or attlist3 AttlistNone
attlist5 S=AttlistNone; OpenParen attlist6 AttlistNone
attlist6 S=AttlistNone; Name attlist7 AttributeNotationValue
attlist7 S=AttlistNone; CloseParen attlist8 AttlistNone; Or attlist6 AttlistNone
attlist8 S=AttlistNone; PoundName:IMPLIED attlist1 ImpliedValue; PoundName:REQUIRED attlist1 RequiredValue; PoundName:FIXED attlist9 AttlistNone; Literal attlist1 DefaultValue
attlist9 S=AttlistNone; Literal attlist1 FixedValue
element0 S=ElementNone; Name element1 ElementName; PrefixedName element1 ElementName
element1 S=ElementNone; Name:EMPTY close:ElementNone ContentEmpty; Name:ANY close:ElementNone ContentAny; OpenParen element2 GroupOpen
element2 S=ElementNone; PoundName:PCDATA element3 ContentPcdata; OpenParen element6 GroupOpen; Name element7 ContentElement; PrefixedName element7 ContentElement; NameQuestion element7 ContentElement?; NameAsterisk element7 ContentElement*; NamePlus element7 ContentElement+
element3 S=ElementNone; CloseParen close:ElementNone GroupClose; CloseParenAsterisk close:ElementNone GroupClose*; Or element4 ElementNone
element4 S=ElementNone; Name element5 ContentElement; PrefixedName element5 ContentElement
element5 S=ElementNone; CloseParenAsterisk close:ElementNone GroupClose*; Or element4 ElementNone
element6 S=ElementNone; OpenParen element6 GroupOpen; Name element7 ContentElement; PrefixedName element7 ContentElement; NameQuestion element7 ContentElement?; NameAsterisk element7 ContentElement*; NamePlus element7 ContentElement+
element7 S=ElementNone; CloseParen - GroupClose; CloseParenAsterisk - GroupClose*; CloseParenQuestion - GroupClose?; CloseParenPlus - GroupClose+; Comma element6 GroupSequence; Or element6 GroupChoice
cond0 S=None; Name:INCLUDE cond1 None; Name:IGNORE cond2 None
cond1 S=None; OpenBracket external Include
cond2 S=None; OpenBracket external IgnoreSect
error S=Error`;

interface Row {
  word: string | null;
  next: string;
  role: string;
}

type State = Map<number, Row[]>;

let states: Map<string, State> | null = null;

function table(): Map<string, State> {
  if (states !== null) return states;
  states = new Map();
  for (const line of STATES.trim().split('\n')) {
    const [head, ...rows] = line.split('; ');
    const [name, blank] = head!.split(' S=');
    const state: State = new Map();
    const [role, next] = blank!.split('>');
    if (role !== 'Error') state.set(Tok.PrologS, [{ word: null, next: next ?? '-', role: role! }]);
    for (const row of rows) {
      const [what, to, role] = row.split(' ');
      const [tok, word] = what!.split(':');
      const key = Tok[tok as keyof typeof Tok];
      if (!state.has(key)) state.set(key, []);
      state.get(key)!.push({ word: word ?? null, next: to!, role: role! });
    }
    states.set(name!, state);
  }
  return states;
}

export class Roles {
  state: string;
  /** Depth of parentheses in a content model. */
  level = 0;
  includeLevel = 0;
  private closing: string | null = null;
  constructor(readonly documentEntity: boolean) {
    this.state = documentEntity ? 'prolog0' : 'external0';
  }

  /** The role of a token, whose text goes from `at` to `end`; 'Error' where it must not stand. */
  role(tok: number, text: string, at: number, end: number): string {
    if (this.closing !== null) {
      const role = this.closing;
      if (tok === Tok.PrologS) return role;
      if (tok === Tok.DeclClose) {
        this.closing = null;
        this.top();
        return role;
      }
      return this.other(tok);
    }
    if (this.state === 'external0' && tok !== Tok.XmlDecl) this.state = 'external';
    for (const row of table().get(this.state)!.get(tok) ?? []) {
      if (row.word !== null && !this.matches(tok, text, at, end, row.word)) continue;
      return this.take(row);
    }
    return this.other(tok);
  }

  private matches(tok: number, text: string, at: number, end: number, word: string): boolean {
    const from = tok === Tok.DeclOpen ? at + 2 : tok === Tok.PoundName ? at + 1 : at;
    return end - from === word.length && text.startsWith(word, from);
  }

  private take(row: Row): string {
    const { role, next } = row;
    if (role === 'CondClose') {
      if (this.includeLevel === 0) return this.other(Tok.CondClose);
      this.includeLevel--;
      return 'None';
    }
    if (this.state === 'external' && role === 'None' && next === '-' && this.includeLevel > 0 && row === table().get('external')!.get(Tok.None)![0]) return this.other(Tok.None);
    if (role === 'Include') {
      this.includeLevel++;
      this.state = next;
      return 'None';
    }
    if (role === 'GroupOpen') this.level = this.state === 'element1' ? 1 : this.level + 1;
    if (this.state === 'element7' && role.startsWith('GroupClose') && --this.level === 0) this.closing = 'ElementNone';
    if (next === 'top') this.top();
    else if (next.startsWith('close:')) this.closing = next.slice(6);
    else if (next !== '-') this.state = next;
    return role;
  }

  private top(): void {
    this.state = this.documentEntity ? 'internal' : 'external';
  }

  private other(tok: number): string {
    if (!this.documentEntity && tok === Tok.ParamEntityRef) return 'InnerParamEntityRef';
    this.closing = null;
    this.state = 'error';
    return 'Error';
  }
}
