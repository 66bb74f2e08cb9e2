/** Displays, unpacking, f-string fields. */
import { work } from '../../objects/work.js';
import { Op } from '../../bytecode/opcodes.js';
import { cont, NOVALUE, PUSHED, andThen, T, typeOf, type PyValue, type Result } from '../../objects/object.js';
import { typeError, valueError } from '../../objects/errors.js';
import { PyDict } from '../../objects/dict.js';
import { frozensetOf, PySet } from '../../objects/set.js';
import { ADD } from '../../objects/set-type.js';
import { searchKey } from '../../objects/key-search.js';
import { PyList, PyTuple, tupleOf } from '../../objects/tuple.js';
import { callPrelude } from '../../objects/call.js';
import { iter, itemsSync, listFrom, next } from '../../objects/iterate.js';
import { ascii, format, repr, str } from '../../objects/convert.js';
import { setitem } from '../../objects/subscript.js';
import { asStr, strConcat, type Str } from '../../objects/str.js';
import { typeName } from '../../objects/type.js';
import { samePlace, type PyFrame } from '../../objects/frame.js';
import type { Thread } from '../thread.js';
import { discard } from './arithmetic.js';
import { Cont, insertCont } from '../../objects/object.js';

/** The `n` operands of the instruction at `f.lasti` were all loaded by LOAD_CONST. */
function constantsBefore(f: PyFrame, n: number): boolean {
  const { code } = f.code.co;
  for (let k = 1; k <= n; k++) if (code[f.lasti - 3 * k] !== Op.LOAD_CONST) return false;
  return true;
}

/** The instruction behind the one at `f.lasti`, which has an operand. */
const nextOp = (f: PyFrame): number => f.code.co.code[f.lasti + 3]!;

/** BUILD_MAP, _SET, _STRING and the _UNPACK family; the parts start at `st[at]`. */
export function build(vm: Thread, f: PyFrame, op: number, st: readonly any[], at: number, n: number): Result {
  switch (op) {
    case Op.BUILD_MAP: {
      const d = new PyDict();
      for (let i = 0; i < n; i++) {
        if (!d.setFast(st[at + 2 * i], st[at + 2 * i + 1])) {
          const rest: PyValue[] = [];
          for (let k = at + 2 * i; k < at + 2 * n; k++) rest.push(st[k]);
          return callPrelude(vm, 'build_map', d, new PyList(rest));
        }
      }
      return d;
    }
    case Op.BUILD_SET: {
      // What stands behind a star is hashed when the star was unpacked; a display behind a star has a place of its own.
      if (nextOp(f) === Op.BUILD_SET_UNPACK && samePlace(f.code, f.lasti, f.lasti + 3)) return new PyTuple(st.slice(at, at + n));
      const s = new PySet(T.set);
      for (let i = 0; i < n; i++) {
        if (!s.addFast(st[at + i])) {
          const rest: PyValue[] = [];
          for (let k = at + i; k < at + n; k++) rest.push(st[k]);
          return callPrelude(vm, 'build_set', s, new PyList(rest));
        }
      }
      // CPython 3.11 makes a display of three constants or more from a frozenset, which may have another order.
      return n > 2 && constantsBefore(f, n) ? frozensetOf(s.items()).copyAs(T.set) : s;
    }
    case Op.BUILD_STRING: {
      let out = st[at] as Str;
      for (let i = 1; i < n; i++) out = strConcat(out, st[at + i]);
      return out;
    }
    default: {
      const parts: PyValue[] = [];
      for (let i = 0; i < n; i++) parts.push(st[at + i]);
      return buildUnpack(vm, f, op, parts, at);
    }
  }
}

function buildUnpack(vm: Thread, f: PyFrame, op: number, parts: PyValue[], at: number): Result {
  switch (op) {
    case Op.BUILD_LIST_UNPACK:
    case Op.BUILD_TUPLE_UNPACK: {
      const out: PyValue[] = [];
      for (let i = 0; i < parts.length; i++) {
        const items = itemsSync(parts[i]!);
        if (items === undefined) {
          return andThen(vm, vm.frame, callPrelude(vm, 'unpack_into', new PyList(out), new PyTuple(parts.slice(i))), op === Op.BUILD_TUPLE_UNPACK ? TO_TUPLE : SAME);
        }
        for (const x of items) out.push(x);
      }
      return op === Op.BUILD_TUPLE_UNPACK ? tupleOf(out) : new PyList(out);
    }
    case Op.BUILD_SET_UNPACK: {
      const first = parts[0]!;
      if (first instanceof PySet && (first.cls === T.set || first.cls === T.frozenset)) return unpackSets(vm, first.copyAs(T.set), parts.slice(1));
      return unpackSets(vm, new PySet(T.set), parts);
    }
    case Op.BUILD_MAP_UNPACK: {
      const d = new PyDict();
      for (let i = 0; i < parts.length; i++) {
        const p = parts[i]!;
        if (!(p instanceof PyDict && p.cls === T.dict && mergeFast(d, p))) return callPrelude(vm, 'build_map_unpack', d, new PyTuple(parts.slice(i)));
      }
      return d;
    }
    default: {
      // BUILD_MAP_UNPACK_WITH_CALL: keyword arguments of a call. That the names are strings is seen at the call.
      const d = new PyDict();
      for (let i = 0; i < parts.length; i++) {
        const p = parts[i]!;
        if (!(p instanceof PyDict && p.cls === T.dict && addFast(d, p))) return callPrelude(vm, 'merge_kwargs', d, new PyTuple(parts.slice(i)), calleeBelow(f, at), namesBelow(f, at));
      }
      return d;
    }
  }
}

