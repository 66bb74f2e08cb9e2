/** re.Pattern: matching, finding, splitting, substituting. */
import { andThen, AstralStr, cont, PyObject, type PyValue, type Result, type VM } from '../../objects/object.js';
import { typeError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { callPrelude } from '../../objects/call.js';
import { index, reprSync } from '../../objects/convert.js';
import { PyBytes } from '../../objects/bytes.js';
import type { PyDict } from '../../objects/dict.js';
import { hashStr } from '../../objects/hash.js';
import { asInt, toSsize, type Int } from '../../objects/int.js';
import { MappingProxy } from '../../objects/mappingproxy.js';
import { asJS, asStr, jsStr, strConcat, strFind, strJoin, strLength, type Str } from '../../objects/str.js';
import { NotImplemented } from '../../objects/singletons.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import { aliasHook } from '../../objects/generator-type.js';
import { typeName } from '../../objects/type.js';
import { Match, Subject } from './match.js';
import { CompiledRuns, Matcher } from './matcher.js';
import { translate, type Program } from './program.js';

/** What a replacement puts in: literal text, or the number of a group. */
type Template = readonly (PyValue | { readonly group: number })[];
/** Templates a pattern keeps at most. */
const MAX_TEMPLATES = 8;

export class Pattern extends PyObject {
  private translated: Program | null = null;
  constructor(
    readonly source: PyValue,
    readonly flags: number,
    readonly code: readonly number[],
    readonly groups: number,
    readonly groupindex: PyDict,
  ) {
    super();
    this.isBytes = source === null ? null : asStr(source) === undefined;
  }
  /** null: it takes both. */
  readonly isBytes: boolean | null;

  private own: Matcher | null = null;

  /** The matcher for walks that end before any Python code runs. */
  matcher(vm: VM): Matcher {
    return (this.own ??= this.newMatcher(vm));
  }

  newMatcher(vm: VM): Matcher {
    return new Matcher(vm, this.program, this.groups, (this.runs ??= new CompiledRuns(this.code, this.groups)));
  }
  private runs: CompiledRuns | null = null;

  /** Made for the first match: most patterns of a library module are never used. */
  get program(): Program {
    return (this.translated ??= translate(this.code));
  }

  private names: PyValue[] | null = null;
  /** Name of group `i`, or None. */
  groupName(i: number): PyValue {
    if (this.names === null) {
      this.names = [];
      for (const [k, n] of this.groupindex.entries()) this.names[n as number] ??= k;
    }
    return this.names[i] ?? null;
  }

  /** Replacement texts with references to groups, as `re._compile_repl` parsed them. */
  readonly templates = new Map<PyValue, Template>();
}

function matchOf(pattern: Pattern, subject: Subject, m: Matcher, pos: number, endpos: number, start: number): Match {
  const { marks } = m;
  const spans = [start, m.end];
  for (let i = 0; i < marks.length; i += 2) {
    const from = marks[i]!;
    const to = marks[i + 1]!;
    if (from < 0 || to < 0) spans.push(-1, -1);
    else spans.push(from, to);
  }
  return new Match(pattern, subject, pos, endpos, spans, m.lastindex);
}

const NO_CODES: readonly number[] = [];

/** A walk over the matches of a text, none of them empty where the last one ended. */
export class Scan {
  readonly matcher: Matcher;
  readonly pos: number;
  readonly endpos: number;
  at: number;
  private advance = false;
  /** `matcher`: one that nothing else uses until this walk is over. */
  constructor(
    readonly vm: VM,
    readonly pattern: Pattern,
    readonly subject: Subject,
    pos: Int,
    endpos: Int,
    matcher: Matcher = pattern.newMatcher(vm),
  ) {
    const isBytes = pattern.isBytes;
    if (isBytes === true && subject.str !== undefined) throw typeError('cannot use a bytes pattern on a string-like object');
    if (isBytes === false && subject.str === undefined) throw typeError('cannot use a string pattern on a bytes-like object');
    const n = subject.length;
    this.endpos = Math.max(0, Math.min(n, toSsize(endpos)));
    this.pos = Math.max(0, Math.min(n, toSsize(pos)));
    this.at = this.pos;
    const { str } = subject;
    const codes = str instanceof AstralStr ? str.cps : (subject.bytes ?? NO_CODES);
    this.matcher = matcher;
    matcher.over(subject.units, codes, this.endpos);
  }

  /** Finds the next match (anywhere, or right here); false: none. Its start is `start`. */
  next(how: 'search' | 'match' | 'fullmatch'): boolean {
    const m = this.matcher;
    if (this.at > this.endpos) return false;
    m.mustAdvance = this.advance;
    m.matchAll = how === 'fullmatch';
    if (how === 'search') {
      const at = m.search(this.at);
      if (at < 0) return false;
      this.start = at;
    } else {
      if (!m.match(this.at)) return false;
      this.start = this.at;
    }
    this.advance = m.end === this.start;
    this.at = m.end;
    return true;
  }
  start = 0;

  /** The match just found, as an object. */
  object(): Match {
    return matchOf(this.pattern, this.subject, this.matcher, this.pos, this.endpos, this.start);
  }

  /** Text of group `i` of the match just found. */
  group(i: number, none: PyValue): PyValue {
    if (i === 0) return this.subject.slice(this.start, this.matcher.end);
    const from = this.matcher.marks[2 * i - 2]!;
    const to = this.matcher.marks[2 * i - 1]!;
    return from < 0 || to < 0 ? none : this.subject.slice(from, to);
  }
}

/** Runs `row` with pos and endpos as ints: c.a = [pattern, string, pos, endpos]. */
function bounds(vm: VM, args: PyValue[], i: number, row: ReturnType<typeof cont>, x?: unknown): Result {
  for (; i < 4; i++) {
    if (asInt(args[i]) !== undefined) continue;
    const base = vm.frame;
    return andThen(vm, base, index(vm, args[i]!), BOUND, args, i, row, x);
  }
  const base = vm.frame;
  return andThen(vm, base, null, row, args, x);
}
const BOUND = cont('pattern.bound', (vm, n, c) => {
  c.a[c.b] = n;
  return bounds(vm, c.a, c.b + 1, c.c, c.d);
});
const scanOf = (vm: VM, a: PyValue[]): Scan => new Scan(vm, a[0] as Pattern, new Subject(a[1]!), asInt(a[2])!, asInt(a[3])!);
/** A walk that is over before any Python code runs. */
const shortScan = (vm: VM, a: PyValue[]): Scan => new Scan(vm, a[0] as Pattern, new Subject(a[1]!), asInt(a[2])!, asInt(a[3])!, (a[0] as Pattern).matcher(vm));

/** match, search, fullmatch. */
function one(vm: VM, self: Pattern, s: PyValue, pos: PyValue, end: PyValue, how: 'match' | 'search' | 'fullmatch'): Result {
  if (typeof s !== 'string' || self.isBytes === true || typeof pos !== 'number' || typeof end !== 'number') return bounds(vm, [self, s, pos, end], 2, ONE, how);
  const n = s.length;
  const stop = end >= n ? n : end < 0 ? 0 : end;
  const from = pos <= 0 ? 0 : pos > n ? n : pos;
  if (from > stop) return null;
  const m = self.matcher(vm);
  m.over(s, NO_CODES, stop);
  m.matchAll = how === 'fullmatch';
  const start = how === 'search' ? m.search(from) : m.match(from) ? from : -1;
  return start < 0 ? null : matchOf(self, new Subject(s), m, from, stop, start);
}
const ONE = cont('pattern.one', (vm, _v, c) => {
  const s = shortScan(vm, c.a);
  return s.next(c.b) ? s.object() : null;
});
const FINDALL = cont('pattern.findall', (vm, _v, c) => {
  const s = shortScan(vm, c.a);
  const out: PyValue[] = [];
  const none: PyValue = s.subject.str !== undefined ? '' : new PyBytes(new Uint8Array(0));
  const { groups } = s.pattern;
  while (s.next('search')) {
    if (groups <= 1) out.push(s.group(groups, none));
    else {
      const t: PyValue[] = [];
      for (let i = 1; i <= groups; i++) t.push(s.group(i, none));
      out.push(new PyTuple(t));
    }
  }
  return new PyList(out);
});
const FINDITER = cont('pattern.finditer', (vm, _v, c) => new MatchIterator(scanOf(vm, c.a)));
const SCANNER = cont('pattern.scanner', (vm, _v, c) => new Scanner(scanOf(vm, c.a)));

class MatchIterator extends PyObject {
  constructor(readonly scan: Scan) {
    super();
  }
  override quickNext(): PyValue | undefined {
    return this.scan.next('search') ? this.scan.object() : undefined;
  }
}
const FOUND = defineType({
  name: '_sre.callable_iterator',
  instance: MatchIterator,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '__next__(self, /)': (_vm, self: MatchIterator) => self.quickNext(),
  },
});
// CPython makes it by iter(search, None).
FOUND.name = 'callable_iterator';

