/**
 * unicodedata, and the names behind `\N{...}` and `namereplace` (Modules/unicodedata.c). Tables: unicode-db.ts, each
 * decoded when first needed. Normal forms are the JS engine's.
 */
import { PyFloat, PyObject, type PyValue, type VM } from '../../objects/object.js';
import { error, typeError, valueError } from '../../objects/errors.js';
import { characterNames, encodeError } from '../../objects/codecs.js';
import { asBytes } from '../../objects/bytes.js';
import { defineType } from '../../objects/define.js';
import type { NativeFn } from '../../objects/native.js';
import { asStr, codeAt, jsStr, strEquals, strFromCodePoints, strFromJS, strLength, type Str } from '../../objects/str.js';
import { argTypeName, typeName } from '../../objects/type.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';
import { Inflater } from './inflate.js';
import { unicodeDb } from './unicode-db.js';

function table(name: keyof typeof unicodeDb): string {
  const bytes = Uint8Array.from(atob(unicodeDb[name]), (c) => c.charCodeAt(0));
  return new TextDecoder().decode(Inflater.make(-15)!.push(bytes));
}

const once = <X>(make: () => X): (() => X) => {
  let made: X | undefined;
  return () => (made ??= make());
};

// ---- names ----

const HANGUL = {
  first: 0xac00,
  last: 0xd7a3,
  lead: 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' '),
  vowel: 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' '),
  tail: ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' '),
} as const;
const SYLLABLE = 'HANGUL SYLLABLE ';
const IDEOGRAPH = 'CJK UNIFIED IDEOGRAPH-';

const ideographs = once(() => table('ideographs').split(' ').map((r) => r.split('-').map((x) => parseInt(x, 16)) as [number, number]));
const isIdeograph = (cp: number): boolean => ideographs().some(([a, b]) => cp >= a && cp <= b);

/** Names of single characters both ways; aliases and named sequences by name only. */
const names = once(() => {
  const byCode = new Map<number, string>();
  const byName = new Map<string, number>();
  let cp = -1;
  for (const line of table('names').split('\n')) {
    const at = line.indexOf(';');
    cp += at === 0 ? 1 : parseInt(line.slice(0, at), 16);
    const name = line.slice(at + 1);
    byCode.set(cp, name);
    byName.set(name, cp);
  }
  const sequences = new Map<string, number[]>();
  for (const line of table('aliases').split('\n')) {
    const at = line.indexOf(';');
    const points = line.slice(0, at).split(' ').map((x) => parseInt(x, 16));
    if (points.length === 1) byName.set(line.slice(at + 1), points[0]!);
    else sequences.set(line.slice(at + 1), points);
  }
  return { byCode, byName, sequences };
});

function nameOf(cp: number): string | undefined {
  if (cp >= HANGUL.first && cp <= HANGUL.last) {
    const n = cp - HANGUL.first;
    return SYLLABLE + HANGUL.lead[Math.floor(n / 588)]! + HANGUL.vowel[Math.floor((n % 588) / 28)]! + HANGUL.tail[n % 28]!;
  }
  if (isIdeograph(cp)) return IDEOGRAPH + cp.toString(16).toUpperCase();
  return names().byCode.get(cp);
}

const syllables = once(() => {
  const m = new Map<string, number>();
  for (let cp = HANGUL.first; cp <= HANGUL.last; cp++) m.set(nameOf(cp)!, cp);
  return m;
});

/** The character of a name or alias, in any case (the computed names in upper case). */
function codeOf(name: string): number | undefined {
  if (name.startsWith(SYLLABLE)) return syllables().get(name);
  if (name.startsWith(IDEOGRAPH)) {
    const hex = name.slice(IDEOGRAPH.length);
    const cp = /^[0-9A-F]{4,5}$/.test(hex) ? parseInt(hex, 16) : -1;
    return isIdeograph(cp) ? cp : undefined;
  }
  return names().byName.get(name.toUpperCase());
}

// ---- properties ----

interface Properties {
  readonly category: string;
  readonly bidirectional: string;
  readonly combining: number;
  readonly width: string;
  readonly mirrored: number;
}

function records(name: 'records' | 'records32'): (cp: number) => Properties {
  const [head, body] = table(name).split('\n\n') as [string, string];
  const classes = head.split('\n').map((line): Properties => {
    const [category, bidirectional, combining, width, mirrored] = line.split(',') as [string, string, string, string, string];
    return { category, bidirectional, combining: Number(combining), width, mirrored: Number(mirrored) };
  });
  const starts: number[] = [];
  const kinds: number[] = [];
  let at = 0;
  for (const run of body.split(' ')) {
    const [n, k] = run.split('.') as [string, string | undefined];
    starts.push(at);
    kinds.push(parseInt(n, 16));
    at += k === undefined ? 1 : parseInt(k, 16);
  }
  return (cp) => {
    let lo = 0;
    let hi = starts.length - 1;
    while (lo < hi) {
      const mid = (lo + hi + 1) >> 1;
      if (starts[mid]! <= cp) lo = mid;
      else hi = mid - 1;
    }
    return classes[kinds[lo]!]!;
  };
}

function perCharacter(name: 'decompositions' | 'numbers'): Map<number, string> {
  const m = new Map<number, string>();
  let cp = -1;
  for (const line of table(name).split('\n')) {
    const at = line.indexOf(';');
    cp += parseInt(line.slice(0, at), 16);
    m.set(cp, line.slice(at + 1));
  }
  return m;
}

const decompositions = once(() => perCharacter('decompositions'));
const numbers = once(() => perCharacter('numbers'));

