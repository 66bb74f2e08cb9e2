/**
 * `str.format` and `format_map`: the replacement fields of a format string (CPython's
 * Objects/stringlib/unicode_format.h). A resumable loop like percent-format.ts: `Format` is its state.
 */
import { Cont, cont, insertCont, PUSHED, type PyValue, type Result, type VM } from './object.js';
import { getattr } from './attribute.js';
import * as convert from './convert.js';
import { indexError, keyError, valueError } from './errors.js';
import { PyStrObj, asStr, codeAt, jsStr, strJoin, strLength, strSlice, type Str } from './str.js';
import { asciiObject } from './str-repr.js';
import { getitem } from './subscript.js';

const enum Wait {
  /** An attribute or item of the field's name. */
  Access,
  /** `!s`, `!r`, `!a` */
  Convert,
  /** A nested format spec. */
  Spec,
  /** `format(value, spec)` */
  Format,
}

/** What all levels of one `format` call share. */
interface Call {
  readonly args: readonly PyValue[] | null;
  /** Keyword arguments, or the mapping of format_map. */
  readonly kwargs: Map<string, PyValue> | null;
  readonly mapping: PyValue | undefined;
  /** Automatic numbering: next index; -1: numbered by hand; null: not known yet. */
  auto: number | null;
}

/** One level: the format string itself, or a format spec with fields in it. */
class Format {
  i = 0;
  readonly out: Str[] = [];
  wait: Wait = Wait.Access;
  value: PyValue = null;
  /** Rest of the field name: `.attr` and `[item]`. */
  name: Str = '';
  nameAt = 0;
  conversion = 0;
  spec: Str = '';
  specNested = false;
  constructor(
    readonly call: Call,
    readonly f: Str,
    readonly depth: number,
    readonly parent: Format | null,
  ) {}
}

export function strFormat(vm: VM, f: Str, args: readonly PyValue[], kwargs: Map<string, PyValue>): Result {
  return run(vm, new Format({ args, kwargs, mapping: undefined, auto: null }, f, 2, null));
}

export function strFormatMap(vm: VM, f: Str, mapping: PyValue): Result {
  return run(vm, new Format({ args: null, kwargs: null, mapping, auto: null }, f, 2, null));
}

const RESUME = cont('format.resume', (vm, v, c) => advance(vm, c.a as Format, v!));

/** Goes on with a value until the format is finished or Python code is pushed. */
function advance(vm: VM, st: Format, v: Result): Result {
  let level: Format | null = st;
  let r: Result = v;
  for (;;) {
    if (level === null) return r;
    const step: Step = accept(vm, level, r as PyValue);
    r = step.r;
    if (r === PUSHED) return insertCont(vm, step.base, new Cont(RESUME, step.level, null, null, null));
    if (r === undefined) return undefined;
    level = step.level;
  }
}

/** The outcome of a piece of work: a value for `level` (null: the result of it all), or PUSHED above `base`. */
interface Step {
  r: Result;
  level: Format | null;
  base: VM['frame'];
}

function run(vm: VM, st: Format): Result {
  const step = scan(vm, st);
  if (step.r === PUSHED) return insertCont(vm, step.base, new Cont(RESUME, step.level, null, null, null));
  if (step.r === undefined || step.level === null) return step.r;
  return advance(vm, step.level, step.r);
}

/** Literal text up to the next field; starts the field. */
function scan(vm: VM, st: Format): Step {
  const { f } = st;
  const n = strLength(f);
  while (st.i < n) {
    const from = st.i;
    let i = from;
    let c = 0;
    if (typeof f === 'string') {
      while (i < n) {
        c = f.charCodeAt(i);
        if (c === 123 || c === 125) break;
        i++;
      }
    } else {
      while (i < n) {
        c = codeAt(f, i);
        if (c === 123 || c === 125) break;
        i++;
      }
    }
    if (i > from) st.out.push(strSlice(f, from, i));
    if (i === n) {
      st.i = n;
      break;
    }
    const next = i + 1 < n ? codeAt(f, i + 1) : -1;
    if (next === c) {
      st.out.push(c === 123 ? '{' : '}');
      st.i = i + 2;
      continue;
    }
    if (c === 125) throw valueError("Single '}' encountered in format string");
    if (next < 0) throw valueError("Single '{' encountered in format string");
    st.i = i + 1;
    field(st, n);
    if (st.depth <= 0) throw valueError('Max string recursion exceeded');
    return first(vm, st);
  }
  const text = st.out.length === 1 ? st.out[0]! : strJoin(st.out);
  return { r: text, level: st.parent, base: vm.frame };
}

/** Reads `name!conversion:spec}` (parse_field). */
function field(st: Format, n: number): void {
  const { f } = st;
  const from = st.i;
  let i = from;
  let c = 0;
  st.conversion = 0;
  st.spec = '';
  st.specNested = false;
  for (; i < n; i++) {
    c = codeAt(f, i);
    if (c === 123) throw valueError("unexpected '{' in field name");
    if (c === 91) {
      while (i < n && codeAt(f, i) !== 93) i++;
      c = 0;
      continue;
    }
    if (c === 125 || c === 58 || c === 33) break;
  }
  st.name = strSlice(f, from, Math.min(i, n));
  if (i >= n) throw valueError("expected '}' before end of string");
  i++;
  if (c === 33) {
    if (i >= n) throw valueError("end of string while looking for conversion specifier");
    st.conversion = codeAt(f, i++);
    if (i < n) {
      c = codeAt(f, i++);
      if (c === 125) {
        st.i = i;
        return;
      }
      if (c !== 58) throw valueError("expected ':' after conversion specifier");
    } else throw valueError("unmatched '{' in format spec");
  }
  if (c === 58) {
    const specFrom = i;
    let depth = 1;
    for (; i < n; i++) {
      c = codeAt(f, i);
      if (c === 123) {
        st.specNested = true;
        depth++;
      } else if (c === 125 && --depth === 0) {
        st.spec = strSlice(f, specFrom, i);
        st.i = i + 1;
        return;
      }
    }
    throw valueError("unmatched '{' in format spec");
  }
  st.i = i;
}