class Scanner extends PyObject {
  constructor(readonly scan: Scan) {
    super();
  }
}
defineType({
  name: '_sre.SRE_Scanner',
  instance: Scanner,
  methods: {
    'match(self, /)': (_vm, self: Scanner) => (self.scan.next('match') ? self.scan.object() : null),
    'search(self, /)': (_vm, self: Scanner) => (self.scan.next('search') ? self.scan.object() : null),
  },
  members: { pattern: (_vm, self: Scanner) => self.scan.pattern },
});

const joinBytes = (parts: PyValue[]): PyBytes => {
  const all = parts.map((p) => (p as PyBytes).v);
  const out = new Uint8Array(all.reduce((n, b) => n + b.length, 0));
  let at = 0;
  for (const b of all) {
    out.set(b, at);
    at += b.length;
  }
  return new PyBytes(out);
};

/** Joins the pieces of a text. */
function joined(subject: Subject, parts: PyValue[]): PyValue {
  const text = subject.str !== undefined;
  if (text && parts.every((p) => typeof p === 'string')) return strJoin(parts as string[]);
  const wrong = parts.findIndex((p) => (text ? asStr(p) === undefined : !(p instanceof PyBytes)));
  if (wrong >= 0) throw typeError(text ? `sequence item ${wrong}: expected str instance, ${typeName(parts[wrong]!)} found` : `sequence item ${wrong}: expected a bytes-like object, ${typeName(parts[wrong]!)} found`);
  return text ? strJoin(parts.map((p) => asStr(p)!)) : joinBytes(parts);
}

