/** str methods that look for text: find, count, startswith, replace, partition, split, join, ... */
import { room, work } from './work.js';
import { cont, andThen, T, typeOf, type PyValue, type Result, type VM } from './object.js';
import './str-core.js';
import { bound, indexArgs, MAX_STR } from './args.js';
import { inChunks } from './chunks.js';
import { extendType } from './define.js';
import { error, typeError, valueError } from './errors.js';
import { type Int, toCInt, toSsize } from './int.js';
import { iterElse, itemsSync, listFrom } from './iterate.js';
import { asStr, codeAt, strFind, strFromUnits, strJoin, strLength, strRfind, strSlice, type Str } from './str.js';
import { PyList, PyTuple } from './tuple.js';
import { argTypeName, typeName } from './type.js';
import { isSpace } from './unicode.js';
import type { NativeFn } from './native.js';

/** The value of `self`, known to be a str. */
export const strOf = (v: PyValue): Str => (typeof v === 'string' ? v : asStr(v)!);

export function mustBeStr(v: PyValue): Str {
  const s = asStr(v);
  if (s === undefined) throw typeError(`must be str, not ${v === null ? 'NoneType' : typeName(v)}`);
  return s;
}

/** `fname() argument N must be str, not X` */
export function strArg(v: PyValue, fname: string, which: string): Str {
  const s = asStr(v);
  if (s === undefined) throw typeError(`${fname}() argument ${which === '' ? '' : which + ' '}must be str, not ${argTypeName(v)}`);
  return s;
}

/** `find`-like: the row gets (self, sub, start, end) with the bounds clipped; `start` may be past `end`. */
const searching = (name: string, f: (s: Str, sub: Str, start: number, end: number, vm: VM) => Result): NativeFn =>
  indexArgs(
    `str.${name}`,
    [2, 3],
    (vm, self, sub, start, end) => {
      const s = strOf(self);
      const x = mustBeStr(sub);
      if (start === undefined) return f(s, x, 0, strLength(s), vm);
      const n = strLength(s);
      return f(s, x, bound(start, n, 0), Math.min(bound(end, n, n), n), vm);
    },
    true,
  );

const find = (s: Str, sub: Str, i: number, j: number): number => (i > j ? -1 : strFind(s, sub, i, j));
const rfind = (s: Str, sub: Str, i: number, j: number): number => (i > j ? -1 : strRfind(s, sub, i, j));

/** Raised, not thrown: programs expect it, and V8 takes microseconds to throw. */
const found = (vm: VM, i: number): Result => (i < 0 ? vm.raise(valueError('substring not found')) : i);

export function strCount(s: Str, sub: Str, i: number, j: number): number {
  if (i > j) return 0;
  const m = strLength(sub);
  if (m === 0) return j - i + 1;
  let n = 0;
  for (let at = strFind(s, sub, i, j); at >= 0; at = strFind(s, sub, at + m, j)) if ((++n & 255) === 0) work(4096);
  return n;
}

function hasAt(s: Str, x: Str, i: number, j: number): boolean {
  const m = strLength(x);
  if (j - i < m) return false;
  work(m >> 4);
  if (typeof s === 'string') return typeof x === 'string' && s.startsWith(x, i);
  return strFind(s, x, i, i + m) === i;
}

const tailMatch = (name: string, atEnd: boolean): NativeFn =>
  indexArgs(
    `str.${name}`,
    [2, 3],
    (_vm, self, prefix, start, end) => {
      const s = strOf(self);
      const n = strLength(s);
      const i = bound(start, n, 0);
      const j = Math.min(bound(end, n, n), n);
      const test = (x: Str): boolean => i <= j && hasAt(s, x, atEnd ? Math.max(j - strLength(x), i) : i, j);
      if (typeof prefix === 'string') return test(prefix);
      if (prefix instanceof PyTuple) {
        for (const p of prefix.items) {
          const x = asStr(p);
          if (x === undefined) throw typeError(`tuple for ${name} must only contain str, not ${typeName(p)}`);
          if (test(x)) return true;
        }
        return false;
      }
      const x = asStr(prefix);
      if (x === undefined) throw typeError(`${name} first arg must be str or a tuple of str, not ${typeName(prefix)}`);
      return test(x);
    },
    true,
  );

