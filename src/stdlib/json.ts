/** _json: strings, the scanner and the one-shot encoder. What calls Python code goes through json's own Python functions. */
import { work } from '../objects/work.js';
import { andThen, cont, AnyFloat, PUSHED, PyFloat, PyObject, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { error, PyException, typeError, valueError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { callPrelude } from '../objects/call.js';
import { call1 } from '../objects/fast-call.js';
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
/** What characters below 256 are escaped as; undefined: not. */
const escapes = (most: number): readonly (string | undefined)[] =>
  Array.from({ length: 256 }, (_, c) => {
    const known = ESCAPES[String.fromCharCode(c)];
    return known ?? (c < 32 || c > most ? hex4(c) : undefined);
  });
const NOT_ASCII = escapes(126);
const SPECIAL = escapes(255);

/** JSON text of `s`; `ascii`: characters beyond the BMP as their two surrogates. */
function quoted(s: string, escaped: readonly (string | undefined)[], ascii: boolean): string {
  work(s.length);
  let out = '"';
  let from = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    const e = c < 256 ? escaped[c] : ascii ? hex4(c) : undefined;
    if (e === undefined) continue;
    if (i > from) out += s.slice(from, i);
    out += e;
    from = i + 1;
  }
  return `${out}${from === 0 ? s : s.slice(from)}"`;
}
const quoteAscii = (s: string): string => quoted(s, NOT_ASCII, true);
const quote = (s: string): string => quoted(s, SPECIAL, false);

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

/** A hook that is to be called with `arg`; its result stands in `holder` at `key` then. */
class HookCall {
  /** Items of a list or a pair, or a dict; null: the whole text is this value. */
  holder: PyValue[] | PyDict | null = null;
  key: number | Str = 0;
  constructor(
    readonly hook: PyValue,
    readonly arg: PyValue,
  ) {}
  put(v: PyValue): void {
    const { holder, key } = this;
    if (Array.isArray(holder)) holder[key as number] = v;
    // A key that came again has another value.
    else if (holder !== null && holder.vals[holder.find(key as Str)] === this.arg) holder.setFast(key as Str, v);
  }
}

/** Hooks for values, null where there is none. */
interface Hooks {
  readonly object: PyValue;
  readonly pairs: PyValue;
  readonly float: PyValue;
  readonly int: PyValue;
}

/** Values of hexadecimal digits by their codes. */
const HEX: readonly (number | undefined)[] = Array.from({ length: 128 }, (_, c) => {
  const v = parseInt(String.fromCharCode(c), 16);
  return Number.isNaN(v) ? undefined : v;
});

class Parser {
  depth = 0;
  /** What hooks are to be called with, in their order. Texts are read to their end (or error) before. */
  readonly calls: HookCall[] = [];
  /** The call that the value just read is for. */
  private last: HookCall | null = null;
  /** Index after the last thing that was read. */
  end = 0;
  constructor(
    readonly vm: VM,
    readonly s: string,
    readonly strict: boolean,
    readonly limit: number,
    readonly hooks: Hooks | null = null,
  ) {}

  private later(hook: PyValue, arg: PyValue): PyValue {
    this.calls.push((this.last = new HookCall(hook, arg)));
    return arg;
  }
  /** The value just read stands in `holder` at `key`. */
  private placed(holder: PyValue[] | PyDict, key: number | Str): void {
    const call = this.last!;
    this.last = null;
    call.holder = holder;
    call.key = key;
  }

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

  /** A string with escapes, but none beyond the BMP; undefined: `escaped` knows more. */
  private quick(from: number): string | undefined {
    const { s } = this;
    let out = '';
    let last = from;
    for (let i = from; i < s.length; i++) {
      const c = s.charCodeAt(i);
      if (c === 34) {
        this.end = i + 1;
        return out + s.slice(last, i);
      }
      if (c < 32 || (c & 0xf800) === 0xd800) return undefined;
      if (c !== 92) continue;
      out += s.slice(last, i);
      const at = '"\\/bfnrt'.indexOf(s.charAt(++i));
      if (s.charCodeAt(i) === 117) {
        let u = 0;
        for (let k = 1; k <= 4; k++) u = u * 16 + (HEX[s.charCodeAt(i + k)] ?? NaN);
        if (u !== u || (u & 0xf800) === 0xd800) return undefined;
        out += String.fromCharCode(u);
        i += 4;
      } else if (at < 0 || i >= s.length) return undefined;
      else out += '"\\/\b\f\n\r\t'.charAt(at);
      last = i + 1;
    }
    return undefined;
  }

  private escaped(from: number, begin: number): Str {
    const quick = this.quick(from);
    if (quick !== undefined) return quick;
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
    const { hooks } = this;
    if (hooks !== null) {
      const hook = m[1] !== undefined || m[2] !== undefined ? hooks.float : hooks.int;
      if (hook !== null) return this.later(hook, m[0]);
    }
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
        if (this.last !== null) this.placed(items, items.length - 1);
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

  private object(i: number): PyValue {
    const { s, hooks } = this;
    this.enter('object');
    const d = new PyDict();
    const pairs: PyValue[] | null = hooks !== null && hooks.pairs !== null ? [] : null;
    i = this.space(i);
    if (s[i] !== '}') {
      for (;;) {
        if (s[i] !== '"') throw new Bad('Expecting property name enclosed in double quotes', i);
        const key = this.string(i + 1);
        i = this.space(this.end);
        if (s[i] !== ':') throw new Bad("Expecting ':' delimiter", i);
        i = this.space(i + 1);
        const v = this.value(i);
        if (pairs !== null) {
          const pair = new PyTuple([key, v]);
          pairs.push(pair);
          if (this.last !== null) this.placed(pair.items as PyValue[], 1);
        } else {
          if (typeof key === 'string') d.setStr(key, v);
          else d.setFast(key, v);
          if (this.last !== null) this.placed(d, key);
        }
        i = this.space(this.end);
        if (s[i] === '}') break;
        if (s[i] !== ',') throw new Bad("Expecting ',' delimiter", i);
        i = this.space(i + 1);
      }
    }
    this.depth--;
    this.end = i + 1;
    if (pairs !== null) return this.later(hooks!.pairs, new PyList(pairs));
    return hooks !== null && hooks.object !== null ? this.later(hooks.object, d) : d;
  }
}

/** Calls the hooks that a parser has found. Result: that of the last, for the whole text; else `whole`. */
function callHooks(vm: VM, calls: readonly HookCall[], from: number, whole: PyValue): Result {
  for (let i = from; i < calls.length; i++) {
    const { hook, arg } = calls[i]!;
    const base = vm.frame;
    const r = call1(vm, hook, arg);
    if (r === PUSHED || r === undefined) return andThen(vm, base, r, HOOKED, calls, i, whole);
    calls[i]!.put(r);
    if (calls[i]!.holder === null) whole = r;
  }
  return whole;
}
const HOOKED = cont('json.hooked', (vm, r, c) => {
  const call = c.a[c.b] as HookCall;
  call.put(r!);
  return callHooks(vm, c.a, c.b + 1, call.holder === null ? r! : c.c);
});

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
    const hooks = { object: parts.object_hook, pairs: parts.object_pairs_hook, float: parts.parse_float === T.float ? null : parts.parse_float, int: parts.parse_int === T.int ? null : parts.parse_int };
    this.hooks = Object.values(hooks).every((h) => h === null) ? null : hooks;
  }
  get native(): boolean {
    const { parse_constant } = this.parts;
    return parse_constant instanceof NativeFunction && parse_constant.def.name === '__getitem__';
  }
  readonly hooks: Hooks | null;
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

const SCANNED = cont('json.scanned', (vm, value, c) => {
  if (c.c === null) return new PyTuple([value!, pointAt(c.a, c.b)]);
  return guarded(vm, c.a, () => {
    throw c.c;
  });
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
      const p = new Parser(vm, text, truthSync(vm, self.parts.strict) ?? true, Math.min(4000, vm.recursionLimit - vm.depth), self.hooks);
      const from = unitAt(s, i);
      const read = (): PyValue => {
        if (from >= text.length) throw new NoValue(from);
        return p.value(from);
      };
      if (self.hooks === null) return guarded(vm, s, () => new PyTuple([read(), pointAt(s, p.end)]));
      let value: PyValue = null;
      let failed: unknown = null;
      try {
        value = read();
      } catch (e) {
        failed = e;
      }
      // What went wrong is told behind the calls for what stands before it.
      return andThen(vm, vm.frame, callHooks(vm, p.calls, 0, value), SCANNED, s, p.end, failed);
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

/** An object that `default` is to be asked for: where its text belongs, and the containers it is in. */
interface Hole {
  readonly at: number;
  readonly object: PyValue;
  readonly path: ReadonlySet<PyValue>;
  /** Lengths of what is in `path`: `default` may change lists. */
  readonly lengths: readonly number[];
}
const lengthsOf = (path: ReadonlySet<PyValue>): number[] => Array.from(path, (v) => (v instanceof PyList ? v.items.length : 0));

class Writer {
  out = '';
  readonly path = new Set<PyValue>();
  /** Where what is unknown may be left out for now. */
  holes: Hole[] | null = null;
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
    else if (this.holes === null) throw PYTHON;
    else {
      if (this.check && this.path.has(v)) throw valueError('Circular reference detected');
      this.holes.push({ at: this.out.length, object: v, path: new Set(this.path), lengths: lengthsOf(this.path) });
    }
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

/** Texts with holes, the innermost last: what the last hole of each but the innermost is filled with. */
class Encoding {
  readonly open: { readonly object: PyValue; readonly path: ReadonlySet<PyValue>; readonly holes: readonly Hole[]; readonly texts: string[]; readonly out: string; readonly failed: PyException | null }[] = [];
  constructor(
    readonly parts: EncoderParts,
    readonly make: (path: ReadonlySet<PyValue>) => Writer,
    readonly limit: number,
  ) {}

  /** Writes `o`, but for what `default` has to be asked for. Throws PYTHON where that is not all that is needed. */
  begin(o: PyValue, path: ReadonlySet<PyValue>, texts: string[] = []): void {
    const w = this.make(path);
    w.holes = [];
    let failed: PyException | null = null;
    try {
      w.value(o);
    } catch (e) {
      if (!(e instanceof PyException)) throw e;
      // It is raised behind the questions for what stands before it.
      failed = e;
    }
    w.vm.charge(w.out.length >> 4);
    this.open.push({ object: o, path, holes: w.holes, texts, out: w.out, failed });
  }

  /** Fills holes until Python code has to run. */
  goOn(vm: VM): Result {
    for (;;) {
      const { holes, texts, out, failed } = this.open[this.open.length - 1]!;
      const hole = holes[texts.length];
      if (hole === undefined) {
        if (failed !== null) throw failed;
        let text = '';
        let at = 0;
        for (let i = 0; i < holes.length; i++) {
          text += out.slice(at, holes[i]!.at) + texts[i]!;
          at = holes[i]!.at;
        }
        text += out.slice(at);
        this.open.pop();
        if (this.open.length === 0) return new PyTuple([strFromJS(text)]);
        this.fill(text);
        continue;
      }
      if (this.open.length > this.limit) throw error('RecursionError', 'maximum recursion depth exceeded while encoding a JSON object');
      const base = vm.frame;
      const r = call1(vm, this.parts.default, hole.object);
      if (r === PUSHED || r === undefined) return andThen(vm, base, r, ANSWERED, this, hole);
      const waits = this.answered(vm, r, hole);
      if (waits !== null) return waits;
    }
  }

  /** The text for the next hole of the innermost open one. */
  fill(text: string): void {
    const { object, path, holes, texts } = this.open[this.open.length - 1]!;
    const hole = holes[texts.length]!;
    texts.push(text);
    if (lengthsOf(hole.path).every((n, i) => n === hole.lengths[i])) return;
    // What stands behind is another now.
    this.open.pop();
    this.begin(object, path, texts);
  }

  /** `default` gave `r` for the object at `hole`. null: go on. */
  answered(vm: VM, r: PyValue, hole: Hole): Result {
    const path = new Set(hole.path).add(hole.object);
    try {
      this.begin(r, path);
    } catch (e) {
      if (e !== PYTHON) throw e;
      const p = this.parts;
      return andThen(vm, vm.frame, callPrelude(vm, 'json_python_encode', p.markers, p.default, p.encoder, p.key_separator, p.item_separator, p.sort_keys, p.skipkeys, p.allow_nan, r, 0), WRITTEN, this);
    }
    return null;
  }
}
const ANSWERED = cont('json.answered', (vm, r, c) => {
  const e = c.a as Encoding;
  const waits = e.answered(vm, r!, c.b);
  return waits === null ? e.goOn(vm) : waits;
});
const WRITTEN = cont('json.written', (vm, chunks, c) => {
  const e = c.a as Encoding;
  e.fill((chunks as PyList).items.map((t) => jsStr(asStr(t)!)).join(''));
  return e.goOn(vm);
});

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
        const limit = Math.min(4000, vm.recursionLimit - vm.depth);
        const encoding = new Encoding(p, (path) => {
          const w = writer(vm, p, jsStr(key), jsStr(item), null);
          for (const v of path) w.path.add(v);
          return w;
        }, limit);
        let native = true;
        try {
          encoding.begin(o, new Set());
        } catch (e) {
          if (e !== PYTHON) throw e;
          native = false;
        }
        if (native) return encoding.goOn(vm);
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

