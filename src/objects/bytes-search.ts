/** Methods bytes and bytearray share, part one: find, count, split, replace, join, ... */
import { index } from './convert.js';
import { work } from './work.js';
import { cont, T, andThen, typeOf, type PyValue, type Result, type VM } from './object.js';
import { bound, indexArgs, MAX_STR } from './args.js';
import { asBytes } from './bytes.js';
import { error, typeError, valueError } from './errors.js';
import { asInt, type Int, toCInt, toSsize } from './int.js';
import { iterElse, itemsSync, listFrom } from './iterate.js';
import { PyList, PyTuple } from './tuple.js';
import { typeName } from './type.js';
import { lookupSpecial } from './call.js';
import type { NativeFn } from './native.js';

/** Makes the type's own kind of object. */
export type Make = (b: Uint8Array) => PyValue;

export const bytesOf = (v: PyValue): Uint8Array => asBytes(v)!;

/** A bytes-like argument. */
export function bytesArg(v: PyValue): Uint8Array {
  const b = asBytes(v);
  if (b === undefined) throw typeError(`a bytes-like object is required, not '${v === null ? 'NoneType' : typeName(v)}'`);
  return b;
}

/** A byte from an int. */
export function byteArg(n: Int): number {
  if (n < 0 || n > 255) throw valueError('byte must be in range(0, 256)');
  return Number(n);
}

/** First index of `x` in `b[i:j]`, or -1. */
export function bytesFind(b: Uint8Array, x: Uint8Array, i: number, j: number): number {
  const last = j - x.length;
  if (i > last) return -1;
  if (x.length === 0) return i;
  const first = x[0]!;
  for (let at = b.indexOf(first, i); at >= 0 && at <= last; at = b.indexOf(first, at + 1)) {
    let k = 1;
    while (k < x.length && b[at + k] === x[k]) k++;
    if (k === x.length) {
      work((at - i) >> 2);
      return at;
    }
  }
  work((j - i) >> 2);
  return -1;
}

export function bytesRfind(b: Uint8Array, x: Uint8Array, i: number, j: number): number {
  for (let at = j - x.length; at >= i; at--) {
    let k = 0;
    while (k < x.length && b[at + k] === x[k]) k++;
    if (k === x.length) {
      work((j - at) >> 2);
      return at;
    }
  }
  work((j - i) >> 2);
  return -1;
}

function bytesCount(b: Uint8Array, x: Uint8Array, i: number, j: number): number {
  if (i > j) return 0;
  if (x.length === 0) return j - i + 1;
  let n = 0;
  for (let at = bytesFind(b, x, i, j); at >= 0; at = bytesFind(b, x, at + x.length, j)) if ((++n & 255) === 0) work(4096);
  return n;
}

export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if ((i & 4095) === 4095) work(4096 >> 2);
    if (a[i] !== b[i]) return false;
  }
  return true;
}

export function concatBytes(parts: readonly Uint8Array[], sep: Uint8Array): Uint8Array {
  let n = Math.max(0, parts.length - 1) * sep.length;
  for (const p of parts) n += p.length;
  if (n > 0x7fffffff) throw error('MemoryError');
  work(8 * parts.length + (n >> 4));
  const out = new Uint8Array(n);
  let at = 0;
  parts.forEach((p, i) => {
    if (i > 0) {
      out.set(sep, at);
      at += sep.length;
    }
    out.set(p, at);
    at += p.length;
  });
  return out;
}

const EMPTY = new Uint8Array(0);
const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);

/** What to look for: a bytes-like object, or one byte as int. */
function needle(v: PyValue): Uint8Array {
  const b = asBytes(v);
  if (b !== undefined) return b;
  const n = asInt(v);
  if (n === undefined) throw typeError(`argument should be integer or bytes-like object, not '${v === null ? 'NoneType' : typeName(v)}'`);
  return Uint8Array.of(byteArg(n));
}