// ---- replace ----

function replaceAll(vm: VM, s: Str, from: Str, to: Str, max: number): Str {
  if (max === 0) return s;
  if (typeof s === 'string' && typeof from !== 'string') return s;
  const n = strLength(s);
  const m = strLength(from);
  if (strLength(to) > m && n > 0) {
    const times = m === 0 ? n + 1 : Math.ceil(n / m);
    if ((max < 0 ? times : Math.min(max, times)) * strLength(to) > 1000) {
      const hits = strCount(s, from, 0, n);
      const size = n + (max < 0 ? hits : Math.min(hits, max)) * (strLength(to) - m);
      vm.charge(size >> 4);
      if (size > MAX_STR) throw error('MemoryError');
    }
  }
  if (max < 0 && m > 0 && typeof s === 'string' && typeof to === 'string') {
    work(n);
    let i = s.indexOf(from as string);
    if (i < 0) return s;
    // The engine's own replaceAll is a call of its runtime: worth it for long strs only.
    if (n > 500) {
      // It lists every piece first.
      if (n > 2 ** 20) room(32 * strCount(s, from, 0, n));
      return strFromUnits(to.includes('$') ? s.split(from as string).join(to) : s.replaceAll(from as string, to));
    }
    let out = '';
    let at = 0;
    for (; i >= 0; i = s.indexOf(from as string, at)) {
      out += s.substring(at, i) + to;
      at = i + m;
    }
    return strFromUnits(out + s.substring(at));
  }
  const parts: Str[] = [];
  if (m === 0) {
    let left = max < 0 ? n + 1 : Math.min(max, n + 1);
    if (left === 0) return s;
    work(4 * n);
    for (let i = 0; i < n && left > 0; i++, left--) {
      parts.push(to, strSlice(s, i, i + 1));
    }
    if (left > 0) parts.push(to);
    else parts.push(strSlice(s, max < 0 ? n : Math.min(max, n), n));
    return strJoin(parts);
  }
  let at = 0;
  let left = max;
  for (let i = strFind(s, from, 0, n); i >= 0 && left !== 0; i = strFind(s, from, at, n), left--) {
    parts.push(strSlice(s, at, i));
    at = i + m;
  }
  if (parts.length === 0) return s;
  parts.push(strSlice(s, at, n));
  return strJoin(parts, to);
}

// ---- split ----

function splitWhitespace(s: Str, max: number): PyValue[] {
  work(max < 0 ? 2 * strLength(s) : Math.min(strLength(s), 16 * max));
  const out: PyValue[] = [];
  const n = strLength(s);
  let i = 0;
  if (typeof s === 'string') {
    for (;;) {
      for (; i < n; i++) {
        const c = s.charCodeAt(i);
        if (c !== 32 && ((c > 32 && c < 128) || !isSpace(c))) break;
      }
      if (i === n) return out;
      if (max-- === 0) break;
      const from = i;
      for (; i < n; i++) {
        const c = s.charCodeAt(i);
        if (c === 32 || ((c < 32 || c > 127) && isSpace(c))) break;
      }
      out.push(s.slice(from, i));
    }
  } else {
    for (;;) {
      while (i < n && isSpace(codeAt(s, i))) i++;
      if (i === n) return out;
      if (max-- === 0) break;
      const from = i;
      while (i < n && !isSpace(codeAt(s, i))) i++;
      out.push(strSlice(s, from, i));
    }
  }
  out.push(strSlice(s, i, n));
  return out;
}

function rsplitWhitespace(s: Str, max: number): PyValue[] {
  work(max < 0 ? 2 * strLength(s) : Math.min(strLength(s), 16 * max));
  const out: PyValue[] = [];
  let j = strLength(s);
  for (;;) {
    while (j > 0 && isSpace(codeAt(s, j - 1))) j--;
    if (j === 0) return out.reverse();
    if (max-- === 0) break;
    const to = j;
    while (j > 0 && !isSpace(codeAt(s, j - 1))) j--;
    out.push(strSlice(s, j, to));
  }
  out.push(strSlice(s, 0, j));
  return out.reverse();
}

