/** _json: strings, the scanner and the one-shot encoder. What calls Python code goes through json's own Python functions. */
import { work } from '../objects/work.js';
import { andThen, cont, AnyFloat, PyFloat, PyObject, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { error, PyException, typeError, valueError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { callPrelude } from '../objects/call.js';
import { getattr } from '../objects/attribute.js';
import { floatRepr } from '../objects/float-format.js';
import { truthSync } from '../objects/convert.js';
import { asInt, clipInt, intToStr, parseInt_ } from '../objects/int.js';
import { parseFloatText } from '../objects/float.js';
import { NativeFunction } from '../objects/native.js';
import { asStr, codePoints, jsStr, PyIntObj, strFromCodePoints, strFromJS, strLength, type Str } from '../objects/str.js';
import { PyDict } from '../objects/dict.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { typeName } from '../objects/type.js';
import { defineModule } from './define-module.js';
import { ltSync } from './less-than.js';
import type { NativeModuleMaker } from './registry.js';

// ---- strings ----

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b' };
const hex4 = (c: number): string => `\\u${(c + 0x10000).toString(16).slice(1)}`;
// eslint-disable-next-line no-control-regex
const NOT_ASCII = /["\\]|[^ -~]/g;
// eslint-disable-next-line no-control-regex
const SPECIAL = /["\\]|[\x00-\x1f]/g;
const escapeChar = (c: string): string => ESCAPES[c] ?? hex4(c.charCodeAt(0));

/** JSON text of a string, in ASCII: characters beyond the BMP as their two surrogates. */
/** `s` between quotes, with what `special` finds escaped. */
const quoted = (s: string, special: RegExp): string => {
  work(s.length);
  return `"${s.replace(special, escapeChar)}"`;
};
const quoteAscii = (s: string): string => quoted(s, NOT_ASCII);
const quote = (s: string): string => quoted(s, SPECIAL);

function strArg(v: PyValue): Str {
  const s = asStr(v);
  if (s === undefined) throw typeError(`first argument must be a string, not ${typeName(v)}`);
  return s;
}

// ---- decoding ----

/** Bad JSON: message and index (of the text being scanned). */
class Bad {
  constructor(
    readonly msg: string,
    readonly at: number,
  ) {}
}
/** "Expecting value" at an index: StopIteration, as the scanner's callers expect. */
class NoValue {
  constructor(readonly at: number) {}
}

const WHITE = (c: number): boolean => c === 32 || c === 10 || c === 13 || c === 9;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;

class Parser {
  depth = 0;
  /** Index after the last thing that was read. */
  end = 0;
  constructor(
    readonly vm: VM,
    readonly s: string,
    readonly strict: boolean,
    readonly limit: number,
  ) {}

  /** A string whose opening quote was before `from`. */
  string(from: number): Str {
    const { s } = this;
    const begin = from - 1;
    const close = s.indexOf('"', from);
    if (close < 0) {
      this.escaped(from, begin);
      throw new Bad('Unterminated string starting at', begin);
    }
    const part = s.slice(from, close);
    let plain = true;
    for (let i = 0; i < part.length; i++) {
      const c = part.charCodeAt(i);
      if (c === 92 || c < 32 || (c & 0xf800) === 0xd800) {
        plain = false;
        break;
      }
    }
    if (plain) {
      this.end = close + 1;
      return part;
    }
    return this.escaped(from, begin);
  }

  private escaped(from: number, begin: number): Str {
    const { s, strict } = this;
    const cps: number[] = [];
    let i = from;
    for (;;) {
      if (i >= s.length) throw new Bad('Unterminated string starting at', begin);
      const c = s.codePointAt(i)!;
      if (c === 34) {
        this.end = i + 1;
        return strFromCodePoints(cps);
      }
      if (c < 32 && strict) throw new Bad('Invalid control character at', i);
      if (c !== 92) {
        cps.push(c);
        i += c > 0xffff ? 2 : 1;
        continue;
      }
      i++;
      if (i >= s.length) throw new Bad('Unterminated string starting at', begin);
      const e = s[i]!;
      if (e !== 'u') {
        const at = '"\\/bfnrt'.indexOf(e);
        if (at < 0) throw new Bad('Invalid \\escape', i - 1);
        cps.push('"\\/\b\f\n\r\t'.charCodeAt(at));
        i++;
        continue;
      }
      let u = this.hex(i + 1);
      i += 5;
      if ((u & 0xfc00) === 0xd800 && s[i] === '\\' && s[i + 1] === 'u') {
        const low = /^[0-9a-fA-F]{4}$/.test(s.slice(i + 2, i + 6)) ? parseInt(s.slice(i + 2, i + 6), 16) : 0;
        if ((low & 0xfc00) === 0xdc00) {
          u = 0x10000 + ((u & 0x3ff) << 10) + (low & 0x3ff);
          i += 6;
        }
      }
      cps.push(u);
    }
  }

  private hex(at: number): number {
    const h = this.s.slice(at, at + 4);
    // CPython wants a character behind the digits: the closing quote at least.
    if (!/^[0-9a-fA-F]{4}$/.test(h) || at + 4 >= this.s.length) throw new Bad('Invalid \\uXXXX escape', at - 1);
    return parseInt(h, 16);
  }

  private space(i: number): number {
    const { s } = this;
    while (i < s.length && WHITE(s.charCodeAt(i))) i++;
    return i;
  }

  private enter(what: string): void {
    if (++this.depth > this.limit) throw error('RecursionError', `maximum recursion depth exceeded while decoding a JSON ${what} from a unicode string`);
  }

  value(i: number): PyValue {
    const { s } = this;
    switch (s.charCodeAt(i)) {
      case 34:
        return this.string(i + 1);
      case 123:
        return this.object(i + 1);
      case 91:
        return this.array(i + 1);
      case 110:
        if (s.startsWith('null', i)) return this.word(i, 4, null);
        break;
      case 116:
        if (s.startsWith('true', i)) return this.word(i, 4, true);
        break;
      case 102:
        if (s.startsWith('false', i)) return this.word(i, 5, false);
        break;
      case 78:
        if (s.startsWith('NaN', i)) return this.word(i, 3, new PyFloat(NaN));
        break;
      case 73:
        if (s.startsWith('Infinity', i)) return this.word(i, 8, new PyFloat(Infinity));
        break;
      case 45:
        if (s.startsWith('-Infinity', i)) return this.word(i, 9, new PyFloat(-Infinity));
        break;
      default:
    }
    NUMBER.lastIndex = i;
    const m = NUMBER.exec(s);
    if (m === null) throw new NoValue(i);
    this.end = i + m[0].length;
    if (m[1] !== undefined || m[2] !== undefined) return new PyFloat(parseFloatText(m[0])!);
    if (m[0].length < 16) return Number(m[0]) + 0;
    return parseInt_(this.vm, m[0], 10)!;
  }

  private word(i: number, n: number, v: PyValue): PyValue {
    this.end = i + n;
    return v;
  }

  private array(i: number): PyList {
    const { s } = this;
    this.enter('array');
    const items: PyValue[] = [];
    i = this.space(i);
    if (s[i] !== ']') {
      for (;;) {
        items.push(this.value(i));
        i = this.space(this.end);
        if (s[i] === ']') break;
        if (s[i] !== ',') throw new Bad("Expecting ',' delimiter", i);
        i = this.space(i + 1);
      }
    }
    this.depth--;
    this.end = i + 1;
    return new PyList(items);
  }

  private object(i: number): PyDict {
    const { s } = this;
    this.enter('object');
    const d = new PyDict();
    i = this.space(i);
    if (s[i] !== '}') {
      for (;;) {
        if (s[i] !== '"') throw new Bad('Expecting property name enclosed in double quotes', i);
        const key = this.string(i + 1);
        i = this.space(this.end);
        if (s[i] !== ':') throw new Bad("Expecting ':' delimiter", i);
        i = this.space(i + 1);
        const v = this.value(i);
        if (typeof key === 'string') d.setStr(key, v);
        else d.setFast(key, v);
        i = this.space(this.end);
        if (s[i] === '}') break;
        if (s[i] !== ',') throw new Bad("Expecting ',' delimiter", i);
        i = this.space(i + 1);
      }
    }
    this.depth--;
    this.end = i + 1;
    return d;
  }
}

/** Index in UTF-16 of a code point's index, and back. */
function unitAt(s: Str, i: number): number {
  if (typeof s === 'string') return i;
  let n = 0;
  for (let k = 0; k < i && k < s.cps.length; k++) n += s.cps[k]! > 0xffff ? 2 : 1;
  return n;
}
function pointAt(s: Str, unit: number): number {
  if (typeof s === 'string') return unit;
  let n = 0;
  let k = 0;
  while (n < unit && k < s.cps.length) n += s.cps[k++]! > 0xffff ? 2 : 1;
  return k;
}

/** Runs `f`, turning what went wrong into json.JSONDecodeError or StopIteration. */
function guarded(vm: VM, s: Str, f: () => PyValue): Result {
  try {
    return f();
  } catch (e) {
    if (e instanceof Bad) return callPrelude(vm, 'json_error', e.msg, s, pointAt(s, e.at));
    if (e instanceof NoValue) {
      const at = pointAt(s, e.at);
      const stop = error('StopIteration', at);
      stop.value.setField('value', at);
      throw stop;
    }
    throw e;
  }
}

/** An index as C takes it. */
function place(v: PyValue): number {
  const n = asInt(v);
  if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
  if (typeof n === 'bigint' && BigInt.asIntN(64, n) !== n) throw error('OverflowError', 'Python int too large to convert to C ssize_t');
  return clipInt(n);
}

function scanString(vm: VM, v: PyValue, end: PyValue, strict: PyValue): Result {
  const i = place(end);
  const s = strArg(v);
  if (i < 0 || i > strLength(s)) throw valueError('end is out of bounds');
  return guarded(vm, s, () => {
    const p = new Parser(vm, jsStr(s), truthSync(vm, strict) ?? true, 1000);
    const text = p.string(unitAt(s, i));
    return new PyTuple([text, pointAt(s, p.end)]);
  });
}

/** The scanner: native where no hook of the context is Python code. */
class Scanner extends PyObject {
  /** json.scanner.py_make_scanner's, when it is needed. */
  python: PyValue | null = null;
  constructor(
    readonly context: PyValue,
    readonly parts: { strict: PyValue; object_hook: PyValue; object_pairs_hook: PyValue; parse_float: PyValue; parse_int: PyValue; parse_constant: PyValue },
  ) {
    super();
  }
  get native(): boolean {
    const { parts: p } = this;
    return (
      p.object_hook === null && p.object_pairs_hook === null && p.parse_float === T.float && p.parse_int === T.int &&
      p.parse_constant instanceof NativeFunction && p.parse_constant.def.name === '__getitem__'
    );
  }
}
const PARTS = ['strict', 'object_hook', 'object_pairs_hook', 'parse_float', 'parse_int', 'parse_constant'] as const;

function collect(vm: VM, context: PyValue, got: PyValue[]): Result {
  while (got.length < PARTS.length) {
    const base = vm.frame;
    const v = getattr(vm, context, PARTS[got.length]!);
    return andThen(vm, base, v, PART, context, got);
  }
  const [strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant] = got as [PyValue, PyValue, PyValue, PyValue, PyValue, PyValue];
  return new Scanner(context, { strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant });
}
const PART = cont('json.scanner.part', (vm, v, c) => collect(vm, c.a, [...c.b, v!]));
const PYTHON_SCANNER = cont('json.scanner.python', (vm, f, c) => {
  const self = c.a as Scanner;
  self.python = f!;
  return callPrelude(vm, 'call2', f!, c.b, c.c);
});

const SCANNER = defineType({
  name: '_json.Scanner',
  instance: Scanner,
  flags: { basetype: true },
  doc: 'JSON scanner object',
  new: ['!__new__(cls, context)', (vm, _cls, context) => collect(vm, context, [])],
  methods: {
    '!__call__(self, string, idx)': (vm, self: Scanner, v, idx) => {
      const i = place(idx);
      const s = strArg(v);
      if (i < 0) throw valueError('idx cannot be negative');
      if (!self.native) {
        if (self.python !== null) return callPrelude(vm, 'call2', self.python, v, idx);
        const base = vm.frame;
        return andThen(vm, base, callPrelude(vm, 'json_python_scanner', self.context), PYTHON_SCANNER, self, v, idx);
      }
      const text = jsStr(s);
      vm.charge(text.length >> 4);
      return guarded(vm, s, () => {
        const p = new Parser(vm, text, truthSync(vm, self.parts.strict) ?? true, Math.min(4000, vm.recursionLimit - vm.depth));
        const from = unitAt(s, i);
        if (from >= text.length) throw new NoValue(from);
        const value = p.value(from);
        return new PyTuple([value, pointAt(s, p.end)]);
      });
    },
  },
  members: Object.fromEntries(PARTS.map((n) => [n, (_vm: VM, self: Scanner) => (n === 'strict' ? (truthSync(_vm, self.parts.strict) ?? true) : self.parts[n])])),
});

// ---- encoding ----

interface EncoderParts {
  markers: PyValue;
  default: PyValue;
  encoder: PyValue;
  indent: PyValue;
  key_separator: PyValue;
  item_separator: PyValue;
  sort_keys: PyValue;
  skipkeys: PyValue;
  allow_nan: PyValue;
}
const ENCODER_PARTS = ['markers', 'default', 'encoder', 'indent', 'key_separator', 'item_separator', 'sort_keys', 'skipkeys'] as const;

class Encoder extends PyObject {
  constructor(readonly parts: EncoderParts) {
    super();
  }
}

const quotes = (p: EncoderParts): boolean => p.encoder instanceof NativeFunction && (p.encoder.def.name === 'encode_basestring_ascii' || p.encoder.def.name === 'encode_basestring');

function writer(vm: VM, p: EncoderParts, key: string, item: string, indent: string | null): Writer {
  const yes = (v: PyValue): boolean => truthSync(vm, v) ?? true;
  const text = (p.encoder as NativeFunction).def.name === 'encode_basestring' ? quote : quoteAscii;
  return new Writer(vm, text, key, item, yes(p.sort_keys), yes(p.skipkeys), yes(p.allow_nan), p.markers !== null, Math.min(4000, vm.recursionLimit - vm.depth), indent);
}

/** The text of `o` over several lines; null where json's Python code has to write it, or to say what is wrong. */
function indented(vm: VM, p: EncoderParts, o: PyValue): PyValue {
  const key = asStr(p.key_separator);
  const item = asStr(p.item_separator);
  const n = asInt(p.indent);
  const given = n === undefined ? asStr(p.indent) : ' '.repeat(Math.max(0, Math.min(clipInt(n), 1000)));
  if (!quotes(p) || key === undefined || item === undefined || given === undefined || (n !== undefined && n > 1000)) return null;
  const w = writer(vm, p, jsStr(key), jsStr(item), jsStr(given));
  try {
    w.value(o);
  } catch (e) {
    if (e !== PYTHON && !(e instanceof PyException)) throw e;
    return null;
  }
  vm.charge(w.out.length >> 4);
  return strFromJS(w.out);
}

/** Thrown where only Python code can go on; nothing visible has happened by then. */
const PYTHON = Symbol('needs Python');

class Writer {
  out = '';
  readonly path = new Set<PyValue>();
  /** A line break and the indentation of the container being written; '' without indentation. */
  private line = '';
  constructor(
    readonly vm: VM,
    readonly quote: (s: string) => string,
    readonly key: string,
    readonly item: string,
    readonly sort: boolean,
    readonly skip: boolean,
    readonly nan: boolean,
    readonly check: boolean,
    readonly limit: number,
    /** Text of one level of indentation, or null: everything on one line. */
    readonly indent: string | null = null,
  ) {
    if (indent !== null) this.line = '\n';
  }

  /** Before the first item of a container, and behind its last. */
  private inward(): void {
    if (this.indent !== null) this.out += this.line += this.indent;
  }
  private outward(): void {
    const { indent, line } = this;
    if (indent !== null) this.out += this.line = line.slice(0, line.length - indent.length);
  }

  private float(v: number): string {
    if (Number.isFinite(v)) return floatRepr(v);
    if (!this.nan) throw valueError('Out of range float values are not JSON compliant');
    return v !== v ? 'NaN' : v > 0 ? 'Infinity' : '-Infinity';
  }

  /** Text of a value that is no container; undefined for those. */
  private scalar(v: PyValue): string | undefined {
    switch (typeof v) {
      case 'string':
        return this.quote(v);
      case 'number':
        return String(v);
      case 'boolean':
        return v ? 'true' : 'false';
      case 'bigint':
        return intToStr(this.vm, v);
      default:
    }
    if (v === null) return 'null';
    if (v instanceof AnyFloat) return this.float(v.v);
    const s = asStr(v);
    if (s !== undefined) return this.quote(jsStr(s));
    return v instanceof PyIntObj ? intToStr(this.vm, v.v) : undefined;
  }

  value(v: PyValue): void {
    const s = this.scalar(v);
    if (s !== undefined) {
      this.out += s;
      return;
    }
    if (v instanceof PyDict) this.dict(v);
    else if (v instanceof PyList || v instanceof PyTuple) this.list(v);
    else throw PYTHON;
  }

  private enter(v: PyValue): void {
    if (this.check && this.path.has(v)) throw valueError('Circular reference detected');
    this.path.add(v);
    if (this.path.size > this.limit) throw error('RecursionError', 'maximum recursion depth exceeded while encoding a JSON object');
  }

  private list(v: PyList | PyTuple): void {
    if (v.cls !== T.list && v.cls !== T.tuple && v.cls.ownerOf('__iter__') !== T.list && v.cls.ownerOf('__iter__') !== T.tuple) throw PYTHON;
    if (this.indent !== null && v.cls.flags.heap) throw PYTHON;
    const { items } = v;
    // While it goes: few lists can make a long text.
    this.vm.charge(1 + (items.length >> 2));
    if (items.length === 0) {
      this.out += '[]';
      return;
    }
    this.enter(v);
    this.out += '[';
    this.inward();
    for (let i = 0; i < items.length; i++) {
      if (i > 0) this.out += this.item + this.line;
      this.value(items[i]!);
    }
    this.outward();
    this.out += ']';
    this.path.delete(v);
  }

  private dict(d: PyDict): void {
    if (d.cls !== T.dict && (d.cls.ownerOf('items') !== T.dict || d.cls.ownerOf('__iter__') !== T.dict)) throw PYTHON;
    if (this.indent !== null && d.cls.flags.heap) throw PYTHON;
    if (d.used === 0) {
      this.out += '{}';
      return;
    }
    this.enter(d);
    this.out += '{';
    this.inward();
    let first = true;
    let rows: Iterable<[PyValue, PyValue]> = d.entries();
    if (this.sort) rows = this.sorted([...rows]);
    for (const [k, v] of rows) {
      let key: string;
      const s = asStr(k);
      if (s !== undefined) key = jsStr(s);
      else {
        const text = typeof k === 'object' && k !== null && !(k instanceof AnyFloat) && !(k instanceof PyIntObj) ? undefined : this.scalar(k);
        if (text === undefined) {
          if (this.skip) continue;
          throw typeError(`keys must be str, int, float, bool or None, not ${typeName(k)}`);
        }
        key = text;
      }
      if (!first) this.out += this.item + this.line;
      first = false;
      this.out += this.quote(key) + this.key;
      this.value(v);
    }
    this.outward();
    this.out += '}';
    this.path.delete(d);
  }

  private sorted(rows: [PyValue, PyValue][]): [PyValue, PyValue][] {
    return rows.sort(([a], [b]) => {
      const less = ltSync(this.vm, a, b);
      if (less === undefined) throw PYTHON;
      return less ? -1 : ltSync(this.vm, b, a) === true ? 1 : 0;
    });
  }
}

defineType({
  name: '_json.Encoder',
  instance: Encoder,
  flags: { basetype: true },
  doc: '_iterencode(obj, _current_indent_level) -> iterable',
  new: ['__new__(cls, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)', (_vm, _cls, markers, dflt, encoder, indent, key, item, sort, skip, nan) => {
    if (markers !== null && !(markers instanceof PyDict)) throw typeError(`make_encoder() argument 1 must be dict or None, not ${typeName(markers)}`);
    return new Encoder({ markers, default: dflt, encoder, indent, key_separator: key, item_separator: item, sort_keys: sort, skipkeys: skip, allow_nan: nan });
  }],
  methods: {
    '!__call__(self, obj, _current_indent_level)': (vm, self: Encoder, o, level) => {
      const { parts: p } = self;
      const key = asStr(p.key_separator);
      const item = asStr(p.item_separator);
      if (p.indent === null && quotes(p) && key !== undefined && item !== undefined) {
        const w = writer(vm, p, jsStr(key), jsStr(item), null);
        try {
          w.value(o);
          vm.charge(w.out.length >> 4);
          return new PyTuple([strFromJS(w.out)]);
        } catch (e) {
          if (e !== PYTHON) throw e;
        }
      }
      return callPrelude(vm, 'json_python_encode', p.markers, p.default, p.encoder, p.key_separator, p.item_separator, p.sort_keys, p.skipkeys, p.allow_nan, o, level);
    },
  },
  members: Object.fromEntries(ENCODER_PARTS.map((n) => [n, (_vm: VM, self: Encoder) => self.parts[n]])),
});

export const makeJson: NativeModuleMaker = () =>
  defineModule({
    name: '_json',
    doc: 'json speedups\n',
    functions: {
      'encode_basestring_ascii(string, /)': (_vm, v) => quoteAscii(jsStr(strArg(v))),
      'encode_basestring(string, /)': (_vm, v) => {
        const s = strArg(v);
        return typeof s === 'string' ? quote(s) : strFromCodePoints(codePoints(strFromJS(quote(s.s))));
      },
      '!scanstring(string, end, strict=True, /)': scanString,
      // For JSONEncoder.iterencode (scripts/lib-modules.mjs): what `encoder`, made with an indentation, gives for `o`; or None.
      '_indented(encoder, o, /)': (vm, encoder, o) => (encoder instanceof Encoder ? indented(vm, encoder.parts, o) : null),
    },
    values: { make_scanner: SCANNER, make_encoder: T['_json.Encoder']!, Scanner: SCANNER },
  });

