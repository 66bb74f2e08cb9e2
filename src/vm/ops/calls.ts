/** CALL_FUNCTION and its relatives beyond the run loop's fast path. */
import { work } from '../../objects/work.js';
import { Op } from '../../bytecode/opcodes.js';
import { PyObject, cont, andThen, NOVALUE, PyFloat, T, typeOf, type PyValue, type Result } from '../../objects/object.js';
import { truthSync } from '../../objects/convert.js';
import { typeError } from '../../objects/errors.js';
import { superHere } from '../../objects/descriptor-types.js';
import { instantiate, instantiateKeywords, pushKeywords, pushPython } from '../../objects/fast-call.js';
import { makeRange, PyRange } from '../../objects/range-type.js';
import { call, callNative, callPrelude, type Kwargs } from '../../objects/call.js';
import { NativeFunction } from '../../objects/native.js';
import { NO_KEYWORDS } from '../../objects/signature.js';
import { PyFunction, PyMethod } from '../../objects/function.js';
import { PyDict } from '../../objects/dict.js';
import { PySet } from '../../objects/set.js';
import { PyList, PyTuple, tupleOf } from '../../objects/tuple.js';
import { classOf, PyType } from '../../objects/type.js';
import { asJS } from '../../objects/str.js';
import { itemsSync, listFrom } from '../../objects/iterate.js';
import { warnDropped } from '../../objects/unawaited.js';
import type { Thread } from '../thread.js';

function slice(st: readonly any[], at: number, n: number): PyValue[] {
  const out: PyValue[] = [];
  for (let i = at; i < at + n; i++) out.push(st[i]);
  return out;
}

/**
 * Calls a native with its `n` arguments still on the stack; the common case makes no array. A method's self is
 * among them and known to be of its class (LOAD_METHOD looked).
 */
export function callNativeStack(vm: Thread, f: NativeFunction, st: readonly any[], at: number, n: number): Result {
  const { def } = f;
  const { sig } = def;
  if (sig.plain && n <= sig.npos && n >= sig.required) {
    const p = sig.params;
    switch (p.length) {
      case 0:
        return def.fn(vm);
      case 1:
        return def.fn(vm, n > 0 ? st[at] : p[0]!.default);
      case 2:
        return def.fn(vm, n > 0 ? st[at] : p[0]!.default, n > 1 ? st[at + 1] : p[1]!.default);
      case 3:
        return def.fn(vm, n > 0 ? st[at] : p[0]!.default, n > 1 ? st[at + 1] : p[1]!.default, n > 2 ? st[at + 2] : p[2]!.default);
      case 4:
        return def.fn(vm, n > 0 ? st[at] : p[0]!.default, n > 1 ? st[at + 1] : p[1]!.default, n > 2 ? st[at + 2] : p[2]!.default, n > 3 ? st[at + 3] : p[3]!.default);
      case 5:
        return def.fn(vm, n > 0 ? st[at] : p[0]!.default, n > 1 ? st[at + 1] : p[1]!.default, n > 2 ? st[at + 2] : p[2]!.default, n > 3 ? st[at + 3] : p[3]!.default, n > 4 ? st[at + 4] : p[4]!.default);
    }
  }
  if (sig.varargs && !f.bound) {
    const count = sig.params.length;
    if (f.self === undefined ? count === 1 && sig.npos === 1 && n > 0 : count === 0) {
      const args = slice(st, at + count, n - count);
      if (count === 0) return sig.varkw ? def.fn(vm, args, NO_KEYWORDS) : def.fn(vm, args);
      return sig.varkw ? def.fn(vm, st[at], args, NO_KEYWORDS) : def.fn(vm, st[at], args);
    }
  }
  return callNative(vm, f, slice(st, at, n), null);
}