/** sub with a replacement that is a literal, or a template. */
export function subNative(vm: VM, pattern: Pattern, repl: PyValue | Template, value: PyValue, count: number): [text: PyValue, n: number] {
  const s = new Scan(vm, pattern, new Subject(value), 0, Number.MAX_SAFE_INTEGER, pattern.matcher(vm));
  const { subject } = s;
  const parts: PyValue[] = [];
  let from = 0;
  let n = 0;
  while ((count === 0 || n < count) && s.next('search')) {
    if (from < s.start) parts.push(subject.slice(from, s.start));
    if (!Array.isArray(repl)) parts.push(repl as PyValue);
    else for (const piece of repl as Template) {
      if (typeof piece !== 'object' || piece === null || !('group' in piece)) parts.push(piece as PyValue);
      else {
        const text = s.group(piece.group, null);
        if (text !== null) parts.push(text);
      }
    }
    from = s.matcher.end;
    n++;
  }
  if (n === 0) return [subject.slice(0, subject.length), 0];
  if (from < subject.length) parts.push(subject.slice(from, subject.length));
  return [joined(subject, parts), n];
}

/**
 * What prelude/stdlib.py's sre_sub does once a template is parsed: `groups` are pairs (index, group), `literals` has None at
 * these indices. None: the types do not go together, and the library's own way says how.
 */
