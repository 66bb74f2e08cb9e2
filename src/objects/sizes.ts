/**
 * Sizes of objects in CPython 3.11 on 64 bits: what `__basicsize__`, `__sizeof__` and their kin answer. Nothing here has these
 * sizes; programs print them.
 */
import type { PyType } from './type.js';

/** `tp_basicsize` of the builtin types that are not the size of their base. */
const BASIC: Readonly<Record<string, number>> = {
  object: 16, 'types.SimpleNamespace': 24, cell: 24, float: 24, mappingproxy: 24, int: 24, tuple: 24, 'types.UnionType': 32, classmethod: 32,
  staticmethod: 32, complex: 32, filter: 32, map: 32, 'method-wrapper': 32, reversed: 32, bool: 32, bytes: 33, list: 40, slice: 40, super: 40,
  traceback: 40, dict: 48, getset_descriptor: 48, member_descriptor: 48, method: 48, range: 48, zip: 48, builtin_function_or_method: 56,
  bytearray: 56, classmethod_descriptor: 56, method_descriptor: 56, wrapper_descriptor: 56, enumerate: 56, module: 56, 'types.GenericAlias': 64,
  property: 64, BaseException: 72, NameError: 80, StopIteration: 80, SystemExit: 80, str: 80, AttributeError: 88, BaseExceptionGroup: 88,
  ImportError: 96, OSError: 112, UnicodeDecodeError: 112, UnicodeEncodeError: 112, UnicodeTranslateError: 112, frame: 120, SyntaxError: 136,
  function: 136, memoryview: 144, generator: 152, coroutine: 152, async_generator: 152, code: 184, set: 200, frozenset: 200, type: 904,
  list_iterator: 32, tuple_iterator: 32, str_iterator: 32, bytes_iterator: 32, range_iterator: 32, iterator: 32, set_iterator: 48, dict_keyiterator: 56,
};
const ITEM: Readonly<Record<string, number>> = { tuple: 8, bytes: 1, int: 4, bool: 4, type: 40, frame: 8, memoryview: 8, generator: 8, coroutine: 8, async_generator: 8, code: 2 };
/** Of the builtin types with a `__dict__` or weak references, where CPython keeps them. */
const DICT_AT: Readonly<Record<string, number>> = { BaseException: 16, type: 264, function: 88, module: 16, classmethod: 24, staticmethod: 24, 'types.SimpleNamespace': 16 };
const WEAK_AT: Readonly<Record<string, number>> = { set: 192, frozenset: 192, type: 368, function: 96, module: 40, memoryview: 136, generator: 40, coroutine: 40, async_generator: 40, code: 136, method: 32, builtin_function_or_method: 40, 'types.GenericAlias': 40 };

const up = <V>(t: PyType | null, table: Readonly<Record<string, V>>): V | undefined => {
  for (let c = t; c !== null; c = c.base) if (Object.hasOwn(table, c.name)) return table[c.name];
  return undefined;
};

export const itemSize = (t: PyType): number => {
  let c: PyType = t;
  while (c.flags.heap && c.base !== null) c = c.base;
  return ITEM[c.name] ?? 0;
};

/** `tp_basicsize`: a class adds a word for each slot and for its weak references, and one for a `__dict__` behind variable parts. */
export function basicSize(t: PyType): number {
  const { base } = t;
  if (!t.flags.heap || base === null) return up(t, BASIC) ?? 16;
  if (isMeta(t)) return basicSize(base) + 8 * (t.members.length - base.members.length);
  const slots = t.members.length - base.members.length;
  const dict = t.flags.hasDict && !base.flags.hasDict && itemSize(t) > 0 ? 8 : 0;
  return basicSize(base) + 8 * (slots + (t.flags.hasWeakref && !base.flags.hasWeakref ? 1 : 0)) + dict;
}

/** Metaclasses: `type` itself has the place for attributes and weak references. */
const isMeta = (t: PyType): boolean => t.layout.name === 'type';

export function dictOffset(t: PyType): number {
  if (isMeta(t)) return DICT_AT.type!;
  if (!t.flags.hasDict) return 0;
  let c = t;
  while (c.base !== null && c.base.flags.hasDict) c = c.base;
  if (!c.flags.heap) return up(c, DICT_AT) ?? 16;
  return itemSize(c) > 0 ? -8 : -basicSize(c) - 24;
}

export function weakOffset(t: PyType): number {
  if (isMeta(t)) return WEAK_AT.type!;
  if (!t.flags.hasWeakref) return 0;
  let c = t;
  while (c.base !== null && c.base.flags.hasWeakref) c = c.base;
  return c.flags.heap ? basicSize(c) - 8 : (up(c, WEAK_AT) ?? 24);
}

const PLAIN = new Set('object int float complex str bytes bool bytearray range NoneType ellipsis NotImplementedType code'.split(' '));

/** Whether CPython's cycle collector knows the instances. */
const collected = (t: PyType): boolean => {
  return t.flags.heap || !PLAIN.has(t.name);
};

/** Bytes before the object that `sys.getsizeof` counts: the collector's, and those of a managed `__dict__`. */
export const headSize = (t: PyType): number => (collected(t) ? 16 : 0) + (dictOffset(t) < -8 ? 16 : 0);

/** Places a list of `n` items has when it grew by `append`. */
export function listRoom(n: number): number {
  let room = 0;
  while (room < n) room = (room + 1 + ((room + 1) >> 3) + 6) & ~3;
  return room;
}

/** Bytes of a dict's table of `n` keys. */
export function dictSize(n: number, allStr: boolean): number {
  if (n === 0) return 48;
  let size = 8;
  while (Math.floor((size * 2) / 3) < n) size *= 2;
  const index = size <= 128 ? 1 : size <= 32768 ? 2 : 4;
  return 48 + 32 + size * index + Math.floor((size * 2) / 3) * (allStr ? 16 : 24);
}

/** Bytes of a set of `n` members that came one at a time: a table of eight is in the object. */
export function setSize(n: number): number {
  let size = 8;
  for (let used = 1; used <= n; used++) {
    if (used * 5 >= (size - 1) * 3) {
      const want = used > 50000 ? used * 2 : used * 4;
      size = 8;
      while (size <= want) size *= 2;
    }
  }
  return size === 8 ? 200 : 200 + 16 * size;
}
