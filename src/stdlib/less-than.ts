/** `a < b` for values whose order is native all the way down. */
import { AstralStr, PyFloat, T, type PyValue, type VM } from '../objects/object.js';
import { eqSync } from '../objects/compare.js';
import { lessByLeaf } from '../objects/sort.js';
import { strCompare } from '../objects/str.js';
import { compareIntFloat } from '../objects/int.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { PyInstance } from '../objects/type.js';

/** undefined: only Python code (or a TypeError) can tell. */
export function ltSync(vm: VM, a: PyValue, b: PyValue, depth = 0): boolean | undefined {
  if (typeof a === 'number') {
    if (typeof b === 'number' || typeof b === 'bigint') return a < b;
    if (b instanceof PyFloat && b.cls === T.float) return a < b.v;
    return typeof b === 'boolean' ? a < Number(b) : undefined;
  }
  if (typeof a === 'string') return typeof b === 'string' ? a < b : b instanceof AstralStr ? strCompare(a, b) < 0 : undefined;
  if (typeof a === 'bigint') {
    if (typeof b === 'number' || typeof b === 'bigint') return a < b;
    return b instanceof PyFloat && b.cls === T.float && b.v === b.v ? compareIntFloat(a, b.v) < 0 : undefined;
  }
  if (a instanceof PyFloat && a.cls === T.float) {
    if (b instanceof PyFloat && b.cls === T.float) return a.v < b.v;
    return typeof b === 'number' ? a.v < b : undefined;
  }
  if (a instanceof AstralStr) return typeof b === 'string' || b instanceof AstralStr ? strCompare(a, b) < 0 : undefined;
  if (depth > 50) return undefined;
  if (a instanceof PyTuple && b instanceof PyTuple && a.cls === T.tuple && b.cls === T.tuple) return itemsLess(vm, a.items, b.items, depth);
  if (a instanceof PyList && b instanceof PyList && a.cls === T.list && b.cls === T.list) return itemsLess(vm, a.items, b.items, depth);
  return undefined;
}

/** The same, and for instances whose `__lt__` is compiled, changes nothing and needs no frame. */
export function ltQuick(vm: VM, a: PyValue, b: PyValue): boolean | undefined {
  return a instanceof PyInstance ? lessByLeaf(vm, a, b) : ltSync(vm, a, b);
}

function itemsLess(vm: VM, x: readonly PyValue[], y: readonly PyValue[], depth: number): boolean | undefined {
  const n = Math.min(x.length, y.length);
  for (let i = 0; i < n; i++) {
    const a = x[i]!;
    const b = y[i]!;
    // Mostly numbers or strings stand first, and differ.
    if (typeof a === 'number' && typeof b === 'number') {
      if (a === b) continue;
      return a < b;
    }
    if (a === b) continue;
    if (typeof a === 'string' && typeof b === 'string') return a < b;
    const same = eqSync(vm, a, b, depth + 1);
    if (same === undefined) return undefined;
    if (!same) return ltSync(vm, a, b, depth + 1);
  }
  return x.length < y.length;
}