/** Calls anything with `n` positional arguments at `st[at]`. */
export function callStack(vm: Thread, fn: PyValue, st: readonly any[], at: number, n: number): Result {
  if (fn instanceof NativeFunction) {
    if (fn.bound) {
      const { sig } = fn.def;
      if (sig.plain && n + 1 <= sig.npos && n + 1 >= sig.required) {
        const p = sig.params;
        switch (p.length) {
          case 1:
            return fn.def.fn(vm, fn.self);
          case 2:
            return fn.def.fn(vm, fn.self, n > 0 ? st[at] : p[1]!.default);
          case 3:
            return fn.def.fn(vm, fn.self, n > 0 ? st[at] : p[1]!.default, n > 1 ? st[at + 1] : p[2]!.default);
          case 4:
            return fn.def.fn(vm, fn.self, n > 0 ? st[at] : p[1]!.default, n > 1 ? st[at + 1] : p[2]!.default, n > 2 ? st[at + 2] : p[3]!.default);
        }
      } else if (sig.varargs && sig.npos === 1 && sig.params.length === 1) {
        const args = slice(st, at, n);
        return sig.varkw ? fn.def.fn(vm, fn.self, args, NO_KEYWORDS) : fn.def.fn(vm, fn.self, args);
      }
    }
    return callNative(vm, fn, slice(st, at, n), null);
  }
  let r: Result | null = null;
  if (fn instanceof PyFunction) {
    r = pushPython(vm, fn, undefined, st, at, n);
    if (r === null && fn.code.isGenerator) return warnDropped(vm, call(vm, fn, slice(st, at, n)));
  } else if (fn instanceof PyMethod) {
    if (fn.func instanceof PyFunction) {
      r = pushPython(vm, fn.func, fn.self, st, at, n);
      if (r === null && fn.func.code.isGenerator) return warnDropped(vm, call(vm, fn, slice(st, at, n)));
    }
  } else if (fn instanceof PyType) {
    if (n === 1 && fn.cls === T.type) {
      const a = st[at];
      if (fn === T.type) return classOf(a);
      if (fn === T.range) {
        if (typeof a === 'number') return new PyRange(0, a, 1, a > 0 ? a : 0);
      } else if (fn === T.str) {
        if (typeof a === 'string') return a;
        if (typeof a === 'number') return String(a);
      } else if (fn === T.int) {
        if (typeof a === 'number') return a;
        if (a instanceof PyFloat && a.cls === T.float && Math.abs(a.v) < 2 ** 53) return Math.trunc(a.v) + 0;
      } else if (fn === T.float) {
        if (typeof a === 'number') return new PyFloat(a);
        if (a instanceof PyFloat && a.cls === T.float) return a;
      } else if (fn === T.bool) {
        const t = truthSync(vm, a);
        if (t !== undefined) return t;
      } else if (fn === T.tuple) {
        if (a instanceof PyList && a.cls === T.list) {
          vm.charge(a.items.length >> 5);
          return tupleOf(a.items.slice());
        }
        if (a instanceof PyTuple && a.cls === T.tuple) return a;
      }
    }
    if (n === 0) {
      if (fn === T.super) return superHere(vm);
      if (fn === T.list) return new PyList([]);
      if (fn === T.dict) return new PyDict();
      if (fn === T.set) return new PySet();
    } else if (n === 1) {
      if (fn === T.list) return listFrom(vm, st[at]);
    } else if (fn === T.range && n <= 3) {
      const a = st[at];
      const b = st[at + 1];
      const step = n === 3 ? st[at + 2] : 1;
      if (typeof a === 'number' && typeof b === 'number' && typeof step === 'number' && step !== 0) return makeRange(a, b, step);
    }
    r = instantiate(vm, fn, st, at, n);
  } else if (typeof fn === 'object' && fn !== null) {
    const quick = fn.callAt(vm, st, at, n);
    if (quick !== NOVALUE) return quick;
  }
  return r !== null ? r : call(vm, fn, slice(st, at, n));
}

/** CALL_FUNCTION with keyword pairs; the callee is at `st[at]`. */
export function callKeywords(vm: Thread, st: readonly any[], at: number, arg: number): Result {
  const n = arg & 255;
  const fn = st[at] as PyValue;
  if (fn instanceof PyFunction) {
    const r = pushKeywords(vm, fn, undefined, st, at + 1, n, arg >> 8);
    if (r !== null) return r;
  } else if (fn instanceof PyMethod && fn.func instanceof PyFunction) {
    const r = pushKeywords(vm, fn.func, fn.self, st, at + 1, n, arg >> 8);
    if (r !== null) return r;
  } else if (fn === T.dict && n === 0) {
    const d = new PyDict();
    for (let k = 0, p = at + 1; k < arg >> 8; k++, p += 2) d.setStr(asJS(st[p])!, st[p + 1]);
    return d;
  } else if (fn instanceof NativeFunction) {
    const r = nativeKeywords(vm, fn, st, at + 1, n, arg >> 8);
    if (r !== NOVALUE) return r;
  } else if (fn instanceof PyType) {
    const r = instantiateKeywords(vm, fn, st, at + 1, n, arg >> 8);
    if (r !== null) return r;
  } else if (fn instanceof PyObject) {
    const r = fn.callKeywordsAt(vm, st, at + 1, n, arg >> 8);
    if (r !== NOVALUE) return r;
  }
  const r = call(vm, fn, slice(st, at + 1, n), pairs(st, at + 1 + n, arg >> 8));
  return typeof r === 'object' && isFunction(fn) ? warnDropped(vm, r) : r;
}

