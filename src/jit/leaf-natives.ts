/** Natives that leaves (leaf.ts) know: what they answer at once, of values of the usual kinds; undefined for any others. */
import { nativeHash } from '../objects/hash.js';
import { isInstanceSync } from '../objects/instance-check.js';
import type { NativeFunction } from '../objects/native.js';
import { PyFloat, T, type PyValue } from '../objects/object.js';
import { PyDict } from '../objects/dict.js';
import { PySet } from '../objects/set.js';
import { PyTuple, type PyList } from '../objects/tuple.js';
import { Type } from './types.js';

/** Neither raises, calls, nor changes anything. */
interface LeafNative {
  readonly args: number;
  /** How the answer is held. */
  readonly type: Type;
  readonly fn: (...args: any[]) => PyValue | undefined;
}

function lengthOf(v: PyValue): number | undefined {
  if (typeof v === 'string') return v.length;
  if (v === null || typeof v !== 'object') return undefined;
  if (v.cls === T.list || v.cls === T.tuple) return (v as PyList).items.length;
  return v.cls === T.dict ? (v as PyDict).used : undefined;
}

function absOf(v: PyValue): PyValue | undefined {
  if (typeof v === 'number') return Math.abs(v);
  return v instanceof PyFloat && v.cls === T.float ? new PyFloat(Math.abs(v.v)) : undefined;
}

/** The first where the second is not less (or greater), as CPython asks. */
function minOf(a: PyValue, b: PyValue): PyValue | undefined {
  if (typeof a === 'number') return typeof b === 'number' ? (b < a ? b : a) : undefined;
  return a instanceof PyFloat && b instanceof PyFloat ? (b.v < a.v ? b : a) : undefined;
}

function maxOf(a: PyValue, b: PyValue): PyValue | undefined {
  if (typeof a === 'number') return typeof b === 'number' ? (b > a ? b : a) : undefined;
  return a instanceof PyFloat && b instanceof PyFloat ? (b.v > a.v ? b : a) : undefined;
}

function sqrtOf(v: PyValue): number | undefined {
  const x = typeof v === 'number' ? v : v instanceof PyFloat ? v.v : -1;
  return x >= 0 ? Math.sqrt(x) : undefined;
}

/** Items of a tuple, and tuples inside tuples, that are looked through for a leaf. */
const MAX_ITEMS = 16;
const MAX_DEPTH = 3;

/** A value that hashes by itself, whatever classes say: a number, a str, None, or a tuple of such. */
function hashes(v: PyValue, depth = 0): boolean {
  if (typeof v !== 'object' || v === null) return true;
  return v instanceof PyTuple && v.cls === T.tuple && v.items.length <= MAX_ITEMS && depth < MAX_DEPTH && v.items.every((x) => hashes(x, depth + 1));
}

const hashOf = (v: PyValue): PyValue | undefined => (hashes(v) ? nativeHash(v) : undefined);

/** `a == b` of values that compare by themselves: numbers, strs, None and tuples of such; undefined for others. */
export function plainEq(a: PyValue, b: PyValue, depth = 0): boolean | undefined {
  if (typeof a === 'string') return typeof b === 'string' ? a === b : typeof b !== 'object' || b === null ? false : undefined;
  if (typeof a === 'number') {
    if (typeof b === 'number') return a === b;
    return b instanceof PyFloat && b.cls === T.float ? a === b.v : typeof b === 'string' || b === null ? false : undefined;
  }
  if (a === null) return b === null ? true : typeof b !== 'object' ? false : undefined;
  if (typeof a === 'boolean') return typeof b === 'boolean' ? a === b : undefined;
  if (a instanceof PyFloat && a.cls === T.float) return b instanceof PyFloat && b.cls === T.float ? a.v === b.v : typeof b === 'number' ? a.v === b : undefined;
  if (!(a instanceof PyTuple && b instanceof PyTuple) || a.cls !== T.tuple || b.cls !== T.tuple) return undefined;
  const n = a.items.length;
  if (n > MAX_ITEMS || depth >= MAX_DEPTH) return undefined;
  if (n !== b.items.length) return false;
  for (let i = 0; i < n; i++) {
    const x = a.items[i]!;
    const y = b.items[i]!;
    if (x === y) continue;
    const same = plainEq(x, y, depth + 1);
    if (same !== true) return same;
  }
  return true;
}

/** By module and name. */
const table: Readonly<Record<string, LeafNative>> = {
  'builtins.len': { args: 1, type: Type.INT, fn: lengthOf },
  'builtins.abs': { args: 1, type: Type.OBJECT, fn: absOf },
  'builtins.min': { args: 2, type: Type.OBJECT, fn: minOf },
  'builtins.max': { args: 2, type: Type.OBJECT, fn: maxOf },
  'builtins.isinstance': { args: 2, type: Type.BOOL, fn: isInstanceSync },
  'builtins.hash': { args: 1, type: Type.OBJECT, fn: hashOf },
  'math.sqrt': { args: 1, type: Type.FLOAT, fn: sqrtOf },
};

export function leafNative(fn: NativeFunction): LeafNative | undefined {
  return fn.owner === null && fn.module !== null && Object.hasOwn(table, `${fn.module}.${fn.def.name}`) ? table[`${fn.module}.${fn.def.name}`] : undefined;
}

/** `a[b]`. */
export function itemAt(a: PyValue, b: PyValue): PyValue | undefined {
  if (typeof b === 'number') {
    if (typeof a === 'string') return b >= 0 && b < a.length ? a[b] : undefined;
    if (a !== null && typeof a === 'object' && (a.cls === T.list || a.cls === T.tuple)) {
      const { items } = a as PyList;
      return b >= 0 ? items[b] : items[b + items.length];
    }
  }
  if (a instanceof PyDict && a.cls === T.dict && (typeof b === 'number' || typeof b === 'string')) {
    const i = a.findPrim(b);
    return i >= 0 ? a.vals[i] : undefined;
  }
  return undefined;
}

/** `-v`. */
export function negated(v: PyValue): PyValue | undefined {
  if (typeof v === 'number') return 0 - v;
  return v instanceof PyFloat && v.cls === T.float ? new PyFloat(-v.v) : undefined;
}
