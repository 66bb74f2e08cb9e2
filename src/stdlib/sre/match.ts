/** re.Match objects, and the text patterns are matched against. */
import { andThen, cont, PyObject, T, type PyValue, type Result, type VM } from '../../objects/object.js';
import { indexError, typeError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { callPrelude } from '../../objects/call.js';
import { index, reprSync } from '../../objects/convert.js';
import { asBytes, PyBytes } from '../../objects/bytes.js';
import { PyDict } from '../../objects/dict.js';
import { asInt } from '../../objects/int.js';
import { asStr, jsStr, strLength, strSlice, type Str } from '../../objects/str.js';
import { PyTuple } from '../../objects/tuple.js';
import { typeName } from '../../objects/type.js';
import { aliasHook } from '../../objects/generator-type.js';
import type { Pattern } from './pattern.js';

/** A str or bytes-like object being searched. */
export class Subject {
  readonly str: Str | undefined;
  /** The text where each of its characters is one unit. */
  readonly units: string | null;
  readonly bytes: Uint8Array | undefined;
  readonly length: number;
  constructor(readonly value: PyValue) {
    this.str = asStr(value);
    this.units = typeof this.str === 'string' ? this.str : null;
    this.bytes = this.str === undefined ? asBytes(value) : undefined;
    if (this.str === undefined && this.bytes === undefined) throw typeError(`expected string or bytes-like object, got '${typeName(value)}'`);
    this.length = this.str !== undefined ? strLength(this.str) : this.bytes!.length;
  }

  slice(from: number, to: number): PyValue {
    if (this.units !== null) return this.units.slice(from, to);
    if (this.str !== undefined) return strSlice(this.str, from, to);
    if (from === 0 && to === this.length && this.value instanceof PyBytes && this.value.cls === T.bytes) return this.value;
    return new PyBytes(this.bytes!.slice(from, to));
  }
}

export class Match extends PyObject {
  constructor(
    readonly pattern: Pattern,
    readonly subject: Subject,
    readonly pos: number,
    readonly endpos: number,
    /** start, end of every group, 0 included; -1 where it took no part. */
    readonly spans: readonly number[],
    readonly lastindex: number,
  ) {
    super();
  }

  /** Text of group `i`, or `dflt`. */
  text(i: number, dflt: PyValue = null): PyValue {
    const from = this.spans[2 * i]!;
    const to = this.spans[2 * i + 1]!;
    return from < 0 || to < 0 ? dflt : this.subject.slice(from, to);
  }

  /** Number of a group given by number or name; undefined when there is none. */
  number(k: PyValue): number | undefined {
    let n = asInt(k);
    if (n === undefined) {
      const i = asStr(k) === undefined ? -1 : this.pattern.groupindex.find(k);
      n = i < 0 ? undefined : (this.pattern.groupindex.vals[i] as number);
    }
    return typeof n === 'number' && n >= 0 && n <= this.pattern.groups ? n : undefined;
  }
}

const noGroup = (): ReturnType<typeof indexError> => indexError('no such group');

/** `row` with the number of the group that a key means; a guest `__index__` is asked first. */
function withGroup(vm: VM, self: Match, k: PyValue, row: ReturnType<typeof cont>, x?: unknown, y?: unknown): Result {
  const base = vm.frame;
  if (asInt(k) === undefined && typeof k === 'object' && k !== null && k.cls.lookup('__index__') !== undefined) return andThen(vm, base, index(vm, k), row, self, x, y);
  return andThen(vm, base, k, row, self, x, y);
}
const group = (self: Match, k: PyValue): number => {
  const n = self.number(k);
  if (n === undefined) throw noGroup();
  return n;
};
const isGroup = (self: Match, k: PyValue): k is number => typeof k === 'number' && k >= 0 && k <= self.pattern.groups;
const TEXT = cont('match.text', (_vm, k, c) => c.a.text(group(c.a, k!)));
const START = cont('match.start', (_vm, k, c) => c.a.spans[2 * group(c.a, k!)]);
const END = cont('match.end', (_vm, k, c) => c.a.spans[2 * group(c.a, k!) + 1]);
/** Texts of the groups that `keys` mean, behind those in `texts`. */
function textsOf(vm: VM, self: Match, keys: PyValue[], texts: PyValue[]): Result {
  while (texts.length < keys.length) {
    const k = keys[texts.length]!;
    if (!isGroup(self, k)) return withGroup(vm, self, k, TEXTS, keys, texts);
    texts.push(self.text(k));
  }
  return new PyTuple(texts);
}
const TEXTS = cont('match.texts', (vm, k, c) => {
  c.c.push(c.a.text(group(c.a, k!)));
  return textsOf(vm, c.a, c.b, c.c);
});
const spanOf = (self: Match, n: number): PyTuple => new PyTuple([self.spans[2 * n]!, self.spans[2 * n + 1]!]);
const SPAN = cont('match.span', (_vm, k, c) => spanOf(c.a, group(c.a, k!)));

const names = (self: Match): [PyValue, number][] => [...self.pattern.groupindex.entries()].map(([k, v]) => [k, v as number]);

export const MATCH = defineType({
  name: 're.Match',
  instance: Match,
  flags: { subscriptOnly: true },
  doc: 'The result of re.match() and re.search().\nMatch objects always have a boolean value of True.',
  methods: {
    '!group(self, /, *args)': (vm, self: Match, args: PyValue[]) => {
      if (args.length === 0) return self.text(0);
      if (args.length === 1) return isGroup(self, args[0]!) ? self.text(args[0]) : withGroup(vm, self, args[0]!, TEXT);
      return textsOf(vm, self, args, []);
    },
    '!__getitem__(self, key, /)': (vm, self: Match, k) => (isGroup(self, k) ? self.text(k) : withGroup(vm, self, k, TEXT)),
    'groups(self, default=None)': (_vm, self: Match, d) => {
      const out: PyValue[] = [];
      for (let i = 1; i <= self.pattern.groups; i++) out.push(self.text(i, d));
      return new PyTuple(out);
    },
    'groupdict(self, default=None)': (_vm, self: Match, d) => {
      const out = new PyDict();
      for (const [k, i] of names(self)) out.setFast(k, self.text(i, d));
      return out;
    },
    '!start(self, group=0, /)': (vm, self: Match, k) => (isGroup(self, k) ? self.spans[2 * k]! : withGroup(vm, self, k, START)),
    '!end(self, group=0, /)': (vm, self: Match, k) => (isGroup(self, k) ? self.spans[2 * k + 1]! : withGroup(vm, self, k, END)),
    '!span(self, group=0, /)': (vm, self: Match, k) => (isGroup(self, k) ? spanOf(self, k) : withGroup(vm, self, k, SPAN)),
    '!expand(self, template)': (vm, self: Match, template) => callPrelude(vm, 'sre_expand', self.pattern, self, template),
    '__copy__(self, /)': (_vm, self) => self,
    '__deepcopy__(self, memo, /)': (_vm, self) => self,
    '__repr__(self, /)': (vm, self: Match) =>
      `<re.Match object; span=(${self.spans[0]}, ${self.spans[1]}), match=${jsStr(strSlice(reprSync(vm, self.text(0))!, 0, 50))}>`,
  },
  classMethods: { '!__class_getitem__(cls, item, /)': (vm, cls, item) => aliasHook.make(vm, cls, item) },
  getset: {
    lastindex: (_vm, self: Match) => (self.lastindex < 0 ? null : self.lastindex),
    lastgroup: (_vm, self: Match) => (self.lastindex < 0 ? null : self.pattern.groupName(self.lastindex)),
    regs: (_vm, self: Match) => {
      const out: PyValue[] = [];
      for (let i = 0; i <= self.pattern.groups; i++) out.push(new PyTuple([self.spans[2 * i]!, self.spans[2 * i + 1]!]));
      return new PyTuple(out);
    },
  },
  members: {
    string: (_vm, self: Match) => self.subject.value,
    re: (_vm, self: Match) => self.pattern,
    pos: (_vm, self: Match) => self.pos,
    endpos: (_vm, self: Match) => self.endpos,
  },
});
