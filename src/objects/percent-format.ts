/**
 * `%` formatting of str and bytes (CPython's unicode_format and _PyBytes_FormatEx). One resumable
 * loop: `Percent` is its whole state, so it can wait for a guest `__str__`, `__getitem__` or `__int__`.
 */
import { Cont, cont, insertCont, PUSHED, AnyFloat, PyFloat, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import { asBytes, PyByteArray, PyBytes } from './bytes.js';
import { call, callSpecial, lookupSpecial } from './call.js';
import * as convert from './convert.js';
import { toFloat } from './float-type.js';
import { orTypeError } from './iterate.js';
import { error, overflowError, typeError, valueError, PyException } from './errors.js';
import { formatDouble } from './float-format.js';
import { intToBase, asInt, intFromFloat, intToFloat, intToStr, toSsize, type Int } from './int.js';
import { PyStrObj, asStr, codeAt, strConcat, strFind, strFromCode, strJoin, strLength, strRepeat, strSlice, type Str } from './str.js';
import { asciiOf } from './str-repr.js';
import { getitem } from './subscript.js';
import { PyTuple } from './tuple.js';
import { typeName } from './type.js';

/** What the loop waits for. */
const enum Wait {
  Nothing,
  /** The mapping's item. */
  Item,
  /** Text of %s, %r, %a. */
  Text,
  /** `__bytes__` of the argument. */
  Bytes,
  /** `__int__`, `__index__` or `__float__` of the argument. */
  Number,
  /** `__index__` for %c. */
  Char,
}

/** State of one formatting operation. In bytes mode text is a JS string of bytes. */
class Percent {
  i = 0;
  readonly out: Str[] = [];
  argIndex = 0;
  /** A subclass's instance that is the whole text: it is the result itself, as CPython's writer takes over its only string. */
  whole: PyStrObj | null = null;
  wait: Wait = Wait.Nothing;
  // The conversion in work.
  left = false;
  plus = false;
  space = false;
  alt = false;
  zero = false;
  width = -1;
  precision = -1;
  conv = 0;
  at = 0;
  value: PyValue = null;
  keyed = false;
  /** What is wrong with the conversion whose item is being fetched. */
  error: PyException | null = null;
  /** The conversion character was read as an unsigned char: CPython's bytes formatter does after digits only. */
  masked = false;
  constructor(
    readonly f: Str,
    readonly args: PyValue,
    readonly mapping: boolean,
    readonly bytes: boolean,
    /** bytearray % args gives a bytearray. */
    readonly result: 'str' | 'bytes' | 'bytearray',
  ) {}
}

function start(vm: VM, st: Percent): Result {
  return run(vm, st);
}

/** `format % args` of a str. */
export function percentFormat(vm: VM, f: Str, args: PyValue): Result {
  if (typeof f === 'string') {
    const text = plainFormat(f, args);
    if (text !== undefined) {
      vm.charge(text.length >> 5);
      return text;
    }
  }
  return start(vm, new Percent(f, args, isMapping(args, false), false, 'str'));
}

/** The common case: `%s`, `%d` and `%%` without anything between, of str and int. undefined: not that. */
function plainFormat(f: string, args: PyValue): string | undefined {
  const items = args instanceof PyTuple ? args.items : null;
  let out = '';
  let from = 0;
  let n = 0;
  for (let at = f.indexOf('%'); at >= 0; at = f.indexOf('%', from)) {
    out += f.slice(from, at);
    from = at + 2;
    const c = f.charCodeAt(at + 1);
    if (c === 37) {
      out += '%';
      continue;
    }
    const v = items !== null ? items[n] : n === 0 ? args : undefined;
    n++;
    if (typeof v === 'number' && (c === 100 || c === 115)) out += v;
    else if (typeof v === 'string' && c === 115) out += v;
    else return undefined;
  }
  if (n !== (items !== null ? items.length : 1)) return undefined;
  out += f.slice(from);
  // Surrogates that met would be one character now.
  return /[\ud800-\udfff]/.test(out) ? undefined : out;
}

/** `format % args` of bytes or bytearray. */
export function percentFormatBytes(vm: VM, f: Uint8Array, args: PyValue, result: 'bytes' | 'bytearray'): Result {
  return start(vm, new Percent(latin1(f), args, isMapping(args, true), true, result));
}

function isMapping(v: PyValue, bytes: boolean): boolean {
  if (v instanceof PyTuple || asStr(v) !== undefined) return false;
  if (bytes && (v instanceof PyBytes || v instanceof PyByteArray)) return false;
  return lookupSpecial(v, '__getitem__') !== undefined;
}

export function latin1(b: Uint8Array): string {
  let s = '';
  for (let i = 0; i < b.length; i += 4096) s += String.fromCharCode.apply(null, b.subarray(i, i + 4096) as unknown as number[]);
  return s;
}

export function bytesOfLatin1(s: string): Uint8Array {
  const b = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) b[i] = s.charCodeAt(i);
  return b;
}