const unpackSets = (vm: Thread, s: PySet, parts: PyValue[]): Result => (parts.length === 0 ? s : callPrelude(vm, 'build_set_unpack', s, new PyTuple(parts)));

/** Keyword pairs between the function a BUILD_MAP_UNPACK_WITH_CALL is for and its operands, if the call comes next. */
function pairsBelow(f: PyFrame): number {
  const call = nextOp(f);
  return call === Op.CALL_FUNCTION_KW || call === Op.CALL_FUNCTION_VAR_KW ? f.code.co.code[f.lasti + 5]! : 0;
}

/** The function a BUILD_MAP_UNPACK_WITH_CALL is for; its operands began at `st[at]`. */
function calleeBelow(f: PyFrame, at: number): PyValue {
  // 3.5.2's figure counts a keyword pair once; the call tells how many there are.
  return f.st[at - f.code.co.code[f.lasti + 2]! - pairsBelow(f)] as PyValue;
}

/** The names of those pairs. */
function namesBelow(f: PyFrame, at: number): PyTuple {
  const names: PyValue[] = [];
  for (let i = at - 2 * pairsBelow(f); i < at; i += 2) names.push(f.st[i] as PyValue);
  return new PyTuple(names);
}

/** Adds keywords that are all new; false (and some may be added): that is for the prelude. */
function addFast(into: PyDict, from: PyDict): boolean {
  work(4 * from.used);
  for (const k of from.keys) if (k !== undefined && into.find(k) !== -1) return false;
  return mergeFast(into, from);
}

function mergeFast(into: PyDict, from: PyDict): boolean {
  if (into.used === 0) {
    into.takeFrom(from);
    return true;
  }
  if (from.hashes !== null) return false;
  for (const [k, v] of from.entries()) if (!into.setFast(k, v)) return false;
  return true;
}

const TO_TUPLE = cont('build.tuple', (_vm, list) => tupleOf((list as PyList).items));
const SAME = cont('build.same', (_vm, v) => v);

/** SET_ADD, MAP_ADD, MAP_ADD_VK (comprehensions). a, b: the values in stack order. */
export function addTo(vm: Thread, op: number, target: PyValue, a: PyValue, b: PyValue): Result {
  if (op === Op.SET_ADD) {
    if ((target as PySet).addFast(a)) return NOVALUE;
    return discard(vm, vm.frame, searchKey(vm, target as PySet, a, ADD));
  }
  const [k, v] = op === Op.MAP_ADD ? [b, a] : [a, b];
  if ((target as PyDict).setFast(k, v)) return NOVALUE;
  return discard(vm, vm.frame, setitem(vm, target, k, v));
}

/** UNPACK_SEQUENCE beyond exact list and tuple of the right length; pushes onto `f`'s stack. */
export function unpackSequence(vm: Thread, f: PyFrame, v: PyValue, n: number): Result {
  const items = itemsSync(v);
  if (items !== undefined) return pushUnpacked(vm, f, items, n);
  if (typeOf(v).lookup('__iter__') === undefined && typeOf(v).lookup('__getitem__') === undefined) {
    return vm.raise(typeError(`cannot unpack non-iterable ${typeName(v)} object`));
  }
  const base = vm.frame;
  return andThen(vm, base, iter(vm, v), UNPACK_ITER, f, n);
}

const UNPACK_ITER = cont('unpack.iter', (vm, it, c) => unpackStep(vm as Thread, c.a, it!, c.b, []));