export function subTemplate(vm: VM, pattern: Pattern, repl: PyValue, groups: PyValue[], literals: PyValue[], value: PyValue, count: number): PyTuple | null {
  const subject = new Subject(value);
  const pieces: (PyValue | { group: number })[] = literals.slice();
  for (const pair of groups) {
    const [at, group] = (pair as PyTuple).items as [number, number];
    if (group > pattern.groups) return null;
    pieces[at] = { group };
  }
  if (literals.some((x) => x !== null && (subject.str !== undefined ? asStr(x) === undefined : !(x instanceof PyBytes)))) return null;
  if (typeof repl === 'string') {
    if (pattern.templates.size >= MAX_TEMPLATES) pattern.templates.clear();
    pattern.templates.set(repl, pieces);
  }
  return new PyTuple(subNative(vm, pattern, pieces, value, count));
}

/** The matches of a text for sub with a function: what stands between them goes to a list. */
export class Pieces extends PyObject {
  n = 0;
  private from = 0;
  private over = false;
  constructor(
    private readonly scan: Scan,
    private readonly parts: PyList,
    private readonly count: number,
  ) {
    super();
  }
  override quickNext(): PyValue | undefined {
    if (this.over) return undefined;
    const { scan, from } = this;
    const { subject } = scan;
    this.over = (this.count !== 0 && this.n >= this.count) || !scan.next('search');
    const to = this.over ? subject.length : scan.start;
    if (from < to) this.parts.items.push(subject.slice(from, to));
    if (this.over) return undefined;
    this.from = scan.matcher.end;
    this.n++;
    return scan.object();
  }
}
defineType({
  name: '_sre.pieces',
  instance: Pieces,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '__next__(self, /)': (_vm, self: Pieces) => self.quickNext(),
  },
  members: { n: (_vm, self: Pieces) => self.n },
});
export const piecesOf = (vm: VM, pattern: Pattern, value: PyValue, count: number, parts: PyList): Pieces =>
  new Pieces(new Scan(vm, pattern, new Subject(value), 0, Number.MAX_SAFE_INTEGER), parts, count);

const BACKSLASH = '\\';
function sub(vm: VM, self: Pattern, repl: PyValue, value: PyValue, count: PyValue, both: boolean): Result {
  const n = asInt(count);
  if (n === undefined) throw typeError(`'${typeName(count)}' object cannot be interpreted as an integer`);
  const most = toSsize(n);
  const text = asStr(repl);
  const plain = text !== undefined ? strFind(text, BACKSLASH, 0, strLength(text)) < 0 && self.isBytes === false : repl instanceof PyBytes && self.isBytes === true && !repl.v.includes(92);
  const known = plain ? repl : typeof value === 'string' ? self.templates.get(repl) : undefined;
  if (known !== undefined) {
    const [out, k] = subNative(vm, self, known, value, most);
    return both ? new PyTuple([out, k]) : out;
  }
  new Subject(value);
  return callPrelude(vm, 'sre_sub', self, repl, value, n, both);
}

const FLAG_NAMES: readonly [bit: number, name: string][] = [
  [1, 're.TEMPLATE'], [2, 're.IGNORECASE'], [4, 're.LOCALE'], [8, 're.MULTILINE'], [16, 're.DOTALL'], [64, 're.VERBOSE'], [128, 're.DEBUG'], [256, 're.ASCII'],
];

function show(vm: VM, self: Pattern): Str {
  const src = reprSync(vm, self.source)!;
  let flags = self.flags;
  // Unicode is what a str pattern is by default.
  if (self.isBytes === false && (flags & (4 | 32 | 256)) === 32) flags &= ~32;
  const parts: string[] = [];
  for (const [bit, name] of FLAG_NAMES) {
    if (flags & bit) {
      parts.push(name);
      flags &= ~bit;
    }
  }
  if (flags !== 0) parts.push(`0x${flags.toString(16)}`);
  const cut = jsStr(src).length > 200 ? jsStr(src).slice(0, 200) : src;
  return strConcat(strConcat('re.compile(', cut), parts.length === 0 ? ')' : `, ${parts.join('|')})`);
}