function nextArg(st: Percent): PyValue {
  const { args } = st;
  if (args instanceof PyTuple) {
    if (st.argIndex < args.items.length) return args.items[st.argIndex++]!;
  } else if (st.argIndex === 0) {
    st.argIndex = 1;
    return args;
  }
  throw typeError('not enough arguments for format string');
}

const RESUME = cont('percent.resume', (vm, v, c) => {
  const st = c.a as Percent;
  vm.exc = null;
  if (settle(vm, st, vm.frame, v!)) return PUSHED;
  return vm.exc === null ? run(vm, st) : undefined;
});

/** Carries a conversion through its waits while the values are there. True: it waits in a native frame. */
function settle(vm: VM, st: Percent, base: VM['frame'], r: Result): boolean {
  while (r !== undefined) {
    if (r === PUSHED) {
      insertCont(vm, base, new Cont(RESUME, st, null, null, null));
      return true;
    }
    base = vm.frame;
    r = accept(vm, st, r);
  }
  return false;
}

function run(vm: VM, st: Percent): Result {
  const { f } = st;
  const n = strLength(f);
  while (st.i < n) {
    let at: number;
    if (typeof f === 'string') {
      at = f.indexOf('%', st.i);
      if (at < 0) at = n;
    } else {
      at = strFind(f, '%', st.i, n);
      if (at < 0) at = n;
    }
    if (at > st.i) st.out.push(strSlice(f, st.i, at));
    if (at === n) break;
    st.at = at;
    st.i = at + 1;
    const base = vm.frame;
    // undefined when the conversion is done or failed, else a value that `st.wait` tells about.
    if (settle(vm, st, base, conversion(vm, st, n))) return PUSHED;
    if (vm.exc !== null) return undefined;
  }
  return finish(vm, st);
}

function finish(vm: VM, st: Percent): Result {
  if (!st.mapping) {
    const given = st.args instanceof PyTuple ? st.args.items.length : 1;
    if (st.argIndex < given) throw typeError(`not all arguments converted during ${st.bytes ? 'bytes' : 'string'} formatting`);
  }
  if (st.whole !== null) return st.whole;
  const text = st.out.length === 1 ? st.out[0]! : strJoin(st.out);
  vm.charge(strLength(text) >> 5);
  if (st.result === 'str') return text;
  const b = bytesOfLatin1(text as string);
  return st.result === 'bytes' ? new PyBytes(b) : new PyByteArray(b);
}

/** Reads one conversion after `%` and starts it. */
function conversion(vm: VM, st: Percent, n: number): Result {
  const { f } = st;
  st.left = st.plus = st.space = st.alt = st.zero = st.keyed = st.masked = false;
  st.width = st.precision = -1;
  vm.exc = null;
  let c = st.i < n ? codeAt(f, st.i) : -1;
  if (c === 37) {
    st.i++;
    st.out.push('%');
    return undefined;
  }
  let key: PyValue | undefined;
  if (c === 40) {
    if (!st.mapping) throw typeError('format requires a mapping');
    let depth = 1;
    const from = ++st.i;
    while (depth > 0 && st.i < n) {
      c = codeAt(f, st.i);
      if (c === 41) depth--;
      else if (c === 40) depth++;
      st.i++;
    }
    if (depth > 0) throw valueError('incomplete format key');
    const text = strSlice(f, from, st.i - 1);
    key = st.bytes ? new PyBytes(bytesOfLatin1(text as string)) : text;
    // The item is fetched before the rest is read: its errors come first.
    st.keyed = true;
    st.error = attempt(() => spec(st, n, true));
    st.wait = Wait.Item;
    return getitem(vm, st.args, key);
  }
  spec(st, n, false);
  st.value = nextArg(st);
  return convertValue(vm, st);
}

