/** `type.__flags__`: the Py_TPFLAGS_* bits of CPython 3.11 (object.h). Nothing here looks at them; programs print them. */
import { T } from './object.js';
import { dictOffset } from './sizes.js';
import type { PyType } from './type.js';

const bit = (n: number): number => 2 ** n;

/** Bits that a type hands down, by the type that has them first. */
const LINES: readonly (readonly [string, number])[] = [
  ...['int', 'float', 'str', 'bytes', 'bytearray', 'list', 'tuple', 'dict', 'set', 'frozenset'].map((name) => [name, bit(22)] as const),
  ['int', bit(24)], ['list', bit(25)], ['tuple', bit(26)], ['bytes', bit(27)], ['str', bit(28)], ['dict', bit(29)], ['BaseException', bit(30)], ['type', bit(31)],
];
/** Builtin types that the cycle collector need not look into. */
const ATOMIC = new Set(['object', 'bool', 'bytearray', 'bytes', 'complex', 'float', 'int', 'range', 'str', 'code', 'NoneType', 'ellipsis', 'NotImplementedType']);
const VECTORCALL = new Set(['type', 'builtin_function_or_method', 'method_descriptor', 'function', 'types.GenericAlias', 'method']);

/** Py_TPFLAGS_MANAGED_DICT: a class that brings the `__dict__`, of instances of fixed size. */
const managedDict = (t: PyType): boolean => t.flags.heap && dictOffset(t) < -8;

const collected = (t: PyType): boolean => t.flags.heap || !ATOMIC.has(t.name);

export function typeFlags(t: PyType): number {
  const { heap, basetype, abstract, sequence, mapping, noNew } = t.flags;
  let f = bit(12);
  if (managedDict(t)) f += bit(4);
  if (sequence) f += bit(5);
  if (mapping) f += bit(6);
  if (heap) f += bit(9);
  // A builtin type's attributes have been looked up (Py_TPFLAGS_VALID_VERSION_TAG).
  else f += bit(8) + bit(19) + (noNew ? bit(7) : 0);
  if (basetype) f += bit(10);
  if (!heap && VECTORCALL.has(t.name)) f += bit(11);
  if (collected(t)) f += bit(14);
  if (t === T.function || t === T.method_descriptor) f += bit(17);
  if (abstract) f += bit(20);
  for (const n of new Set(LINES.filter(([name]) => t.isSubtype(T[name]!)).map(([, n]) => n))) f += n;
  return f;
}