/** Draws at most n + 1 items: an endless iterator must not be drained. */
function unpackStep(vm: Thread, f: PyFrame, it: PyValue, n: number, out: PyValue[]): Result {
  while (out.length <= n) {
    const base = vm.frame;
    const x = next(vm, it);
    if (x === PUSHED) return insertCont(vm, base, new Cont(UNPACK_ITEM, f, it, n, out));
    if (x === undefined) {
      if (vm.exc !== null) return undefined;
      break;
    }
    out.push(x);
  }
  return pushUnpacked(vm, f, out, n);
}

const UNPACK_ITEM = cont(
  'unpack.item',
  (vm, x, c) => {
    if (x === undefined) return vm.exc !== null ? undefined : pushUnpacked(vm as Thread, c.a, c.d, c.c);
    c.d.push(x);
    return unpackStep(vm as Thread, c.a, c.b, c.c, c.d);
  },
  { iter: true },
);

function pushUnpacked(vm: Thread, f: PyFrame, items: PyValue[], n: number): Result {
  if (items.length > n) return vm.raise(valueError(`too many values to unpack (expected ${n})`));
  if (items.length < n) return vm.raise(valueError(`not enough values to unpack (expected ${n}, got ${items.length})`));
  for (let i = n - 1; i >= 0; i--) f.st[f.sp++] = items[i];
  return NOVALUE;
}

export function unpackEx(vm: Thread, f: PyFrame, v: PyValue, arg: number): Result {
  const items = itemsSync(v);
  if (items !== undefined) return pushUnpackedEx(vm, f, items, arg);
  if (typeOf(v).lookup('__iter__') === undefined && typeOf(v).lookup('__getitem__') === undefined) {
    return vm.raise(typeError(`cannot unpack non-iterable ${typeName(v)} object`));
  }
  const base = vm.frame;
  return andThen(vm, base, iter(vm, v), UNPACK_EX_ITER, f, arg);
}

const UNPACK_EX_ITER = cont('unpack.ex.iter', (vm, it, c) => unpackExStep(vm as Thread, c.a, it!, c.b, []));

/** The items before the star one by one, then a list of the rest, for which the iterator is asked for an iterator again. */
function unpackExStep(vm: Thread, f: PyFrame, it: PyValue, arg: number, items: PyValue[]): Result {
  while (items.length < (arg & 255)) {
    const base = vm.frame;
    const x = next(vm, it);
    if (x === PUSHED) return insertCont(vm, base, new Cont(UNPACK_EX_ITEM, f, it, arg, items));
    if (x === undefined) return vm.exc !== null ? undefined : pushUnpackedEx(vm, f, items, arg);
    items.push(x);
  }
  return andThen(vm, vm.frame, listFrom(vm, it), UNPACK_EX, f, items, arg);
}
const UNPACK_EX_ITEM = cont(
  'unpack.ex.item',
  (vm, x, c) => {
    if (x === undefined) return vm.exc !== null ? undefined : pushUnpackedEx(vm as Thread, c.a, c.d, c.c);
    c.d.push(x);
    return unpackExStep(vm as Thread, c.a, c.b, c.c, c.d);
  },
  { iter: true },
);
const UNPACK_EX = cont('unpack.ex', (vm, list, c) => pushUnpackedEx(vm as Thread, c.a, [...(c.b as PyValue[]), ...(list as PyList).items], c.c));

function pushUnpackedEx(vm: Thread, f: PyFrame, items: PyValue[], arg: number): Result {
  const before = arg & 255;
  const after = arg >> 8;
  if (items.length < before + after) {
    return vm.raise(valueError(`not enough values to unpack (expected at least ${before + after}, got ${items.length})`));
  }
  const { st } = f;
  for (let i = items.length - 1; i >= items.length - after; i--) st[f.sp++] = items[i];
  st[f.sp++] = new PyList(items.slice(before, items.length - after));
  for (let i = before - 1; i >= 0; i--) st[f.sp++] = items[i];
  return NOVALUE;
}

/** FORMAT_VALUE: conversion 0 none, 1 str, 2 repr, 3 ascii. */
export function formatValue(vm: Thread, v: PyValue, conversion: number, spec: PyValue): Result {
  if (conversion === 0) return formatPlain(vm, v, spec);
  const base = vm.frame;
  const r = conversion === 1 ? str(vm, v) : conversion === 2 ? repr(vm, v) : ascii(vm, v);
  return andThen(vm, base, r, CONVERTED, spec);
}

const CONVERTED = cont('format.converted', (vm, s, c) => formatPlain(vm as Thread, s!, c.a));

function formatPlain(vm: Thread, v: PyValue, spec: PyValue): Result {
  if (spec === '') {
    if (typeof v === 'string' || (typeof v === 'object' && v !== null && v.cls === T.str)) return v;
    if (typeof v === 'number') return String(v);
  }
  return format(vm, v, spec);
}