/** What `f` throws as a Python exception, or null. */
function attempt(f: () => void): PyException | null {
  try {
    f();
  } catch (e) {
    if (e instanceof PyException) return e;
    throw e;
  }
  return null;
}

/** Reads flags, width, precision and the letter of a conversion. */
function spec(st: Percent, n: number, keyed: boolean): void {
  const { f } = st;
  let c = st.i < n ? codeAt(f, st.i) : -1;
  flags: for (; st.i < n; c = st.i < n ? codeAt(f, st.i) : -1) {
    switch (c) {
      case 45:
        st.left = true;
        break;
      case 43:
        st.plus = true;
        break;
      case 32:
        st.space = true;
        break;
      case 35:
        st.alt = true;
        break;
      case 48:
        st.zero = true;
        break;
      default:
        break flags;
    }
    st.i++;
  }
  if (c === 42) {
    if (keyed) throw typeError('not enough arguments for format string');
    const w = starArg(st, 'width');
    if (w < 0) st.left = true;
    st.width = Math.abs(w);
    st.i++;
  } else st.width = digits(st, n, 'width');
  if (st.i < n && codeAt(f, st.i) === 46) {
    st.i++;
    if (st.i < n && codeAt(f, st.i) === 42) {
      st.precision = Math.max(0, starArg(st, 'precision'));
      st.i++;
    } else st.precision = Math.max(0, digits(st, n, st.bytes ? 'prec' : 'precision'));
  }
  c = st.i < n ? codeAt(f, st.i) : -1;
  if (c === 104 || c === 108 || c === 76) {
    st.i++;
    st.masked = false;
    c = st.i < n ? codeAt(f, st.i) : -1;
  }
  if (c < 0) throw valueError('incomplete format');
  st.i++;
  st.conv = st.bytes && c === 105 ? 100 : c; // for bytes %i is %d in messages too
}

function starArg(st: Percent, what: string): number {
  const v = asInt(nextArg(st));
  if (v === undefined) throw typeError('* wants int');
  if (what === 'precision' && (v > 0x7fffffff || v < -0x80000000)) throw overflowError('Python int too large to convert to C int');
  return toSsize(v);
}

function digits(st: Percent, n: number, what: string): number {
  let v = -1;
  for (; st.i < n; st.i++) {
    const d = codeAt(st.f, st.i) - 48;
    if (d < 0 || d > 9) break;
    v = (v < 0 ? 0 : v) * 10 + d;
    if (v > (what === 'width' ? Number.MAX_SAFE_INTEGER : 0x7fffffff)) throw valueError(`${what} too big`);
  }
  st.masked = v >= 0;
  return v;
}

/** Goes on with what was waited for: undefined when this conversion is done. */
function accept(vm: VM, st: Percent, v: PyValue): Result {
  switch (st.wait) {
    case Wait.Item:
      if (st.error !== null) throw st.error;
      st.value = v;
      if (st.argIndex === 0) st.argIndex = 1;
      return convertValue(vm, st);
    case Wait.Bytes:
      if (!(v instanceof PyBytes)) throw typeError(`__bytes__ returned non-bytes (type ${typeName(v)})`);
      emitText(vm, st, v);
      return undefined;
    case Wait.Text:
      emitText(vm, st, v);
      return undefined;
    case Wait.Char:
      emitChar(vm, st, v);
      return undefined;
    default:
      emitNumber(vm, st, v);
      return undefined;
  }
}