/** Rows for one of the two types; `prefix` keeps names of wrapped natives apart. */
export function searchMethods(prefix: string, make: Make): Record<string, NativeFn> {
  const searching = (name: string, f: (b: Uint8Array, x: Uint8Array, i: number, j: number) => Result): NativeFn =>
    indexArgs(
      `${prefix}.${name}`,
      [2, 3],
      (vm, self, sub, start, end) => {
        if (typeof sub === 'object' && sub !== null && asBytes(sub) === undefined && lookupSpecial(sub, '__index__') !== undefined && asInt(sub) === undefined) {
          return andThen(vm, vm.frame, index(vm, sub), SEARCH_INDEX, prefix, name, self, [start, end]);
        }
        const b = bytesOf(self);
        const n = b.length;
        return f(b, needle(sub), bound(start, n, 0), Math.min(bound(end, n, n), n));
      },
      true,
    );
  const find = (b: Uint8Array, x: Uint8Array, i: number, j: number): number => (i > j ? -1 : bytesFind(b, x, i, j));
  const rfind = (b: Uint8Array, x: Uint8Array, i: number, j: number): number => (i > j ? -1 : bytesRfind(b, x, i, j));
  const found = (i: number): number => {
    if (i < 0) throw valueError('subsection not found');
    return i;
  };

  const tailMatch = (name: string, atEnd: boolean): NativeFn =>
    indexArgs(
      `${prefix}.${name}`,
      [2, 3],
      (_vm, self, what, start, end) => {
        const b = bytesOf(self);
        const n = b.length;
        const i = bound(start, n, 0);
        const j = Math.min(bound(end, n, n), n);
        const test = (x: Uint8Array): boolean => {
          if (i > j || j - i < x.length) return false;
          const at = atEnd ? j - x.length : i;
          work(x.length >> 2);
          for (let k = 0; k < x.length; k++) if (b[at + k] !== x[k]) return false;
          return true;
        };
        if (what instanceof PyTuple) {
          for (const p of what.items) if (test(bytesArg(p))) return true;
          return false;
        }
        const x = asBytes(what);
        if (x === undefined) throw typeError(`${name} first arg must be bytes or a tuple of bytes, not ${what === null ? 'NoneType' : typeName(what)}`);
        return test(x);
      },
      true,
    );

  const splitting = (name: string, fromRight: boolean): NativeFn =>
    indexArgs(`${prefix}.${name}`, [2], (_vm, self, sep, maxsplit: Int) => {
      const b = bytesOf(self);
      const max = toSsize(maxsplit);
      const x = sep === null ? null : bytesArg(sep);
      if (x !== null && x.length === 0) throw valueError('empty separator');
      const ranges = x === null ? splitSpace(b, max, fromRight) : fromRight ? rsplitBy(b, x, max) : splitBy(b, x, max);
      work(64 * ranges.length);
      return new PyList(ranges.map(([i, j]) => make(b.slice(i, j))));
    });

  const partition = (self: PyValue, sep: PyValue, fromRight: boolean): Result => {
    const b = bytesOf(self);
    const x = bytesArg(sep);
    if (x.length === 0) throw valueError('empty separator');
    const i = fromRight ? bytesRfind(b, x, 0, b.length) : bytesFind(b, x, 0, b.length);
    if (i < 0) {
      const parts = [make(EMPTY.slice()), make(EMPTY.slice())];
      const whole = prefix === 'bytes' ? self : make(b.slice());
      return new PyTuple(fromRight ? [...parts, whole] : [whole, ...parts]);
    }
    // bytes gives the separator object back, bytearray a copy.
    return new PyTuple([make(b.slice(0, i)), prefix === 'bytes' ? sep : make(x.slice()), make(b.slice(i + x.length))]);
  };

  const joinItems = (vm: VM, sep: Uint8Array, items: readonly PyValue[]): Result => {
    const parts = items.map((v, i) => {
      const b = asBytes(v);
      if (b === undefined) throw typeError(`sequence item ${i}: expected a bytes-like object, ${v === null ? 'NoneType' : typeName(v)} found`);
      return b;
    });
    vm.charge(parts.length);
    return make(concatBytes(parts, sep));
  };
  const JOIN_ITER = cont(`${prefix}.join.iter`, (vm, it, c) => andThen(vm, vm.frame, listFrom(vm, it!), JOIN, c.a));
  const JOIN = cont(`${prefix}.join`, (vm, list, c) => joinItems(vm, bytesOf(c.a), (list as PyList).items));

  const rows: Record<string, NativeFn> = {
    '!find(self, sub, start=<unset>, end=<unset>, /)': searching('find', find),
    '!rfind(self, sub, start=<unset>, end=<unset>, /)': searching('rfind', rfind),
    '!index(self, sub, start=<unset>, end=<unset>, /)': searching('index', (b, x, i, j) => found(find(b, x, i, j))),
    '!rindex(self, sub, start=<unset>, end=<unset>, /)': searching('rindex', (b, x, i, j) => found(rfind(b, x, i, j))),
    '!count(self, sub, start=<unset>, end=<unset>, /)': searching('count', bytesCount),
    '!startswith(self, prefix, start=<unset>, end=<unset>, /)': tailMatch('startswith', false),
    '!endswith(self, suffix, start=<unset>, end=<unset>, /)': tailMatch('endswith', true),
    '!split(self, /, sep=None, maxsplit=-1)': splitting('split', false),
    '!rsplit(self, /, sep=None, maxsplit=-1)': splitting('rsplit', true),
    '!splitlines(self, /, keepends=False)': indexArgs(`${prefix}.splitlines`, [1], (_vm, self, keep: Int) => {
      toCInt(keep);
      const b = bytesOf(self);
      work(4 * b.length);
      const out: PyValue[] = [];
      for (let i = 0; i < b.length; ) {
        const from = i;
        while (i < b.length && b[i] !== 10 && b[i] !== 13) i++;
        const to = i;
        if (i < b.length) i += b[i] === 13 && b[i + 1] === 10 ? 2 : 1;
        out.push(make(b.slice(from, keep != 0 ? i : to)));
      }
      return new PyList(out);
    }),
    'partition(self, sep, /)': (_vm, self, sep) => partition(self, sep, false),
    'rpartition(self, sep, /)': (_vm, self, sep) => partition(self, sep, true),
    '!replace(self, old, new, count=-1, /)': indexArgs(
      `${prefix}.replace`,
      [3],
      (vm, self, old, new_, count: Int) => make(replaceBytes(vm, bytesOf(self), bytesArg(old), bytesArg(new_), toSsize(count))),
      false,
      (args) => {
        bytesArg(args[1]);
        bytesArg(args[2]);
      },
    ),
    '!join(self, iterable_of_bytes, /)': (vm, self, iterable) => {
      const items = itemsSync(iterable);
      if (items !== undefined) return joinItems(vm, bytesOf(self), items);
      return andThen(vm, vm.frame, iterElse(vm, iterable, 'can only join an iterable'), JOIN_ITER, self);
    },
    'removeprefix(self, prefix, /)': (_vm, self, what) => {
      const b = bytesOf(self);
      const x = bytesArg(what);
      return make(x.length <= b.length && bytesEqual(b.subarray(0, x.length), x) ? b.slice(x.length) : b.slice());
    },
    'removesuffix(self, suffix, /)': (_vm, self, what) => {
      const b = bytesOf(self);
      const x = bytesArg(what);
      const at = b.length - x.length;
      return make(at >= 0 && bytesEqual(b.subarray(at), x) ? b.slice(0, at) : b.slice());
    },
  };
  return rows;
}