const same = (a: Pattern, b: Pattern): boolean =>
  a.flags === b.flags && a.isBytes === b.isBytes && a.code.length === b.code.length && a.code.every((c, i) => c === b.code[i]) && sourceKey(a) === sourceKey(b);
const sourceKey = (p: Pattern): string => asJS(p.source) ?? (p.source instanceof PyBytes ? String.fromCharCode(...p.source.v) : '');

const MAX = 2 ** 53 - 1;
const SPAN_PARAMS = 'string, pos=0, endpos=<unset>';
export const PATTERN = defineType({
  name: 're.Pattern',
  instance: Pattern,
  flags: { hasWeakref: true },
  doc: 'Compiled regular expression object.',
  methods: {
    [`!match(self, ${SPAN_PARAMS})`]: (vm, self, s, pos, end) => one(vm, self, s, pos, end ?? MAX, 'match'),
    [`!fullmatch(self, ${SPAN_PARAMS})`]: (vm, self, s, pos, end) => one(vm, self, s, pos, end ?? MAX, 'fullmatch'),
    [`!search(self, ${SPAN_PARAMS})`]: (vm, self, s, pos, end) => one(vm, self, s, pos, end ?? MAX, 'search'),
    [`!findall(self, ${SPAN_PARAMS})`]: (vm, self, s, pos, end) => bounds(vm, [self, s, pos, end ?? MAX], 2, FINDALL),
    [`!finditer(self, ${SPAN_PARAMS})`]: (vm, self, s, pos, end) => bounds(vm, [self, s, pos, end ?? MAX], 2, FINDITER),
    [`!scanner(self, ${SPAN_PARAMS})`]: (vm, self, s, pos, end) => bounds(vm, [self, s, pos, end ?? MAX], 2, SCANNER),
    'split(self, string, maxsplit=0)': (vm, self: Pattern, value, maxsplit) => {
      const max = asInt(maxsplit);
      if (max === undefined) throw typeError(`'${typeName(maxsplit)}' object cannot be interpreted as an integer`);
      toSsize(max);
      const s = new Scan(vm, self, new Subject(value), 0, MAX, self.matcher(vm));
      const out: PyValue[] = [];
      let from = 0;
      for (let n = 0; (max === 0 || n < max) && s.next('search'); n++) {
        out.push(s.subject.slice(from, s.start));
        for (let i = 1; i <= self.groups; i++) out.push(s.group(i, null));
        from = s.matcher.end;
      }
      out.push(s.subject.slice(from, s.subject.length));
      return new PyList(out);
    },
    '!sub(self, repl, string, count=0)': (vm, self, repl, s, count) => sub(vm, self, repl, s, count, false),
    '!subn(self, repl, string, count=0)': (vm, self, repl, s, count) => sub(vm, self, repl, s, count, true),
    '__copy__(self, /)': (_vm, self) => self,
    '__deepcopy__(self, memo, /)': (_vm, self) => self,
    '__repr__(self, /)': show,
    '__eq__(self, value, /)': (_vm, self: Pattern, o) => (o instanceof Pattern ? self === o || same(self, o) : NotImplemented),
    '__ne__(self, value, /)': (_vm, self: Pattern, o) => (o instanceof Pattern ? !(self === o || same(self, o)) : NotImplemented),
    '__hash__(self, /)': (_vm, self: Pattern) => hashStr(`${self.flags}:${sourceKey(self)}`),
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
  getset: { groupindex: (_vm, self: Pattern) => new MappingProxy(self.groupindex) },
  members: {
    pattern: (_vm, self: Pattern) => self.source,
    flags: (_vm, self: Pattern) => self.flags,
    groups: (_vm, self: Pattern) => self.groups,
  },
});