function convertValue(vm: VM, st: Percent): Result {
  const v = st.value;
  const c = String.fromCodePoint(st.conv);
  switch (c) {
    case 's':
      if (st.bytes) return bytesText(vm, st, v);
      st.wait = Wait.Text;
      return typeof v === 'string' ? v : convert.str(vm, v);
    case 'b':
      if (!st.bytes) break;
      return bytesText(vm, st, v);
    case 'r':
    case 'a':
      st.wait = Wait.Text;
      return convert.repr(vm, v);
    case 'c':
      if (typeof v === 'object' && v !== null && asStr(v) === undefined && asInt(v) === undefined && !(v instanceof PyBytes || v instanceof PyByteArray) && lookupSpecial(v, '__index__') !== undefined) {
        st.wait = Wait.Char;
        return orTypeError(vm, () => convert.index(vm, v), '%c requires int or char');
      }
      emitChar(vm, st, v);
      return undefined;
    case 'd':
    case 'i':
    case 'u':
      if (typeof v === 'number' || typeof v === 'bigint') {
        emitNumber(vm, st, v);
        return undefined;
      }
      return decimalArg(vm, st, v, c);
    case 'o':
    case 'x':
    case 'X':
      return indexArg(vm, st, v, c);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return floatArg(vm, st, v);
    default:
      break;
  }
  if (st.bytes && st.conv > 127 && !st.masked) throw overflowError('character argument not in range(0x110000)');
  if (st.bytes) throw valueError(`unsupported format character '${c}' (0x${st.conv.toString(16)}) at index ${st.i - 1}`);
  const shown = st.conv > 31 && st.conv < 127 ? c : '?';
  throw valueError(`unsupported format character '${shown}' (0x${st.conv.toString(16)}) at index ${st.i - 1}`);
}

/** Whether `PyNumber_Check` holds. */
function isNumber(v: PyValue): boolean {
  return lookupSpecial(v, '__int__') !== undefined || lookupSpecial(v, '__index__') !== undefined || lookupSpecial(v, '__float__') !== undefined || typeOf(v).isSubtype(T.complex);
}

function decimalArg(vm: VM, st: Percent, v: PyValue, c: string): Result {
  const n = asInt(v);
  st.wait = Wait.Number;
  if (n !== undefined) return n;
  if (v instanceof PyFloat && v.cls === T.float) return intFromFloat(v.v);
  const message = `%${c} format: a real number is required, not ${typeName(v)}`;
  if (isNumber(v)) return orTypeError(vm, () => call(vm, T.int, [v]), message);
  throw typeError(message);
}

function indexArg(vm: VM, st: Percent, v: PyValue, c: string): Result {
  const n = asInt(v);
  st.wait = Wait.Number;
  if (n !== undefined) return n;
  if (lookupSpecial(v, '__index__') !== undefined) return orTypeError(vm, () => convert.index(vm, v), `%${c} format: an integer is required, not ${typeName(v)}`);
  throw typeError(`%${c} format: an integer is required, not ${typeName(v)}`);
}

function floatArg(vm: VM, st: Percent, v: PyValue): Result {
  st.wait = Wait.Number;
  if (v instanceof AnyFloat) return v;
  if (lookupSpecial(v, '__float__') !== undefined || lookupSpecial(v, '__index__') !== undefined) return toFloat(vm, T.float, v);
  throw typeError(st.bytes ? `float argument required, not ${typeName(v)}` : `must be real number, not ${typeName(v)}`);
}

function bytesText(vm: VM, st: Percent, v: PyValue): Result {
  st.wait = Wait.Text;
  const b = asBytes(v);
  if (b !== undefined) return latin1(b);
  if (lookupSpecial(v, '__bytes__') !== undefined) {
    st.wait = Wait.Bytes;
    return callSpecial(vm, v, '__bytes__', []);
  }
  throw typeError(`%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(v)}'`);
}

// ---- output ----

function emitText(vm: VM, st: Percent, v: PyValue): void {
  let s = asStr(v);
  if (v instanceof PyStrObj && isWhole(st, v)) st.whole = v;
  if (s === undefined) {
    const b = asBytes(v);
    if (b === undefined) throw typeError(`__bytes__ returned non-bytes (type ${typeName(v)})`);
    s = latin1(b);
  } else if (st.conv === 97 || (st.bytes && st.conv === 114)) s = asciiOf(s);
  if (st.precision >= 0 && strLength(s) > st.precision) s = strSlice(s, 0, st.precision);
  st.out.push(padTo(vm, st, s));
}

