/** Builtin functions over iterables: sum, min, max, any, all, sorted. Guest code in them: the prelude. */
import { typeOf } from '../objects/object.js';
import { typeName } from '../objects/type.js';
import { andThen, cont, Cont, insertCont, PUSHED, PyFloat, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { typeError, valueError } from '../objects/errors.js';
import { callPrelude } from '../objects/call.js';
import { truthSync } from '../objects/convert.js';
import { itemsSync, iter, listFrom, next } from '../objects/iterate.js';
import { PyTupleIterator } from '../objects/iterators.js';
import { search } from './extreme.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { PyRange } from '../objects/range-type.js';
import { ExtremeSink, into, isPlainGenerator, QuantifySink, SumSink } from '../objects/sink.js';
import { sortList } from '../objects/sort.js';
import { asStr } from '../objects/str.js';
import { asBytes, PyByteArray, PyBytes } from '../objects/bytes.js';
import type { NativeFn } from '../objects/native.js';

/** The list is made before list.sort() sees its arguments. */
const NO_KEYWORD = cont('sorted.keyword', (_vm, _list, c) => {
  throw typeError(`'${c.a}' is an invalid keyword argument for sort()`);
});
const SORT = cont('sorted', (vm, list, c) => {
  const base = vm.frame;
  return andThen(vm, base, sortList(vm, list as PyList, c.a, c.b), SORTED, list);
});
const SORTED = cont('sorted.done', (_vm, _v, c) => c.a);

/** Extreme of native keys of one kind; undefined: use the prelude. */
function extreme(items: readonly PyValue[], sign: 1 | -1): PyValue | undefined {
  const first = items[0]!;
  let best = first;
  if (typeof first === 'number' || typeof first === 'string') {
    for (const x of items) {
      if (typeof x !== typeof first) return undefined;
      if (sign === 1 ? (x as number) > (best as number) : (x as number) < (best as number)) best = x!;
    }
    return best;
  }
  if (first instanceof PyFloat && first.cls === T.float) {
    for (const x of items) {
      if (!(x instanceof PyFloat) || x.cls !== T.float) return undefined;
      if (sign === 1 ? x.v > (best as PyFloat).v : x.v < (best as PyFloat).v) best = x;
    }
    return best;
  }
  return undefined;
}

const SEARCH = cont('extreme.iter', (vm, it, c) => search(vm, it!, c.a, c.b, c.c));

function minMax(name: 'min' | 'max', sign: 1 | -1): NativeFn {
  return (vm, key, dflt, args: PyValue[]) => {
    if (args.length === 0) throw typeError(`${name} expected at least 1 argument, got 0`);
    if (args.length > 1 && dflt !== undefined) throw typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
    const items = args.length > 1 ? args : itemsSync(args[0]!);
    const empty = (m: VM): Result => (dflt !== undefined ? dflt : m.raise(valueError(`${name}() arg is an empty sequence`)));
    if (items === undefined && key === null && isPlainGenerator(args[0]!)) return into(vm, args[0], new ExtremeSink(sign, empty));
    if (items !== undefined && key === null) {
      if (items.length === 0) return empty(vm);
      vm.charge(items.length);
      const v = extreme(items, sign);
      if (v !== undefined) return v;
    }
    if (args.length > 1) return search(vm, new PyTupleIterator(new PyTuple(args)), key, sign, empty);
    const base = vm.frame;
    const it = iter(vm, args[0]!);
    return it === PUSHED || it === undefined ? andThen(vm, base, it, SEARCH, key, sign, empty) : search(vm, it, key, sign, empty);
  };
}

function sumNative(vm: VM, items: readonly PyValue[], start: PyValue): PyValue | undefined {
  let i = 0;
  let total = start;
  if (typeof total === 'number') {
    let t = total;
    for (; i < items.length; i++) {
      const x = items[i]!;
      if (typeof x !== 'number') break;
      const s = t + x;
      if (!Number.isSafeInteger(s)) break;
      t = s;
    }
    total = t;
  }
  if (i < items.length && (total instanceof PyFloat || (typeof total === 'number' && items[i] instanceof PyFloat))) {
    let t = total instanceof PyFloat ? total.v : total;
    if (total instanceof PyFloat && total.cls !== T.float) return undefined;
    for (; i < items.length; i++) {
      const x = items[i]!;
      if (x instanceof PyFloat && x.cls === T.float) t += x.v;
      else if (typeof x === 'number') t += x;
      else break;
    }
    total = new PyFloat(t);
  }
  void vm;
  return i === items.length ? total : undefined;
}

/** The sum of what an iterator gives, as long as there are ints and floats and no Python code is needed. */
function sumOver(vm: VM, it: PyValue, start: PyValue): Result {
  let float = start instanceof PyFloat && start.cls === T.float;
  if (!float && typeof start !== 'number') return callPrelude(vm, 'sum', it, start);
  let t = float ? (start as PyFloat).v : (start as number);
  for (let n = 1; ; n++) {
    const base = vm.frame;
    const v = next(vm, it);
    if (typeof v === 'boolean') t += v ? 1 : 0;
    else if (typeof v === 'number' && (float || Number.isSafeInteger(t + v))) t += v;
    else if (v instanceof PyFloat && v.cls === T.float) {
      t += v.v;
      float = true;
    } else {
      const total = float ? new PyFloat(t) : t;
      if (v === undefined) return vm.exc === null ? total : undefined;
      return v === PUSHED ? insertCont(vm, base, new Cont(SUM_REST, it, total, null, null)) : callPrelude(vm, 'sum_rest', v, it, total);
    }
    if ((n & 1023) === 0) vm.charge(1024);
  }
}
const SUM_OF = cont('sum.of', (vm, it, c) => sumOver(vm, it!, c.a));
const SUM_REST = cont('sum.rest', (vm, v, c) => (v !== undefined ? callPrelude(vm, 'sum_rest', v, c.a, c.b) : vm.exc === null ? c.b : undefined), { iter: true });

/** Sum of an arithmetic progression, when it stays exact. */
function sumRange(r: PyRange, start: PyValue): PyValue | undefined {
  if (typeof start !== 'number' || typeof r.start !== 'number' || typeof r.step !== 'number' || typeof r.length !== 'number') return undefined;
  const s = BigInt(start) + (BigInt(r.length) * (2n * BigInt(r.start) + BigInt(r.length - 1) * BigInt(r.step))) / 2n;
  const n = Number(s);
  return Number.isSafeInteger(n) ? n : s;
}

export const sequenceFunctions: Record<string, NativeFn> = {
  '!sorted(*args, key=None, reverse=False, **kwargs)': (vm, key, reverse, args: PyValue[], rest: Map<string, PyValue>) => {
    if (args.length !== 1) throw typeError(`sorted expected 1 argument, got ${args.length}`);
    const iterable = args[0]!;
    const base = vm.frame;
    for (const k of rest.keys()) return andThen(vm, base, listFrom(vm, iterable), NO_KEYWORD, k);
    return andThen(vm, base, listFrom(vm, iterable), SORT, key, reverse);
  },
  '!min(*args, key=None, default=<unset>)': minMax('min', -1),
  '!max(*args, key=None, default=<unset>)': minMax('max', 1),
  '!sum(iterable, /, start=0)': (vm, iterable, start) => {
    if (typeOf(iterable).lookup('__iter__') === undefined && typeOf(iterable).lookup('__getitem__') === undefined) throw typeError(`'${typeName(iterable)}' object is not iterable`);
    if (asStr(start) !== undefined) throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
    if (start instanceof PyBytes) throw typeError("sum() can't sum bytes [use b''.join(seq) instead]");
    if (start instanceof PyByteArray) throw typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
    if (iterable instanceof PyRange) {
      const s = sumRange(iterable, start);
      if (s !== undefined) return s;
    }
    if ((iterable instanceof PyBytes || iterable instanceof PyByteArray) && (iterable.cls === T.bytes || iterable.cls === T.bytearray) && typeof start === 'number' && Math.abs(start) < 2 ** 52) {
      const v = asBytes(iterable)!;
      vm.charge(v.length >> 4);
      let t = start;
      for (let i = 0; i < v.length; i++) t += v[i]!;
      return t;
    }
    const items = itemsSync(iterable);
    if (items !== undefined) {
      vm.charge(items.length);
      const s = sumNative(vm, items, start);
      if (s !== undefined) return s;
    }
    if (typeof start === 'number' && isPlainGenerator(iterable)) return into(vm, iterable, new SumSink(start));
    const base = vm.frame;
    return andThen(vm, base, iter(vm, iterable), SUM_OF, start);
  },
  '!any(iterable, /)': (vm, iterable) => quantify(vm, iterable, true, 'any'),
  '!all(iterable, /)': (vm, iterable) => quantify(vm, iterable, false, 'all'),
};

function quantify(vm: VM, iterable: PyValue, stopAt: boolean, name: 'any' | 'all'): Result {
  const items = itemsSync(iterable);
  if (items === undefined) return isPlainGenerator(iterable) ? into(vm, iterable, new QuantifySink(vm, stopAt)) : callPrelude(vm, name, iterable);
  for (const x of items) {
    const t = truthSync(vm, x);
    if (t === undefined) return callPrelude(vm, name, iterable);
    if (t === stopAt) return stopAt;
  }
  return !stopAt;
}
