/** Natives that leaves (leaf.ts) know: what they answer at once, of values of the usual kinds; undefined for any others. */
import { isInstanceSync } from '../objects/instance-check.js';
import type { NativeFunction } from '../objects/native.js';
import { PyFloat, T, type PyValue } from '../objects/object.js';
import { PyDict } from '../objects/dict.js';
import { PySet } from '../objects/set.js';
import type { PyList } from '../objects/tuple.js';
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

/** By module and name. */
const table: Readonly<Record<string, LeafNative>> = {
  'builtins.len': { args: 1, type: Type.INT, fn: lengthOf },
  'builtins.abs': { args: 1, type: Type.OBJECT, fn: absOf },
  'builtins.min': { args: 2, type: Type.OBJECT, fn: minOf },
  'builtins.max': { args: 2, type: Type.OBJECT, fn: maxOf },
  'builtins.isinstance': { args: 2, type: Type.BOOL, fn: isInstanceSync },
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
