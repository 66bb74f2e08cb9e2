/** str methods that pad, strip, map or convert: center, strip, expandtabs, translate, encode, ... */
import { work } from './work.js';
import { T, type PyValue, type Result, type VM } from './object.js';
import './str-core.js';
import { indexArgs, MAX_STR } from './args.js';
import { callPrelude } from './call.js';
import { encode, encodingArgs } from './codecs.js';
import { extendType } from './define.js';
import { NEEDS_PYTHON, PyDict } from './dict.js';
import { error, overflowError, typeError, valueError } from './errors.js';
import { asInt, toSsize, type Int } from './int.js';
import { asStr, codeAt, codePoints, strConcat, strFromCode, strJoin, strLength, strRepeat, strSlice, type Str } from './str.js';
import { strArg, strOf } from './str-methods-search.js';
import { typeName } from './type.js';
import { isSpace } from './unicode.js';
import type { NativeFn } from './native.js';

/** `n` times the fill character. */
function padding(vm: VM, fill: Str, n: number): Str {
  if (n > MAX_STR) throw error('MemoryError');
  if (n > 4096) vm.charge(n >> 4);
  return strRepeat(fill, n);
}

const padded = (name: string, left: (total: number, width: number) => number): NativeFn =>
  indexArgs(`str.${name}`, [1], (vm, self, width: Int, fillArg) => {
    const fill = asStr(fillArg);
    if (fill === undefined) throw typeError(`The fill character must be a unicode character, not ${typeName(fillArg)}`);
    if (strLength(fill) !== 1) throw typeError('The fill character must be exactly one character long');
    const s = strOf(self);
    const w = toSsize(width);
    const total = w - strLength(s);
    if (total <= 0) return s;
    const l = left(total, w);
    return strConcat(strConcat(padding(vm, fill, l), s), padding(vm, fill, total - l));
  });

const stripping = (name: string, left: boolean, right: boolean): NativeFn => (_vm, self, chars) => {
  const s = strOf(self);
  const n = strLength(s);
  let i = 0;
  let j = n;
  if (chars === null) {
    if (left) while (i < j && isSpace(codeAt(s, i))) i++;
    if (right) while (j > i && isSpace(codeAt(s, j - 1))) j--;
    work(n - (j - i));
    return strSlice(s, i, j);
  }
  const set = asStr(chars);
  if (set === undefined) throw typeError(`${name} arg must be None or str`);
  if (typeof s === 'string' && typeof set === 'string' && set.length < 16) {
    if (left) while (i < j && set.includes(s[i]!)) i++;
    if (right) while (j > i && set.includes(s[j - 1]!)) j--;
    return i === 0 && j === n ? s : s.substring(i, j);
  }
  const codes = codePoints(set);
  const has = codes.length < 8 ? (c: number): boolean => codes.includes(c) : ((all) => (c: number): boolean => all.has(c))(new Set(codes));
  if (left) while (i < j && has(codeAt(s, i))) i++;
  if (right) while (j > i && has(codeAt(s, j - 1))) j--;
  work(4 * (n - (j - i)));
  return strSlice(s, i, j);
};

const zfill = indexArgs('str.zfill', [1], (vm, self, width: Int) => {
  const s = strOf(self);
  const total = toSsize(width) - strLength(s);
  if (total <= 0) return s;
  const zeros = padding(vm, '0', total);
  const c = strLength(s) > 0 ? codeAt(s, 0) : 0;
  if (c === 43 || c === 45) return strConcat(strConcat(String.fromCharCode(c), zeros), strSlice(s, 1, strLength(s)));
  return strConcat(zeros, s);
});

const expandtabs = indexArgs('str.expandtabs', [1], (vm, self, size: Int) => {
  const s = strOf(self);
  if (typeof size !== 'number' || size > 0x7fffffff || size < -0x80000000) throw overflowError('Python int too large to convert to C int');
  const parts: Str[] = [];
  const n = strLength(s);
  work(2 * n);
  let column = 0;
  let from = 0;
  let total = n;
  for (let i = 0; i < n; i++) {
    const c = codeAt(s, i);
    if (c === 9) {
      parts.push(strSlice(s, from, i));
      if (size > 0) {
        const fill = size - (column % size);
        total += fill;
        if (total > MAX_STR) throw overflowError('new string is too long');
        parts.push(padding(vm, ' ', fill));
        column += fill;
      }
      from = i + 1;
    } else {
      column++;
      if (c === 10 || c === 13) column = 0;
    }
  }
  if (from === 0) return s;
  parts.push(strSlice(s, from, n));
  return strJoin(parts);
});