/** A call with keywords of a native that collects neither arguments nor keywords; NOVALUE: it does not fit, or is wrong. */
function nativeKeywords(vm: Thread, fn: NativeFunction, st: readonly any[], at: number, n: number, nkw: number): Result {
  const { def } = fn;
  const { sig } = def;
  const { params } = sig;
  if (sig.varargs || sig.varkw || fn.self === undefined || def.name === '__new__' || params.length > 6) return NOVALUE;
  const args: any[] = fn.bound ? [fn.self] : [];
  for (let i = 0; i < n; i++) args.push(st[at + i]);
  const given = args.length;
  if (given > sig.npos) return NOVALUE;
  for (let i = given; i < params.length; i++) args.push(NOVALUE);
  for (let k = 0, p = at + n; k < nkw; k++, p += 2) {
    let i = params.length - 1;
    while (i >= given && params[i]!.name !== st[p]) i--;
    if (i < given || params[i]!.kind === 'pos' || args[i] !== NOVALUE) return NOVALUE;
    args[i] = st[p + 1];
  }
  for (let i = given; i < params.length; i++) {
    if (args[i] !== NOVALUE) continue;
    if (params[i]!.required) return NOVALUE;
    args[i] = params[i]!.default;
  }
  switch (args.length) {
    case 1:
      return def.fn(vm, args[0]);
    case 2:
      return def.fn(vm, args[0], args[1]);
    case 3:
      return def.fn(vm, args[0], args[1], args[2]);
    case 4:
      return def.fn(vm, args[0], args[1], args[2], args[3]);
    case 5:
      return def.fn(vm, args[0], args[1], args[2], args[3], args[4]);
    default:
      return def.fn(vm, args[0], args[1], args[2], args[3], args[4], args[5]);
  }
}

const isFunction = (fn: PyValue): boolean => fn instanceof PyFunction || (fn instanceof PyMethod && fn.func instanceof PyFunction);

function pairs(st: readonly any[], at: number, n: number): Kwargs {
  if (n === 0) return null;
  const kw = new Map<string, PyValue>();
  for (let i = 0; i < n; i++) kw.set(asJS(st[at + 2 * i])!, st[at + 2 * i + 1]);
  return kw;
}

/** CALL_FUNCTION_VAR, _KW and _VAR_KW; the callee is at `st[at]`. */
export function callStar(vm: Thread, st: readonly any[], at: number, arg: number, op: number): Result {
  const npos = arg & 255;
  const nkw = (arg >> 8) & 255;
  const fn = st[at] as PyValue;
  let p = at + 1;
  const args = slice(st, p, npos);
  p += npos;
  const star = op === Op.CALL_FUNCTION_KW ? undefined : (st[p++] as PyValue);
  const given = nkw === 0 ? null : slice(st, p, 2 * nkw);
  p += 2 * nkw;
  const mapping = op === Op.CALL_FUNCTION_VAR ? undefined : (st[p] as PyValue);
  if (isFunction(fn)) {
    const r = pushStar(vm, fn as PyFunction | PyMethod, args, star, given, mapping);
    if (r !== null) return r;
  }
  const kw = given === null ? null : pairs(given, 0, nkw);
  if (mapping === undefined) return withStar(vm, fn, args, star, kw);
  // Alone, *args becomes a tuple after ** was merged; behind other arguments, it is unpacked before.
  if (npos === 0) return withMapping(vm, fn, args, star, kw, mapping);
  return withStar(vm, fn, args, star, kw, mapping);
}

/** A call of a Python function with a tuple behind `*` and a plain dict behind `**`; `given`: keywords and values in turn. null: the long way. */
function pushStar(vm: Thread, fn: PyFunction | PyMethod, args: readonly PyValue[], star: PyValue | undefined, given: readonly PyValue[] | null, mapping: PyValue | undefined): Result | null {
  if (star !== undefined && !(star instanceof PyTuple && star.cls === T.tuple)) return null;
  if (mapping !== undefined && !(mapping instanceof PyDict && mapping.cls === T.dict)) return null;
  const func = (fn instanceof PyMethod ? fn.func : fn) as PyFunction;
  const self = fn instanceof PyMethod ? fn.self : undefined;
  const items = star === undefined ? args : args.length === 0 ? star.items : args.concat(star.items);
  const n = items.length;
  work(4 * n + 16 * (mapping?.used ?? 0));
  if (given === null && (mapping === undefined || mapping.used === 0)) {
    // Where no frame is needed, call() makes none.
    if (func.code.leaf !== null) return call(vm, func, self === undefined ? items : [self, ...items]);
    const r = pushPython(vm, func, self, items, 0, n);
    if (r !== null) return r;
  }
  const st = items.slice();
  if (given !== null) for (let i = 0; i < given.length; i++) st.push(given[i]!);
  if (mapping !== undefined) {
    const { keys, vals } = mapping;
    for (let i = 0; i < keys.length; i++) if (keys[i] !== undefined) st.push(keys[i]!, vals[i]!);
  }
  return pushKeywords(vm, func, self, st, 0, n, (st.length - n) >> 1);
}

