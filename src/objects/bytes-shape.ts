/** Methods bytes and bytearray share, part two: padding, stripping, case, classes, translate, hex, decode. */
import { work } from './work.js';
import { type PyValue, type Result, type VM } from './object.js';
import { indexArgs } from './args.js';
import { lookupSpecial } from './call.js';
import { asBytes, PyByteArray, PyBytes } from './bytes.js';
import { bytesArg, bytesOf, type Make } from './bytes-search.js';
import { decode, encodingArgs } from './codecs.js';
import { error, overflowError, typeError, valueError } from './errors.js';
import { toSsize, type Int } from './int.js';
import { asStr, strLength } from './str.js';
import { PyList, PyTuple } from './tuple.js';
import { argTypeName, typeName } from './type.js';
import { NativeFunction, type NativeFn } from './native.js';

const isLower = (c: number): boolean => c >= 97 && c <= 122;
const isUpper = (c: number): boolean => c >= 65 && c <= 90;
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isAlpha = (c: number): boolean => isLower(c) || isUpper(c);
const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);
const lower = (c: number): number => (isUpper(c) ? c + 32 : c);
const upper = (c: number): number => (isLower(c) ? c - 32 : c);

function filled(vm: VM, n: number, fill: number): Uint8Array {
  if (n > 0x7fffffff) throw error('MemoryError');
  if (n > 4096) vm.charge(n >> 4);
  return new Uint8Array(n).fill(fill);
}

/** `hex()` and its arguments, shared with memoryview. */
export function hexOf(vm: VM, b: Uint8Array, sep: PyValue | undefined, group: Int): string {
  work(8 * b.length);
  let s = '';
  for (let i = 0; i < b.length; i++) s += b[i]! < 16 ? '0' + b[i]!.toString(16) : b[i]!.toString(16);
  if (sep === undefined) return s;
  let mark: string;
  const text = asStr(sep);
  if (text !== undefined) {
    if (strLength(text) !== 1) throw valueError('sep must be length 1.');
    if (typeof text !== 'string' || text.charCodeAt(0) > 127) throw valueError('sep must be ASCII.');
    mark = text;
  } else {
    const sb = sep instanceof PyBytes ? sep.v : undefined;
    if (sb === undefined) {
      // CPython asks for the length first.
      if (lookupSpecial(sep, '__len__') === undefined) throw typeError(`object of type '${typeName(sep)}' has no len()`);
      const size = lookupSpecial(sep, '__len__');
      const n = size instanceof NativeFunction ? size.def.fn(vm, sep) : 1;
      if (n !== 1) throw valueError('sep must be length 1.');
      throw typeError('sep must be str or bytes.');
    }
    if (sb.length !== 1) throw valueError('sep must be length 1.');
    if (sb[0]! > 127) throw valueError('sep must be ASCII.');
    mark = String.fromCharCode(sb[0]!);
  }
  const n = Number(group);
  if (n === 0 || b.length === 0 || Math.abs(n) >= b.length) return s;
  const size = Math.abs(n) * 2;
  const parts: string[] = [];
  // A positive size counts groups from the right.
  let at = n > 0 ? s.length % size : 0;
  if (at > 0) parts.push(s.slice(0, at));
  for (; at < s.length; at += size) parts.push(s.slice(at, at + size));
  return parts.join(mark);
}