// ---- translate ----

function translate(vm: VM, self: PyValue, table: PyValue): Result {
  const s = strOf(self);
  if (!(table instanceof PyDict) || table.cls !== T.dict) return callPrelude(vm, 'str_translate', s, table);
  const n = strLength(s);
  work(4 * n);
  const parts: Str[] = [];
  let from = 0;
  for (let i = 0; i < n; i++) {
    const at = table.find(codeAt(s, i));
    if (at === -1) continue;
    if (at === NEEDS_PYTHON) return callPrelude(vm, 'str_translate', s, table);
    const v = table.vals[at]!;
    parts.push(strSlice(s, from, i));
    from = i + 1;
    if (v === null) continue;
    const text = asStr(v);
    if (text !== undefined) parts.push(text);
    else {
      const c = asInt(v);
      if (c === undefined) throw typeError('character mapping must return integer, None or str');
      if (c < 0 || c > 0x10ffff) throw valueError('character mapping must be in range(0x110000)');
      parts.push(strFromCode(Number(c)));
    }
  }
  if (parts.length === 0) return s;
  parts.push(strSlice(s, from, n));
  vm.charge(n >> 3);
  return strJoin(parts);
}

function maketrans(_vm: VM, x: PyValue, y: PyValue | undefined, z: PyValue | undefined): Result {
  const d = new PyDict();
  if (y !== undefined) {
    const from = asStr(x);
    strArg(y, 'maketrans', '2');
    if (z !== undefined) strArg(z, 'maketrans', '3');
    if (from === undefined) throw typeError('first maketrans argument must be a string if there is a second argument');
    const a = codePoints(from);
    const b = codePoints(strArg(y, 'maketrans', '2'));
    const del = z === undefined ? null : codePoints(strArg(z, 'maketrans', '3'));
    if (a.length !== b.length) throw valueError('the first two maketrans arguments must have equal length');
    work(8 * a.length);
    a.forEach((c, i) => d.setFast(c, b[i]!));
    del?.forEach((c) => d.setFast(c, null));
    return d;
  }
  if (!(x instanceof PyDict) || x.cls !== T.dict) throw typeError('if you give only one argument to maketrans it must be a dict');
  for (const [k, v] of x.entries()) {
    const s = asStr(k);
    if (s !== undefined) {
      if (strLength(s) !== 1) throw valueError('string keys in translate table must be of length 1');
      d.setFast(codeAt(s, 0), v);
    } else {
      const n = asInt(k);
      if (n === undefined) throw typeError('keys in translate table must be strings or integers');
      d.setFast(n, v);
    }
  }
  return d;
}

extendType(T.str, {
  methods: {
    "!center(self, width, fillchar=' ', /)": padded('center', (total, width) => Math.floor(total / 2) + (total & width & 1)),
    "!ljust(self, width, fillchar=' ', /)": padded('ljust', () => 0),
    "!rjust(self, width, fillchar=' ', /)": padded('rjust', (total) => total),
    '!zfill(self, width, /)': zfill,
    '!expandtabs(self, /, tabsize=8)': expandtabs,
    'strip(self, chars=None, /)': stripping('strip', true, true),
    'lstrip(self, chars=None, /)': stripping('lstrip', true, false),
    'rstrip(self, chars=None, /)': stripping('rstrip', false, true),
    '!translate(self, table, /)': translate,
    "!encode(self, /, encoding='utf-8', errors='strict')": (vm, self, encoding, errors) => {
      const [enc, err] = encodingArgs('encode', encoding, errors);
      return encode(vm, strOf(self), enc, err);
    },
  },
  staticMethods: {
    'maketrans(x, y=<unset>, z=<unset>, /)': maketrans,
  },
});