/** Whether the text of a conversion goes out unchanged, with nothing before or after it. */
function isWhole(st: Percent, v: PyStrObj): boolean {
  const n = strLength(v.v);
  if (st.result !== 'str' || n === 0 || st.i < strLength(st.f) || st.plus || st.space || st.width > n || (st.precision >= 0 && st.precision < n)) return false;
  if (st.conv === 97 && asciiOf(v.v) !== v.v) return false;
  return st.out.every((s) => s === '');
}

function padTo(vm: VM, st: Percent, s: Str): Str {
  const n = st.width - strLength(s);
  if (n <= 0) return s;
  checkWidth(vm, n);
  return st.left ? strConcat(s, strRepeat(' ', n)) : strConcat(strRepeat(' ', n), s);
}

function checkWidth(vm: VM, n: number): void {
  if (n < 4096) return;
  if (n > 0x1fffff00) throw error('MemoryError');
  vm.charge(n >> 4);
}

function emitChar(vm: VM, st: Percent, v: PyValue): void {
  if (st.bytes) {
    const b = v instanceof PyBytes || v instanceof PyByteArray ? asBytes(v)! : undefined;
    if (b !== undefined) {
      if (b.length !== 1) throw typeError(`%c requires an integer in range(256) or a single byte`);
      st.out.push(padTo(vm, st, latin1(b)));
      return;
    }
    const n = asInt(v);
    if (n === undefined) throw typeError('%c requires an integer in range(256) or a single byte');
    if (n < 0 || n > 255) throw overflowError('%c arg not in range(256)');
    st.out.push(padTo(vm, st, String.fromCharCode(Number(n))));
    return;
  }
  const s = asStr(v);
  if (s !== undefined) {
    if (strLength(s) !== 1) throw typeError('%c requires int or char');
    st.out.push(padTo(vm, st, s));
    return;
  }
  const n = asInt(v);
  if (n === undefined) throw typeError('%c requires int or char');
  if (n < 0 || n > 0x10ffff) throw overflowError('%c arg not in range(0x110000)');
  st.out.push(padTo(vm, st, strFromCode(Number(n))));
}

function emitNumber(vm: VM, st: Percent, v: PyValue): void {
  const c = String.fromCharCode(st.conv);
  let negative: boolean;
  let prefix = '';
  let body: string;
  if ('eEfFgG'.includes(c)) {
    let d: number;
    d = (v as AnyFloat).v;
    negative = d < 0 || Object.is(d, -0);
    const precision = st.precision < 0 ? 6 : st.precision;
    checkWidth(vm, precision);
    body = formatDouble(d, c.toLowerCase() as 'e', precision, st.alt);
    if (c < 'a') body = body.toUpperCase();
  } else {
    const n = asInt(v);
    if (n === undefined) {
      if ('di'.includes(c) || c === 'u') throw typeError(`%${c} format: a real number is required, not ${typeName(st.value)}`);
      throw typeError(`__index__ returned non-int (type ${typeName(v)})`);
    }
    negative = n < 0;
    body = intDigits(vm, n, c);
    if (st.precision > body.length) {
      checkWidth(vm, st.precision);
      body = body.padStart(st.precision, '0');
    }
    if (st.alt && c !== 'd' && c !== 'i' && c !== 'u') prefix = c === 'o' ? '0o' : c === 'x' ? '0x' : '0X';
    if (st.width < 0 && !negative && !st.plus && !st.space) {
      st.out.push(prefix + body);
      return;
    }
  }
  const sign = negative ? '-' : st.plus ? '+' : st.space ? ' ' : '';
  const n = st.width - sign.length - prefix.length - body.length;
  if (n <= 0) {
    st.out.push(sign + prefix + body);
    return;
  }
  checkWidth(vm, n);
  if (st.left) st.out.push(sign + prefix + body + ' '.repeat(n));
  else if (st.zero) st.out.push(sign + prefix + '0'.repeat(n) + body);
  else st.out.push(' '.repeat(n) + sign + prefix + body);
}

function intDigits(vm: VM, n: Int, c: string): string {
  const m = n < 0 ? -n : n;
  switch (c) {
    case 'o':
      return intToBase(m, 8);
    case 'x':
      return intToBase(m, 16);
    case 'X':
      return intToBase(m, 16).toUpperCase();
    default:
      return intToStr(vm, m);
  }
}

