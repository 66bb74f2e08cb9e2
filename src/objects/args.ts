/**
 * What many natives do with their arguments: turning them into ints through a guest `__index__`,
 * truth values of flags, and the checks of `__new__`. A native wrapped by `indexArgs` sees ints only;
 * when Python code has to run for that, the call waits in a native frame and is made again.
 */
import { cont, andThen, type PyValue, type Result, type VM } from './object.js';
import { lookupSpecial } from './call.js';
import { typeError } from './errors.js';
import { asInt, clipInt, type Int } from './int.js';
import type { NativeFn } from './native.js';
import { index, truthSync } from './convert.js';
import { PyType, typeName } from './type.js';

interface Indexed {
  /** Looks at arguments CPython checks before it converts the ints. */
  readonly check: ((args: readonly any[]) => void) | null;
  readonly positions: readonly number[];
  readonly slice: boolean;
  readonly fn: NativeFn;
}

/** Wrapped natives by name: what a waiting frame remembers of them. */
const indexed = new Map<string, Indexed>();

/**
 * `fn` with the arguments at `positions` (0 is self) turned into ints; undefined stays undefined, and
 * None stays None when `slice` (a `Py_ssize_t` slice bound). `name` must be unique: `str.center`.
 */
export function indexArgs(name: string, positions: readonly number[], fn: NativeFn, slice = false, check: Indexed['check'] = null): NativeFn {
  if (indexed.has(name)) throw new Error(`indexArgs ${name} twice`);
  indexed.set(name, { positions, slice, fn, check });
  const slow = (vm: VM, args: any[]): Result => {
    check?.(args);
    return convertFrom(vm, name, args, 0);
  };
  const plain = (v: unknown): boolean => typeof v === 'number' || v === undefined;
  // One closure per place of the ints: these are hot, and rest parameters cost an array a call.
  switch (positions.join()) {
    case '1':
      return (vm, a, b, c, d) => (plain(b) ? fn(vm, a, b, c, d) : slow(vm, [a, b, c, d]));
    case '2':
      return (vm, a, b, c, d) => (plain(c) ? fn(vm, a, b, c, d) : slow(vm, [a, b, c, d]));
    case '3':
      return (vm, a, b, c, d) => (plain(d) ? fn(vm, a, b, c, d) : slow(vm, [a, b, c, d]));
    case '1,2':
      return (vm, a, b, c, d) => (plain(b) && plain(c) ? fn(vm, a, b, c, d) : slow(vm, [a, b, c, d]));
    case '2,3':
      return (vm, a, b, c, d) => (plain(c) && plain(d) ? fn(vm, a, b, c, d) : slow(vm, [a, b, c, d]));
    default:
      throw new Error(`indexArgs ${name}: positions ${positions.join()}`);
  }
}

function convertFrom(vm: VM, name: string, args: any[], from: number): Result {
  const row = indexed.get(name)!;
  for (let i = from; i < row.positions.length; i++) {
    const p = row.positions[i]!;
    const v = args[p] as PyValue | undefined;
    if (v === undefined || typeof v === 'number' || (v === null && row.slice)) continue;
    const n = asInt(v);
    if (n !== undefined) {
      args[p] = n;
      continue;
    }
    if (lookupSpecial(v, '__index__') === undefined) {
      if (name.endsWith('.index') && !/^(str|bytes|bytearray)\./.test(name)) throw typeError('slice indices must be integers or have an __index__ method');
      throw typeError(row.slice ? 'slice indices must be integers or None or have an __index__ method' : `'${typeName(v)}' object cannot be interpreted as an integer`);
    }
    const base = vm.frame;
    return andThen(vm, base, index(vm, v), INDEXED, name, args, i);
  }
  return row.fn(vm, ...args);
}

const INDEXED = cont('indexArgs', (vm, v, c) => {
  const args = c.b as any[];
  args[indexed.get(c.a)!.positions[c.c as number]!] = checkIndex(v!);
  return convertFrom(vm, c.a, args, (c.c as number) + 1);
});

/** The int an `__index__` method returned. */
export function checkIndex(v: PyValue): Int {
  const n = asInt(v);
  if (n === undefined) throw typeError(`__index__ returned non-int (type ${typeName(v)})`);
  return n;
}

/** tp_new_wrapper's checks; returns the class an instance of which is to be made. */
export function checkNew(cls: PyValue, base: PyType): PyType {
  if (cls === base) return base;
  if (!(cls instanceof PyType)) throw typeError(`${base.name}.__new__(X): X is not a type object (${typeName(cls)})`);
  if (!cls.isSubtype(base)) throw typeError(`${base.name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${base.name}`);
  // The most derived builtin class in the line must be `base`: int.__new__(bool) is not safe.
  let s: PyType = cls;
  while (s.flags.heap && s.base !== null) s = s.base;
  if (s !== base && s.dict.getStr('__new__') !== undefined) throw typeError(`${base.name}.__new__(${cls.name}) is not safe, use ${s.name}.__new__()`);
  return cls;
}

/** A flag argument. An object whose `__bool__` is Python code counts as true: no flag is worth a frame. */
export function flag(vm: VM, v: PyValue): boolean {
  return truthSync(vm, v) ?? true;
}

/** A slice bound in 0..n; `dflt` when it was not given. */
export function bound(v: Int | null | undefined, n: number, dflt: number): number {
  if (v === undefined || v === null) return dflt;
  let i = clipInt(v);
  if (i < 0) {
    i += n;
    return i < 0 ? 0 : i;
  }
  return i;
}

/** Longest str V8 can make. */
export const MAX_STR = 0x1fffffe8;