/** `fromhex`: white space is skipped between bytes. */
export function fromHex(text: PyValue): Uint8Array {
  const s = asStr(text);
  if (s === undefined) throw typeError(`fromhex() argument must be str, not ${argTypeName(text)}`);
  const t = typeof s === 'string' ? s : s.s;
  const bad = (i: number): unknown => valueError(`non-hexadecimal number found in fromhex() arg at position ${i}`);
  const cps = typeof s === 'string' ? null : s.cps;
  const n = cps === null ? t.length : cps.length;
  work(4 * n);
  const code = (i: number): number => (cps === null ? t.charCodeAt(i) : cps[i]!);
  // CPython looks at the first character outside ASCII before anything else.
  for (let i = 0; i < n; i++) if (code(i) > 127) throw bad(i);
  const digit = (i: number): number => {
    const c = i < n ? code(i) : 0;
    return isDigit(c) ? c - 48 : c >= 97 && c <= 102 ? c - 87 : c >= 65 && c <= 70 ? c - 55 : -1;
  };
  const out: number[] = [];
  for (let i = 0; i < n; ) {
    if (isSpace(code(i))) {
      i++;
      continue;
    }
    const hi = digit(i);
    if (hi < 0) throw bad(i);
    const lo = digit(i + 1);
    if (lo < 0) throw bad(i + 1);
    out.push(hi * 16 + lo);
    i += 2;
  }
  return Uint8Array.from(out);
}