const DIGITS = /^\d+$/;

/** The argument a field name starts with. */
function first(vm: VM, st: Format): Step {
  const { name, call } = st;
  const n = strLength(name);
  let i = 0;
  while (i < n) {
    const c = codeAt(name, i);
    if (c === 46 || c === 91) break;
    i++;
  }
  const head = strSlice(name, 0, i);
  st.nameAt = i;
  let index = -1;
  if (typeof head === 'string' && DIGITS.test(head)) {
    index = Number(head);
    if (index > Number.MAX_SAFE_INTEGER) throw valueError('Too many decimal digits in format string');
  }
  if (i === 0 || index >= 0) {
    // Automatic and manual numbering must not meet.
    if (call.auto === null) call.auto = i === 0 ? 0 : -1;
    if (i === 0 && call.auto < 0) throw valueError('cannot switch from manual field specification to automatic field numbering');
    if (i !== 0 && call.auto >= 0) throw valueError('cannot switch from automatic field numbering to manual field specification');
    if (i === 0) index = call.auto++;
  }
  const base = vm.frame;
  st.wait = Wait.Access;
  if (index >= 0) {
    if (call.args === null) throw valueError('Format string contains positional fields');
    if (index >= call.args.length) throw indexError(`Replacement index ${index} out of range for positional args tuple`);
    return { r: call.args[index]!, level: st, base };
  }
  if (call.mapping !== undefined) return { r: getitem(vm, call.mapping, head), level: st, base };
  const v = call.kwargs?.get(jsStr(head));
  if (v === undefined) throw keyError(head);
  return { r: v, level: st, base };
}

/** Takes a value the level waited for and does the next piece of work. */
function accept(vm: VM, st: Format, v: PyValue): Step {
  switch (st.wait) {
    case Wait.Access:
      st.value = v;
      return access(vm, st);
    case Wait.Convert:
      st.value = st.conversion === 97 ? asciiObject(v) : v;
      return spec(vm, st);
    case Wait.Spec:
      return formatValue(vm, st, asStr(v)!);
    default: {
      const s = asStr(v)!;
      // The only text is a subclass's instance: that is the result, as CPython's writer takes over its only string.
      if (v instanceof PyStrObj && s !== '' && st.i >= strLength(st.f) && st.out.every((t) => t === '')) return { r: v, level: st.parent, base: vm.frame };
      st.out.push(s);
      return scan(vm, st);
    }
  }
}

/** The next `.attr` or `[item]`, or the conversion. */
function access(vm: VM, st: Format): Step {
  const { name } = st;
  const n = strLength(name);
  let i = st.nameAt;
  const base = vm.frame;
  if (i >= n) return conversion(vm, st);
  const c = codeAt(name, i++);
  const from = i;
  if (c === 46) {
    while (i < n && codeAt(name, i) !== 46 && codeAt(name, i) !== 91) i++;
    if (i === from) throw valueError('Empty attribute in format string');
    st.nameAt = i;
    return { r: getattr(vm, st.value, jsStr(strSlice(name, from, i))), level: st, base };
  }
  if (c !== 91) throw valueError("Only '.' or '[' may follow ']' in format field specifier");
  while (i < n && codeAt(name, i) !== 93) i++;
  if (i >= n) throw valueError("Missing ']' in format string");
  const key = strSlice(name, from, i);
  st.nameAt = i + 1;
  if (i === from) throw valueError('Empty attribute in format string');
  let k: PyValue = key;
  if (typeof key === 'string' && DIGITS.test(key)) {
    const index = Number(key);
    if (index > Number.MAX_SAFE_INTEGER) throw valueError('Too many decimal digits in format string');
    k = index;
  }
  return { r: getitem(vm, st.value, k), level: st, base };
}

function conversion(vm: VM, st: Format): Step {
  const base = vm.frame;
  switch (st.conversion) {
    case 0:
      return spec(vm, st);
    case 115:
      st.wait = Wait.Convert;
      return { r: convert.str(vm, st.value), level: st, base };
    case 114:
    case 97:
      st.wait = Wait.Convert;
      return { r: convert.repr(vm, st.value), level: st, base };
    default: {
      const c = st.conversion;
      if (c > 32 && c < 127) throw valueError(`Unknown conversion specifier ${String.fromCharCode(c)}`);
      throw valueError(`Unknown conversion specifier \\x${c.toString(16)}`);
    }
  }
}

function spec(vm: VM, st: Format): Step {
  if (!st.specNested) return formatValue(vm, st, st.spec);
  st.wait = Wait.Spec;
  return scan(vm, new Format(st.call, st.spec, st.depth - 1, st));
}

function formatValue(vm: VM, st: Format, text: Str): Step {
  st.wait = Wait.Format;
  const v = st.value;
  if (text === '' && typeof v === 'string') return { r: v, level: st, base: vm.frame };
  const base = vm.frame;
  return { r: convert.format(vm, v, text), level: st, base };
}