const splitting = (name: string, white: (s: Str, max: number) => PyValue[], by: (s: Str, sep: Str, max: number) => PyValue[]): NativeFn =>
  indexArgs(`str.${name}`, [2], (vm, self, sep, maxsplit: Int) => {
    const s = strOf(self);
    const max = toSsize(maxsplit);
    if (sep === null) return new PyList(white(s, max));
    const x = asStr(sep);
    if (x === undefined) throw typeError(`must be str or None, not ${typeName(sep)}`);
    if (strLength(x) === 0) throw valueError('empty separator');
    if (max < 0) vm.charge(strLength(s) >> 5);
    return new PyList(by(s, x, max));
  });

function splitBy(s: Str, sep: Str, max: number): PyValue[] {
  if (typeof s === 'string') {
    if (typeof sep !== 'string') return [s];
    if (max < 0) {
      // Not String.prototype.split, which is a call of the engine's runtime.
      const out: string[] = [];
      let at = 0;
      for (let i = s.indexOf(sep); i >= 0; i = s.indexOf(sep, at)) {
        out.push(s.substring(at, i));
        at = i + sep.length;
      }
      out.push(at === 0 ? s : s.substring(at));
      return out;
    }
  }
  const out: PyValue[] = [];
  const n = strLength(s);
  const m = strLength(sep);
  let at = 0;
  while (max-- !== 0) {
    const i = strFind(s, sep, at, n);
    if (i < 0) break;
    out.push(strSlice(s, at, i));
    at = i + m;
  }
  out.push(strSlice(s, at, n));
  return out;
}

function rsplitBy(s: Str, sep: Str, max: number): PyValue[] {
  const out: PyValue[] = [];
  const m = strLength(sep);
  let to = strLength(s);
  while (max-- !== 0) {
    const i = strRfind(s, sep, 0, to);
    if (i < 0) break;
    out.push(strSlice(s, i + m, to));
    to = i;
  }
  out.push(strSlice(s, 0, to));
  return out.reverse();
}

const isLineEnd = (c: number): boolean => c <= 0x1e ? (c >= 10 && c <= 13) || c >= 0x1c : c === 0x85 || c === 0x2028 || c === 0x2029;

const splitlines = indexArgs('str.splitlines', [1], (_vm, self, keep: Int) => {
  toCInt(keep);
  const s = strOf(self);
  const out: PyValue[] = [];
  const n = strLength(s);
  work(2 * n);
  let i = 0;
  while (i < n) {
    const from = i;
    while (i < n && !isLineEnd(codeAt(s, i))) i++;
    const to = i;
    if (i < n) i += codeAt(s, i) === 13 && i + 1 < n && codeAt(s, i + 1) === 10 ? 2 : 1;
    out.push(strSlice(s, from, keep != 0 ? i : to));
  }
  return new PyList(out);
});

function partition(self: PyValue, sep: PyValue, fromRight: boolean): Result {
  const s = strOf(self);
  const x = mustBeStr(sep);
  const m = strLength(x);
  if (m === 0) throw valueError('empty separator');
  const n = strLength(s);
  const i = fromRight ? strRfind(s, x, 0, n) : strFind(s, x, 0, n);
  if (i < 0) return new PyTuple(fromRight ? ['', '', self] : [self, '', '']);
  return new PyTuple([strSlice(s, 0, i), x, strSlice(s, i + m, n)]);
}

// ---- join ----

/** Units of the JS strings `items` from `from` to `to`; -1: there is something else among them. */
function unitsIn(items: readonly PyValue[], from: number, to: number): number {
  let size = 0;
  for (let i = from; i < to; i++) {
    const v = items[i];
    if (typeof v !== 'string') return -1;
    size += v.length;
  }
  return size;
}

/** The same of all. A few are joined so often that even the closure for parts of them is felt. */
function unitsOf(items: readonly PyValue[]): number {
  return items.length < 64 ? unitsIn(items, 0, items.length) : unitsOfMany(items);
}

function unitsOfMany(items: readonly PyValue[]): number {
  let size = 0;
  const plain = inChunks(items.length, (from, to) => {
    const units = unitsIn(items, from, to);
    size += units;
    return units >= 0;
  });
  return plain ? size : -1;
}

