/** CALL_FUNCTION and its relatives beyond the run loop's fast path. */
import { defaultRepr, strSync } from '../../objects/convert.js';
import { Op } from '../../bytecode/opcodes.js';
import { cont, andThen, T, typeOf, type PyValue, type Result } from '../../objects/object.js';
import { typeError } from '../../objects/errors.js';
import { superHere } from '../../objects/descriptor-types.js';
import { instantiate, pushKeywords, pushPython } from '../../objects/fast-call.js';
import { PyRange } from '../../objects/range-type.js';
import { call, callNative, callPrelude, type Kwargs } from '../../objects/call.js';
import { NativeFunction } from '../../objects/native.js';
import { PyFunction, PyMethod } from '../../objects/function.js';
import { PyDict } from '../../objects/dict.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import { classOf, PyType, typeName } from '../../objects/type.js';
import { asJS } from '../../objects/str.js';
import { itemsSync, listFrom } from '../../objects/iterate.js';
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
  if (sig.simple && n <= sig.npos && n >= sig.required) {
    const p = sig.params;
    switch (sig.npos) {
      case 0:
        return def.fn(vm);
      case 1:
        return def.fn(vm, n > 0 ? st[at] : p[0]!.default);
      case 2:
        return def.fn(vm, n > 0 ? st[at] : p[0]!.default, n > 1 ? st[at + 1] : p[1]!.default);
      case 3:
        return def.fn(vm, n > 0 ? st[at] : p[0]!.default, n > 1 ? st[at + 1] : p[1]!.default, n > 2 ? st[at + 2] : p[2]!.default);
    }
  }
  return callNative(vm, f, slice(st, at, n), null);
}

/** Calls anything with `n` positional arguments at `st[at]`. */
export function callStack(vm: Thread, fn: PyValue, st: readonly any[], at: number, n: number): Result {
  if (fn instanceof NativeFunction) {
    if (fn.bound) {
      const { sig } = fn.def;
      if (sig.simple && n + 1 <= sig.npos && n + 1 >= sig.required && sig.npos <= 3) {
        const p = sig.params;
        switch (sig.npos) {
          case 1:
            return fn.def.fn(vm, fn.self);
          case 2:
            return fn.def.fn(vm, fn.self, n > 0 ? st[at] : p[1]!.default);
          case 3:
            return fn.def.fn(vm, fn.self, n > 0 ? st[at] : p[1]!.default, n > 1 ? st[at + 1] : p[2]!.default);
        }
      }
    }
    return callNative(vm, fn, slice(st, at, n), null);
  }
  let r: Result | null = null;
  if (fn instanceof PyFunction) r = pushPython(vm, fn, undefined, st, at, n);
  else if (fn instanceof PyMethod) {
    if (fn.func instanceof PyFunction) r = pushPython(vm, fn.func, fn.self, st, at, n);
  } else if (fn instanceof PyType) {
    if (n === 1 && fn.cls === T.type) {
      const a = st[at];
      if (fn === T.range) {
        if (typeof a === 'number') return new PyRange(0, a, 1, a > 0 ? a : 0);
      } else if (fn === T.str) {
        if (typeof a === 'string') return a;
        if (typeof a === 'number') return String(a);
      } else if (fn === T.int) {
        if (typeof a === 'number') return a;
      } else if (fn === T.type) return classOf(a);
    }
    if (n === 0 && fn === T.super) return superHere(vm);
    r = instantiate(vm, fn, st, at, n);
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
  }
  return call(vm, fn, slice(st, at + 1, n), pairs(st, at + 1 + n, arg >> 8));
}

function pairs(st: readonly any[], at: number, n: number): Kwargs {
  if (n === 0) return null;
  const kw = new Map<string, PyValue>();
  for (let i = 0; i < n; i++) kw.set(asJS(st[at + 2 * i])!, st[at + 2 * i + 1]);
  return kw;
}

/** How a call's target is named in the errors about its stars: `f()` for functions, else what `str()` gives. */
export function calleeName(vm: Thread, fn: PyValue): string {
  if (fn instanceof PyFunction) {
    const mod = asJS(fn.module);
    const q = asJS(fn.qualname) ?? '';
    return mod !== undefined && mod !== 'builtins' ? `${mod}.${q}()` : `${q}()`;
  }
  if (fn instanceof PyMethod) return calleeName(vm, fn.func);
  if (fn instanceof NativeFunction) return `${fn.module !== null && fn.module !== 'builtins' ? `${fn.module}.` : ''}${fn.qualname}()`;
  if (fn instanceof PyType) return fnTypeName(fn);
  return asJS(strSync(vm, fn) ?? defaultRepr(fn))!;
}