/** Code point of a character argument. */
function character(v: PyValue, what: string): number {
  const s = asStr(v);
  if (s === undefined || strLength(s) !== 1) throw typeError(`${what} must be a unicode character, not ${argTypeName(v)}`);
  return codeAt(s, 0);
}

function text(v: PyValue, what: string): Str {
  const s = asStr(v);
  if (s === undefined) throw typeError(`${what} must be str, not ${argTypeName(v)}`);
  return s;
}

function normal(form: PyValue, s: PyValue, name: string): Str {
  const f = jsStr(text(form, `${name}() argument 1`));
  const t = text(s, `${name}() argument 2`);
  if (!['NFC', 'NFD', 'NFKC', 'NFKD'].includes(f)) throw valueError('invalid normalization form');
  return strFromJS(jsStr(t).normalize(f));
}

/** decimal(), digit() and numeric(): column of the table, and the words of the error. */
const number = (name: string, column: number, missing: string): [string, NativeFn] => [
  `${name}(chr, default=<unset>, /)`,
  (_vm, c, other) => {
    const v = numbers().get(character(c, `${name}() argument 1`))?.split(',')[column] ?? '';
    if (v !== '') return column === 2 ? new PyFloat(Number(v)) : Number(v);
    if (other === undefined) throw valueError(missing);
    return other as PyValue;
  },
];

const ASSIGNED = 'Cn';

/** The functions over one version of the tables. `old`: characters that version does not have are left alone. */
function functions(of: () => (cp: number) => Properties, old: boolean): Record<string, NativeFn> {
  const get = (name: string, pick: (p: Properties) => PyValue): [string, NativeFn] => [`${name}(chr, /)`, (_vm, c) => pick(of()(character(c, `${name}() argument`)))];
  return Object.fromEntries<NativeFn>([
    number('decimal', 0, 'not a decimal'),
    number('digit', 1, 'not a digit'),
    number('numeric', 2, 'not a numeric character'),
    get('category', (p) => p.category),
    get('bidirectional', (p) => p.bidirectional),
    get('combining', (p) => p.combining),
    get('mirrored', (p) => p.mirrored),
    get('east_asian_width', (p) => p.width),
    ['decomposition(chr, /)', (_vm, c) => decompositions().get(character(c, 'decomposition() argument')) ?? ''],
    ['normalize(form, unistr, /)', (_vm, form, s) => {
      if (!old) return normal(form, s, 'normalize');
      // Runs of characters that this version knows.
      text(form, 'normalize() argument 1');
      const t = text(s, 'normalize() argument 2');
      const out: number[] = [];
      let run: number[] = [];
      const flush = (): void => {
        if (run.length > 0) for (const ch of jsStr(normal(form, strFromCodePoints(run), 'normalize'))) out.push(ch.codePointAt(0)!);
        run = [];
      };
      for (let i = 0; i < strLength(t); i++) {
        const c = codeAt(t, i);
        if (of()(c).category !== ASSIGNED) run.push(c);
        else {
          flush();
          out.push(c);
        }
      }
      flush();
      return strFromCodePoints(out);
    }],
    ['is_normalized(form, unistr, /)', (_vm, form, s) => strEquals(normal(form, s, 'is_normalized'), asStr(s)!)],
    ['name(chr, default=<unset>, /)', (_vm, c, other) => {
      const cp = character(c, 'name() argument 1');
      const name = old && of()(cp).category === ASSIGNED ? undefined : nameOf(cp);
      if (name !== undefined) return name;
      if (other === undefined) throw valueError('no such name');
      return other as PyValue;
    }],
    ['lookup(name, /)', (_vm, name) => {
      const s = asStr(name);
      const b = s === undefined ? asBytes(name) : undefined;
      if (s === undefined && b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(name)}'`);
      const n = s !== undefined ? jsStr(s) : String.fromCharCode(...b!);
      const lone = n.search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      if (lone >= 0) throw encodeError('utf-8', s!, lone, lone + 1, 'surrogates not allowed');
      if (n.length > 256) throw error('KeyError', 'name too long');
      const cp = codeOf(n);
      if (cp !== undefined) return strFromCodePoints([cp]);
      const points = names().sequences.get(n.toUpperCase());
      if (points === undefined || old) throw error('KeyError', strFromJS(`undefined character name '${n}'`));
      return strFromCodePoints(points);
    }],
  ]);
}

const current = once(() => records('records'));
const version32 = once(() => records('records32'));

/** The tables of Unicode 3.2 as an object (`unicodedata.ucd_3_2_0`). */
class Ucd extends PyObject {}

const ucdType = once(() =>
  defineType({
    name: 'unicodedata.UCD',
    instance: Ucd,
    methods: Object.fromEntries(Object.entries(functions(version32, true)).map(([sig, fn]): [string, NativeFn] => [sig.replace('(', '(self, '), (vm, _self, ...args) => fn(vm, ...args)])),
    members: { unidata_version: () => '3.2.0' },
  }),
);

characterNames.nameOf = nameOf;
characterNames.codeOf = codeOf;

export const makeUnicodedata: NativeModuleMaker = (_vm: VM) => {
  const type = ucdType();
  return defineModule({
    name: 'unicodedata',
    doc: 'This module provides access to the Unicode Character Database which\ndefines character properties for all Unicode characters. The data in\nthis database is based on the UnicodeData.txt file version\n14.0.0 which is publicly available from the Unicode Consortium.\n\nThe module uses the same names and symbols as defined by the\nUnicodeData File Format 14.0.0.',
    functions: functions(current, false),
    values: { unidata_version: '14.0.0', ucd_3_2_0: new Ucd(), UCD: type },
  });
};