/** `sep.join(items)` of values that are known; throws TypeError for one that is no str. */
export function joinItems(vm: VM, sep: Str, items: readonly PyValue[]): Str {
  const n = items.length;
  if (n === 0) return '';
  work(4 * n);
  let size = unitsOf(items);
  let simple = typeof sep === 'string';
  let strs = items as readonly Str[];
  if (size < 0) {
    size = 0;
    for (let i = 0; i < n; i++) {
      const v = items[i]!;
      const s = asStr(v);
      if (s === undefined) throw typeError(`sequence item ${i}: expected str instance, ${typeName(v)} found`);
      if (typeof s !== 'string') simple = false;
      if (s !== v) {
        if (strs === items) strs = items.slice() as Str[];
        (strs as Str[])[i] = s;
      }
      size += strLength(s);
    }
  }
  size += (n - 1) * strLength(sep);
  if (size > 4096) vm.charge(size >> 4);
  if (size > MAX_STR) throw error('MemoryError');
  if (n === 1) return strs[0]!;
  return simple ? strFromUnits((strs as string[]).join(sep as string)) : strJoin(strs, sep);
}

function join(vm: VM, self: PyValue, iterable: PyValue): Result {
  const sep = strOf(self);
  if (iterable instanceof PyList && iterable.cls === T.list) return joinItems(vm, sep, iterable.items);
  if (iterable instanceof PyTuple && iterable.cls === T.tuple) return joinItems(vm, sep, iterable.items);
  const items = itemsSync(iterable);
  if (items !== undefined) return joinItems(vm, sep, items);
  return andThen(vm, vm.frame, iterElse(vm, iterable, 'can only join an iterable'), JOIN_ITER, sep);
}

const JOIN_ITER = cont('str.join.iter', (vm, it, c) => andThen(vm, vm.frame, listFrom(vm, it!), JOIN, c.a));
const JOIN = cont('str.join', (vm, list, c) => joinItems(vm, c.a, (list as PyList).items));

extendType(T.str, {
  methods: {
    '!find(self, sub, start=<unset>, end=<unset>, /)': searching('find', find),
    '!rfind(self, sub, start=<unset>, end=<unset>, /)': searching('rfind', rfind),
    '!index(self, sub, start=<unset>, end=<unset>, /)': searching('index', (s, x, i, j, vm) => found(vm, find(s, x, i, j))),
    '!rindex(self, sub, start=<unset>, end=<unset>, /)': searching('rindex', (s, x, i, j, vm) => found(vm, rfind(s, x, i, j))),
    '!count(self, sub, start=<unset>, end=<unset>, /)': searching('count', strCount),
    '!startswith(self, prefix, start=<unset>, end=<unset>, /)': tailMatch('startswith', false),
    '!endswith(self, suffix, start=<unset>, end=<unset>, /)': tailMatch('endswith', true),
    '!replace(self, old, new, count=-1, /)': indexArgs(
      'str.replace',
      [3],
      (vm, self, old, new_, count: Int) => replaceAll(vm, strOf(self), strArg(old, 'replace', '1'), strArg(new_, 'replace', '2'), toSsize(count)),
      false,
      (args) => {
        strArg(args[1], 'replace', '1');
        strArg(args[2], 'replace', '2');
      },
    ),
    '!split(self, /, sep=None, maxsplit=-1)': splitting('split', splitWhitespace, splitBy),
    '!rsplit(self, /, sep=None, maxsplit=-1)': splitting('rsplit', rsplitWhitespace, rsplitBy),
    '!splitlines(self, /, keepends=False)': splitlines,
    'partition(self, sep, /)': (_vm, self, sep) => partition(self, sep, false),
    'rpartition(self, sep, /)': (_vm, self, sep) => partition(self, sep, true),
    '!join(self, iterable, /)': join,
    'removeprefix(self, prefix, /)': (_vm, self, prefix) => {
      const s = strOf(self);
      const x = strArg(prefix, 'removeprefix', '');
      const n = strLength(s);
      return hasAt(s, x, 0, n) ? strSlice(s, strLength(x), n) : s;
    },
    'removesuffix(self, suffix, /)': (_vm, self, suffix) => {
      const s = strOf(self);
      const x = strArg(suffix, 'removesuffix', '');
      const n = strLength(s);
      const m = strLength(x);
      return m > 0 && n >= m && hasAt(s, x, n - m, n) ? strSlice(s, 0, n - m) : s;
    },
  },
});