function fnTypeName(t: PyType): string {
  const mod = t.dict.getStr('__module__');
  return typeof mod === 'string' && mod !== 'builtins' ? `${mod}.${t.qualname}()` : `${t.qualname}()`;
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
  const kw = pairs(st, p, nkw);
  p += 2 * nkw;
  const starKw = op === Op.CALL_FUNCTION_VAR ? undefined : (st[p] as PyValue);
  if (star === undefined) return withMapping(vm, fn, args, kw, starKw);
  // Alone, *args becomes a tuple after ** was merged; behind other arguments, it is unpacked before.
  if (npos === 0 && starKw !== undefined && !isMapping(starKw)) return vm.raise(noMapping(vm, fn, starKw));
  const items = star instanceof PyTuple && star.cls === T.tuple ? star.items : itemsSync(star);
  if (items !== undefined) return withMapping(vm, fn, args.concat(items), kw, starKw);
  const base = vm.frame;
  return andThen(vm, base, listFrom(vm, star), STAR_ITEMS, fn, args, [kw, starKw], star);
}

const STAR_ITEMS = cont(
  'call.star',
  (vm, list, c) => {
    if (list === undefined) {
      if (vm.exc !== null && vm.exc.cls === T.TypeError && vm.exc.traceback === null && !isIterable(c.d)) {
        // With arguments before it, CPython builds a list first, and has other words.
        const what = (c.b as PyValue[]).length > 0 ? 'Value' : `${calleeName(vm as Thread, c.a)} argument`;
        return vm.raise(typeError(`${what} after * must be an iterable, not ${typeName(c.d)}`));
      }
      return undefined;
    }
    return withMapping(vm as Thread, c.a, (c.b as PyValue[]).concat((list as PyList).items), c.c[0], c.c[1]);
  },
  { catches: true },
);

function isIterable(v: PyValue): boolean {
  const t = v === null || typeof v !== 'object' ? null : v.cls;
  return t !== null && (t.lookup('__iter__') !== undefined || t.lookup('__getitem__') !== undefined);
}

const isMapping = (v: PyValue): boolean => v !== null && typeof v === 'object' && (v.cls.lookup('keys') !== undefined || (v instanceof PyType && v.lookup('keys') !== undefined));
const noMapping = (vm: Thread, fn: PyValue, v: PyValue): ReturnType<typeof typeError> => typeError(`${calleeName(vm, fn)} argument after ** must be a mapping, not ${typeName(v)}`);

function withMapping(vm: Thread, fn: PyValue, args: PyValue[], kw: Kwargs, mapping: PyValue | undefined): Result {
  if (mapping === undefined) return call(vm, fn, args, kw);
  if (mapping instanceof PyDict && mapping.cls === T.dict) return callMerged(vm, fn, args, kw, mapping);
  if (!isMapping(mapping)) return vm.raise(noMapping(vm, fn, mapping));
  const base = vm.frame;
  return andThen(vm, base, callPrelude(vm, 'dict_of_mapping', mapping, calleeName(vm, fn)), MERGED, fn, args, kw);
}

const MERGED = cont('call.merged', (vm, d, c) => callMerged(vm as Thread, c.a, c.b, c.c, d as PyDict));

const notCallable = (fn: PyValue): boolean => fn === null || typeof fn !== 'object' || (!(fn instanceof PyFunction) && typeOf(fn).lookup('__call__') === undefined);

function callMerged(vm: Thread, fn: PyValue, args: PyValue[], kw: Kwargs, mapping: PyDict): Result {
  const all: Map<string, PyValue> = kw ?? new Map();
  for (const [k, v] of mapping.entries()) {
    const name = asJS(k);
    if (name === undefined) return notCallable(fn) ? call(vm, fn, args) : vm.raise(typeError('keywords must be strings'));
    if (all.has(name)) return vm.raise(typeError(`${calleeName(vm, fn)} got multiple values for keyword argument '${name}'`));
    all.set(name, v);
  }
  return call(vm, fn, args, all);
}