export function makeTrans(from: PyValue, to: PyValue): Result {
  const a = bytesArg(from);
  const b = bytesArg(to);
  if (a.length !== b.length) throw valueError('maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) table[a[i]!] = b[i]!;
  return new PyBytes(table);
}

export function shapeMethods(prefix: string, make: Make): Record<string, NativeFn> {
  const padded = (name: string, left: (total: number, width: number) => number): NativeFn =>
    indexArgs(`${prefix}.${name}`, [1], (vm, self, width: Int, fillArg) => {
      let fill = 32;
      if (fillArg !== undefined) {
        const f = fillArg instanceof PyBytes || fillArg instanceof PyByteArray ? asBytes(fillArg)! : undefined;
        if (f === undefined || f.length !== 1) {
          throw typeError(`${name}() argument 2 must be a byte string of length 1, not ${argTypeName(fillArg)}`);
        }
        fill = f[0]!;
      }
      const b = bytesOf(self);
      const w = toSsize(width);
      const total = w - b.length;
      if (total <= 0) return make(b.slice());
      const out = filled(vm, w, fill);
      out.set(b, left(total, w));
      return make(out);
    });

  const stripping = (left: boolean, right: boolean): NativeFn => (_vm, self, chars) => {
    const b = bytesOf(self);
    const set = chars === null ? null : bytesArg(chars);
    const has = (c: number): boolean => (set === null ? isSpace(c) : set.includes(c));
    let i = 0;
    let j = b.length;
    if (left) while (i < j && has(b[i]!)) i++;
    if (right) while (j > i && has(b[j - 1]!)) j--;
    work(b.length - (j - i));
    return make(b.slice(i, j));
  };

  const mapped = (f: (c: number, i: number, b: Uint8Array) => number): NativeFn => (_vm, self) => {
    work(4 * bytesOf(self).length);
    return make(bytesOf(self).map((c, i, b) => f(c, i, b as Uint8Array)));
  };

  const every = (test: (c: number) => boolean, ofNone = false): NativeFn => (_vm, self) => {
    const b = bytesOf(self);
    work(b.length);
    return (b.length > 0 || ofNone) && b.every(test);
  };

  const cased = (kind: (c: number) => boolean, other: (c: number) => boolean): NativeFn => (_vm, self) => {
    const b = bytesOf(self);
    work(2 * b.length);
    return b.some(kind) && !b.some(other);
  };

  return {
    '!center(self, width, fillchar=<unset>, /)': padded('center', (total, width) => Math.floor(total / 2) + (total & width & 1)),
    '!ljust(self, width, fillchar=<unset>, /)': padded('ljust', () => 0),
    '!rjust(self, width, fillchar=<unset>, /)': padded('rjust', (total) => total),
    '!zfill(self, width, /)': indexArgs(`${prefix}.zfill`, [1], (vm, self, width: Int) => {
      const b = bytesOf(self);
      const w = toSsize(width);
      if (w <= b.length) return make(b.slice());
      const out = filled(vm, w, 48);
      out.set(b, w - b.length);
      if (b[0] === 43 || b[0] === 45) {
        out[w - b.length] = 48;
        out[0] = b[0];
      }
      return make(out);
    }),
    '!expandtabs(self, /, tabsize=8)': indexArgs(`${prefix}.expandtabs`, [1], (vm, self, size: Int) => {
      if (typeof size !== 'number' || size > 0x7fffffff || size < -0x80000000) throw overflowError('Python int too large to convert to C int');
      const out: number[] = [];
      let column = 0;
      work(4 * bytesOf(self).length);
      for (const c of bytesOf(self)) {
        if (c === 9) {
          if (size > 0) {
            const n = size - (column % size);
            if (out.length + n > 0x7fffffff) throw overflowError('result too long');
            if (n > 4096) vm.charge(n);
            if (n > 50_000_000) throw error('MemoryError');
            for (let i = 0; i < n; i++) out.push(32);
            column += n;
          }
        } else {
          out.push(c);
          column = c === 10 || c === 13 ? 0 : column + 1;
        }
      }
      return make(Uint8Array.from(out));
    }),
    'strip(self, bytes=None, /)': stripping(true, true),
    'lstrip(self, bytes=None, /)': stripping(true, false),
    'rstrip(self, bytes=None, /)': stripping(false, true),
    'lower(self, /)': mapped(lower),
    'upper(self, /)': mapped(upper),
    'swapcase(self, /)': mapped((c) => (isLower(c) ? c - 32 : lower(c))),
    'capitalize(self, /)': mapped((c, i) => (i === 0 ? upper(c) : lower(c))),
    'title(self, /)': mapped((c, i, b) => (i > 0 && isAlpha(b[i - 1]!) ? lower(c) : upper(c))),
    'isalnum(self, /)': every((c) => isAlpha(c) || isDigit(c)),
    'isalpha(self, /)': every(isAlpha),
    'isascii(self, /)': every((c) => c < 128, true),
    'isdigit(self, /)': every(isDigit),
    'isspace(self, /)': every(isSpace),
    'islower(self, /)': cased(isLower, isUpper),
    'isupper(self, /)': cased(isUpper, isLower),
    'istitle(self, /)': (_vm, self) => {
      const b = bytesOf(self);
      let any = false;
      work(2 * b.length);
      for (let i = 0; i < b.length; i++) {
        const c = b[i]!;
        const inWord = i > 0 && isAlpha(b[i - 1]!);
        if ((isUpper(c) && inWord) || (isLower(c) && !inWord)) return false;
        if (isAlpha(c)) any = true;
      }
      return any;
    },
    'translate(self, table, /, delete=<unset>)': (_vm, self, table, del) => {
      const b = bytesOf(self);
      const t = table === null ? null : bytesArg(table);
      if (t !== null && t.length !== 256) throw valueError('translation table must be 256 characters long');
      const drop = del === undefined ? null : bytesArg(del);
      work(drop === null ? b.length : 16 * b.length);
      const kept = drop === null ? b.slice() : b.filter((c) => !drop.includes(c));
      if (t !== null) for (let i = 0; i < kept.length; i++) kept[i] = t[kept[i]!]!;
      return make(kept);
    },
    '!hex(self, /, sep=<unset>, bytes_per_sep=1)': indexArgs(`${prefix}.hex`, [2], (vm, self, sep, group: Int) => {
      const b = bytesOf(self);
      if (typeof group !== 'number' || group > 0x7fffffff || group < -0x80000000) throw overflowError('Python int too large to convert to C int');
      vm.charge(b.length >> 4);
      return hexOf(vm, b, sep, group);
    }),
    "!decode(self, /, encoding='utf-8', errors='strict')": (vm, self, encoding, errors) => {
      const [enc, err] = encodingArgs('decode', encoding, errors);
      return decode(vm, bytesOf(self), enc, err);
    },
  };
}