/** The byte of a guest `__index__` is there: search again. */
const SEARCH_INDEX = cont('bytes.search.index', (vm, v, c) => {
  const method = (c.a === 'bytes' ? T.bytes : T.bytearray).dict.getStr(c.b) as unknown as { def: { fn: NativeFn } };
  const n = asInt(v!);
  if (n === undefined) throw typeError(`__index__ returned non-int (type ${typeName(v!)})`);
  return method.def.fn(vm, c.c, n, ...(c.d as unknown[]));
});

type Range = [from: number, to: number];

function splitSpace(b: Uint8Array, max: number, fromRight: boolean): Range[] {
  const out: Range[] = [];
  let i = 0;
  let j = b.length;
  work(max < 0 ? j : Math.min(j, 16 * max));
  if (!fromRight) {
    for (;;) {
      while (i < j && isSpace(b[i]!)) i++;
      if (i === j) return out;
      if (max-- === 0) break;
      const from = i;
      while (i < j && !isSpace(b[i]!)) i++;
      out.push([from, i]);
    }
    out.push([i, j]);
    return out;
  }
  for (;;) {
    while (j > 0 && isSpace(b[j - 1]!)) j--;
    if (j === 0) return out.reverse();
    if (max-- === 0) break;
    const to = j;
    while (j > 0 && !isSpace(b[j - 1]!)) j--;
    out.push([j, to]);
  }
  out.push([0, j]);
  return out.reverse();
}

function splitBy(b: Uint8Array, x: Uint8Array, max: number): Range[] {
  const out: Range[] = [];
  let at = 0;
  while (max-- !== 0) {
    const i = bytesFind(b, x, at, b.length);
    if (i < 0) break;
    out.push([at, i]);
    at = i + x.length;
  }
  out.push([at, b.length]);
  return out;
}

function rsplitBy(b: Uint8Array, x: Uint8Array, max: number): Range[] {
  const out: Range[] = [];
  let to = b.length;
  while (max-- !== 0) {
    const i = bytesRfind(b, x, 0, to);
    if (i < 0) break;
    out.push([i + x.length, to]);
    to = i;
  }
  out.push([0, to]);
  return out.reverse();
}

function replaceBytes(vm: VM, b: Uint8Array, from: Uint8Array, to: Uint8Array, max: number): Uint8Array {
  if (max === 0) return b.slice();
  const parts: Uint8Array[] = [];
  if (from.length === 0) {
    const hits = max < 0 ? b.length + 1 : Math.min(max, b.length + 1);
    if (hits * to.length > MAX_STR) throw error('MemoryError');
    work(8 * hits);
    for (let i = 0; i < hits; i++) parts.push(to, i < b.length ? b.subarray(i, i + 1) : EMPTY);
    parts.push(b.subarray(Math.min(hits, b.length)));
    return concatBytes(parts, EMPTY);
  }
  let at = 0;
  for (let i = bytesFind(b, from, 0, b.length); i >= 0 && max-- !== 0; i = bytesFind(b, from, at, b.length)) {
    parts.push(b.subarray(at, i));
    at = i + from.length;
  }
  if (parts.length === 0) return b.slice();
  parts.push(b.subarray(at));
  vm.charge((b.length + parts.length * to.length) >> 4);
  return concatBytes(parts, to);
}