/** Unpacks `*star` behind `args`; then `**mapping`, if it is there, behind `kw`. */
function withStar(vm: Thread, fn: PyValue, args: PyValue[], star: PyValue | undefined, kw: Kwargs, mapping?: PyValue): Result {
  if (star === undefined) return starDone(vm, fn, args, kw, mapping);
  const items = star instanceof PyTuple && star.cls === T.tuple ? star.items : itemsSync(star);
  if (items !== undefined) work(4 * items.length);
  if (items !== undefined) return starDone(vm, fn, args.concat(items), kw, mapping);
  // With arguments before it, CPython builds a list first, and has other words.
  if (!isIterable(star)) return callPrelude(vm, 'star_error', fn, star, args.length > 0);
  return andThen(vm, vm.frame, listFrom(vm, star), STAR_ITEMS, fn, args, kw, mapping);
}

const STAR_ITEMS = cont('call.star', (vm, list, c) => starDone(vm as Thread, c.a, (c.b as PyValue[]).concat((list as PyList).items), c.c, c.d));

const starDone = (vm: Thread, fn: PyValue, args: PyValue[], kw: Kwargs, mapping: PyValue | undefined): Result =>
  mapping === undefined ? (kw === NOT_STRINGS ? callNotStrings(vm, fn, args) : call(vm, fn, args, kw)) : withMapping(vm, fn, args, undefined, kw, mapping);

const isIterable = (v: PyValue): boolean => typeOf(v).lookup('__iter__') !== undefined || typeOf(v).lookup('__getitem__') !== undefined;

/** Merges `**mapping` into `kw`, then unpacks `*star`, if it is there. */
function withMapping(vm: Thread, fn: PyValue, args: PyValue[], star: PyValue | undefined, kw: Kwargs, mapping: PyValue): Result {
  if (mapping instanceof PyDict && mapping.cls === T.dict && (kw === null || !meets(kw, mapping))) return mappingDone(vm, fn, args, star, kw, mapping);
  const given = new PyDict();
  if (kw !== null) for (const [k, v] of kw) given.setStr(k, v);
  return andThen(vm, vm.frame, callPrelude(vm, 'merge_kwargs', given, new PyTuple([mapping]), fn, new PyTuple([])), MERGED, fn, args, star);
}

const MERGED = cont('call.merged', (vm, d, c) => mappingDone(vm as Thread, c.a, c.b, c.c, null, d as PyDict));

function meets(kw: Map<string, PyValue>, mapping: PyDict): boolean {
  for (const k of kw.keys()) if (mapping.getStr(k) !== undefined) return true;
  return false;
}

/** Keyword arguments some of which are named by no strings. */
const NOT_STRINGS: Map<string, PyValue> = new Map();

const notCallable = (fn: PyValue): boolean => fn === null || typeof fn !== 'object' || (!(fn instanceof PyFunction) && typeOf(fn).lookup('__call__') === undefined);

function mappingDone(vm: Thread, fn: PyValue, args: PyValue[], star: PyValue | undefined, kw: Kwargs, mapping: PyDict): Result {
  const all: Map<string, PyValue> = kw ?? new Map();
  work(16 * mapping.used);
  for (const [k, v] of mapping.entries()) {
    const name = asJS(k);
    if (name === undefined) return withStar(vm, fn, args, star, NOT_STRINGS);
    all.set(name, v);
  }
  return withStar(vm, fn, args, star, all);
}

/** A call with NOT_STRINGS: an error, unless the callee takes no keywords at all and says that first. */
function callNotStrings(vm: Thread, fn: PyValue, args: PyValue[]): Result {
  if (notCallable(fn)) return call(vm, fn, args);
  if (fn instanceof PyType && fn.cls.ownerOf('__call__') === T.type && !(fn.lookup('__new__') instanceof PyFunction)) {
    const init = fn.ownerOf('__init__');
    if ((init === T.object && fn.ownerOf('__new__') === T.object) || init === T.list || (init !== undefined && !init.flags.heap && init.isSubtype(T.BaseException))) return call(vm, fn, args, new Map([['', null]]));
  }
  return vm.raise(typeError('keywords must be strings'));
}
